using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>The pushes on many lanes; the twin for one path is <see cref="PushField"/>.</summary>
/// <remarks>
/// A push that renews is as strong as its age says, the same for all lanes, so a lane only keeps when it came last; one that stacks keeps its
/// strength. Each lane knows by factor which pushes act on it, a bit each: most of many do not. Units are added and rounded once.
/// </remarks>
internal sealed class LanePushes
{
    /// <summary>The most pushes on one factor.</summary>
    public const int MostOnOneFactor = 32;

    /// <summary>The most steps that ages are kept for.</summary>
    public const int MostSteps = short.MaxValue;
    private const ulong SmallSum = 1 << 18; // with 99 states the divisor is 9,702
    private readonly LaneState state;
    private readonly CompiledPush[] pushes;
    private readonly int[] bitOf; // by push its place among those of its factor
    private readonly ulong[] there; // by push the lanes on which it acts
    private readonly short[][] renewedAt; // by factor: by lane and place among its pushes
    private readonly long[]?[] stacked; // by push that stacks: units by lane
    private readonly long[][] unitsByAge; // by factor: by place among its pushes and age
    private readonly int[][] numerators; // by factor: by place among its pushes and state
    private readonly bool[] stacks; // by factor whether one of its pushes does
    private readonly int[][] byFactor;
    private readonly int ages;
    private readonly uint[][] acting; // by factor and lane
    private readonly ulong[] onFactor;
    private readonly bool[] isOnFactor;

    /// <summary>Initialises the pushes.</summary>
    /// <param name="state">The lanes.</param>
    public LanePushes(LaneState state)
    {
        this.state = state;
        var model = state.Model;
        pushes = [.. model.Pushes];
        there = new ulong[pushes.Length * LaneState.Stride];
        stacked = [.. pushes.Select(push => push.Stacks ? new long[LaneWalk.MostLanes] : null)];
        ages = model.StepCount + 1;
        var places = pushes.Index().ToLookup(push => push.Item.Lean.Factor, push => push.Index);
        byFactor = [.. Enumerable.Range(0, model.Factors.Length).Select(factor => places[factor].ToArray())];
        renewedAt = [.. byFactor.Select(of => new short[of.Length * LaneWalk.MostLanes])];
        unitsByAge = [.. byFactor.Select(of => new long[of.Length * ages])];
        numerators = [.. byFactor.Select(of => of.SelectMany(push => pushes[push].Lean.Numerators.Select(numerator => (int)numerator)).ToArray())];
        stacks = [.. byFactor.Select(of => of.Any(push => pushes[push].Stacks))];
        bitOf = [.. pushes.Select((push, place) => Array.IndexOf(byFactor[push.Lean.Factor], place))];
        acting = [.. byFactor.Select(of => of.Length > 0 ? new uint[LaneWalk.MostLanes] : [])];
        onFactor = new ulong[model.Factors.Length * LaneState.Stride];
        isOnFactor = new bool[model.Factors.Length];
    }

    /// <summary>Begins with other parameters.</summary>
    public void Prepare()
    {
        for (var push = 0; push < pushes.Length; push++)
        {
            var units = Math.Clamp(state.Parameters.Pushes[push], -pushes[push].Cap, pushes[push].Cap);
            foreach (ref var byAge in unitsByAge[pushes[push].Lean.Factor].AsSpan(bitOf[push] * ages, ages))
            {
                byAge = units;
                units = PushUnits.Decayed(units, pushes[push].DecayPerStep);
            }
        }
    }

    /// <summary>Goes back to the start: no pushes.</summary>
    public void Reset()
    {
        Array.Clear(there);
        Array.Clear(onFactor);
        Array.Clear(isOnFactor);
        foreach (var lanes in acting)
        {
            Array.Clear(lanes);
        }
    }

    /// <summary>Ends the pushes whose condition, or whose measure, no longer holds.</summary>
    public void End()
    {
        Span<ulong> gone = stackalloc ulong[state.Words];
        for (var push = 0; push < pushes.Length; push++)
        {
            var compiled = pushes[push];
            var set = state.Set(there, push);
            if ((compiled.EndsWith < 0 && compiled.While < 0) || LaneMask.IsEmpty(set))
            {
                continue;
            }

            set.CopyTo(gone);
            if (compiled.EndsWith >= 0)
            {
                var agreed = state.Set(state.Phases.Agreed, compiled.EndsWith);
                var inForce = state.Set(state.Phases.InForce, compiled.EndsWith);
                for (var word = 0; word < set.Length; word++)
                {
                    set[word] &= agreed[word] | inForce[word];
                }
            }

            LaneMask.Keep(set, state.Conditions.Holds(compiled.While));
            LaneMask.Remove(gone, set);
            Remove(push, gone);
        }
    }

    private void Remove(int push, ReadOnlySpan<ulong> gone)
    {
        var factor = pushes[push].Lean.Factor;
        var on = state.Set(onFactor, factor);
        for (var word = 0; word < gone.Length; word++)
        {
            for (var bits = gone[word]; bits != 0; bits &= bits - 1)
            {
                ref var left = ref acting[factor][(word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits)];
                left &= ~(1U << bitOf[push]);
                on[word] &= left == 0 ? ~(bits & (~bits + 1)) : ulong.MaxValue;
            }
        }
    }

    /// <summary>Whether a factor is pushed on a lane; after <see cref="End"/>.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="lane">The lane.</param>
    public bool IsOn(int factor, int lane) => isOnFactor[factor] && acting[factor][lane] != 0;

    /// <summary>The lanes on which a factor is pushed; none given where there are none.</summary>
    /// <param name="factor">The factor.</param>
    public ReadOnlySpan<ulong> On(int factor) => isOnFactor[factor] ? state.Set(onFactor, factor) : [];

    /// <summary>Adds what pushes do to the balance of a factor on a lane, in hundredths of a point: all together, rounded once.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="balance">One number per state.</param>
    public void AddTo(int factor, int lane, Span<int> balance)
    {
        for (var s = 0; s < balance.Length; s++)
        {
            var total = 0L;
            for (var bits = acting[factor][lane]; bits != 0; bits &= bits - 1)
            {
                var place = BitOperations.TrailingZeroCount(bits);
                total += Units(factor, place, lane) * numerators[factor][(place * balance.Length) + s];
            }

            balance[s] += Points(total, balance.Length);
        }
    }

    /// <summary>Adds what pushes do to the balances of a factor of two to four states on some lanes, in hundredths of a point.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="lanes">The lanes.</param>
    /// <param name="points">Four numbers a lane, by state.</param>
    public void AddTo(int factor, ReadOnlySpan<ushort> lanes, Span<int> points)
    {
        var states = state.Model.Factors[factor].States;
        var reciprocal = Reciprocal((uint)Impacts.LeanDenominator(states));
        var (on, count, isPlain, step) = (acting[factor], byFactor[factor].Length, !stacks[factor], state.Step);
        ref var at = ref MemoryMarshal.GetArrayDataReference(renewedAt[factor]);
        ref var byAge = ref MemoryMarshal.GetArrayDataReference(unitsByAge[factor]);
        ref var of = ref MemoryMarshal.GetArrayDataReference(numerators[factor]);
        for (var i = 0; i < lanes.Length; i++)
        {
            var (lane, a, b, c, d) = (lanes[i], 0L, 0L, 0L, 0L);
            for (var bits = on[lane]; bits != 0; bits &= bits - 1)
            {
                var place = BitOperations.TrailingZeroCount(bits);
                var units = isPlain
                    ? Unsafe.Add(ref byAge, (place * ages) + step - 1 - Unsafe.Add(ref at, (lane * count) + place))
                    : Units(factor, place, lane);
                ref var numerator = ref Unsafe.Add(ref of, place * states);
                a += units * numerator;
                b += units * Unsafe.Add(ref numerator, 1);
                c += states > 2 ? units * Unsafe.Add(ref numerator, 2) : 0;
                d += states > 3 ? units * Unsafe.Add(ref numerator, 3) : 0;
            }

            var to = points.Slice(4 * i, 4);
            to[0] += Points(a, reciprocal, states);
            to[1] += Points(b, reciprocal, states);
            to[2] += Points(c, reciprocal, states);
            to[3] += Points(d, reciprocal, states);
        }
    }

    /// <summary>Adds what pushes do to the lead of the upper over the lower of two neighbouring states of a factor, in hundredths of a point.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="moves">Who may move, and between which states.</param>
    public void AddLeads(int factor, LaneMoves moves)
    {
        if (!isOnFactor[factor])
        {
            return;
        }

        var states = state.Model.Factors[factor].States;
        var reciprocal = Reciprocal((uint)Impacts.LeanDenominator(states));
        var (lanes, count, isPlain, step) = (acting[factor], byFactor[factor].Length, !stacks[factor], state.Step);
        ref var at = ref MemoryMarshal.GetArrayDataReference(renewedAt[factor]);
        ref var byAge = ref MemoryMarshal.GetArrayDataReference(unitsByAge[factor]);
        ref var of = ref MemoryMarshal.GetArrayDataReference(numerators[factor]);
        for (var i = 0; i < moves.Count; i++)
        {
            var (lane, edge, above, below) = (moves.Lanes[i], moves.Edges[i], 0L, 0L);
            var bits = lanes[lane];
            if (bits == 0)
            {
                continue;
            }

            for (; bits != 0; bits &= bits - 1)
            {
                var place = BitOperations.TrailingZeroCount(bits);
                var units = isPlain
                    ? Unsafe.Add(ref byAge, (place * ages) + step - 1 - Unsafe.Add(ref at, (lane * count) + place))
                    : Units(factor, place, lane);
                above += units * Unsafe.Add(ref of, (place * states) + edge + 1);
                below += units * Unsafe.Add(ref of, (place * states) + edge);
            }

            moves.Leads[i] += Points(above, reciprocal, states) - Points(below, reciprocal, states);
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

    /// <summary>A push comes, or comes again, on some lanes: it is back at full strength, or adds up to its cap.</summary>
    /// <param name="push">The push.</param>
    /// <param name="lanes">The lanes.</param>
    public void Renew(int push, ReadOnlySpan<ulong> lanes)
    {
        var factor = pushes[push].Lean.Factor;
        var set = state.Set(there, push);
        var (at, count, place) = (renewedAt[factor], byFactor[factor].Length, bitOf[push]);
        for (var word = 0; word < lanes.Length; word++)
        {
            for (var bits = lanes[word]; bits != 0; bits &= bits - 1)
            {
                var lane = (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits);
                at[(lane * count) + place] = (short)state.Step;
                acting[factor][lane] |= 1U << place;
                if (stacked[push] is { } units)
                {
                    var before = LaneMask.Has(set, lane) ? units[lane] : 0;
                    units[lane] = Math.Clamp(before + state.Parameters.Pushes[push], -pushes[push].Cap, pushes[push].Cap);
                }
            }
        }

        LaneMask.Add(set, lanes);
        LaneMask.Add(state.Set(onFactor, factor), lanes);
        isOnFactor[factor] = true;
    }

    private long Units(int factor, int place, int lane) => stacked[byFactor[factor][place]] is { } sums
        ? sums[lane]
        : unitsByAge[factor][(place * ages) + state.Step - 1 - renewedAt[factor][(lane * byFactor[factor].Length) + place]];

    /// <summary>What a whole number is multiplied by, and then shifted by 32 bits, to be divided by another.</summary>
    private static ulong Reciprocal(uint by) => ((ulong.MaxValue >> 32) / by) + 1;

    /// <summary>The same as without the reciprocal, which does where the sum is small enough for it to be exact: y below 2^32 over the divisor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Points(long total, ulong reciprocal, int states)
    {
        var y = (ulong)(((200 * Math.Abs(total)) + (PushUnits.PerPoint * Impacts.LeanDenominator(states))) >> 17);
        if (y >= SmallSum)
        {
            return Points(total, states);
        }

        var points = (int)((y * reciprocal) >> 32);
        return total < 0 ? -points : points;
    }

    private static int Points(long total, int states) => Impacts.DivideRounded(100 * total, PushUnits.PerPoint * Impacts.LeanDenominator(states));
}
