using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>
/// A relationship between rivals over a horizon, as seen at a cut-off date: everything an analyst states.
/// Immutable; references inside it are places in its own lists, in declaration order.
/// </summary>
/// <remarks>
/// A model that came through the language is free of the mistakes the language's diagnostics name; one built by hand is checked
/// when it is compiled: a reference out of its list is an ArgumentException. A model needs only what its commands need: lists may be empty.
/// </remarks>
public sealed record Model
{
    /// <summary>The model's name: letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The question it is to answer, or null.</summary>
    public LocalizedText? Question { get; init; }

    /// <summary>What its figures may be called.</summary>
    public ModelMode Mode { get; init; }

    /// <summary>The date as of which it sees the world, or null.</summary>
    public DateOnly? Cutoff { get; init; }

    /// <summary>Who wrote it down and when, or null.</summary>
    public Encoding? Encoded { get; init; }

    /// <summary>The time it looks ahead, or null for a model of consistency only.</summary>
    public Horizon? Horizon { get; init; }

    /// <summary>The scenario the sponsor would like, declared, or null.</summary>
    public ScenarioId? Preference { get; init; }

    /// <summary>Decisiveness: a point more multiplies the odds of a state against another by its exponential. Default ln 2 with the range 0.35 to 1.4.</summary>
    public Estimate Decisiveness { get; init; } = DefaultDecisiveness;

    /// <summary>The default of <see cref="Decisiveness"/>: one point more doubles the odds.</summary>
    public static Estimate DefaultDecisiveness { get; } = new(0.6931471805599453, 0.35, 1.4);

    /// <summary>Sources.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>The inventory of the source text: what it says, item by item.</summary>
    public ImmutableArray<InventoryItem> Items { get; init; } = [];

    /// <summary>Issues on which actors take positions.</summary>
    public ImmutableArray<NamedTitle> Issues { get; init; } = [];

    /// <summary>Actors.</summary>
    public ImmutableArray<Actor> Actors { get; init; } = [];

    /// <summary>Groups of factors, for display.</summary>
    public ImmutableArray<Group> Groups { get; init; } = [];

    /// <summary>Factors; one or more.</summary>
    public ImmutableArray<Factor> Factors { get; init; } = [];

    /// <summary>Influences.</summary>
    public ImmutableArray<Influence> Influences { get; init; } = [];

    /// <summary>Tendencies.</summary>
    public ImmutableArray<Tendency> Tendencies { get; init; } = [];

    /// <summary>States barred while a condition holds.</summary>
    public ImmutableArray<Barrier> Barred { get; init; } = [];

    /// <summary>The scale of severity, least grave first.</summary>
    public ImmutableArray<Severity> Severities { get; init; } = [];

    /// <summary>Events.</summary>
    public ImmutableArray<ModelEvent> Events { get; init; } = [];

    /// <summary>Events before the start.</summary>
    public ImmutableArray<HistoricEvent> History { get; init; } = [];

    /// <summary>Measures.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>Strategies.</summary>
    public ImmutableArray<Strategy> Strategies { get; init; } = [];

    /// <summary>The strategies that are followed unless another one of the same actor is chosen; at most one per actor.</summary>
    public ImmutableArray<StrategyId> Baseline { get; init; } = [];

    /// <summary>Constraints.</summary>
    public ImmutableArray<Constraint> Constraints { get; init; } = [];

    /// <summary>Scenarios in the order in which their rules are tried.</summary>
    public ImmutableArray<Scenario> Scenarios { get; init; } = [];

    /// <summary>What options are valued by, or null.</summary>
    public Objective? Objective { get; init; }

    /// <summary>Indicators.</summary>
    public ImmutableArray<Indicator> Indicators { get; init; } = [];

    /// <summary>Questions.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <summary>Claims.</summary>
    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>Evidence, by date.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Closed worlds: what was watched, and until when.</summary>
    public ImmutableArray<Watch> Watched { get; init; } = [];

    /// <summary>Experts.</summary>
    public ImmutableArray<Expert> Experts { get; init; } = [];

    /// <summary>Notes.</summary>
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>Warnings the analyst accepts.</summary>
    public ImmutableArray<AcceptedWarning> Accepted { get; init; } = [];
}
