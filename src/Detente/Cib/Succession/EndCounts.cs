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

    /// <summary>Counts for one thread, empty where it counts in the totals.</summary>
    public long[] Open() => ends <= MostApart ? new long[ends] : [];

    /// <summary>Counts ends.</summary>
    /// <param name="own">The thread's counts.</param>
    /// <param name="counted">Their numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Count(long[] own, ReadOnlySpan<int> counted)
    {
        if (own.Length == 0)
        {
            foreach (var end in counted)
            {
                Interlocked.Increment(ref Totals[end]);
            }

            return;
        }

        foreach (var end in counted)
        {
            own[end]++;
        }
    }

    /// <summary>Adds what a thread has counted; one thread at a time.</summary>
    /// <param name="own">Its counts.</param>
    public void Close(long[] own)
    {
        for (var end = 0; end < own.Length; end++)
        {
            Totals[end] += own[end];
        }
    }
}
