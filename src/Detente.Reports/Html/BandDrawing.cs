using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>One panel per series: the mean as a line, the spread as a grey band around it.</summary>
internal sealed class BandDrawing(Canvas canvas, double width)
{
    private const int PerRow = 3;
    private const double Left = 30;
    private const double Gap = 14;
    private const double PlotHeight = 72;

    /// <returns>The height of the drawing.</returns>
    public double Draw(BandChart chart)
    {
        var panel = (width - Left - (Gap * (PerRow - 1))) / PerRow;
        var names = chart.Series.Select(series => Canvas.Wrap(series.Mean.Label, panel)).ToList();
        canvas.Text(0, 9, chart.AxisTitle);
        var top = 24.0;
        foreach (var row in Enumerable.Range(0, chart.Series.Length).Chunk(PerRow))
        {
            var nameHeight = row.Max(i => names[i].Count) * Canvas.LineHeight;
            foreach (var (place, i) in row.Index())
            {
                var left = Left + (place * (panel + Gap));
                canvas.Lines(left, top, names[i], isOwn: false, " font-weight=\"700\"");
                DrawPanel(chart, chart.Series[i], (left, top + nameHeight - 4, panel));
                if (place == 0)
                {
                    DrawScale(chart, top + nameHeight - 4);
                }
            }

            top += nameHeight + PlotHeight + 26;
        }

        return top - 14;
    }

    private void DrawPanel(BandChart chart, BandSeries series, (double Left, double Top, double Width) box)
    {
        var axis = TimeAxis.Over(chart.Dates, box.Left, box.Left + box.Width);
        double Y(double share) => box.Top + (PlotHeight * (1 - Math.Clamp(share, 0, 1)));
        for (var i = 0; i < chart.AxisLabels.Length; i++)
        {
            var y = Y(i / (chart.AxisLabels.Length - 1.0));
            canvas.Line(box.Left, y, box.Left + box.Width, y, i == 0 ? Canvas.Ink : Canvas.Grid);
        }

        IEnumerable<(double, double)> Points(IEnumerable<double> values) => values.Select((value, t) => (axis.X(chart.Dates[t]), Y(value)));
        if (!series.Lower.IsEmpty && !series.Upper.IsEmpty)
        {
            canvas.Area(Points(series.Upper).Concat(Points(series.Lower).Reverse()), "#b7c6d2");
        }

        canvas.Curve(Points(series.Mean.Values), 1.8);
        axis.DrawYears(canvas, box.Top + PlotHeight);
    }

    private void DrawScale(BandChart chart, double top)
    {
        for (var i = 0; i < chart.AxisLabels.Length; i++)
        {
            canvas.Text(Left - 5, top + (PlotHeight * (1 - (i / (chart.AxisLabels.Length - 1.0)))) + 3.5, new ChartText(chart.AxisLabels[i], IsOwn: true), Anchor.End);
        }
    }
}
