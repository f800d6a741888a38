using Detente.Claims;

namespace Detente.Tests.Claims;

/// <summary>Figures of sums over groups, with their errors.</summary>
public sealed class MeasuredTests
{
    private static long[][] Sums(params (long A, long B)[] groups) => [.. groups.Select(group => new[] { group.A, group.B })];

    /// <summary>Of equal groups the ratio is their mean, and its error the textbook one: values 2, 4, 9 have mean 5, variance 13.</summary>
    [Fact]
    public void Of_equal_groups_the_error_is_that_of_their_mean()
    {
        var figure = Measured.Ratio(Sums((20, 10), (40, 10), (90, 10)), 0, 1, 1)!;
        Assert.Equal(5, figure.Value, 1e-15);
        Assert.Equal(Math.Sqrt(13.0 / 3), figure.Error, 1e-12);
        Assert.Equal(5, Measured.Mean(Sums((20, 10), (40, 10), (90, 10)), 0, 1, 1)!.Value);
        Assert.Equal(2.5, Measured.Ratio(Sums((20, 10), (40, 10), (90, 10)), 0, 1, 0.5)!.Value, 1e-15);
    }

    /// <summary>A ratio of sums by hand: 6/4, residuals (1 - 1.5)/4, (2 - 3)/4, (3 - 1.5)/4; 3/2 of the sum of their squares is 0.328125.</summary>
    [Fact]
    public void Of_unequal_groups_the_error_is_that_of_the_linearised_ratio()
    {
        var figure = Measured.Ratio(Sums((1, 1), (2, 2), (3, 1)), 0, 1, 1)!;
        Assert.Equal(1.5, figure.Value);
        Assert.Equal(Math.Sqrt(0.328125), figure.Error, 1e-15);
    }

    [Fact]
    public void What_is_the_same_in_all_groups_has_no_error_at_all()
    {
        Assert.Equal(0, Measured.Ratio(Sums((1, 3), (2, 6), (7, 21)), 0, 1, 0.1)!.Error);
        var third = Measured.Ratio(Sums((1, 7), (2, 9)), 0, 1, 1)!;
        Assert.Equal((0.0, 0.0), (third.Combine(1, third, -1).Value, third.Combine(1, third, -1).Error));
        Assert.Null(Measured.Ratio(Sums((0, 0), (0, 0)), 0, 1, 1));
    }

    /// <summary>The error of a ratio of independent groups is right: of 400 ratios some 95 in 100 lie within two errors.</summary>
    [Fact]
    public void The_error_of_a_ratio_covers_it()
    {
        var random = new Random(5);
        var within = 0;
        for (var trial = 0; trial < 400; trial++)
        {
            var groups = Enumerable.Range(0, 50).Select(_ =>
            {
                var b = random.Next(5, 40);
                return (A: (long)Enumerable.Range(0, b).Count(_ => random.NextDouble() < 0.3), B: (long)b);
            }).ToArray();
            var figure = Measured.Ratio(Sums(groups), 0, 1, 1)!;
            within += Math.Abs(figure.Value - 0.3) <= 2 * figure.Error ? 1 : 0;
        }

        Assert.InRange(within, 365, 395);
    }

    [Theory]
    [InlineData(0.5, 0.1, true, "Holds")]
    [InlineData(-0.5, 0.1, true, "Fails")]
    [InlineData(0.3, 0.1, true, "Undecided")] // three errors are not more than three errors
    [InlineData(-0.29, 0.1, true, "Undecided")]
    [InlineData(0, 0, true, "Fails")]
    [InlineData(0, 0, false, "Holds")]
    [InlineData(0, 0.1, false, "Undecided")]
    [InlineData(1e-9, 0, true, "Holds")]
    public void A_margin_is_clear_beyond_three_errors(double by, double error, bool isStrict, string expected) =>
        Assert.Equal(expected, new Margin(by, error, isStrict).Ruling.ToString());

    [Fact]
    public void The_tightest_is_a_miss_before_a_doubt_before_the_smallest_pass()
    {
        var (wide, narrow, doubt, miss) = (new Margin(5, 0.1, true), new Margin(1, 0.1, true), new Margin(-0.2, 0.1, true), new Margin(-1, 0.1, true));
        Assert.Equal(narrow, Margin.Tightest([wide, narrow]));
        Assert.Equal(doubt, Margin.Tightest([wide, narrow, doubt]));
        Assert.Equal(miss, Margin.Tightest([doubt, miss, wide]));
    }
}
