using System.Collections.Immutable;
using System.Globalization;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>A line over time with its error.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Means">By date.</param>
/// <param name="Errors">By date what is drawn either way.</param>
internal sealed record DistanceLine(string Name, ImmutableArray<double> Means, ImmutableArray<double> Errors);

/// <summary>Lines above and below nought over time, a panel each, on one scale of whole numbers.</summary>
internal sealed class DistanceDrawing(Canvas canvas, double width)
{
    private const double Left = 24;
    private const double PanelHeight = 92;

    /// <summary>Draws the panels.</summary>
    /// <param name="dates">The dates.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="top">Where it begins.</param>
    /// <returns>Where the next line begins.</returns>
    public double Draw(ImmutableArray<DateOnly> dates, ImmutableArray<DistanceLine> lines, double top)
    {
        var ends = lines.SelectMany(line => line.Means.Zip(line.Errors)).SelectMany(pair => new[] { pair.First - pair.Second, pair.First + pair.Second }).ToList();
        var (low, high) = (Math.Min(0, (int)Math.Floor(ends.Min())), Math.Max(1, (int)Math.Ceiling(ends.Max())));
        var axis = TimeAxis.Over(dates, Left, width);
        foreach (var line in lines)
        {
            top += canvas.Lines(0, top, Canvas.Wrap(line.Name, width), isOwn: false, " font-weight=\"700\"");
            var floor = top;
            double Y(double value) => floor + (PanelHeight * (high - value) / (high - low));
            for (var value = low; value <= high; value++)
            {
                canvas.Line(Left, Y(value), width, Y(value), value == 0 ? Canvas.Ink : Canvas.Grid);
                var text = (value > 0 ? "+" : value < 0 ? "\u2212" : "") + Math.Abs(value).ToString(CultureInfo.InvariantCulture);
                canvas.Text(Left - 5, Y(value) + 3.5, new ChartText(text, IsOwn: true), Anchor.End);
            }

            IEnumerable<(double, double)> Points(int side) => line.Means.Zip(line.Errors).Select((pair, t) => (axis.X(dates[t]), Y(pair.First + (side * pair.Second))));
            canvas.Area(Points(1).Concat(Points(-1).Reverse()), "#b7c6d2");
            canvas.Curve(Points(0), 1.8);
            axis.DrawYears(canvas, floor + PanelHeight);
            top += PanelHeight + 30;
        }

        return top;
    }
}
