namespace Detente.Cib;

/// <summary>Passes over all blocks on several threads, told of as one progress.</summary>
/// <param name="blocks">The blocks.</param>
/// <param name="passes">How many passes there will be.</param>
/// <param name="effort">Threads and progress.</param>
internal sealed class BlockSweep(SuccessorBlocks blocks, int passes, SweepEffort effort)
{
    // Small enough for cancellation to be prompt, large enough that handing it out costs nothing.
    private const int ChunkConfigurations = 1 << 15;
    private const int ProgressSteps = 1000;
    private readonly Lock gate = new();
    private long done;
    private long told;

    /// <summary>Takes one pass.</summary>
    /// <typeparam name="TWorker">What belongs to one thread.</typeparam>
    /// <param name="open">Opens a worker.</param>
    /// <param name="take">Takes a block with a worker: the place of its first configuration, and the places of the successors.</param>
    /// <param name="parts">What else there is to it.</param>
    /// <param name="cancellation">Stops the pass within some milliseconds.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Pass<TWorker>(Func<TWorker> open, TakeBlock<TWorker> take, PassParts<TWorker> parts, CancellationToken cancellation)
    {
        var chunk = Math.Max(1, ChunkConfigurations / blocks.Length);
        var options = new ParallelOptions { MaxDegreeOfParallelism = effort.Threads == 0 ? Environment.ProcessorCount : effort.Threads, CancellationToken = cancellation };
        Parallel.For(
            0,
            (blocks.Count + chunk - 1) / chunk,
            options,
            () => (Reader: blocks.Open(), Worker: open()),
            (number, _, local) =>
            {
                var end = Math.Min(blocks.Count, (number + 1) * chunk);
                for (var block = number * chunk; block < end; block++)
                {
                    var first = block * blocks.Length;
                    if (parts.Wants?.Invoke(first, blocks.Length) ?? true)
                    {
                        take(local.Worker, first, local.Reader.Read(block));
                    }
                }

                Report(end - (number * chunk));
                return local;
            },
            local =>
            {
                lock (gate)
                {
                    parts.Close?.Invoke(local.Worker);
                }
            });
    }

    private void Report(long more)
    {
        if (effort.Progress is null)
        {
            return;
        }

        lock (gate)
        {
            done += more;
            var step = (long)((double)done / blocks.Count / passes * ProgressSteps);
            if (step > told)
            {
                told = step;
                effort.Progress.Report((double)step / ProgressSteps);
            }
        }
    }
}

/// <summary>What else there is to a pass.</summary>
/// <typeparam name="TWorker">What belongs to one thread.</typeparam>
/// <param name="Wants">Whether a block is taken, by the place of its first configuration and its length; null: all are.</param>
/// <param name="Close">Closes a worker, one at a time; or null.</param>
internal readonly record struct PassParts<TWorker>(Func<long, int, bool>? Wants, Action<TWorker>? Close);

/// <summary>Takes a block.</summary>
/// <typeparam name="TWorker">What belongs to one thread.</typeparam>
/// <param name="worker">The thread's own.</param>
/// <param name="first">The place of the block's first configuration.</param>
/// <param name="next">The places of the successors.</param>
internal delegate void TakeBlock<in TWorker>(TWorker worker, long first, ReadOnlySpan<long> next);

/// <summary>With what basins are counted.</summary>
internal sealed record SweepEffort
{
    /// <summary>Threads to use; 0 (default): one per core. Changes no figure.</summary>
    public int Threads { get; init; }

    /// <summary>Told now and then which share is done, 0 to 1; one call at a time. Default null: nobody.</summary>
    public IProgress<double>? Progress { get; init; }
}
