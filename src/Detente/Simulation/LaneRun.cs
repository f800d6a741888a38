using System.Collections.Immutable;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>A world to walk: a model and the rules of its paths.</summary>
/// <param name="Model">The model.</param>
/// <param name="Rules">The rules.</param>
internal sealed record LaneWorld(CompiledModel Model, PathRules Rules);

/// <summary>Which paths to walk in which worlds, all on the same random numbers; the first world is what the others are compared with.</summary>
/// <param name="Worlds">The worlds, one or more; all models have the same steps.</param>
internal sealed record LanePlan(ImmutableArray<LaneWorld> Worlds)
{
    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of draws; 1 or more.</summary>
    public required int Draws { get; init; }

    /// <summary>Paths per draw; 2 or more.</summary>
    public required int Paths { get; init; }

    /// <summary>Number of the first draw, from 1; with another one the same worlds are walked on fresh noise.</summary>
    public int FirstNoise { get; init; } = 1;

    /// <summary>Whether the judged numbers are drawn; otherwise they stand at their stated points.</summary>
    public required bool IsSampled { get; init; }

    /// <summary>How many steps to walk; the whole horizon unless stated.</summary>
    public int Steps { get; init; } = Worlds[0].Model.StepCount;

    /// <summary>Threads; 1 or more. Changes no figure.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>Walks the paths of a plan on several threads, and lets meters count them as they come.</summary>
/// <remarks>
/// Work is cut into batches of paths of one draw; counts are whole numbers, so the figures do not depend on who walked which batch.
/// Memory: counts per world and draw, and one batch per thread and world; no path is kept.
/// </remarks>
internal sealed class LaneRun
{
    private readonly LanePlan plan;
    private readonly Func<int, LaneMeter> meterOf;
    private readonly Action<long>? progress;
    private readonly Lock gate = new();
    private readonly long[][][] counts;
    private readonly int batchesPerDraw;
    private long nextBatch = -1;
    private long done;

    private LaneRun(LanePlan plan, Func<int, LaneMeter> meterOf, Action<long>? progress)
    {
        this.plan = plan;
        this.meterOf = meterOf;
        this.progress = progress;
        batchesPerDraw = (plan.Paths + LaneWalk.MostLanes - 1) / LaneWalk.MostLanes;
        counts = [.. plan.Worlds.Select((_, world) => Enumerable.Range(0, plan.Draws).Select(_ => new long[meterOf(world).Width]).ToArray())];
    }

    private long Batches => (long)batchesPerDraw * plan.Draws;

    /// <summary>Walks all paths.</summary>
    /// <param name="plan">Which.</param>
    /// <param name="meterOf">Makes a meter for a world; called once per world and thread, and once more for its width.</param>
    /// <param name="progress">Told how many paths are done in all worlds, from any thread, one call at a time; or null.</param>
    /// <param name="cancellation">Stops within a step per thread.</param>
    /// <returns>By world and draw the counts.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static long[][][] Walk(LanePlan plan, Func<int, LaneMeter> meterOf, Action<long>? progress, CancellationToken cancellation)
    {
        var run = new LaneRun(plan, meterOf, progress);
        var threads = (int)Math.Min(plan.Threads, run.Batches);
        if (threads == 1)
        {
            run.Work(cancellation);
        }
        else
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
            Parallel.For(0, threads, options, _ => run.Work(cancellation));
        }

        return run.counts;
    }

    private void Work(CancellationToken cancellation)
    {
        var walks = plan.Worlds.Select(LaneWalk.Of).ToArray();
        var meters = plan.Worlds.Select((_, world) => meterOf(world)).ToArray();
        var sums = meters.Select(meter => new long[meter.Width]).ToArray();
        var (draw, parameters) = (-1, Array.Empty<DrawParameters>());
        for (var batch = Interlocked.Increment(ref nextBatch); batch < Batches; batch = Interlocked.Increment(ref nextBatch))
        {
            if (draw != (int)(batch / batchesPerDraw))
            {
                draw = (int)(batch / batchesPerDraw);
                parameters = Draw(plan, draw);
            }

            var first = (int)(batch % batchesPerDraw) * LaneWalk.MostLanes;
            var paths = new LanePaths(plan.Seed, (ulong)(plan.FirstNoise + draw), first, Math.Min(LaneWalk.MostLanes, plan.Paths - first));
            for (var world = 0; world < walks.Length; world++)
            {
                walks[world].Start(parameters[world], paths);
                Walk(walks[world], meters[world], sums[world], cancellation);
                if (world > 0)
                {
                    meters[world].Compare(meters[0], walks[world], sums[world]);
                }
            }

            Merge(draw, paths.Count, sums);
        }
    }

    private void Walk(LaneWalk lanes, LaneMeter meter, long[] sums, CancellationToken cancellation)
    {
        meter.Begin(lanes);
        meter.SeeSnapshot(lanes, sums);
        while (lanes.Step < plan.Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            lanes.MoveMeasures();
            meter.SeeMeasures(lanes, sums);
            lanes.Happen();
            meter.SeeStep(lanes, sums);
            lanes.Move();
            meter.SeeMove(lanes, sums);
            meter.SeeSnapshot(lanes, sums);
        }

        meter.End(lanes, sums);
    }

    /// <summary>The parameters of a draw, once for all worlds of one model.</summary>
    private static DrawParameters[] Draw(LanePlan plan, int draw)
    {
        var made = new Dictionary<CompiledModel, DrawParameters>(ReferenceEqualityComparer.Instance);
        foreach (var model in plan.Worlds.Select(world => world.Model))
        {
            if (!made.ContainsKey(model))
            {
                made.Add(model, new DrawParameters(model, plan.IsSampled ? model.Numbers.Sample(plan.Seed, (ulong)(plan.FirstNoise + draw)) : model.Numbers.StatedPoints()));
            }
        }

        return [.. plan.Worlds.Select(world => made[world.Model])];
    }

    private void Merge(int draw, int paths, long[][] sums)
    {
        lock (gate)
        {
            for (var world = 0; world < sums.Length; world++)
            {
                var to = counts[world][draw];
                for (var i = 0; i < to.Length; i++)
                {
                    to[i] += sums[world][i];
                }
            }

            done += paths;
            progress?.Invoke(done);
        }

        foreach (var sum in sums)
        {
            Array.Clear(sum);
        }
    }
}
