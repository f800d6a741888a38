using System.Diagnostics;
using Detente.Cib;
using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Cib;

public sealed class ExactBasinsTests
{
    public static TheoryData<string> Rules => ["global", "local", "sequential", "incremental"];

    // Conditional influences in every second model or so, factors held at the start in half of them, one held from outside in every third.
    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_configuration_ends_where_walking_from_it_ends(string rule)
    {
        for (var seed = 0; seed < 1_500; seed++)
        {
            var model = RandomModel.Of(seed, mostFactors: 4);
            var free = seed % 2 == 0;
            (int Factor, int State)[] holds = seed % 3 == 0 ? [(seed % model.Factors.Length, seed % model.Factors[seed % model.Factors.Length].States.Length)] : [];
            int[] held = [.. holds.Select(hold => hold.Factor)];
            var found = Sweep(model, ConfigurationSpace.Of(model, free).Holding(holds), Enum.Parse<SuccessionRule>(rule, ignoreCase: true));
            var expected = BruteForce.Configurations(model, free)
                .Select(x => (int[])[.. x.Select((state, factor) => held.Contains(factor) ? holds[0].State : state)])
                .DistinctBy(x => string.Join(',', x))
                .GroupBy(x => End(x, at => BruteForce.Next(model, rule, at, held)))
                .Select(group => (group.Key, (long)group.Count()))
                .OrderBy(attractor => attractor.Key, StringComparer.Ordinal);
            Assert.True(
                expected.SequenceEqual(found.Attractors.Select(Told).OrderBy(attractor => attractor.Item1, StringComparer.Ordinal)),
                $"seed {seed}: other ends of {rule} succession than by walking");
        }
    }

    // Within tolerance 0 a configuration is consistent when no factor has a better state: then no rule moves one.
    [Theory]
    [MemberData(nameof(Rules))]
    public void Fixed_points_are_the_consistent_configurations_under_every_rule(string rule)
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var model = RandomModel.Of(seed);
            var space = ConfigurationSpace.Of(model, free: false);
            var consistent = ConsistencySearch.Solve(
                new BalanceMatrix(ImpactTables.Of(model)), space, new SearchLimits(0, int.MaxValue), null, CancellationToken.None);
            Assert.Equal(
                consistent.Listed.Select(x => string.Join(',', x)),
                Sweep(model, space, Enum.Parse<SuccessionRule>(rule, ignoreCase: true)).Attractors.Where(attractor => attractor.Configurations.Length == 1).Select(attractor => Told(attractor).Item1));
        }
    }

    // b wants what a is, a wants what b is not: one round trip through all four.
    [Fact]
    public void A_chase_is_a_cycle_that_begins_with_its_first_configuration()
    {
        var basins = Sweep(Chase, ConfigurationSpace.Of(Chase, free: true), SuccessionRule.Global);
        Assert.Equal(("0,0 1,0 1,1 0,1", 4L), Told(Assert.Single(basins.Attractors)));
        Assert.Equal(1, basins.CycleCount);
        Assert.Equal(0, basins.Weight([0, 0]));
    }

    [Fact]
    public void The_weight_of_a_configuration_is_that_of_the_fixed_point_it_is()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var model = RandomModel.Of(seed, mostFactors: 4);
            var basins = Sweep(model, ConfigurationSpace.Of(model, free: true), SuccessionRule.Global);
            var expected = basins.Attractors.Where(end => end.Configurations.Length == 1).ToDictionary(end => string.Join(',', end.Configurations[0]), end => end.Weight);
            Assert.All(BruteForce.Configurations(model, free: true), x => Assert.Equal(expected.GetValueOrDefault(string.Join(',', x)), basins.Weight(x)));
        }
    }

    // Two factors chase each other in two steps whatever the third and fourth are; the fourth draws the third along.
    [Fact]
    public void The_heaviest_cycles_come_in_lexical_order()
    {
        var model = Model([Factor("a", 2), Factor("b", 2), Factor("c", 2), Factor("d", 3)], Weight(0, 1, 1), Weight(1, 0, -1), Cells(3, 2, (1, 1, 1), (2, 1, 1)));
        var basins = Sweep(model, ConfigurationSpace.Of(model, free: true), SuccessionRule.Global);
        Assert.Equal(4, basins.CycleCount);
        Assert.Equal(["0,0,0,0", "0,0,1,1", "0,0,1,2"], Firsts(basins.HeaviestCycles(5)).Where(first => first != "0,0,1,0"));
        Assert.Equal(["0,0,1,1", "0,0,1,2"], Firsts(basins.HeaviestCycles(2)));

        static IEnumerable<string> Firsts(IEnumerable<Attractor> cycles) => cycles.Select(cycle => string.Join(',', cycle.Configurations[0]));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Threads_change_nothing(string name)
    {
        var rule = Enum.Parse<SuccessionRule>(name, ignoreCase: true);
        var (model, space) = (Wide, ConfigurationSpace.Of(Wide, free: true));
        var one = Sweep(model, space, rule).Attractors.Select(Told).ToList();
        Assert.Equal(177_147, one.Sum(attractor => attractor.Weight));
        Assert.Equal(one, Sweep(model, space, rule, threads: 2).Attractors.Select(Told));
        Assert.Equal(one, Sweep(model, space, rule, threads: 5).Attractors.Select(Told));
    }

    // 70,000 fixed points and more: counted by all threads in one place.
    [Fact]
    public void Where_nothing_moves_every_configuration_is_an_end_of_weight_one()
    {
        var model = Model(Enumerable.Range(0, 11).Select(f => Factor($"f{f}", 3)));
        var basins = Sweep(model, ConfigurationSpace.Of(model, free: true), SuccessionRule.Global, threads: 3);
        Assert.Equal((177_147, 0), (basins.Attractors.Count(), basins.CycleCount));
        Assert.All(basins.Attractors, end => Assert.Equal(1, end.Weight));
    }

    [Fact]
    public void Progress_rises_to_the_whole()
    {
        var told = new List<double>();
        Sweep(Wide, ConfigurationSpace.Of(Wide, free: true), SuccessionRule.Global, threads: 2, new Telling(told.Add));
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
        Assert.True(told.Count > 3);
    }

    [Fact]
    public void A_cancelled_sweep_does_not_begin()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Sweep(Chase, ConfigurationSpace.Of(Chase, free: true), SuccessionRule.Global, 0, null, source.Token));
    }

    // The bound is a tenth of a second; a busy machine gets ten times as long.
    [Theory]
    [InlineData(SuccessionRule.Global)]
    [InlineData(SuccessionRule.Sequential)]
    public void A_sweep_stops_soon_after_it_is_cancelled(SuccessionRule rule)
    {
        var model = Star(18);
        using var source = new CancellationTokenSource();
        var since = new Stopwatch();
        var progress = new Telling(_ =>
        {
            since.Start();
            source.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Sweep(model, ConfigurationSpace.Of(model, free: true), rule, 2, progress, source.Token));
        Assert.InRange(since.Elapsed.TotalSeconds, 0, 1);
    }

    [Fact]
    public void More_configurations_than_fit_are_refused()
    {
        var model = Star(22);
        Assert.Throws<ArgumentException>(() => Sweep(model, ConfigurationSpace.Of(model, free: true), SuccessionRule.Global));
    }

    // Few configurations of a star are successors: a bit and a half each for all of them, and little more.
    [Fact]
    public void Memory_is_a_bit_and_a_half_a_configuration_and_a_few_bytes_a_successor()
    {
        var model = Star(15);
        var space = ConfigurationSpace.Of(model, free: true);
        var blocks = SuccessorBlocks.Of(new BalanceMatrix(ImpactTables.Of(model)), space, SuccessionRule.Global);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var basins = ExactBasins.Sweep(blocks, space, new SweepEffort { Threads = 1 }, CancellationToken.None)!;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(14_348_907, basins.Followed);
        Assert.InRange(allocated, basins.Followed * 3 / 16, (basins.Followed * 3 / 16) + 4_000_000);
    }

    private static Model Chase => Model([Factor("a", 2), Factor("b", 2)], Weight(0, 1, 1), Weight(1, 0, -1));

    private static Model Wide { get; } = Model(
        Enumerable.Range(0, 11).Select(f => Factor($"f{f}", 3)),
        from f in Enumerable.Range(0, 11) from g in new[] { 1, 3, 4 } select Weight(f, (f + g) % 11, (f % 3) - 1.5));

    // Every factor follows the first one, which stays.
    private static Model Star(int factors) => Model(
        Enumerable.Range(0, factors).Select(f => Factor($"f{f}", 3)),
        from f in Enumerable.Range(0, factors) select Weight(0, f, 2));

    private static Basins Sweep(
        Model model, ConfigurationSpace space, SuccessionRule rule, int threads = 1, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        ExactBasins.Sweep(
            SuccessorBlocks.Of(new BalanceMatrix(ImpactTables.Of(model)), space, rule), space, new SweepEffort { Threads = threads, Progress = progress }, cancellation)!;

    private static (string Configurations, long Weight) Told(Attractor attractor) =>
        (string.Join(' ', attractor.Configurations.Select(x => string.Join(',', x))), attractor.Weight);

    // Walks until a configuration comes back; the way from there to itself is the end, from its first configuration on.
    private static string End(int[] x, Func<int[], int[]> next)
    {
        List<string> trail = [];
        for (var at = string.Join(',', x); !trail.Contains(at); at = string.Join(',', x))
        {
            trail.Add(at);
            x = next(x);
        }

        var cycle = trail[trail.IndexOf(string.Join(',', x))..];
        var first = cycle.IndexOf(cycle.Min(StringComparer.Ordinal)!);
        return string.Join(' ', cycle[first..].Concat(cycle[..first]));
    }

    private sealed class Telling(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
