using Detente.Compiled;
using Detente.Simulation;

namespace Detente.Claims;

/// <summary>How many paths to walk, and with which seed.</summary>
/// <param name="Draws">Number of draws; 1 or more. With 1 every judged number stands at its stated point.</param>
/// <param name="Paths">Paths per draw; 2 or more.</param>
internal sealed record ClaimSampling(int Draws, int Paths)
{
    private const int Batches = 50;

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Threads; 1 or more. Changes no figure.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Number of groups of paths over which sums are kept apart: the draws; with one draw 50 batches of its paths, or of 2 paths each.</summary>
    public int Groups => Draws > 1 ? Draws : Math.Max(2, Math.Min(Batches, Paths / 2));

    /// <summary>Number of all paths.</summary>
    public long All => (long)Draws * Paths;

    /// <summary>The draw of a group, from 0.</summary>
    /// <param name="group">The group.</param>
    public int DrawOf(int group) => Draws > 1 ? group : 0;

    /// <summary>Its paths: the first, and the one after the last.</summary>
    /// <param name="group">The group.</param>
    public (int First, int End) PathsOf(int group) =>
        Draws > 1 ? (0, Paths) : ((int)((long)group * Paths / Groups), (int)((group + 1L) * Paths / Groups));
}

/// <summary>Walks every path in every world that is read, on several threads, and adds the readings up by groups.</summary>
/// <remarks>
/// Sums are whole numbers, so they do not depend on who walked what. No path is kept; memory: groups times columns.
/// Cost: paths times walks (<see cref="ClaimPlan.Walks"/>), each up to the last date that is read.
/// </remarks>
internal sealed class ClaimWalk
{
    private const int BlockPaths = LaneWalk.MostLanes - LaneMask.WordLanes; // with room for the lanes before the first, which begins a word
    private readonly ClaimPlan plan;
    private readonly ClaimSampling sampling;
    private readonly Action<long>? progress;
    private readonly Lock gate = new();
    private readonly long[][] sums;
    private readonly int blocksPerGroup;
    private long nextBlock = -1;
    private long done;

    private ClaimWalk(ClaimPlan plan, ClaimSampling sampling, Action<long>? progress)
    {
        this.plan = plan;
        this.sampling = sampling;
        this.progress = progress;
        sums = [.. Enumerable.Range(0, sampling.Groups).Select(_ => new long[plan.Columns])];
        var largest = (sampling.Draws > 1 ? sampling.Paths : (sampling.Paths / sampling.Groups) + 1);
        blocksPerGroup = (largest + BlockPaths - 1) / BlockPaths;
    }

    private long Blocks => (long)blocksPerGroup * sampling.Groups;

    /// <summary>Walks all paths.</summary>
    /// <param name="plan">What to walk and read.</param>
    /// <param name="sampling">How many paths.</param>
    /// <param name="progress">Told how many paths are done, from any thread, one call at a time; or null.</param>
    /// <param name="cancellation">Stops within a path per thread.</param>
    /// <returns>By group the sums of all columns.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static long[][] Run(ClaimPlan plan, ClaimSampling sampling, Action<long>? progress, CancellationToken cancellation)
    {
        var walk = new ClaimWalk(plan, sampling, progress);
        if (plan.Columns == 0)
        {
            return walk.sums;
        }

        var threads = (int)Math.Min(sampling.Threads, walk.Blocks);
        if (threads == 1)
        {
            walk.Work(cancellation);
        }
        else
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
            Parallel.For(0, threads, options, _ => walk.Work(cancellation));
        }

        return walk.sums;
    }

    private void Work(CancellationToken cancellation)
    {
        var walkers = WorldWalker.Of(plan);
        var columns = new long[plan.Columns];
        var draw = -1;
        for (var block = Interlocked.Increment(ref nextBlock); block < Blocks; block = Interlocked.Increment(ref nextBlock))
        {
            var group = (int)(block / blocksPerGroup);
            if (draw != sampling.DrawOf(group))
            {
                draw = sampling.DrawOf(group);
                Draw(walkers, draw);
            }

            var (start, end) = sampling.PathsOf(group);
            var first = Math.Min(end, start + ((int)(block % blocksPerGroup) * BlockPaths));
            var last = Math.Min(end, first + BlockPaths);
            var skipped = first % LaneMask.WordLanes;
            var paths = new LanePaths(sampling.Seed, (ulong)draw + 1, first - skipped, last - first + skipped) { Skipped = skipped };
            foreach (var walker in last > first ? walkers : [])
            {
                walker.Walk(paths, columns, cancellation);
            }

            Merge(group, last - first, columns);
        }
    }

    /// <summary>Makes the parameters of a draw, once for all worlds of one model.</summary>
    private void Draw(WorldWalker[] walkers, int draw)
    {
        var made = new Dictionary<CompiledModel, DrawParameters>(ReferenceEqualityComparer.Instance);
        foreach (var walker in walkers)
        {
            var model = walker.Model;
            if (!made.TryGetValue(model, out var parameters))
            {
                parameters = new DrawParameters(model, sampling.Draws > 1 ? model.Numbers.Sample(sampling.Seed, (ulong)draw + 1) : model.Numbers.StatedPoints());
                made.Add(model, parameters);
            }

            walker.Parameters = parameters;
        }
    }

    private void Merge(int group, int paths, long[] columns)
    {
        lock (gate)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                sums[group][column] += columns[column];
            }

            done += paths;
            progress?.Invoke(done);
        }

        Array.Clear(columns);
    }
}
