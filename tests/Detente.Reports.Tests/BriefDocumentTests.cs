using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Detente.Models;
using Detente.Reports.Tests.Samples;
using Detente.Studies;

namespace Detente.Reports.Tests;

public sealed partial class BriefDocumentTests
{
    [Theory]
    [InlineData(ReaderLanguage.English, "brief.en.html")]
    [InlineData(ReaderLanguage.German, "brief.de.html")]
    public void The_brief_reads_as_agreed(ReaderLanguage language, string golden) =>
        Golden.Match(golden, Written.Html(SampleBrief.Full, language));

    [Theory]
    [InlineData("“Armed feud” is the most frequent kind of future: it holds in 52 of 100 model runs (judgement spread 41 to 63).")]
    [InlineData("The lead exceeds sampling noise and survives differing judgements")]
    [InlineData("The step “Raid” is reached or passed in 21 of 100 model runs (judgement spread 15 to 26); graver: “Open war” in 4 of 1,000 model runs.")]
    [InlineData("Among the admissible options “Opening of the roads” moves the picture most: at the end of the horizon “Armed feud” holds in 35 instead of 52 of 100 model runs.")]
    [InlineData("Two consistent scenarios are of this kind.")]
    [InlineData("Its strongest support is Garrisons as Ironmark sees them → Ironmark's river fleet (+5.0 points).")]
    [InlineData("Its rule asks for events and not for states")]
    [InlineData("“no measures” has no effect beyond noise.")]
    [InlineData("The bottleneck is the precondition “Trust no longer broken”, met in none of the model runs at the start and in 18 of 100 model runs at the end. Also needed is “Fords calm for a year” (in 45 of 100 model runs at the end).")]
    [InlineData("The soft limit “Emptying of the purse” is overstepped in 7 of 100 model runs in the baseline, most often under “Opening of the roads” (in 24 of 100 model runs).")]
    [InlineData("42 of 100 changes of state in the first year")]
    [InlineData("Of 7 influences 4 name a source for their direction. Their strength is expert judgement for 3, data for 1 and quoted for 3.")]
    [InlineData("(Aldermann and Scrivener 1451, p. 5)")]
    public void What_the_result_holds_is_said(string sentence) => Assert.Contains(sentence, Body(SampleBrief.Full, ReaderLanguage.English), StringComparison.Ordinal);

    [Theory]
    [InlineData("Am Ende des Zeithorizonts (31. März 1453) ist „Bewaffnete Fehde“ der häufigste Zukunftstyp: Er liegt in 52 von 100 Modellläufen vor (Urteilsspanne 41 bis 63).")]
    [InlineData("Die Stufe „Überfall“ wird in 21 von 100 Modellläufen erreicht oder überschritten (Urteilsspanne 15 bis 26); darüber: „Offener Krieg“ in 4 von 1.000 Modellläufen.")]
    [InlineData("Was das am besten gestützte auszeichnet: ")]
    [InlineData("(Aldermann und Scrivener 1451, S. 5)")]
    public void The_German_brief_says_it_in_its_own_form(string sentence) => Assert.Contains(sentence, Body(SampleBrief.Full, ReaderLanguage.German), StringComparison.Ordinal);

    [Theory]
    [InlineData(ReaderLanguage.English)]
    [InlineData(ReaderLanguage.German)]
    public void Every_number_of_the_body_comes_from_the_result(ReaderLanguage language)
    {
        var known = ResultNumbers.Of(SampleBrief.Full);
        var strange = NumbersIn(Body(SampleBrief.Full, language), language).Where(number => !known.Contains(number)).Distinct();
        Assert.Empty(strange);
    }

    [Theory]
    [InlineData(ReaderLanguage.English)]
    [InlineData(ReaderLanguage.German)]
    public void The_preference_never_stands_beside_shares(ReaderLanguage language)
    {
        var document = XDocument.Parse(Written.Html(SampleBrief.Full, language));
        var word = language == ReaderLanguage.German ? "offengelegte Präferenz" : "declared preference";
        var section = Assert.Single(document.Descendants("section"), section => section.Value.Contains(word, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\d+ (of|von) \d+", section.Value);
    }

    [Fact]
    public void An_empty_result_says_what_is_missing()
    {
        var body = Body(SampleBrief.Empty, ReaderLanguage.English);
        foreach (var sentence in (string[])[
            "The result holds no shares of kinds of future: there is nothing to say on how the relationship evolves.",
            "The result holds no roles of factors.",
            "None of the 6 possible configurations is consistent",
            "The model names no kinds of future.",
            "The result says nothing on escalation",
            "The result compares no strategies with the baseline.",
            "The model states no measures.",
            "The sponsor has declared no preferred scenario."])
        {
            Assert.Contains(sentence, body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<figure", Written.Html(SampleBrief.Empty, ReaderLanguage.English), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"banner\"", Written.Html(SampleBrief.Empty, ReaderLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void The_spiral_of_images_is_told_only_when_there_is_one()
    {
        var without = SampleBrief.Full with { Structure = SampleBrief.Full.Structure with { ImageLoops = [] } };
        Assert.Contains("The security dilemma", Body(SampleBrief.Full, ReaderLanguage.English), StringComparison.Ordinal);
        Assert.DoesNotContain("The security dilemma", Body(without, ReaderLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_draws_no_spread_is_named()
    {
        var body = Body(SampleBrief.WithoutBands, ReaderLanguage.English);
        Assert.DoesNotContain("judgement spread 41", body, StringComparison.Ordinal);
        Assert.Contains("How far other judgements would move it was not examined.", body, StringComparison.Ordinal);
        Assert.Contains("the result holds no spread over judgements", body, StringComparison.Ordinal);
        Assert.DoesNotContain("chart-bands", Written.Html(SampleBrief.WithoutBands, ReaderLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lead_within_noise_is_called_so()
    {
        var futures = SampleBrief.Full.Futures;
        var close = futures.Scenarios[0].Values.SetItem(12, SampleBrief.Share(0.33, 0.011, 0.2, 0.4));
        var result = SampleBrief.Full with { Futures = futures with { Scenarios = futures.Scenarios.SetItem(0, new FigureSeries(close)) } };
        Assert.Contains("The lead is within noise", Body(result, ReaderLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void How_many_runs_a_loose_spread_needs_is_told_with_the_method() =>
        Assert.Contains("up to 640 runs per set of judgements", Written.Html(SampleBrief.Full, ReaderLanguage.English), StringComparison.Ordinal);

    [Fact]
    public void An_incomplete_run_says_so()
    {
        var result = SampleBrief.Full with { Provenance = SampleBrief.Full.Provenance with { Completeness = new Completeness(false, 4_321, 10_000) } };
        Assert.Contains("The run is not complete: 4,321 of 10,000 units of work were done.", Body(result, ReaderLanguage.English), StringComparison.Ordinal);
    }

    /// <summary>Text before the annex without charts, as a reader reads it: marks left out, blanks made equal.</summary>
    internal static string Body(BriefResult result, ReaderLanguage language)
    {
        var main = XDocument.Parse(Written.Html(result, language)).Descendants("main").Single();
        main.Elements("div").Where(element => (string?)element.Attribute("class") == "annex").Remove();
        main.Descendants().Where(element => element.Name.LocalName is "svg" or "abbr").ToList().ForEach(element => element.Remove());
        return Blanks.Replace(main.Value, " ");
    }

    private static IEnumerable<decimal> NumbersIn(string text, ReaderLanguage language)
    {
        var (point, group) = language == ReaderLanguage.German ? (",", ".") : (".", ",");
        return Number.Matches(text)
            .Select(match => match.Value.TrimEnd('.', ',').Replace(group, "", StringComparison.Ordinal).Replace(point, ".", StringComparison.Ordinal))
            .Select(number => decimal.Parse(number, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks { get; }

    [GeneratedRegex(@"\d[\d.,]*", RegexOptions.None, 1000)]
    private static partial Regex Number { get; }
}
