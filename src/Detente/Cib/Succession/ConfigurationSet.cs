using System.Numerics;
using System.Runtime.CompilerServices;

namespace Detente.Cib;

/// <summary>A set of places of configurations; once complete, its members are numbered in order.</summary>
/// <remarks>Memory: one bit and a half for each configuration there is, inside the set or not. Members may be added from several threads at once.</remarks>
internal sealed class ConfigurationSet
{
    private readonly ulong[] words;
    private uint[] before = [];

    /// <summary>Initialises an empty set.</summary>
    /// <param name="configurations">How many configurations there are; at most <see cref="Most"/>.</param>
    public ConfigurationSet(long configurations) => words = new ulong[(configurations + 63) / 64];

    /// <summary>The most configurations there can be: the bits then take 2 GiB, the numbering 1 GiB.</summary>
    public const long Most = 1L << 34;

    /// <summary>Number of members, once numbered.</summary>
    public long Count { get; private set; }

    /// <summary>Adds places. Most are there already, so that writes are rare.</summary>
    /// <param name="places">The places.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<long> places)
    {
        var all = words;
        foreach (var place in places)
        {
            ref var word = ref all[place >> 6];
            var bit = 1UL << (int)place;
            if ((Volatile.Read(ref word) & bit) == 0)
            {
                Interlocked.Or(ref word, bit);
            }
        }
    }

    /// <summary>Whether a place is a member.</summary>
    /// <param name="place">The place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(long place) => ((words[place >> 6] >> (int)place) & 1) != 0;

    /// <summary>Whether any of some consecutive places is a member, or a neighbour of theirs is: some more words may be looked at, never fewer.</summary>
    /// <param name="first">The first place.</param>
    /// <param name="length">Number of places.</param>
    public bool HasAny(long first, int length)
    {
        var word = (int)(first >> 6);
        return words.AsSpan(word, (int)((first + length - 1) >> 6) - word + 1).ContainsAnyExcept(0UL);
    }

    /// <summary>Numbers the members; none is added afterwards.</summary>
    /// <param name="most">The most members that are numbered.</param>
    /// <param name="cancellation">Stops the numbering.</param>
    /// <returns>Whether there are no more than that.</returns>
    public bool Number(int most, CancellationToken cancellation)
    {
        before = new uint[words.Length];
        Count = 0;
        for (var word = 0; word < words.Length; word++)
        {
            if (word % (1 << 20) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            before[word] = (uint)Count;
            Count += BitOperations.PopCount(words[word]);
            if (Count > most)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The number of a member: how many members are before it; of a place that is none, the number of the next member.</summary>
    /// <param name="place">The place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NumberOf(long place) => NumberOf(place, words, before);

    /// <summary>The numbers of members.</summary>
    /// <param name="places">Their places.</param>
    /// <param name="numbers">Takes one number each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void NumbersOf(ReadOnlySpan<long> places, Span<int> numbers)
    {
        var (all, counts) = (words, before);
        for (var i = 0; i < places.Length; i++)
        {
            numbers[i] = NumberOf(places[i], all, counts);
        }
    }

    /// <summary>The place of a member.</summary>
    /// <param name="number">Its number.</param>
    public long PlaceOf(int number)
    {
        // The last word with no more members before it than this; words without members share their number with the next one.
        var word = Array.BinarySearch(before, (uint)number);
        word = word < 0 ? ~word - 1 : word;
        while (words[word] == 0 || (word + 1 < words.Length && before[word + 1] <= number))
        {
            word++;
        }

        var rest = words[word];
        for (var skip = number - (int)before[word]; skip > 0; skip--)
        {
            rest &= rest - 1;
        }

        return ((long)word << 6) + BitOperations.TrailingZeroCount(rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int NumberOf(long place, ulong[] all, uint[] counts)
    {
        var word = place >> 6;
        return (int)counts[word] + BitOperations.PopCount(all[word] & ((1UL << (int)place) - 1));
    }
}
