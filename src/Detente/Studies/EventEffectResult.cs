using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>What a scheduled event changes. In the course the first world is the one without it, the second the one as modelled.</summary>
/// <param name="Provenance">How it was made.</param>
/// <param name="On">Its dates within the horizon.</param>
/// <param name="Course">The course with it against the one without it.</param>
public sealed record EventEffectResult(ResultProvenance Provenance, ImmutableArray<DateOnly> On, PairedCourse Course) : StudyResult(Provenance)
{
    /// <summary>What its window changes; null when no condition asks for the window, or all steps or none lie in it.</summary>
    public WindowEffect? Window { get; init; }
}

/// <summary>What the window around an event changes.</summary>
/// <param name="StepsInside">Steps within the horizon that lie in it.</param>
/// <param name="Years">The years they make.</param>
/// <param name="Severities">Events of at least each severity, least grave first.</param>
/// <param name="Events">Every event, in declaration order.</param>
/// <param name="Course">The course as modelled (second) against the one without the window (first).</param>
public sealed record WindowEffect(
    int StepsInside,
    double Years,
    ImmutableArray<WindowRate> Severities,
    ImmutableArray<WindowRate> Events,
    PairedCourse Course);

/// <summary>Mean number a year, with and without a window.</summary>
/// <param name="Inside">In the steps of the window.</param>
/// <param name="WithoutWindow">In the same steps of the same paths, with the window taken away.</param>
/// <param name="Difference">The first less the second, from paired differences.</param>
/// <param name="Outside">In all other steps.</param>
/// <param name="Contrast">Inside less outside, run by run.</param>
public sealed record WindowRate(Figure Inside, Figure WithoutWindow, Figure Difference, Figure Outside, Figure Contrast);
