using Detente.Cib;
using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Cib;

public sealed class BasinsTests
{
    [Theory]
    [InlineData("global")]
    [InlineData("local")]
    [InlineData("sequential")]
    [InlineData("incremental")]
    public void Every_configuration_ends_where_walking_from_it_ends(string rule)
    {
        for (var seed = 0; seed < 1_500; seed++)
        {
            var model = RandomModel.Of(seed, mostFactors: 4);
            var free = seed % 2 == 0;
            var found = Sweep(model, ConfigurationSpace.Of(model, free), Enum.Parse<SuccessionRule>(rule, ignoreCase: true));
            var expected = BruteForce.Configurations(model, free)
                .GroupBy(x => End(model, rule, x))
                .Select(group => (group.Key, (long)group.Count()))
                .OrderBy(attractor => attractor.Key, StringComparer.Ordinal);
            Assert.True(
                expected.SequenceEqual(found.Attractors.Select(Told).OrderBy(attractor => attractor.Item1, StringComparer.Ordinal)),
                $"seed {seed}: other ends of {rule} succession than by walking");
        }
    }

    [Fact]
    public void Fixed_points_of_global_succession_are_the_consistent_configurations()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var model = RandomModel.Of(seed);
            var space = ConfigurationSpace.Of(model, free: false);
            var consistent = ConsistencySearch.Solve(
                new BalanceMatrix(ImpactTables.Of(model)), space, new SearchLimits(0, int.MaxValue), null, CancellationToken.None);
            Assert.Equal(
                consistent.Listed.Select(x => string.Join(',', x)),
                Sweep(model, space, SuccessionRule.Global).Attractors.Where(attractor => attractor.Configurations.Length == 1).Select(attractor => Told(attractor).Item1));
        }
    }

    // b wants what a is, a wants what b is not: one round trip through all four.
    [Fact]
    public void A_chase_is_a_cycle_that_begins_with_its_first_configuration()
    {
        var attractor = Assert.Single(Sweep(Chase, ConfigurationSpace.Of(Chase, free: true), SuccessionRule.Global).Attractors);
        Assert.Equal(("0,0 1,0 1,1 0,1", 4L), Told(attractor));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var model = Model(
            Enumerable.Range(0, 11).Select(f => Factor($"f{f}", 3)),
            from f in Enumerable.Range(0, 11) from g in new[] { 1, 3, 4 } select Weight(f, (f + g) % 11, (f % 3) - 1.5));
        var space = ConfigurationSpace.Of(model, free: true);
        var matrix = new BalanceMatrix(ImpactTables.Of(model));
        var one = Sweep(matrix, space, SuccessionRule.Global, 1);
        var many = Sweep(matrix, space, SuccessionRule.Global, 4);
        Assert.Equal(one.Attractors.Select(Told), many.Attractors.Select(Told));
        Assert.Equal(177_147, one.Attractors.Sum(attractor => attractor.Weight));
    }

    [Fact]
    public void A_cancelled_sweep_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var (matrix, space) = (new BalanceMatrix(ImpactTables.Of(Chase)), ConfigurationSpace.Of(Chase, free: true));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ExactBasins.Sweep(SuccessorBlocks.Of(matrix, space, SuccessionRule.Global), space, new SweepEffort(), source.Token));
    }

    private static Model Chase => Model([Factor("a", 2), Factor("b", 2)], Weight(0, 1, 1), Weight(1, 0, -1));

    private static Basins Sweep(Model model, ConfigurationSpace space, SuccessionRule rule) =>
        Sweep(new BalanceMatrix(ImpactTables.Of(model)), space, rule, 1);

    private static Basins Sweep(BalanceMatrix matrix, ConfigurationSpace space, SuccessionRule rule, int threads) =>
        ExactBasins.Sweep(SuccessorBlocks.Of(matrix, space, rule), space, new SweepEffort { Threads = threads }, CancellationToken.None)!;

    private static (string Configurations, long Weight) Told(Attractor attractor) =>
        (string.Join(' ', attractor.Configurations.Select(x => string.Join(',', x))), attractor.Weight);

    // Walks until a configuration comes back; the way from there to itself is the end, from its first configuration on.
    private static string End(Model model, string rule, int[] x)
    {
        List<string> trail = [];
        for (var at = string.Join(',', x); !trail.Contains(at); at = string.Join(',', x))
        {
            trail.Add(at);
            x = BruteForce.Next(model, rule, x);
        }

        var cycle = trail[trail.IndexOf(string.Join(',', x))..];
        var first = cycle.IndexOf(cycle.Min(StringComparer.Ordinal)!);
        return string.Join(' ', cycle[first..].Concat(cycle[..first]));
    }
}
