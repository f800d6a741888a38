using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>How kinds of future follow one another. Every share is a share of model runs.</summary>
/// <param name="Provenance">How it was made.</param>
/// <param name="Dates">First days of the steps, and the day after the last.</param>
public sealed record PathwaysResult(ResultProvenance Provenance, ImmutableArray<DateOnly> Dates) : StudyResult(Provenance)
{
    /// <summary>The windows, in order.</summary>
    public ImmutableArray<WindowDominance> Windows { get; init; } = [];

    /// <summary>What becomes of each kind, in declaration order.</summary>
    public ImmutableArray<KindCourse> Kinds { get; init; } = [];

    /// <summary>The pathways as a tree: the start first, every node after the one it follows, then by share.</summary>
    public ImmutableArray<PathwayNode> Tree { get; init; } = [];

    /// <summary>How many changes of kind the tree follows.</summary>
    public int Changes { get; init; }
}

/// <summary>Which kind dominates a window.</summary>
/// <param name="First">The first step of the window.</param>
/// <param name="Next">The step after its last one.</param>
/// <param name="Shares">Share of runs in which each kind holds at most of the dates to which the steps of the window lead; on a tie the one held last.</param>
public sealed record WindowDominance(int First, int Next, ImmutableArray<Figure> Shares);

/// <summary>What becomes of a kind of future.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Moves">Moves from it to each kind; nothing to itself.</param>
/// <param name="Stays">How long it lasts.</param>
/// <param name="First">When it is first reached.</param>
public sealed record KindCourse(ScenarioId Kind, ImmutableArray<KindMove> Moves, KindStays Stays, FirstPassage First);

/// <summary>Moves from one kind to another.</summary>
/// <param name="PerRun">Mean number per run.</param>
/// <param name="PerYear">Mean number in a year spent in the first kind; null where it never holds.</param>
public sealed record KindMove(Figure PerRun, Figure? PerYear);

/// <summary>How long a kind lasts once it holds.</summary>
/// <param name="PerRun">Mean number of stays per run, the one at the start among them.</param>
/// <param name="Years">Mean length in years: all time spent in the kind over the number of departures from it; null without any.</param>
/// <param name="Median">When half of the stays have ended (E. L. Kaplan and P. Meier 1958: stays cut off by the horizon count up to there).</param>
/// <param name="Censored">Share of stays that the horizon cuts off; null where it never holds.</param>
public sealed record KindStays(Figure PerRun, Figure? Years, TimeQuantile Median, Figure? Censored);

/// <summary>When a kind is first reached.</summary>
/// <param name="ByDate">Share of runs in which it has held by each date.</param>
/// <param name="Quantiles">When a quarter, half and three quarters of all runs have reached it.</param>
public sealed record FirstPassage(ImmutableArray<Figure> ByDate, ImmutableArray<TimeQuantile> Quantiles);

/// <summary>A node of the tree of pathways.</summary>
/// <param name="Parent">Place of the node it follows; -1: the start.</param>
/// <param name="Depth">How many changes lead to it.</param>
/// <param name="Kind">Its kind; null: the small branches of its parent, gathered.</param>
/// <param name="Share">Share of runs that come through it.</param>
public sealed record PathwayNode(int Parent, int Depth, ScenarioId? Kind, Figure Share)
{
    /// <summary>Share of runs whose pathway ends here; null for gathered branches.</summary>
    public Figure? Ends { get; init; }

    /// <summary>Mean time of entry in years after the start; null for gathered branches.</summary>
    public Figure? EnteredAfterYears { get; init; }
}
