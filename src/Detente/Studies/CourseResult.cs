using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>The course of a world against the same paths of another one.</summary>
/// <param name="Dates">The dates told, ascending: all of the horizon, or of a long one every second, third, ... and the last.</param>
/// <param name="Kinds">Share of runs in each kind of future, in declaration order.</param>
/// <param name="Severities">Share of runs with an event of at least each severity before the date, least grave first.</param>
/// <param name="Factors">Mean position of each ordered factor, 0 (its first state) to 1 (its last); factors without an order are left out.</param>
public sealed record PairedCourse(
    ImmutableArray<DateOnly> Dates,
    ImmutableArray<PairedSeries> Kinds,
    ImmutableArray<PairedSeries> Severities,
    ImmutableArray<FactorSeries> Factors);

/// <summary>The mean position of a factor in two worlds.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Series">Its positions.</param>
public sealed record FactorSeries(FactorId Factor, PairedSeries Series);

/// <summary>A figure by date in two worlds, and its difference path by path.</summary>
/// <param name="First">In the world compared with.</param>
/// <param name="Second">In the other world.</param>
/// <param name="Difference">The second less the first, from paired differences.</param>
public sealed record PairedSeries(ImmutableArray<Figure> First, ImmutableArray<Figure> Second, ImmutableArray<Figure> Difference)
{
    /// <summary>A difference of no more standard errors than this is within noise.</summary>
    public const double Errors = 2;

    /// <summary>The largest difference beyond noise; null when at every date it is within noise.</summary>
    public LargestDifference? Largest { get; init; }

    /// <summary>The place of the date from which on the difference is at least half of that at the horizon; null when that is within noise.</summary>
    public int? HalfBy { get; init; }

    /// <summary>The same for nine tenths of it.</summary>
    public int? NineTenthsBy { get; init; }

    /// <summary>Whether a difference is within noise: at most two standard errors, or nothing at all.</summary>
    /// <param name="difference">The difference.</param>
    public static bool IsNoise(Figure difference) => Math.Abs(difference.Mean) <= Errors * difference.StandardError;
}

/// <summary>Where a difference is largest.</summary>
/// <param name="At">Place of the date.</param>
/// <param name="Difference">The difference there.</param>
/// <param name="NoiseFrom">Place of the first later date from which on the difference stays within noise for a year, or up to the horizon; null: it does not.</param>
public sealed record LargestDifference(int At, Figure Difference, int? NoiseFrom);

/// <summary>When something has come about in a stated share of runs, or of stays; read off a figure that rises with time.</summary>
/// <remarks>The ends are where the figure with two standard errors more, or less, reaches the share (R. S. Woodruff 1952).</remarks>
/// <param name="Share">The share, 0 to 1.</param>
/// <param name="Steps">After how many steps; null: not within the horizon.</param>
/// <param name="Earliest">The earliest it may be; null: not within the horizon.</param>
/// <param name="Latest">The latest it may be; null: not within the horizon.</param>
public readonly record struct TimeQuantile(double Share, int? Steps, int? Earliest, int? Latest);
