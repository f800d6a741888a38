using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Html;
using Detente.Studies;

namespace Detente.Reports;

/// <summary>The tree of pathways of kinds as one SVG that stands alone, with its figures as a table below; its title is its conclusion.</summary>
/// <remarks>White ground, system fonts, no reference to anything outside. The same result and language give the same characters.</remarks>
public static class PathwaysPicture
{
    private const int HashShown = 12;

    /// <summary>Writes the picture.</summary>
    /// <param name="result">The result.</param>
    /// <param name="language">The language of the reader.</param>
    /// <param name="writer">Where to; neither flushed nor closed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(PathwaysResult result, ReaderLanguage language, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        var study = (PathwaysStudy)result.Provenance.Study;
        var voice = new Voice(language, study.Model.Mode);
        var shares = new Shares(voice);
        var (best, node) = result.Tree.Index().Where(node => node.Item.Ends is not null).MaxBy(node => node.Item.Ends!.Value.Mean);
        var title = voice.Say(CourseWords.MostFrequent, Way(result, best, voice), shares.In(node.Ends!.Value)).Plain;
        using var body = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var canvas = new Canvas(body, "pathways");
        var runs = voice.Whole((System.Numerics.BigInteger)study.Options.Draws * study.Options.Paths);
        var reading = voice.Word(CourseWords.PathwaysReading);
        string[] above = [.. Pictures.Above(study, voice), reading, voice.Say(CourseWords.LeastStay, voice.Whole(study.LeastStay), runs).Plain];

        var top = PictureSheet.Title(canvas, title, PictureSheet.Width);
        top = PictureSheet.Sentences(canvas, above, PictureSheet.Width, top) + 4;
        top = new PathwayDrawing(canvas, PictureSheet.Width).Draw(
            [.. result.Tree.Select(one => new PathwayBar(one.Parent, one.Depth, one.Kind?.Index ?? -1, one.Share.Mean, Label(one, voice, shares)))],
            Kinds(result, voice),
            top);
        top = PictureSheet.Table(canvas, Rows(result, voice), 92, top + 8);
        top = PictureSheet.Sentences(canvas, [voice.Word(CourseWords.NotProspects), study.Model.Id + " · " + result.Provenance.ModelHash[..HashShown]], PictureSheet.Width, top + 4);
        new PictureSheet("pathways", language).Begin(writer, (PictureSheet.Width, top), title, reading);
        canvas.WritePatterns(writer);
        writer.Write(body.ToString());
        writer.Write("</svg>\n");
    }

    private static string Way(PathwaysResult result, int place, Voice voice)
    {
        var names = new List<string>();
        for (var at = place; at >= 0; at = result.Tree[at].Parent)
        {
            names.Insert(0, Name(result, result.Tree[at].Kind, voice));
        }

        return string.Join(voice.Word(CourseWords.Then), names);
    }

    private static string Name(PathwaysResult result, ScenarioId? kind, Voice voice) => kind is { } known && result.Provenance.Study.Model.Scenarios[known.Index] is var scenario
        ? voice.Analyst(scenario.Title, scenario.Id).Plain
        : voice.Word(CourseWords.Others);

    /// <summary>The number of a kind in the key; gathered branches have none.</summary>
    private static string Number(ScenarioId? kind, Voice voice) => kind is { } known ? Voice.Plain(known.Index + 1) : voice.Word(CourseWords.Others);

    private static string Label(PathwayNode node, Voice voice, Shares shares) =>
        (node.Kind is null ? "" : Number(node.Kind, voice) + ": ") + shares.Cell(node.Share.Mean, node.Share.StandardError);

    private static ImmutableArray<(int Kind, string Name)> Kinds(PathwaysResult result, Voice voice) =>
    [
        .. result.Tree.Select(node => node.Kind).Distinct().OrderBy(kind => kind?.Index ?? int.MaxValue).Select(kind =>
            (kind?.Index ?? -1, kind is null ? Name(result, kind, voice) : Number(kind, voice) + "  " + Name(result, kind, voice))),
    ];

    private static string Numbers(PathwaysResult result, int place, Voice voice) => result.Tree[place].Parent < 0
        ? Number(result.Tree[place].Kind, voice)
        : Numbers(result, result.Tree[place].Parent, voice) + " → " + Number(result.Tree[place].Kind, voice);

    private static List<IReadOnlyList<string>> Rows(PathwaysResult result, Voice voice) =>
    [
        [voice.Word(CourseWords.Pathway), voice.Word(CourseWords.Come), voice.Word(CourseWords.End)],
        .. result.Tree.Select((node, place) => (IReadOnlyList<string>)
        [
            Numbers(result, place, voice),
            Pictures.OfHundred(node.Share, voice),
            node.Ends is { } ends ? Pictures.OfHundred(ends, voice) : "",
        ]),
    ];
}
