using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Paths as strips: neighbouring steps of one kind are one box; grave events are marked in them.</summary>
internal sealed class PathDrawing(Canvas canvas, double width)
{
    private const double Left = 54;
    private const double Top = 30;
    private const double StripHeight = 6.4;
    private const double Pitch = 7.6;
    private const double GroupGap = 3;
    private const double SinceHeight = 5;

    /// <returns>The height of the drawing.</returns>
    public double Draw(PathChart chart)
    {
        var right = width - EndNames.Column;
        var axis = new TimeAxis(chart.Begin, chart.Dates[^1], Left, right);
        var marks = new TimeMarksDrawing(canvas, chart.Marks, axis);
        var tops = Tops(chart.Strips);
        var names = chart.Strips.Select(strip => strip.Kinds[^1]).Distinct().ToList();
        var labels = names.Select(kind => EndNames.Wrap(chart.Kinds[kind].Text)).ToList();
        var height = Math.Max(tops.Count == 0 ? 0 : tops[^1] + StripHeight - Top, EndNames.HeightOf(labels));

        marks.DrawWindowBars(Top - 4.5);
        canvas.Text(0, Top - 6, chart.NameHead, extra: " font-size=\"8\"");
        foreach (var (i, strip) in chart.Strips.Index())
        {
            canvas.Text(Left - 5, tops[i] + StripHeight - 0.4, strip.Name, Anchor.End, " font-size=\"6.8\"");
            DrawStrip(chart, strip, axis, tops[i]);
        }

        foreach (var (on, factors) in chart.Since)
        {
            canvas.Line(axis.X(on), Top + height, axis.X(on), Top + height - (SinceHeight * factors), "#75797d", 1.6);
        }

        DrawSevere(chart, axis, tops);
        canvas.Line(Left, Top + height, right, Top + height, Canvas.Ink);
        axis.DrawYears(canvas, Top + height);
        // From the bottom up, as the names are drawn.
        var middles = names.Select(kind =>
        {
            var own = tops.Where((_, i) => chart.Strips[i].Kinds[^1] == kind).ToList();
            return (own[0] + own[^1] + StripHeight) / 2;
        }).ToList();
        new EndNames(canvas).Draw([.. names.AsEnumerable().Reverse()], [.. labels.AsEnumerable().Reverse()], [.. middles.AsEnumerable().Reverse()], (right, Top, height));
        marks.DrawCutoff(Top - 15, Top + height);
        marks.DrawLines(Top - 3, Top + height);
        return DrawKeys(chart, marks, names, Top + height);
    }

    /// <summary>Where each strip begins: a gap parts those that end in different kinds.</summary>
    private static List<double> Tops(IReadOnlyList<PathStrip> strips)
    {
        var tops = new List<double>();
        var y = Top;
        for (var i = 0; i < strips.Count; i++)
        {
            y += i == 0 ? 0 : Pitch + (strips[i].Kinds[^1] == strips[i - 1].Kinds[^1] ? 0 : GroupGap);
            tops.Add(y);
        }

        return tops;
    }

    private void DrawStrip(PathChart chart, PathStrip strip, TimeAxis axis, double top)
    {
        // The kind at a date holds over the step that begins there; the last date ends the last step.
        var last = strip.Kinds.Length - 1;
        for (var from = 0; from < last;)
        {
            var to = from + 1;
            while (to < last && strip.Kinds[to] == strip.Kinds[from])
            {
                to++;
            }

            var (x, end) = (axis.X(chart.Dates[from]), axis.X(chart.Dates[to]));
            canvas.Box(x, top, end - x, StripHeight, canvas.Fill(strip.Kinds[from]), "#ffffff");
            from = to;
        }
    }

    private void DrawSevere(PathChart chart, TimeAxis axis, List<double> tops)
    {
        foreach (var (i, strip) in chart.Strips.Index())
        {
            foreach (var step in strip.Severe)
            {
                canvas.Diamond((axis.X(chart.Dates[step]) + axis.X(chart.Dates[step + 1])) / 2, tops[i] + (StripHeight / 2), 3.2);
            }
        }
    }

    /// <summary>Kinds met on the way only, what the diamonds are, and the numbers of the events.</summary>
    private double DrawKeys(PathChart chart, TimeMarksDrawing marks, List<int> named, double bottom)
    {
        var y = bottom + 26 + marks.DrawNumbers(bottom);
        var (x, keyed) = (0.0, false);
        foreach (var kind in chart.Strips.SelectMany(strip => strip.Kinds).Distinct().Except(named).Order())
        {
            Key(chart.Kinds[kind], (left, top) => canvas.Box(left, top - 8, 9, 9, canvas.Fill(kind)));
        }

        if (chart.SevereName is { } severe)
        {
            Key(severe, (left, top) => canvas.Diamond(left + 4.5, top - 3.5, 3.2));
        }

        y += keyed ? Canvas.LineHeight + 4 : 0;
        return chart.Marks.Events.IsEmpty ? y : marks.DrawKey(y + 4, width);

        void Key(ChartText name, Action<double, double> sign)
        {
            var wide = Canvas.WidthOf(name.Text) + 26;
            if (x > 0 && x + wide > width)
            {
                (x, y) = (0, y + Canvas.LineHeight + 2);
            }

            sign(x, y);
            canvas.Text(x + 13, y, name);
            (x, keyed) = (x + wide, true);
        }
    }
}
