using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Why a path is told.</summary>
public enum ToldRole
{
    /// <summary>It ends in the kind and agrees most, over all dates and factors, with the states that are most frequent among those that do.</summary>
    Typical,

    /// <summary>It ends in the kind by the most frequent other route: the root of its first grave event is another one. The one of that route that agrees most.</summary>
    OtherRoute,

    /// <summary>It ends in the kind, though of all that do it agrees least with their usual states; told when there is no other route of note.</summary>
    Furthest,

    /// <summary>It does not end in the kind, though it is close to the usual states of those that do for longest.</summary>
    Elsewhere,
}

/// <summary>A path told in time: what mattered on it. Seed, draw and number give the same path again.</summary>
/// <param name="Role">Why it is told.</param>
/// <param name="Draw">Number of its draw, from 1.</param>
/// <param name="Path">Its number in the draw, from 0.</param>
/// <param name="Final">The kind it is in at the date.</param>
public sealed record ToldPath(ToldRole Role, int Draw, int Path, ScenarioId Final)
{
    /// <summary>Of all dates and factors, the share in which it is in the usual state of the paths that end in the kind.</summary>
    public double Agreement { get; init; }

    /// <summary>Share of dates at which at least three quarters of its factors are in that state.</summary>
    public double Close { get; init; }

    /// <summary>Root of its first grave event (above the first step of the scale of severity; with a scale of one step, that one); null: it has none.</summary>
    public EventId? Root { get; init; }

    /// <summary>Of the paths that end in the kind, the share with this root; null of a path that does not.</summary>
    public double? RouteShare { get; init; }

    /// <summary>The kind at the start.</summary>
    public ScenarioId Start { get; init; }

    /// <summary>What mattered, in the order of time; at most 12 entries.</summary>
    public ImmutableArray<ToldEntry> Entries { get; init; } = [];

    /// <summary>How many further happenings, changes of state, steps of measures and changes of kind are not told.</summary>
    public int Untold { get; init; }
}

/// <summary>Something that mattered on a path.</summary>
/// <param name="On">First day of the step in which it happened; what follows from it stands from the next step on.</param>
public abstract record ToldEntry(DateOnly On);

/// <summary>An event happened.</summary>
/// <param name="On">When.</param>
/// <param name="Event">The event.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Cause">The event of the same step that led to it, or null.</param>
public sealed record ToldEvent(DateOnly On, EventId Event, int Outcome, EventId? Cause) : ToldEntry(On);

/// <summary>How a change of state came about.</summary>
public enum ShiftReason
{
    /// <summary>Influences, tendencies and pushes were for it on balance.</summary>
    Balance,

    /// <summary>They were not for it on balance: chance, which a balance only weights.</summary>
    Chance,

    /// <summary>An effect of an event or of a measure moved it.</summary>
    Effect,

    /// <summary>Its state was barred.</summary>
    Barred,
}

/// <summary>A factor changed its state.</summary>
/// <param name="On">When.</param>
/// <param name="Factor">The factor.</param>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="Reason">How it came about.</param>
public sealed record ToldShift(DateOnly On, FactorId Factor, int From, int To, ShiftReason Reason) : ToldEntry(On)
{
    /// <summary>What spoke for the new state against the old one most, largest first, at most three; of an effect who had it.</summary>
    public ImmutableArray<ToldPull> Pulls { get; init; } = [];

    /// <summary>Whether the factor was in the new state before on this path.</summary>
    public bool IsAgain { get; init; }

    /// <summary>The balance of the new state less that of the old one, in hundredths of a point.</summary>
    public int LeadHundredths { get; init; }
}

/// <summary>What a pull comes from.</summary>
public enum PullSource
{
    /// <summary>An influence.</summary>
    Influence,

    /// <summary>A tendency.</summary>
    Tendency,

    /// <summary>A push or an effect of an event.</summary>
    Event,

    /// <summary>A push or an effect of a measure.</summary>
    Measure,
}

/// <summary>What spoke for a change of state, or brought it about.</summary>
/// <param name="Source">What it comes from.</param>
/// <param name="Place">Its place in the model's list.</param>
/// <param name="SourceState">Of an influence the state of its source factor that counted; otherwise null.</param>
/// <param name="Hundredths">What it adds to the new state less what it adds to the old one, in hundredths of a point; 0 of an effect.</param>
public readonly record struct ToldPull(PullSource Source, int Place, int? SourceState, int Hundredths);

/// <summary>What a measure does.</summary>
public enum MeasureTurn
{
    /// <summary>It is agreed; its lead time runs.</summary>
    Agreed,

    /// <summary>It takes effect after its lead time.</summary>
    InForce,

    /// <summary>It is agreed and takes effect at once.</summary>
    AgreedInForce,

    /// <summary>It ends.</summary>
    Ended,
}

/// <summary>A measure was agreed, took effect or ended.</summary>
/// <param name="On">When.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Turn">What it did.</param>
/// <param name="IsEarly">Whether it was agreed without its preconditions.</param>
public sealed record ToldMeasure(DateOnly On, MeasureId Measure, MeasureTurn Turn, bool IsEarly) : ToldEntry(On);

/// <summary>The kind of future changed.</summary>
/// <param name="On">When.</param>
/// <param name="From">The kind before.</param>
/// <param name="To">The kind after.</param>
public sealed record ToldKind(DateOnly On, ScenarioId From, ScenarioId To) : ToldEntry(On)
{
    /// <summary>Whether the path was in the new kind before.</summary>
    public bool IsAgain { get; init; }
}
