using System.Numerics;
using Detente.Simulation;

namespace Detente.Claims;

/// <summary>
/// Reads what follows the first occurrence of an event: on the paths as they are, then on the same paths with this occurrence left out.
/// Paths whose window does not fit into the horizon, or on which the event does not happen, are not counted.
/// </summary>
/// <param name="gauge">The quantity.</param>
/// <param name="e">The event.</param>
/// <param name="window">How many steps after it are read.</param>
/// <param name="stepCount">Steps of the horizon.</param>
internal sealed class ResponseMeter(Gauge gauge, int e, int window, int stepCount) : LaneMeter
{
    private const int WithoutOffset = 2;
    private readonly ulong[] since = new ulong[stepCount * LaneState.Stride]; // by step the lanes on which it first happened then, where the window fits
    private readonly ulong[] had = new ulong[LaneState.Stride];
    private readonly ulong[] active = new ulong[LaneState.Stride];
    private readonly short[] occurrences = new short[LaneWalk.MostLanes];
    private int offset;

    /// <summary>Number of columns: paths counted; then for each step after the event numerator and denominator with it and without it.</summary>
    /// <param name="window">How many steps after it are read.</param>
    public static int Columns(int window) => 1 + (4 * window);

    /// <inheritdoc/>
    public override int Width => Columns(window);

    /// <summary>By lane the step in which the event first happened; -1: it did not.</summary>
    public ReadOnlySpan<short> Occurrences => occurrences;

    /// <summary>The last date that is read on any lane; -1: none is.</summary>
    public int LastDate { get; private set; }

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        Array.Clear(since);
        Array.Clear(had);
        Array.Fill(occurrences, (short)-1);
        LastDate = -1;
        BeginReading(0);
    }

    /// <summary>Begins the same paths again, with the occurrences left out.</summary>
    public void BeginWithout() => BeginReading(WithoutOffset);

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts)
    {
        var step = lanes.Step;
        if (offset == 0)
        {
            Find(lanes, counts);
        }

        var begun = since.AsSpan(step * LaneState.Stride, lanes.Words);
        gauge.Restart(begun);
        LaneMask.Add(active.AsSpan(0, lanes.Words), begun);
        if (step >= window)
        {
            LaneMask.Remove(active.AsSpan(0, lanes.Words), since.AsSpan((step - window) * LaneState.Stride, lanes.Words));
        }

        gauge.See(lanes, active.AsSpan(0, lanes.Words));
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        for (var lag = 0; lag < window && lag < lanes.Step; lag++)
        {
            var of = since.AsSpan((lanes.Step - 1 - lag) * LaneState.Stride, lanes.Words);
            if (!LaneMask.IsEmpty(of))
            {
                var (numerator, denominator) = gauge.Read(lanes, of);
                counts[1 + (4 * lag) + offset] += numerator;
                counts[2 + (4 * lag) + offset] += denominator;
            }
        }
    }

    private void BeginReading(int to)
    {
        offset = to;
        Array.Clear(active);
        gauge.Begin();
    }

    /// <summary>Notes on which lanes the event happens for the first time.</summary>
    private void Find(LaneWalk lanes, Span<long> counts)
    {
        foreach (var (lane, happening) in lanes.Happenings)
        {
            if (happening.Event != e || LaneMask.Has(had, lane))
            {
                continue;
            }

            LaneMask.Set(had, lane);
            occurrences[lane] = (short)lanes.Step;
            if (lanes.Step + window <= stepCount)
            {
                LaneMask.Set(since.AsSpan(lanes.Step * LaneState.Stride, LaneState.Stride), lane);
                LastDate = lanes.Step + window;
                counts[0]++;
            }
        }
    }
}
