using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Answers how far images are from the things, and what it would change if they were not.</summary>
internal sealed class PerceptionRun
{
    /// <summary>The most dates told, the last one apart.</summary>
    private const int MostDates = 40;

    private static readonly double[] Quantiles = [0.5, 0.9];
    private readonly PerceptionStudy study;
    private readonly CourseRun run;
    private readonly CourseLayout course;
    private readonly PerceptionLayout layout;

    private PerceptionRun(PerceptionStudy study, CourseRun run)
    {
        var grid = new TimeGrid(run.Compiled.StepCount, MostDates);
        (this.study, this.run) = (study, run);
        course = new CourseLayout(run.Compiled, grid);
        layout = new PerceptionLayout(run.Compiled, grid);
    }

    /// <summary>Runs the study.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="run">The run it is part of.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PerceptionResult Run(PerceptionStudy study, CourseRun run)
    {
        CourseDiagnostics.NeedImages(study.Model);
        return new PerceptionRun(study, run).Result();
    }

    private PerceptionResult Result()
    {
        var images = layout.Images;
        ImmutableArray<LaneWorld> worlds =
        [
            run.World,
            .. images.Select(image => Transparent([image])),
            .. images.Length > 1 ? [Transparent(images)] : (LaneWorld[])[],
        ];
        var counts = run.Walk(worlds, model => new JoinedMeter(new CourseMeter(model, course), new PerceptionMeter(model, layout)));
        var figures = new CourseFigures(study.Model, course, run.Paths);
        return new PerceptionResult(run.Provenance, figures.Dates, [.. images.Select((factor, image) =>
            Perception(image, counts[0], figures.Of(counts[0], counts[image + 1])))])
        {
            AllTransparent = images.Length > 1 ? figures.Of(counts[0], counts[^1]) : null,
        };
    }

    private LaneWorld Transparent(ImmutableArray<int> images) => new(ModelCompiler.Compile(Transparency.Of(study.Model, images)), run.Rules);

    private ImagePerception Perception(int image, long[][] draws, PairedCourse transparent)
    {
        Figure Number(int sum, int squares, double scale) =>
            TwoUncertainties.OfNumber(Column(draws, sum), Column(draws, squares), run.Paths, scale);
        ImmutableArray<Figure> ByDate(int column) => [.. Enumerable.Range(0, layout.Grid.Count).Select(place =>
            Number(course.Width + layout.Distance(image, place) + column, course.Width + layout.Distance(image, place) + 1, 1))];
        Figure OfPath(int at, double scale) => Number(course.Width + at, course.Width + at + 1, scale);
        return new ImagePerception(new FactorId(layout.Images[image]), ByDate(0), ByDate(2), transparent)
        {
            Worse = OfPath(layout.Worse(image), 1.0 / layout.Dates),
            Better = OfPath(layout.Better(image), 1.0 / layout.Dates),
            LongestSpell = OfPath(layout.Longest(image), 1),
            LongestSpells = LongestSpells(image, draws),
        };
    }

    private ImmutableArray<TimeQuantile> LongestSpells(int image, long[][] draws)
    {
        var within = new long[draws.Length];
        var rising = ImmutableArray.CreateBuilder<Figure>(layout.Dates + 1);
        for (var length = 0; length <= layout.Dates; length++)
        {
            for (var draw = 0; draw < draws.Length; draw++)
            {
                within[draw] += draws[draw][course.Width + layout.OfLength(image, length)];
            }

            rising.Add(TwoUncertainties.OfNumber(within, within, run.Paths));
        }

        var shares = rising.MoveToImmutable();
        return [.. Quantiles.Select(share => TimeQuantiles.Of(share, shares))];
    }

    private static long[] Column(long[][] draws, int at) => [.. draws.Select(draw => draw[at])];
}

/// <summary>A model in which images are true: what reads an image reads the thing.</summary>
internal static class Transparency
{
    /// <summary>The model with the thing in place of images in every influence and every condition; the images are still drawn, but nothing reads them. Random numbers and judged numbers keep their names.</summary>
    /// <param name="model">The model.</param>
    /// <param name="images">Places of the images.</param>
    public static Model Of(Model model, ImmutableArray<int> images)
    {
        var edit = new ConditionEdit(part => part is FactorIn atom && images.Contains(atom.Factor.Index) ? atom with { Factor = Thing(model, images, atom.Factor) } : null);
        return edit.In(model with
        {
            Influences = [.. model.Influences.Select(influence => images.Contains(influence.From.Index)
                ? influence with { From = Thing(model, images, influence.From), Name = KeyNames.Of(influence, model) }
                : influence)],
        });
    }

    // An image may be one of another image.
    private static FactorId Thing(Model model, ImmutableArray<int> images, FactorId factor)
    {
        for (var passed = 0; passed <= images.Length && images.Contains(factor.Index); passed++)
        {
            factor = model.Factors[factor.Index].Image!.Of;
        }

        return factor;
    }
}
