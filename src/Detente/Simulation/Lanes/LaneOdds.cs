using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Thresholds of events by which of their multipliers hold: a product of a few numbers that many lanes share is made once per draw.</summary>
/// <remarks>Which multipliers hold on a lane is a number with a bit each. Products are taken in the order of declaration, as for a single path.</remarks>
internal sealed class LaneOdds
{
    private const int MostRemembered = 10; // multipliers; more are multiplied out each time
    private const long Unknown = -1;
    private readonly LaneState state;
    private readonly long[]?[] roots;
    private readonly long[][] without;
    private readonly long[]?[][] causes;

    /// <summary>Initialises the odds.</summary>
    /// <param name="state">The lanes.</param>
    public LaneOdds(LaneState state)
    {
        this.state = state;
        roots = [.. state.Model.Events.Select(of => Memory(of.Multipliers.Length))];
        without = [.. state.Model.Events.Select(of => new long[of.Multipliers.Length])];
        causes = [.. state.Model.Events.Select(of => of.Causes.Select(_ => Memory(of.Multipliers.Length)).ToArray())];
    }

    /// <summary>Begins with other parameters.</summary>
    public void Reset()
    {
        foreach (var memory in roots.Concat(without).Concat(causes.SelectMany(of => of)))
        {
            memory?.AsSpan().Fill(Unknown);
        }
    }

    /// <summary>Works out on which lanes multipliers hold now.</summary>
    /// <param name="multipliers">The multipliers.</param>
    /// <param name="sets">Takes a set for each, <see cref="LaneState.Stride"/> words apart.</param>
    public void Find(ImmutableArray<CompiledMultiplier> multipliers, Span<ulong> sets)
    {
        for (var i = 0; i < multipliers.Length; i++)
        {
            var set = sets.Slice(i * LaneState.Stride, state.Words);
            if (multipliers[i].Effect < 0)
            {
                state.Conditions.Holds(multipliers[i].When).CopyTo(set);
            }
            else
            {
                state.Set(state.Phases.InForce, state.Model.Effects[multipliers[i].Effect].Measure).CopyTo(set);
                LaneMask.Keep(set, state.Acts(multipliers[i].Effect));
            }
        }
    }

    /// <summary>Which multipliers hold on a lane, a bit each; of the first 64.</summary>
    /// <param name="sets">See <see cref="Find"/>.</param>
    /// <param name="count">How many.</param>
    /// <param name="lane">The lane.</param>
    public static ulong Holding(ReadOnlySpan<ulong> sets, int count, int lane)
    {
        var holding = 0UL;
        for (var i = 0; i < count; i++)
        {
            holding |= ((sets[(i * LaneState.Stride) + (lane / LaneMask.WordLanes)] >> (lane % LaneMask.WordLanes)) & 1) << i;
        }

        return holding;
    }

    /// <summary>The largest threshold of a scheduled or stochastic event on lanes on which a multiplier does not hold.</summary>
    /// <param name="e">The event.</param>
    /// <param name="multiplier">The multiplier's place.</param>
    /// <param name="dates">How many of its dates lie in the step; 1 of a stochastic one.</param>
    /// <returns>The threshold; null where the multiplier raises nothing.</returns>
    public long? RootWithout(int e, int multiplier, int dates)
    {
        var rules = state.Model.Events[e].Multipliers;
        if (state.Parameters.Values[rules[multiplier].Slot] <= 1)
        {
            return null;
        }

        ref var known = ref without[e][multiplier];
        if (dates != 1 || known == Unknown)
        {
            var raised = 1.0;
            for (var i = 0; i < rules.Length; i++)
            {
                raised *= i == multiplier ? 1 : Math.Max(1, state.Parameters.Values[rules[i].Slot]);
            }

            var most = Math.Min(state.Parameters.Events[e].Threshold(raised * dates) + 1L, state.Parameters.Events[e].Largest); // one part for the order of products
            if (dates != 1)
            {
                return most;
            }

            known = most;
        }

        return known;
    }

    /// <summary>The threshold of a scheduled or stochastic event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="holding">See <see cref="Holding"/>.</param>
    /// <param name="dates">How many of its dates lie in the step; 1 of a stochastic one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Root(int e, ulong holding, int dates) =>
        dates == 1 && roots[e] is { } memory && memory[holding] is not Unknown and var known ? known : NewRoot(e, holding, dates);

    /// <summary>The threshold at which a cause leads to its event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="cause">Place of the cause.</param>
    /// <param name="holding">See <see cref="Holding"/>.</param>
    /// <param name="times">How often the cause happened.</param>
    public long Cause(int e, int cause, ulong holding, int times)
    {
        if (times != 1 || causes[e][cause] is not { } memory)
        {
            return Of(holding);
        }

        ref var known = ref memory[holding];
        return known != Unknown ? known : known = Of(holding);

        long Of(ulong held) => Thresholds.Of(
            Elementary.Multiplied(state.Parameters.Values[state.Model.Events[e].Causes[cause].Slot], Product(state.Model.Events[e].Multipliers, held) * times),
            Thresholds.EventBits);
    }

    /// <summary>The product of the multipliers that hold.</summary>
    /// <param name="multipliers">The multipliers.</param>
    /// <param name="holding">See <see cref="Holding"/>.</param>
    public double Product(ImmutableArray<CompiledMultiplier> multipliers, ulong holding)
    {
        var product = 1.0;
        for (var i = 0; i < multipliers.Length; i++)
        {
            if (((holding >> i) & 1) != 0)
            {
                product *= state.Parameters.Values[multipliers[i].Slot];
            }
        }

        return product;
    }

    private long NewRoot(int e, ulong holding, int dates)
    {
        var threshold = state.Parameters.Events[e].Threshold(Product(state.Model.Events[e].Multipliers, holding) * dates);
        if (dates == 1 && roots[e] is { } memory)
        {
            memory[holding] = threshold;
        }

        return threshold;
    }

    private static long[]? Memory(int multipliers) => multipliers <= MostRemembered ? [.. Enumerable.Repeat(Unknown, 1 << multipliers)] : null;
}
