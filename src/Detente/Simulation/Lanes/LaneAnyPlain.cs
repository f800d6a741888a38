using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>The redraw of one factor without vectors: the redrawn lanes are listed, and the leads of all states are added up in one word each.</summary>
/// <remarks>Also for what vectors do not do: sums too large for a byte, judgements without a common unit, pushes.</remarks>
internal sealed class LaneAnyPlain
{
    private const int FieldBits = 16;
    private readonly LaneState state;
    private readonly LanePushes pushes;
    private readonly LaneAnyMemory memory;
    private readonly ulong[] redrawn = new ulong[LaneState.Stride];
    private readonly ushort[] lanes = new ushort[LaneWalk.MostLanes];
    private readonly ulong[] leads = new ulong[LaneWalk.MostLanes];
    private readonly int[] points = new int[LaneAnyRows.FewStates * LaneWalk.MostLanes]; // by lane listed and state

    /// <summary>Initialises the redraw.</summary>
    /// <param name="state">The lanes.</param>
    /// <param name="pushes">The pushes.</param>
    /// <param name="memory">Rows of states and numbers.</param>
    public LaneAnyPlain(LaneState state, LanePushes pushes, LaneAnyMemory memory)
    {
        this.state = state;
        this.pushes = pushes;
        this.memory = memory;
    }

    /// <summary>Redraws a factor.</summary>
    /// <param name="target">The factor.</param>
    /// <param name="draw">What is drawn.</param>
    /// <param name="tables">The tables of the draw.</param>
    public void Redraw(LaneAnyTarget target, in LaneAnyDraw draw, LaneAnyTables tables) =>
        Choose(target, tables, Draw(target.Factor, in draw), pushes.On(target.Factor));

    /// <summary>Chooses once more where a factor that has been redrawn is pushed.</summary>
    /// <param name="target">The factor.</param>
    /// <param name="drawn">The lanes on which it has been redrawn.</param>
    /// <param name="tables">The tables of the draw.</param>
    public void Push(LaneAnyTarget target, ReadOnlySpan<ulong> drawn, LaneAnyTables tables)
    {
        var on = pushes.On(target.Factor);
        for (var word = 0; word < on.Length; word++)
        {
            redrawn[word] = drawn[word] & on[word] & state.Valid[word];
        }

        Choose(target, tables, List(on.Length), on);
    }

    /// <summary>Makes both bytes of the number that chooses for all lanes.</summary>
    /// <param name="draw">What is drawn.</param>
    public void Number(in LaneAnyDraw draw)
    {
        var numbers = draw.Words * LaneMask.WordLanes;
        state.Noise.FirstBytes(draw.Choice, memory.Memory.AsSpan(memory.Choices, numbers));
        state.Noise.FirstBytes(draw.Choice + KeyedNoise.GoldenGamma, memory.Memory.AsSpan(memory.Choices + LaneWalk.MostLanes, numbers));
    }

    /// <summary>Draws who is reconsidered and what chooses, lists the lanes, and leaves all others as they are.</summary>
    private int Draw(int factor, in LaneAnyDraw draw)
    {
        state.Noise.Below(draw.Reconsider, draw.Threshold, Thresholds.StateBits, redrawn.AsSpan(0, draw.Words));
        LaneMask.Keep(redrawn.AsSpan(0, draw.Words), state.Valid.AsSpan(0, draw.Words));
        var count = List(draw.Words);
        Number(in draw);
        var numbers = draw.Words * LaneMask.WordLanes;
        state.States.AsSpan(factor * LaneWalk.MostLanes, numbers).CopyTo(state.Next.AsSpan(factor * LaneWalk.MostLanes, numbers));
        return count;
    }

    private int List(int words)
    {
        var count = 0;
        for (var word = 0; word < words; word++)
        {
            for (var bits = redrawn[word]; bits != 0; bits &= bits - 1)
            {
                lanes[count++] = (ushort)((word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits));
            }
        }

        return count;
    }

    private void Add(ref byte row, int shift, ref ulong table, int count)
    {
        ref var lane = ref MemoryMarshal.GetArrayDataReference(lanes);
        ref var lead = ref MemoryMarshal.GetArrayDataReference(leads);
        for (nint i = 0; i < count; i++)
        {
            Unsafe.Add(ref lead, i) += Unsafe.Add(ref table, (Unsafe.Add(ref row, (nint)Unsafe.Add(ref lane, i)) >> shift) & (LaneAnyTarget.Entries - 1));
        }
    }

    private void Choose(LaneAnyTarget target, LaneAnyTables tables, int count, ReadOnlySpan<ulong> pushed)
    {
        leads.AsSpan(0, count).Clear();
        ref var table = ref tables.PackedAt(target.Factor);
        foreach (var look in target.Looks)
        {
            Add(ref memory.Memory.At(LaneAnyMemory.RowAt(target.Rows[look.Row])), look.Shift, ref table, count);
            table = ref Unsafe.Add(ref table, LaneAnyTarget.Entries);
        }

        Unpack(count);
        if (!pushed.IsEmpty)
        {
            pushes.AddTo(target.Factor, lanes.AsSpan(0, count), points);
        }

        Choose(target, tables.WeightsOf(target.Factor), count);
    }

    private void Unpack(int count)
    {
        ref var to = ref MemoryMarshal.GetArrayDataReference(points);
        for (var i = 0; i < count; i++)
        {
            var lead = leads[i];
            to = (int)lead & ushort.MaxValue;
            Unsafe.Add(ref to, 1) = (int)(lead >> FieldBits) & ushort.MaxValue;
            Unsafe.Add(ref to, 2) = (int)(lead >> (2 * FieldBits)) & ushort.MaxValue;
            Unsafe.Add(ref to, 3) = (int)(lead >> (3 * FieldBits));
            to = ref Unsafe.Add(ref to, 4);
        }
    }

    private void Choose(LaneAnyTarget target, LaneAnyWeights weights, int count)
    {
        ref var next = ref state.Next.At(target.Factor * LaneWalk.MostLanes);
        ref var number = ref memory.Memory.At(memory.Choices);
        ref var of = ref MemoryMarshal.GetArrayDataReference(points);
        ref var more = ref state.Redrawn(target.Factor);
        var (states, one, two, three) = (target.States, 0, 0, 0);
        for (var i = 0; i < count; i++)
        {
            nint lane = lanes[i];
            var (a, b) = (of, Unsafe.Add(ref of, 1));
            var (c, d) = (states > 2 ? Unsafe.Add(ref of, 2) : a, states > 3 ? Unsafe.Add(ref of, 3) : a);
            var best = Math.Max(Math.Max(a, b), Math.Max(c, d));
            var first = (uint)weights[best - a];
            var second = first + (uint)weights[best - b];
            var third = second + (states > 2 ? (uint)weights[best - c] : 0);
            var all = third + (states > 3 ? (uint)weights[best - d] : 0);
            var at = ((((uint)Unsafe.Add(ref number, lane) << 8) | Unsafe.Add(ref number, lane + LaneWalk.MostLanes)) * all) >> FieldBits;
            ref var to = ref Unsafe.Add(ref next, lane);
            one += Least(at, first) - Least(to, 1U);
            two += Least(at, second) - Least(to, 2U);
            three += Least(at, third) - Least(to, 3U);
            to = (byte)(Least(at, first) + Least(at, second) + Least(at, third));
            of = ref Unsafe.Add(ref of, 4);
        }

        Unsafe.Add(ref more, 1) += one;
        Unsafe.Add(ref more, 2) += two;
        Unsafe.Add(ref more, 3) += three;
    }

    /// <summary>1 where a number below 2^31 is at least another, else 0; without a branch.</summary>
    private static int Least(uint number, uint least) => (int)((number - least) >> 31 ^ 1);
}
