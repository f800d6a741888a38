using Detente.Cib;
using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Cib;

public sealed class SampledBasinsTests
{
    public static TheoryData<SuccessionRule> Rules => [.. Enum.GetValues<SuccessionRule>()];

    // With fixed seeds: every share lies within 4.5 standard errors of the exact one, and every end met is one.
    [Theory]
    [MemberData(nameof(Rules))]
    public void Shares_agree_with_exact_ones(SuccessionRule rule)
    {
        var compared = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var model = RandomModel.Of(seed, mostFactors: 7);
            var (matrix, space) = (new BalanceMatrix(ImpactTables.Of(model)), ConfigurationSpace.Of(model, free: true));
            var exact = ExactBasins.Sweep(SuccessorBlocks.Of(matrix, space, rule), space, new SweepEffort(), CancellationToken.None)!;
            var sampled = Follow(model, rule, 4_000);
            Assert.Equal((4_000, 0L), (sampled.Followed, sampled.Lost));
            Assert.Equal(4_000, sampled.Attractors.Sum(end => end.Weight));
            var expected = exact.Attractors.ToDictionary(Told, end => end.Weight / (double)exact.Followed);
            var found = sampled.Attractors.ToDictionary(Told, end => end.Weight / 4_000.0);
            Assert.Superset(found.Keys.ToHashSet(), expected.Keys.ToHashSet());
            foreach (var (end, share) in expected)
            {
                Assert.InRange(found.GetValueOrDefault(end) - share, -4.5 * Error(share), 4.5 * Error(share));
                compared++;
            }
        }

        Assert.True(compared > 300, $"Only {compared} shares were compared.");

        // Of what comes two times or less in the sample, that of two times: there counts are no longer normal.
        static double Error(double share) => Math.Sqrt(Math.Max(share, 2 / 4_000.0) * (1 - Math.Min(share, 1 - (2 / 4_000.0))) / 4_000);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Threads_change_nothing(SuccessionRule rule)
    {
        var one = Counts(1);
        Assert.True(one.Count > 2, $"Only {one.Count} ends were met.");
        Assert.Equal(one, Counts(2));
        Assert.Equal(one, Counts(5));

        List<(string, long)> Counts(int threads) => [.. Follow(Large, rule, 3_000, threads).Attractors.Select(end => (Told(end), end.Weight))];
    }

    [Fact]
    public void Another_seed_is_another_sample() =>
        Assert.NotEqual(
            Follow(Large, SuccessionRule.Global, 3_000).Attractors.Select(end => end.Weight),
            Follow(Large, SuccessionRule.Global, 3_000, seed: 2).Attractors.Select(end => end.Weight));

    // Three clocks of 97, 98 and 99 hours come back to where they were after 941,094 steps.
    [Fact]
    public void What_never_ends_is_given_up_and_said()
    {
        var sampled = Follow(Model([Factor("a", 97), Factor("b", 98), Factor("c", 99)], [Clock(0, 97), Clock(1, 98), Clock(2, 99)]), SuccessionRule.Global, 20_000);
        Assert.Equal((1_000, 1_000), (sampled.Followed, sampled.Lost));
        Assert.Empty(sampled.Attractors);
    }

    [Fact]
    public void A_long_cycle_is_found_whole()
    {
        var sampled = Follow(Model([Factor("b", 98), Factor("c", 99)], [Clock(0, 98), Clock(1, 99)]), SuccessionRule.Global, 2_000);
        var end = Assert.Single(sampled.Attractors);
        Assert.Equal((98 * 99, 2_000L, 0L), (end.Configurations.Length, end.Weight, sampled.Lost));
        Assert.Equal(end, Assert.Single(sampled.HeaviestCycles(3)));
        Assert.Equal([0, 0], end.Configurations[0]);
    }

    // Four fuses burn one after the other, up to 98 steps each, while the clocks go round in 9,702: more than 10,000 together for those
    // that need more than 298. Whoever comes on what another has walked must not take it for nearer than it is.
    [Fact]
    public void What_is_given_up_depends_on_nothing_remembered()
    {
        var model = Model(
            [Factor("b", 98), Factor("c", 99), .. Enumerable.Range(0, 4).Select(f => Factor($"fuse{f}", 99))],
            [Clock(0, 98), Clock(1, 99), .. Enumerable.Range(2, 4).Select(Fuse)]);
        var (draw, x, longer) = (new ConfigurationDraw(ConfigurationSpace.Of(model, free: true), 1), new int[6], 0);
        for (var number = 0; number < 3_000; number++)
        {
            draw.Draw(number, x);
            longer += x[2..].Sum(state => 98 - state) > 298 ? 1 : 0;
        }

        Assert.InRange(longer, 20, 500);
        Assert.All([1, 2, 5], threads => Assert.Equal(longer, Follow(model, SuccessionRule.Global, 3_000, threads).Lost));

        static Influence Fuse(int factor) => Cells(factor, factor, from state in Enumerable.Range(0, 98) select (state, state + 1, 1.0)) with
        {
            When = factor == 2 ? null : In(factor - 1, 98),
        };
    }

    // Nothing moves: every configuration drawn is an end of its own, 33,000 more of them than are remembered.
    [Fact]
    public void More_ends_than_are_remembered_are_counted_all_the_same()
    {
        var sampled = Follow(Model(Enumerable.Range(0, 30).Select(f => Factor($"f{f}", 3))), SuccessionRule.Global, 66_000);
        Assert.Equal((66_000, 0), (sampled.Attractors.Count(), sampled.CycleCount));
    }

    [Fact]
    public void A_cancelled_sample_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var (matrix, space) = (new BalanceMatrix(ImpactTables.Of(Large)), ConfigurationSpace.Of(Large, free: true));
        Assert.ThrowsAny<OperationCanceledException>(() => SampledBasins.Follow(matrix, space, SuccessionRule.Global, new SampleEffort(1_000_000, 1), source.Token));
    }

    // Of few distinct numbers: fixed points and cycles.
    private static Model Large { get; } = Model(
        Enumerable.Range(0, 25).Select(f => Factor($"f{f}", 3)),
        from g in Enumerable.Range(0, 25)
        from f in Enumerable.Range(0, 25)
        where ((7 * g) + (3 * f)) % 8 == 0
        select Cells(g, f, from a in Enumerable.Range(0, 3) from b in Enumerable.Range(0, 3) select (a, b, (double)((((a + 2) * (g + 3) * (b + 5)) + (f * f)) % 7) - 3)));

    private static Influence Clock(int factor, int hours) => Cells(factor, factor, from hour in Enumerable.Range(0, hours) select (hour, (hour + 1) % hours, 1.0));

    private static SampledBasins Follow(Model model, SuccessionRule rule, long samples, int threads = 1, ulong seed = 1) => SampledBasins.Follow(
        new BalanceMatrix(ImpactTables.Of(model)), ConfigurationSpace.Of(model, free: true), rule, new SampleEffort(samples, seed) { Threads = threads }, CancellationToken.None)!;

    private static string Told(Attractor attractor) => string.Join(' ', attractor.Configurations.Select(x => string.Join(',', x)));
}
