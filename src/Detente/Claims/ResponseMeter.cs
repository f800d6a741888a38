using Detente.Compiled;
using Detente.Simulation;

namespace Detente.Claims;

/// <summary>
/// Reads what follows the first occurrence of an event: on the path as it is, then on the same path with this occurrence left out.
/// Paths whose window does not fit into the horizon, or on which the event does not happen, are not counted.
/// </summary>
/// <param name="gauge">The quantity.</param>
/// <param name="e">The event.</param>
/// <param name="window">How many steps after it are read.</param>
internal sealed class ResponseMeter(Gauge gauge, int e, int window) : PathMeter
{
    private readonly (long Numerator, long Denominator)[] with = new (long, long)[window];
    private readonly (long Numerator, long Denominator)[] without = new (long, long)[window];
    private (long Numerator, long Denominator)[] present = [];

    /// <summary>Number of columns: paths counted; then for each step after the event numerator and denominator with it and without it.</summary>
    /// <param name="window">How many steps after it are read.</param>
    public static int Width(int window) => 1 + (4 * window);

    /// <summary>The step in which the event first happened on the path; -1: it did not.</summary>
    public int Occurrence { get; private set; }

    /// <summary>The last date read; of a path on which the event happened.</summary>
    public int LastDate => Occurrence + window;

    /// <inheritdoc/>
    public override void Begin() => (Occurrence, present) = (-1, with);

    /// <summary>Begins the same path again, with the occurrence left out.</summary>
    public void BeginWithout()
    {
        present = without;
        gauge.Begin(Occurrence);
    }

    /// <inheritdoc/>
    public override void SeeStep(PathView view, ReadOnlySpan<Happening> happenings)
    {
        if (Occurrence < 0 && Happens(happenings))
        {
            Occurrence = view.Step;
            gauge.Begin(view.Step);
        }

        if (Occurrence >= 0 && view.Step >= Occurrence && view.Step < LastDate)
        {
            gauge.See(view, happenings);
        }
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(PathView view)
    {
        if (Occurrence >= 0 && view.Step > Occurrence && view.Step <= LastDate)
        {
            present[view.Step - Occurrence - 1] = gauge.Read(view);
        }
    }

    /// <summary>Nothing yet: the path must be walked again without the occurrence.</summary>
    /// <param name="columns">The columns of this meter.</param>
    public override void End(Span<long> columns)
    {
    }

    /// <summary>Adds the pair of paths up; only when both were walked to <see cref="LastDate"/>.</summary>
    /// <param name="columns">The columns of this meter.</param>
    public void EndWithout(Span<long> columns)
    {
        columns[0]++;
        for (var lag = 0; lag < window; lag++)
        {
            var at = columns.Slice(1 + (4 * lag), 4);
            at[0] += with[lag].Numerator;
            at[1] += with[lag].Denominator;
            at[2] += without[lag].Numerator;
            at[3] += without[lag].Denominator;
        }
    }

    private bool Happens(ReadOnlySpan<Happening> happenings)
    {
        foreach (var happening in happenings)
        {
            if (happening.Event == e)
            {
                return true;
            }
        }

        return false;
    }
}
