using System.Numerics;
using System.Runtime.CompilerServices;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>The redraw of one narrow factor with vectors of 32 bytes, for processors without longer ones: lanes are listed one by one, the rest goes side by side.</summary>
internal sealed class LaneAnyHalf
{
    private const int Vectored = 32;
    private readonly LaneState state;
    private readonly LaneAnyHalves tables;
    private readonly LaneAnyRecords records;
    private readonly ulong[] redrawn = new ulong[LaneState.Stride];
    private readonly ulong[] open = new ulong[LaneState.Stride];
    private readonly ushort[] lanes = new ushort[LaneWalk.MostLanes + LaneMask.WordLanes];
    private readonly LaneMemory dense; // rows gathered on the lanes listed
    private readonly LaneMemory firstBytes = new(LaneWalk.MostLanes); // of the number that chooses, by lane
    private readonly LaneMemory numbers = new(LaneAnyRecords.Stride);
    private readonly LaneMemory chosen = new(LaneAnyRecords.Stride);
    private readonly LaneMemory lags = new(LaneAnyRows.FewStates * Vectored);

    /// <summary>Initialises the redraw.</summary>
    /// <param name="state">The lanes.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="records">The rows of states.</param>
    public LaneAnyHalf(LaneState state, LaneAnyHalves tables, LaneAnyRecords records)
    {
        this.state = state;
        this.tables = tables;
        this.records = records;
        dense = new LaneMemory(LaneAnyRecords.Stride * LaneAnyRecords.Rows * Math.Max(tables.MostGroups, 1));
    }

    /// <summary>Begins a step.</summary>
    public void Enter() => records.Fill(state.Words * LaneMask.WordLanes);

    /// <summary>Whether a factor can be redrawn here, if it is narrow.</summary>
    /// <param name="factor">The factor.</param>
    public bool Has(int factor) => tables.Has(factor);

    /// <summary>Redraws a factor.</summary>
    /// <param name="target">The factor.</param>
    /// <param name="draw">What is drawn.</param>
    /// <param name="ownPlace">Place of its own row among eight.</param>
    /// <returns>The lanes on which it has been redrawn.</returns>
    public ReadOnlySpan<ulong> Redraw(LaneAnyTarget target, in LaneAnyDraw draw, int ownPlace)
    {
        var listed = lanes.AsSpan(0, Draw(in draw));
        var groups = tables.GroupsOf(target.Factor);
        for (var group = 0; group < groups.Length; group++)
        {
            records.Gather(groups[group], listed, ref dense.At(group * LaneAnyRecords.Rows * LaneAnyRecords.Stride));
        }

        ref var weights = ref tables.At(target.Factor);
        ref var more = ref state.Redrawn(target.Factor);
        LaneAny256.Number(ref state.Noise.Key, draw.Choice, ref firstBytes.At(0), draw.Words * LaneMask.WordLanes);
        LaneAny256.Take(ref firstBytes.At(0), listed, ref numbers.At(0));
        for (var first = 0; first < listed.Length; first += Vectored)
        {
            LaneAny256.Compare(ref dense.At(first), target.States, tables.LooksOf(target.Factor), ref Unsafe.Add(ref weights, LaneAnyHalves.FirstTable), ref lags.At(0));
            var valid = listed.Length - first >= Vectored ? uint.MaxValue : (1U << (listed.Length - first)) - 1;
            var undecided = LaneAny256.Choose(ref numbers.At(first), target.States, ref lags.At(0), ref weights, ref chosen.At(first)) & valid;
            for (; undecided != 0; undecided &= undecided - 1)
            {
                Decide(target, first, BitOperations.TrailingZeroCount(undecided), draw.Choice);
            }

            LaneAny256.CountMore(ref chosen.At(first), ref dense.At((ownPlace * LaneAnyRecords.Stride) + first), target.Shift, valid, ref more);
        }

        var (at, length) = (target.Factor * LaneWalk.MostLanes, draw.Words * LaneMask.WordLanes);
        state.States.AsSpan(at, length).CopyTo(state.Next.AsSpan(at, length));
        LaneAny256.Write(listed, ref chosen.At(0), ref state.Next.At(at));
        return redrawn.AsSpan(0, draw.Words);
    }

    /// <summary>Lists the lanes that are reconsidered.</summary>
    private int Draw(in LaneAnyDraw draw)
    {
        var drawn = redrawn.AsSpan(0, draw.Words);
        var equal = open.AsSpan(0, draw.Words);
        ref var keys = ref state.Noise.Key;
        LaneAny256.Draw(ref keys, draw.Reconsider, draw.High, drawn, equal);
        LaneAny256.Decide(ref keys, draw.Reconsider + KeyedNoise.GoldenGamma, draw.Low, drawn, equal);
        drawn[^1] &= state.Valid[draw.Words - 1];
        return LaneAny256.List(drawn, ref lanes[0]);
    }

    /// <summary>Chooses on one lane by both bytes.</summary>
    private void Decide(LaneAnyTarget target, int first, int place, ulong stepKey)
    {
        ref var weights = ref tables.At(target.Factor);
        var number = ((uint)numbers[first + place] << 8) | (uint)state.Noise.Byte(lanes[first + place], stepKey, 1);
        Span<uint> sums = stackalloc uint[LaneAnyRows.FewStates];
        var sum = 0U;
        for (var s = 0; s < target.States; s++)
        {
            var lag = lags[(s * Vectored) + place];
            sum += Unsafe.Add(ref weights, (int)lag) | ((uint)Unsafe.Add(ref weights, LaneAnyTarget.Entries + lag) << 8);
            sums[s] = sum;
        }

        var (at, to) = ((number * sum) >> Thresholds.StateBits, 0);
        while (at >= sums[to])
        {
            to++;
        }

        chosen[first + place] = (byte)to;
    }
}
