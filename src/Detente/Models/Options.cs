using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>What happens when a measure's preconditions do not hold.</summary>
public enum Gate
{
    /// <summary>It cannot be agreed. The default.</summary>
    Strict,

    /// <summary>It can be agreed all the same, and then its early effects act, too.</summary>
    Advisory,
}

/// <summary>A named condition that must hold before a measure is agreed.</summary>
/// <param name="Id">The name used in the model text; the same name in two measures is the same precondition.</param>
/// <param name="Title">Its title.</param>
/// <param name="When">The condition.</param>
/// <param name="Provenance">Why.</param>
public sealed record Precondition(string Id, LocalizedText Title, Condition When, Provenance Provenance);

/// <summary>Something actors can agree on and keep in force.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
public sealed record Measure(string Id, LocalizedText Title)
{
    /// <summary>Who takes it; may be empty.</summary>
    public ImmutableArray<ActorId> By { get; init; } = [];

    /// <summary>The step of a sequence it belongs to, for display and ordering; null: none.</summary>
    public int? Step { get; init; }

    /// <summary>What must hold before it is agreed; all of them. Empty: nothing.</summary>
    public ImmutableArray<Precondition> Preconditions { get; init; } = [];

    /// <summary>What happens without them.</summary>
    public Gate Gate { get; init; }

    /// <summary>How readily it is agreed when pursued and possible: a rate per year.</summary>
    public Estimate Uptake { get; init; } = Estimate.Point(1);

    /// <summary>From agreement until in force; null: in force in the step of agreement.</summary>
    public Period? Lead { get; init; }

    /// <summary>What it does while in force.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>What agreeing without the preconditions does; once, in the step of agreement. Only with an advisory gate.</summary>
    public ImmutableArray<Effect> Early { get; init; } = [];

    /// <summary>The condition without which a measure in force ends; null: it stays.</summary>
    public Condition? SustainedBy { get; init; }

    /// <summary>How long after its end before it can be agreed again; null: it can be at once.</summary>
    public Period? Pause { get; init; }

    /// <summary>Its stated cost, in the analyst's own unit; 0 unless stated.</summary>
    public double Cost { get; init; }

    /// <summary>Why it stands here.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;
}

/// <summary>A measure in a strategy.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="When">Pursued only while this holds; null: always.</param>
/// <param name="Until">No longer pursued once this has held; null: never given up.</param>
/// <param name="After">Pursued only once these have been in force; may be empty.</param>
public sealed record Pursuit(MeasureId Measure, Condition? When, Condition? Until, ImmutableArray<MeasureId> After);

/// <summary>A set of measures that one or more actors pursue.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Of">Whose strategy it is; one or more.</param>
/// <param name="Pursuits">What is pursued.</param>
/// <param name="Provenance">Why it stands here.</param>
public sealed record Strategy(
    string Id,
    LocalizedText Title,
    ImmutableArray<ActorId> Of,
    ImmutableArray<Pursuit> Pursuits,
    Provenance Provenance);

/// <summary>A condition that should never hold. It changes no path.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Never">The condition.</param>
/// <param name="IsHard">Whether breaking it makes an option inadmissible; otherwise it is counted.</param>
/// <param name="Provenance">Why it stands here.</param>
public sealed record Constraint(string Id, LocalizedText Title, Condition Never, bool IsHard, Provenance Provenance);

/// <summary>A named kind of future: a rule over states and recent events. Rules are tried in declaration order.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What it means, in the analyst's words, or null.</param>
/// <param name="Rule">When a path is in it; the last scenario's rule is always true.</param>
/// <param name="Unreachable">Why it is meant never to hold, or null.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record Scenario(
    string Id,
    LocalizedText Title,
    LocalizedText? Description,
    Condition Rule,
    LocalizedText? Unreachable,
    Provenance Provenance);

/// <summary>What an option is valued by.</summary>
/// <param name="Order">Scenarios from best to worst, when stated as an ordering; otherwise empty.</param>
/// <param name="Weights">Value of a step in each scenario, when stated as weights; otherwise empty.</param>
/// <param name="SeverityWeights">Value of an event of each severity (place in <see cref="Model.Severities"/>); may be empty.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record Objective(
    ImmutableArray<ScenarioId> Order,
    ImmutableArray<(ScenarioId Scenario, double Weight)> Weights,
    ImmutableArray<(int Severity, double Weight)> SeverityWeights,
    Provenance Provenance);
