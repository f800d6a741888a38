using Detente.Models;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>A <see cref="PictureSheet"/> with charts one below the other, and lines of text above and below them.</summary>
/// <param name="Id">The beginning of all ids in it.</param>
/// <param name="Language">The language of the reader.</param>
/// <param name="Title">Its title, in bold.</param>
internal sealed record ChartSheet(string Id, ReaderLanguage Language, string Title)
{
    /// <summary>The width of the charts.</summary>
    public required double Width { get; init; }

    /// <summary>What it shows, for readers who do not see it.</summary>
    public required string Description { get; init; }

    /// <summary>Sentences above the charts; empty ones are left out.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>The charts with a heading each; an empty one is left out.</summary>
    public IReadOnlyList<(string Heading, Chart Chart)> Charts { get; init; } = [];

    /// <summary>Sentences below the charts.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];

    /// <summary>Writes the picture.</summary>
    public void Write(TextWriter writer)
    {
        using var body = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var canvas = new Canvas(body, Id);
        var top = PictureSheet.Title(canvas, Title, Width);
        top = PictureSheet.Sentences(canvas, Above, Width, top);
        foreach (var (heading, chart) in Charts)
        {
            if (heading.Length > 0)
            {
                top += canvas.Lines(0, top + 6, Canvas.Wrap(heading, Width / 1.25), isOwn: false, " font-size=\"10.5\" font-weight=\"700\"") + 10;
            }

            body.Write($"<g transform=\"translate(0 {Canvas.Number(top - 6)})\">\n");
            top += ChartWriter.Draw(canvas, chart, Width) + 8;
            body.Write("</g>\n");
        }

        top = PictureSheet.Sentences(canvas, Below, Width, top);
        new PictureSheet(Id, Language).Begin(writer, (Width, top), Title, Description);
        canvas.WritePatterns(writer);
        writer.Write(body.ToString());
        writer.Write("</svg>\n");
    }
}
