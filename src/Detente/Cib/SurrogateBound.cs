using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Detente.Cib;

/// <summary>
/// A sum of all leads that must suffice, each with a weight of 0 or more: when the most that it can be is below 0, so is one of them
/// (a surrogate constraint, Glover 1968). Its weights go down a subgradient from box to box.
/// </summary>
/// <remarks>
/// Leads that must suffice are those of factors with one open state. Weights are whole numbers, so the bound is exact; they decide only how many
/// boxes are looked at. Lanes: sums lie by state, then by factor, so that the best state of eight factors is found at once.
/// </remarks>
internal sealed class SurrogateBound
{
    private const int Closed = int.MinValue / 2;
    private const int Steps = 3;

    private readonly SurrogateTables tables;
    private readonly short[] weights;
    private readonly int[] sums;
    private readonly int[] closed;
    private readonly int[] best;
    private readonly int[] bestState;
    private readonly bool[] isActive;
    private int margin;
    private int most;

    /// <summary>The bound of a box in which no factor is settled.</summary>
    /// <param name="tables">The tables.</param>
    public SurrogateBound(SurrogateTables tables)
    {
        this.tables = tables;
        weights = new short[tables.Leads];
        sums = new int[tables.States * tables.Factors];
        closed = new int[sums.Length];
        best = new int[tables.Factors];
        bestState = new int[tables.Factors];
        isActive = new bool[tables.Factors];
        Array.Fill(closed, Closed);
    }

    /// <summary>Takes over another box's weights.</summary>
    /// <param name="other">The other's.</param>
    public void Become(SurrogateBound other)
    {
        other.weights.AsSpan().CopyTo(weights);
        other.sums.AsSpan().CopyTo(sums);
        other.isActive.AsSpan().CopyTo(isActive);
        margin = other.margin;
    }

    /// <summary>Closes states with which the sum cannot suffice.</summary>
    /// <param name="open">The open states of every factor.</param>
    /// <param name="left">Takes those that are left, where any was closed; else the same.</param>
    /// <returns>Whether any was closed; null when no configuration is left.</returns>
    public bool? Tighten(ReadOnlySpan<UInt128> open, Span<UInt128> left)
    {
        var settled = Admit(open);
        Bound();
        for (var step = 0; most >= 0 && step < Steps && settled > 0; step++)
        {
            Descend(open);
            Bound();
        }

        return most < 0 ? null : Fix(open, left);
    }

    /// <summary>How much the choice of a factor's state matters to the sum: what its open states fall short of its best one, together.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="open">Its open states.</param>
    public long Spread(int factor, UInt128 open)
    {
        long spread = 0;
        for (; open != 0; open &= open - 1)
        {
            spread += best[factor] - sums[((int)UInt128.TrailingZeroCount(open) * tables.Factors) + factor];
        }

        return spread;
    }

    // Leads of factors settled since enter with a first weight; closed states leave the sums.
    private int Admit(ReadOnlySpan<UInt128> open)
    {
        var settled = 0;
        for (var factor = 0; factor < open.Length; factor++)
        {
            for (var state = 0; state < tables.StatesOf(factor); state++)
            {
                closed[(state * tables.Factors) + factor] = ((open[factor] >> state) & 1) != 0 ? 0 : Closed;
            }

            if ((open[factor] & (open[factor] - 1)) != 0)
            {
                continue;
            }

            settled++;
            if (!isActive[factor] && tables.IsMinded(factor))
            {
                isActive[factor] = true;
                var state = (int)UInt128.TrailingZeroCount(open[factor]);
                var changes = weights.AsSpan(tables.First(factor, state), tables.Pairs(factor) * 2);
                changes[..(tables.StatesOf(factor) - 1)].Fill(tables.FirstWeight);
                Accumulate(factor, state, changes);
            }
        }

        return settled;
    }

    private void Bound()
    {
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref var out_ = ref MemoryMarshal.GetArrayDataReference(closed);
        ref var top = ref MemoryMarshal.GetArrayDataReference(best);
        ref var which = ref MemoryMarshal.GetArrayDataReference(bestState);
        var total = Vector256<int>.Zero;
        for (var at = 0; at < tables.Factors; at += Vector256<int>.Count)
        {
            var (highest, state) = (Vector256.LoadUnsafe(ref sum, (nuint)at) + Vector256.LoadUnsafe(ref out_, (nuint)at), Vector256<int>.Zero);
            for (var s = 1; s < tables.States; s++)
            {
                var place = (nuint)((s * tables.Factors) + at);
                var value = Vector256.LoadUnsafe(ref sum, place) + Vector256.LoadUnsafe(ref out_, place);
                var isMore = Vector256.GreaterThan(value, highest);
                highest = Vector256.ConditionalSelect(isMore, value, highest);
                state = Vector256.ConditionalSelect(isMore, Vector256.Create(s), state);
            }

            // Places beyond the last factor are closed in every state.
            highest = Vector256.ConditionalSelect(Vector256.LessThan(highest, Vector256.Create(Closed / 2)), Vector256<int>.Zero, highest);
            highest.StoreUnsafe(ref top, (nuint)at);
            state.StoreUnsafe(ref which, (nuint)at);
            total += highest;
        }

        most = Vector256.Sum(total) + margin;
    }

    // One step along the leads in the configuration that makes the sum largest: those that suffice there lose weight, the others gain.
    private void Descend(ReadOnlySpan<UInt128> open)
    {
        Span<short> leads = stackalloc short[tables.Leads];
        tables.Add(bestState, leads);
        float square = 0;
        for (var factor = 0; factor < open.Length; factor++)
        {
            if (isActive[factor])
            {
                var first = tables.First(factor, (int)UInt128.TrailingZeroCount(open[factor]));
                for (var lead = first; lead < first + tables.StatesOf(factor) - 1; lead++)
                {
                    // A lead that suffices and has no weight already cannot lose any.
                    square += leads[lead] < 0 || weights[lead] > 0 ? (float)leads[lead] * leads[lead] : 0;
                }
            }
        }

        if (square == 0)
        {
            return;
        }

        var rate = 1.5f * (most + 1) / square;
        Span<short> changes = stackalloc short[tables.MostPairs * 2];
        for (var factor = 0; factor < open.Length; factor++)
        {
            if (!isActive[factor])
            {
                continue;
            }

            var state = (int)UInt128.TrailingZeroCount(open[factor]);
            var first = tables.First(factor, state);
            var any = false;
            for (var i = 0; i < tables.StatesOf(factor) - 1; i++)
            {
                var now = weights[first + i];
                var then = (short)Math.Clamp(now - MathF.Round(rate * leads[first + i]), 0, tables.LargestWeight);
                changes[i] = (short)(then - now);
                weights[first + i] = then;
                any |= then != now;
            }

            if (any)
            {
                Accumulate(factor, state, changes);
            }

            changes.Clear();
        }
    }

    private void Accumulate(int factor, int state, ReadOnlySpan<short> changes)
    {
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        for (var pair = 0; pair < tables.Pairs(factor); pair++)
        {
            var (even, odd) = (changes[2 * pair], changes[(2 * pair) + 1]);
            if (even == 0 && odd == 0)
            {
                continue;
            }

            var by = Vector256.Create((ushort)even | ((ushort)odd << 16)).AsInt16();
            ref var row = ref tables.Pair(factor, state, pair, out var constants);
            margin += (even * constants.Even) + (odd * constants.Odd);
            for (var at = 0; at < sums.Length; at += Vector256<int>.Count)
            {
                (Vector256.LoadUnsafe(ref sum, (nuint)at) + Multiplied(Vector256.LoadUnsafe(ref row, (nuint)(2 * at)), by)).StoreUnsafe(ref sum, (nuint)at);
            }
        }
    }

    // Both of a pair times their weights, added.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Multiplied(Vector256<short> pairs, Vector256<short> by)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(pairs, by);
        }

        var (even, odd) = ((pairs.AsInt32() << 16) >> 16, pairs.AsInt32() >> 16);
        return (even * ((by.AsInt32() << 16) >> 16)) + (odd * (by.AsInt32() >> 16));
    }

    private bool Fix(ReadOnlySpan<UInt128> open, Span<UInt128> left)
    {
        var any = false;
        for (var factor = 0; factor < open.Length; factor++)
        {
            left[factor] = open[factor];
            for (var states = open[factor]; states != 0; states &= states - 1)
            {
                var state = (int)UInt128.TrailingZeroCount(states);
                if (most - best[factor] + sums[(state * tables.Factors) + factor] < 0)
                {
                    left[factor] &= ~(UInt128.One << state);
                    any = true;
                }
            }
        }

        return any;
    }
}
