using Detente.Compiled;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Claims;

/// <summary>Walks paths of one world and lets its meters read them; where a meter asks for it, again with an event left out.</summary>
/// <remarks>One thread.</remarks>
internal sealed class WorldWalker
{
    private readonly PathSimulator simulator;
    private readonly (Reading Reading, PathMeter Meter)[] meters;
    private readonly int lastDate;
    private readonly (int Event, (Reading Reading, ResponseMeter Meter)[] Meters)[] leftOut;

    private WorldWalker(ClaimPlan plan, int world)
    {
        Model = plan.Worlds[world].Model;
        simulator = new PathSimulator(Model, plan.Worlds[world].Rules);
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

    /// <summary>Walks one path and adds up what was read.</summary>
    /// <param name="key">The path's key.</param>
    /// <param name="columns">All columns of the plan.</param>
    public void Walk(PathKey key, long[] columns)
    {
        foreach (var (_, meter) in meters)
        {
            meter.Begin();
        }

        simulator.Start(Parameters, key);
        See(lastDate);
        foreach (var (reading, meter) in meters)
        {
            meter.End(columns.AsSpan(reading.First, reading.Width));
        }

        foreach (var (e, responses) in leftOut)
        {
            LeaveOut(e, responses, key, columns);
        }
    }

    private void See(int last)
    {
        var view = simulator.View;
        SeeSnapshot(view);
        while (view.Step < last)
        {
            simulator.MoveMeasures();
            simulator.Happen();
            foreach (var (_, meter) in meters)
            {
                meter.SeeStep(view, simulator.Happenings);
            }

            simulator.Move();
            SeeSnapshot(view);
        }
    }

    private void SeeSnapshot(PathView view)
    {
        foreach (var (_, meter) in meters)
        {
            meter.SeeSnapshot(view);
        }
    }

    /// <summary>Walks the path again without the first occurrence of an event, for those whose window fits into the horizon.</summary>
    private void LeaveOut(int e, (Reading Reading, ResponseMeter Meter)[] responses, PathKey key, long[] columns)
    {
        var occurrence = responses[0].Meter.Occurrence; // the same for all: they read the same path
        var last = -1;
        foreach (var (_, meter) in responses)
        {
            meter.BeginWithout();
            last = Fits(meter) ? Math.Max(last, meter.LastDate) : last;
        }

        if (occurrence < 0 || last < 0)
        {
            return;
        }

        simulator.Start(Parameters, key);
        simulator.LeaveOut(e, occurrence);
        var view = simulator.View;
        while (view.Step < last)
        {
            simulator.MoveMeasures();
            simulator.Happen();
            foreach (var (_, meter) in responses)
            {
                meter.SeeStep(view, simulator.Happenings);
            }

            simulator.Move();
            foreach (var (_, meter) in responses)
            {
                meter.SeeSnapshot(view);
            }
        }

        foreach (var (reading, meter) in responses)
        {
            if (Fits(meter))
            {
                meter.EndWithout(columns.AsSpan(reading.First, reading.Width));
            }
        }
    }

    private bool Fits(ResponseMeter meter) => meter.LastDate <= Model.StepCount;
}
