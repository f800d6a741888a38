using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Dots that can be counted: a row for each kind, a column for each date, ten dots and a small gap.</summary>
internal sealed class RunDotsDrawing(Canvas canvas, double width)
{
    private const double NameShare = 0.28;
    private const int PerLine = 25;
    private const int Group = 10;
    private const double GroupGap = 2;
    private const double MostPitch = 7;
    private const double LineHeight = 7.5;
    private const double RowGap = 3;
    private const double TextWidth = 17;

    private double Names => width * NameShare;

    /// <returns>The height of the drawing.</returns>
    public double Draw(RunDotsChart chart)
    {
        var column = (width - Names) / Math.Max(1, chart.Dates.Length);
        var perLine = Math.Min(chart.Runs, PerLine);
        var pitch = Math.Min(MostPitch, (column - TextWidth - 10 - (GroupGap * ((perLine - 1) / Group))) / perLine);
        for (var c = 0; c < chart.Dates.Length; c++)
        {
            var isLast = c == chart.Dates.Length - 1;
            canvas.Text(Names + (c * column), 9, chart.Dates[c], extra: isLast ? " font-weight=\"700\"" : "");
        }

        var y = 15.0;
        foreach (var row in chart.Rows)
        {
            var name = Canvas.Wrap(row.Name.Text, Names - 18);
            var lines = Math.Max(1, row.Cells.Max(cell => (cell.Count + perLine - 1) / perLine));
            var height = Math.Max(name.Count * Canvas.LineHeight, (lines * LineHeight) + 3) + RowGap;
            canvas.Line(0, y, width, y);
            var middle = y + (height / 2);
            var first = middle + 3.5 - ((name.Count - 1) * Canvas.LineHeight / 2);
            canvas.Box(0, first - 8, 9, 9, canvas.Fill(row.Place));
            canvas.Lines(13, first, name, row.Name.IsOwn);
            for (var c = 0; c < row.Cells.Length; c++)
            {
                DrawCell(row.Cells[c], canvas.Fill(row.Place), (Names + (c * column), middle), (perLine, pitch));
            }

            y += height;
        }

        canvas.Line(0, y, width, y);
        return y + 2;
    }

    private void DrawCell(RunDots cell, string fill, (double X, double Middle) at, (int PerLine, double Pitch) form)
    {
        var lines = (cell.Count + form.PerLine - 1) / form.PerLine;
        var end = at.X;
        for (var i = 0; i < cell.Count; i++)
        {
            var (line, place) = (i / form.PerLine, i % form.PerLine);
            var x = at.X + (form.Pitch * (place + 0.5)) + (GroupGap * (place / Group));
            var y = at.Middle + ((line - ((lines - 1) / 2.0)) * LineHeight);
            canvas.SmallDot(x, y, Math.Min(2.9, form.Pitch * 0.43), fill);
            end = Math.Max(end, x + (form.Pitch / 2));
        }

        canvas.Text(cell.Count == 0 ? at.X : end + 3, at.Middle + 3.2, new ChartText(cell.Text, IsOwn: true), extra: " font-size=\"8.5\"");
    }
}
