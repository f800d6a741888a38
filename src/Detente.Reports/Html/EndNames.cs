namespace Detente.Reports.Html;

/// <summary>Names beside the right end of what they name, with its fill, moved apart where they would overlap.</summary>
internal sealed class EndNames(Canvas canvas)
{
    /// <summary>The width that a chart leaves for the names.</summary>
    public const double Column = 218;
    private const double NameWidth = 194;
    private const double Gap = 4;

    /// <summary>A name in lines that fit.</summary>
    public static IReadOnlyList<string> Wrap(string name) => Canvas.Wrap(name, NameWidth);

    /// <summary>The height that names need below one another.</summary>
    public static double HeightOf(IEnumerable<IReadOnlyList<string>> names) => names.Sum(lines => (lines.Count * Canvas.LineHeight) + Gap);

    /// <summary>Draws the names from the bottom up.</summary>
    /// <param name="places">The fill of each.</param>
    /// <param name="names">Their lines.</param>
    /// <param name="middles">The height at which each belongs, falling.</param>
    /// <param name="plot">The right edge, top and height of the plot.</param>
    public void Draw(IReadOnlyList<int> places, IReadOnlyList<IReadOnlyList<string>> names, IReadOnlyList<double> middles, (double Right, double Top, double Height) plot)
    {
        var tops = new double[names.Count];
        var floor = plot.Top + plot.Height;
        for (var i = 0; i < names.Count; i++)
        {
            var tall = names[i].Count * Canvas.LineHeight;
            tops[i] = Math.Min(middles[i] - (tall / 2), floor - tall);
            floor = tops[i] - Gap;
        }

        // Pushed over the upper edge: move everything down again as far as needed.
        var ceiling = plot.Top - Gap;
        for (var i = names.Count - 1; i >= 0; i--)
        {
            tops[i] = Math.Max(tops[i], ceiling + Gap);
            ceiling = tops[i] + (names[i].Count * Canvas.LineHeight);
        }

        for (var i = 0; i < names.Count; i++)
        {
            var baseline = tops[i] + 9;
            canvas.Line(plot.Right, middles[i], plot.Right + 8, baseline - 3.5, "#75797d");
            canvas.Box(plot.Right + 9, baseline - 8, 9, 9, canvas.Fill(places[i]));
            canvas.Lines(plot.Right + 22, baseline, names[i], isOwn: false);
        }
    }
}
