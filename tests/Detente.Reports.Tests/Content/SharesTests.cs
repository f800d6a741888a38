using Detente.Models;
using Detente.Reports.Content;
using Detente.Studies;

namespace Detente.Reports.Tests.Content;

public sealed class SharesTests
{
    private static readonly Shares English = new(new Voice(ReaderLanguage.English, ModelMode.Plausibility));
    private static readonly Shares German = new(new Voice(ReaderLanguage.German, ModelMode.Plausibility));

    [Theory]
    [InlineData(0.314, 0.012, "in 31 of 100 model runs", "in 31 von 100 Modellläufen")]
    [InlineData(0.314, 0.0001, "in 31 of 100 model runs", "in 31 von 100 Modellläufen")]
    [InlineData(0.314, 0.096, "in 3 of 10 model runs", "in 3 von 10 Modellläufen")]
    [InlineData(0.0042, 0.0006, "in 4 of 1,000 model runs", "in 4 von 1.000 Modellläufen")]
    [InlineData(0.0042, 0.012, "in fewer than 1 of 100 model runs", "in weniger als 1 von 100 Modellläufen")]
    [InlineData(0.9996, 0.0008, "in more than 999 of 1,000 model runs", "in mehr als 999 von 1.000 Modellläufen")]
    [InlineData(0, 0, "in none of the model runs", "in keinem Modelllauf")]
    [InlineData(1, 0, "in all model runs", "in allen Modellläufen")]
    public void A_share_is_a_count_of_runs_with_the_digits_its_error_allows(double share, double error, string english, string german)
    {
        Assert.Equal(english, English.In(share, error));
        Assert.Equal(german, German.In(share, error));
    }

    [Theory]
    [InlineData(0.17, 0.014, "+17\u00a0±\u00a01")]
    [InlineData(-0.002, 0.0006, "−0.2\u00a0±\u00a00.1")]
    [InlineData(0.0004, 0.014, "0\u00a0±\u00a01")]
    [InlineData(0.12, 0, "+12.0")]
    public void A_difference_is_in_runs_of_a_hundred(double mean, double error, string expected) =>
        Assert.Equal(expected, English.Difference(new Figure(mean, error, null, null, default)));

    [Theory]
    [InlineData(0.61, -0.423, "in 19 instead of 61 of 100 model runs", "in 19 statt 61 von 100 Modellläufen")]
    [InlineData(0.002, 0.046, "in 5 instead of fewer than 1 of 100 model runs", "in 5 statt weniger als 1 von 100 Modellläufen")]
    [InlineData(0.004, -0.002, "in 2 instead of 4 of 1,000 model runs", "in 2 statt 4 von 1.000 Modellläufen")]
    [InlineData(0, 0.12, "in 12 instead of 0 of 100 model runs", "in 12 statt 0 von 100 Modellläufen")]
    public void A_change_is_told_from_both_its_ends(double before, double difference, string english, string german)
    {
        var (share, change) = (new Figure(before, 0.001, null, null, default), new Figure(difference, 0.001, null, null, default));
        Assert.Equal(english, English.Instead(share, change));
        Assert.Equal(german, German.Instead(share, change));
    }

    [Theory]
    [InlineData(0.0123, 0.0006, true, "+0.0123\u00a0±\u00a00.0006")]
    [InlineData(-0.17, 0.014, true, "−0.17\u00a0±\u00a00.01")]
    [InlineData(1.5, 0.3, false, "1.5\u00a0±\u00a00.3")]
    [InlineData(0, 0, true, "0")]
    [InlineData(0.25, 0, false, "0.250")]
    public void A_measured_figure_has_the_digits_its_error_allows(double value, double error, bool isSigned, string expected) =>
        Assert.Equal(expected, English.Measured(value, error, isSigned));

    [Theory]
    [InlineData(0.02, 0.01, true)]
    [InlineData(0.021, 0.01, false)]
    [InlineData(-0.02, 0.01, true)]
    [InlineData(0, 0, true)]
    public void At_most_two_errors_are_noise(double mean, double error, bool expected) =>
        Assert.Equal(expected, new Figure(mean, error, null, null, default).IsWithinNoise);

    [Theory]
    [InlineData(SpreadKind.Plain, " (judgement spread 22 to 41)")]
    [InlineData(SpreadKind.NoneFound, " (no judgement spread found)")]
    [InlineData(SpreadKind.MorePathsNeeded, " (judgement spread 22 to 41, not yet firm)")]
    public void A_spread_says_how_firm_it_is(SpreadKind kind, string expected) =>
        Assert.Equal(expected, English.Spread(new Figure(0.31, 0.01, 0.22, 0.41, new SpreadNote(kind, 0))));

    [Fact]
    public void Without_draws_there_is_no_spread() => Assert.Equal("", English.Spread(new Figure(0.31, 0.01, null, null, default)));

    [Theory]
    [InlineData(0.013, 2)]
    [InlineData(0.094, 2)]
    [InlineData(0.095, 1)]
    [InlineData(0.3, 1)]
    [InlineData(3, 0)]
    [InlineData(0, 4)]
    public void Decimals_end_where_the_error_begins(double error, int expected) => Assert.Equal(expected, Rounding.Decimals(error, 4));
}
