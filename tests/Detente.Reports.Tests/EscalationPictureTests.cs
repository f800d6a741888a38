using System.Globalization;
using System.Xml.Linq;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Reports.Tests;

public sealed class EscalationPictureTests
{
    private const string Quarrel = """
        detente: 1
        id: quarrel
        title: {en: A quarrel, de: Ein Streit}
        encoded: {by: tests, encoded-on: 2026-11, hindsight: true}
        horizon: {start: 2020-01-01, end: 2024-12-31, step: month}
        actors: {north: {title: {en: North, de: Norden}}}
        factors: {mood: {title: {en: Mood, de: Stimmung}, states: [bad, good], initial: bad, inertia: 12 months}}
        severity:
          incident: {level: 1, title: {en: Incident, de: Zwischenfall}}
          crisis: {level: 2, title: {en: Crisis, de: Krise}}
          fight: {level: 3, title: {en: Fight, de: Gefecht}}
        events:
          accident: {title: {en: Accident, de: Unfall}, rate: 0.3, pathway: inadvertent, severity: incident}
          threat: {title: {en: Threat, de: Drohung}, rate: 0.1, pathway: deliberate, severity: incident}
          standoff: {title: {en: Standoff, de: Kraftprobe}, caused-by: [{event: accident, probability: 0.3}, {event: threat, probability: 0.6}], severity: crisis}
          shots: {title: {en: Shots, de: Schüsse}, caused-by: [{event: standoff, probability: 0.4}, {event: threat, probability: 0.2}], severity: fight}
        measures: {hotline: {title: {en: Hotline, de: Heißer Draht}, uptake: 1}}
        strategies: {talks: {title: {en: Talks, de: Gespräche}, of: [north], measures: [hotline]}}
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static EscalationResult Result { get; } = Of(Quarrel);

    private static EscalationResult Of(string text, Func<EscalationStudy, EscalationStudy>? change = null)
    {
        var study = new EscalationStudy(ModelText.Parse(text).Model!, new StudyOptions { Draws = 1, Paths = 400, Threads = 1 });
        return (EscalationResult)new StudyRunner().Run(change is null ? study : change(study), null, CancellationToken.None);
    }

    [Theory]
    [InlineData(ReaderLanguage.English, "en")]
    [InlineData(ReaderLanguage.German, "de")]
    public void The_picture_is_drawn_as_agreed(ReaderLanguage language, string code) => Golden.Match($"escalation.{code}.svg", Draw(Result, language));

    [Fact]
    public void It_stands_alone_and_says_what_it_shows()
    {
        var drawing = XDocument.Parse(Draw(Result, ReaderLanguage.German)).Root!;
        Assert.Equal((Svg + "svg", "de"), (drawing.Name, (string?)drawing.Attribute(XNamespace.Xml + "lang")));
        Assert.Equal("Wie es eskalieren könnte: Ein Streit", drawing.Element(Svg + "title")!.Value);
        Assert.StartsWith("Die Schwere „Krise“ oder eine höhere wird in ", drawing.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(drawing.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "href" or "src");
        Assert.DoesNotContain(drawing.Descendants(), element => element.Name.LocalName is "script" or "image" or "style");
        Assert.Contains(Texts(drawing), text => text.StartsWith("Nachträglich verfasst.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rung_and_every_node_is_named()
    {
        var texts = Texts(XDocument.Parse(Draw(Result, ReaderLanguage.English)).Root!).ToList();
        Assert.All(new[] { "Incident", "Crisis", "Fight" }, rung => Assert.Contains(rung, texts));
        Assert.All(new[] { "Accident", "Threat", "Standoff", "Shots", "Incident", "Crisis", "Fight" }, node => Assert.Contains(texts, text => text.StartsWith(node + ": ", StringComparison.Ordinal)));
        Assert.Equal(2, texts.Count(text => text.EndsWith("of the chains go on", StringComparison.Ordinal)));
    }

    [Fact]
    public void Pathways_differ_in_hatching_and_are_named_once_a_drawing()
    {
        var drawing = XDocument.Parse(Draw(Result, ReaderLanguage.English)).Root!;
        var fills = drawing.Descendants(Svg + "path").Where(path => path.Attribute("stroke-width")?.Value == "0.3").Select(path => (string)path.Attribute("fill")!).Distinct().ToList();
        Assert.Equal(2, fills.Count);
        Assert.Single(fills, fill => fill.StartsWith("url(#escalation-fill-", StringComparison.Ordinal));
        var texts = Texts(drawing).ToList();
        Assert.All(new[] { "by accident or misreading", "by decision", "first by accident or misreading", "first by decision" }, key => Assert.Single(texts, key));
        Assert.DoesNotContain(texts, text => text.Contains("neither", StringComparison.Ordinal)); // nothing is
    }

    [Fact]
    public void Ribbons_are_as_high_as_what_flows_and_stay_within_the_picture()
    {
        var drawing = XDocument.Parse(Draw(Result, ReaderLanguage.English)).Root!;
        var ribbons = drawing.Descendants(Svg + "path").Where(path => path.Attribute("stroke-width")?.Value == "0.3").Select(path => (string)path.Attribute("d")!).ToList();
        Assert.Equal(Result.Flows.Flows.Length, ribbons.Count);
        var heights = ribbons.Select(Height).Order().ToList();
        var shares = Result.Flows.Flows.Select(flow => flow.Share.Mean).Order().ToList();
        Assert.All(heights.Zip(shares), pair => Assert.Equal(pair.Second / shares[^1], pair.First / heights[^1], 0.01));
        Assert.DoesNotContain("NaN", drawing.ToString(), StringComparison.Ordinal);

        // From the upper edge at the right end straight down to the lower one.
        static double Height(string d)
        {
            var parts = d.Split(' ');
            var turn = Array.FindIndex(parts, part => part[0] == 'V');
            var above = double.Parse(parts[turn - 2].Split(',')[1], CultureInfo.InvariantCulture);
            return double.Parse(parts[turn][1..], CultureInfo.InvariantCulture) - above;
        }
    }

    [Fact]
    public void A_strategy_is_marked_as_a_what_if()
    {
        var talks = Of(Quarrel, study => study with { Strategies = [new StrategyId(0)] });
        Assert.Contains("HYPOTHETICAL, with the strategy: Talks.", Texts(XDocument.Parse(Draw(talks, ReaderLanguage.English)).Root!));
    }

    [Fact]
    public void Where_nothing_happens_it_says_so()
    {
        var calm = Of(Quarrel.Replace("rate: 0.3", "rate: 0", StringComparison.Ordinal).Replace("rate: 0.1", "rate: 0", StringComparison.Ordinal));
        Assert.Contains("Kein Modelllauf erreicht die Schwere „Krise“.", Texts(XDocument.Parse(Draw(calm, ReaderLanguage.German)).Root!));
    }

    [Fact]
    public void A_title_cannot_break_the_picture()
    {
        var hostile = Of(Quarrel.Replace("{en: Accident, de: Unfall}", "{en: \"</svg><&\", de: Unfall}", StringComparison.Ordinal));
        Assert.Contains(Texts(XDocument.Parse(Draw(hostile, ReaderLanguage.English)).Root!), text => text.StartsWith("</svg><&: ", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(XElement drawing) => drawing.Descendants(Svg + "text").Select(text => text.Value);

    private static string Draw(EscalationResult result, ReaderLanguage language)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        EscalationPicture.Write(result, language, writer);
        return writer.ToString();
    }
}
