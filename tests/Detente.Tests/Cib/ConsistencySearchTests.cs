using System.Numerics;
using Detente.Cib;
using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Cib;

public sealed class ConsistencySearchTests
{
    // 100,000 models: diagonals, ties, conditional influences, barred states, tolerances, conditions, factors held from outside, either strategy, one to three threads.
    [Theory]
    [InlineData(0)]
    [InlineData(25_000)]
    [InlineData(50_000)]
    [InlineData(75_000)]
    public void The_search_finds_what_trying_everything_finds(int firstSeed)
    {
        var (asked, held) = (0, 0);
        for (var seed = firstSeed; seed < firstSeed + 25_000; seed++)
        {
            var question = RandomQuestion.Of(seed);
            var found = ConsistencySearch.Solve(question.Matrix, question.Space, question.Limits, null, CancellationToken.None);
            var expected = question.TryEverything();
            Assert.True(
                question.Space.Count == question.Configurations
                    && found.Count == expected.Count
                    && found.Undecided.IsZero
                    && found.Listed.Select(x => string.Join(',', x)).SequenceEqual(expected.Select(x => string.Join(',', x))),
                $"seed {seed}: found {found.Count} of {question.Space.Count}, trying everything {expected.Count} of {question.Configurations}");
            AgreesOnScores(seed, question.Model, question.Matrix, expected);
            asked += question.Where is not null && expected.Count > 0 ? 1 : 0;
            held += question.Holds.Count > 0 && expected.Count > 0 ? 1 : 0;
        }

        Assert.True(asked > 2_500 && held > 2_500, $"Only {asked} models with a condition and {held} with held factors have any.");
    }

    [Fact]
    public void Numbers_that_do_not_fit_16_bits_are_searched_alike()
    {
        var beyond = 0;
        for (var seed = 0; seed < 2_000; seed++)
        {
            var question = RandomQuestion.Of(seed);
            var wide = question with { Model = question.Model with { Influences = [.. question.Model.Influences.Select(Times)] } };
            beyond += LeadTables.Of(wide.Matrix, wide.Space, wide.Limits).Largest > short.MaxValue ? 1 : 0;
            Assert.Equal(
                wide.TryEverything().Select(x => string.Join(',', x)),
                ConsistencySearch.Solve(wide.Matrix, wide.Space, wide.Limits, null, CancellationToken.None).Listed.Select(x => string.Join(',', x)));
        }

        Assert.InRange(beyond, 1_500, 2_000);

        // The largest judgement there may be, and the smallest, so that no common divisor brings them back.
        static Influence Times(Influence influence, int place) => influence with
        {
            Weight = influence.Weight is { } weight ? Estimate.Point((weight.Value * 1_000) + (place * 0.01)) : null,
            Cells = [.. influence.Cells.Select(cell => cell with { Impact = Estimate.Point((cell.Impact.Value * 1_000) + ((place + cell.TargetState) * 0.01)) })],
        };
    }

    // Higher total impact first, or what is nearest to a wish; ties in lexical order.
    [Fact]
    public void The_first_in_an_order_are_those_that_sorting_everything_puts_first()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var question = RandomQuestion.Of(seed);
            var random = new Random(seed);
            var wish = seed % 2 == 0 ? [] : question.Model.Factors.Select(factor => random.Next(2) == 0 ? random.Next(factor.States.Length) : (int?)null).ToArray();
            var most = random.Next(1, 6);
            var sorted = question.TryEverything()
                .OrderBy(x => wish.Where((state, factor) => state is not null && state != x[factor]).Count())
                .ThenByDescending(x => BruteForce.TotalImpact(BruteForce.Balance(question.Model, x), x))
                .Select(x => string.Join(',', x))
                .Take(most);
            var limits = question.Limits with { MostListed = most, Order = new ScenarioOrder(question.Matrix) { ByImpact = true, Wish = [.. wish] } };
            var found = ConsistencySearch.Solve(question.Matrix, question.Space, limits, null, CancellationToken.None);
            Assert.True(sorted.SequenceEqual(found.Listed.Select(x => string.Join(',', x))), $"seed {seed}");
        }
    }

    // Rings of three factors, each apart: what is found is the product, and no ring is entered for the sake of another.
    [Fact]
    public void Groups_that_have_nothing_to_do_with_each_other_are_searched_apart()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var influences = from ring in Enumerable.Range(0, 3)
                             from i in Enumerable.Range(0, 3)
                             select Cells((i * 3) + ring, ((i + 1) % 3 * 3) + ring, from a in Enumerable.Range(0, 2) from b in Enumerable.Range(0, 2) select (a, b, (double)random.Next(-1, 2)));
            var model = Model(Enumerable.Range(0, 9).Select(i => Factor($"f{i}", 2)), [.. influences]);
            var matrix = new BalanceMatrix(ImpactTables.Of(model));
            var space = ConfigurationSpace.Of(model, free: true);
            var expected = BruteForce.Configurations(model, free: true).Where(x => BruteForce.ConsistencyValue(BruteForce.Balance(model, x), x) >= 0).ToList();
            foreach (var most in new[] { 3, 1_000 })
            {
                var found = ConsistencySearch.Solve(matrix, space, new SearchLimits(0, most), null, CancellationToken.None);
                Assert.Equal(expected.Count, found.Count);
                Assert.Equal(expected.Take(most).Select(x => string.Join(',', x)), found.Listed.Select(x => string.Join(',', x)));
                var best = ConsistencySearch.Solve(matrix, space, new SearchLimits(0, most) { Order = new ScenarioOrder(matrix) { ByImpact = true } }, null, CancellationToken.None);
                Assert.Equal(
                    expected.OrderByDescending(x => BruteForce.TotalImpact(BruteForce.Balance(model, x), x)).Take(most).Select(x => string.Join(',', x)),
                    best.Listed.Select(x => string.Join(',', x)));
            }
        }
    }

    // Twenty rings of four factors that want to differ from their neighbour: 2^20 ways, 40 boxes or so.
    [Fact]
    public void A_search_apart_takes_the_sum_of_the_parts_not_their_product()
    {
        var influences = from ring in Enumerable.Range(0, 20) from i in Enumerable.Range(0, 4) select Weight((4 * ring) + i, (4 * ring) + ((i + 1) % 4), -1);
        var model = Model(Enumerable.Range(0, 80).Select(i => Factor($"f{i}", 2)), [.. influences]);
        var found = Solve(model, ConfigurationSpace.Of(model, free: true), 5);
        Assert.Equal(BigInteger.Pow(2, 20), found.Count);
        Assert.InRange(found.Nodes, 1, 200);
        Assert.Equal(5, found.Listed.Length);
    }

    [Fact]
    public void What_a_budget_leaves_does_not_depend_on_the_number_of_threads()
    {
        var model = Model(
            Enumerable.Range(0, 16).Select(i => Factor($"f{i}", 3)),
            [.. from i in Enumerable.Range(0, 16) from j in Enumerable.Range(0, 16) where i != j && ((i * 7) + (j * 5)) % 3 > 0 select Weight(i, j, ((i * 5) + (j * 3)) % 7 - 3)]);
        var matrix = new BalanceMatrix(ImpactTables.Of(model));
        var space = ConfigurationSpace.Of(model, free: true);
        var whole = ConsistencySearch.Solve(matrix, space, new SearchLimits(300, int.MaxValue), null, CancellationToken.None);
        Assert.True(whole.Nodes > 2_000);
        foreach (var budget in new[] { 0, 1, 2, 50, 1_000, whole.Nodes - 1 })
        {
            var sets = new[] { 1, 2, 5 }.Select(threads => ConsistencySearch.Solve(matrix, space, new SearchLimits(300, int.MaxValue, budget) { Threads = threads }, null, CancellationToken.None)).ToList();
            Assert.All(sets, set =>
            {
                Assert.Equal((sets[0].Count, sets[0].Nodes, sets[0].Undecided), (set.Count, set.Nodes, set.Undecided));
                Assert.Equal(sets[0].Listed.Select(x => string.Join(',', x)), set.Listed.Select(x => string.Join(',', x)));
                Assert.InRange(set.Nodes, 0, budget);
                Assert.True(set.Undecided > 0 && set.Count + set.Undecided >= whole.Count);
            });
            Assert.Subset(whole.Listed.Select(x => string.Join(',', x)).ToHashSet(), sets[0].Listed.Select(x => string.Join(',', x)).ToHashSet());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    public void The_search_for_rests_finds_what_trying_everything_finds(int firstSeed)
    {
        var with = 0;
        for (var seed = firstSeed; seed < firstSeed + 5_000; seed++)
        {
            var random = RandomModel.WithBarriers(seed);
            var model = random with { Factors = [.. random.Factors.Select((factor, place) => (seed + place) % 7 == 0 ? factor with { Moves = MoveRule.Any } : factor)] };
            var free = seed % 3 == 0;
            var found = Rests(model, free);
            var expected = BruteForce.Configurations(model, free)
                .Where(x => !BruteForce.IsBarred(model, x) && BruteForce.Balance(model, x) is var balance && BruteForce.IsAtRest(model, balance, x) && BruteForce.ConsistencyValue(balance, x) < 0)
                .ToList();
            Assert.True(
                found.Count == expected.Count && found.Listed.Select(x => string.Join(',', x)).SequenceEqual(expected.Select(x => string.Join(',', x))),
                $"seed {seed}: found {found.Count}, trying everything {expected.Count}");
            with += expected.Count > 0 ? 1 : 0;
        }

        Assert.True(with > 250, $"Only {with} of 5,000 models have such configurations.");
    }

    // The middle state of b is worse than its first, its last one better: a step does not cross it, a jump would.
    [Fact]
    public void A_valley_between_two_states_keeps_a_factor_that_moves_to_neighbours()
    {
        var model = Model([Factor("a", 1), Factor("b", 3)], Cells(0, 1, (0, 0, 1), (0, 1, -1), (0, 2, 2)));
        Assert.Equal(["0,0"], Rests(model, free: true).Listed.Select(x => string.Join(',', x)));
        Assert.Equal(0, Rests(model with { Factors = [model.Factors[0], model.Factors[1] with { Moves = MoveRule.Any }] }, free: true).Count);
        Assert.Equal(["0,2"], Solve(model, ConfigurationSpace.Of(model, free: true), 10).Listed.Select(x => string.Join(',', x)));
    }

    // Nothing joins the factors: all nine configurations are consistent but for the three with b in its last state while a is in its first or last.
    [Fact]
    public void A_barred_state_is_not_chosen_while_its_condition_holds()
    {
        var model = Model([Factor("a", 3), Factor("b", 3)]) with
        {
            Barred = [new Models.Barrier(new FactorId(1), [2], In(0, 0, 2), Provenance.Judgement)],
        };
        Assert.Equal(["0,0", "0,1", "1,0", "1,1", "1,2", "2,0", "2,1"], Solve(model, ConfigurationSpace.Of(model, free: true), 10).Listed.Select(x => string.Join(',', x)));
    }

    // a holds b in its last state; barred, that state still beats the others.
    [Fact]
    public void A_barred_state_remains_a_rival()
    {
        var model = Model([Factor("a", 1), Factor("b", 3)], Cells(0, 1, (0, 2, 2))) with
        {
            Barred = [new Models.Barrier(new FactorId(1), [2], new ConstantCondition(true), Provenance.Judgement)],
        };
        Assert.Empty(Solve(model, ConfigurationSpace.Of(model, free: true), 10).Listed);
    }

    [Fact]
    public void A_list_that_is_cut_off_holds_the_first_and_the_count_goes_on()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var model = RandomModel.Of(seed);
            var matrix = new BalanceMatrix(ImpactTables.Of(model));
            var space = ConfigurationSpace.Of(model, free: true);
            var all = ConsistencySearch.Solve(matrix, space, new SearchLimits(200, int.MaxValue), null, CancellationToken.None);
            foreach (var most in new[] { 0, 1, 3 })
            {
                var some = ConsistencySearch.Solve(matrix, space, new SearchLimits(200, most), null, CancellationToken.None);
                Assert.Equal(all.Count, some.Count);
                Assert.Equal(all.Listed.Take(most).Select(x => string.Join(',', x)), some.Listed.Select(x => string.Join(',', x)));
            }
        }
    }

    // 60 factors of 3 states that nothing joins: 3^60 configurations, none better than another.
    [Fact]
    public void What_is_consistent_as_a_whole_is_counted_as_a_whole()
    {
        var model = Model(Enumerable.Range(0, 60).Select(i => Factor($"f{i}", 3)));
        var found = Solve(model, ConfigurationSpace.Of(model, free: true), 2);
        Assert.Equal(BigInteger.Pow(3, 60), found.Count);
        Assert.Equal([0, 1], found.Listed.Select(x => x[59]));
        Assert.Equal(1, found.Nodes);
    }

    // Two of the factors hold each other in the same end state or in the middle; 40 others are loose.
    [Fact]
    public void Loose_factors_multiply_what_the_others_allow()
    {
        var model = Model(Enumerable.Range(0, 42).Select(i => Factor($"f{i}", 2)), Weight(20, 21, 1), Weight(21, 20, 1));
        Assert.Equal(2 * BigInteger.Pow(2, 40), Solve(model, ConfigurationSpace.Of(model, free: true), 1).Count);
    }

    [Fact]
    public void A_factor_that_nothing_influences_is_held_at_its_initial_state_unless_freed()
    {
        var model = Model([Factor("a", 3, initial: 2), Factor("b", 3, initial: 0), Factor("c", 2)], Weight(0, 1, 1));
        var held = ConfigurationSpace.Of(model, free: false);
        Assert.Equal([2, null, null], held.Held);
        Assert.Equal(6, held.Count);
        Assert.Equal(["2,2,0", "2,2,1"], Solve(model, held, 10).Listed.Select(x => string.Join(',', x)));
        Assert.Equal(6, Solve(model, ConfigurationSpace.Of(model, free: true), 10).Count);
    }

    [Fact]
    public void A_model_of_single_states_has_one_scenario_of_value_nought()
    {
        var model = Model([Factor("a", 1), Factor("b", 1)], Cells(0, 1, (0, 0, 2)));
        var matrix = new BalanceMatrix(ImpactTables.Of(model));
        Assert.Equal("0,0", string.Join(',', Assert.Single(Solve(model, ConfigurationSpace.Of(model, free: false), 10).Listed)));
        var scores = new int[2];
        matrix.Score([0, 0], scores);
        Assert.Equal(new Consistency(0, 200), Consistency.Of(matrix, [0, 0], scores));
    }

    [Fact]
    public void A_factor_with_many_states_is_searched_too()
    {
        var model = Model([Factor("a", 70), Factor("b", 3)], Weight(0, 1, 3), Weight(1, 0, 3));
        var found = Solve(model, ConfigurationSpace.Of(model, free: false), 1000);
        var expected = BruteForce.Configurations(model, free: false).Where(x => BruteForce.ConsistencyValue(BruteForce.Balance(model, x), x) >= 0);
        Assert.Equal(expected.Select(x => string.Join(',', x)), found.Listed.Select(x => string.Join(',', x)));
        Assert.Contains("69,2", found.Listed.Select(x => string.Join(',', x)));
    }

    [Fact]
    public void A_cancelled_search_stops()
    {
        var model = RandomModel.Of(1);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ConsistencySearch.Solve(
            new BalanceMatrix(ImpactTables.Of(model)), ConfigurationSpace.Of(model, free: true), new SearchLimits(0, 1), null, source.Token));
    }

    [Fact]
    public void An_initial_state_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentException>(() => ConfigurationSpace.Of(Model([Factor("a", 2, initial: 2)]), free: false));

    private static ConsistentSet Solve(Model model, ConfigurationSpace space, int most) =>
        ConsistencySearch.Solve(new BalanceMatrix(ImpactTables.Of(model)), space, new SearchLimits(0, most), null, CancellationToken.None);

    private static ConsistentSet Rests(Model model, bool free) => ConsistencySearch.Solve(
        new BalanceMatrix(ImpactTables.Of(model)),
        ConfigurationSpace.Of(model, free),
        new SearchLimits(0, int.MaxValue) { Goal = SearchGoal.RestsOnly },
        null,
        CancellationToken.None);

    private static void AgreesOnScores(int seed, Model model, BalanceMatrix matrix, List<int[]> configurations)
    {
        var scores = new int[matrix.Width];
        foreach (var x in configurations)
        {
            matrix.Score(x, scores);
            var balance = BruteForce.Balance(model, x);
            var consistency = Consistency.Of(matrix, x, scores);
            Assert.True(
                scores.Select(score => (long)score).SequenceEqual(balance.SelectMany(own => own))
                    && consistency.Value == BruteForce.ConsistencyValue(balance, x)
                    && consistency.TotalImpact == BruteForce.TotalImpact(balance, x),
                $"seed {seed}, configuration {string.Join(',', x)}: other scores than by trying everything");
        }
    }
}
