using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Shares stacked over time, named at their right end, with the cut-off and numbered events.</summary>
internal sealed class StackedAreaDrawing(Canvas canvas, double width)
{
    private const double Left = 30;
    private const double Top = 18;
    private const double LeastHeight = 92;

    /// <returns>The height of the drawing.</returns>
    public double Draw(StackedAreaChart chart)
    {
        var shown = chart.Series.Index().Where(pair => pair.Item.Values.Any(value => value > 0)).ToList();
        var labels = shown.Select(pair => EndNames.Wrap(pair.Item.Label)).ToList();
        var height = Math.Max(LeastHeight, EndNames.HeightOf(labels));
        var right = width - EndNames.Column;
        var axis = TimeAxis.Over(chart.Dates, Left, right);
        double Y(double share) => Top + (height * (1 - Math.Clamp(share, 0, 1)));

        canvas.Text(right, Top - 6, chart.AxisTitle, Anchor.End); // at the other end than the cut-off
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
        new EndNames(canvas).Draw([.. shown.Select(pair => pair.Index)], labels, middles, (right, Top, height));
        var marks = new TimeMarksDrawing(canvas, chart.Marks, axis);
        marks.DrawCutoff(Top - 12, Top + height);
        marks.DrawLines(Top, Top + height);
        return marks.DrawNumbersAndKey(Top + height, width);
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
}
