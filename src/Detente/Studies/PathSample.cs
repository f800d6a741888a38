using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Walks a few of the paths of a plan again and keeps them whole.</summary>
/// <remarks>
/// Stratified over the draws: no draw has two paths more than another one. Path numbers are keys of random numbers, so the first paths of a draw
/// are as good as any others. Cost: some 30 walks; memory: a number a date and path.
/// </remarks>
internal static class PathSample
{
    /// <summary>As many paths are kept, or all when there are fewer: enough to see a share of one in ten, few enough for half a page.</summary>
    public const int MostPaths = 30;

    /// <summary>The sampled paths: by the kind at the end, then by the one that dominates, then by draw and path.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="world">Under which rules.</param>
    /// <param name="cancellation">Stops between two paths.</param>
    /// <returns>None when the model names no kinds of future.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<SampledPath> Of(PathPlan plan, PathRules world, CancellationToken cancellation)
    {
        if (plan.Model.Model.Scenarios.IsEmpty)
        {
            return [];
        }

        var simulator = new PathSimulator(plan.Model, world);
        var paths = new List<SampledPath>();
        foreach (var draw in Chosen(plan.Draws, plan.Paths).GroupBy(one => one.Draw))
        {
            var numbers = plan.IsSampled ? plan.Model.Numbers.Sample(plan.Seed, (ulong)draw.Key) : plan.Model.Numbers.StatedPoints();
            var parameters = new DrawParameters(plan.Model, numbers);
            foreach (var (_, path) in draw)
            {
                cancellation.ThrowIfCancellationRequested();
                simulator.Start(parameters, KeyedNoise.PathKey(plan.Seed, (ulong)draw.Key, (ulong)path));
                paths.Add(Walk(simulator, plan.Steps, (draw.Key, path)));
            }
        }

        return [.. paths.OrderBy(path => path.Kinds[^1]).ThenBy(path => path.DominantKind).ThenBy(path => path.Draw).ThenBy(path => path.Path)];
    }

    /// <summary>Which paths are taken, draws from 1 and paths from 0, in this order.</summary>
    /// <param name="draws">Number of draws.</param>
    /// <param name="paths">Paths per draw.</param>
    public static IEnumerable<(int Draw, int Path)> Chosen(int draws, int paths)
    {
        var kept = (int)Math.Min(MostPaths, (long)draws * paths);
        for (var i = 0; i < kept; i++)
        {
            // Fewer draws than paths to keep: round after round one path of each; otherwise draws at even distances.
            yield return draws <= kept ? ((i % draws) + 1, i / draws) : ((int)((((2L * i) + 1) * draws) / (2L * kept)) + 1, 0);
        }
    }

    private static SampledPath Walk(PathSimulator simulator, int steps, (int Draw, int Path) name)
    {
        var kinds = ImmutableArray.CreateBuilder<int>(steps + 1);
        var severe = ImmutableArray.CreateBuilder<SevereEvent>();
        kinds.Add(simulator.View.Scenario);
        for (var step = 0; step < steps; step++)
        {
            simulator.MoveMeasures();
            simulator.Happen();
            if (Gravest(simulator, step) is { } gravest)
            {
                severe.Add(gravest);
            }

            simulator.Move();
            kinds.Add(simulator.View.Scenario);
        }

        return new SampledPath(name.Draw, name.Path, kinds.MoveToImmutable(), severe.ToImmutable());
    }

    private static SevereEvent? Gravest(PathSimulator simulator, int step)
    {
        SevereEvent? gravest = null;
        foreach (var happening in simulator.Happenings)
        {
            var severity = simulator.Model.Events[happening.Event].Outcomes[happening.Outcome].Severity;
            if (severity >= 0 && (gravest is null || severity > gravest.Value.Severity))
            {
                gravest = new SevereEvent(step, new EventId(happening.Event), happening.Outcome, severity);
            }
        }

        return gravest;
    }
}
