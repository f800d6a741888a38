using System.Numerics;

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
}
