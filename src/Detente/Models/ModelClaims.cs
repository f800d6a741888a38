using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>What the model must do according to its source.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">What the source says, in the analyst's words, or null.</param>
/// <param name="Statement">What the model must show.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record Claim(string Id, LocalizedText? Title, Statement Statement, Provenance Provenance);

/// <summary>The statement of a claim.</summary>
public abstract record Statement
{
    private protected Statement()
    {
    }
}

/// <summary>A quantity is lower, or higher, in one world than in another.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="IsLower">Lower; otherwise higher.</param>
/// <param name="ByAtLeast">The least difference; 0 unless stated.</param>
/// <param name="First">The world it is lower or higher in.</param>
/// <param name="Second">The world compared with.</param>
public sealed record ComparedWorlds(Quantity Quantity, bool IsLower, double ByAtLeast, World First, World Second) : Statement;

/// <summary>A quantity rises or falls because of an event.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Rises">Rises; otherwise falls.</param>
/// <param name="Event">The event.</param>
/// <param name="Within">Within how long after it.</param>
/// <param name="FadesWithin">Within how long the difference must halve, or null.</param>
public sealed record EventResponse(Quantity Quantity, bool Rises, EventId Event, Period Within, Period? FadesWithin) : Statement;

/// <summary>Quantities are in descending order.</summary>
/// <param name="Quantities">Two or more, largest first.</param>
public sealed record QuantityOrder(ImmutableArray<Quantity> Quantities) : Statement;

/// <summary>A quantity lies above, below or between numbers.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Above">The lower bound, or null.</param>
/// <param name="Below">The upper bound, or null.</param>
public sealed record QuantityLevel(Quantity Quantity, double? Above, double? Below) : Statement;

/// <summary>A condition never holds, or always holds.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="IsAlways">Always; otherwise never.</param>
/// <param name="When">Only steps in which this holds count, or null.</param>
public sealed record Invariant(Condition Condition, bool IsAlways, Condition? When) : Statement;

/// <summary>On every path on which the second holds at some time, the first held earlier.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
public sealed record Precedence(Condition First, Condition Second) : Statement;

/// <summary>A condition holds at the start.</summary>
/// <param name="Condition">The condition.</param>
public sealed record InitialFact(Condition Condition) : Statement;

/// <summary>A feedback loop has a sign.</summary>
/// <param name="Factors">Two or more factors in order, the first reached again from the last.</param>
/// <param name="IsReinforcing">Reinforcing; otherwise balancing.</param>
public sealed record LoopSign(ImmutableArray<FactorId> Factors, bool IsReinforcing) : Statement;

/// <summary>A figure of the model's runs.</summary>
public abstract record Quantity
{
    private protected Quantity()
    {
    }
}

/// <summary>Share of runs in which an event happens, or a condition holds at some time, by a date.</summary>
/// <param name="Event">The event or outcome, or null.</param>
/// <param name="Condition">The condition, or null; exactly one of both.</param>
/// <param name="By">The date; null: the end of the horizon.</param>
public sealed record Chance(EventReference? Event, Condition? Condition, DateOnly? By) : Quantity;

/// <summary>Share of runs in which a condition holds at a date, or mean share of the steps of a span in which it holds.</summary>
/// <param name="Condition">The condition; a kind of future is written as its name and stands here as <see cref="InScenario"/>.</param>
/// <param name="From">Start of the span, or null for a single date.</param>
/// <param name="At">The date, or end of the span; null: the end of the horizon.</param>
public sealed record Share(Condition Condition, DateOnly? From, DateOnly? At) : Quantity;

/// <summary>Mean number of an event a year over the steps in which a condition holds.</summary>
/// <param name="Event">The event or outcome.</param>
/// <param name="While">The condition.</param>
public sealed record EventRate(EventReference Event, Condition While) : Quantity;

/// <summary>Mean position of an ordered factor, index over (states - 1), from 0 to 1.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="At">The date; null: the end of the horizon.</param>
public sealed record MeanPosition(FactorId Factor, DateOnly? At) : Quantity;

/// <summary>The model, or an edit of it, run on the same random numbers.</summary>
/// <param name="Edits">The edits; empty: as modelled.</param>
public sealed record World(ImmutableArray<WorldEdit> Edits);

/// <summary>A change of the model for a comparison.</summary>
public abstract record WorldEdit
{
    private protected WorldEdit()
    {
    }
}

/// <summary>The actors of a strategy follow it.</summary>
/// <param name="Strategy">The strategy; null: none, no measures at all.</param>
public sealed record WithStrategy(StrategyId? Strategy) : WorldEdit;

/// <summary>An event happens at a date, or never happens.</summary>
/// <param name="Event">The event.</param>
/// <param name="Happens">Whether it happens.</param>
/// <param name="At">When; null with a scheduled event: on its dates; null without: never.</param>
public sealed record WithEvent(EventId Event, bool Happens, DateOnly? At) : WorldEdit;

/// <summary>All influences from one factor on another are taken out.</summary>
/// <param name="From">The source factor.</param>
/// <param name="To">The target factor.</param>
public sealed record WithoutInfluence(FactorId From, FactorId To) : WorldEdit;

/// <summary>A measure is taken out of every strategy.</summary>
/// <param name="Measure">The measure.</param>
public sealed record WithoutMeasure(MeasureId Measure) : WorldEdit;

/// <summary>The last link named of a loop is taken out.</summary>
/// <param name="Factors">Two or more factors; the link from the last but one to the last is removed.</param>
public sealed record WithoutLoop(ImmutableArray<FactorId> Factors) : WorldEdit;

/// <summary>A factor is held in a state.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="State">The state.</param>
/// <param name="From">From when; null: from the start.</param>
public sealed record WithHeldFactor(FactorId Factor, int State, DateOnly? From) : WorldEdit;
