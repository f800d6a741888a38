using System.Globalization;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Shares stacked over time, named at their right end, with the cut-off and numbered events.</summary>
internal sealed class StackedAreaDrawing(Canvas canvas, double width)
{
    private const double Left = 30;
    private const double Top = 30;
    private const double NameColumn = 206;
    private const double NameWidth = 182;
    private const double LeastHeight = 136;
    private const double LabelGap = 4;
    private const int KeyColumns = 3;
    private const double KeySize = 0.9;
    private const int NumberRows = 3;
    private const double NumberWidth = 12;
    private const double NumberHeight = 9;

    /// <returns>The height of the drawing.</returns>
    public double Draw(StackedAreaChart chart)
    {
        var shown = chart.Series.Index().Where(pair => pair.Item.Values.Any(value => value > 0)).ToList();
        var labels = shown.Select(pair => Canvas.Wrap(pair.Item.Label, NameWidth)).ToList();
        var height = Math.Max(LeastHeight, labels.Sum(lines => (lines.Count * Canvas.LineHeight) + LabelGap));
        var right = width - NameColumn;
        var axis = TimeAxis.Over(chart.Dates, Left, right);
        double Y(double share) => Top + (height * (1 - Math.Clamp(share, 0, 1)));

        canvas.Text(0, 9, chart.AxisTitle);
        var below = new double[chart.Dates.Length];
        var middles = new List<double>();
        foreach (var (place, series) in shown)
        {
            var lower = below.Select((share, t) => (axis.X(chart.Dates[t]), Y(share))).ToList();
            for (var t = 0; t < below.Length; t++)
            {
                below[t] += series.Values[t];
            }

            var upper = below.Select((share, t) => (axis.X(chart.Dates[t]), Y(share)));
            canvas.Area(lower.Concat(upper.Reverse()), canvas.Fill(place));
            middles.Add(Y(below[^1] - (series.Values[^1] / 2)));
        }

        DrawScale(chart, height, right);
        axis.DrawYears(canvas, Top + height);
        DrawNames([.. shown.Select(pair => pair.Index)], labels, middles, (right, height));
        DrawCutoff(chart, axis, height);
        return DrawEvents(chart, axis, height);
    }

    private void DrawScale(StackedAreaChart chart, double height, double right)
    {
        for (var i = 0; i < chart.AxisLabels.Length; i++)
        {
            var y = Top + (height * (1 - (i / (chart.AxisLabels.Length - 1.0))));
            canvas.Line(Left - 3, y, Left, y, Canvas.Ink);
            canvas.Text(Left - 5, y + 3.5, new ChartText(chart.AxisLabels[i], IsOwn: true), Anchor.End);
        }

        canvas.Line(Left, Top, Left, Top + height, Canvas.Ink);
        canvas.Line(Left, Top + height, right, Top + height, Canvas.Ink);
    }

    /// <summary>Names beside the end of each area, moved apart where they would overlap, from the bottom up.</summary>
    private void DrawNames(List<int> places, List<IReadOnlyList<string>> labels, List<double> middles, (double Right, double Height) plot)
    {
        var tops = new double[labels.Count];
        var floor = Top + plot.Height;
        for (var i = 0; i < labels.Count; i++)
        {
            var tall = labels[i].Count * Canvas.LineHeight;
            tops[i] = Math.Min(middles[i] - (tall / 2), floor - tall);
            floor = tops[i] - LabelGap;
        }

        // Pushed over the upper edge: move everything down again as far as needed.
        var ceiling = Top - LabelGap;
        for (var i = labels.Count - 1; i >= 0; i--)
        {
            tops[i] = Math.Max(tops[i], ceiling + LabelGap);
            ceiling = tops[i] + (labels[i].Count * Canvas.LineHeight);
        }

        for (var i = 0; i < labels.Count; i++)
        {
            var baseline = tops[i] + 9;
            canvas.Line(plot.Right, middles[i], plot.Right + 8, baseline - 3.5, "#75797d");
            canvas.Box(plot.Right + 9, baseline - 8, 9, 9, canvas.Fill(places[i]));
            canvas.Lines(plot.Right + 22, baseline, labels[i], isOwn: false);
        }
    }

    private void DrawCutoff(StackedAreaChart chart, TimeAxis axis, double height)
    {
        if (chart.Cutoff is { } cutoff)
        {
            var x = axis.X(cutoff.On);
            canvas.Line(x, Top - 12, x, Top + height, Canvas.Ink, 1.4);
            canvas.Text(x + 3, Top - 6, cutoff.Name);
        }
    }

    private double DrawEvents(StackedAreaChart chart, TimeAxis axis, double height)
    {
        var bottom = Top + height;
        // Where each row of numbers ends: events a few weeks apart get their numbers below one another.
        var ends = new double[NumberRows];
        var rows = 0;
        for (var i = 0; i < chart.Events.Length; i++)
        {
            var x = axis.X(chart.Events[i].On);
            canvas.Line(x, bottom - height, x, bottom, "#ffffff", 1.6);
            canvas.Line(x, bottom - height, x, bottom, Canvas.Ink, 0.7, "1.5 2.5");
            var row = Array.FindIndex(ends, end => x - end >= NumberWidth);
            row = row < 0 ? i % NumberRows : row;
            ends[row] = x;
            rows = Math.Max(rows, row + 1);
            canvas.Text(x, bottom + 22 + (row * NumberHeight), Numbered(i), Anchor.Middle, " font-weight=\"700\" font-size=\"8.5\"");
        }

        if (chart.Events.IsEmpty)
        {
            return bottom + 18;
        }

        var column = width / KeyColumns;
        var keys = chart.Events.Select((mark, i) => Canvas.Wrap($"{Numbered(i).Text}\u00a0 {mark.Name.Text}", (column - 12) / KeySize)).ToList();
        var perColumn = (keys.Count + KeyColumns - 1) / KeyColumns;
        var deepest = 0.0;
        for (var c = 0; c < KeyColumns; c++)
        {
            var y = bottom + 30 + (rows * NumberHeight);
            foreach (var key in keys.Skip(c * perColumn).Take(perColumn))
            {
                y += canvas.Lines(c * column, y, key, isOwn: false, " font-size=\"9\"");
            }

            deepest = Math.Max(deepest, y);
        }

        return deepest - 6;
    }

    private static ChartText Numbered(int place) => new((place + 1).ToString(CultureInfo.InvariantCulture), IsOwn: true);
}
