using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Detente.Simulation;

/// <summary>The rows of states once more, eight rows of a lane side by side, so that a redrawn lane is taken with one move for all of them.</summary>
internal sealed class LaneAnyRecords
{
    /// <summary>Rows of a record.</summary>
    public const int Rows = 8;

    /// <summary>Bytes from one gathered row to the next.</summary>
    public const int Stride = LaneWalk.MostLanes + LaneMemory.Line;
    private const int Half = 32;
    private const int Bytes = LaneWalk.MostLanes * Rows;
    private readonly LaneMemory rows;
    private readonly LaneMemory records;
    private readonly LaneMemory taken = new(Bytes + (Half * Rows)); // what is behind the last lane is read, too

    /// <summary>Takes memory.</summary>
    /// <param name="rows">The rows, from the beginning on.</param>
    /// <param name="count">How many, a multiple of eight.</param>
    public LaneAnyRecords(LaneMemory rows, int count)
    {
        this.rows = rows;
        records = new LaneMemory(count / Rows * Bytes);
    }

    /// <summary>Takes in the rows of the snapshot.</summary>
    /// <param name="lanes">How many lanes.</param>
    public void Fill(int lanes)
    {
        for (var at = 0; at < records.Length; at += Bytes)
        {
            Fill(ref rows.At(at), ref records.At(at), lanes);
        }
    }

    /// <summary>Gathers eight rows on some lanes.</summary>
    /// <param name="group">Which eight.</param>
    /// <param name="lanes">The lanes.</param>
    /// <param name="dense">Takes the rows, <see cref="Stride"/> apart.</param>
    public void Gather(int group, ReadOnlySpan<ushort> lanes, ref byte dense)
    {
        Take(ref Unsafe.As<byte, ulong>(ref records.At(group * Bytes)), lanes, ref Unsafe.As<byte, ulong>(ref taken.At(0)));
        for (var first = 0; first < lanes.Length; first += Half)
        {
            Spread(ref taken.At(first * Rows), ref Unsafe.Add(ref dense, first));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Take(ref ulong from, ReadOnlySpan<ushort> lanes, ref ulong to)
    {
        for (var i = 0; i < lanes.Length; i++)
        {
            Unsafe.Add(ref to, i) = Unsafe.Add(ref from, (nint)lanes[i]);
        }
    }

    /// <summary>Eight rows of bytes become records of eight bytes, 32 lanes at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Fill(ref byte from, ref byte to, int lanes)
    {
        const int Row = LaneWalk.MostLanes;
        for (var first = 0; first < lanes; first += Half)
        {
            ref var row = ref Unsafe.Add(ref from, first);
            ref var record = ref Unsafe.Add(ref to, first * Rows);
            var (a, b) = (Vector256.LoadUnsafe(ref row), Vector256.LoadUnsafe(ref row, Row));
            var (c, d) = (Vector256.LoadUnsafe(ref row, 2 * Row), Vector256.LoadUnsafe(ref row, 3 * Row));
            var (lowAb, highAb) = (Avx2.UnpackLow(a, b).AsUInt16(), Avx2.UnpackHigh(a, b).AsUInt16());
            var (lowCd, highCd) = (Avx2.UnpackLow(c, d).AsUInt16(), Avx2.UnpackHigh(c, d).AsUInt16());
            (a, b) = (Vector256.LoadUnsafe(ref row, 4 * Row), Vector256.LoadUnsafe(ref row, 5 * Row));
            (c, d) = (Vector256.LoadUnsafe(ref row, 6 * Row), Vector256.LoadUnsafe(ref row, 7 * Row));
            var (lowEf, highEf) = (Avx2.UnpackLow(a, b).AsUInt16(), Avx2.UnpackHigh(a, b).AsUInt16());
            var (lowGh, highGh) = (Avx2.UnpackLow(c, d).AsUInt16(), Avx2.UnpackHigh(c, d).AsUInt16());
            Store(Avx2.UnpackLow(lowAb, lowCd).AsUInt32(), Avx2.UnpackLow(lowEf, lowGh).AsUInt32(), ref record);
            Store(Avx2.UnpackHigh(lowAb, lowCd).AsUInt32(), Avx2.UnpackHigh(lowEf, lowGh).AsUInt32(), ref Unsafe.Add(ref record, 4 * Rows));
            Store(Avx2.UnpackLow(highAb, highCd).AsUInt32(), Avx2.UnpackLow(highEf, highGh).AsUInt32(), ref Unsafe.Add(ref record, 8 * Rows));
            Store(Avx2.UnpackHigh(highAb, highCd).AsUInt32(), Avx2.UnpackHigh(highEf, highGh).AsUInt32(), ref Unsafe.Add(ref record, 12 * Rows));
        }
    }

    /// <summary>Stores four records, and four of lanes sixteen later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<uint> low, Vector256<uint> high, ref byte to)
    {
        var (first, second) = (Avx2.UnpackLow(low, high).AsByte(), Avx2.UnpackHigh(low, high).AsByte());
        first.GetLower().StoreUnsafe(ref to);
        second.GetLower().StoreUnsafe(ref to, 2 * Rows);
        first.GetUpper().StoreUnsafe(ref to, 16 * Rows);
        second.GetUpper().StoreUnsafe(ref to, 18 * Rows);
    }

    /// <summary>32 records become eight rows of 32 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Spread(ref byte records, ref byte rows)
    {
        var (a, b) = (Pair(ref records), Pair(ref Unsafe.Add(ref records, 16)));
        var (c, d) = (Pair(ref Unsafe.Add(ref records, 32)), Pair(ref Unsafe.Add(ref records, 48)));
        var (lowAb, highAb) = (Avx2.UnpackLow(a, b).AsUInt32(), Avx2.UnpackHigh(a, b).AsUInt32());
        var (lowCd, highCd) = (Avx2.UnpackLow(c, d).AsUInt32(), Avx2.UnpackHigh(c, d).AsUInt32());
        (a, b) = (Pair(ref Unsafe.Add(ref records, 64)), Pair(ref Unsafe.Add(ref records, 80)));
        (c, d) = (Pair(ref Unsafe.Add(ref records, 96)), Pair(ref Unsafe.Add(ref records, 112)));
        var (lowEf, highEf) = (Avx2.UnpackLow(a, b).AsUInt32(), Avx2.UnpackHigh(a, b).AsUInt32());
        var (lowGh, highGh) = (Avx2.UnpackLow(c, d).AsUInt32(), Avx2.UnpackHigh(c, d).AsUInt32());
        StoreRows(Avx2.UnpackLow(lowAb, lowCd).AsUInt64(), Avx2.UnpackLow(lowEf, lowGh).AsUInt64(), ref rows);
        StoreRows(Avx2.UnpackHigh(lowAb, lowCd).AsUInt64(), Avx2.UnpackHigh(lowEf, lowGh).AsUInt64(), ref Unsafe.Add(ref rows, 2 * Stride));
        StoreRows(Avx2.UnpackLow(highAb, highCd).AsUInt64(), Avx2.UnpackLow(highEf, highGh).AsUInt64(), ref Unsafe.Add(ref rows, 4 * Stride));
        StoreRows(Avx2.UnpackHigh(highAb, highCd).AsUInt64(), Avx2.UnpackHigh(highEf, highGh).AsUInt64(), ref Unsafe.Add(ref rows, 6 * Stride));
    }

    /// <summary>Two records, and two sixteen later, with the bytes of each row side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Pair(ref byte records)
    {
        var sideBySide = Vector256.Create(0x0B030A0209010800UL, 0x0F070E060D050C04, 0x0B030A0209010800, 0x0F070E060D050C04).AsByte();
        return Avx2.Shuffle(Vector256.Create(Vector128.LoadUnsafe(ref records), Vector128.LoadUnsafe(ref records, 16 * Rows)), sideBySide).AsUInt16();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRows(Vector256<ulong> low, Vector256<ulong> high, ref byte rows)
    {
        Avx2.UnpackLow(low, high).AsByte().StoreUnsafe(ref rows);
        Avx2.UnpackHigh(low, high).AsByte().StoreUnsafe(ref rows, Stride);
    }
}
