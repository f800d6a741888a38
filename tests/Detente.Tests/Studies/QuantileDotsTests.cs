using CsCheck;
using Detente.Studies;

namespace Detente.Tests.Studies;

/// <summary>Shares as dots: largest remainder, nothing lost, nothing dropped in silence.</summary>
public sealed class QuantileDotsTests
{
    private static readonly Gen<(double[] Shares, int Runs)> Cases =
        Gen.Select(Gen.Double[0, 1].Select(Gen.Int[0, 3], (share, form) => form == 0 ? 0 : form == 1 ? share / 1000 : share).Array[1, 12], Gen.Int[1, 50]);

    [Fact]
    public void Dots_add_up_and_each_kind_gets_its_share_rounded_down_or_up() => Cases.Where(one => one.Shares.Sum() > 0).Sample(one =>
    {
        var dots = QuantileDots.Of(one.Shares, one.Runs);
        Assert.Equal((one.Runs, one.Runs, one.Shares.Length), (dots.Runs, dots.Kinds.Sum(kind => kind.Dots), dots.Kinds.Length));
        Assert.All(dots.Kinds.Zip(one.Shares), pair =>
        {
            var quota = pair.Second / one.Shares.Sum() * one.Runs;
            Assert.InRange(pair.First.Dots, Math.Floor(quota - 1e-9), Math.Ceiling(quota + 1e-9));
        });
    });

    [Fact]
    public void A_kind_that_occurs_and_has_no_dot_is_told_with_a_bound_that_holds() => Cases.Where(one => one.Shares.Sum() > 0).Sample(one =>
        Assert.All(QuantileDots.Of(one.Shares, one.Runs).Kinds, kind =>
        {
            Assert.Equal(kind.Dots == 0 && kind.Share > 0, kind.FewerThanOneOf is not null);
            Assert.True(kind.FewerThanOneOf is not { } runs || kind.Share < 1.0 / runs);
        }));

    [Fact]
    public void A_larger_share_never_has_fewer_dots() => Cases.Where(one => one.Shares.Sum() > 0).Sample(one =>
    {
        var kinds = QuantileDots.Of(one.Shares, one.Runs).Kinds.OrderBy(kind => kind.Share).ToList();
        Assert.All(kinds.Zip(kinds.Skip(1)).Where(pair => pair.First.Share < pair.Second.Share), pair => Assert.InRange(pair.First.Dots, 0, pair.Second.Dots));
    });

    // The seats of a house of 10 by Hamilton's method, by hand: quotas 4.15, 3.45, 2.4 give 4, 3, 2, and the last seat goes to .45.
    [Fact]
    public void The_last_dot_goes_to_the_largest_remainder() =>
        Assert.Equal([4, 4, 2], QuantileDots.Of([0.415, 0.345, 0.24], 10).Kinds.Select(kind => kind.Dots));

    [Fact]
    public void Under_half_a_dot_the_bound_is_half_a_dot()
    {
        var kinds = QuantileDots.Of([0.98, 0.02, 0], 20).Kinds;
        Assert.Equal([(20, null), (0, 40), (0, (int?)null)], kinds.Select(kind => (kind.Dots, kind.FewerThanOneOf)));
        Assert.Equal(20, QuantileDots.Of([0.03, 0.03, 0.03, 0.91], 20).Kinds[2].FewerThanOneOf); // over half a dot, and the two before took the two dots left
    }

    [Fact]
    public void On_a_tie_the_first_gets_the_dot() => Assert.Equal([1, 0], QuantileDots.Of([0.5, 0.5], 1).Kinds.Select(kind => kind.Dots));

    [Fact]
    public void Shares_of_nothing_have_no_dots() => Assert.Equal(0, QuantileDots.Of([0, 0], 20).Kinds.Sum(kind => kind.Dots));

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(-0.1, 20)]
    [InlineData(double.NaN, 20)]
    public void What_is_no_share_is_refused(double share, int runs) => Assert.Throws<ArgumentOutOfRangeException>(() => QuantileDots.Of([share, 0.5], runs));
}
