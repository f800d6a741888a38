using System.Collections.Immutable;
using Detente.Compiled;

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

/// <summary>What was counted in one draw.</summary>
/// <param name="Shares">Counts of paths.</param>
/// <param name="Sums">Sums of numbers.</param>
/// <param name="Squares">Sums of their squares.</param>
/// <param name="Differences">Against the first world.</param>
/// <param name="SquaredDifferences">Their squares.</param>
internal sealed record DrawCounts(int[] Shares, long[] Sums, long[] Squares, int[] Differences, int[] SquaredDifferences)
{
    /// <summary>Sums over the paths that have an error over the draws only.</summary>
    public required long[] Totals { get; init; }
}

/// <summary>Walks the paths of a plan, and counts them as they come with a <see cref="FuturesMeter"/> per world.</summary>
internal static class PathRun
{
    /// <summary>Walks all paths.</summary>
    /// <param name="plan">Which.</param>
    /// <param name="progress">Told how many paths are done, from any thread, one call at a time; or null.</param>
    /// <param name="cancellation">Stops within a step per thread.</param>
    /// <returns>Counts by world.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<WorldCounts> Walk(PathPlan plan, Action<long>? progress, CancellationToken cancellation)
    {
        var layout = new TallyLayout(plan.Model);
        var lanes = new LanePlan([.. plan.Worlds.Select(rules => new LaneWorld(plan.Model, rules))])
        {
            Seed = plan.Seed,
            Draws = plan.Draws,
            Paths = plan.Paths,
            IsSampled = plan.IsSampled,
            Steps = plan.Steps,
            Threads = plan.Threads,
        };
        var counts = LaneRun.Walk(lanes, _ => new FuturesMeter(layout, plan.Model), progress, cancellation);
        return [.. counts.Select(draws => Of(draws, layout))];
    }

    private static WorldCounts Of(long[][] draws, TallyLayout layout)
    {
        var totals = new long[layout.Totals];
        foreach (var draw in draws)
        {
            for (var i = 0; i < totals.Length; i++)
            {
                totals[i] += draw[layout.FirstTotal + i];
            }
        }

        var counts = ImmutableArray.CreateBuilder<DrawCounts>(draws.Length);
        for (var draw = 0; draw < draws.Length; draw++)
        {
            counts.Add(Of(draws[draw], layout));
            draws[draw] = []; // so that no draw is there twice: they are what the memory of a run with many of them is made of
        }

        return new WorldCounts(counts.MoveToImmutable(), totals, layout);
    }

    private static DrawCounts Of(long[] draw, TallyLayout layout) => new(
        [.. draw.AsSpan(0, layout.Shares).ToArray().Select(count => (int)count)],
        draw[layout.FirstSum..layout.FirstSquare],
        draw[layout.FirstSquare..layout.FirstDifference],
        [.. draw[layout.FirstDifference..layout.FirstSquaredDifference].Select(count => (int)count)],
        [.. draw[layout.FirstSquaredDifference..layout.FirstTotal].Select(count => (int)count)])
    {
        Totals = draw[layout.FirstTotal..],
    };
}
