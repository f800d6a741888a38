using System.Xml.Linq;
using Detente.Models;
using Detente.Reports.Tests.Samples;

namespace Detente.Reports.Tests;

public sealed class HtmlWriterTests
{
    private const string Hostile = "</style></svg><script>alert(1)</script> & \"x\" 'y' {0} ]]> --> \u0007";

    public static TheoryData<ReaderLanguage> Languages => new(ReaderLanguage.English, ReaderLanguage.German);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Hostile_titles_stay_text_everywhere(ReaderLanguage language)
    {
        var result = Written.With(SampleBrief.Full, Poisoned());
        Assert.Empty(Written.Findings(result, language));
        var html = Written.Html(result, language);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        var document = XDocument.Parse(html);
        var style = Assert.Single(document.Descendants("style")).Value;
        Assert.DoesNotContain("alert(1)", style, StringComparison.Ordinal);
        Assert.DoesNotContain("<", style, StringComparison.Ordinal);
        Assert.Contains(document.Descendants().Where(element => element.Name.LocalName == "text"), text => text.Value.Contains("<script>", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_same_report_gives_the_same_characters(ReaderLanguage language) =>
        Assert.Equal(Written.Html(SampleBrief.Full, language), Written.Html(SampleBrief.Full, language));

    [Fact]
    public void Words_of_the_program_do_not_come_from_the_model()
    {
        // The large brief is about something else altogether: no word of the small one's model may be left in it.
        var html = Written.Html(LargeBrief.Result, ReaderLanguage.English);
        foreach (var word in (string[])["Valdria", "Ironmark", "feud", "kingdom"])
        {
            Assert.DoesNotContain(word, html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_chart_has_names_and_patterns_beside_colours()
    {
        var svg = XDocument.Parse(Written.Html(LargeBrief.Result, ReaderLanguage.English)).Descendants()
            .Single(element => element.Name.LocalName == "svg" && ((string?)element.Attribute("aria-labelledby"))!.StartsWith("chart-kinds", StringComparison.Ordinal));
        Assert.Equal(5, svg.Descendants().Count(element => element.Name.LocalName == "pattern"));
        foreach (var kind in LargeBrief.Result.Provenance.Study.Model.Scenarios)
        {
            Assert.Contains(svg.Descendants(), text => text.Name.LocalName == "text" && text.Value.Replace("  ", " ", StringComparison.Ordinal).StartsWith(kind.Title.En, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Nothing_is_written_for_no_report()
    {
        using var writer = new StringWriter();
        Assert.Throws<ArgumentNullException>(() => HtmlWriter.Write(null!, writer));
        Assert.Throws<ArgumentNullException>(() => HtmlWriter.Write(BriefDocument.From(SampleBrief.Full, ReaderLanguage.English), null!));
    }

    private static Model Poisoned()
    {
        var model = TwoKingdoms.Model;
        var bad = LocalizedText.Same(Hostile);
        var reason = new Provenance(bad, [new SourceReference(new SourceId(0), Hostile)], [], EvidenceLabel.QuotedSource);
        return model with
        {
            Id = Hostile,
            Title = bad,
            Question = bad,
            Encoded = new Models.Encoding(Hostile, Hostile, true),
            Sources = [.. model.Sources.Select(source => source with { Title = Hostile, Authors = [Hostile], Publisher = Hostile, Address = Hostile, Note = bad })],
            Actors = [.. model.Actors.Select(actor => actor with { Title = bad })],
            Factors = [.. model.Factors.Select(factor => factor with { Title = bad, States = [.. factor.States.Select(state => state with { Title = bad })], Provenance = reason })],
            Influences = [.. model.Influences.Select(influence => influence with { Name = Hostile, Provenance = reason })],
            Severities = [.. model.Severities.Select(severity => severity with { Title = bad })],
            Events = [.. model.Events.Select(one => one with { Title = bad, Provenance = reason })],
            Measures = [.. model.Measures.Select(measure => measure with { Title = bad, Preconditions = [.. measure.Preconditions.Select(one => one with { Title = bad, Provenance = reason })] })],
            Strategies = [.. model.Strategies.Select(strategy => strategy with { Title = bad, Provenance = reason })],
            Constraints = [.. model.Constraints.Select(constraint => constraint with { Title = bad })],
            Scenarios = [.. model.Scenarios.Select(kind => kind with { Title = bad, Description = bad, Unreachable = bad, Provenance = reason })],
            Accepted = [new AcceptedWarning(Hostile, Hostile, bad)],
        };
    }
}
