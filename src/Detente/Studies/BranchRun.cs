using System.Collections.Immutable;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Answers what another strategy from a date on changes.</summary>
internal static class BranchRun
{
    /// <summary>The most dates told, the last one apart.</summary>
    private const int MostDates = 125;

    /// <summary>Runs the study.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="run">The run it is part of.</param>
    /// <exception cref="ArgumentException">A strategy that the model does not have.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static BranchResult Run(BranchStudy study, CourseRun run)
    {
        if (study.Strategy is { } chosen && (chosen.Index < 0 || chosen.Index >= study.Model.Strategies.Length))
        {
            throw new ArgumentException("A strategy that the model does not have.", nameof(study));
        }

        var step = CourseDiagnostics.NeedStep(study.Model, study.From);
        var later = Later(study, run.Rules.Strategies);
        var branched = new LaneWorld(run.Compiled, run.Rules with { Later = new LaterStrategies(step, later) });
        var course = new CourseLayout(run.Compiled, new TimeGrid(run.Compiled.StepCount, MostDates));
        var figures = new CourseFigures(study.Model, course, run.Paths);
        var hasKinds = !study.Model.Scenarios.IsEmpty;
        var layout = new BranchLayout(run.Compiled);
        var counts = run.Walk([run.World, branched], model => hasKinds
            ? new JoinedMeter(new CourseMeter(model, course), new BranchMeter(model, layout, step))
            : new CourseMeter(model, course));
        return new BranchResult(run.Provenance, step, study.Model.Horizon!.DateOf(step), figures.Of(counts[0], counts[1]))
        {
            Later = [.. later.Select(strategy => new StrategyId(strategy))],
            Kinds = hasKinds ? new BranchFigures(layout, (counts[0], counts[1]), course.Width, run.Paths).Kinds() : [],
        };
    }

    /// <summary>The strategies followed from the branch on: the chosen one, and those before of which no actor follows it.</summary>
    private static ImmutableArray<int> Later(BranchStudy study, ImmutableArray<int> before)
    {
        if (study.Strategy is not { } chosen)
        {
            return [];
        }

        var actors = study.Model.Strategies[chosen.Index].Of;
        return [chosen.Index, .. before.Where(strategy => strategy != chosen.Index && !study.Model.Strategies[strategy].Of.Any(actors.Contains))];
    }
}

/// <summary>Makes figures of what a <see cref="BranchMeter"/> counted.</summary>
/// <param name="layout">Where the counts stand.</param>
/// <param name="worlds">By draw the counts of both worlds.</param>
/// <param name="offset">Where the counts begin.</param>
/// <param name="paths">Paths per draw.</param>
internal sealed class BranchFigures(BranchLayout layout, (long[][] Before, long[][] Branched) worlds, int offset, int paths)
{
    /// <summary>What comes of the runs by their kind at the branch.</summary>
    public ImmutableArray<BranchKind> Kinds() =>
    [
        .. Enumerable.Range(0, layout.Kinds).Where(kind => worlds.Before.Any(draw => draw[offset + kind] > 0)).Select(kind => new BranchKind(
            new ScenarioId(kind),
            TwoUncertainties.OfNumber(Column(worlds.Before, offset + kind), Column(worlds.Before, offset + kind), paths),
            [.. Enumerable.Range(0, layout.Kinds).Select(item => Paired(kind, item))],
            [.. Enumerable.Range(layout.Kinds, layout.Severities).Select(item => Paired(kind, item))])),
    ];

    private static long[] Column(long[][] draws, int at) => [.. draws.Select(draw => draw[at])];

    private PairedFigure Paired(int kind, int item)
    {
        var at = offset + layout.At(kind, item);
        Figure Share(long[][] draws) => Ratio.Of([.. draws.Select(draw => new RatioSums(draw[at], draw[offset + kind], draw[at], draw[at], draw[offset + kind]))], paths)!.Value;
        return new PairedFigure(
            Share(worlds.Before),
            Share(worlds.Branched),
            Ratio.Of([.. worlds.Branched.Select(draw => new RatioSums(draw[at + 1], draw[offset + kind], draw[at + 2], draw[at + 1], draw[offset + kind]))], paths)!.Value);
    }
}
