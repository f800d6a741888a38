using Detente.Studies;

namespace Detente.Tests.Studies;

/// <summary>The formulas of docs/methods/futures.md, against a direct computation on small examples.</summary>
public sealed class TwoUncertaintiesTests
{
    [Fact]
    public void One_draw_has_an_error_and_no_band()
    {
        var figure = TwoUncertainties.OfShare([30], 100);
        Assert.Equal(0.3, figure.Mean);
        Assert.Equal(Math.Sqrt(0.3 * 0.7 / 99), figure.StandardError, 1e-15);
        Assert.Null(figure.Lower);
        Assert.Null(figure.Upper);
        Assert.Equal(SpreadKind.Plain, figure.Spread.Kind);
    }

    [Fact]
    public void The_band_is_shrunk_to_the_spread_of_the_judgements()
    {
        // Five draws of 401 paths: p = 0, 100, 200, 300, 401 of 401.
        int[] counts = [0, 100, 200, 300, 401];
        var p = counts.Select(count => count / 401.0).ToArray();
        var mean = p.Average();
        var variance = p.Sum(value => (value - mean) * (value - mean)) / 4;
        var chance = p.Average(value => value * (1 - value) / 400);
        var shrink = Math.Sqrt((variance - chance) / variance);
        var figure = TwoUncertainties.OfShare(counts, 401);
        Assert.Equal(mean, figure.Mean, 1e-15);
        Assert.Equal(Math.Sqrt(variance / 5), figure.StandardError, 1e-15);
        // Type 7 at 5 % of five values: a fifth of the way from the first to the second.
        Assert.Equal(mean + (shrink * (p[0] + (0.2 * (p[1] - p[0])) - mean)), figure.Lower!.Value, 1e-14);
        Assert.Equal(mean + (shrink * (p[3] + (0.8 * (p[4] - p[3])) - mean)), figure.Upper!.Value, 1e-14);
        Assert.Equal(SpreadKind.Plain, figure.Spread.Kind);
    }

    [Fact]
    public void Too_much_chance_asks_for_more_paths_and_says_how_many()
    {
        int[] counts = [4, 6, 5, 8, 2]; // of 10 paths: chance 0.0235..., variance 0.05
        var chance = counts.Average(count => count / 10.0 * (1 - (count / 10.0)) / 9);
        var figure = TwoUncertainties.OfShare(counts, 10);
        Assert.True(chance > 0.2 * 0.05);
        Assert.Equal(SpreadKind.MorePathsNeeded, figure.Spread.Kind);
        Assert.Equal((long)Math.Ceiling(10 * chance / (0.25 * (0.05 - chance))), figure.Spread.PathsNeeded);
    }

    [Fact]
    public void Spread_within_chance_is_none_found()
    {
        var figure = TwoUncertainties.OfShare([5, 5, 6, 4], 10);
        Assert.Equal(SpreadKind.NoneFound, figure.Spread.Kind);
        Assert.Equal(figure.Mean, figure.Lower);
        Assert.Equal(figure.Mean, figure.Upper);
    }

    [Fact]
    public void What_rounding_leaves_of_the_spread_is_none()
    {
        var chance = 0.01 * (1 - 1e-13); // the variance of the values is 0.01
        var figure = TwoUncertainties.Of([0.1, 0.2, 0.3], [chance, chance, chance], 100);
        Assert.Equal(SpreadKind.NoneFound, figure.Spread.Kind);
        Assert.Equal(0, figure.Spread.PathsNeeded);
    }

    [Fact]
    public void Numbers_use_the_sample_variance()
    {
        // Paths 1, 2, 3, 6: mean 3, sample variance 14/3.
        var figure = TwoUncertainties.OfNumber([12], [50], 4);
        Assert.Equal(3, figure.Mean);
        Assert.Equal(Math.Sqrt(14.0 / 3 / 4), figure.StandardError, 1e-15);
        Assert.Equal(Math.Sqrt(14.0 / 3 / 4) / 2, TwoUncertainties.OfNumber([12], [50], 4, 0.5).StandardError, 1e-15);
    }

    [Fact]
    public void Two_levels_of_chance_are_told_apart()
    {
        // 400 draws with p uniform on 0.2 to 0.6 (standard deviation 0.1155), 50 paths each: the raw spread is a fifth wider than the truth.
        var random = new Random(3);
        var counts = Enumerable.Range(0, 400).Select(_ =>
        {
            var p = 0.2 + (0.4 * random.NextDouble());
            return Enumerable.Range(0, 50).Count(_ => random.NextDouble() < p);
        }).ToArray();
        var figure = TwoUncertainties.OfShare(counts, 50);
        Assert.Equal(0.22, figure.Lower!.Value, 0.025); // 5 % of the uniform distribution
        Assert.Equal(0.58, figure.Upper!.Value, 0.025);
    }
}
