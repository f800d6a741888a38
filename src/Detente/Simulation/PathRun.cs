using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Which paths to walk.</summary>
/// <param name="Model">The model.</param>
/// <param name="Worlds">Under which rules, each on the same random numbers; the first is what the others are compared with.</param>
internal sealed record PathPlan(CompiledModel Model, ImmutableArray<PathRules> Worlds)
{
    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of draws; 1 or more.</summary>
    public required int Draws { get; init; }

    /// <summary>Paths per draw; 2 or more.</summary>
    public required int Paths { get; init; }

    /// <summary>Whether the judged numbers are drawn; otherwise they stand at their stated points.</summary>
    public required bool IsSampled { get; init; }

    /// <summary>How many steps to walk; the whole horizon unless stated.</summary>
    public int Steps { get; init; } = Model.StepCount;

    /// <summary>Threads; 1 or more. Changes no figure.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>What was counted in one world.</summary>
/// <param name="Draws">Counts by draw; totals are in <paramref name="Totals"/> only.</param>
/// <param name="Totals">Totals over all draws.</param>
/// <param name="Layout">Where they stand.</param>
internal sealed record WorldCounts(ImmutableArray<DrawCounts> Draws, long[] Totals, TallyLayout Layout);

/// <summary>What was counted in one draw; see <see cref="PathTally"/>.</summary>
/// <param name="Shares">Counts of paths.</param>
/// <param name="Sums">Sums of numbers.</param>
/// <param name="Squares">Sums of their squares.</param>
/// <param name="Differences">Against the first world.</param>
/// <param name="SquaredDifferences">Their squares.</param>
internal sealed record DrawCounts(int[] Shares, long[] Sums, long[] Squares, int[] Differences, int[] SquaredDifferences);

/// <summary>Walks the paths of a plan on several threads and counts them as they come.</summary>
/// <remarks>
/// Work is cut into blocks of paths of one draw; counts are whole numbers, so the figures do not depend on who walked which block.
/// Memory: counts per thread, and the figures with an error per draw; no path is kept.
/// </remarks>
internal sealed class PathRun
{
    private const int BlockPaths = 256;
    private readonly PathPlan plan;
    private readonly TallyLayout layout;
    private readonly Action<long>? progress;
    private readonly Lock gate = new();
    private readonly DrawCounts?[][] finished;
    private readonly long[][] totals;
    private readonly Dictionary<int, Pending> pending = [];
    private readonly int blocksPerDraw;
    private long nextBlock = -1;
    private long done;

    private PathRun(PathPlan plan, Action<long>? progress)
    {
        this.plan = plan;
        this.progress = progress;
        layout = new TallyLayout(plan.Model);
        blocksPerDraw = (plan.Paths + BlockPaths - 1) / BlockPaths;
        finished = [.. plan.Worlds.Select(_ => new DrawCounts?[plan.Draws])];
        totals = [.. plan.Worlds.Select(_ => new long[layout.Totals])];
    }

    /// <summary>Walks all paths.</summary>
    /// <param name="plan">Which.</param>
    /// <param name="progress">Told how many paths are done, from any thread, one call at a time; or null.</param>
    /// <param name="cancellation">Stops within a path per thread.</param>
    /// <returns>Counts by world.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<WorldCounts> Walk(PathPlan plan, Action<long>? progress, CancellationToken cancellation)
    {
        var run = new PathRun(plan, progress);
        var threads = (int)Math.Min(plan.Threads, (long)run.blocksPerDraw * plan.Draws);
        if (threads == 1)
        {
            run.Work(cancellation);
        }
        else
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
            Parallel.For(0, threads, options, _ => run.Work(cancellation));
        }

        return [.. run.finished.Select((draws, world) => new WorldCounts([.. draws.Select(draw => draw!)], run.totals[world], run.layout))];
    }

    private void Work(CancellationToken cancellation)
    {
        var simulators = plan.Worlds.Select(world => new PathSimulator(plan.Model, world)).ToArray();
        var observers = plan.Worlds.Select(_ => new PathObserver(plan.Model, layout)).ToArray();
        var (draw, parameters) = (-1, (DrawParameters?)null);
        for (var block = Interlocked.Increment(ref nextBlock); block < (long)blocksPerDraw * plan.Draws; block = Interlocked.Increment(ref nextBlock))
        {
            if (draw != (int)(block / blocksPerDraw))
            {
                draw = (int)(block / blocksPerDraw);
                var noise = (ulong)draw + 1;
                parameters = new DrawParameters(plan.Model, plan.IsSampled ? plan.Model.Numbers.Sample(plan.Seed, noise) : plan.Model.Numbers.StatedPoints());
            }

            var first = (int)(block % blocksPerDraw) * BlockPaths;
            var last = Math.Min(first + BlockPaths, plan.Paths);
            for (var path = first; path < last; path++)
            {
                cancellation.ThrowIfCancellationRequested();
                var key = KeyedNoise.PathKey(plan.Seed, (ulong)draw + 1, (ulong)path);
                for (var world = 0; world < simulators.Length; world++)
                {
                    simulators[world].Start(parameters!, key);
                    observers[world].Walk(simulators[world], plan.Steps);
                    if (world > 0)
                    {
                        observers[world].Compare(observers[0]);
                    }
                }
            }

            Merge(draw, last - first, observers);
        }
    }

    private void Merge(int draw, int paths, PathObserver[] observers)
    {
        lock (gate)
        {
            if (!pending.TryGetValue(draw, out var waiting))
            {
                waiting = new Pending([.. observers.Select(_ => new PathTally(layout))]);
                pending.Add(draw, waiting);
            }

            for (var world = 0; world < observers.Length; world++)
            {
                waiting.Tallies[world].Add(observers[world].Tally);
                observers[world].Tally.Clear();
            }

            if (++waiting.Blocks == blocksPerDraw)
            {
                pending.Remove(draw);
                Finish(draw, waiting.Tallies);
            }

            done += paths;
            progress?.Invoke(done);
        }
    }

    private void Finish(int draw, PathTally[] tallies)
    {
        for (var world = 0; world < tallies.Length; world++)
        {
            var tally = tallies[world];
            finished[world][draw] = new DrawCounts(tally.Shares, tally.Sums, tally.Squares, tally.Differences, tally.SquaredDifferences);
            for (var i = 0; i < tally.Totals.Length; i++)
            {
                totals[world][i] += tally.Totals[i];
            }
        }
    }

    private sealed class Pending(PathTally[] tallies)
    {
        public PathTally[] Tallies { get; } = tallies;

        public int Blocks { get; set; }
    }
}
