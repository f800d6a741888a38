using System.Collections.Immutable;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Named rows on a common scale: bars made of parts, or dots of different form.</summary>
internal sealed class RowDrawing(Canvas canvas, double width)
{
    private const double NameWidth = 116;
    private const double ValueWidth = 58;
    private const double RowGap = 5;
    private const double BarHeight = 11;
    private const double KeyGap = 2;

    private double Left => NameWidth + 6;

    private double Right => width - ValueWidth - 8;

    /// <returns>The height of the drawing.</returns>
    public double Draw(BarChart chart)
    {
        var top = DrawKey(chart.Parts, (part, y) => canvas.Box(1, y - 8, 9, 9, canvas.PartFill(part)));
        return DrawRows(chart.Axis, chart.Rows, top, (row, y) =>
        {
            var from = 0.0;
            for (var part = 0; part < row.Values.Length; part++)
            {
                if (row.Values[part] > 0)
                {
                    var (x, end) = (X(chart.Axis, from), X(chart.Axis, from + row.Values[part]));
                    canvas.Box(x, y - (BarHeight / 2), end - x, BarHeight, canvas.PartFill(part));
                    from += row.Values[part];
                }
            }
        });
    }

    /// <returns>The height of the drawing.</returns>
    public double Draw(DotChart chart)
    {
        var top = DrawKey(chart.Parts, (part, y) => DrawSign(part, 5.5, y - 3.5));
        return DrawRows(chart.Axis, chart.Rows, top, (row, y) =>
        {
            canvas.Line(X(chart.Axis, row.Values.Min()), y, X(chart.Axis, row.Values.Max()), y, "#75797d", 1);
            // The hollow sign is the larger one: drawn first, it still shows around a full one at the same place.
            foreach (var part in Enumerable.Range(0, row.Values.Length).OrderByDescending(part => part == 1))
            {
                DrawSign(part, X(chart.Axis, row.Values[part]), y);
            }
        });
    }

    private void DrawSign(int part, double x, double y)
    {
        switch (part)
        {
            case 0:
                canvas.Dot(x, y, 2.8, Canvas.Ink);
                break;
            case 1:
                canvas.Dot(x, y, 4.4, "#ffffff");
                break;
            default:
                canvas.Line(x, y - 6, x, y + 6, Canvas.Ink, 2);
                break;
        }
    }

    private double DrawKey(ImmutableArray<ChartText> parts, Action<int, double> sign)
    {
        var y = 9.0;
        for (var part = 0; part < parts.Length; part++)
        {
            sign(part, y);
            y += canvas.Lines(15, y, Canvas.Wrap(parts[part].Text, width - 18), parts[part].IsOwn) + KeyGap;
        }

        return y;
    }

    private double DrawRows(ValueAxis axis, ImmutableArray<ChartRow> rows, double top, Action<ChartRow, double> draw)
    {
        var names = rows.Select(row => Canvas.Wrap(row.Name.Text, NameWidth)).ToList();
        var values = rows.Select(row => Canvas.Wrap(row.ValueText, ValueWidth)).ToList();
        var heights = names.Zip(values).Select(pair => Math.Max(1.4, Math.Max(pair.First.Count, pair.Second.Count)) * Canvas.LineHeight).ToList();
        var bottom = top + heights.Sum(height => height + RowGap);
        for (var i = 0; i < axis.Labels.Length; i++)
        {
            var x = X(axis, axis.Top * i / (axis.Labels.Length - 1));
            canvas.Line(x, top - 4, x, bottom, i == 0 ? Canvas.Ink : Canvas.Grid);
            canvas.Text(x, bottom + 10, new ChartText(axis.Labels[i], IsOwn: true), Anchor.Middle);
        }

        canvas.Text((Left + Right) / 2, bottom + 22, axis.Title, Anchor.Middle);
        var y = top;
        for (var i = 0; i < rows.Length; i++)
        {
            var middle = y + (heights[i] / 2);
            canvas.Lines(0, Baseline(middle, names[i].Count), names[i], rows[i].Name.IsOwn);
            draw(rows[i], middle);
            canvas.Lines(Right + 8, Baseline(middle, values[i].Count), values[i], isOwn: true);
            y += heights[i] + RowGap;
        }

        return bottom + 26;
    }

    private double X(ValueAxis axis, double value) => Left + ((Right - Left) * Math.Clamp(value / axis.Top, 0, 1));

    private static double Baseline(double middle, int lines) => middle + 3.5 - ((lines - 1) * Canvas.LineHeight / 2);
}
