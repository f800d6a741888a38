using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Nodes in columns from left to right and ribbons between them. The same chart gives the same drawing: nodes keep their order.</summary>
/// <remarks>
/// Names stand left of the first column, right of the last one, and above the nodes between. A ribbon that leaps columns passes each of them below
/// its nodes, so that it is never behind one.
/// </remarks>
internal sealed class FlowDrawing(Canvas canvas, double width)
{
    private const double SideWidth = 132;
    private const double NodeWidth = 10;
    private const double FlowHeight = 200; // of the column with most
    private const double NodeGap = 8;
    private const double PassageGap = 4;
    private const double KeyGap = 2;
    private const double TextGap = 5;

    /// <returns>The height of the drawing.</returns>
    public double Draw(FlowChart chart)
    {
        var top = DrawKey(chart) + 6;
        if (chart.Nodes.IsEmpty)
        {
            return top;
        }

        var places = new Places(chart, this, top);
        DrawFlows(chart, places);
        foreach (var (node, at) in chart.Nodes.Index())
        {
            DrawNode(at, places, node);
        }

        return places.Bottom;
    }

    private static bool IsInside(int column, int columns) => column > 0 && column < columns - 1;

    private double Pitch(int columns) => columns < 2 ? 0 : (width - (2 * (SideWidth + TextGap)) - NodeWidth) / (columns - 1);

    private double X(int column, int columns) => SideWidth + TextGap + (column * Pitch(columns));

    /// <summary>Ribbons leave and reach a node in the order of what lies next on their way, so that they cross no more than they must.</summary>
    private void DrawFlows(FlowChart chart, Places places)
    {
        var (left, right) = (places.Tops.ToArray(), places.Tops.ToArray());
        var starts = new double[chart.Flows.Length];
        foreach (var (place, flow) in chart.Flows.Index().OrderBy(flow => places.Next(flow.Index)).ThenBy(flow => flow.Item.Part))
        {
            starts[place] = left[flow.From];
            left[flow.From] += flow.Value * places.Unit;
        }

        foreach (var (place, flow) in chart.Flows.Index().OrderBy(flow => places.Previous(flow.Index)).ThenBy(flow => flow.Item.Part))
        {
            var x = X(chart.Nodes[flow.From].Column, places.Columns) + NodeWidth;
            var end = X(chart.Nodes[flow.To].Column, places.Columns);
            canvas.Ribbon(
                [(x, x, starts[place]), .. places.Passages[place].Select(passage => (X(passage.Column, places.Columns), X(passage.Column, places.Columns) + NodeWidth, passage.Top)), (end, end, right[flow.To])],
                flow.Value * places.Unit,
                canvas.PartFill(flow.Part));
            right[flow.To] += flow.Value * places.Unit;
        }
    }

    private void DrawNode(ChartNode node, Places places, int place)
    {
        var (x, top, height, label) = (X(node.Column, places.Columns), places.Tops[place], places.Heights[place], places.Labels[place]);
        canvas.Box(x, top, NodeWidth, height, "#55606b");
        var middle = top + (height / 2) + 3.5 - ((label.Count - 1) * Canvas.LineHeight / 2);
        if (IsInside(node.Column, places.Columns))
        {
            // White behind the words: ribbons pass there.
            canvas.Lines(x, top - 3 - ((label.Count - 1) * Canvas.LineHeight), label, node.Name.IsOwn, " stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\"");
        }
        else if (node.Column == 0)
        {
            canvas.Lines(x - TextGap, middle, label, node.Name.IsOwn, " text-anchor=\"end\"");
        }
        else
        {
            canvas.Lines(x + NodeWidth + TextGap, middle, label, node.Name.IsOwn);
        }
    }

    private double DrawKey(FlowChart chart)
    {
        var y = 9.0;
        foreach (var (part, words) in chart.Parts.Index())
        {
            canvas.Box(1, y - 8, 9, 9, canvas.PartFill(part));
            y += canvas.Lines(15, y, Canvas.Wrap(words.Text, width - 18), words.IsOwn) + KeyGap;
        }

        return y;
    }

    /// <summary>Where nodes stand, and where ribbons pass columns that they leap.</summary>
    private sealed class Places
    {
        private readonly FlowChart chart;

        public Places(FlowChart chart, FlowDrawing drawing, double top)
        {
            this.chart = chart;
            Columns = chart.Nodes.Max(node => node.Column) + 1;
            var sizes = chart.Nodes.Select((_, place) => Math.Max(Sum(flow => flow.From == place), Sum(flow => flow.To == place))).ToArray();
            Unit = FlowHeight / Enumerable.Range(0, Columns).Max(column => chart.Nodes.Index().Where(node => node.Item.Column == column).Sum(node => sizes[node.Index]));
            Heights = [.. sizes.Select(size => Math.Max(1, size * Unit))];
            Labels = [.. chart.Nodes.Select(node => Canvas.Wrap($"{node.Name.Text}: {node.ValueText}", IsInside(node.Column, Columns) ? drawing.Pitch(Columns) - 16 : SideWidth))];
            Tops = new double[sizes.Length];
            Passages = [.. chart.Flows.Select(_ => new List<(int, double)>())];
            var band = Enumerable.Range(1, Math.Max(0, Columns - 2)).Select(column => Words(Array.FindIndex([.. chart.Nodes], node => node.Column == column))).DefaultIfEmpty(0).Max();
            for (var column = 0; column < Columns; column++)
            {
                Bottom = Math.Max(Bottom, Fill(column, top, band));
            }
        }

        public int Columns { get; }

        /// <summary>Height of a flow of 1.</summary>
        public double Unit { get; }

        public double[] Heights { get; }

        public IReadOnlyList<string>[] Labels { get; }

        public double[] Tops { get; }

        /// <summary>By flow where it passes the columns between its ends, from left to right.</summary>
        public List<(int Column, double Top)>[] Passages { get; }

        public double Bottom { get; }

        /// <summary>How high a flow stands at what lies next after its beginning.</summary>
        public double Next(int flow) => Passages[flow].Count > 0 ? Passages[flow][0].Top : Tops[chart.Flows[flow].To];

        /// <summary>How high it stands at what lies before its end.</summary>
        public double Previous(int flow) => Passages[flow].Count > 0 ? Passages[flow][^1].Top : Tops[chart.Flows[flow].From];

        private double Sum(Func<ChartFlow, bool> which) => chart.Flows.Where(which).Sum(flow => flow.Value);

        private double Words(int place) => place < 0 ? 0 : Labels[place].Count * Canvas.LineHeight;

        /// <summary>Stands the nodes of a column below one another; the first ones after the roots level with each other, below the highest name, so that no ribbon between them crosses it.</summary>
        private double Fill(int column, double top, double band)
        {
            var isInside = IsInside(column, Columns);
            var first = Array.FindIndex([.. chart.Nodes], node => node.Column == column);
            var y = column == 0 ? top : top + band - (isInside ? Words(first) : 0);
            foreach (var place in Enumerable.Range(0, chart.Nodes.Length).Where(place => chart.Nodes[place].Column == column))
            {
                var words = Words(place);
                Tops[place] = isInside ? y + words : y + Math.Max(0, (words - Heights[place]) / 2);
                y += (isInside ? words + Heights[place] : Math.Max(words, Heights[place])) + NodeGap;
            }

            // Near ends first: they turn up again, those to the last column stay below.
            foreach (var (place, flow) in chart.Flows.Index().Where(flow => Leaps(flow.Item, column)).OrderBy(flow => flow.Item.To).ThenBy(flow => flow.Item.From).ThenBy(flow => flow.Item.Part))
            {
                Passages[place].Add((column, y));
                y += (flow.Value * Unit) + PassageGap;
            }

            return y;
        }

        private bool Leaps(ChartFlow flow, int column) => chart.Nodes[flow.From].Column < column && column < chart.Nodes[flow.To].Column;
    }
}
