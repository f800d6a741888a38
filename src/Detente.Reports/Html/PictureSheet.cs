using Detente.Models;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>A picture that stands alone: white ground, system fonts, a title, lines of text above and below the charts, no reference to anything outside.</summary>
/// <param name="Id">The beginning of all ids in it.</param>
/// <param name="Language">The language of the reader.</param>
/// <param name="Title">Its title, in bold.</param>
internal sealed record PictureSheet(string Id, ReaderLanguage Language, string Title)
{
    private const double Margin = 14;
    private const double TitleHeight = 18;

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
        var top = canvas.Lines(0, 0, Canvas.Wrap(Title, Width / 1.3), isOwn: false, " font-size=\"12\" font-weight=\"700\"") + 4;
        top = Lines(canvas, Above, top);
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

        top = Lines(canvas, Below, top);
        Frame(writer, top);
        canvas.WritePatterns(writer);
        writer.Write(body.ToString());
        writer.Write("</svg>\n");
    }

    private double Lines(Canvas canvas, IEnumerable<string> sentences, double top)
    {
        foreach (var sentence in sentences.Where(sentence => sentence.Length > 0))
        {
            top += canvas.Lines(0, top, Canvas.Wrap(sentence, Width), isOwn: false, " font-size=\"9\" fill=\"#3c4852\"");
        }

        return top;
    }

    private void Frame(TextWriter writer, double bottom)
    {
        var (left, top) = (Canvas.Number(-Margin), Canvas.Number(-Margin - TitleHeight));
        var (width, height) = (Canvas.Number(Width + (2 * Margin)), Canvas.Number(bottom + Margin + TitleHeight));
        writer.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{(Language == ReaderLanguage.German ? "de" : "en")}\" ");
        writer.Write($"viewBox=\"{left} {top} {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{Id}-title {Id}-desc\" ");
        writer.Write("font-family=\"Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\" font-size=\"10\" fill=\"#16202a\">\n");
        writer.Write($"<title id=\"{Id}-title\">{MarkupText.Escape(Title)}</title>\n<desc id=\"{Id}-desc\">{MarkupText.Escape(Description)}</desc>\n");
        writer.Write($"<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");
    }
}
