using System.Numerics;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>The pushes on many lanes; the twin for one path is <see cref="PushField"/>.</summary>
/// <remarks>
/// A push that renews is as strong as its age says, the same for all lanes, so a lane only keeps when it came last; one that stacks keeps its
/// strength. What a single push of an age adds to a state is looked up; where several act, their units are added and rounded once.
/// </remarks>
internal sealed class LanePushes
{
    private readonly LaneState state;
    private readonly CompiledPush[] pushes;
    private readonly ulong[] there;
    private readonly short[] renewedAt; // by push and lane
    private readonly long[]?[] stacked; // by push that stacks: units by lane
    private readonly long[][] unitsByAge; // by push
    private readonly int[][] pointsByAge; // by push: age and state
    private readonly int[][] byFactor;
    private readonly ulong[] onFactor;
    private readonly bool[] isOnFactor;
    private readonly long[] above = new long[LaneWalk.MostLanes]; // sums over the pushes on a factor, for the upper state of each move
    private readonly long[] below = new long[LaneWalk.MostLanes];

    /// <summary>Initialises the pushes.</summary>
    /// <param name="state">The lanes.</param>
    public LanePushes(LaneState state)
    {
        this.state = state;
        var model = state.Model;
        pushes = [.. model.Pushes];
        there = new ulong[pushes.Length * LaneState.Stride];
        renewedAt = new short[pushes.Length * LaneWalk.MostLanes];
        stacked = [.. pushes.Select(push => push.Stacks ? new long[LaneWalk.MostLanes] : null)];
        unitsByAge = [.. pushes.Select(push => push.Stacks ? [] : new long[model.StepCount + 1])];
        pointsByAge = [.. pushes.Select(push => push.Stacks ? [] : new int[(model.StepCount + 1) * model.Factors[push.Lean.Factor].States])];
        var places = pushes.Index().ToLookup(push => push.Item.Lean.Factor, push => push.Index);
        byFactor = [.. Enumerable.Range(0, model.Factors.Length).Select(factor => places[factor].ToArray())];
        onFactor = new ulong[model.Factors.Length * LaneState.Stride];
        isOnFactor = new bool[model.Factors.Length];
    }

    /// <summary>The most steps that ages are kept for.</summary>
    public const int MostSteps = short.MaxValue;

    /// <summary>Begins with other parameters.</summary>
    public void Prepare()
    {
        for (var push = 0; push < pushes.Length; push++)
        {
            var units = Math.Clamp(state.Parameters.Pushes[push], -pushes[push].Cap, pushes[push].Cap);
            var numerators = pushes[push].Lean.Numerators;
            var byAge = unitsByAge[push];
            for (var age = 0; age < byAge.Length; age++)
            {
                byAge[age] = units;
                for (var s = 0; s < numerators.Length; s++)
                {
                    pointsByAge[push][(age * numerators.Length) + s] = Points(units * numerators[s], numerators.Length);
                }

                units = PushUnits.Decayed(units, pushes[push].DecayPerStep);
            }
        }
    }

    /// <summary>Goes back to the start: no pushes.</summary>
    public void Reset()
    {
        Array.Clear(there);
        Array.Clear(isOnFactor);
    }

    /// <summary>Ends the pushes whose condition, or whose measure, no longer holds, and sees which factors are pushed on which lanes.</summary>
    public void End()
    {
        for (var f = 0; f < byFactor.Length; f++)
        {
            isOnFactor[f] = false;
            if (byFactor[f].Length == 0)
            {
                continue;
            }

            var all = state.Set(onFactor, f);
            all.Clear();
            foreach (var push in byFactor[f])
            {
                var set = state.Set(there, push);
                var compiled = pushes[push];
                if (compiled.EndsWith >= 0)
                {
                    var agreed = state.Set(state.Phases.Agreed, compiled.EndsWith);
                    var inForce = state.Set(state.Phases.InForce, compiled.EndsWith);
                    for (var word = 0; word < set.Length; word++)
                    {
                        set[word] &= agreed[word] | inForce[word];
                    }
                }

                if (compiled.While >= 0)
                {
                    LaneMask.Keep(set, state.Conditions.Holds(compiled.While));
                }

                LaneMask.Add(all, set);
            }

            isOnFactor[f] = !LaneMask.IsEmpty(all);
        }
    }

    /// <summary>Whether a factor is pushed on a lane; after <see cref="End"/>.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="lane">The lane.</param>
    public bool IsOn(int factor, int lane) => isOnFactor[factor] && LaneMask.Has(onFactor.AsSpan(factor * LaneState.Stride, LaneState.Stride), lane);

    /// <summary>The lanes on which a factor is pushed; empty where there are none.</summary>
    /// <param name="factor">The factor.</param>
    public ReadOnlySpan<ulong> On(int factor) => isOnFactor[factor] ? state.Set(onFactor, factor) : [];

    /// <summary>Adds what pushes do to the balance of a factor on a lane, in hundredths of a point: all together, rounded once.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="balance">One number per state.</param>
    public void AddTo(int factor, int lane, Span<int> balance)
    {
        var (first, count) = Acting(factor, lane);
        if (count == 1 && !pushes[first].Stacks)
        {
            var points = pointsByAge[first].AsSpan(Age(first, lane) * balance.Length, balance.Length);
            for (var s = 0; s < balance.Length; s++)
            {
                balance[s] += points[s];
            }

            return;
        }

        for (var s = 0; s < balance.Length; s++)
        {
            balance[s] += Together(factor, lane, s);
        }
    }

    /// <summary>Adds what pushes do to the lead of the upper over the lower of two neighbouring states of a factor, in hundredths of a point.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="moves">Who may move, and between which states.</param>
    /// <param name="may">The same lanes as a set.</param>
    public void AddLeads(int factor, LaneMoves moves, ReadOnlySpan<ulong> may)
    {
        if (!isOnFactor[factor] || moves.Count == 0)
        {
            return;
        }

        Array.Clear(above, 0, moves.Count);
        Array.Clear(below, 0, moves.Count);
        foreach (var push in byFactor[factor])
        {
            AddUnits(push, moves, may);
        }

        var states = state.Model.Factors[factor].States;
        var on = state.Set(onFactor, factor);
        for (var word = 0; word < may.Length; word++)
        {
            for (var bits = may[word] & on[word]; bits != 0; bits &= bits - 1)
            {
                var place = moves.Places[(word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits)];
                moves.Leads[place] += Points(above[place], states) - Points(below[place], states);
            }
        }
    }

    private void AddUnits(int push, LaneMoves moves, ReadOnlySpan<ulong> may)
    {
        var numerators = pushes[push].Lean.Numerators.AsSpan();
        var (sums, byAge, last) = (stacked[push], unitsByAge[push], push * LaneWalk.MostLanes);
        for (var word = 0; word < may.Length; word++)
        {
            for (var bits = may[word] & there[(push * LaneState.Stride) + word]; bits != 0; bits &= bits - 1)
            {
                var lane = (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits);
                var place = moves.Places[lane];
                var units = sums is null ? byAge[state.Step - 1 - renewedAt[last + lane]] : sums[lane];
                above[place] += units * numerators[moves.Edges[place] + 1];
                below[place] += units * numerators[moves.Edges[place]];
            }
        }
    }

    /// <summary>One step's decay; only pushes that stack need to be told.</summary>
    public void Decay()
    {
        for (var push = 0; push < pushes.Length; push++)
        {
            if (stacked[push] is { } units)
            {
                for (var lane = 0; lane < state.Words * LaneMask.WordLanes; lane++)
                {
                    units[lane] = LaneMask.Has(state.Set(there, push), lane) ? PushUnits.Decayed(units[lane], pushes[push].DecayPerStep) : 0;
                }
            }
        }
    }

    /// <summary>A push comes, or comes again, on a lane: it is back at full strength, or adds up to its cap.</summary>
    /// <param name="push">The push.</param>
    /// <param name="lane">The lane.</param>
    public void Renew(int push, int lane)
    {
        var set = there.AsSpan(push * LaneState.Stride, LaneState.Stride);
        if (stacked[push] is { } units)
        {
            var before = LaneMask.Has(set, lane) ? units[lane] : 0;
            units[lane] = Math.Clamp(before + state.Parameters.Pushes[push], -pushes[push].Cap, pushes[push].Cap);
        }

        LaneMask.Set(set, lane);
        renewedAt[(push * LaneWalk.MostLanes) + lane] = (short)state.Step;
    }

    private int Age(int push, int lane) => state.Step - 1 - renewedAt[(push * LaneWalk.MostLanes) + lane];

    private (int First, int Count) Acting(int factor, int lane)
    {
        var (first, count) = (-1, 0);
        foreach (var push in byFactor[factor])
        {
            if (LaneMask.Has(there.AsSpan(push * LaneState.Stride, LaneState.Stride), lane))
            {
                first = count == 0 ? push : first;
                count++;
            }
        }

        return (first, count);
    }

    private int Together(int factor, int lane, int of)
    {
        var total = 0L;
        foreach (var push in byFactor[factor])
        {
            if (LaneMask.Has(there.AsSpan(push * LaneState.Stride, LaneState.Stride), lane))
            {
                var units = stacked[push] is { } sums ? sums[lane] : unitsByAge[push][Age(push, lane)];
                total += units * pushes[push].Lean.Numerators[of];
            }
        }

        return Points(total, state.Model.Factors[factor].States);
    }

    private static int Points(long total, int states) => Impacts.DivideRounded(100 * total, PushUnits.PerPoint * Impacts.LeanDenominator(states));
}
