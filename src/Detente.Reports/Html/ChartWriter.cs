using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Draws charts as SVG. One unit is a quarter of a millimetre on paper, so that text has the same size in every chart.</summary>
internal sealed class ChartWriter(TextWriter writer, string id, double width)
{
    public const double FullWidth = 680;
    public const double HalfWidth = 328;

    /// <summary>Writes the chart with its name and its conclusion for readers who do not see it.</summary>
    public void Write(Chart chart, string title, string conclusion)
    {
        using var body = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var canvas = new Canvas(body, id);
        var height = Draw(canvas, chart, width);
        writer.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Canvas.Number(width)} {Canvas.Number(height)}\" role=\"img\" ");
        writer.Write($"aria-labelledby=\"{id}-title {id}-desc\" font-size=\"10\" fill=\"#16202a\">\n");
        writer.Write($"<title id=\"{id}-title\">{MarkupText.Escape(title)}</title>\n<desc id=\"{id}-desc\">{MarkupText.Escape(conclusion)}</desc>\n");
        canvas.WritePatterns(writer);
        writer.Write(body.ToString());
        writer.Write("</svg>\n");
    }

    /// <summary>Draws the chart alone.</summary>
    /// <returns>The height of the drawing.</returns>
    public static double Draw(Canvas canvas, Chart chart, double width) => chart switch
    {
        StackedAreaChart stacked => new StackedAreaDrawing(canvas, width).Draw(stacked),
        RunDotsChart runs => new RunDotsDrawing(canvas, width).Draw(runs),
        PathChart paths => new PathDrawing(canvas, width).Draw(paths),
        BandChart bands => new BandDrawing(canvas, width).Draw(bands),
        BarChart bars => new RowDrawing(canvas, width).Draw(bars),
        DotChart dots => new RowDrawing(canvas, width).Draw(dots),
        LadderChart ladder => new LadderDrawing(canvas, width).Draw(ladder),
        FlowChart flows => new FlowDrawing(canvas, width).Draw(flows),
        TableauChart tableau => new TableauDrawing(canvas, width).Draw(tableau),
        _ => 0,
    };
}
