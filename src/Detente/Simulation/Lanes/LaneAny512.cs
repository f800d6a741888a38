using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>The phases of the redraw of one factor with vectors of 64 bytes; a small method each, so that all they need stays in registers.</summary>
/// <remarks>Both bytes of both numbers are made for all lanes: cheaper than branches that nobody can foretell.</remarks>
internal static class LaneAny512
{
    private const int Line = LaneMemory.Line;

    /// <summary>Whether the processor has what it takes.</summary>
    public static bool IsSupported => Avx512Vbmi2.IsSupported && Avx512BW.IsSupported;

    /// <summary>Makes the numbers of all lanes and lists those that are redrawn.</summary>
    /// <param name="of">What is worked with.</param>
    /// <param name="keys">The keys of the words.</param>
    /// <param name="draw">What is drawn.</param>
    /// <returns>How many are redrawn.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Draw(LaneAnyMemory of, ref ulong keys, in LaneAnyDraw draw)
    {
        ref var bytes = ref of.Memory.At(0);
        ref var numbers = ref Unsafe.Add(ref bytes, of.Numbers);
        ref var choices = ref Unsafe.Add(ref bytes, of.Choices);
        ref var lanes = ref Unsafe.Add(ref bytes, of.Lanes);
        ref var starts = ref Unsafe.As<byte, int>(ref Unsafe.Add(ref bytes, of.Starts));
        var (high, low) = (Vector512.Create(draw.High), Vector512.Create(draw.Low));
        var (reconsider, choice) = (Vector512.Create(draw.Reconsider), Vector512.Create(draw.Choice));
        var (reconsiderNext, choiceNext) = (Vector512.Create(draw.Reconsider + KeyedNoise.GoldenGamma), Vector512.Create(draw.Choice + KeyedNoise.GoldenGamma));
        nuint count = 0;
        var end = (nuint)draw.Words * Line;
        for (nuint at = 0; at < end; at += Line)
        {
            Unsafe.AddByteOffset(ref starts, at / (Line / sizeof(int))) = (int)count;
            var key = Vector512.LoadUnsafe(ref Unsafe.AddByteOffset(ref keys, at));
            LaneNoise.Mix(key + choice).AsByte().StoreUnsafe(ref choices, at);
            LaneNoise.Mix(key + choiceNext).AsByte().StoreUnsafe(ref choices, at + LaneWalk.MostLanes);
            var first = LaneNoise.Mix(key + reconsider).AsByte();
            var second = LaneNoise.Mix(key + reconsiderNext).AsByte();
            first |= Vector512.Equals(first, high) & Vector512.GreaterThanOrEqual(second, low); // who is not below gets the highest number
            first.StoreUnsafe(ref numbers, at);
            var redrawn = Vector512.LessThanOrEqual(first, high);
            Avx512Vbmi2.Compress(Vector512<byte>.Zero, redrawn, Vector512<byte>.Indices).StoreUnsafe(ref lanes, count);
            count += (nuint)BitOperations.PopCount(redrawn.ExtractMostSignificantBits());
        }

        return (int)count;
    }

    /// <summary>Gathers rows on 64 redrawn lanes.</summary>
    /// <param name="of">What is worked with.</param>
    /// <param name="rows">Where the rows begin; a multiple of four.</param>
    /// <param name="first">The first of the 64.</param>
    /// <param name="words">From which word on, and how many there are.</param>
    /// <returns>The last word of which a lane is among the 64.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Gather(LaneAnyMemory of, int[] rows, int first, (int From, int Count) words)
    {
        ref var bytes = ref of.Memory.At(0);
        ref var from = ref Unsafe.Add(ref bytes, of.From);
        var starts = Vector512.LoadUnsafe(ref Unsafe.As<byte, int>(ref Unsafe.Add(ref bytes, of.Starts))) - Vector512.Create(first);
        Avx512F.ConvertToVector128ByteWithSaturation(Vector512.Max(starts, Vector512<int>.Zero).AsUInt32()).StoreUnsafe(ref from);
        var lanes = Vector512.LoadUnsafe(ref bytes, (nuint)(of.Lanes + first));
        ref var dense = ref Unsafe.Add(ref bytes, of.Dense(0));
        var word = words.From;
        var place = 0;
        for (; place < rows.Length - 4; place += 8)
        {
            word = Gather8(ref bytes, ref rows[place], (lanes, words.From, words.Count), ref from, ref dense);
            dense = ref Unsafe.Add(ref dense, 8 * Line);
        }

        return (place < rows.Length ? Gather4(ref bytes, ref rows[place], (lanes, words.From, words.Count), ref from, ref dense) : word) - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Gather4(ref byte bytes, ref int rows, (Vector512<byte> Lanes, int From, int Words) of, ref byte from, ref byte dense)
    {
        ref var a = ref Unsafe.Add(ref bytes, rows);
        ref var b = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 1));
        ref var c = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 2));
        ref var d = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 3));
        var lanes = of.Lanes;
        var (gatheredA, gatheredB, gatheredC, gatheredD) = (lanes, lanes, lanes, lanes);
        var word = (nuint)of.From;
        do
        {
            // Whoever stands at or behind the word's first place takes from the word; those of later words are overwritten by them.
            var takes = Vector512.GreaterThanOrEqual(Vector512<byte>.Indices, Vector512.Create(Unsafe.Add(ref from, word)));
            gatheredA = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref a, word * Line), lanes), gatheredA);
            gatheredB = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref b, word * Line), lanes), gatheredB);
            gatheredC = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref c, word * Line), lanes), gatheredC);
            gatheredD = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref d, word * Line), lanes), gatheredD);
            word++;
        }
        while (word < (nuint)of.Words && Unsafe.Add(ref from, word) < Line);

        gatheredA.StoreUnsafe(ref dense);
        gatheredB.StoreUnsafe(ref dense, Line);
        gatheredC.StoreUnsafe(ref dense, 2 * Line);
        gatheredD.StoreUnsafe(ref dense, 3 * Line);
        return (int)word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Gather8(ref byte bytes, ref int rows, (Vector512<byte> Lanes, int From, int Words) of, ref byte from, ref byte dense)
    {
        ref var a = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 0));
        ref var b = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 1));
        ref var c = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 2));
        ref var d = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 3));
        ref var e = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 4));
        ref var f = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 5));
        ref var g = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 6));
        ref var h = ref Unsafe.Add(ref bytes, Unsafe.Add(ref rows, 7));
        var lanes = of.Lanes;
        var (gatheredA, gatheredB, gatheredC, gatheredD) = (lanes, lanes, lanes, lanes);
        var (gatheredE, gatheredF, gatheredG, gatheredH) = (lanes, lanes, lanes, lanes);
        var word = (nuint)of.From;
        do
        {
            var takes = Vector512.GreaterThanOrEqual(Vector512<byte>.Indices, Vector512.Create(Unsafe.Add(ref from, word)));
            gatheredA = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref a, word * Line), lanes), gatheredA);
            gatheredB = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref b, word * Line), lanes), gatheredB);
            gatheredC = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref c, word * Line), lanes), gatheredC);
            gatheredD = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref d, word * Line), lanes), gatheredD);
            gatheredE = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref e, word * Line), lanes), gatheredE);
            gatheredF = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref f, word * Line), lanes), gatheredF);
            gatheredG = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref g, word * Line), lanes), gatheredG);
            gatheredH = Vector512.ConditionalSelect(takes, Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref h, word * Line), lanes), gatheredH);
            word++;
        }
        while (word < (nuint)of.Words && Unsafe.Add(ref from, word) < Line);

        gatheredA.StoreUnsafe(ref dense);
        gatheredB.StoreUnsafe(ref dense, Line);
        gatheredC.StoreUnsafe(ref dense, 2 * Line);
        gatheredD.StoreUnsafe(ref dense, 3 * Line);
        gatheredE.StoreUnsafe(ref dense, 4 * Line);
        gatheredF.StoreUnsafe(ref dense, 5 * Line);
        gatheredG.StoreUnsafe(ref dense, 6 * Line);
        gatheredH.StoreUnsafe(ref dense, 7 * Line);
        return (int)word;
    }

    /// <summary>Chooses a state on 64 redrawn lanes, and counts how many more are in each state than were.</summary>
    /// <param name="of">What is worked with.</param>
    /// <param name="target">The factor.</param>
    /// <param name="weights">The weights by lag; the tables follow.</param>
    /// <param name="to">Where to put the states, and which of the 64 are counted.</param>
    /// <param name="more">By state but the first, how many more are in it or a higher one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Choose(LaneAnyMemory of, LaneAnyTarget target, ref byte weights, (int At, ulong Valid) to, ref int more)
    {
        var (first, second, third) = (Vector512<sbyte>.Zero, Vector512<sbyte>.Zero, Vector512<sbyte>.Zero);
        ref var dense = ref of.Memory.At(of.Dense(0));
        ref var table = ref Unsafe.Add(ref weights, LaneAnyTables.FirstTable);
        var states = target.States;
        foreach (var look in target.Looks)
        {
            var row = Vector512.LoadUnsafe(ref Unsafe.Add(ref dense, (look.Row + 2) * Line));
            var index = Avx512BW.ShiftRightLogical(row.AsUInt16(), Vector128.CreateScalarUnsafe((ushort)look.Shift)).AsByte();
            first += Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref table), index).AsSByte();
            table = ref Unsafe.Add(ref table, Line);
            if (states > 2)
            {
                second += Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref table), index).AsSByte();
                table = ref Unsafe.Add(ref table, Line);
            }

            if (states > 3)
            {
                third += Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref table), index).AsSByte();
                table = ref Unsafe.Add(ref table, Line);
            }
        }

        // What each state lags behind the best; those that are not there stand at 0 like the first.
        var most = Vector512.Create((byte)LaneAnyTables.MostUnits);
        var best = Vector512.Max(Vector512.Max(first, Vector512<sbyte>.Zero), Vector512.Max(second, third));
        var a = Vector512.Min(best.AsByte(), most).AsUInt16();
        var b = Vector512.Min((best - first).AsByte(), most).AsUInt16();
        var c = Vector512.Min((best - second).AsByte(), most).AsUInt16();
        var d = Vector512.Min((best - third).AsByte(), most).AsUInt16();

        // Even lanes are the low bytes of numbers of 16 bits, odd ones the high bytes; look-ups ignore all but six bits.
        var (low, high) = (Vector512.LoadUnsafe(ref weights).AsUInt16(), Vector512.LoadUnsafe(ref weights, Line).AsUInt16());
        var (number, numberNext) = (Vector512.LoadUnsafe(ref dense).AsUInt16(), Vector512.LoadUnsafe(ref dense, Line).AsUInt16());
        var (hasThird, hasFourth) = (Vector512.Create((ushort)(states > 2 ? ushort.MaxValue : 0)), Vector512.Create((ushort)(states > 3 ? ushort.MaxValue : 0)));
        var upper = Vector512.Create((ushort)0xFF00);
        var sumA = Avx512BW.PermuteVar32x16x2(low, a, high);
        var sumB = sumA + Avx512BW.PermuteVar32x16x2(low, b, high);
        var sumC = sumB + (Avx512BW.PermuteVar32x16x2(low, c, high) & hasThird);
        var all = sumC + (Avx512BW.PermuteVar32x16x2(low, d, high) & hasFourth);
        var even = Count(Avx512BW.MultiplyHigh(Vector512.ConditionalSelect(upper, number << 8, numberNext), all), sumA, sumB, sumC);
        sumA = Avx512BW.PermuteVar32x16x2(low, a >> 8, high);
        sumB = sumA + Avx512BW.PermuteVar32x16x2(low, b >> 8, high);
        sumC = sumB + (Avx512BW.PermuteVar32x16x2(low, c >> 8, high) & hasThird);
        all = sumC + (Avx512BW.PermuteVar32x16x2(low, d >> 8, high) & hasFourth);
        var odd = Count(Avx512BW.MultiplyHigh(Vector512.ConditionalSelect(upper, number, numberNext >> 8), all), sumA, sumB, sumC);
        var chosen = (even | (odd << 8)).AsByte();
        chosen.StoreUnsafe(ref of.Memory.At(to.At));
        var before = Own(Vector512.LoadUnsafe(ref dense, 2 * Line), target.Shift);
        Unsafe.Add(ref more, 1) += CountMore(chosen, before, 1, to.Valid);
        Unsafe.Add(ref more, 2) += CountMore(chosen, before, 2, to.Valid);
        Unsafe.Add(ref more, 3) += CountMore(chosen, before, 3, to.Valid);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountMore(Vector512<byte> to, Vector512<byte> from, byte least, ulong valid) =>
        BitOperations.PopCount(Vector512.GreaterThanOrEqual(to, Vector512.Create(least)).ExtractMostSignificantBits() & valid)
        - BitOperations.PopCount(Vector512.GreaterThanOrEqual(from, Vector512.Create(least)).ExtractMostSignificantBits() & valid);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Own(Vector512<byte> row, int shift) =>
        Avx512BW.ShiftRightLogical(row.AsUInt16(), Vector128.CreateScalarUnsafe((ushort)shift)).AsByte() & Vector512.Create((byte)(LaneAnyRows.FewStates - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ushort> Count(Vector512<ushort> number, Vector512<ushort> first, Vector512<ushort> second, Vector512<ushort> third)
    {
        var one = Vector512<ushort>.One;
        var count = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(number, first), one, Vector512<ushort>.Zero);
        count = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(number, second), count + one, count);
        return Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(number, third), count + one, count);
    }

    /// <summary>Writes the states at the next step: what has been chosen, and all others as they are.</summary>
    /// <param name="of">What is worked with.</param>
    /// <param name="high">First byte of the threshold.</param>
    /// <param name="words">How many words.</param>
    /// <param name="own">Where the row of the factor begins, and where its state stands in it, in bits.</param>
    /// <param name="next">Takes the states.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Write(LaneAnyMemory of, byte high, int words, (int Row, int Shift) own, ref byte next)
    {
        ref var numbers = ref of.Memory.At(of.Numbers);
        ref var chosen = ref of.Memory.At(of.Chosen);
        ref var row = ref of.Memory.At(own.Row);
        ref var starts = ref Unsafe.As<byte, int>(ref of.Memory.At(of.Starts));
        var most = Vector512.Create(high);
        var end = (nuint)words * Line;
        for (nuint at = 0; at < end; at += Line)
        {
            var redrawn = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref numbers, at), most);
            var to = Vector512.LoadUnsafe(ref chosen, (nuint)Unsafe.AddByteOffset(ref starts, at / (Line / sizeof(int))));
            Avx512Vbmi2.Expand(Own(Vector512.LoadUnsafe(ref row, at), own.Shift), redrawn, to).StoreUnsafe(ref next, at);
        }
    }
}

/// <summary>What the redraw of a factor draws in one step.</summary>
/// <param name="Reconsider">The part of the key of who is reconsidered.</param>
/// <param name="Choice">The part of the key of what is chosen.</param>
/// <param name="Threshold">The threshold of being reconsidered, of 16 bits.</param>
/// <param name="Words">Words of lanes.</param>
internal readonly record struct LaneAnyDraw(ulong Reconsider, ulong Choice, int Threshold, int Words)
{
    /// <summary>From here on a threshold has no first byte below the highest, which stands for lanes that are not redrawn.</summary>
    public const int MostThreshold = 255 << 8;

    /// <summary>First byte of the threshold.</summary>
    public byte High => (byte)(Threshold >> 8);

    /// <summary>Second byte of the threshold.</summary>
    public byte Low => (byte)Threshold;
}
