using System.Xml.Linq;
using Detente.Models;
using Detente.Reports.Tests.Samples;
using Detente.Testing;

namespace Detente.Reports.Tests;

/// <summary>The pictures of the documents: the futures and the tableau of the reference model. DETENTE_UPDATE_GOLDENS=1 draws them again.</summary>
public sealed class PictureTests
{
    private const double Margin = 14;
    private const double TitleHeight = 20;
    private const double FootHeight = 16;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(ReaderLanguage.English, "en")]
    [InlineData(ReaderLanguage.German, "de")]
    public void The_picture_stands_alone_and_says_that_it_was_written_with_hindsight(ReaderLanguage language, string code)
    {
        var path = RepositoryRoot.Combine("docs", "pictures", $"futures.{code}.svg");
        var now = Draw(BriefDocument.From(Reference.Value, language)).ToString().ReplaceLineEndings("\n") + "\n";
        if (Golden.IsUpdating)
        {
            File.WriteAllText(path, now);
        }

        Assert.Equal(now, File.ReadAllText(path).ReplaceLineEndings("\n"));
        var drawing = XDocument.Parse(now).Root!;
        Assert.Equal(Svg + "svg", drawing.Name);
        Assert.NotEmpty((string?)drawing.Attribute("font-family") ?? "");
        Assert.Equal("#ffffff", (string?)drawing.Elements(Svg + "rect").First().Attribute("fill"));
        Assert.DoesNotContain(drawing.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "href" or "src");
        Assert.Contains(drawing.Elements(Svg + "text"), text => text.Value.Contains(code == "de" ? "in Kenntnis des Ausgangs verfasst" : "written with hindsight", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReaderLanguage.English, "en")]
    [InlineData(ReaderLanguage.German, "de")]
    public void The_tableau_is_the_one_of_the_reference_model(ReaderLanguage language, string code)
    {
        var path = RepositoryRoot.Combine("docs", "pictures", $"tableau.{code}.svg");
        var now = TableauPictureTests.Draw(ModelBriefs.Of("nato-russia-2015").Scenarios, language);
        if (Golden.IsUpdating)
        {
            File.WriteAllText(path, now);
        }

        Assert.Equal(now, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static Lazy<Studies.BriefResult> Reference { get; } = new(() => ModelBriefs.OfTour("nato-russia-2015"));

    /// <summary>The chart with its title above, the foot of the brief below and white paper behind.</summary>
    private static XElement Draw(Report report)
    {
        var figure = XDocument.Parse(Written.Html(report)).Descendants("figure").Single(one => (string?)one.Attribute("id") == "chart-kinds");
        var drawing = new XElement(figure.Element(Svg + "svg")!);
        var size = ((string)drawing.Attribute("viewBox")!).Split(' ').Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var (width, height) = (size[2] + (2 * Margin), size[3] + (2 * Margin) + TitleHeight + FootHeight);
        drawing.SetAttributeValue("viewBox", FormattableString.Invariant($"{-Margin} {-Margin - TitleHeight} {width} {height}"));
        drawing.SetAttributeValue("width", FormattableString.Invariant($"{width}"));
        drawing.SetAttributeValue("height", FormattableString.Invariant($"{height}"));
        drawing.SetAttributeValue("font-family", "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif");
        drawing.Elements(Svg + "desc").Single().AddAfterSelf(
            new XElement(Svg + "rect", new XAttribute("x", -Margin), new XAttribute("y", -Margin - TitleHeight), new XAttribute("width", width), new XAttribute("height", height), new XAttribute("fill", "#ffffff")),
            Line(-8, 12, drawing.Element(Svg + "title")!.Value, new XAttribute("font-weight", 700)),
            Line(size[3] + FootHeight, 8.5, report.Front.Footer, new XAttribute("fill", "#55606b")));
        return drawing;
    }

    private static XElement Line(double y, double size, string words, XAttribute look) =>
        new(Svg + "text", new XAttribute("x", 0), new XAttribute("y", y), new XAttribute("font-size", size), look, words);
}
