using System.Collections.Immutable;

namespace Detente.Reports.Tree;

/// <summary>The data of a chart. Labels are plain text; <see cref="ChartText.IsOwn"/> says whose.</summary>
internal abstract record Chart(string Id);

/// <summary>A label in a chart.</summary>
internal sealed record ChartText(string Text, bool IsOwn);

/// <summary>A named series of shares, 0 to 1, one per date.</summary>
internal sealed record ShareSeries(ChartText Name, ImmutableArray<double> Values)
{
    /// <summary>The value at the last date as the text gives it.</summary>
    public required string LastValue { get; init; }

    /// <summary>Its name and last value; the value is not taken apart at the end of a line.</summary>
    public string Label => Name.Text + ": " + LastValue.Replace(' ', '\u00a0');
}

/// <summary>A line through time with a name: the cut-off, an event.</summary>
internal sealed record DateMark(DateOnly On, ChartText Name);

/// <summary>Days from one to another, both among them.</summary>
internal readonly record struct DateSpan(DateOnly From, DateOnly To);

/// <summary>What a time axis is marked with: where past and future part, and what is dated.</summary>
internal sealed record TimeMarks
{
    public static TimeMarks None { get; } = new();

    public DateMark? Cutoff { get; init; }

    /// <summary>Events by date; numbered in this order, named under the chart.</summary>
    public ImmutableArray<DateMark> Events { get; init; } = [];

    /// <summary>The windows of scheduled events, such as election campaigns.</summary>
    public ImmutableArray<DateSpan> Windows { get; init; } = [];
}

/// <summary>Dots of one kind at one date. Where a kind that occurs gets no dot the text says so.</summary>
internal readonly record struct RunDots(int Count, string Text);

/// <summary>A kind with its dots at each date; its place decides on the fill.</summary>
internal sealed record RunDotsRow(int Place, ChartText Name, ImmutableArray<RunDots> Cells);

/// <summary>Dots that can be counted, each one of <paramref name="Runs"/> model runs: a column for each date, a row for each kind.</summary>
internal sealed record RunDotsChart(string Id, int Runs, ImmutableArray<ChartText> Dates, ImmutableArray<RunDotsRow> Rows) : Chart(Id);

/// <summary>One path: the place of the kind at each date, and the steps with a grave event.</summary>
internal sealed record PathStrip(ChartText Name, ImmutableArray<int> Kinds, ImmutableArray<int> Severe);

/// <summary>Real paths as strips below one another, a cell a step; those that end in the same kind stand together.</summary>
internal sealed record PathChart(string Id, ImmutableArray<DateOnly> Dates, ImmutableArray<PathStrip> Strips) : Chart(Id)
{
    /// <summary>What stands over the names of the strips.</summary>
    public required ChartText NameHead { get; init; }

    /// <summary>Where the axis begins: before the first date when something of the past is marked.</summary>
    public required DateOnly Begin { get; init; }

    /// <summary>Days before the first date on which factors entered the state they start in, with how many did.</summary>
    public ImmutableArray<(DateOnly On, int Factors)> Since { get; init; } = [];

    /// <summary>The kinds by place, with how many strips end there where some do.</summary>
    public required ImmutableArray<ChartText> Kinds { get; init; }

    /// <summary>What a grave event is; null when none is marked.</summary>
    public ChartText? SevereName { get; init; }

    public TimeMarks Marks { get; init; } = TimeMarks.None;
}

/// <summary>Shares that add up to the whole, stacked, over time.</summary>
internal sealed record StackedAreaChart(string Id, ImmutableArray<DateOnly> Dates, ImmutableArray<ShareSeries> Series) : Chart(Id)
{
    public required ChartText AxisTitle { get; init; }

    public required ImmutableArray<string> AxisLabels { get; init; }

    public TimeMarks Marks { get; init; } = TimeMarks.None;
}

/// <summary>One panel of a <see cref="BandChart"/>; an empty band is not drawn.</summary>
internal sealed record BandSeries(ShareSeries Mean, ImmutableArray<double> Lower, ImmutableArray<double> Upper)
{
    /// <summary>Two standard errors of each mean.</summary>
    public required ImmutableArray<double> TwoErrors { get; init; }
}

/// <summary>Lines with bands over time, one panel per series, on one scale from 0 to 1.</summary>
internal sealed record BandChart(string Id, ImmutableArray<DateOnly> Dates, ImmutableArray<BandSeries> Series) : Chart(Id)
{
    public required ChartText AxisTitle { get; init; }

    public required ImmutableArray<string> AxisLabels { get; init; }

    /// <summary>What lines and grounds mean.</summary>
    public required ChartText Key { get; init; }

    public TimeMarks Marks { get; init; } = TimeMarks.None;
}

/// <summary>A row of bars or dots.</summary>
internal sealed record ChartRow(ChartText Name, ImmutableArray<double> Values, string ValueText);

/// <summary>The scale of a chart of bars or dots, from 0 to <paramref name="Top"/>, with evenly spaced labels.</summary>
internal sealed record ValueAxis(ChartText Title, double Top, ImmutableArray<string> Labels);

/// <summary>Horizontal bars whose parts stand for the values of a row.</summary>
internal sealed record BarChart(string Id, ValueAxis Axis, ImmutableArray<ChartText> Parts, ImmutableArray<ChartRow> Rows) : Chart(Id);

/// <summary>Dots on a common scale, one sign per kind of value.</summary>
internal sealed record DotChart(string Id, ValueAxis Axis, ImmutableArray<ChartText> Parts, ImmutableArray<ChartRow> Rows) : Chart(Id);

/// <summary>What the ground of a state tells: its place among the states, from least to most where they are ordered, or the colour the model gives it.</summary>
internal sealed record StateShade(int Place, int Count, bool IsOrdered)
{
    /// <summary>Six hexadecimal digits; null where the model gives no state of the factor a colour.</summary>
    public string? Colour { get; init; }
}

/// <summary>A box over one column or several; without a shade its ground is white.</summary>
internal sealed record TableauBox(int First, int Columns, ChartText Text, StateShade? Shade);

/// <summary>A named row of boxes; an open one has no frames: numbers and figures.</summary>
internal sealed record TableauLine(ChartText Name, ImmutableArray<TableauBox> Boxes, bool IsOpen = false);

/// <summary>Scenarios side by side, what they have in common merged.</summary>
internal sealed record TableauChart(string Id, int Columns, ImmutableArray<TableauLine> Lines) : Chart(Id);

/// <summary>A rung of a ladder: its bar is made of parts; what goes on from it to the next one is said between them, or empty.</summary>
internal sealed record LadderRung(ChartText Name, ImmutableArray<double> Values, string ValueText, string OnwardText);

/// <summary>Rungs above one another on a common scale, the first one lowest.</summary>
internal sealed record LadderChart(string Id, ValueAxis Axis, ImmutableArray<ChartText> Parts, ImmutableArray<LadderRung> Rungs) : Chart(Id);

/// <summary>A node of a <see cref="FlowChart"/>; columns count from 0 at the left.</summary>
internal sealed record ChartNode(int Column, ChartText Name, string ValueText);

/// <summary>A ribbon between nodes of two columns; its part says how it is filled.</summary>
internal sealed record ChartFlow(int From, int To, int Part, double Value);

/// <summary>Nodes in columns, and ribbons as wide as what flows between them.</summary>
internal sealed record FlowChart(string Id, ImmutableArray<ChartText> Parts, ImmutableArray<ChartNode> Nodes, ImmutableArray<ChartFlow> Flows) : Chart(Id);
