using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>How much of the first year's change of states is the start that settles, not history.</summary>
internal static class Relaxation
{
    private const int MostPaths = 2000;
    private const int MostDraws = 50;

    /// <summary>
    /// The change of states in the first year with all events off, over that with events: both the mean number of factors that are not in their
    /// initial state at its end, on the same random numbers, from at most 2,000 paths of the first 50 draws. At most 1.
    /// </summary>
    /// <param name="plan">Which paths to take from; of a model with a horizon.</param>
    /// <param name="world">Under which rules.</param>
    /// <param name="cancellation">Stops the walk.</param>
    /// <returns>The share; null when nothing changes.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static double? Share(PathPlan plan, PathRules world, CancellationToken cancellation)
    {
        var draws = Math.Min(plan.Draws, MostDraws);
        var small = plan with
        {
            Worlds = [world, world with { EventsOff = true }],
            Draws = draws,
            Paths = Math.Min(plan.Paths, Math.Max(2, MostPaths / draws)),
            Steps = Math.Min(plan.Steps, plan.Model.Model.Horizon!.StepsIn(new Period(1, TimeUnit.Year))),
        };
        var counts = PathRun.Walk(small, null, cancellation);
        var changed = counts.Select(count => Changed(count, small)).ToArray();
        return changed[0] == 0 ? null : Math.Min(1, (double)changed[1] / changed[0]);
    }

    private static long Changed(WorldCounts counts, PathPlan plan)
    {
        var first = counts.Layout.StateAt + (plan.Steps * plan.Model.StatesInAll);
        var changed = 0L;
        foreach (var factor in plan.Model.Factors)
        {
            for (var state = 0; state < factor.States; state++)
            {
                changed += state == factor.Initial ? 0 : counts.Totals[first + factor.Offset + state];
            }
        }

        return changed;
    }
}
