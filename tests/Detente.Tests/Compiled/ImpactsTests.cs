using Detente.Compiled;
using Detente.Models;

namespace Detente.Tests.Compiled;

/// <summary>The tables of single weights, computed by hand from the formula of the methods page, section 1.</summary>
public sealed class ImpactsTests
{
    // u = -1, 0, 1 on both sides; d = |u(a) - u(b)|. Row of a = low: d = 0, 1, 2, mean 1, so 1, 0, -1.
    // Row of a = middle: d = 1, 0, 1, mean 2/3, so -1/3, 2/3, -1/3. Times 100, rounded.
    [Fact]
    public void One_point_between_three_states_each() =>
        Assert.Equal([100, 0, -100, -33, 67, -33, -100, 0, 100], Impacts.OfWeight(100, 3, 3, ImpactShape.Level));

    // Minus one and a half: d = |u(a) + u(b)|. Row of a = low: d = 2, 1, 0, so -1, 0, 1, times 1.5.
    [Fact]
    public void A_negative_weight_pulls_to_the_opposite_level() =>
        Assert.Equal([-150, 0, 150, -50, 100, -50, 150, 0, -150], Impacts.OfWeight(-150, 3, 3, ImpactShape.Level));

    // u(a) = -1, -1/3, 1/3, 1; u(b) = -1, 0, 1. Second row: d = 2/3, 1/3, 4/3, mean 7/9; 7/9 - d = 1/9, 4/9, -5/9. Times 200: 22.2, 88.9, -111.1.
    [Fact]
    public void Two_points_from_four_states_to_three() => Assert.Equal(
        [200, 0, -200, 22, 89, -111, -111, 89, 22, -200, 0, 200],
        Impacts.OfWeight(200, 4, 3, ImpactShape.Level));

    // w u(a) u(b) with u(a) = -1, -1/3, 1/3, 1 and u(b) = -1, 0, 1; times 100.
    [Fact]
    public void A_linear_weight_is_the_product_of_positions() => Assert.Equal(
        [100, 0, -100, 33, 0, -33, -33, 0, 33, -100, 0, 100],
        Impacts.OfWeight(100, 4, 3, ImpactShape.Linear));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    [InlineData(1, 1)]
    public void A_factor_with_one_state_neither_pulls_nor_is_pulled(int source, int target)
    {
        Assert.All(Impacts.OfWeight(300, source, target, ImpactShape.Level), impact => Assert.Equal(0, impact));
        Assert.All(Impacts.OfWeight(300, source, target, ImpactShape.Linear), impact => Assert.Equal(0, impact));
    }

    // At the ends d is linear in u(b), so the pull is w u(a) u(b), exactly, before it is rounded.
    [Fact]
    public void At_end_states_of_the_source_the_pull_is_the_product_of_positions()
    {
        foreach (var (source, target, weight) in from s in Enumerable.Range(2, 6) from t in Enumerable.Range(2, 6) from w in new[] { -300, -137, 50, 100, 299 } select (s, t, w))
        {
            var level = Impacts.OfWeight(weight, source, target, ImpactShape.Level);
            var linear = Impacts.OfWeight(weight, source, target, ImpactShape.Linear);
            Assert.Equal(linear[..target], level[..target]);
            Assert.Equal(linear[^target..], level[^target..]);
        }
    }

    // Exact zero sum before rounding: each of n cells is off by half a hundredth at most.
    [Fact]
    public void The_pull_of_a_state_sums_to_nought_but_for_rounding()
    {
        foreach (var (source, target) in from s in Enumerable.Range(2, 6) from t in Enumerable.Range(2, 6) select (s, t))
        {
            var table = Impacts.OfWeight(-217, source, target, ImpactShape.Level);
            for (var a = 0; a < source; a++)
            {
                Assert.InRange(2 * Math.Abs(table.AsSpan(a * target, target).ToArray().Sum()), 0, target);
            }
        }
    }

    [Theory]
    [InlineData(0.125, 13)]
    [InlineData(-0.125, -13)]
    [InlineData(2.994, 299)]
    public void Points_are_rounded_half_away_from_zero(double points, int hundredths) => Assert.Equal(hundredths, Impacts.Hundredths(points));

    [Theory]
    [InlineData(5, 2, 3)]
    [InlineData(-5, 2, -3)]
    [InlineData(4, 3, 1)]
    [InlineData(-4, 3, -1)]
    public void Fractions_are_rounded_half_away_from_zero(long numerator, long denominator, int rounded) =>
        Assert.Equal(rounded, Impacts.DivideRounded(numerator, denominator));
}
