using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>Which states every factor can be in at some time: a bound that every path keeps to, whatever its random numbers.</summary>
/// <remarks>
/// A factor whose states no event and no measure changes goes only where its inertia lets it, state by state if it moves to neighbours;
/// a state that is barred at all times is never entered. Impacts are not looked at: no lead makes a move impossible.
/// </remarks>
internal static class ReachableStates
{
    /// <summary>The states of every factor, one bit each; all of them where the model says nothing of start or inertia.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<UInt128> Of(Model model)
    {
        var changed = model.Events.SelectMany(item => item.Outcomes).SelectMany(outcome => outcome.Effects)
            .Concat(model.Measures.SelectMany(measure => measure.Effects.Concat(measure.Early)))
            .Select(Target)
            .OfType<FactorId>()
            .ToHashSet();
        ImmutableArray<UInt128> open = [.. model.Factors.Select(factor => All(factor))];

        // What is barred for good is known better the fewer states are open; each round closes one at least.
        while (true)
        {
            var barred = BarredForGood(model, open);
            ImmutableArray<UInt128> closer = [.. model.Factors.Select((factor, place) => open[place] & Reached(factor, barred[place], changed.Contains(new FactorId(place))))];
            if (closer.SequenceEqual(open))
            {
                return open;
            }

            open = closer;
        }
    }

    private static UInt128[] BarredForGood(Model model, ImmutableArray<UInt128> open)
    {
        var barred = new UInt128[model.Factors.Length];
        foreach (var barrier in model.Barred)
        {
            var search = new ConditionSearch(model, open);
            if (search.CanHold(new Negation(search.Of(barrier.While))) == false)
            {
                barred[barrier.Factor.Index] |= Literal.Bits(barrier.States);
            }
        }

        return barred;
    }

    private static UInt128 Reached(Factor factor, UInt128 barred, bool isChanged)
    {
        // Several barriers may bar all states together: then nothing can be said.
        var admissible = All(factor) == (All(factor) & barred) ? All(factor) : All(factor) & ~barred;
        if (factor.Initial is not { } initial)
        {
            return admissible;
        }

        var start = UInt128.One << initial;
        if (isChanged || factor.Inertia is not { } inertia || (start & barred) != 0)
        {
            return admissible | start;
        }

        if (!factor.MovesToNeighbours)
        {
            return inertia.Up is null ? start : admissible | start;
        }

        for (var up = start; inertia.Up is not null && ((up << 1) & admissible) != 0; start |= up)
        {
            up <<= 1;
        }

        for (var down = UInt128.One << initial; inertia.Down is not null && ((down >> 1) & admissible) != 0; start |= down)
        {
            down >>= 1;
        }

        return start;
    }

    private static UInt128 All(Factor factor) => (UInt128.One << factor.States.Length) - 1;

    private static FactorId? Target(Effect effect) => effect switch
    {
        MoveEffect move => move.Factor,
        SetEffect set => set.Factor,
        DrawEffect draw => draw.Factor,
        _ => null,
    };
}
