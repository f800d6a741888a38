using System.Numerics;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Claims;

/// <summary>What paths walked side by side say to a quantity so far: a numerator and a denominator, whole numbers that add up over paths.</summary>
internal abstract class Gauge
{
    /// <summary>Begins with new paths, at their start.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>
    /// Begins anew on some lanes, in the present step and before <see cref="See"/>: its happenings count, its states do not, since what is asked
    /// is what comes of it.
    /// </summary>
    /// <param name="of">The lanes.</param>
    public virtual void Restart(ReadOnlySpan<ulong> of)
    {
    }

    /// <summary>Sees a step: the states of its snapshot, the measures as they stand after part 1, and what happens in it.</summary>
    /// <param name="lanes">The paths.</param>
    /// <param name="of">The lanes that are read.</param>
    public virtual void See(LaneWalk lanes, ReadOnlySpan<ulong> of)
    {
    }

    /// <summary>The figure at a date, summed over lanes.</summary>
    /// <param name="lanes">The paths at the snapshot of the date.</param>
    /// <param name="of">The lanes.</param>
    public abstract (long Numerator, long Denominator) Read(LaneWalk lanes, ReadOnlySpan<ulong> of);

    /// <summary>How often what a quantity speaks of happened on lanes so far; only of rates.</summary>
    /// <param name="of">The lanes.</param>
    public virtual long Happenings(ReadOnlySpan<ulong> of) => 0;

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

    private static bool Matches(EventReference sought, in Happening happening) =>
        happening.Event == sought.Event.Index && (sought.Outcome is not { } outcome || outcome == happening.Outcome);

    /// <summary>Whether an event has happened.</summary>
    private sealed class EventGauge(EventReference sought) : Gauge
    {
        private readonly ulong[] happened = new ulong[LaneState.Stride];

        public override void Begin() => Array.Clear(happened);

        public override void Restart(ReadOnlySpan<ulong> of) => LaneMask.Remove(happened.AsSpan(0, of.Length), of);

        public override void See(LaneWalk lanes, ReadOnlySpan<ulong> of)
        {
            foreach (var (lane, happening) in lanes.Happenings)
            {
                if (Matches(sought, happening) && LaneMask.Has(of, lane))
                {
                    LaneMask.Set(happened, lane);
                }
            }
        }

        public override (long Numerator, long Denominator) Read(LaneWalk lanes, ReadOnlySpan<ulong> of) =>
            (LaneMask.CountBoth(of, happened), LaneMask.Count(of));
    }

    /// <summary>Whether a condition has held in a step or holds at the date.</summary>
    private sealed class EverGauge(int node) : Gauge
    {
        private readonly ulong[] held = new ulong[LaneState.Stride];
        private readonly ulong[] begun = new ulong[LaneState.Stride]; // in this step

        public override void Begin()
        {
            Array.Clear(held);
            Array.Clear(begun);
        }

        public override void Restart(ReadOnlySpan<ulong> of)
        {
            LaneMask.Remove(held.AsSpan(0, of.Length), of);
            LaneMask.Add(begun.AsSpan(0, of.Length), of);
        }

        public override void See(LaneWalk lanes, ReadOnlySpan<ulong> of)
        {
            var holds = lanes.Holds(node);
            for (var word = 0; word < of.Length; word++)
            {
                held[word] |= holds[word] & of[word] & ~begun[word];
                begun[word] = 0;
            }
        }

        public override (long Numerator, long Denominator) Read(LaneWalk lanes, ReadOnlySpan<ulong> of)
        {
            var count = 0;
            var holds = lanes.Holds(node);
            for (var word = 0; word < of.Length; word++)
            {
                count += BitOperations.PopCount((held[word] | holds[word]) & of[word]);
            }

            return (count, LaneMask.Count(of));
        }
    }

    /// <summary>Whether a condition holds at the date.</summary>
    private sealed class HoldsGauge(int node) : Gauge
    {
        public override (long Numerator, long Denominator) Read(LaneWalk lanes, ReadOnlySpan<ulong> of) =>
            (LaneMask.CountBoth(of, lanes.Holds(node)), LaneMask.Count(of));
    }

    /// <summary>Place of a factor's state among its states.</summary>
    private sealed class PositionGauge(int factor) : Gauge
    {
        public override (long Numerator, long Denominator) Read(LaneWalk lanes, ReadOnlySpan<ulong> of)
        {
            var sum = 0L;
            for (var state = 1; state < lanes.Model.Factors[factor].States; state++)
            {
                sum += (long)state * LaneMask.CountBoth(of, lanes.InState(factor, state));
            }

            return (sum, LaneMask.Count(of));
        }
    }

    /// <summary>How often an event happened in steps in which a condition held, and how many of these there were.</summary>
    private sealed class RateGauge(EventReference sought, int node) : Gauge
    {
        private readonly int[] all = new int[LaneWalk.MostLanes];
        private readonly int[] counted = new int[LaneWalk.MostLanes];
        private readonly int[] steps = new int[LaneWalk.MostLanes];

        public override void Begin()
        {
            Array.Clear(all);
            Array.Clear(counted);
            Array.Clear(steps);
        }

        public override void Restart(ReadOnlySpan<ulong> of)
        {
            foreach (var lane in LaneMask.Lanes(of))
            {
                (all[lane], counted[lane], steps[lane]) = (0, 0, 0);
            }
        }

        public override void See(LaneWalk lanes, ReadOnlySpan<ulong> of)
        {
            var holds = lanes.Holds(node);
            foreach (var lane in LaneMask.Lanes(of))
            {
                steps[lane] += LaneMask.Has(holds, lane) ? 1 : 0;
            }

            foreach (var (lane, happening) in lanes.Happenings)
            {
                if (Matches(sought, happening) && LaneMask.Has(of, lane))
                {
                    all[lane]++;
                    counted[lane] += LaneMask.Has(holds, lane) ? 1 : 0;
                }
            }
        }

        public override (long Numerator, long Denominator) Read(LaneWalk lanes, ReadOnlySpan<ulong> of) => (Sum(counted, of), Sum(steps, of));

        public override long Happenings(ReadOnlySpan<ulong> of) => Sum(all, of);

        private static long Sum(int[] values, ReadOnlySpan<ulong> of)
        {
            var sum = 0L;
            foreach (var lane in LaneMask.Lanes(of))
            {
                sum += values[lane];
            }

            return sum;
        }
    }
}
