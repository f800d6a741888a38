using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Claims;

/// <summary>What a path says to a quantity so far: a numerator and a denominator, whole numbers that add up over paths.</summary>
internal abstract class Gauge
{
    /// <summary>Begins a path, or begins to look at one.</summary>
    /// <param name="after">The step after which states count, since what is asked is what comes of it; its happenings count. -1: from the start.</param>
    public virtual void Begin(int after)
    {
    }

    /// <summary>Sees a step: the states of its snapshot, the measures as they stand after part 1, and what happens in it.</summary>
    /// <param name="view">The path.</param>
    /// <param name="happenings">What happens.</param>
    public virtual void See(PathView view, ReadOnlySpan<Happening> happenings)
    {
    }

    /// <summary>The figure at a date.</summary>
    /// <param name="view">The path at the snapshot of the date.</param>
    public abstract (long Numerator, long Denominator) Read(PathView view);

    /// <summary>How often what a quantity speaks of happened on the path so far; only of rates.</summary>
    public virtual long Happenings => 0;

    /// <summary>The gauge of a quantity.</summary>
    /// <param name="quantity">The quantity; its dates are not looked at.</param>
    /// <param name="nodeOf">The node of a condition in the model whose paths are read.</param>
    public static Gauge Of(Quantity quantity, Func<Condition, int> nodeOf) => quantity switch
    {
        Chance { Event: { } sought } => new EventGauge(sought),
        Chance { Condition: { } condition } => new EverGauge(nodeOf(condition)),
        Share share => new HoldsGauge(nodeOf(share.Condition)),
        MeanPosition mean => new PositionGauge(mean.Factor.Index),
        EventRate rate => new RateGauge(rate.Event, nodeOf(rate.While)),
        _ => throw new ArgumentException("A quantity of an unknown kind.", nameof(quantity)),
    };

    /// <summary>What one unit of the numerator over one of the denominator is worth.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="model">The model; it has a horizon.</param>
    public static double Scale(Quantity quantity, Model model) => quantity switch
    {
        MeanPosition mean => 1.0 / Math.Max(1, model.Factors[mean.Factor.Index].States.Length - 1),
        EventRate => 1 / model.Horizon!.StepYears,
        _ => 1,
    };

    private static int Count(EventReference sought, ReadOnlySpan<Happening> happenings)
    {
        var count = 0;
        foreach (var happening in happenings)
        {
            count += happening.Event == sought.Event.Index && (sought.Outcome is not { } outcome || outcome == happening.Outcome) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether an event has happened.</summary>
    private sealed class EventGauge(EventReference sought) : Gauge
    {
        private bool happened;

        public override void Begin(int after) => happened = false;

        public override void See(PathView view, ReadOnlySpan<Happening> happenings) => happened = happened || Count(sought, happenings) > 0;

        public override (long Numerator, long Denominator) Read(PathView view) => (happened ? 1 : 0, 1);
    }

    /// <summary>Whether a condition has held in a step or holds at the date.</summary>
    private sealed class EverGauge(int node) : Gauge
    {
        private bool held;
        private int first;

        public override void Begin(int after) => (held, first) = (false, after + 1);

        public override void See(PathView view, ReadOnlySpan<Happening> happenings) => held = held || (view.Step >= first && view.Holds(node));

        public override (long Numerator, long Denominator) Read(PathView view) => (held || view.Holds(node) ? 1 : 0, 1);
    }

    /// <summary>Whether a condition holds at the date.</summary>
    private sealed class HoldsGauge(int node) : Gauge
    {
        public override (long Numerator, long Denominator) Read(PathView view) => (view.Holds(node) ? 1 : 0, 1);
    }

    /// <summary>Place of a factor's state among its states.</summary>
    private sealed class PositionGauge(int factor) : Gauge
    {
        public override (long Numerator, long Denominator) Read(PathView view) => (view.States[factor], 1);
    }

    /// <summary>How often an event happened in steps in which a condition held, and how many of these there were.</summary>
    private sealed class RateGauge(EventReference sought, int node) : Gauge
    {
        private long all;
        private long counted;
        private long steps;

        public override long Happenings => all;

        public override void Begin(int after) => (all, counted, steps) = (0, 0, 0);

        public override void See(PathView view, ReadOnlySpan<Happening> happenings)
        {
            var count = Count(sought, happenings);
            all += count;
            if (view.Holds(node))
            {
                counted += count;
                steps++;
            }
        }

        public override (long Numerator, long Denominator) Read(PathView view) => (counted, steps);
    }
}
