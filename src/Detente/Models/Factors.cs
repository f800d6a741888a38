using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>How the states of a factor relate.</summary>
public enum FactorScale
{
    /// <summary>From least to most of what the factor's name says.</summary>
    Ordered,

    /// <summary>Without order.</summary>
    Nominal,
}

/// <summary>Which states a reconsidered factor may reach.</summary>
public enum MoveRule
{
    /// <summary>The state above or the state below; the default of ordered factors.</summary>
    Neighbours,

    /// <summary>Any admissible state; the rule of nominal factors.</summary>
    Any,
}

/// <summary>One of the mutually exclusive states of a factor.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
public sealed record FactorState(string Id, LocalizedText Title)
{
    /// <summary>The colour of a state that has none of its own: white.</summary>
    public const string DefaultColour = "FFFFFF";

    /// <summary>A short title for tables, or null.</summary>
    public LocalizedText? Short { get; init; }

    /// <summary>Its colour in pictures: six hexadecimal digits RRGGBB, letters in upper case. Default <see cref="DefaultColour"/>.</summary>
    public string Colour { get; init; } = DefaultColour;
}

/// <summary>Mean time between two occasions on which a factor could change.</summary>
/// <param name="Up">For changes towards later states, and for nominal factors; null: never.</param>
/// <param name="Down">For changes towards earlier states; null: never. Equal to <paramref name="Up"/> unless both are stated.</param>
public sealed record Inertia(PeriodEstimate? Up, PeriodEstimate? Down)
{
    /// <summary>Why it is so long.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;
}

/// <summary>Says that a factor is what one side believes of another factor.</summary>
/// <param name="Of">The thing believed about; it has the same states.</param>
/// <param name="HeldBy">Who believes it.</param>
/// <param name="HigherIsWorse">Whether a later state is the worse reading for the holder.</param>
public sealed record ImageOf(FactorId Of, ActorId HeldBy, bool HigherIsWorse);

/// <summary>Something that shapes the relationship, in one of its states at any time. The CIB literature calls it a descriptor, its states variants.</summary>
/// <param name="Id">The name used in the model text.</param>
/// <param name="Title">Its title.</param>
/// <param name="Scale">Whether its states are ordered.</param>
/// <param name="States">States in order: 2 to 7, of a nominal factor 1 to 99.</param>
public sealed record Factor(string Id, LocalizedText Title, FactorScale Scale, ImmutableArray<FactorState> States)
{
    /// <summary>A short title for tables, or null.</summary>
    public LocalizedText? Short { get; init; }

    /// <summary>The group it is shown in, a name of <see cref="Model.Groups"/>, or null.</summary>
    public string? Group { get; init; }

    /// <summary>The state at the start of the horizon, or null when the model gives none (consistency needs none).</summary>
    public int? Initial { get; init; }

    /// <summary>Since when it has been in its initial state; null: for longer than any window asks.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>How slowly it changes, or null when the model gives none (consistency needs none).</summary>
    public Inertia? Inertia { get; init; }

    /// <summary>Which states a reconsidered factor may reach.</summary>
    public MoveRule Moves { get; init; } = Scale == FactorScale.Ordered ? MoveRule.Neighbours : MoveRule.Any;

    /// <summary>Whether a redraw moves it to the state above or below only.</summary>
    internal bool MovesToNeighbours => Moves == MoveRule.Neighbours && Scale == FactorScale.Ordered;

    /// <summary>The actor whose decision it is, or null.</summary>
    public ActorId? Of { get; init; }

    /// <summary>Its own decisiveness in place of the model's; only with <see cref="Of"/>.</summary>
    public Estimate? Decisiveness { get; init; }

    /// <summary>What it is an image of, or null.</summary>
    public ImageOf? Image { get; init; }

    /// <summary>Why it stands here; of its initial state, too.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;
}

/// <summary>How the impact of a weight is spread over the states of the target.</summary>
public enum ImpactShape
{
    /// <summary>Each source state pulls the target to the corresponding level. The default.</summary>
    Level,

    /// <summary>The product of the centred positions of both states.</summary>
    Linear,
}

/// <summary>One judged cell of an influence.</summary>
/// <param name="SourceState">State of the source factor.</param>
/// <param name="TargetState">State of the target factor.</param>
/// <param name="Impact">Points by which it promotes (+) or restrains (-).</param>
public readonly record struct ImpactCell(int SourceState, int TargetState, Estimate Impact);

/// <summary>A judgement how strongly the states of one factor promote or restrain the states of another.</summary>
/// <param name="Name">Qualified name, unique in the model and independent of its position in the list: <c>a -> b</c>, with <c>#2</c> for the second of the pair, or the id given.</param>
/// <param name="From">The source factor.</param>
/// <param name="To">The target factor; the source itself only in imported files.</param>
public sealed record Influence(string Name, FactorId From, FactorId To)
{
    /// <summary>The weight, when both factors are ordered and the judgement was given as one number; null when given as cells.</summary>
    public Estimate? Weight { get; init; }

    /// <summary>How the weight is spread.</summary>
    public ImpactShape Shape { get; init; }

    /// <summary>The judged cells when no weight was given; unnamed cells are 0. Several entries for a cell do not occur.</summary>
    public ImmutableArray<ImpactCell> Cells { get; init; } = [];

    /// <summary>Whether the cells were written as a full matrix (says how to write them back, nothing else).</summary>
    public bool IsMatrix { get; init; }

    /// <summary>The condition on at most two other factors while which it counts; null: always.</summary>
    public Condition? When { get; init; }

    /// <summary>How much later the target feels it; null: at once.</summary>
    public Period? Delay { get; init; }

    /// <summary>Why it stands here.</summary>
    public Provenance Provenance { get; init; } = Provenance.Judgement;
}

/// <summary>A constant lean of a factor towards some of its states.</summary>
/// <param name="Name">Qualified name: the factor's, with <c>#2</c> for the second.</param>
/// <param name="Factor">The factor.</param>
/// <param name="Lean">How the lean is spread over its states.</param>
/// <param name="Provenance">Why it stands here.</param>
public sealed record Tendency(string Name, FactorId Factor, Lean Lean, Provenance Provenance);

/// <summary>Points over the states of one factor, of a tendency or a push.</summary>
/// <param name="Weight">Points; along the order of the states, or towards <paramref name="Towards"/>.</param>
/// <param name="Towards">The state it leans to, or null to lean along the order (ordered factors only).</param>
public readonly record struct Lean(Estimate Weight, int? Towards);

/// <summary>Takes states out of the admissible ones while a condition holds.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="States">The states that may not be entered.</param>
/// <param name="While">The condition.</param>
/// <param name="Provenance">Why it stands here.</param>
public sealed record Barrier(FactorId Factor, ImmutableArray<int> States, Condition While, Provenance Provenance);
