using System.Collections.Immutable;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Makes paired courses of what a <see cref="CourseMeter"/> counted.</summary>
/// <param name="model">The model.</param>
/// <param name="layout">Where the counts stand, from the first count on.</param>
/// <param name="paths">Paths per draw.</param>
internal sealed class CourseFigures(Model model, CourseLayout layout, int paths)
{
    private const double Half = 0.5;
    private const double NineTenths = 0.9;
    private static readonly Period QuietTime = new(1, TimeUnit.Year);

    /// <summary>The dates told.</summary>
    public ImmutableArray<DateOnly> Dates => [.. layout.Grid.Steps.Select(model.Horizon!.DateOf)];

    /// <summary>A world against the first one.</summary>
    /// <param name="reference">By draw the counts of the first world.</param>
    /// <param name="world">By draw the counts of the world.</param>
    /// <param name="turned">Whether the first world is told as the second, and the other way round.</param>
    public PairedCourse Of(long[][] reference, long[][] world, bool turned = false)
    {
        PairedSeries Series(int item, double scale) => Told(
            All(turned ? world : reference, item, 0, scale),
            All(turned ? reference : world, item, 0, scale),
            All(world, item, 2, scale, turned ? -1 : 1));
        return new PairedCourse(
            Dates,
            [.. Enumerable.Range(0, layout.Kinds).Select(kind => Series(layout.OfKind(kind), 1))],
            [.. Enumerable.Range(0, layout.Severities).Select(severity => Series(layout.OfSeverity(severity), 1))],
            [.. model.Factors.Index().Where(factor => factor.Item is { Scale: FactorScale.Ordered, States.Length: > 1 })
                .Select(factor => new FactorSeries(new FactorId(factor.Index), Series(layout.OfFactor(factor.Index), 1.0 / (factor.Item.States.Length - 1))))]);
    }

    private ImmutableArray<Figure> All(long[][] draws, int item, int offset, double scale, int sign = 1) => [.. Enumerable.Range(0, layout.Grid.Count).Select(place =>
    {
        var at = layout.At(item, place) + offset;
        return TwoUncertainties.OfNumber([.. draws.Select(draw => sign * draw[at])], [.. draws.Select(draw => draw[at + 1])], paths, scale);
    })];

    private PairedSeries Told(ImmutableArray<Figure> first, ImmutableArray<Figure> second, ImmutableArray<Figure> difference) => new(first, second, difference)
    {
        Largest = Largest(difference),
        HalfBy = Reaches(difference, Half),
        NineTenthsBy = Reaches(difference, NineTenths),
    };

    private LargestDifference? Largest(ImmutableArray<Figure> difference)
    {
        var best = -1;
        for (var place = 0; place < difference.Length; place++)
        {
            var isLarger = best < 0 || Math.Abs(difference[place].Mean) > Math.Abs(difference[best].Mean);
            best = isLarger && !PairedSeries.IsNoise(difference[place]) ? place : best;
        }

        return best < 0 ? null : new LargestDifference(best, difference[best], NoiseFrom(difference, best));
    }

    private int? NoiseFrom(ImmutableArray<Figure> difference, int after)
    {
        var (steps, quiet) = (layout.Grid.Steps, model.Horizon!.StepsIn(QuietTime));
        for (var from = after + 1; from < difference.Length; from++)
        {
            var isQuiet = true;
            for (var place = from; isQuiet && place < difference.Length && steps[place] <= steps[from] + quiet; place++)
            {
                isQuiet = PairedSeries.IsNoise(difference[place]);
            }

            if (isQuiet)
            {
                return from;
            }
        }

        return null;
    }

    /// <summary>The place from which on a part of the difference at the horizon is there.</summary>
    private static int? Reaches(ImmutableArray<Figure> difference, double part)
    {
        var final = difference[^1];
        if (PairedSeries.IsNoise(final))
        {
            return null;
        }

        var place = difference.Length - 1;
        while (place > 0 && difference[place - 1].Mean * Math.Sign(final.Mean) >= part * Math.Abs(final.Mean))
        {
            place--;
        }

        return place;
    }
}
