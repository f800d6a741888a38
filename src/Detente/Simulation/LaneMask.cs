using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Detente.Simulation;

/// <summary>Sets of lanes, one bit a lane, 64 a word: what conditions, events and measures are while many paths are walked side by side.</summary>
internal static class LaneMask
{
    /// <summary>Lanes of one word.</summary>
    public const int WordLanes = 64;

    /// <summary>Whether a lane is in a set.</summary>
    /// <param name="mask">The set.</param>
    /// <param name="lane">The lane.</param>
    public static bool Has(ReadOnlySpan<ulong> mask, int lane) => ((mask[lane / WordLanes] >> (lane % WordLanes)) & 1) != 0;

    /// <summary>Puts a lane into a set.</summary>
    /// <param name="mask">The set.</param>
    /// <param name="lane">The lane.</param>
    public static void Set(Span<ulong> mask, int lane) => mask[lane / WordLanes] |= 1UL << (lane % WordLanes);

    /// <summary>The lanes of a set, ascending.</summary>
    /// <param name="mask">The set; must not change meanwhile.</param>
    public static LaneSequence Lanes(ReadOnlySpan<ulong> mask) => new(mask);

    /// <summary>Number of lanes in a set.</summary>
    /// <param name="mask">The set.</param>
    public static int Count(ReadOnlySpan<ulong> mask)
    {
        var count = 0;
        foreach (var word in mask)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>Number of lanes in both of two sets.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other, as long.</param>
    public static int CountBoth(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var count = 0;
        for (var word = 0; word < a.Length; word++)
        {
            count += BitOperations.PopCount(a[word] & b[word]);
        }

        return count;
    }

    /// <summary>Whether no lane is in a set.</summary>
    /// <param name="mask">The set.</param>
    public static bool IsEmpty(ReadOnlySpan<ulong> mask) => !mask.ContainsAnyExcept(0UL);

    /// <summary>Adds the lanes of another set.</summary>
    /// <param name="mask">The set.</param>
    /// <param name="other">The other, as long.</param>
    public static void Add(Span<ulong> mask, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < mask.Length; word++)
        {
            mask[word] |= other[word];
        }
    }

    /// <summary>Keeps the lanes that are in another set, too.</summary>
    /// <param name="mask">The set.</param>
    /// <param name="other">The other, as long.</param>
    public static void Keep(Span<ulong> mask, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < mask.Length; word++)
        {
            mask[word] &= other[word];
        }
    }

    /// <summary>Takes out the lanes of another set.</summary>
    /// <param name="mask">The set.</param>
    /// <param name="other">The other, as long.</param>
    public static void Remove(Span<ulong> mask, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < mask.Length; word++)
        {
            mask[word] &= ~other[word];
        }
    }

    /// <summary>The lanes that are not in a set.</summary>
    /// <param name="mask">The set.</param>
    /// <param name="others">Takes them; may be the set itself.</param>
    public static void Invert(ReadOnlySpan<ulong> mask, Span<ulong> others)
    {
        for (var word = 0; word < others.Length; word++)
        {
            others[word] = ~mask[word];
        }
    }

    /// <summary>The lanes that have a value.</summary>
    /// <param name="values">A value a lane, 64 lanes a word.</param>
    /// <param name="value">The value.</param>
    /// <param name="mask">Takes the lanes.</param>
    public static void Equal(ReadOnlySpan<byte> values, byte value, Span<ulong> mask)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        for (var word = 0; word < mask.Length; word++)
        {
            var at = (nuint)(word * WordLanes);
            if (Vector512.IsHardwareAccelerated)
            {
                mask[word] = Vector512.Equals(Vector512.LoadUnsafe(ref first, at), Vector512.Create(value)).ExtractMostSignificantBits();
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                var with = Vector256.Create(value);
                mask[word] = Vector256.Equals(Vector256.LoadUnsafe(ref first, at), with).ExtractMostSignificantBits()
                    | ((ulong)Vector256.Equals(Vector256.LoadUnsafe(ref first, at + 32), with).ExtractMostSignificantBits() << 32);
            }
            else
            {
                var bits = 0UL;
                for (var lane = 0; lane < WordLanes; lane++)
                {
                    bits |= (values[(int)at + lane] == value ? 1UL : 0) << lane;
                }

                mask[word] = bits;
            }
        }
    }

    /// <summary>The lanes whose value is at most another.</summary>
    /// <param name="values">A value a lane, 64 lanes a word.</param>
    /// <param name="most">The other value.</param>
    /// <param name="mask">Takes the lanes.</param>
    public static void AtMost(ReadOnlySpan<byte> values, byte most, Span<ulong> mask)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        for (var word = 0; word * WordLanes < values.Length; word++)
        {
            var at = (nuint)(word * WordLanes);
            if (Vector512.IsHardwareAccelerated)
            {
                mask[word] = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref first, at), Vector512.Create(most)).ExtractMostSignificantBits();
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                var with = Vector256.Create(most);
                mask[word] = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref first, at), with).ExtractMostSignificantBits()
                    | ((ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref first, at + 32), with).ExtractMostSignificantBits() << 32);
            }
            else
            {
                var bits = 0UL;
                for (var lane = 0; lane < WordLanes; lane++)
                {
                    bits |= (values[(int)at + lane] <= most ? 1UL : 0) << lane;
                }

                mask[word] = bits;
            }
        }
    }

    /// <summary>The lanes whose value is at least another.</summary>
    /// <param name="values">A value a lane, 64 lanes a word.</param>
    /// <param name="least">The other value.</param>
    /// <param name="mask">Takes the lanes.</param>
    public static void AtLeast(ReadOnlySpan<int> values, int least, Span<ulong> mask)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        for (var word = 0; word < mask.Length; word++)
        {
            var bits = 0UL;
            var at = (nuint)(word * WordLanes);
            if (Vector128.IsHardwareAccelerated)
            {
                for (var lane = 0; lane < WordLanes; lane += Vector256<int>.Count)
                {
                    var holds = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref first, at + (nuint)lane), Vector256.Create(least));
                    bits |= (ulong)holds.ExtractMostSignificantBits() << lane;
                }
            }
            else
            {
                for (var lane = 0; lane < WordLanes; lane++)
                {
                    bits |= (values[(int)at + lane] >= least ? 1UL : 0) << lane;
                }
            }

            mask[word] = bits;
        }
    }

    /// <summary>Puts a value into some of 64 lanes.</summary>
    /// <param name="values">The values of the lanes.</param>
    /// <param name="mask">Which lanes.</param>
    /// <param name="value">The value.</param>
    public static void Put(Span<byte> values, ulong mask, byte value)
    {
        for (; mask != 0; mask &= mask - 1)
        {
            values[BitOperations.TrailingZeroCount(mask)] = value;
        }
    }
}

/// <summary>The lanes of a set, one after the other.</summary>
/// <param name="mask">The set.</param>
internal ref struct LaneSequence(ReadOnlySpan<ulong> mask)
{
    private readonly ReadOnlySpan<ulong> mask = mask;
    private ulong bits;
    private int word = -1;

    /// <summary>The lane.</summary>
    public int Current { get; private set; }

    /// <summary>This.</summary>
    public readonly LaneSequence GetEnumerator() => this;

    /// <summary>Goes to the next lane, if there is one.</summary>
    public bool MoveNext()
    {
        while (bits == 0)
        {
            if (++word >= mask.Length)
            {
                return false;
            }

            bits = mask[word];
        }

        Current = (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return true;
    }
}
