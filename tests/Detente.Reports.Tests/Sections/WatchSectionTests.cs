using Detente.Models;
using Detente.Reports.Tests.Samples;

namespace Detente.Reports.Tests.Sections;

public sealed class WatchSectionTests
{
    private static readonly Model Watched = TwoKingdoms.Model with
    {
        Indicators =
        [
            One("hulls", "Hulls counted", "Gezählte Rümpfe", TwoKingdoms.Fleet, 1),
            One("banners", "Banners counted", "Gezählte Banner", TwoKingdoms.GarrisonSeen, 1),
            One("letters", "Letters opened", "Geöffnete Briefe", TwoKingdoms.GarrisonSeen, null),
        ],
    };

    [Theory]
    [InlineData(ReaderLanguage.English, "If “Banners counted” reaches “many”, this speaks for the state “full” of the factor Garrisons as Ironmark sees them.")]
    [InlineData(ReaderLanguage.German, "Erreicht „Gezählte Banner“ die Schwelle „viele“, spricht das für die Ausprägung „voll“ des Faktors Garnisonen in den Augen Eisenmarks.")]
    public void An_indicator_says_which_state_its_threshold_speaks_for(ReaderLanguage language, string sentence) =>
        Assert.Contains(sentence, Body(Watched, language), StringComparison.Ordinal);

    [Fact]
    public void Indicators_of_what_drives_most_come_first_one_factor_after_the_other()
    {
        var body = Body(Watched, ReaderLanguage.English);
        var section = body[body.IndexOf("What to watch", StringComparison.Ordinal)..];
        var (banners, hulls) = (section.IndexOf("Banners counted", StringComparison.Ordinal), section.IndexOf("Hulls counted", StringComparison.Ordinal));
        Assert.True(banners >= 0 && hulls > banners, section);
        Assert.DoesNotContain("Letters opened", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_threshold_nothing_is_said_of_states() => Assert.Contains(
        "“Letters opened” tells of the factor Garrisons as Ironmark sees them; no threshold is set.",
        Body(Watched with { Indicators = [Watched.Indicators[2]] }, ReaderLanguage.English),
        StringComparison.Ordinal);

    [Fact]
    public void The_bottom_line_names_the_first()
    {
        var body = Body(Watched, ReaderLanguage.English);
        Assert.Contains("If “Banners counted” reaches", body[..body.IndexOf("How the relationship evolves", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    private static Indicator One(string id, string english, string german, int factor, int? threshold)
    {
        var states = TwoKingdoms.Model.Factors[factor].States.Length;
        return new Indicator(
            id,
            new(english, german),
            new FactorId(factor),
            [new("few", new("few", "wenige")), new("many", new("many", "viele"))],
            [.. Enumerable.Range(0, states).Select(state => state == states - 1 ? [0.1, 0.9] : (System.Collections.Immutable.ImmutableArray<double>)[0.8, 0.2])])
        {
            Threshold = threshold,
        };
    }

    private static string Body(Model model, ReaderLanguage language) => BriefDocumentTests.Body(Written.With(SampleBrief.Full, model), language);
}
