using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Boxes over columns of equal width, names of the rows to their left; rows as high as their longest text.</summary>
internal sealed class TableauDrawing(Canvas canvas, double width)
{
    private const double NameShare = 0.2;
    private const double Padding = 3;
    private const double TextSize = 0.9;
    private const double BoldSize = 1.08;
    private const double Rise = 8.5;

    private double NameWidth => width * NameShare;

    /// <returns>The height of the drawing.</returns>
    public double Draw(TableauChart chart)
    {
        var column = (width - NameWidth - 1) / chart.Columns;
        var top = 1.0;
        foreach (var line in chart.Lines)
        {
            var name = Canvas.Wrap(line.Name.Text, (NameWidth - Padding) / BoldSize);
            var texts = line.Boxes.Select(box => Canvas.Wrap(box.Text.Text, ((box.Columns * column) - (2 * Padding)) / TextSize)).ToList();
            var height = (Math.Max(name.Count, texts.Max(text => text.Count)) * Canvas.LineHeight) + (2 * Padding);
            canvas.Lines(0, Baseline(top, height, name.Count), name, line.Name.IsOwn, line.IsOpen ? "" : " font-weight=\"700\"");
            foreach (var (box, text) in line.Boxes.Zip(texts))
            {
                Draw(box, text, (NameWidth + (box.First * column), top, box.Columns * column, height), line.IsOpen);
            }

            top += height;
        }

        return top + 1;
    }

    private void Draw(TableauBox box, IReadOnlyList<string> text, (double Left, double Top, double Width, double Height) place, bool isOpen)
    {
        var ground = TableauColours.Ground(box.Shade);
        if (!isOpen)
        {
            canvas.Box(place.Left, place.Top, place.Width, place.Height, ground);
        }

        var look = $" text-anchor=\"middle\" font-size=\"9\" fill=\"{TableauColours.Ink(ground)}\"";
        canvas.Lines(place.Left + (place.Width / 2), Baseline(place.Top, place.Height, text.Count), text, box.Text.IsOwn, look);
    }

    private static double Baseline(double top, double height, int lines) => top + ((height - (lines * Canvas.LineHeight)) / 2) + Rise;
}
