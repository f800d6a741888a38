using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>How far images are from the things. In the courses the first world is the one as modelled, the second the one with transparency.</summary>
/// <param name="Provenance">How it was made.</param>
/// <param name="Dates">The dates told.</param>
/// <param name="Images">Each image, in declaration order of the factors.</param>
public sealed record PerceptionResult(ResultProvenance Provenance, ImmutableArray<DateOnly> Dates, ImmutableArray<ImagePerception> Images) : StudyResult(Provenance)
{
    /// <summary>What changes when all images are true at once; null when there is only one.</summary>
    public PairedCourse? AllTransparent { get; init; }
}

/// <summary>How far an image is from the thing.</summary>
/// <param name="Image">The image.</param>
/// <param name="Distance">Mean distance in states by date; above 0 where the holder reads the thing as worse than it is.</param>
/// <param name="AbsoluteDistance">Mean absolute distance in states by date.</param>
/// <param name="Transparent">What changes when everything that reads the image reads the thing.</param>
public sealed record ImagePerception(FactorId Image, ImmutableArray<Figure> Distance, ImmutableArray<Figure> AbsoluteDistance, PairedCourse Transparent)
{
    /// <summary>Share of all dates at which the holder reads the thing as worse than it is.</summary>
    public required Figure Worse { get; init; }

    /// <summary>Share of all dates at which the holder reads it as better.</summary>
    public required Figure Better { get; init; }

    /// <summary>Mean number of dates in a row of the longest spell of reading it as worse.</summary>
    public required Figure LongestSpell { get; init; }

    /// <summary>The number of dates in a row that a half, and nine tenths, of the longest spells do not pass.</summary>
    public required ImmutableArray<TimeQuantile> LongestSpells { get; init; }
}
