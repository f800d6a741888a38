using System.Collections.Immutable;
using System.Numerics;

namespace Detente.Cib;

/// <summary>A box of configurations, the product of every factor's open states, with the bounds of all leads in it.</summary>
/// <remarks>Mutable: the search copies it before it branches.</remarks>
internal sealed class OpenStates
{
    private readonly BoundTerms terms;
    private readonly BalanceMatrix matrix;
    private readonly int tolerance;
    private readonly ImmutableArray<bool> toNeighbours;
    private readonly UInt128[] open;
    private readonly int[] bounds;
    private readonly int[][] conditional;

    /// <summary>Initialises the box of all configurations.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="terms">The terms of its bounds.</param>
    /// <param name="space">The configurations.</param>
    /// <param name="limits">What is looked for, and the largest inconsistency allowed.</param>
    public OpenStates(BalanceMatrix matrix, BoundTerms terms, ConfigurationSpace space, SearchLimits limits)
    {
        this.matrix = matrix;
        this.terms = terms;
        tolerance = limits.ToleranceHundredths;
        toNeighbours = [.. space.Model.Factors.Select(factor => limits.Goal == SearchGoal.RestsOnly && factor.MovesToNeighbours)];
        open = [.. space.States.Zip(space.Held, (states, held) => held is { } state ? UInt128.One << state : (UInt128.One << states) - 1)];
        bounds = [.. terms.Constant];
        for (var factor = 0; factor < open.Length; factor++)
        {
            Sums.Add(bounds, terms.Extremes(factor, open[factor]));
        }

        conditional = [.. matrix.Conditional.Select(influence => new int[2 * influence.TargetStates * influence.TargetStates])];
        for (var i = 0; i < conditional.Length; i++)
        {
            Reconsider(i);
        }
    }

    private OpenStates(OpenStates other)
    {
        (matrix, terms, tolerance, toNeighbours) = (other.matrix, other.terms, other.tolerance, other.toNeighbours);
        open = [.. other.open];
        bounds = [.. other.bounds];
        conditional = [.. other.conditional.Select(part => part.ToArray())];
    }

    /// <summary>The open states of every factor, one bit each.</summary>
    public ReadOnlySpan<UInt128> Open => open;

    /// <summary>Number of configurations in the box.</summary>
    public BigInteger Count
    {
        get
        {
            var count = BigInteger.One;
            foreach (var states in open)
            {
                count *= (int)UInt128.PopCount(states);
            }

            return count;
        }
    }

    /// <summary>A box of its own with the same content.</summary>
    public OpenStates Copy() => new(this);

    /// <summary>Takes over the content of another box of the same search.</summary>
    /// <param name="other">The other box.</param>
    public void Become(OpenStates other)
    {
        other.open.CopyTo(open, 0);
        other.bounds.CopyTo(bounds, 0);
        for (var i = 0; i < conditional.Length; i++)
        {
            other.conditional[i].CopyTo(conditional[i], 0);
        }
    }

    /// <summary>Leaves a factor only some of its open states.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="states">The states left; at least one.</param>
    public void Restrict(int factor, UInt128 states)
    {
        Sums.Shift(bounds, terms.Extremes(factor, states), terms.Extremes(factor, open[factor]));
        open[factor] = states;
        for (var i = 0; i < conditional.Length; i++)
        {
            var influence = matrix.Conditional[i];
            if (influence.Source == factor || influence.When!.Factors.Contains(factor))
            {
                Reconsider(i);
            }
        }
    }

    /// <summary>Closes every state that some rival within reach leads by more than the tolerance whatever else is chosen, until none is left to close.</summary>
    /// <returns>Whether every factor still has an open state: otherwise no configuration of the box is one that is looked for.</returns>
    public bool Propagate()
    {
        // Goes round until as many factors in a row as there are had nothing to close.
        for (int factor = 0, quiet = 0; quiet < open.Length; factor = (factor + 1) % open.Length, quiet++)
        {
            var alive = Alive(factor, toNeighbours[factor]);
            if (alive == 0)
            {
                return false;
            }

            if (alive != open[factor])
            {
                Restrict(factor, alive);
                quiet = -1;
            }
        }

        return true;
    }

    /// <summary>Whether some configuration with this factor in an open state may be left for its sake: its leads over the rivals within reach are not all proved.</summary>
    /// <param name="factor">The factor.</param>
    public bool IsInDoubt(int factor) => MayTrail(factor, toNeighbours[factor]);

    /// <summary>Whether some configuration with this factor in an open state may be inconsistent for its sake, rivals further off than a neighbour included.</summary>
    /// <param name="factor">The factor.</param>
    public bool MayBeInconsistent(int factor) => MayTrail(factor, false);

    /// <summary>Whether it is proved that every configuration of the box is consistent, rivals further off than a neighbour included.</summary>
    public bool IsConsistent => !Enumerable.Range(0, open.Length).Any(MayBeInconsistent);

    /// <summary>Whether it is proved that every configuration of the box is inconsistent, rivals further off than a neighbour included, for the sake of one factor.</summary>
    public bool IsInconsistent => Enumerable.Range(0, open.Length).Any(factor => Alive(factor, false) == 0);

    private bool MayTrail(int factor, bool toNeighbour)
    {
        for (var left = open[factor]; left != 0; left &= left - 1)
        {
            if (Rivals(factor, (int)UInt128.TrailingZeroCount(left), terms.Leads, toNeighbour).ContainsAnyInRange(tolerance + 1, int.MaxValue))
            {
                return true;
            }
        }

        return false;
    }

    private UInt128 Alive(int factor, bool toNeighbour)
    {
        var alive = open[factor];
        for (var left = alive; left != 0; left &= left - 1)
        {
            var state = (int)UInt128.TrailingZeroCount(left);
            if (Rivals(factor, state, 0, toNeighbour).ContainsAnyInRange(int.MinValue, -tolerance - 1))
            {
                alive &= ~(UInt128.One << state);
            }
        }

        return alive;
    }

    // The bounds of a state's leads over its rivals, all of them or its neighbours; over itself it leads by 0, which decides nothing.
    private Span<int> Rivals(int factor, int state, int half, bool areNeighbours)
    {
        var leads = bounds.AsSpan(half + terms.Lead(factor, state), matrix.States[factor]);
        return areNeighbours ? leads[Math.Max(0, state - 1)..Math.Min(leads.Length, state + 2)] : leads;
    }

    private void Reconsider(int i)
    {
        var influence = matrix.Conditional[i];
        var length = conditional[i].Length / 2;
        Span<int> most = new int[2 * length];
        terms.Extremes(influence, open, most);
        var place = terms.Lead(influence.Target, 0);
        Sums.Shift(bounds.AsSpan(place, length), most[..length], conditional[i].AsSpan(0, length));
        Sums.Shift(bounds.AsSpan(terms.Leads + place, length), most[length..], conditional[i].AsSpan(length));
        most.CopyTo(conditional[i]);
    }
}
