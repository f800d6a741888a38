using Detente.Models;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>The sheet of an SVG that stands alone: white ground, system fonts, a title and a description for readers who do not see it.</summary>
/// <param name="id">Begins the ids of title and description.</param>
/// <param name="language">The language of its words.</param>
internal sealed class PictureSheet(string id, ReaderLanguage language)
{
    private const double Margin = 14;
    private const double TitleHeight = 18;

    /// <summary>The width of text and drawing unless a drawing needs more.</summary>
    public const double Width = 680;

    /// <summary>Writes what stands before the drawing; <c>&lt;/svg&gt;</c> ends it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="size">Of text and drawing.</param>
    /// <param name="title">The title.</param>
    /// <param name="description">What the picture shows.</param>
    public void Begin(TextWriter writer, (double Width, double Height) size, string title, string description)
    {
        var (left, top) = (Canvas.Number(-Margin), Canvas.Number(-Margin - TitleHeight));
        var (width, height) = (Canvas.Number(size.Width + (2 * Margin)), Canvas.Number(size.Height + Margin + TitleHeight));
        writer.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{(language == ReaderLanguage.German ? "de" : "en")}\" ");
        writer.Write($"viewBox=\"{left} {top} {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" ");
        writer.Write("font-family=\"Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\" font-size=\"10\" fill=\"#16202a\">\n");
        writer.Write($"<title id=\"{id}-title\">{MarkupText.Escape(title)}</title>\n<desc id=\"{id}-desc\">{MarkupText.Escape(description)}</desc>\n");
        writer.Write($"<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");
    }

    /// <summary>Writes the title above everything.</summary>
    /// <returns>Where the next line begins.</returns>
    public static double Title(Canvas canvas, string title, double width) =>
        canvas.Lines(0, 0, Canvas.Wrap(title, width / 1.3), isOwn: false, " font-size=\"12\" font-weight=\"700\"") + 4;

    /// <summary>Writes sentences in small letters; empty ones are left out.</summary>
    /// <returns>Where the next line begins.</returns>
    public static double Sentences(Canvas canvas, IEnumerable<string> sentences, double width, double top)
    {
        foreach (var sentence in sentences.Where(sentence => sentence.Length > 0))
        {
            top += canvas.Lines(0, top, Canvas.Wrap(sentence, width), isOwn: false, " font-size=\"9\" fill=\"#3c4852\"");
        }

        return top;
    }

    /// <summary>Writes a table: the first column to the left and wrapped, the others to the right of their places.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="rows">The rows, the heading first.</param>
    /// <param name="columnWidth">The width of all columns but the first.</param>
    /// <param name="top">Where it begins.</param>
    /// <returns>Where the next line begins.</returns>
    public static double Table(Canvas canvas, IReadOnlyList<IReadOnlyList<string>> rows, double columnWidth, double top)
    {
        var columns = rows[0].Count - 1;
        var nameWidth = Width - (columns * columnWidth) - 8;
        foreach (var (place, row) in rows.Index())
        {
            var look = place == 0 ? " font-weight=\"700\" font-size=\"9\"" : " font-size=\"9\"";
            for (var column = 1; column < row.Count; column++)
            {
                canvas.Text(Width - ((columns - column) * columnWidth), top, new ChartText(row[column], IsOwn: true), Anchor.End, look);
            }

            top += canvas.Lines(0, top, Canvas.Wrap(row[0], nameWidth), isOwn: false, look);
            canvas.Line(0, top - 8.5, Width, top - 8.5);
        }

        return top;
    }
}
