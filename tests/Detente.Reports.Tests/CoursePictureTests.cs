using System.Xml.Linq;
using Detente.Language;
using Detente.Models;
using Detente.Studies;
using Detente.Testing;

namespace Detente.Reports.Tests;

/// <summary>The pictures of pathways of kinds and of perception.</summary>
public sealed class CoursePictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly Model Watchers = ModelText.Read(RepositoryRoot.Combine("tests", "Detente.Cli.Tests", "Models", "two-watchers.yaml")).Model!;
    private static readonly StudyOptions Few = new() { Draws = 5, Paths = 60, Threads = 1 };
    private static readonly Lazy<PathwaysResult> Pathways = new(() => Run<PathwaysResult>(new PathwaysStudy(Watchers, Few)));
    private static readonly Lazy<PerceptionResult> Perception = new(() => Run<PerceptionResult>(new PerceptionStudy(Watchers, Few) { NoMeasures = true }));

    public static TheoryData<string, ReaderLanguage> All => new()
    {
        { "pathways", ReaderLanguage.English },
        { "pathways", ReaderLanguage.German },
        { "perception", ReaderLanguage.English },
        { "perception", ReaderLanguage.German },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void The_picture_is_drawn_as_agreed(string picture, ReaderLanguage language) =>
        Golden.Match($"{picture}.{(language == ReaderLanguage.German ? "de" : "en")}.svg", Draw(picture, language));

    [Theory]
    [MemberData(nameof(All))]
    public void It_stands_alone_and_its_title_is_a_sentence_that_it_shows(string picture, ReaderLanguage language)
    {
        var drawing = XDocument.Parse(Draw(picture, language)).Root!;
        Assert.Equal((Svg + "svg", language == ReaderLanguage.German ? "de" : "en"), (drawing.Name, (string?)drawing.Attribute(XNamespace.Xml + "lang")));
        var title = drawing.Element(Svg + "title")!.Value;
        Assert.Contains(drawing.Elements(Svg + "text"), text => text.Value == title);
        Assert.NotEmpty(drawing.Element(Svg + "desc")!.Value);
        Assert.DoesNotContain(drawing.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "href" or "src");
        Assert.DoesNotContain('%', drawing.Value);
        Assert.DoesNotContain("NaN", drawing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_title_names_the_pathway_on_which_most_runs_end()
    {
        var tree = Pathways.Value.Tree;
        var most = tree.MaxBy(node => node.Ends?.Mean)!;
        var title = XDocument.Parse(Draw("pathways", ReaderLanguage.English)).Root!.Element(Svg + "title")!.Value;
        Assert.StartsWith("Most frequent pathway of kinds: ", title, StringComparison.Ordinal);
        Assert.Contains(Watchers.Scenarios[most.Kind!.Value.Index].Title.En + ", in ", title, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_node_has_a_row_and_every_bar_the_height_of_its_share()
    {
        var tree = Pathways.Value.Tree;
        var drawing = XDocument.Parse(Draw("pathways", ReaderLanguage.English)).Root!;
        var texts = drawing.Elements(Svg + "text").Select(text => text.Value).ToList();
        Assert.Equal(tree.Length, texts.Count(text => text == "1" || text == "2" || text == "3" || text.Contains(" → ", StringComparison.Ordinal)));
        var bars = drawing.Elements(Svg + "rect").Where(rect => (string?)rect.Attribute("width") == "13").Select(rect => (double)rect.Attribute("height")!).ToList();
        Assert.Equal(tree.Select(node => node.Share.Mean * 330).Where(height => height >= 0.4).Select(height => Math.Round(height, 1)), bars);
    }

    [Fact]
    public void Other_strategies_are_marked_as_hypothetical()
    {
        Assert.Contains("HYPOTHETICAL", Draw("perception", ReaderLanguage.English), StringComparison.Ordinal);
        Assert.DoesNotContain("HYPOTHETICAL", Draw("pathways", ReaderLanguage.English), StringComparison.Ordinal);
    }

    private static TResult Run<TResult>(Study study)
        where TResult : StudyResult => (TResult)new StudyRunner().Run(study, null, CancellationToken.None);

    private static string Draw(string picture, ReaderLanguage language)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        if (picture == "pathways")
        {
            PathwaysPicture.Write(Pathways.Value, language, writer);
        }
        else
        {
            PerceptionPicture.Write(Perception.Value, language, writer);
        }

        return writer.ToString();
    }
}
