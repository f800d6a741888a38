using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Answers what a scheduled event changes.</summary>
internal static class EventEffectRun
{
    /// <summary>The most dates told, the last one apart.</summary>
    private const int MostDates = 125;

    /// <summary>Runs the study.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="run">The run it is part of.</param>
    /// <exception cref="ArgumentException">An event that the model does not have.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static EventEffectResult Run(EventEffectStudy study, CourseRun run)
    {
        if (study.Event.Index < 0 || study.Event.Index >= study.Model.Events.Length)
        {
            throw new ArgumentException("An event that the model does not have.", nameof(study));
        }

        var dates = CourseDiagnostics.NeedDates(study.Model, study.Event);
        var without = new LaneWorld(run.Compiled, run.Rules with { Staged = [new StagedEvent(study.Event.Index, false, -1)] });
        var course = new CourseLayout(run.Compiled, new TimeGrid(run.Compiled.StepCount, MostDates));
        var figures = new CourseFigures(study.Model, course, run.Paths);
        if (Windowless(study, run) is not { } closed)
        {
            var plain = run.Walk([run.World, without], model => new CourseMeter(model, course));
            return new EventEffectResult(run.Provenance, dates, figures.Of(plain[0], plain[1], turned: true));
        }

        var window = new WindowLayout(run.Compiled, Steps(study, run));
        var counts = run.Walk([run.World, without, closed], model => new JoinedMeter(new CourseMeter(model, course), new WindowMeter(model, window)));
        var rates = new WindowFigures(window, (counts[0], counts[2]), course.Width, run);
        return new EventEffectResult(run.Provenance, dates, figures.Of(counts[0], counts[1], turned: true))
        {
            Window = rates.Effect(study.Model, figures.Of(counts[0], counts[2], turned: true)),
        };
    }

    /// <summary>The world without the window; null when nothing asks for it, or it covers all steps or none.</summary>
    private static LaneWorld? Windowless(EventEffectStudy study, CourseRun run)
    {
        var edit = new ConditionEdit(part => part is During during && during.Event == study.Event ? new ConstantCondition(false) : null);
        var model = edit.In(study.Model);
        var inside = Steps(study, run).Count(step => step);
        return edit.HasReplaced && inside > 0 && inside < run.Compiled.StepCount ? new LaneWorld(ModelCompiler.Compile(model), run.Rules) : null;
    }

    private static bool[] Steps(EventEffectStudy study, CourseRun run)
    {
        var windows = StepMarks.During(study.Model, study.Model.Events[study.Event.Index]).ToList();
        return [.. Enumerable.Range(0, run.Compiled.StepCount).Select(step => windows.Exists(window => step >= window.First && step <= window.Last))];
    }
}

/// <summary>Makes figures of what a <see cref="WindowMeter"/> counted.</summary>
/// <param name="layout">Where the counts stand.</param>
/// <param name="worlds">By draw the counts as modelled, and without the window.</param>
/// <param name="offset">Where the counts begin.</param>
/// <param name="run">The run.</param>
internal sealed class WindowFigures(WindowLayout layout, (long[][] With, long[][] Without) worlds, int offset, CourseRun run)
{
    /// <summary>What the window changes.</summary>
    /// <param name="model">The model.</param>
    /// <param name="course">The course against the one without it.</param>
    public WindowEffect Effect(Model model, PairedCourse course) => new(
        layout.StepsInside,
        layout.StepsInside * run.Compiled.StepYears,
        [.. Enumerable.Range(0, model.Severities.Length).Select(severity => Rate(layout.Events + severity))],
        [.. Enumerable.Range(0, layout.Events).Select(Rate)],
        course);

    private WindowRate Rate(int item)
    {
        var (inside, outside) = (1 / (layout.StepsInside * run.Compiled.StepYears), 1 / (layout.StepsOutside * run.Compiled.StepYears));
        return new WindowRate(
            Number(worlds.With, item, WindowLayout.Inside, inside),
            Number(worlds.Without, item, WindowLayout.Inside, inside),
            Number(worlds.Without, item, WindowLayout.Difference, inside, -1),
            Number(worlds.With, item, WindowLayout.Outside, outside),
            Number(worlds.With, item, WindowLayout.Contrast, inside / layout.StepsOutside));
    }

    private Figure Number(long[][] draws, int item, int column, double scale, int sign = 1)
    {
        var at = offset + (item * WindowLayout.PerItem) + column;
        return TwoUncertainties.OfNumber([.. draws.Select(draw => sign * draw[at])], [.. draws.Select(draw => draw[at + 1])], run.Paths, scale);
    }
}
