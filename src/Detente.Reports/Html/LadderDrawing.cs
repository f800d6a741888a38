using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Rungs of a ladder above one another, the lowest at the bottom, with an arrow from each to the next and what goes on there.</summary>
internal sealed class LadderDrawing(Canvas canvas, double width)
{
    private const double NameWidth = 116;
    private const double ValueWidth = 64;
    private const double BarHeight = 12;
    private const double Gap = 18; // room for the arrow and its words
    private const double KeyGap = 2;

    private double Left => NameWidth + 6;

    private double Right => width - ValueWidth - 8;

    /// <returns>The height of the drawing.</returns>
    public double Draw(LadderChart chart)
    {
        var y = DrawKey(chart) + 6;
        var top = y - 4;
        foreach (var (place, rung) in chart.Rungs.Index().Reverse())
        {
            y = DrawRung(chart, rung, y);
            if (place > 0)
            {
                DrawArrow(chart.Rungs[place - 1].OnwardText, y);
                y += Gap;
            }
        }

        for (var i = 0; i < chart.Axis.Labels.Length; i++)
        {
            var x = X(chart, chart.Axis.Top * i / (chart.Axis.Labels.Length - 1));
            canvas.Line(x, i == 0 ? top : y, x, y + 4, Canvas.Ink);
            canvas.Text(x, y + 14, new ChartText(chart.Axis.Labels[i], IsOwn: true), Anchor.Middle);
        }

        canvas.Line(Left, y, Right, y, Canvas.Ink);
        canvas.Text((Left + Right) / 2, y + 26, chart.Axis.Title, Anchor.Middle);
        return y + 30;
    }

    private double DrawKey(LadderChart chart)
    {
        var y = 9.0;
        foreach (var (part, words) in chart.Parts.Index())
        {
            canvas.Box(1, y - 8, 9, 9, canvas.PartFill(part));
            y += canvas.Lines(15, y, Canvas.Wrap(words.Text, width - 18), words.IsOwn) + KeyGap;
        }

        return y;
    }

    private double DrawRung(LadderChart chart, LadderRung rung, double y)
    {
        var (name, value) = (Canvas.Wrap(rung.Name.Text, NameWidth), Canvas.Wrap(rung.ValueText, ValueWidth));
        var height = Math.Max(BarHeight + 4, Math.Max(name.Count, value.Count) * Canvas.LineHeight);
        var middle = y + (height / 2);
        canvas.Lines(0, Baseline(middle, name.Count), name, rung.Name.IsOwn, " font-weight=\"700\"");
        var from = 0.0;
        for (var part = 0; part < rung.Values.Length; part++)
        {
            if (rung.Values[part] > 0)
            {
                var (x, end) = (X(chart, from), X(chart, from + rung.Values[part]));
                canvas.Box(x, middle - (BarHeight / 2), end - x, BarHeight, canvas.PartFill(part));
                from += rung.Values[part];
            }
        }

        canvas.Lines(X(chart, from) + 6, Baseline(middle, value.Count), value, isOwn: true);
        return y + height;
    }

    private void DrawArrow(string words, double top)
    {
        if (words.Length == 0)
        {
            return;
        }

        const double x = NameWidth + 16;
        canvas.Line(x, top + Gap - 3, x, top + 4, Canvas.Ink, 1.2);
        canvas.Line(x - 3, top + 8, x, top + 3, Canvas.Ink, 1.2);
        canvas.Line(x + 3, top + 8, x, top + 3, Canvas.Ink, 1.2);
        canvas.Text(x + 8, top + (Gap / 2) + 3.5, new ChartText(words, IsOwn: true), Anchor.Start, " font-size=\"9\"");
    }

    private double X(LadderChart chart, double value) => Left + ((Right - Left) * Math.Clamp(value / chart.Axis.Top, 0, 1));

    private static double Baseline(double middle, int lines) => middle + 3.5 - ((lines - 1) * Canvas.LineHeight / 2);
}
