using System.Numerics;
using System.Runtime.InteropServices;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Parts 2 and 3 of a step for many lanes; the twin for one path is <see cref="EventStage"/>.</summary>
/// <remarks>Events go one after the other over all lanes, so that the happenings of each lane stand in the order in which a single path finds them.</remarks>
internal sealed class LaneEvents
{
    /// <summary>The most multipliers of one event or outcome.</summary>
    public const int MostMultipliers = 64;
    private readonly LaneState state;
    private readonly LaneOdds odds;
    private readonly bool?[]?[]? staged;
    private readonly ulong[] multipliers;
    private readonly ulong[] outcomeMultipliers;
    private readonly ulong[] holding = new ulong[LaneWalk.MostLanes]; // by lane which multipliers hold, a bit each
    private readonly byte[] firstBytes = new byte[LaneWalk.MostLanes];
    private readonly short[] leftOutAt = new short[LaneWalk.MostLanes];
    private int leftOut = -1;
    private readonly ulong[] low = new ulong[LaneState.Stride];
    private readonly ulong[] open = new ulong[LaneState.Stride];
    private readonly ulong[] happened; // by event the lanes on which it happened in this step
    private readonly int[] firstOf; // by event where its happenings begin in the list
    private readonly int[] endOf;
    private readonly long[] outcomes;
    private readonly double[] weights;

    /// <summary>Initialises the stage.</summary>
    /// <param name="state">The lanes.</param>
    /// <param name="odds">The thresholds of events.</param>
    public LaneEvents(LaneState state, LaneOdds odds)
    {
        this.state = state;
        this.odds = odds;
        var events = state.Model.Events;
        staged = EventStage.Staged(state.Rules, state.Model);
        multipliers = new ulong[events.Select(of => of.Multipliers.Length).DefaultIfEmpty(0).Max() * LaneState.Stride];
        outcomeMultipliers = new ulong[events.Select(of => of.Outcomes.Sum(outcome => outcome.Multipliers.Length)).DefaultIfEmpty(0).Max() * LaneState.Stride];
        happened = new ulong[events.Length * LaneState.Stride];
        firstOf = new int[events.Length];
        endOf = new int[events.Length];
        var most = events.Select(of => of.Outcomes.Length).DefaultIfEmpty(0).Max();
        outcomes = new long[most];
        weights = new double[most];
    }

    /// <summary>Leaves an event out of one step on each lane.</summary>
    /// <param name="e">The event; -1: none.</param>
    /// <param name="steps">By lane the step; below 0: none.</param>
    public void LeaveOut(int e, ReadOnlySpan<short> steps)
    {
        leftOut = e;
        steps.CopyTo(leftOutAt);
    }

    /// <summary>The happenings of an event in this step, by lane, and by repeat where it repeats.</summary>
    /// <param name="e">The event.</param>
    public ReadOnlySpan<LaneHappening> HappeningsOf(int e) => CollectionsMarshal.AsSpan(state.Happenings)[firstOf[e]..endOf[e]];

    /// <summary>Finds what happens.</summary>
    public void Run()
    {
        state.Happenings.Clear();
        Array.Clear(happened);
        Array.Clear(firstOf);
        Array.Clear(endOf);
        if (state.Rules.EventsOff)
        {
            return;
        }

        foreach (var e in state.Model.RootEvents)
        {
            firstOf[e] = state.Happenings.Count;
            if (!Stage(e))
            {
                TryRoot(e);
            }

            endOf[e] = state.Happenings.Count;
        }

        if (state.Happenings.Count == 0 && staged is null)
        {
            return;
        }

        foreach (var e in state.Model.ChainEvents)
        {
            firstOf[e] = state.Happenings.Count;
            if (!Stage(e))
            {
                TryConsequence(e);
            }

            endOf[e] = state.Happenings.Count;
        }
    }

    private void RemoveLeftOut(int e, Span<ulong> lanes)
    {
        for (var lane = 0; e == leftOut && lane < lanes.Length * LaneMask.WordLanes; lane++)
        {
            lanes[lane / LaneMask.WordLanes] &= leftOutAt[lane] == state.Step ? ~(1UL << (lane % LaneMask.WordLanes)) : ulong.MaxValue;
        }
    }

    /// <summary>Does what is decided beforehand of an event in this step, if anything is.</summary>
    private bool Stage(int e)
    {
        var happens = staged?[e]?[state.Step];
        if (happens is true)
        {
            FindOutcomes(e);
            for (var lane = 0; lane < state.Words * LaneMask.WordLanes; lane++)
            {
                if (LaneMask.Has(state.Valid, lane) && (e != leftOut || leftOutAt[lane] != state.Step))
                {
                    Happen(lane, new Happening(e, 0, 0, e, state.Model.Events[e].Pathway));
                }
            }
        }

        return happens is not null;
    }

    private void TryRoot(int e)
    {
        var compiled = state.Model.Events[e];
        var dates = compiled.Origin == EventOrigin.Scheduled ? compiled.Dates[state.Step] : 1;
        var largest = state.Parameters.Events[e].Largest;
        if (dates == 0 || largest == 0)
        {
            return;
        }

        var lanes = open.AsSpan(0, state.Words);
        state.Conditions.Holds(compiled.When).CopyTo(lanes);
        LaneMask.Keep(lanes, state.Valid);
        RemoveLeftOut(e, lanes);
        if (LaneMask.IsEmpty(lanes))
        {
            return;
        }

        var stepKey = state.Noise.StepKey(compiled.Happens);
        var numbers = state.Scratch();
        state.Noise.Below(stepKey, largest, Thresholds.EventBits, numbers);
        LaneMask.Keep(lanes, numbers);
        if (LaneMask.IsEmpty(lanes))
        {
            return;
        }

        odds.Find(compiled.Multipliers, multipliers);
        FindOutcomes(e);
        if (compiled.Origin != EventOrigin.Repeating && !Narrow(e, stepKey, dates, lanes))
        {
            return;
        }

        holding.AsSpan(0, lanes.Length * LaneMask.WordLanes).Clear();
        for (var i = 0; i < compiled.Multipliers.Length; i++)
        {
            FindHolding(i, lanes);
        }

        if (compiled.Origin == EventOrigin.Repeating)
        {
            Repeat(e, stepKey, dates);
        }
        else
        {
            Once(e, stepKey, dates);
        }
    }

    /// <summary>Takes out the lanes whose first byte is too high for the event since a multiplier that would raise its chance does not hold there.</summary>
    private bool Narrow(int e, ulong stepKey, int dates, Span<ulong> lanes)
    {
        var bytes = firstBytes.AsSpan(0, state.Words * LaneMask.WordLanes);
        state.Noise.FirstBytes(stepKey, bytes);
        for (var i = 0; i < state.Model.Events[e].Multipliers.Length; i++)
        {
            if (odds.RootWithout(e, i, dates) is not { } most)
            {
                continue;
            }

            var holds = multipliers.AsSpan(i * LaneState.Stride, lanes.Length);
            LaneMask.AtMost(bytes, (byte)Math.Min(most >> (Thresholds.EventBits - 8), byte.MaxValue), low);
            for (var word = 0; word < lanes.Length; word++)
            {
                lanes[word] &= holds[word] | low[word];
            }
        }

        return !LaneMask.IsEmpty(lanes);
    }

    /// <summary>Notes the lanes on which a multiplier holds.</summary>
    private void FindHolding(int multiplier, ReadOnlySpan<ulong> lanes)
    {
        for (var word = 0; word < lanes.Length; word++)
        {
            for (var bits = lanes[word] & multipliers[(multiplier * LaneState.Stride) + word]; bits != 0; bits &= bits - 1)
            {
                holding[(word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits)] |= 1UL << multiplier;
            }
        }
    }

    private void Once(int e, ulong stepKey, int dates)
    {
        var pathway = state.Model.Events[e].Pathway;
        for (var word = 0; word < state.Words; word++)
        {
            for (var bits = open[word]; bits != 0; bits &= bits - 1)
            {
                var lane = (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits);
                if (state.Noise.IsBelow(firstBytes[lane], lane, stepKey, odds.Root(e, holding[lane], dates), Thresholds.EventBits))
                {
                    Happen(lane, new Happening(e, 0, 0, e, pathway));
                }
            }
        }
    }

    private void Repeat(int e, ulong stepKey, int dates)
    {
        for (var word = 0; word < state.Words; word++)
        {
            for (var bits = open[word]; bits != 0; bits &= bits - 1)
            {
                Repeat(e, (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits), stepKey, dates);
            }
        }
    }

    private void Repeat(int e, int lane, ulong stepKey, int dates)
    {
        var compiled = state.Model.Events[e];
        var times = state.Parameters.Events[e].Poisson(odds.Product(compiled.Multipliers, holding[lane]) * dates, state.Noise.Number(lane, stepKey, Thresholds.EventBits));
        for (var repeat = 0; repeat < times; repeat++)
        {
            Happen(lane, new Happening(e, 0, repeat, e, compiled.Pathway) { RootRepeat = repeat });
        }
    }

    private void TryConsequence(int e)
    {
        var compiled = state.Model.Events[e];
        var isReady = false;
        var lanes = open.AsSpan(0, state.Words);
        state.Conditions.Holds(compiled.When).CopyTo(lanes);
        RemoveLeftOut(e, lanes);
        for (var cause = 0; cause < compiled.Causes.Length; cause++)
        {
            var of = compiled.Causes[cause];
            if (firstOf[of.Event] == endOf[of.Event])
            {
                continue;
            }

            if (!isReady)
            {
                odds.Find(compiled.Multipliers, multipliers);
                FindOutcomes(e);
                isReady = true;
            }

            TryCause(e, cause, lanes);
            LaneMask.Remove(lanes, state.Set(happened, e));
        }
    }

    /// <summary>Tries one cause on the lanes on which nothing has led to the event yet.</summary>
    private void TryCause(int e, int cause, ReadOnlySpan<ulong> lanes)
    {
        var compiled = state.Model.Events[e];
        var of = compiled.Causes[cause];
        var when = state.Conditions.Holds(of.When);
        var stepKey = state.Noise.StepKey(of.Purpose);
        for (var i = firstOf[of.Event]; i < endOf[of.Event];)
        {
            var lane = state.Happenings[i].Lane;
            var (first, times) = (-1, 0);
            for (; i < endOf[of.Event] && state.Happenings[i].Lane == lane; i++)
            {
                if (of.Outcome < 0 || of.Outcome == state.Happenings[i].Happening.Outcome)
                {
                    first = times == 0 ? i : first;
                    times++;
                }
            }

            if (times == 0 || !LaneMask.Has(lanes, lane) || !LaneMask.Has(when, lane))
            {
                continue;
            }

            var threshold = odds.Cause(e, cause, LaneOdds.Holding(multipliers, compiled.Multipliers.Length, lane), times);
            if (state.Noise.IsBelow(lane, stepKey, threshold, Thresholds.EventBits))
            {
                var root = state.Happenings[first].Happening;
                Happen(lane, new Happening(e, 0, 0, root.Root, of.Pathway ?? root.Pathway) { RootRepeat = root.RootRepeat, Cause = of.Event });
            }
        }
    }

    private void FindOutcomes(int e)
    {
        if (state.Parameters.Events[e].Outcomes is not null)
        {
            return;
        }

        var at = 0;
        foreach (var outcome in state.Model.Events[e].Outcomes)
        {
            odds.Find(outcome.Multipliers, outcomeMultipliers.AsSpan(at));
            at += outcome.Multipliers.Length * LaneState.Stride;
        }
    }

    /// <summary>Notes a happening with the outcome it takes; without a possible outcome it does not happen.</summary>
    private void Happen(int lane, Happening happening)
    {
        var compiled = state.Model.Events[happening.Event];
        var cumulative = state.Parameters.Events[happening.Event].Outcomes ?? Multiplied(happening.Event, lane);
        if (cumulative[compiled.Outcomes.Length - 1] > 0)
        {
            var number = compiled.Outcomes.Length == 1
                ? 0
                : state.Noise.Number(lane, state.Noise.StepKey(PathState.Repeated(compiled.Turns, happening.Repeat)), Thresholds.EventBits);
            state.Happenings.Add(new LaneHappening(lane, happening with { Outcome = Thresholds.Pick(cumulative, number) }));
            LaneMask.Set(happened.AsSpan(happening.Event * LaneState.Stride, LaneState.Stride), lane);
        }
    }

    private long[] Multiplied(int e, int lane)
    {
        var compiled = state.Model.Events[e];
        var at = 0;
        for (var outcome = 0; outcome < compiled.Outcomes.Length; outcome++)
        {
            var rules = compiled.Outcomes[outcome].Multipliers;
            var held = LaneOdds.Holding(outcomeMultipliers.AsSpan(at), rules.Length, lane);
            weights[outcome] = state.Parameters.Events[e].Weights[outcome] * odds.Product(rules, held);
            at += rules.Length * LaneState.Stride;
        }

        Thresholds.Cumulate(weights.AsSpan(0, compiled.Outcomes.Length), Thresholds.EventBits, outcomes);
        return outcomes;
    }
}
