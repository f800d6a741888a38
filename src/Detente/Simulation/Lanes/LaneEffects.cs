using System.Collections.Immutable;
using System.Numerics;
using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Part 5 of a step, and the pushes of part 6, for many lanes; the twin for one path is <see cref="EffectStage"/>.</summary>
internal sealed class LaneEffects
{
    private readonly LaneState state;
    private readonly LaneEvents events;
    private readonly LanePushes pushes;
    private readonly List<(int Effect, int Repeat)> acting = [];
    private readonly ulong[] owners = new ulong[LaneState.Stride];
    private readonly byte[] basis;
    private readonly byte[] placed;
    private readonly int[] moves;
    private readonly int[] moved;
    private readonly bool[] isMoved;
    private readonly ulong[] movedLanes;
    private readonly bool[] isPlaced;
    private ulong[] sets = new ulong[16 * LaneState.Stride]; // of what acts, in its order

    /// <summary>Initialises the stage.</summary>
    /// <param name="state">The lanes.</param>
    /// <param name="events">What happens.</param>
    /// <param name="pushes">The pushes.</param>
    public LaneEffects(LaneState state, LaneEvents events, LanePushes pushes)
    {
        this.state = state;
        this.events = events;
        this.pushes = pushes;
        var factors = state.Model.Factors.Length;
        (basis, placed) = (new byte[factors * LaneWalk.MostLanes], new byte[factors * LaneWalk.MostLanes]);
        (moves, moved) = (new int[factors * LaneWalk.MostLanes], new int[factors * LaneWalk.MostLanes]);
        movedLanes = new ulong[factors * LaneState.Stride];
        (isMoved, isPlaced) = (new bool[factors], new bool[factors]);
    }

    /// <summary>Effects overridden in the step, over all lanes.</summary>
    public int Overridden { get; private set; }

    /// <summary>Applies the effects.</summary>
    public void Run()
    {
        Overridden = 0;
        acting.Clear();
        GatherEvents();
        GatherMeasures();
        if (acting.Count == 0)
        {
            return;
        }

        Move();
        Place();
        Forget();
    }

    /// <summary>Brings the pushes of this step; they act from the next step on.</summary>
    public void Push()
    {
        for (var i = 0; i < acting.Count; i++)
        {
            if (state.Model.Effects[acting[i].Effect] is { Kind: EffectKind.Push, Value: var push })
            {
                pushes.Renew(push, state.Set(sets, i));
            }
        }
    }

    private void GatherEvents()
    {
        for (var e = 0; e < state.Model.Events.Length; e++)
        {
            var happenings = events.HappeningsOf(e);
            if (happenings.IsEmpty)
            {
                continue;
            }

            var outcomes = state.Model.Events[e].Outcomes;
            for (var (repeat, last) = (0, LastRepeat(happenings)); repeat <= last; repeat++)
            {
                for (var outcome = 0; outcome < outcomes.Length; outcome++)
                {
                    if (!outcomes[outcome].Effects.IsEmpty && FindOwners(happenings, outcome, repeat))
                    {
                        Gather(outcomes[outcome].Effects, repeat);
                    }
                }
            }
        }
    }

    private static int LastRepeat(ReadOnlySpan<LaneHappening> happenings)
    {
        var last = 0;
        foreach (var (_, happening) in happenings)
        {
            last = Math.Max(last, happening.Repeat);
        }

        return last;
    }

    private bool FindOwners(ReadOnlySpan<LaneHappening> happenings, int outcome, int repeat)
    {
        var lanes = owners.AsSpan(0, state.Words);
        lanes.Clear();
        foreach (var (lane, happening) in happenings)
        {
            if (happening.Outcome == outcome && happening.Repeat == repeat)
            {
                LaneMask.Set(lanes, lane);
            }
        }

        return !LaneMask.IsEmpty(lanes);
    }

    private void GatherMeasures()
    {
        var measures = state.Model.Measures;
        for (var measure = 0; measure < measures.Length; measure++)
        {
            var inForce = state.Set(state.Phases.InForce, measure);
            if (!LaneMask.IsEmpty(inForce))
            {
                GatherInForce(measures[measure].Effects, inForce, state.Set(state.Phases.TookEffect, measure));
            }

            var early = state.Set(state.Phases.AgreedEarly, measure);
            if (!LaneMask.IsEmpty(early))
            {
                early.CopyTo(owners);
                Gather(measures[measure].Early, 0);
            }
        }
    }

    private void GatherInForce(ImmutableArray<int> effects, ReadOnlySpan<ulong> inForce, ReadOnlySpan<ulong> tookEffect)
    {
        foreach (var effect in effects)
        {
            var compiled = state.Model.Effects[effect];
            if (compiled.Kind is EffectKind.Hold or EffectKind.Multiply)
            {
                continue;
            }

            var lanes = owners.AsSpan(0, state.Words);
            if (compiled.RateSlot < 0)
            {
                tookEffect.CopyTo(lanes);
            }
            else
            {
                state.Noise.Below(state.Noise.StepKey(compiled.Rate), state.Parameters.Rates[effect], Thresholds.EventBits, lanes);
                LaneMask.Keep(lanes, inForce);
            }

            Gather(effect, 0);
        }
    }

    private void Gather(ImmutableArray<int> effects, int repeat)
    {
        foreach (var effect in effects)
        {
            Gather(effect, repeat);
        }
    }

    /// <summary>Takes in an effect on those lanes of its owners on which it acts.</summary>
    private void Gather(int effect, int repeat)
    {
        var compiled = state.Model.Effects[effect];
        if (sets.Length < (acting.Count + 1) * LaneState.Stride)
        {
            Array.Resize(ref sets, 2 * sets.Length);
        }

        var set = state.Set(sets, acting.Count);
        owners.AsSpan(0, set.Length).CopyTo(set);
        LaneMask.Keep(set, state.Valid);
        LaneMask.Keep(set, state.Conditions.Holds(compiled.When));
        if (compiled.ChanceSlot >= 0)
        {
            var stepKey = state.Noise.StepKey(PathState.Repeated(compiled.Chance, repeat));
            for (var word = 0; word < set.Length; word++)
            {
                for (var bits = set[word]; bits != 0; bits &= bits - 1)
                {
                    var lane = (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits);
                    if (!state.Noise.IsBelow(lane, stepKey, state.Parameters.Chances[effect], Thresholds.EventBits))
                    {
                        set[word] ^= bits & (~bits + 1);
                    }
                }
            }
        }

        if (!LaneMask.IsEmpty(set))
        {
            acting.Add((effect, repeat));
        }
    }

    private void Move()
    {
        for (var i = 0; i < acting.Count; i++)
        {
            var compiled = state.Model.Effects[acting[i].Effect];
            if (compiled.Kind != EffectKind.Move)
            {
                continue;
            }

            isMoved[compiled.Factor] = true;
            LaneMask.Add(state.Set(movedLanes, compiled.Factor), state.Set(sets, i));
            for (var word = 0; word < state.Words; word++)
            {
                for (var bits = sets[(i * LaneState.Stride) + word]; bits != 0; bits &= bits - 1)
                {
                    var at = (compiled.Factor * LaneWalk.MostLanes) + (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits);
                    moves[at] += compiled.Value;
                    moved[at]++;
                }
            }
        }

        for (var f = 0; f < isMoved.Length; f++)
        {
            if (isMoved[f])
            {
                state.HasChanged[f] = true;
                WalkAll(f);
            }
        }
    }

    private void WalkAll(int f)
    {
        var lanes = state.Set(movedLanes, f);
        for (var word = 0; word < lanes.Length; word++)
        {
            for (var bits = lanes[word]; bits != 0; bits &= bits - 1)
            {
                var lane = (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits);
                var at = (f * LaneWalk.MostLanes) + lane;
                state.Next[at] = (byte)Walk(f, lane, state.Next[at], moves[at]);
            }
        }
    }

    /// <summary>State by state, until the end, a barred state or a hold stops it.</summary>
    private int Walk(int f, int lane, int from, int by)
    {
        var at = from;
        for (var left = Math.Abs(by); left > 0; left--)
        {
            var next = at + Math.Sign(by);
            if (next < 0 || next >= state.Model.Factors[f].States || state.IsHeld(f, at, next, lane) || state.IsBarred(f, next, lane))
            {
                break;
            }

            at = next;
        }

        return at;
    }

    private void Place()
    {
        for (var i = 0; i < acting.Count; i++)
        {
            var (effect, repeat) = acting[i];
            var compiled = state.Model.Effects[effect];
            if (compiled.Kind is not (EffectKind.Set or EffectKind.DrawState or EffectKind.DrawMove))
            {
                continue;
            }

            var lanes = compiled.Factor * LaneWalk.MostLanes;
            if (!isPlaced[compiled.Factor])
            {
                isPlaced[compiled.Factor] = true;
                state.HasChanged[compiled.Factor] = true;
                state.Next.AsSpan(lanes, LaneWalk.MostLanes).CopyTo(basis.AsSpan(lanes));
                placed.AsSpan(lanes, LaneWalk.MostLanes).Clear();
            }

            for (var word = 0; word < state.Words; word++)
            {
                for (var bits = sets[(i * LaneState.Stride) + word]; bits != 0; bits &= bits - 1)
                {
                    Place(effect, repeat, (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits));
                }
            }
        }
    }

    private void Place(int effect, int repeat, int lane)
    {
        var compiled = state.Model.Effects[effect];
        var f = compiled.Factor;
        var at = (f * LaneWalk.MostLanes) + lane;
        var target = compiled.Kind == EffectKind.Set ? compiled.Value : Drawn(effect, repeat, lane, basis[at]);
        if (target != basis[at] && (state.IsBarred(f, target, lane) || state.IsHeld(f, basis[at], target, lane)))
        {
            return;
        }

        Overridden += placed[at] > 0 ? 1 : 0;
        placed[at] = 1;
        if (compiled.Kind != EffectKind.DrawMove && isMoved[f])
        {
            Overridden += moved[at];
            moved[at] = 0;
        }

        state.Next[at] = (byte)target;
    }

    private int Drawn(int effect, int repeat, int lane, int from)
    {
        var compiled = state.Model.Effects[effect];
        if (state.Parameters.Draws[effect] is not { } cumulative)
        {
            return from;
        }

        var number = state.Noise.Number(lane, state.Noise.StepKey(PathState.Repeated(compiled.Draw, repeat)), Thresholds.EventBits);
        var value = compiled.Alternatives[Thresholds.Pick(cumulative, number)];
        return compiled.Kind == EffectKind.DrawMove ? Walk(compiled.Factor, lane, from, value) : value;
    }

    private void Forget()
    {
        for (var f = 0; f < isMoved.Length; f++)
        {
            if (isMoved[f])
            {
                movedLanes.AsSpan(f * LaneState.Stride, LaneState.Stride).Clear();
                moves.AsSpan(f * LaneWalk.MostLanes, LaneWalk.MostLanes).Clear();
                moved.AsSpan(f * LaneWalk.MostLanes, LaneWalk.MostLanes).Clear();
                isMoved[f] = false;
            }

            isPlaced[f] = false;
        }
    }
}
