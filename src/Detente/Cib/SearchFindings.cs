using System.Collections.Immutable;
using System.Numerics;

namespace Detente.Cib;

/// <summary>What the threads of a search have found together, and how far they are.</summary>
/// <remarks>Safe from any thread. Its content does not depend on the order in which things are found.</remarks>
/// <param name="list">Takes what is found.</param>
/// <param name="progress">Told now and then which share of the configurations is settled; or null.</param>
internal sealed class SearchFindings(ScenarioList list, IProgress<double>? progress)
{
    private const double Whole = 1L << 60;
    private const int Quiet = 4096;

    private readonly Lock gate = new();
    private readonly Lock told = new();
    private BigInteger count;
    private long settled;
    private int calls;

    /// <summary>How many configurations were found.</summary>
    public BigInteger Count => count;

    /// <summary>Those that are listed, in the order of the list.</summary>
    public ImmutableArray<ImmutableArray<int>> Listed => list.InOrder();

    /// <summary>Whether the list is proved: see <see cref="ScenarioList.IsProved"/>.</summary>
    public bool IsListProved => list.IsProved;

    /// <summary>Adds all configurations of a box; boxes must not overlap.</summary>
    /// <param name="configurations">How many there are.</param>
    /// <param name="open">The states of every factor in the box, one bit each.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many boxes were looked at for the list.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public long Add(BigInteger configurations, ReadOnlySpan<UInt128> open, CancellationToken cancellation)
    {
        lock (gate)
        {
            count += configurations;
            return list.Add(open, cancellation);
        }
    }

    /// <summary>A box is decided.</summary>
    /// <param name="share">Its share of the search, in 2^-60.</param>
    public void Settle(long share)
    {
        Interlocked.Add(ref settled, share);
        if (progress is not null && Interlocked.Increment(ref calls) % Quiet == 0)
        {
            // Read under a lock, so that what is told never goes back.
            lock (told)
            {
                progress.Report(Math.Min(1, Interlocked.Read(ref settled) / Whole));
            }
        }
    }
}
