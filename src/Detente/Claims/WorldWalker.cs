using Detente.Compiled;
using Detente.Simulation;

namespace Detente.Claims;

/// <summary>Walks paths of one world side by side and lets its meters read them; where a meter asks for it, again with an event left out.</summary>
/// <remarks>One thread.</remarks>
internal sealed class WorldWalker
{
    private readonly LaneWalk lanes;
    private readonly (Reading Reading, LaneMeter Meter)[] meters;
    private readonly int lastDate;
    private readonly (int Event, (Reading Reading, ResponseMeter Meter)[] Meters)[] leftOut;

    private WorldWalker(ClaimPlan plan, int world)
    {
        Model = plan.Worlds[world].Model;
        lanes = LaneWalk.Of(new LaneWorld(Model, plan.Worlds[world].Rules));
        meters = [.. plan.Readings.Where(reading => reading.World == world).Select(reading => (reading, reading.Meter()))];
        lastDate = meters.Max(meter => meter.Reading.LastDate);
        leftOut =
        [
            .. from meter in meters
               where meter.Meter is ResponseMeter
               group (meter.Reading, (ResponseMeter)meter.Meter) by meter.Reading.LeftOut into ofEvent
               select (ofEvent.Key, ofEvent.ToArray()),
        ];
    }

    /// <summary>The model.</summary>
    public CompiledModel Model { get; }

    /// <summary>The draw's parameters; set before the first path, of this thread.</summary>
    public DrawParameters Parameters { get; set; } = null!;

    /// <summary>One walker per world that is read.</summary>
    /// <param name="plan">The plan.</param>
    public static WorldWalker[] Of(ClaimPlan plan) =>
        [.. plan.Readings.Select(reading => reading.World).Distinct().Order().Select(world => new WorldWalker(plan, world))];

    /// <summary>Walks paths and adds up what was read.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="columns">All columns of the plan.</param>
    /// <param name="cancellation">Stops within a step.</param>
    public void Walk(LanePaths paths, long[] columns, CancellationToken cancellation)
    {
        lanes.Start(Parameters, paths);
        foreach (var (_, meter) in meters)
        {
            meter.Begin(lanes);
        }

        See(meters, lastDate, columns, cancellation);
        foreach (var (reading, meter) in meters)
        {
            meter.End(lanes, Of(reading, columns));
        }

        foreach (var (e, responses) in leftOut)
        {
            LeaveOut(e, responses, paths, columns, cancellation);
        }
    }

    private static Span<long> Of(Reading reading, long[] columns) => columns.AsSpan(reading.First, reading.Width);

    private void See(ReadOnlySpan<(Reading Reading, LaneMeter Meter)> seen, int last, long[] columns, CancellationToken cancellation)
    {
        SeeSnapshot(seen, columns);
        while (lanes.Step < last)
        {
            cancellation.ThrowIfCancellationRequested();
            lanes.MoveMeasures();
            lanes.Happen();
            foreach (var (reading, meter) in seen)
            {
                meter.SeeStep(lanes, Of(reading, columns));
            }

            lanes.Move();
            SeeSnapshot(seen, columns);
        }
    }

    private void SeeSnapshot(ReadOnlySpan<(Reading Reading, LaneMeter Meter)> seen, long[] columns)
    {
        foreach (var (reading, meter) in seen)
        {
            meter.SeeSnapshot(lanes, Of(reading, columns));
        }
    }

    /// <summary>Walks the paths again without the first occurrence of an event, as far as it is read.</summary>
    private void LeaveOut(int e, (Reading Reading, ResponseMeter Meter)[] responses, LanePaths paths, long[] columns, CancellationToken cancellation)
    {
        var last = responses.Max(response => response.Meter.LastDate);
        if (last < 0)
        {
            return;
        }

        lanes.Start(Parameters, paths);
        lanes.LeaveOut(e, responses[0].Meter.Occurrences); // the same for all: they read the same paths
        foreach (var (_, meter) in responses)
        {
            meter.BeginWithout();
        }

        See([.. responses.Select(response => (response.Reading, (LaneMeter)response.Meter))], last, columns, cancellation);
    }
}
