using System.Collections.Immutable;
using Detente.Studies;

namespace Detente.Tests.Studies;

/// <summary>Ratios, lengths of stays that are cut off, and times read off rising figures.</summary>
public sealed class CourseStatisticsTests
{
    [Fact]
    public void A_ratio_is_that_of_the_sums()
    {
        var figure = Ratio.Of([new RatioSums(6, 4, 0, 0, 0), new RatioSums(2, 4, 0, 0, 0)], 10, 3)!.Value;
        Assert.Equal(3.0, figure.Mean);
        Assert.Equal(3 * Math.Sqrt(2 * (4 + 4)) / 8, figure.StandardError, 1e-12); // residuals 6 - 4 and 2 - 4
    }

    [Fact]
    public void What_is_equal_in_all_draws_has_no_error() =>
        Assert.Equal(0, Ratio.Of([new RatioSums(1, 3, 0, 0, 0), new RatioSums(7, 21, 0, 0, 0)], 10)!.Value.StandardError);

    [Fact]
    public void Within_one_draw_the_groups_are_its_paths()
    {
        (long X, long Y)[] paths = [(0, 1), (2, 3), (1, 1), (5, 4)];
        var sums = new RatioSums(paths.Sum(p => p.X), paths.Sum(p => p.Y), paths.Sum(p => p.X * p.X), paths.Sum(p => p.X * p.Y), paths.Sum(p => p.Y * p.Y));
        var figure = Ratio.Of([sums], 4)!.Value;
        var ratio = 8.0 / 9;
        var expected = Math.Sqrt(paths.Sum(p => (p.X - (ratio * p.Y)) * (p.X - (ratio * p.Y))) * 4 / 3) / 9;
        Assert.Equal(expected, figure.StandardError, 1e-12);
    }

    [Fact]
    public void Nothing_below_gives_no_ratio() => Assert.Null(Ratio.Of([new RatioSums(0, 0, 0, 0, 0)], 10));

    // Textbook case: 6 stays; one ends after 1 step, one is cut off after 1, two end after 2, one is cut off after 3, one ends after 4.
    [Fact]
    public void Stays_that_are_cut_off_count_up_to_there()
    {
        var ended = StayLengths.Ended([[0, 1, 2, 0, 1]], [[0, 1, 0, 1, 0]]);
        double[] lasting = [1, 5.0 / 6, 5.0 / 6 * 0.5, 5.0 / 6 * 0.5, 0];
        Assert.All(lasting.Zip(ended), pair => Assert.Equal(1 - pair.First, pair.Second.Mean, 1e-12));
        Assert.Equal(5.0 / 6 * Math.Sqrt(1.0 / 6 / 5), ended[1].StandardError, 1e-12);
    }

    [Fact]
    public void Without_cuts_the_share_that_ended_is_plain_and_so_is_its_error()
    {
        var ended = StayLengths.Ended([[0, 30, 20, 50]], [[0, 0, 0, 0]]);
        Assert.Equal(0.5, ended[2].Mean, 1e-12);
        Assert.Equal(Math.Sqrt(0.25 / 100), ended[2].StandardError, 1e-12);
    }

    [Fact]
    public void Draws_of_as_many_stays_give_the_error_of_their_means()
    {
        var ended = StayLengths.Ended([[0, 3, 7], [0, 5, 5], [0, 4, 6]], [[0, 0, 0], [0, 0, 0], [0, 0, 0]]);
        Assert.Equal((0.4, 0.1 / Math.Sqrt(3)), (ended[1].Mean, Math.Round(ended[1].StandardError, 12)), new Near());
    }

    [Fact]
    public void A_time_is_read_with_two_errors_either_way()
    {
        ImmutableArray<Figure> rising = [.. new[] { 0, 0.3, 0.45, 0.52, 0.7 }.Select(mean => new Figure(mean, 0.03, null, null, default))];
        Assert.Equal(new TimeQuantile(0.5, 3, 2, 4), TimeQuantiles.Of(0.5, rising));
        Assert.Equal(new TimeQuantile(0.75, null, 4, null), TimeQuantiles.Of(0.75, rising));
        Assert.Equal(new TimeQuantile(0.9, null, null, null), TimeQuantiles.Of(0.9, rising));
    }

    private sealed class Near : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9;

        public int GetHashCode((double, double) obj) => 0;
    }
}
