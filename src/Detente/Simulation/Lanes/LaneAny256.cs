using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Detente.Simulation;

/// <summary>The phases of the redraw of one factor with vectors of 32 bytes, on lanes that have been listed one by one.</summary>
internal static class LaneAny256
{
    /// <summary>Bytes from one gathered row to the next.</summary>
    private const int Stride = LaneAnyRecords.Stride;
    private const int Half = 32;

    /// <summary>By set of eight lanes their places, a byte each.</summary>
    private static readonly ulong[] Places = [.. Enumerable.Range(0, 256).Select(set =>
        Enumerable.Range(0, 8).Where(place => ((set >> place) & 1) != 0).Select((place, at) => (ulong)place << (8 * at)).Aggregate(0UL, (all, place) => all | place))];

    /// <summary>Whether the processor has what it takes.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Finds who is reconsidered by the first byte.</summary>
    /// <param name="keys">The keys of the words.</param>
    /// <param name="stepKey">The part of the key of who is reconsidered.</param>
    /// <param name="high">First byte of the threshold.</param>
    /// <param name="redrawn">Takes the lanes whose byte is below.</param>
    /// <param name="open">Takes the lanes whose byte is equal.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Draw(ref ulong keys, ulong stepKey, byte high, Span<ulong> redrawn, Span<ulong> open)
    {
        var (added, with) = (Vector256.Create(stepKey), Vector256.Create(high));
        for (var word = 0; word < redrawn.Length; word++)
        {
            var first = LaneNoise.Mix(Vector256.LoadUnsafe(ref keys) + added).AsByte();
            var second = LaneNoise.Mix(Vector256.LoadUnsafe(ref keys, 4) + added).AsByte();
            redrawn[word] = ~(AtLeast(first, with) | ((ulong)AtLeast(second, with) << Half));
            open[word] = Vector256.Equals(first, with).ExtractMostSignificantBits() | ((ulong)Vector256.Equals(second, with).ExtractMostSignificantBits() << Half);
            keys = ref Unsafe.Add(ref keys, 8);
        }
    }

    /// <summary>Decides by the second byte on the lanes whose first is equal.</summary>
    /// <param name="keys">The keys of the words.</param>
    /// <param name="stepKey">The part of the key of the second byte.</param>
    /// <param name="low">Second byte of the threshold.</param>
    /// <param name="redrawn">Takes more lanes.</param>
    /// <param name="open">The lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Decide(ref ulong keys, ulong stepKey, byte low, Span<ulong> redrawn, ReadOnlySpan<ulong> open)
    {
        var words = 0U;
        for (var word = 0; word < open.Length; word++)
        {
            words |= (uint)((open[word] | (0 - open[word])) >> 63) << word;
        }

        var (added, with) = (Vector256.Create(stepKey), Vector256.Create(low));
        for (; words != 0; words &= words - 1)
        {
            var word = BitOperations.TrailingZeroCount(words);
            ref var key = ref Unsafe.Add(ref keys, word * 8);
            var first = AtLeast(LaneNoise.Mix(Vector256.LoadUnsafe(ref key) + added).AsByte(), with);
            var second = AtLeast(LaneNoise.Mix(Vector256.LoadUnsafe(ref key, 4) + added).AsByte(), with);
            redrawn[word] |= open[word] & ~(first | ((ulong)second << Half));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint AtLeast(Vector256<byte> bytes, Vector256<byte> other) => Vector256.Equals(Vector256.Max(bytes, other), bytes).ExtractMostSignificantBits();

    /// <summary>Makes the first byte of the number that chooses on all lanes.</summary>
    /// <param name="keys">The keys of the words.</param>
    /// <param name="stepKey">The part of the key of what is chosen.</param>
    /// <param name="numbers">Takes the bytes by lane.</param>
    /// <param name="count">How many lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Number(ref ulong keys, ulong stepKey, ref byte numbers, int count)
    {
        var added = Vector256.Create(stepKey);
        for (nuint at = 0; at < (nuint)count; at += 2 * Half)
        {
            ref var key = ref Unsafe.AddByteOffset(ref keys, at);
            LaneNoise.Mix(Vector256.LoadUnsafe(ref key) + added).AsByte().StoreUnsafe(ref numbers, at);
            LaneNoise.Mix(Vector256.LoadUnsafe(ref key, 4) + added).AsByte().StoreUnsafe(ref numbers, at + Half);
        }
    }

    /// <summary>Takes the bytes of the listed lanes.</summary>
    /// <param name="bytes">The bytes by lane.</param>
    /// <param name="lanes">The lanes.</param>
    /// <param name="to">Takes them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Take(ref byte bytes, ReadOnlySpan<ushort> lanes, ref byte to)
    {
        for (var i = 0; i < lanes.Length; i++)
        {
            Unsafe.Add(ref to, i) = Unsafe.Add(ref bytes, (nint)lanes[i]);
        }
    }

    /// <summary>Lists lanes, eight at a time: whether there are as many or not, so without a branch.</summary>
    /// <param name="redrawn">The lanes as a set.</param>
    /// <param name="lanes">Takes them; room for eight more.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int List(ReadOnlySpan<ulong> redrawn, ref ushort lanes)
    {
        ref var places = ref MemoryMarshal.GetArrayDataReference(Places);
        nint count = 0;
        for (var word = 0; word < redrawn.Length; word++)
        {
            var bits = redrawn[word];
            var first = Vector128.Create((ushort)(word * LaneMask.WordLanes));
            for (var eighth = 0; eighth < 8; eighth++)
            {
                var set = (nint)(bits & byte.MaxValue);
                (Sse41.ConvertToVector128Int16(Vector128.CreateScalarUnsafe(Unsafe.Add(ref places, set)).AsByte()).AsUInt16() + first).StoreUnsafe(ref Unsafe.Add(ref lanes, count));
                count += BitOperations.PopCount((ulong)set);
                first += Vector128.Create((ushort)8);
                bits >>= 8;
            }
        }

        return (int)count;
    }

    /// <summary>Writes the chosen states.</summary>
    /// <param name="lanes">The lanes.</param>
    /// <param name="chosen">Their states.</param>
    /// <param name="next">Takes them by lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Write(ReadOnlySpan<ushort> lanes, ref byte chosen, ref byte next)
    {
        for (var i = 0; i < lanes.Length; i++)
        {
            Unsafe.Add(ref next, (nint)lanes[i]) = Unsafe.Add(ref chosen, i);
        }
    }

    /// <summary>Adds up the leads of 32 lanes and finds what each state lags behind the best.</summary>
    /// <param name="dense">The gathered rows on those lanes.</param>
    /// <param name="states">Number of states.</param>
    /// <param name="looks">The look-ups of half a row.</param>
    /// <param name="table">The first table.</param>
    /// <param name="lags">Takes the lags by state.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Compare(ref byte dense, int states, ReadOnlySpan<Look> looks, ref byte table, ref byte lags)
    {
        var (first, second, third) = (Vector256<sbyte>.Zero, Vector256<sbyte>.Zero, Vector256<sbyte>.Zero);
        foreach (var look in looks)
        {
            var row = Vector256.LoadUnsafe(ref Unsafe.Add(ref dense, look.Row * Stride));
            var index = Avx2.ShiftRightLogical(row.AsUInt16(), Vector128.CreateScalarUnsafe((ushort)look.Shift)).AsByte() & Vector256.Create((byte)(LaneAnyHalves.Entries - 1));
            first += Avx2.Shuffle(Table(ref table), index).AsSByte();
            table = ref Unsafe.Add(ref table, LaneAnyHalves.Entries);
            if (states > 2)
            {
                second += Avx2.Shuffle(Table(ref table), index).AsSByte();
                table = ref Unsafe.Add(ref table, LaneAnyHalves.Entries);
            }

            if (states > 3)
            {
                third += Avx2.Shuffle(Table(ref table), index).AsSByte();
                table = ref Unsafe.Add(ref table, LaneAnyHalves.Entries);
            }
        }

        var most = Vector256.Create((byte)LaneAnyTables.MostUnits);
        var best = Vector256.Max(Vector256.Max(first, Vector256<sbyte>.Zero), Vector256.Max(second, third)); // those that are not there stand at 0 like the first
        Vector256.Min(best.AsByte(), most).StoreUnsafe(ref lags);
        Vector256.Min((best - first).AsByte(), most).StoreUnsafe(ref lags, Half);
        Vector256.Min((best - second).AsByte(), most).StoreUnsafe(ref lags, 2 * Half);
        Vector256.Min((best - third).AsByte(), most).StoreUnsafe(ref lags, 3 * Half);
    }

    /// <summary>Chooses a state on 32 lanes by the first byte of the number.</summary>
    /// <param name="numbers">The byte.</param>
    /// <param name="states">Number of states.</param>
    /// <param name="lags">The lags by state.</param>
    /// <param name="weights">The weights by lag, low bytes first.</param>
    /// <param name="to">Takes the states.</param>
    /// <returns>Those on which the second byte has a say, a bit each.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static uint Choose(ref byte numbers, int states, ref byte lags, ref byte weights, ref byte to)
    {
        var number = Vector256.LoadUnsafe(ref numbers);
        var (firstLow, firstHigh) = Weights(Vector256.LoadUnsafe(ref lags), ref weights);
        var (low, high) = Weights(Vector256.LoadUnsafe(ref lags, Half), ref weights);
        var (secondLow, secondHigh) = (firstLow + low, firstHigh + high);
        var (thirdLow, thirdHigh) = (secondLow, secondHigh);
        if (states > 2)
        {
            (low, high) = Weights(Vector256.LoadUnsafe(ref lags, 2 * Half), ref weights);
            (thirdLow, thirdHigh) = (secondLow + low, secondHigh + high);
        }

        var (allLow, allHigh) = (thirdLow, thirdHigh);
        if (states > 3)
        {
            (low, high) = Weights(Vector256.LoadUnsafe(ref lags, 3 * Half), ref weights);
            (allLow, allHigh) = (thirdLow + low, thirdHigh + high);
        }

        var least = Avx2.PackUnsignedSaturate(
            Count(Avx2.UnpackLow(Vector256<byte>.Zero, number).AsUInt16(), allLow, firstLow, secondLow, thirdLow),
            Count(Avx2.UnpackHigh(Vector256<byte>.Zero, number).AsUInt16(), allHigh, firstHigh, secondHigh, thirdHigh));
        var most = Avx2.PackUnsignedSaturate(
            Count(Avx2.UnpackLow(Vector256<byte>.AllBitsSet, number).AsUInt16(), allLow, firstLow, secondLow, thirdLow),
            Count(Avx2.UnpackHigh(Vector256<byte>.AllBitsSet, number).AsUInt16(), allHigh, firstHigh, secondHigh, thirdHigh));
        least.StoreUnsafe(ref to);
        return ~Vector256.Equals(least, most).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Count(Vector256<ushort> number, Vector256<ushort> all, Vector256<ushort> first, Vector256<ushort> second, Vector256<ushort> third)
    {
        var at = Avx2.MultiplyHigh(number, all);
        return (Vector256<ushort>.Zero - AtLeast(at, first) - AtLeast(at, second) - AtLeast(at, third)).AsInt16();
    }

    /// <summary>How many more of 32 lanes are in a state or a higher one than were.</summary>
    /// <param name="to">The new states.</param>
    /// <param name="row">The row with the old ones.</param>
    /// <param name="shift">Where they stand in it, in bits.</param>
    /// <param name="valid">Which of the 32 there are.</param>
    /// <param name="more">Takes the numbers, by state but the first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void CountMore(ref byte to, ref byte row, int shift, uint valid, ref int more)
    {
        var after = Vector256.LoadUnsafe(ref to).AsSByte();
        var before = (Avx2.ShiftRightLogical(Vector256.LoadUnsafe(ref row).AsUInt16(), Vector128.CreateScalarUnsafe((ushort)shift)).AsByte()
            & Vector256.Create((byte)(LaneAnyRows.FewStates - 1))).AsSByte();
        for (var s = 1; s < LaneAnyRows.FewStates; s++)
        {
            var below = Vector256.Create((sbyte)(s - 1));
            Unsafe.Add(ref more, s) += BitOperations.PopCount(Vector256.GreaterThan(after, below).ExtractMostSignificantBits() & valid)
                - BitOperations.PopCount(Vector256.GreaterThan(before, below).ExtractMostSignificantBits() & valid);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Table(ref byte entries)
    {
        var table = Vector128.LoadUnsafe(ref entries);
        return Vector256.Create(table, table);
    }

    /// <summary>All ones where a number is at least another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> AtLeast(Vector256<ushort> number, Vector256<ushort> other) => Vector256.Equals(Vector256.Max(number, other), number);

    /// <summary>Weights of 16 bits by lags of up to 63, of each half of 16 lanes the first eight and the last eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<ushort> Low, Vector256<ushort> High) Weights(Vector256<byte> lags, ref byte weights)
    {
        var (low, high) = (Vector256<byte>.Zero, Vector256<byte>.Zero);
        for (var quarter = 0; quarter < 4; quarter++)
        {
            // Those of other quarters get the highest bit, for which the shuffle gives 0.
            var index = Avx2.AddSaturate(lags ^ Vector256.Create((byte)(quarter * LaneAnyHalves.Entries)), Vector256.Create((byte)0x70));
            low |= Avx2.Shuffle(Table(ref Unsafe.Add(ref weights, quarter * LaneAnyHalves.Entries)), index);
            high |= Avx2.Shuffle(Table(ref Unsafe.Add(ref weights, LaneAnyTarget.Entries + (quarter * LaneAnyHalves.Entries))), index);
        }

        return (Avx2.UnpackLow(low, high).AsUInt16(), Avx2.UnpackHigh(low, high).AsUInt16());
    }
}
