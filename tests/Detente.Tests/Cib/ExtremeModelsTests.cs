using Detente.Cib;
using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Cib;

/// <summary>The search at the edges of what a model may hold, against trying everything.</summary>
public sealed class ExtremeModelsTests
{
    // Points around the place where sums leave 16 bits, up to the largest judgement there may be; tolerances up to the largest one.
    [Theory]
    [InlineData(1, 0)]
    [InlineData(27, 50)]
    [InlineData(82, 8_191)]
    [InlineData(328, 100_000)]
    [InlineData(10_000, 0)]
    [InlineData(10_000, 1_000_000)]
    public void Large_numbers_and_tolerances_change_no_answer(int largest, int tolerance)
    {
        var some = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random((seed * 31) + largest);
            var question = RandomQuestion.Of(seed);
            double Points() => random.Next(5) == 0 ? 0 : random.Next(-100 * largest, (100 * largest) + 1) / 100.0;
            var model = question.Model with
            {
                Influences = [.. question.Model.Influences.Select(influence => influence with
                {
                    Weight = influence.Weight is null ? null : Estimate.Point(Points()),
                    Cells = [.. influence.Cells.Select(cell => cell with { Impact = Estimate.Point(Points()) })],
                })],
            };
            some += Agree(seed, question with { Model = model }, tolerance);
        }

        Assert.True(some > 50, $"Only {some} models have a scenario.");
    }

    // One factor of 65 to 99 states, so that states lie in the upper half of a set, among small ones; influences on itself and conditional ones.
    [Fact]
    public void Factors_with_many_states_are_searched_alike()
    {
        var some = 0;
        for (var seed = 0; seed < 25; seed++)
        {
            var random = new Random(seed);
            int[] states = [random.Next(1, 4), random.Next(65, 100), random.Next(2, 4)];
            double Points() => random.Next(-3, 4);
            var influences = from _ in Enumerable.Range(0, 6)
                             let pair = (From: random.Next(3), To: random.Next(3))
                             select Cells(pair.From, pair.To, from a in Enumerable.Range(0, states[pair.From]) from b in Enumerable.Range(0, states[pair.To]) where random.Next(2) == 0 select (a, b, Points())) with
                             {
                                 When = random.Next(3) == 0 ? In(1, [.. Enumerable.Range(0, states[1]).Where(_ => random.Next(2) == 0)]) : null,
                             };
            var model = Model(states.Select((count, i) => Factor($"f{i}", count, FactorScale.Nominal)), [.. influences]);
            some += Agree(seed, new RandomQuestion(seed, model), 100 * (seed % 2));
        }

        Assert.True(some > 10, $"Only {some} models have a scenario.");
    }

    // Two or three small models side by side: they are searched apart, whatever joins them by a condition, a barrier or a conditional influence.
    [Fact]
    public void Models_side_by_side_are_searched_alike_with_conditions_holds_and_orders()
    {
        var some = 0;
        for (var seed = 0; seed < 2_000; seed++)
        {
            var question = RandomQuestion.Of(seed);
            var (left, right) = (question.Model, RandomModel.Of(seed + 7_000_000, mostFactors: 3, mostStates: 3));
            var shift = left.Factors.Length;
            var model = left with
            {
                Factors = [.. left.Factors, .. right.Factors],
                Influences = [.. left.Influences, .. right.Influences.Where(influence => influence.When is null).Select(influence => influence with
                {
                    From = new FactorId(influence.From.Index + shift),
                    To = new FactorId(influence.To.Index + shift),
                })],
            };
            some += Agree(seed, question with { Model = model }, seed % 3 * 100);
        }

        Assert.True(some > 500, $"Only {some} models have a scenario.");
    }

    // 40 free factors of 3 states, every configuration within tolerance: to list the best of 10^19 is hopeless, and must be stopped.
    [Fact]
    public void A_list_of_the_best_of_a_huge_box_is_cancelled()
    {
        var random = new Random(1);
        var influences = from i in Enumerable.Range(0, 40)
                         from j in Enumerable.Range(0, 40)
                         where i != j
                         select Cells(i, j, from a in Enumerable.Range(0, 3) from b in Enumerable.Range(0, 3) select (a, b, (double)random.Next(-3, 4)));
        var model = Model(Enumerable.Range(0, 40).Select(i => Factor($"f{i}", 3)), [.. influences]);
        var matrix = new BalanceMatrix(ImpactTables.Of(model));
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        var limits = new SearchLimits(1_000_000, 10) { Order = new ScenarioOrder(matrix) { ByImpact = true } };
        Assert.ThrowsAny<OperationCanceledException>(() => ConsistencySearch.Solve(matrix, ConfigurationSpace.Of(model, free: true), limits, null, source.Token));
    }

    private static int Agree(int seed, RandomQuestion question, int tolerance)
    {
        var (matrix, space) = (question.Matrix, question.Space);
        var expected = question.TryEverything(tolerance);
        var byImpact = expected.OrderByDescending(x => BruteForce.TotalImpact(BruteForce.Balance(question.Model, x), x)).Select(Text).ToList();
        foreach (var (strategy, order, most) in Ways(matrix))
        {
            var limits = new SearchLimits(tolerance, most) { Strategy = strategy, Order = order, Threads = 1 + (seed % 2) };
            var found = ConsistencySearch.Solve(matrix, space, limits, null, CancellationToken.None);
            Assert.True(
                found.Count == expected.Count && found.Undecided.IsZero && found.Listed.Select(x => Text([.. x])).SequenceEqual((order is null ? expected.Select(Text) : byImpact).Take(most)),
                $"seed {seed}, {strategy}, order {order is not null}, most {most}: found {found.Count}, trying everything {expected.Count}");
        }

        return expected.Count > 0 ? 1 : 0;
    }

    private static IEnumerable<(SearchStrategy Strategy, ScenarioOrder? Order, int Most)> Ways(BalanceMatrix matrix) =>
    [
        (SearchStrategy.LookAhead, null, int.MaxValue),
        (SearchStrategy.Surrogate, null, 0),
        (SearchStrategy.Surrogate, new ScenarioOrder(matrix) { ByImpact = true }, 4),
        (SearchStrategy.ByDensity, new ScenarioOrder(matrix) { ByImpact = true }, int.MaxValue),
    ];

    private static string Text(int[] x) => string.Join(',', x);
}
