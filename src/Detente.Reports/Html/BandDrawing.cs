using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>One panel per series: the mean as a line, the spread of the judgements as a light band around it, two standard errors as a dark one.</summary>
internal sealed class BandDrawing(Canvas canvas, double width)
{
    private const int PerRow = 3;
    private const double BoldWidth = 1.2; // over plain letters
    private const double Left = 30;
    private const double Gap = 14;
    private const double PlotHeight = 72;
    private const string SpreadFill = "#b7c6d2";
    private const string ErrorFill = "#6d8ba3";

    /// <returns>The height of the drawing.</returns>
    public double Draw(BandChart chart)
    {
        var panel = (width - Left - (Gap * (PerRow - 1))) / PerRow;
        var names = chart.Series.Select(series => Canvas.Wrap(series.Mean.Label, panel / BoldWidth)).ToList();
        canvas.Text(0, 9, chart.AxisTitle);
        var top = 26 + canvas.Lines(0, 9 + Canvas.LineHeight, Canvas.Wrap(chart.Key.Text, width), chart.Key.IsOwn);
        foreach (var row in Enumerable.Range(0, chart.Series.Length).Chunk(PerRow))
        {
            var nameHeight = row.Max(i => names[i].Count) * Canvas.LineHeight;
            var numbers = 0.0;
            foreach (var (place, i) in row.Index())
            {
                var left = Left + (place * (panel + Gap));
                canvas.Lines(left, top, names[i], isOwn: false, " font-weight=\"700\"");
                numbers = Math.Max(numbers, DrawPanel(chart, chart.Series[i], (left, top + nameHeight - 4, panel)));
                if (place == 0)
                {
                    DrawScale(chart, top + nameHeight - 4);
                }
            }

            top += nameHeight + PlotHeight + numbers + 26;
        }

        return chart.Marks.Events.IsEmpty ? top - 14 : MarksIn(chart, (0, 0, width)).DrawKey(top - 4, width);
    }

    private TimeMarksDrawing MarksIn(BandChart chart, (double Left, double Top, double Width) box) =>
        new(canvas, chart.Marks, TimeAxis.Over(chart.Dates, box.Left, box.Left + box.Width));

    /// <returns>The height of the numbers of events below the years.</returns>
    private double DrawPanel(BandChart chart, BandSeries series, (double Left, double Top, double Width) box)
    {
        var axis = TimeAxis.Over(chart.Dates, box.Left, box.Left + box.Width);
        var marks = MarksIn(chart, box);
        double Y(double share) => box.Top + (PlotHeight * (1 - Math.Clamp(share, 0, 1)));
        marks.DrawWindows(box.Top, box.Top + PlotHeight);
        for (var i = 0; i < chart.AxisLabels.Length; i++)
        {
            var y = Y(i / (chart.AxisLabels.Length - 1.0));
            canvas.Line(box.Left, y, box.Left + box.Width, y, i == 0 ? Canvas.Ink : Canvas.Grid);
        }

        IEnumerable<(double, double)> Points(IEnumerable<double> values) => values.Select((value, t) => (axis.X(chart.Dates[t]), Y(value)));
        if (!series.Lower.IsEmpty && !series.Upper.IsEmpty)
        {
            canvas.Area(Points(series.Upper).Concat(Points(series.Lower).Reverse()), SpreadFill);
        }

        if (series.TwoErrors.Any(error => error > 0))
        {
            var (mean, errors) = (series.Mean.Values, series.TwoErrors);
            canvas.Area(Points(mean.Zip(errors, (value, error) => value + error)).Concat(Points(mean.Zip(errors, (value, error) => value - error)).Reverse()), ErrorFill);
        }

        canvas.Curve(Points(series.Mean.Values), 1.2);
        marks.DrawCutoff(box.Top, box.Top + PlotHeight, isNamed: false);
        marks.DrawLines(box.Top, box.Top + PlotHeight);
        axis.DrawYears(canvas, box.Top + PlotHeight);
        return marks.DrawNumbers(box.Top + PlotHeight);
    }

    private void DrawScale(BandChart chart, double top)
    {
        for (var i = 0; i < chart.AxisLabels.Length; i++)
        {
            canvas.Text(Left - 5, top + (PlotHeight * (1 - (i / (chart.AxisLabels.Length - 1.0)))) + 3.5, new ChartText(chart.AxisLabels[i], IsOwn: true), Anchor.End);
        }
    }
}
