using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>The random numbers of the lanes in one step: those of 64 lanes are eight words of eight bytes, in the order of the lanes.</summary>
/// <remarks>
/// A number is compared byte by byte from the highest, so that one byte of all lanes mostly decides; later bytes are made only for words in which a
/// lane has not been decided. That saves work and changes nothing, since every byte has its own key. Vectors of 512 and 256 bits, and a plain
/// twin that does eight lanes in a word of the machine; all give the same bits. Assumes little-endian words, as all machines .NET runs on have.
/// </remarks>
internal sealed class LaneNoise
{
    private const int BytesPerWord = 8;
    private const ulong HighBits = 0x8080808080808080;
    private const ulong First = 0xBF58476D1CE4E5B9;
    private const ulong Second = 0x94D049BB133111EB;
    private readonly LaneMemory keys = new(LaneWalk.MostLanes);
    private int step;

    /// <summary>The first of the keys of the words, eight per 64 lanes; they begin at a line of the cache.</summary>
    public ref ulong Key => ref Unsafe.As<byte, ulong>(ref keys.At(0));

    /// <summary>Begins with other paths.</summary>
    /// <param name="paths">The paths.</param>
    public void Start(LanePaths paths)
    {
        var all = keys.As<ulong>(0, LaneWalk.MostLanes / BytesPerWord);
        for (var block = 0; block * LaneMask.WordLanes < paths.Count; block++)
        {
            var blockKey = KeyedNoise.Key(paths.Seed, paths.Noise, (ulong)((paths.First / LaneMask.WordLanes) + block));
            for (var word = 0; word < BytesPerWord; word++)
            {
                all[(block * BytesPerWord) + word] = KeyedNoise.WordKey(blockKey, word);
            }
        }
    }

    /// <summary>Goes to a step.</summary>
    /// <param name="to">The step.</param>
    public void Enter(int to) => step = to;

    /// <summary>The part of the key of a purpose in this step.</summary>
    /// <param name="purpose">The purpose.</param>
    public ulong StepKey(ulong purpose) => KeyedNoise.StepKey(purpose, step);

    /// <summary>The parts of the keys of many purposes in this step.</summary>
    /// <param name="purposes">The purposes, a multiple of eight.</param>
    /// <param name="stepKeys">Takes the parts.</param>
    public void StepKeys(ReadOnlySpan<ulong> purposes, Span<ulong> stepKeys)
    {
        var added = ((ulong)step + 1) * KeyedNoise.GoldenGamma;
        for (var i = 0; i < purposes.Length; i++)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                Mix(Vector512.Create(purposes[i..]) + Vector512.Create(added)).CopyTo(stepKeys[i..]);
                i += Vector512<ulong>.Count - 1;
                continue;
            }

            stepKeys[i] = KeyedNoise.Mix64(purposes[i] + added);
        }
    }

    /// <summary>The number of one lane.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="stepKey">See <see cref="StepKey"/>.</param>
    /// <param name="bits">How many bits; a multiple of 8.</param>
    public long Number(int lane, ulong stepKey, int bits)
    {
        var key = Unsafe.Add(ref Key, lane / BytesPerWord) + stepKey;
        var shift = (lane % BytesPerWord) * 8;
        var number = 0L;
        for (var left = bits; left > 0; left -= 8)
        {
            number = (number << 8) | (long)((KeyedNoise.Mix64(key) >> shift) & 0xFF);
            key += KeyedNoise.GoldenGamma;
        }

        return number;
    }

    /// <summary>One byte of the number of one lane.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="stepKey">See <see cref="StepKey"/>.</param>
    /// <param name="place">Which byte; 0 is the highest.</param>
    public int Byte(int lane, ulong stepKey, int place) =>
        (int)(KeyedNoise.Mix64(Unsafe.Add(ref Key, lane / BytesPerWord) + stepKey + ((ulong)place * KeyedNoise.GoldenGamma)) >> ((lane % BytesPerWord) * 8)) & 0xFF;

    /// <summary>Whether the number of one lane is below a threshold.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="stepKey">See <see cref="StepKey"/>.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="bits">Its bits; a multiple of 8.</param>
    public bool IsBelow(int lane, ulong stepKey, long threshold, int bits)
    {
        var key = Unsafe.Add(ref Key, lane / BytesPerWord) + stepKey;
        var shift = (lane % BytesPerWord) * 8;
        for (var left = bits - 8; left >= 0; left -= 8)
        {
            var difference = (long)((KeyedNoise.Mix64(key) >> shift) & 0xFF) - (threshold >> left);
            if (difference != 0)
            {
                return difference < 0;
            }

            threshold &= (1L << left) - 1;
            key += KeyedNoise.GoldenGamma;
        }

        return false;
    }

    /// <summary>The lanes whose number is below a threshold.</summary>
    /// <param name="stepKey">See <see cref="StepKey"/>.</param>
    /// <param name="threshold">The threshold, 0 to 2^bits.</param>
    /// <param name="bits">Its bits; a multiple of 8.</param>
    /// <param name="mask">Takes the lanes, as many words as are in use.</param>
    public void Below(ulong stepKey, long threshold, int bits, Span<ulong> mask)
    {
        if (threshold <= 0 || threshold >= 1L << bits)
        {
            mask.Fill(threshold <= 0 ? 0 : ulong.MaxValue);
            return;
        }

        var high = (byte)(threshold >> (bits - 8));
        ref var key = ref Key;
        for (var word = 0; word < mask.Length; word++)
        {
            var (below, open) = Compare(ref Unsafe.Add(ref key, word * BytesPerWord), stepKey, high);
            var place = stepKey;
            for (var left = bits - 16; open != 0 && left >= 0; left -= 8)
            {
                place += KeyedNoise.GoldenGamma;
                var (less, equal) = Compare(ref Unsafe.Add(ref key, word * BytesPerWord), place, (byte)(threshold >> left));
                below |= open & less;
                open &= equal;
            }

            mask[word] = below;
        }
    }

    /// <summary>The first byte of the number of every lane.</summary>
    /// <param name="stepKey">See <see cref="StepKey"/>.</param>
    /// <param name="bytes">Takes one byte a lane, 64 a word in use.</param>
    public void FirstBytes(ulong stepKey, Span<byte> bytes)
    {
        ref var key = ref Key;
        ref var to = ref Unsafe.As<byte, ulong>(ref MemoryMarshal.GetReference(bytes));
        var count = bytes.Length / BytesPerWord;
        if (Vector512.IsHardwareAccelerated)
        {
            for (nuint i = 0; i < (nuint)count; i += 8)
            {
                Mix(Vector512.LoadUnsafe(ref key, i) + Vector512.Create(stepKey)).StoreUnsafe(ref to, i);
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            for (nuint i = 0; i < (nuint)count; i += 4)
            {
                Mix(Vector256.LoadUnsafe(ref key, i) + Vector256.Create(stepKey)).StoreUnsafe(ref to, i);
            }
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                Unsafe.Add(ref to, i) = KeyedNoise.Mix64(Unsafe.Add(ref key, i) + stepKey);
            }
        }
    }

    /// <summary>Whether the number of one lane is below a threshold, when its first byte is known.</summary>
    /// <param name="first">The first byte.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="stepKey">See <see cref="StepKey"/>.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="bits">Its bits; a multiple of 8.</param>
    public bool IsBelow(byte first, int lane, ulong stepKey, long threshold, int bits)
    {
        var with = threshold >> (bits - 8);
        return first != with ? first < with : IsBelow(lane, stepKey, threshold, bits);
    }

    /// <summary>The lanes whose number has its highest bit clear: one half.</summary>
    /// <param name="stepKey">See <see cref="StepKey"/>.</param>
    /// <param name="mask">Takes the lanes.</param>
    public void LowerHalf(ulong stepKey, Span<ulong> mask)
    {
        ref var key = ref Key;
        for (var word = 0; word < mask.Length; word++)
        {
            mask[word] = ~HighestBits(ref Unsafe.Add(ref key, word * BytesPerWord), stepKey);
        }
    }

    /// <summary>Of 64 lanes those whose byte is below another, and those whose byte is equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (ulong Below, ulong Equal) Compare(ref ulong key, ulong stepKey, byte with)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var bytes = Mix(Vector512.LoadUnsafe(ref key) + Vector512.Create(stepKey)).AsByte();
            var other = Vector512.Create(with);
            return (Vector512.LessThan(bytes, other).ExtractMostSignificantBits(), Vector512.Equals(bytes, other).ExtractMostSignificantBits());
        }

        if (Vector256.IsHardwareAccelerated)
        {
            var other = Vector256.Create(with);
            var low = Mix(Vector256.LoadUnsafe(ref key) + Vector256.Create(stepKey)).AsByte();
            var high = Mix(Vector256.LoadUnsafe(ref key, 4) + Vector256.Create(stepKey)).AsByte();
            return (
                Below(low, other) | ((ulong)Below(high, other) << 32),
                Vector256.Equals(low, other).ExtractMostSignificantBits() | ((ulong)Vector256.Equals(high, other).ExtractMostSignificantBits() << 32));
        }

        var (below, equal) = (0UL, 0UL);
        var y = with * 0x0101010101010101UL;
        for (var i = 0; i < BytesPerWord; i++)
        {
            var x = KeyedNoise.Mix64(Unsafe.Add(ref key, i) + stepKey);
            var lowAtLeast = (x | HighBits) - (y & ~HighBits); // per byte: whether the low seven bits of x are at least those of y
            var different = x ^ y;
            below |= Gather((~x & y) | (~different & ~lowAtLeast)) << (8 * i);
            equal |= Gather(~(((different & ~HighBits) + ~HighBits) | different)) << (8 * i);
        }

        return (below, equal);
    }

    /// <summary>x is below y where the larger of both is not x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Below(Vector256<byte> x, Vector256<byte> y) => ~Vector256.Equals(Vector256.Max(x, y), x).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HighestBits(ref ulong key, ulong stepKey)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Mix(Vector512.LoadUnsafe(ref key) + Vector512.Create(stepKey)).AsByte().ExtractMostSignificantBits();
        }

        if (Vector256.IsHardwareAccelerated)
        {
            return Mix(Vector256.LoadUnsafe(ref key) + Vector256.Create(stepKey)).AsByte().ExtractMostSignificantBits()
                | ((ulong)Mix(Vector256.LoadUnsafe(ref key, 4) + Vector256.Create(stepKey)).AsByte().ExtractMostSignificantBits() << 32);
        }

        var bits = 0UL;
        for (var i = 0; i < BytesPerWord; i++)
        {
            bits |= Gather(KeyedNoise.Mix64(Unsafe.Add(ref key, i) + stepKey)) << (8 * i);
        }

        return bits;
    }

    /// <summary>The highest bits of eight bytes as one byte, the lowest byte's first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Gather(ulong bytes) => (((bytes & HighBits) >> 7) * 0x0102040810204080) >> 56;

    /// <summary>The mix of <see cref="KeyedNoise.Mix64"/>, eight at a time.</summary>
    /// <param name="z">What is mixed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Mix(Vector512<ulong> z)
    {
        z = (z ^ (z >> 30)) * Vector512.Create(First);
        z = (z ^ (z >> 27)) * Vector512.Create(Second);
        return z ^ (z >> 31);
    }

    /// <summary>The mix of <see cref="KeyedNoise.Mix64"/>, four at a time.</summary>
    /// <param name="z">What is mixed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Mix(Vector256<ulong> z)
    {
        z = Times(z ^ (z >> 30), First);
        z = Times(z ^ (z >> 27), Second);
        return z ^ (z >> 31);
    }

    /// <summary>A product modulo 2^64: of the halves, low times low whole, the two crosswise ones in the upper half only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Times(Vector256<ulong> x, ulong by)
    {
        if (!Avx2.IsSupported)
        {
            return x * Vector256.Create(by);
        }

        var crosswise = Avx2.MultiplyLow(x.AsUInt32(), Vector256.Create((by >> 32) | (by << 32)).AsUInt32()).AsUInt64();
        return Avx2.Multiply(x.AsUInt32(), Vector256.Create(by).AsUInt32()) + ((crosswise << 32) + (crosswise & Vector256.Create(0xFFFFFFFF00000000)));
    }
}
