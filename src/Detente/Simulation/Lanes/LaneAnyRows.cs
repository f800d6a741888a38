using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>The states of the snapshot in few bytes: a row has a byte a lane, with the states of four factors of up to four states, or of one of up to 64.</summary>
/// <remarks>
/// Who is redrawn gathers the states of those that act on it row by row, so factors that act on the same others, and those others, share rows: from
/// the order of declaration pairs are exchanged as long as that helps. Changes no result.
/// </remarks>
internal sealed class LaneAnyRows
{
    /// <summary>States of the factors that share a row.</summary>
    public const int FewStates = 4;
    private const int MostStates = 64;
    private const int Shared = 4;
    private const int MostRounds = 8;
    private const int WordBits = 64;
    private readonly int[][] members = [];
    private readonly int[] places;
    private readonly LaneMemory nothing = new(LaneWalk.MostLanes);
    private readonly int[] states;

    /// <summary>Assigns rows.</summary>
    /// <param name="model">The model.</param>
    public LaneAnyRows(CompiledModel model)
    {
        var touched = Touched(model);
        states = [.. model.Factors.Select(factor => factor.States)];
        places = new int[model.Factors.Length];
        Array.Fill(places, -1);
        var few = Enumerable.Range(0, places.Length).Where(factor => model.Factors[factor].States <= FewStates).ToArray();
        Exchange(few, touched);
        members = [.. few.Chunk(Shared).Select(row => Ordered(row, touched)),
            .. Enumerable.Range(0, places.Length).Where(factor => model.Factors[factor].States is > FewStates and <= MostStates).Select(factor => new[] { factor })];
        foreach (var (row, factors) in members.Index())
        {
            foreach (var (place, factor) in factors.Index())
            {
                places[factor] = (row * Shared) + place;
            }
        }
    }

    /// <summary>Number of rows.</summary>
    public int Count => members.Length;

    /// <summary>Whether a factor has too many states for a row.</summary>
    /// <param name="factor">The factor.</param>
    public bool Lacks(int factor) => places[factor] < 0;

    /// <summary>The row of a factor.</summary>
    /// <param name="factor">The factor.</param>
    public int RowOf(int factor) => places[factor] / Shared;

    /// <summary>Its place in the row: two bits each.</summary>
    /// <param name="factor">The factor.</param>
    public int PlaceOf(int factor) => places[factor] % Shared;

    /// <summary>Number of states of a factor.</summary>
    /// <param name="factor">The factor.</param>
    public int StatesOf(int factor) => states[factor];

    /// <summary>The factors of a row, by place.</summary>
    /// <param name="row">The row.</param>
    public ReadOnlySpan<int> Members(int row) => members[row];

    /// <summary>Takes in the states of a row's factors.</summary>
    /// <param name="row">The row.</param>
    /// <param name="states">States by factor and lane.</param>
    /// <param name="to">Takes a byte a lane, 64 a word.</param>
    public void Pack(int row, LaneMemory states, Span<byte> to)
    {
        var factors = members[row];
        ref var first = ref states.At(factors[0] * LaneWalk.MostLanes);
        if (factors.Length == Shared)
        {
            Pack(ref first, ref states[factors[1] * LaneWalk.MostLanes], ref states[factors[2] * LaneWalk.MostLanes], ref states[factors[3] * LaneWalk.MostLanes], to);
            return;
        }

        ref var second = ref factors.Length > 1 ? ref states[factors[1] * LaneWalk.MostLanes] : ref nothing[0];
        Pack(ref first, ref second, ref factors.Length > 2 ? ref states[factors[2] * LaneWalk.MostLanes] : ref nothing[0], ref nothing[0], to);
    }

    private static void Pack(ref byte a, ref byte b, ref byte c, ref byte d, Span<byte> to)
    {
        ref var packed = ref MemoryMarshal.GetReference(to);
        for (nuint at = 0; at < (nuint)to.Length; at += sizeof(ulong))
        {
            if (Vector512.IsHardwareAccelerated)
            {
                var (low, high) = (Load512(ref a, at) | (Load512(ref b, at) << 2), Load512(ref c, at) | (Load512(ref d, at) << 2));
                (low | (high << 4)).AsByte().StoreUnsafe(ref packed, at);
                at += LaneMemory.Line - sizeof(ulong);
                continue;
            }

            if (Vector256.IsHardwareAccelerated)
            {
                var (low, high) = (Load256(ref a, at) | (Load256(ref b, at) << 2), Load256(ref c, at) | (Load256(ref d, at) << 2));
                (low | (high << 4)).AsByte().StoreUnsafe(ref packed, at);
                at += (nuint)(Vector256<byte>.Count - sizeof(ulong));
                continue;
            }

            // No state leaves its byte.
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref packed, at), Load(ref a, at) | (Load(ref b, at) << 2) | (Load(ref c, at) << 4) | (Load(ref d, at) << 6));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Load256(ref byte states, nuint at) => Vector256.LoadUnsafe(ref states, at).AsUInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Load512(ref byte states, nuint at) => Vector512.LoadUnsafe(ref states, at).AsUInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Load(ref byte states, nuint at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref states, at));

    /// <summary>By factor the factors that it acts on at once and unconditionally, and itself, a bit each.</summary>
    private static ulong[][] Touched(CompiledModel model)
    {
        var touched = Enumerable.Range(0, model.Factors.Length).Select(_ => new ulong[(model.Factors.Length + WordBits - 1) / WordBits]).ToArray();
        for (var factor = 0; factor < touched.Length; factor++)
        {
            LaneMask.Set(touched[factor], factor);
        }

        foreach (var influence in model.Impacts.Influences)
        {
            if (influence.When is null && model.Delays[influence.Index] == 0)
            {
                LaneMask.Set(touched[influence.Source], influence.Target);
            }
        }

        return touched;
    }

    /// <summary>Exchanges factors between rows of four while fewer pairs of row and target are left.</summary>
    private static void Exchange(int[] order, ulong[][] touched)
    {
        var helps = true;
        for (var round = 0; helps && round < MostRounds; round++)
        {
            helps = false;
            for (var a = 0; a < order.Length; a++)
            {
                for (var b = (a / Shared * Shared) + Shared; b < order.Length; b++)
                {
                    var before = Cost(order, a, touched) + Cost(order, b, touched);
                    (order[a], order[b]) = (order[b], order[a]);
                    if (Cost(order, a, touched) + Cost(order, b, touched) < before)
                    {
                        helps = true;
                    }
                    else
                    {
                        (order[a], order[b]) = (order[b], order[a]);
                    }
                }
            }
        }
    }

    private static int Cost(int[] order, int at, ulong[][] touched)
    {
        var row = order.AsSpan(at / Shared * Shared, Math.Min(Shared, order.Length - (at / Shared * Shared)));
        var count = 0;
        for (var word = 0; word < touched[0].Length; word++)
        {
            var all = 0UL;
            foreach (var factor in row)
            {
                all |= touched[factor][word];
            }

            count += BitOperations.PopCount(all);
        }

        return count;
    }

    /// <summary>Puts those two at the ends that act on the fewest common targets: three neighbours are looked up at once, the ends are not.</summary>
    private static int[] Ordered(int[] row, ulong[][] touched)
    {
        if (row.Length < Shared)
        {
            return row;
        }

        var (best, fewest) = ((A: 0, B: 1), int.MaxValue);
        for (var a = 0; a < Shared; a++)
        {
            for (var b = a + 1; b < Shared; b++)
            {
                var both = LaneMask.CountBoth(touched[row[a]], touched[row[b]]);
                (best, fewest) = both < fewest ? ((a, b), both) : (best, fewest);
            }
        }

        return [row[best.A], .. row.Where((_, place) => place != best.A && place != best.B), row[best.B]];
    }
}
