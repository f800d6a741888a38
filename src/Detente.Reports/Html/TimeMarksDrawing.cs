using System.Globalization;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>The cut-off, numbered dated events and their windows on a time axis, with the key of the numbers.</summary>
internal sealed class TimeMarksDrawing(Canvas canvas, TimeMarks marks, TimeAxis axis)
{
    private const int KeyColumns = 3;
    private const double KeySize = 0.9;
    private const int NumberRows = 3;
    private const double NumberWidth = 12;
    private const double NumberHeight = 9;
    private const double BarHeight = 3;
    private const string WindowFill = "#e6eaed";
    private const string BarFill = "#8d98a1";

    /// <summary>The grounds of the windows; before anything is drawn on them.</summary>
    public void DrawWindows(double top, double bottom) => Windows(top, bottom - top, WindowFill);

    /// <summary>The windows as bars above a plot that covers their ground.</summary>
    public void DrawWindowBars(double top) => Windows(top, BarHeight, BarFill);

    private void Windows(double top, double height, string fill)
    {
        foreach (var window in marks.Windows)
        {
            var (from, to) = (axis.X(window.From), axis.X(window.To.AddDays(1)));
            if (to > from)
            {
                canvas.Ground(from, top, Math.Max(1, to - from), height, fill);
            }
        }
    }

    /// <summary>The line where past and future part; its name stands at its upper end.</summary>
    public void DrawCutoff(double top, double bottom, bool isNamed = true)
    {
        if (marks.Cutoff is { } cutoff)
        {
            var x = axis.X(cutoff.On);
            canvas.Line(x, top, x, bottom, Canvas.Ink, 1.4);
            if (isNamed)
            {
                canvas.Text(x + 3, top + 6, cutoff.Name);
            }
        }
    }

    /// <summary>A dotted line for each event.</summary>
    public void DrawLines(double top, double bottom)
    {
        foreach (var mark in marks.Events)
        {
            var x = axis.X(mark.On);
            canvas.Line(x, top, x, bottom, "#ffffff", 1.6);
            canvas.Line(x, top, x, bottom, Canvas.Ink, 0.7, "1.5 2.5");
        }
    }

    /// <summary>The numbers of the events below the years; those a few weeks apart below one another.</summary>
    /// <returns>The height they take.</returns>
    public double DrawNumbers(double bottom)
    {
        var ends = new double[NumberRows];
        var rows = 0;
        for (var i = 0; i < marks.Events.Length; i++)
        {
            var x = axis.X(marks.Events[i].On);
            var row = Array.FindIndex(ends, end => x - end >= NumberWidth);
            row = row < 0 ? i % NumberRows : row;
            ends[row] = x;
            rows = Math.Max(rows, row + 1);
            canvas.Text(x, bottom + 22 + (row * NumberHeight), Numbered(i), Anchor.Middle, " font-weight=\"700\" font-size=\"8.5\"");
        }

        return rows * NumberHeight;
    }

    /// <summary>What the numbers stand for, in columns from <paramref name="top"/> on.</summary>
    /// <returns>Where the drawing ends.</returns>
    public double DrawKey(double top, double width)
    {
        var column = width / KeyColumns;
        var keys = marks.Events.Select((mark, i) => Canvas.Wrap($"{Numbered(i).Text}\u00a0 {mark.Name.Text}", (column - 12) / KeySize)).ToList();
        var perColumn = (keys.Count + KeyColumns - 1) / KeyColumns;
        var deepest = 0.0;
        for (var c = 0; c < KeyColumns; c++)
        {
            var y = top;
            foreach (var key in keys.Skip(c * perColumn).Take(perColumn))
            {
                y += canvas.Lines(c * column, y, key, isOwn: false, " font-size=\"9\"");
            }

            deepest = Math.Max(deepest, y);
        }

        return deepest - 6;
    }

    /// <summary>Numbers and key below the axis.</summary>
    /// <returns>Where the drawing ends.</returns>
    public double DrawNumbersAndKey(double bottom, double width) =>
        marks.Events.IsEmpty ? bottom + 18 : DrawKey(bottom + 30 + DrawNumbers(bottom), width);

    private static ChartText Numbered(int place) => new((place + 1).ToString(CultureInfo.InvariantCulture), IsOwn: true);
}
