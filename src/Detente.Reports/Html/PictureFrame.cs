using Detente.Models;

namespace Detente.Reports.Html;

/// <summary>What a picture that stands alone says of itself.</summary>
/// <param name="Id">The beginning of its ids.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it shows, for readers who do not see it.</param>
internal sealed record PictureTitle(string Id, string Title, string Description);

/// <summary>White ground, system fonts, a title and a description around a drawing that stands alone; nothing outside is referred to.</summary>
internal static class PictureFrame
{
    private const double Margin = 14;
    private const double TitleHeight = 18;

    /// <summary>Sentences below one another, empty ones left out.</summary>
    /// <returns>Where they end.</returns>
    public static double Lines(Canvas canvas, IEnumerable<string> sentences, double width, double top)
    {
        foreach (var sentence in sentences.Where(sentence => sentence.Length > 0))
        {
            top += canvas.Lines(0, top, Canvas.Wrap(sentence, width), isOwn: false, " font-size=\"9\" fill=\"#3c4852\"");
        }

        return top;
    }

    /// <summary>Begins the picture; the drawing and the end of svg follow.</summary>
    public static void Begin(TextWriter writer, (double Width, double Height) size, ReaderLanguage language, PictureTitle title)
    {
        var (left, top) = (Canvas.Number(-Margin), Canvas.Number(-Margin - TitleHeight));
        var (width, height) = (Canvas.Number(size.Width + (2 * Margin)), Canvas.Number(size.Height + Margin + TitleHeight));
        writer.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{(language == ReaderLanguage.German ? "de" : "en")}\" ");
        writer.Write($"viewBox=\"{left} {top} {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{title.Id}-title {title.Id}-desc\" ");
        writer.Write("font-family=\"Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\" font-size=\"10\" fill=\"#16202a\">\n");
        writer.Write($"<title id=\"{title.Id}-title\">{MarkupText.Escape(title.Title)}</title>\n<desc id=\"{title.Id}-desc\">{MarkupText.Escape(title.Description)}</desc>\n");
        writer.Write($"<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");
    }
}
