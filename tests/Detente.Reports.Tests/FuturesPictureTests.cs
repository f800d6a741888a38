using System.Globalization;
using System.Xml.Linq;
using Detente.Models;
using Detente.Reports.Tests.Samples;
using Detente.Studies;

namespace Detente.Reports.Tests;

public sealed class FuturesPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static FuturesResult Full => SampleBrief.Full.Futures;

    /// <summary>A model with a window around its scheduled event, something that happened before, and a factor that is known to have changed.</summary>
    private static FuturesResult Dated { get; } = Of(TwoKingdoms.Model with
    {
        History = [new HistoricEvent(new EventReference(new EventId(1), null), new DateOnly(1450, 1, 15), Provenance.Judgement), new HistoricEvent(new EventReference(new EventId(3), null), new DateOnly(1440, 1, 1), Provenance.Judgement)],
        Events = [TwoKingdoms.Model.Events[0] with { Trigger = new Scheduled([new DateOnly(1451, 6, 24)], Estimate.Point(1), new Period(2, TimeUnit.Month), null) }, .. TwoKingdoms.Model.Events.Skip(1)],
        Factors = [TwoKingdoms.Model.Factors[0] with { Since = new DateOnly(1450, 2, 1) }, .. TwoKingdoms.Model.Factors.Skip(1)],
    });

    [Theory]
    [InlineData(ReaderLanguage.English, "en")]
    [InlineData(ReaderLanguage.German, "de")]
    public void The_overview_is_drawn_as_agreed(ReaderLanguage language, string code) => Golden.Match($"futures.{code}.svg", Draw(Dated, FuturesView.Overview, language));

    [Theory]
    [InlineData(FuturesView.Overview)]
    [InlineData(FuturesView.Dots)]
    [InlineData(FuturesView.Paths)]
    [InlineData(FuturesView.Bands)]
    [InlineData(FuturesView.Areas)]
    public void Every_view_stands_alone_in_both_languages_and_has_a_sentence_as_its_title(FuturesView view)
    {
        foreach (var language in (ReaderLanguage[])[ReaderLanguage.English, ReaderLanguage.German])
        {
            var drawing = XDocument.Parse(Draw(Dated, view, language)).Root!;
            Assert.Equal(language == ReaderLanguage.German ? "de" : "en", (string?)drawing.Attribute(XNamespace.Xml + "lang"));
            Assert.EndsWith(".", drawing.Element(Svg + "title")!.Value, StringComparison.Ordinal);
            Assert.NotEmpty(drawing.Element(Svg + "desc")!.Value);
            Assert.DoesNotContain(drawing.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "href" or "src");
            Assert.DoesNotContain(drawing.Descendants(), element => element.Name.LocalName is "script" or "image" or "style");
            var said = string.Join(' ', drawing.Descendants(Svg + "text").Select(text => text.Value));
            Assert.Contains(language == ReaderLanguage.German ? "Nachträglich verfasst." : "Hindsight.", said, StringComparison.Ordinal);
            Assert.DoesNotContain("%", said, StringComparison.Ordinal);
            Assert.DoesNotMatch("(?i)probab|wahrscheinlich|likel", said);

            // Every fill that is used is there.
            var patterns = drawing.Descendants(Svg + "pattern").Select(pattern => $"url(#{(string?)pattern.Attribute("id")})").ToHashSet();
            Assert.All(drawing.Descendants().Attributes("fill").Select(fill => fill.Value).Where(fill => fill.StartsWith("url(", StringComparison.Ordinal)), fill => Assert.Contains(fill, patterns));
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    public void At_each_date_there_are_as_many_dots_as_said(int dots)
    {
        var drawing = XDocument.Parse(Draw(Full, FuturesView.Dots, ReaderLanguage.English, dots));
        Assert.Equal(3 * dots, drawing.Descendants(Svg + "circle").Count());
        Assert.Contains(drawing.Descendants(Svg + "text"), text => text.Value.Contains(FormattableString.Invariant($"each dot is 1 of {dots} model runs"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReaderLanguage.English, "fewer than 1 of 40")]
    [InlineData(ReaderLanguage.German, "weniger als 1 von 40")]
    public void A_kind_without_a_dot_is_not_dropped(ReaderLanguage language, string expected)
    {
        var rare = Full with { Scenarios = [Of(0.99), Of(0.01), Of(0), Of(0)] };
        var drawing = XDocument.Parse(Draw(rare, FuturesView.Dots, language));
        Assert.Equal(3, drawing.Descendants(Svg + "text").Count(text => text.Value == expected));

        FigureSeries Of(double share) => new([.. Full.Dates.Select(_ => Figure.Exactly(share))]);
    }

    [Fact]
    public void A_lead_within_noise_is_called_so()
    {
        FigureSeries Of(double share) => new([.. Full.Dates.Select(_ => new Figure(share, 0.02, null, null, default))]);
        var even = Full with { Scenarios = [Of(0.5), Of(0.45), Of(0.05), Of(0)] };
        Assert.Contains("; the lead is within noise.", Title(even, ReaderLanguage.English), StringComparison.Ordinal);
        Assert.Contains("; der Vorsprung liegt im Rahmen des Zufalls.", Title(even, ReaderLanguage.German), StringComparison.Ordinal);
        Assert.DoesNotContain("noise", Title(Full, ReaderLanguage.English), StringComparison.Ordinal);

        static string Title(FuturesResult result, ReaderLanguage language) => XDocument.Parse(Draw(result, FuturesView.Dots, language)).Root!.Element(Svg + "title")!.Value;
    }

    [Fact]
    public void Each_strip_covers_the_horizon_and_changes_where_its_path_does()
    {
        var group = XDocument.Parse(Draw(Full, FuturesView.Paths, ReaderLanguage.English)).Descendants(Svg + "g").Single();
        var strips = group.Elements(Svg + "rect").Where(box => (string?)box.Attribute("stroke") == "#ffffff").GroupBy(box => Number(box, "y")).OrderBy(strip => strip.Key).ToList();
        Assert.Equal(Full.SampledPaths.Length, strips.Count);
        var (left, right) = (strips.Min(strip => strip.Min(box => Number(box, "x"))), strips.Max(strip => strip.Max(End)));
        foreach (var (strip, path) in strips.Zip(Full.SampledPaths))
        {
            Assert.Equal((left, right), (strip.Min(box => Number(box, "x")), strip.Max(End)));
            Assert.Equal(1 + Enumerable.Range(1, path.Kinds.Length - 2).Count(t => path.Kinds[t] != path.Kinds[t - 1]), strip.Count());
        }

        // Raids and wars, but not the brawl; and the one in the key.
        Assert.Equal(3, group.Elements(Svg + "path").Count(IsDiamond));
        Assert.Equal(["1/0", "26/0", "38/0", "13/0"], group.Elements(Svg + "text").Select(text => text.Value).Where(text => text.Contains("/0", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_dated_stands_at_its_date()
    {
        var group = XDocument.Parse(Draw(Dated, FuturesView.Paths, ReaderLanguage.English)).Descendants(Svg + "g").Single();
        double Year(int year) => Number(group.Elements(Svg + "text").Single(text => text.Value == year.ToString(CultureInfo.InvariantCulture)), "x");
        var perDay = (Year(1452) - Year(1451)) / 365;
        double On(int year, int month, int day) => Year(1451) + (perDay * (new DateOnly(year, month, day).DayNumber - new DateOnly(1451, 1, 1).DayNumber));
        var dotted = group.Elements(Svg + "line").Where(line => line.Attribute("stroke-dasharray") is not null).Select(line => Number(line, "x1")).ToList();
        Assert.Equal(2, dotted.Count); // what happened ten years before is too far back to be shown
        Assert.Equal(On(1450, 1, 15), dotted[0], 0.3);
        Assert.Equal(On(1451, 6, 24), dotted[1], 0.3);
        Assert.Equal(On(1450, 3, 31), group.Elements(Svg + "line").Where(line => (string?)line.Attribute("stroke-width") == "1.4").Select(line => Number(line, "x1")).Single(), 0.3);
        Assert.Equal(On(1450, 2, 1), group.Elements(Svg + "line").Where(line => (string?)line.Attribute("stroke-width") == "1.6" && (string?)line.Attribute("stroke") != "#ffffff").Select(line => Number(line, "x1")).Single(), 0.3);
        var window = group.Elements(Svg + "rect").Single(box => box.Attribute("stroke") is null);
        Assert.Equal(On(1451, 4, 25), Number(window, "x"), 0.3); // two months are 60 days
        Assert.Equal(On(1451, 6, 25), End(window), 0.3);
        Assert.Contains(group.Elements(Svg + "text"), text => text.Value == "1\u00a0 Brawl at a ford, January\u00a01450");
        Assert.Contains(group.Elements(Svg + "text"), text => text.Value == "2\u00a0 Coronation in Ironmark, June\u00a01451");
    }

    [Theory]
    [InlineData(FuturesView.Bands)]
    [InlineData(FuturesView.Areas)]
    public void Bands_and_areas_are_marked_too(FuturesView view)
    {
        var drawing = XDocument.Parse(Draw(Dated, view, ReaderLanguage.English));
        var panels = view == FuturesView.Bands ? TwoKingdoms.Model.Scenarios.Length : 1;
        Assert.Equal(panels, drawing.Descendants(Svg + "line").Count(line => line.Attribute("stroke-dasharray") is not null));
        Assert.Equal(panels, drawing.Descendants(Svg + "line").Count(line => (string?)line.Attribute("stroke-width") == "1.4"));
        Assert.Equal(view == FuturesView.Bands ? panels : 0, drawing.Descendants(Svg + "rect").Count(box => (string?)box.Attribute("fill") == "#e6eaed"));
    }

    [Fact]
    public void Bands_show_errors_and_spreads_as_far_as_there_are_any()
    {
        Assert.Equal((4, 4), Grounds(Full));
        Assert.Equal((0, 4), Grounds(SampleBrief.WithoutBands.Futures));
        Assert.Equal((0, 0), Grounds(Full with { IsExact = true, Scenarios = [.. Full.Scenarios.Select(series => new FigureSeries([.. series.Values.Select(value => Figure.Exactly(value.Mean))]))] }));

        static (int Spreads, int Errors) Grounds(FuturesResult result)
        {
            var fills = XDocument.Parse(Draw(result, FuturesView.Bands, ReaderLanguage.German)).Descendants(Svg + "path").Select(path => (string?)path.Attribute("fill")).ToList();
            return (fills.Count(fill => fill == "#b7c6d2"), fills.Count(fill => fill == "#6d8ba3"));
        }
    }

    [Fact]
    public void A_what_if_is_marked()
    {
        Assert.Contains("HYPOTHETICAL, with the strategy: Opening of the roads.", Draw(Of(new FuturesStudy(TwoKingdoms.Model, new StudyOptions()) { Strategies = [new StrategyId(1)] })), StringComparison.Ordinal);
        Assert.Contains("HYPOTHETICAL: no measures are pursued.", Draw(Of(new FuturesStudy(TwoKingdoms.Model, new StudyOptions()) { NoMeasures = true })), StringComparison.Ordinal);
        Assert.DoesNotContain("HYPOTHETICAL", Draw(Of(new FuturesStudy(TwoKingdoms.Model, new StudyOptions()))), StringComparison.Ordinal);

        static FuturesResult Of(FuturesStudy study) => Full with { Provenance = Full.Provenance with { Study = study } };
        static string Draw(FuturesResult result) => FuturesPictureTests.Draw(result, FuturesView.Dots, ReaderLanguage.English);
    }

    [Fact]
    public void What_there_is_not_is_said()
    {
        Assert.Contains("nennt keine Zukunftstypen", Draw(SampleBrief.Empty.Futures, FuturesView.Overview, ReaderLanguage.German), StringComparison.Ordinal);
        Assert.Contains("Exact shares come without paths", Draw(Full with { IsExact = true, SampledPaths = [] }, FuturesView.Paths, ReaderLanguage.English), StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new FuturesPicture(Full, ReaderLanguage.English).Write(FuturesView.Dots, null!));
    }

    [Fact]
    public void A_title_cannot_break_the_picture()
    {
        var hostile = Of(TwoKingdoms.Model with { Scenarios = [TwoKingdoms.Model.Scenarios[0] with { Title = LocalizedText.Same("</svg><script>\u0007") }, .. TwoKingdoms.Model.Scenarios.Skip(1)] });
        var drawing = XDocument.Parse(Draw(hostile, FuturesView.Overview, ReaderLanguage.English));
        Assert.DoesNotContain(drawing.Descendants(), element => element.Name.LocalName == "script");
    }

    private static FuturesResult Of(Model model) => Full with { Provenance = Full.Provenance with { Study = new FuturesStudy(model, Full.Provenance.Study.Options) } };

    private static string Draw(FuturesResult result, FuturesView view, ReaderLanguage language, int dots = 20)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        new FuturesPicture(result, language) { Dots = dots }.Write(view, writer);
        return writer.ToString();
    }

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static double End(XElement box) => Math.Round(Number(box, "x") + Number(box, "width"), 1);

    private static bool IsDiamond(XElement path) => (string?)path.Attribute("fill") == "#ffffff";
}
