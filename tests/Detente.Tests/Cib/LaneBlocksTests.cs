using Detente.Cib;
using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Cib;

/// <summary>Lanes against their scalar twin, configuration by configuration.</summary>
public sealed class LaneBlocksTests
{
    private static readonly SuccessionRule[] Rules = [SuccessionRule.Global, SuccessionRule.Local, SuccessionRule.Incremental];

    // Blocks of one and of many groups, tails of every length, up to 3^10 configurations, ties in nearly all of them.
    [Fact]
    public void Lanes_find_the_successors_that_the_scalar_twin_finds()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var model = Dense(seed, 2 + (seed % 9), 2 + (seed % 4), 1 + (seed % 3));
            foreach (var rule in Rules)
            {
                Compare(model, ConfigurationSpace.Of(model, free: true), rule, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void Held_factors_stay_and_go_on_influencing()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var model = Dense(seed, 5, 4, 3);
            var held = Enumerable.Range(0, 5).Where(factor => ((seed >> factor) & 1) != 0).Select(factor => (factor, seed % model.Factors[factor].States.Length));
            foreach (var rule in Rules)
            {
                Compare(model, ConfigurationSpace.Of(model, free: true).Holding(held), rule, $"seed {seed}");
            }
        }
    }

    // Places need three parts of 15 bits from 2^30 configurations on; blocks from here and there.
    [Fact]
    public void Places_beyond_32_bits_are_joined_exactly()
    {
        var model = Dense(7, 26, 4, 3, states: 4);
        var space = ConfigurationSpace.Of(model, free: true);
        var matrix = new BalanceMatrix(ImpactTables.Of(model));
        foreach (var rule in Rules)
        {
            var lanes = new LaneBlocks(matrix, space, rule);
            var (some, succession) = (lanes.Open(), new Succession(matrix, space, rule));
            var (x, scores, next) = (new int[26], new int[matrix.Width], new int[26]);
            for (var block = 0L; block < lanes.Count; block += (lanes.Count / 97) + 1)
            {
                var found = some.Read(block);
                for (var i = 0; i < found.Length; i += 31)
                {
                    space.Configuration((block * lanes.Length) + i, x);
                    matrix.Score(x, scores);
                    succession.Step(x, scores, next);
                    Assert.Equal(space.Index(next), found[i]);
                }
            }
        }
    }

    // Whole points count as points, so 8,000 of them fit where hundredths would not; a hundredth more takes the scalar way.
    [Theory]
    [InlineData(2_000, 0, true)]
    [InlineData(2_000, 0.01, false)]
    [InlineData(9_000, 0, false)]
    public void Lanes_are_used_where_scores_fit(double points, double more, bool fits)
    {
        var model = Model([Factor("a", 3), Factor("b", 3), Factor("c", 3)], Cells(0, 1, (0, 1, points), (1, 2, -points)), Cells(1, 2, (2, 2, 1), (0, 1, 1 + more)), Cells(2, 0, (1, 1, points)));
        var matrix = new BalanceMatrix(ImpactTables.Of(model));
        foreach (var rule in Rules)
        {
            Assert.Equal(fits, LaneBlocks.Fits(matrix, rule));
            var space = ConfigurationSpace.Of(model, free: true);
            Assert.Equal(fits, SuccessorBlocks.Of(matrix, space, rule) is LaneBlocks);
            if (fits)
            {
                Compare(model, space, rule, "extremes");
            }
        }
    }

    [Fact]
    public void Conditional_influences_and_sequential_moves_take_the_scalar_way()
    {
        var model = Model([Factor("a", 2), Factor("b", 2)], Weight(0, 1, 1) with { When = In(0, 1) });
        Assert.False(LaneBlocks.Fits(new BalanceMatrix(ImpactTables.Of(model)), SuccessionRule.Global));
        Assert.False(LaneBlocks.Fits(new BalanceMatrix(ImpactTables.Of(Dense(1, 3, 3, 2))), SuccessionRule.Sequential));
    }

    private static void Compare(Model model, ConfigurationSpace space, SuccessionRule rule, string of)
    {
        var matrix = new BalanceMatrix(ImpactTables.Of(model));
        if (space.Count == 1)
        {
            return;
        }

        Assert.True(LaneBlocks.Fits(matrix, rule));
        Assert.True(All(new ScalarBlocks(matrix, space, rule)).SequenceEqual(All(new LaneBlocks(matrix, space, rule))), $"{of}: {rule}");
    }

    private static List<long> All(SuccessorBlocks blocks)
    {
        var (all, reader) = (new List<long>(), blocks.Open());
        for (var block = 0L; block < blocks.Count; block++)
        {
            all.AddRange(reader.Read(block));
        }

        return all;
    }

    // Every block filled, the diagonal too, from few distinct numbers; every third model has hundredths.
    private static Model Dense(int seed, int factors, int mostStates, int range, int? states = null)
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, factors).Select(f => Factor($"f{f}", states ?? random.Next(1, Math.Min(mostStates, factors > 7 ? 3 : 5) + 1), FactorScale.Nominal)).ToArray();
        return Model(
            all,
            from g in Enumerable.Range(0, factors)
            from f in Enumerable.Range(0, factors)
            select Cells(
                g,
                f,
                from a in Enumerable.Range(0, all[g].States.Length)
                from b in Enumerable.Range(0, all[f].States.Length)
                select (a, b, random.Next(-range, range + 1) / (seed % 3 == 0 ? 4.0 : 1.0))));
    }
}
