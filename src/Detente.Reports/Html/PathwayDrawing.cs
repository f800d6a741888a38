using System.Collections.Immutable;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>A bar of a tree of pathways.</summary>
/// <param name="Parent">Place of the bar it follows; -1: the first.</param>
/// <param name="Depth">Its column.</param>
/// <param name="Kind">Place of its kind, which says its fill; -1: gathered branches, left white.</param>
/// <param name="Share">Its height, of all runs.</param>
/// <param name="Label">The share in words.</param>
internal sealed record PathwayBar(int Parent, int Depth, int Kind, double Share, string Label);

/// <summary>Bars from left to right, each beside the one it follows, as tall as its share: what is not followed ends there.</summary>
internal sealed class PathwayDrawing(Canvas canvas, double width)
{
    private const double Height = 330;
    private const double BarWidth = 13;
    private const double LeastLabelled = 9;
    private const double LeastDrawn = 0.4;

    /// <summary>Draws the bars and the key of the kinds.</summary>
    /// <param name="bars">The bars, each after the one it follows, in the order from top to bottom.</param>
    /// <param name="kinds">The names of the kinds that occur, with their places.</param>
    /// <param name="top">Where it begins.</param>
    /// <returns>Where the next line begins.</returns>
    public double Draw(ImmutableArray<PathwayBar> bars, ImmutableArray<(int Kind, string Name)> kinds, double top)
    {
        var column = width / (1 + bars.Max(bar => bar.Depth));
        var (tops, used) = (new double[bars.Length], new double[bars.Length]);
        for (var place = 0; place < bars.Length; place++)
        {
            var bar = bars[place];
            tops[place] = bar.Parent < 0 ? top : tops[bar.Parent] + used[bar.Parent];
            if (bar.Parent >= 0)
            {
                used[bar.Parent] += bar.Share * Height;
            }

            Draw(bar, bar.Depth * column, tops[place], column);
        }

        return Key(kinds, top + Height + 16);
    }

    private void Draw(PathwayBar bar, double x, double y, double column)
    {
        var tall = bar.Share * Height;
        if (tall < LeastDrawn)
        {
            return;
        }

        if (bar.Parent >= 0)
        {
            canvas.Line(x - column + BarWidth, y, x, y);
        }

        canvas.Box(x, y, BarWidth, tall, bar.Kind < 0 ? "#ffffff" : canvas.Fill(bar.Kind));
        if (tall >= LeastLabelled)
        {
            canvas.Text(x + BarWidth + 4, y + Math.Min(tall - 1, LeastLabelled), new ChartText(bar.Label, IsOwn: true), extra: " font-size=\"9\"");
        }
    }

    private double Key(ImmutableArray<(int Kind, string Name)> kinds, double top)
    {
        foreach (var (kind, name) in kinds)
        {
            canvas.Box(0, top - 8, 9, 9, kind < 0 ? "#ffffff" : canvas.Fill(kind));
            top += canvas.Lines(14, top, Canvas.Wrap(name, width - 14), isOwn: false) + 2;
        }

        return top + 4;
    }
}
