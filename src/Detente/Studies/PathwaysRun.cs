using System.Collections.Immutable;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Answers how kinds of future follow one another.</summary>
internal sealed class PathwaysRun
{
    private static readonly double[] Quarters = [0.25, 0.5, 0.75];
    private readonly PathwaysStudy study;
    private readonly CourseRun run;
    private readonly KindLayout layout;
    private readonly PathwayTree tree;
    private readonly long[][] draws;

    private PathwaysRun(PathwaysStudy study, CourseRun run)
    {
        this.study = study;
        this.run = run;
        layout = new KindLayout(run.Compiled, study.Model.Horizon!.StepsIn(study.Window));
        tree = new PathwayTree(layout.Kinds, study.MostChanges);
        draws = run.Walk([run.World], _ => new JoinedMeter(new KindMeter(layout), new PathwayMeter(tree, study.LeastStay)))[0];
    }

    private double StepYears => run.Compiled.StepYears;

    /// <summary>Runs the study.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="run">The run it is part of.</param>
    /// <exception cref="ArgumentException">A stay, a number of nodes or a share that makes no sense.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PathwaysResult Run(PathwaysStudy study, CourseRun run)
    {
        CourseDiagnostics.NeedKinds(study.Model);
        if (study.LeastStay < 1 || study.MostChanges < 0 || study.MostNodes < 1 || !(study.LeastShare is >= 0 and <= 1) || study.Window.Count <= 0)
        {
            throw new ArgumentException("A stay, a window, a number of nodes or a share that makes no sense.", nameof(study));
        }

        return new PathwaysRun(study, run).Result();
    }

    private PathwaysResult Result() => new(run.Provenance, run.Dates)
    {
        Windows = [.. Enumerable.Range(0, layout.Windows).Select(window => new WindowDominance(
            window * layout.WindowSteps,
            Math.Min((window + 1) * layout.WindowSteps, run.Compiled.StepCount),
            [.. Enumerable.Range(0, layout.Kinds).Select(kind => Share(layout.Dominant(window, kind)))]))],
        Kinds = [.. Enumerable.Range(0, layout.Kinds).Select(KindAt)],
        Tree = new PathwayBranches(study, tree, draws, layout.Width).Nodes(StartKind(), StepYears),
        Changes = tree.Depth,
    };

    /// <summary>The kind all runs begin in: the start is the same for all.</summary>
    private int StartKind() => Enumerable.Range(0, layout.Kinds).First(kind => draws[0][layout.Kind(kind) + KindLayout.Begin] > 0);

    private KindCourse KindAt(int kind)
    {
        var at = layout.Kind(kind);
        var moves = Enumerable.Range(0, layout.Kinds).Select(to => Move(kind, to)).ToImmutableArray();
        var ended = StayLengths.Ended(
            [.. draws.Select(draw => draw.AsSpan(layout.Ended(kind, 0), run.Dates.Length).ToArray())],
            [.. draws.Select(draw => draw.AsSpan(layout.CutOff(kind, 0), run.Dates.Length).ToArray())]);
        var stays = new KindStays(
            Number(at + KindLayout.Stays),
            Divided(at, new Columns(KindLayout.Steps, KindLayout.Departures, KindLayout.StepsSquared, KindLayout.DeparturesBySteps, KindLayout.DeparturesSquared), StepYears),
            TimeQuantiles.Of(0.5, ended),
            Divided(at, new Columns(KindLayout.Cut, KindLayout.Stays, KindLayout.Cut, KindLayout.CutByStays, KindLayout.StaysSquared), 1));
        return new KindCourse(new ScenarioId(kind), moves, stays, First(kind));
    }

    private KindMove Move(int from, int to)
    {
        var (pair, kind) = (layout.Pair(from, to), layout.Kind(from));
        return new KindMove(
            Number(pair),
            Ratio.Of(
                [.. draws.Select(draw => new RatioSums(draw[pair], draw[kind + KindLayout.Steps], draw[pair + 1], draw[pair + 2], draw[kind + KindLayout.StepsSquared]))],
                run.Paths,
                1 / StepYears));
    }

    private FirstPassage First(int kind)
    {
        var reached = new long[draws.Length];
        var byDate = ImmutableArray.CreateBuilder<Figure>(run.Dates.Length);
        for (var date = 0; date < run.Dates.Length; date++)
        {
            for (var draw = 0; draw < draws.Length; draw++)
            {
                reached[draw] += draws[draw][layout.First(kind, date)];
            }

            byDate.Add(TwoUncertainties.OfNumber(reached, reached, run.Paths));
        }

        var shares = byDate.MoveToImmutable();
        return new FirstPassage(shares, [.. Quarters.Select(share => TimeQuantiles.Of(share, shares))]);
    }

    private Figure? Divided(int at, Columns columns, double scale) => Ratio.Of(
        [.. draws.Select(draw => new RatioSums(draw[at + columns.X], draw[at + columns.Y], draw[at + columns.XX], draw[at + columns.XY], draw[at + columns.YY]))],
        run.Paths,
        scale);

    private Figure Share(int at) => TwoUncertainties.OfNumber([.. draws.Select(draw => draw[at])], [.. draws.Select(draw => draw[at])], run.Paths);

    private Figure Number(int at) => TwoUncertainties.OfNumber([.. draws.Select(draw => draw[at])], [.. draws.Select(draw => draw[at + 1])], run.Paths);

    private readonly record struct Columns(int X, int Y, int XX, int XY, int YY);
}
