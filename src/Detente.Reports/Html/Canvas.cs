using System.Globalization;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>How a text stands to its point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>Lines, shapes and text of one drawing, and the fills it uses.</summary>
/// <remarks>
/// Fills alternate between dark and light and differ in hatching, so that neighbours can be told apart in grey and by colour-blind readers.
/// </remarks>
internal sealed class Canvas(TextWriter writer, string id)
{
    public const double LineHeight = 11.5;
    public const string Ink = "#16202a";
    public const string Grid = "#d3d9de";

    // Mean advance of a letter of a sans-serif face of size 10, on the wide side so that nothing is cut off.
    private const double LetterWidth = 5.3;

    private static readonly int[] PartFills = [0, 1, 3, 5];

    private static readonly (string Ground, string Line, string Path)[] Fills =
    [
        ("#2f5f80", "", ""),
        ("#f0d9a8", "#9a6b12", "M0,6 L6,0"),
        ("#8fb5d0", "", ""),
        ("#f7f3ea", "#6d6d6d", "M1,1 h1.3 v1.3 h-1.3 z M4,4 h1.3 v1.3 h-1.3 z"),
        ("#a5653f", "", ""),
        ("#d6e4ee", "#41687f", "M0,3 H6"),
        ("#75797d", "#ffffff", "M0,0 L6,6"),
        ("#f3cdb7", "#8a4b2a", "M3,0 V6"),
    ];

    private readonly SortedSet<int> used = [];

    /// <summary>A coordinate with one decimal.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>About how wide a text of the usual size is, on the wide side.</summary>
    public static double WidthOf(string text) => text.Length * LetterWidth;

    /// <summary>A text cut at blanks into lines no wider than <paramref name="width"/>; a longer word gets a line of its own.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width)
    {
        var most = Math.Max(4, (int)(width / LetterWidth));
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Broken(word, most)))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= most)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines.Count == 0 ? [""] : lines;
    }

    /// <summary>The fill of the n-th series; fills repeat after the eighth.</summary>
    public string Fill(int series)
    {
        var fill = series % Fills.Length;
        if (Fills[fill].Path.Length == 0)
        {
            return Fills[fill].Ground;
        }

        used.Add(fill);
        return $"url(#{id}-fill-{fill.ToString(CultureInfo.InvariantCulture)})";
    }

    /// <summary>The fill of the n-th part of bars and ribbons.</summary>
    public string PartFill(int part) => Fill(PartFills[part % PartFills.Length]);

    public void Line(double x1, double y1, double x2, double y2, string stroke = Grid, double strokeWidth = 0.6, string dashes = "") => writer.Write(
        $"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" stroke=\"{stroke}\" stroke-width=\"{Number(strokeWidth)}\"{(dashes.Length > 0 ? $" stroke-dasharray=\"{dashes}\"" : "")}/>\n");

    public void Box(double x, double y, double boxWidth, double height, string fill, string stroke = Ink) => writer.Write(
        $"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(boxWidth)}\" height=\"{Number(height)}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"0.5\"/>\n");

    public void Dot(double x, double y, double radius, string fill) => writer.Write(
        $"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\" fill=\"{fill}\" stroke=\"{Ink}\" stroke-width=\"1.3\"/>\n");

    /// <summary>A dot of many: thin edge.</summary>
    public void SmallDot(double x, double y, double radius, string fill) => writer.Write(
        $"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\" fill=\"{fill}\" stroke=\"{Ink}\" stroke-width=\"0.6\"/>\n");

    /// <summary>A white diamond with a dark edge: shows on every fill.</summary>
    public void Diamond(double x, double y, double radius) => writer.Write(
        $"<path d=\"M{Number(x)},{Number(y - radius)} L{Number(x + radius)},{Number(y)} L{Number(x)},{Number(y + radius)} L{Number(x - radius)},{Number(y)}Z\" fill=\"#ffffff\" stroke=\"{Ink}\" stroke-width=\"1\"/>\n");

    /// <summary>A box without an edge.</summary>
    public void Ground(double x, double y, double boxWidth, double height, string fill) => writer.Write(
        $"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(boxWidth)}\" height=\"{Number(height)}\" fill=\"{fill}\"/>\n");

    public void Area(IEnumerable<(double X, double Y)> points, string fill) => writer.Write(
        $"<path d=\"M{Points(points)}Z\" fill=\"{fill}\" stroke=\"#ffffff\" stroke-width=\"0.9\"/>\n");

    public void Curve(IEnumerable<(double X, double Y)> points, double strokeWidth) => writer.Write(
        $"<path d=\"M{Points(points)}\" fill=\"none\" stroke=\"{Ink}\" stroke-width=\"{Number(strokeWidth)}\"/>\n");

    /// <summary>A ribbon of one height from left to right, level along each station and bent between them.</summary>
    public void Ribbon(IReadOnlyList<(double Left, double Right, double Top)> stations, double height, string fill)
    {
        var path = new System.Text.StringBuilder($"M{Number(stations[0].Left)},{Number(stations[0].Top)}");
        for (var i = 0; i < stations.Count; i++)
        {
            path.Append($" H{Number(stations[i].Right)}");
            Bend(path, stations[i].Right, i + 1 < stations.Count ? (stations[i + 1].Left, stations[i].Top, stations[i + 1].Top) : null);
        }

        path.Append($" V{Number(stations[^1].Top + height)}");
        for (var i = stations.Count - 1; i >= 0; i--)
        {
            path.Append($" H{Number(stations[i].Left)}");
            Bend(path, stations[i].Left, i > 0 ? (stations[i - 1].Right, stations[i].Top + height, stations[i - 1].Top + height) : null);
        }

        writer.Write($"<path d=\"{path} Z\" fill=\"{fill}\" stroke=\"{Ink}\" stroke-width=\"0.3\"/>\n");
    }

    /// <summary>One line of text.</summary>
    public void Text(double x, double y, ChartText text, Anchor anchor = Anchor.Start, string extra = "")
    {
        var at = anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
        writer.Write($"<text x=\"{Number(x)}\" y=\"{Number(y)}\"{at}{(text.IsOwn ? "" : " class=\"a\"")}{extra}>{MarkupText.Escape(text.Text)}</text>\n");
    }

    /// <summary>Lines of text below one another as one text, so that it reads and copies as a whole.</summary>
    /// <returns>The height taken.</returns>
    public double Lines(double x, double y, IReadOnlyList<string> lines, bool isOwn, string extra = "")
    {
        writer.Write($"<text{(isOwn ? "" : " class=\"a\"")}{extra}>");
        for (var i = 0; i < lines.Count; i++)
        {
            var blank = i < lines.Count - 1 && !lines[i].EndsWith('-') ? " " : "";
            writer.Write($"<tspan x=\"{Number(x)}\" y=\"{Number(y + (i * LineHeight))}\">{MarkupText.Escape(lines[i])}{blank}</tspan>");
        }

        writer.Write("</text>\n");
        return lines.Count * LineHeight;
    }

    public void WritePatterns(TextWriter target)
    {
        if (used.Count == 0)
        {
            return;
        }

        target.Write("<defs>\n");
        foreach (var fill in used)
        {
            var (ground, line, path) = Fills[fill];
            var isDots = path.EndsWith('z');
            target.Write($"<pattern id=\"{id}-fill-{fill.ToString(CultureInfo.InvariantCulture)}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">");
            target.Write($"<rect width=\"6\" height=\"6\" fill=\"{ground}\"/>");
            target.Write($"<path d=\"{path}\" {(isDots ? $"fill=\"{line}\"" : $"fill=\"none\" stroke=\"{line}\" stroke-width=\"0.8\"")}/></pattern>\n");
        }

        target.Write("</defs>\n");
    }

    private static void Bend(System.Text.StringBuilder path, double from, (double To, double Y1, double Y2)? bend)
    {
        if (bend is var (to, y1, y2))
        {
            var middle = Number((from + to) / 2);
            path.Append($" C{middle},{Number(y1)} {middle},{Number(y2)} {Number(to)},{Number(y2)}");
        }
    }

    private static string Points(IEnumerable<(double X, double Y)> points) => string.Join(" L", points.Select(point => $"{Number(point.X)},{Number(point.Y)}"));

    // A word wider than its column is broken with a hyphen: drawings know no soft ones.
    private static IEnumerable<string> Broken(string word, int most)
    {
        while (word.Length > most)
        {
            yield return word[..(most - 1)] + "-";
            word = word[(most - 1)..];
        }

        yield return word;
    }
}
