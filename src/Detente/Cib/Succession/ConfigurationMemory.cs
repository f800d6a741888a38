using System.Runtime.InteropServices;
using Detente.Numerics;

namespace Detente.Cib;

/// <summary>Configurations met, each with where it leads if that is known: a hash table of fixed size.</summary>
/// <remarks>Memory: a byte a factor and 16 bytes more for each configuration it can hold. For one thread.</remarks>
internal sealed class ConfigurationMemory
{
    private const int Unknown = -1;
    private readonly int factors;
    private readonly byte[] states;
    private readonly int[] slots;
    private readonly int[] ends;
    private readonly int[] distances;

    /// <summary>Initialises an empty memory.</summary>
    /// <param name="factors">Number of factors, each with at most 256 states.</param>
    /// <param name="capacity">How many configurations it can hold; a power of two.</param>
    public ConfigurationMemory(int factors, int capacity)
    {
        this.factors = factors;
        states = new byte[(long)factors * capacity];
        slots = new int[2 * capacity];
        ends = new int[capacity];
        distances = new int[capacity];
        Clear();
    }

    /// <summary>How many configurations it holds.</summary>
    public int Count { get; private set; }

    /// <summary>How many more it can hold.</summary>
    public int Room => ends.Length - Count;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Count = 0;
        Array.Fill(slots, Unknown);
    }

    /// <summary>Finds a configuration, or takes it in.</summary>
    /// <param name="x">One state per factor.</param>
    /// <param name="isNew">Whether it was taken in; where it leads is not known then.</param>
    /// <returns>Its place in the memory.</returns>
    public int Find(ReadOnlySpan<int> x, out bool isNew)
    {
        // Written behind the last one already, so that comparing is comparing bytes.
        var own = Count < ends.Length ? states.AsSpan(Count * factors, factors) : throw new InvalidOperationException("The memory is full.");
        for (var factor = 0; factor < factors; factor++)
        {
            own[factor] = (byte)x[factor];
        }

        var slot = (int)(Hash(own) & (ulong)(slots.Length - 1));
        while (slots[slot] != Unknown)
        {
            if (states.AsSpan(slots[slot] * factors, factors).SequenceEqual(own))
            {
                isNew = false;
                return slots[slot];
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        isNew = true;
        slots[slot] = Count;
        ends[Count] = Unknown;
        return Count++;
    }

    /// <summary>A configuration it holds.</summary>
    /// <param name="place">Its place.</param>
    public int[] Configuration(int place)
    {
        var x = new int[factors];
        for (var factor = 0; factor < factors; factor++)
        {
            x[factor] = states[(place * factors) + factor];
        }

        return x;
    }

    /// <summary>Where a configuration leads: the end, and in how many steps; null when not known.</summary>
    /// <param name="place">Its place.</param>
    public (int End, int Distance)? Known(int place) => ends[place] == Unknown ? null : (ends[place], distances[place]);

    /// <summary>Remembers where a configuration leads.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="end">The end, 0 or more.</param>
    /// <param name="distance">In how many steps.</param>
    public void Learn(int place, int end, int distance) => (ends[place], distances[place]) = (end, distance);

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            hash = KeyedNoise.Mix64(hash ^ word);
        }

        foreach (var single in bytes[^(bytes.Length % sizeof(ulong))..])
        {
            hash = KeyedNoise.Mix64(hash ^ single);
        }

        return hash;
    }
}
