using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>What an event, or a measure in force, does.</summary>
/// <remarks>
/// Of an event: once, when it happens. Of a measure: with <see cref="Rate"/> at random that often a year while in force;
/// holds and multipliers all the time while in force; anything else once, in the step in which the measure takes effect.
/// </remarks>
public abstract record Effect
{
    private protected Effect()
    {
    }

    /// <summary>The chance that it acts when it could; 1 unless stated.</summary>
    public Estimate Chance { get; init; } = Estimate.Point(1);

    /// <summary>How often a year it acts while the measure is in force; null for effects of events and for those that act once.</summary>
    public Estimate? Rate { get; init; }

    /// <summary>The condition, read before the step, without which it does not act; null: none.</summary>
    public Condition? When { get; init; }
}

/// <summary>Points on a factor's balance that fade.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Lean">How the points are spread over its states.</param>
public sealed record PushEffect(FactorId Factor, Lean Lean) : Effect
{
    /// <summary>The time in which it halves; null: it does not decay.</summary>
    public Period? HalfLife { get; init; }

    /// <summary>It ends when this no longer holds; null: never by condition. A measure's push without half-life ends with the measure.</summary>
    public Condition? While { get; init; }

    /// <summary>Whether repeats add instead of renewing.</summary>
    public bool Stacks { get; init; }

    /// <summary>The largest sum, in points, when repeats add; null otherwise.</summary>
    public double? Cap { get; init; }
}

/// <summary>Moves an ordered factor by some states, cut off at the ends.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Steps">-2 to +2.</param>
public sealed record MoveEffect(FactorId Factor, int Steps) : Effect;

/// <summary>Puts a factor into a state.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="State">The state.</param>
public sealed record SetEffect(FactorId Factor, int State) : Effect;

/// <summary>Draws the factor's state, or a move of it, by weights.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Alternatives">The alternatives.</param>
/// <param name="AreMoves">Whether the alternatives are moves (-2 to +2); otherwise states.</param>
public sealed record DrawEffect(FactorId Factor, ImmutableArray<DrawAlternative> Alternatives, bool AreMoves) : Effect;

/// <summary>One alternative of a draw.</summary>
/// <param name="Value">The state, or the move.</param>
/// <param name="Weight">Its weight; 0 or more.</param>
public readonly record struct DrawAlternative(int Value, Estimate Weight);

/// <summary>Bars moves of a factor while the measure is in force; redraws and effects alike.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Up">Whether moves to later states are barred.</param>
/// <param name="Down">Whether moves to earlier states are barred.</param>
public sealed record HoldEffect(FactorId Factor, bool Up, bool Down) : Effect;

/// <summary>Multiplies an event's rate or probability, or an outcome's weight, while the measure is in force.</summary>
/// <param name="Of">The event, or the outcome whose weight is multiplied.</param>
/// <param name="Factor">By how much; 0 or more.</param>
public sealed record MultiplyEffect(EventReference Of, Estimate Factor) : Effect;
