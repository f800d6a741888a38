using System.Runtime.CompilerServices;

namespace Detente.Cib;

/// <summary>Counts by end, added up from several threads: few ends are counted apart and added at the end, many in one place at once.</summary>
/// <param name="ends">Number of ends.</param>
internal sealed class EndCounts(int ends)
{
    // Up to here counts of a thread's own fit its cache; beyond, threads hardly ever meet at one count.
    private const int MostApart = 1 << 16;

    /// <summary>How many were counted, by end.</summary>
    public long[] Totals { get; } = new long[ends];

    /// <summary>Counts for one thread.</summary>
    public Part Open() => new(Totals, ends <= MostApart ? new long[ends] : null);

    /// <summary>Adds what a thread has counted; one at a time.</summary>
    /// <param name="part">Its counts.</param>
    public void Add(Part part)
    {
        for (var end = 0; end < (part.Own?.Length ?? 0); end++)
        {
            Totals[end] += part.Own![end];
        }
    }

    /// <summary>What one thread counts.</summary>
    /// <param name="totals">The totals.</param>
    /// <param name="own">Its own counts; null: it counts in the totals.</param>
    internal sealed class Part(long[] totals, long[]? own)
    {
        /// <summary>Its own counts, if it has any.</summary>
        public long[]? Own { get; } = own;

        /// <summary>Counts one.</summary>
        /// <param name="end">The number of the end.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int end)
        {
            if (Own is not null)
            {
                Own[end]++;
            }
            else
            {
                Interlocked.Increment(ref totals[end]);
            }
        }
    }
}
