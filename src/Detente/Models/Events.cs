using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>How an escalation comes about.</summary>
public enum Pathway
{
    /// <summary>Not an escalation by either path.</summary>
    None,

    /// <summary>By accident or misreading.</summary>
    Inadvertent,

    /// <summary>By decision.</summary>
    Deliberate,
}

/// <summary>Something that may happen at a point in time. Its trigger is exactly one of: dates, a rate, causes.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Trigger">What makes it happen.</param>
/// <param name="Outcomes">One or more outcomes; an event written without outcomes has one, named like the event.</param>
public sealed record ModelEvent(string Id, LocalizedText Title, Trigger Trigger, ImmutableArray<Outcome> Outcomes)
{
    /// <summary>Its pathway when it is the root of a chain.</summary>
    public Pathway Pathway { get; init; }

    /// <summary>The condition without which it cannot happen; null: none.</summary>
    public Condition? When { get; init; }

    /// <summary>Rules that multiply its rate, or its probability p as 1-(1-p)^m, while their condition holds.</summary>
    public ImmutableArray<Multiplier> Multipliers { get; init; } = [];

    /// <summary>Whether it can happen several times in one step (a Poisson number); stochastic events only.</summary>
    public bool Repeats { get; init; }

    /// <summary>Why it stands here.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;
}

/// <summary>What makes an event happen.</summary>
public abstract record Trigger
{
    private protected Trigger()
    {
    }
}

/// <summary>On stated dates.</summary>
/// <param name="Dates">One or more dates, ascending.</param>
/// <param name="Probability">Of each; 0 to 1.</param>
/// <param name="Before">How long before each date its window opens, or null when it opens on the day.</param>
/// <param name="After">How long after each date its window closes, or null when it closes on the day.</param>
public sealed record Scheduled(ImmutableArray<DateOnly> Dates, Estimate Probability, Period? Before, Period? After) : Trigger;

/// <summary>At random.</summary>
/// <param name="Rate">Mean number a year.</param>
public sealed record Stochastic(Estimate Rate) : Trigger;

/// <summary>As a consequence of other events in the same step.</summary>
/// <param name="Causes">One or more; the graph of causes has no cycle.</param>
public sealed record Consequence(ImmutableArray<Cause> Causes) : Trigger;

/// <summary>One cause of an event.</summary>
/// <param name="Of">The event, or outcome, that may lead to it.</param>
/// <param name="Probability">That it does; 0 to 1.</param>
/// <param name="Pathway">The pathway of this edge when it differs from that of the root, or null.</param>
/// <param name="When">The condition without which this cause does not act; null: none.</param>
public sealed record Cause(EventReference Of, Estimate Probability, Pathway? Pathway, Condition? When)
{
    /// <summary>Why it leads to it.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;
}

/// <summary>Multiplies a rate or a probability while a condition holds.</summary>
/// <param name="When">The condition.</param>
/// <param name="Factor">By how much; 0 or more.</param>
/// <param name="Provenance">Why.</param>
public sealed record Multiplier(Condition When, Estimate Factor, Provenance Provenance);

/// <summary>One way an event can turn out.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Weight">Its share among the outcomes' weights; 0 or more.</param>
/// <param name="Severity">Its step of <see cref="Model.Severities"/> (place in the list), or null.</param>
/// <param name="Effects">What it does.</param>
/// <param name="Multipliers">Rules that multiply its weight while they hold.</param>
public sealed record Outcome(
    string Id,
    LocalizedText Title,
    Estimate Weight,
    int? Severity,
    ImmutableArray<Effect> Effects,
    ImmutableArray<Multiplier> Multipliers)
{
    /// <summary>Why it stands here; an event written without outcomes says that itself.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;
}

/// <summary>An event before the start that counts in windows.</summary>
/// <param name="Of">The event or outcome.</param>
/// <param name="On">When; before the horizon's start.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record HistoricEvent(EventReference Of, DateOnly On, Provenance Provenance);
