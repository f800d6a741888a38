using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>A study of the paths over the horizon, under strategies to be chosen.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How much; exact chances are not known to these studies.</param>
public abstract record CourseStudy(Model Model, StudyOptions Options) : Study(Model, Options)
{
    /// <summary>Strategies that take the place of the baseline's of the same actors; empty: the baseline.</summary>
    public ImmutableArray<StrategyId> Strategies { get; init; } = [];

    /// <summary>Whether no measure at all is pursued by anybody.</summary>
    public bool NoMeasures { get; init; }
}

/// <summary>Which kind of future dominates when, how the kinds follow one another, how long they last and when they are first reached.</summary>
/// <param name="Model">The model; it has kinds of future.</param>
/// <param name="Options">How much.</param>
public sealed record PathwaysStudy(Model Model, StudyOptions Options) : CourseStudy(Model, Options)
{
    /// <summary>The length of the windows the horizon is cut into; a year unless stated, at least a step. The last one may be shorter.</summary>
    public Period Window { get; init; } = new(1, TimeUnit.Year);

    /// <summary>At how many dates in a row a kind must hold to stand in a pathway; 3 unless stated, 1 or more. Shorter stays belong to what came before.</summary>
    public int LeastStay { get; init; } = 3;

    /// <summary>How many changes of kind a pathway follows, at most; 5 unless stated, 0 or more. Less where the tree of all orders would have more than 4,000 nodes.</summary>
    public int MostChanges { get; init; } = 5;

    /// <summary>Branches with a smaller share of runs are gathered; 0.01 unless stated, 0 to 1.</summary>
    public double LeastShare { get; init; } = 0.01;

    /// <summary>The most nodes of the tree that are told, the start among them; those with the largest shares. 40 unless stated, 1 or more.</summary>
    public int MostNodes { get; init; } = 40;
}

/// <summary>What a scheduled event changes: the paths as they are, against the same paths without it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How much.</param>
/// <param name="Event">The event; one with a date within the horizon.</param>
public sealed record EventEffectStudy(Model Model, StudyOptions Options, EventId Event) : CourseStudy(Model, Options);

/// <summary>What another strategy from a date on changes: the paths as they are, against the same paths going on under it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How much.</param>
/// <param name="From">The date: the start of the step that holds it; within the horizon, or the day after its last step.</param>
/// <param name="Strategy">The strategy that takes the place of those of its actors; null: from then on nobody pursues a measure.</param>
public sealed record BranchStudy(Model Model, StudyOptions Options, DateOnly From, StrategyId? Strategy) : CourseStudy(Model, Options);

/// <summary>How far images are from the things, and what it would change if they were not.</summary>
/// <param name="Model">The model; it has images.</param>
/// <param name="Options">How much.</param>
public sealed record PerceptionStudy(Model Model, StudyOptions Options) : CourseStudy(Model, Options);
