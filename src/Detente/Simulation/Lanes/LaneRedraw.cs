using System.Numerics;
using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Part 4 of a step for many lanes; the twin for one path is <see cref="RedrawStage"/>.</summary>
/// <remarks>
/// Who is reconsidered, in which direction, and who may go at all are sets; only for the lanes that are left the balance is added up.
/// </remarks>
internal sealed class LaneRedraw
{
    private readonly LaneState state;
    private readonly LaneBalances balances;
    private readonly LanePushes pushes;
    private readonly LaneAny together;
    private readonly ulong[] up = new ulong[LaneState.Stride];
    private readonly ulong[] down = new ulong[LaneState.Stride];
    private readonly LaneMoves moves = new();
    private readonly byte[] firstBytes = new byte[LaneWalk.MostLanes];
    private readonly ulong[] barred = new ulong[LaneState.Stride];
    private readonly int[] balance;
    private readonly long[] weights;

    /// <summary>Initialises the stage.</summary>
    /// <param name="state">The lanes.</param>
    /// <param name="balances">Influences and tendencies.</param>
    /// <param name="pushes">Pushes.</param>
    public LaneRedraw(LaneState state, LaneBalances balances, LanePushes pushes)
    {
        this.state = state;
        this.balances = balances;
        this.pushes = pushes;
        together = new LaneAny(state, pushes);
        var most = state.Model.Factors.Select(factor => factor.States).DefaultIfEmpty(0).Max();
        balance = new int[most];
        weights = new long[most];
    }

    /// <summary>Begins with other parameters.</summary>
    public void Prepare() => together.Prepare();

    /// <summary>Redraws all factors.</summary>
    public void Run()
    {
        FindHolds();
        balances.Enter();
        pushes.End();
        together.Enter();
        for (var f = 0; f < state.Model.Factors.Length; f++)
        {
            if (state.Model.Factors[f].MovesToNeighbours)
            {
                Neighbours(f);
            }
            else if (!together.Redraw(f, !pushes.On(f).IsEmpty))
            {
                state.Refresh(f);
                Any(f);
            }
        }

        pushes.Decay();
    }

    private void FindHolds()
    {
        for (var f = 0; f < state.HasHolds.Length; f++)
        {
            if (state.HasHolds[f])
            {
                state.HasHolds[f] = false;
                state.Set(state.HeldUp, f).Clear();
                state.Set(state.HeldDown, f).Clear();
            }
        }

        for (var measure = 0; measure < state.Model.Measures.Length; measure++)
        {
            var inForce = state.Set(state.Phases.InForce, measure);
            if (LaneMask.IsEmpty(inForce))
            {
                continue;
            }

            foreach (var effect in state.Model.Measures[measure].Effects)
            {
                if (state.Model.Effects[effect] is { Kind: EffectKind.Hold } hold)
                {
                    Hold(hold, inForce, state.Acts(effect));
                }
            }
        }
    }

    private void Hold(CompiledEffect hold, ReadOnlySpan<ulong> inForce, ReadOnlySpan<ulong> acts)
    {
        state.HasHolds[hold.Factor] = true;
        var heldUp = state.Set(state.HeldUp, hold.Factor);
        var heldDown = state.Set(state.HeldDown, hold.Factor);
        for (var word = 0; word < inForce.Length; word++)
        {
            heldUp[word] |= (hold.Value & 1) != 0 ? inForce[word] & acts[word] : 0;
            heldDown[word] |= (hold.Value & 2) != 0 ? inForce[word] & acts[word] : 0;
        }
    }

    private void Neighbours(int f)
    {
        var factor = state.Model.Factors[f];
        if (!FindDirections(f))
        {
            return;
        }

        var ups = up.AsSpan(0, state.Words);
        var downs = down.AsSpan(0, state.Words);
        if (factor.Barriers.Length > 0)
        {
            LeaveBarred(f);
            Block(f);
        }

        if (state.HasHolds[f])
        {
            LaneMask.Remove(ups, state.Set(state.HeldUp, f));
            LaneMask.Remove(downs, state.Set(state.HeldDown, f));
        }

        moves.Fill(state.States.AsSpan(f * LaneWalk.MostLanes, LaneWalk.MostLanes), ups, downs);
        balances.AddLeads(f, moves);
        pushes.AddLeads(f, moves);
        Choose(f);
    }

    /// <summary>Who may move moves or stays. Without a branch on the outcome, which nobody could foresee.</summary>
    private void Choose(int f)
    {
        var factor = state.Model.Factors[f];
        var stepKey = state.Noise.StepKey(factor.Choice);
        var bytes = firstBytes.AsSpan(0, state.Words * LaneMask.WordLanes);
        state.Noise.FirstBytes(stepKey, bytes);
        var choices = state.Parameters.Choices[factor.Decisiveness];
        var next = state.Next.AsSpan(f * LaneWalk.MostLanes, bytes.Length);
        for (var i = 0; i < moves.Count; i++)
        {
            var (lane, isUp) = (moves.Lanes[i], moves.Ups[i]);
            var sign = (2 * isUp) - 1;
            var threshold = (int)choices.Neighbour(sign * moves.Leads[i]);
            var (first, with) = (bytes[lane], threshold >> 8);
            var stays = (uint)(first - with) >> 31 ^ 1;
            if (first == with)
            {
                stays = state.Noise.IsBelow(lane, stepKey, threshold, Thresholds.StateBits) ? 0U : 1;
            }

            next[lane] = (byte)(moves.Edges[i] + (isUp ^ stays)); // the upper state when it goes up or stays there
        }

        state.HasChanged[f] |= moves.Count > 0;
    }

    /// <summary>Finds who is reconsidered upwards and downwards, but for those who stand at the end.</summary>
    private bool FindDirections(int f)
    {
        var factor = state.Model.Factors[f];
        var (upward, downward) = (state.Parameters.Up[f], state.Parameters.Down[f]);
        if (upward == 0 && downward == 0)
        {
            return false;
        }

        var ups = up.AsSpan(0, state.Words);
        var downs = down.AsSpan(0, state.Words);
        var stepKey = state.Noise.StepKey(factor.Reconsider);
        state.Noise.Below(stepKey, upward, Thresholds.StateBits, ups);
        LaneMask.Keep(ups, state.Valid);
        if (upward == downward)
        {
            ups.CopyTo(downs);
        }
        else
        {
            state.Noise.Below(stepKey, downward, Thresholds.StateBits, downs);
            LaneMask.Keep(downs, state.Valid);
        }

        if (LaneMask.IsEmpty(ups) && LaneMask.IsEmpty(downs))
        {
            return false;
        }

        var direction = state.Scratch();
        if (factor.States == 2)
        {
            state.InState(factor.Offset).CopyTo(direction);
        }
        else
        {
            state.Noise.LowerHalf(state.Noise.StepKey(factor.Direction), direction);
        }

        var first = state.InState(factor.Offset);
        var last = state.InState(factor.Offset + factor.States - 1);
        var any = 0UL;
        for (var word = 0; word < ups.Length; word++)
        {
            ups[word] &= direction[word] & ~last[word];
            downs[word] &= ~direction[word] & ~first[word];
            any |= ups[word] | downs[word];
        }

        return any != 0;
    }

    /// <summary>Those in a barred state go for certain: to the nearest admissible state in the direction drawn, else in the other.</summary>
    private void LeaveBarred(int f)
    {
        var factor = state.Model.Factors[f];
        for (var s = 0; s < factor.States; s++)
        {
            if (!FindBarred(factor, s))
            {
                continue;
            }

            var inState = state.InState(factor.Offset + s);
            for (var word = 0; word < inState.Length; word++)
            {
                var leaving = (up[word] | down[word]) & inState[word] & barred[word];
                for (var bits = leaving; bits != 0; bits &= bits - 1)
                {
                    var bit = BitOperations.TrailingZeroCount(bits);
                    var lane = (word * LaneMask.WordLanes) + bit;
                    Go(f, lane, Leave(f, lane, s, ((up[word] >> bit) & 1) != 0));
                }

                up[word] &= ~leaving;
                down[word] &= ~leaving;
            }
        }
    }

    /// <summary>Those whose neighbour is barred stay.</summary>
    private void Block(int f)
    {
        var factor = state.Model.Factors[f];
        for (var s = 0; s < factor.States; s++)
        {
            if (!FindBarred(factor, s))
            {
                continue;
            }

            for (var word = 0; word < state.Words; word++)
            {
                up[word] &= s == 0 ? ulong.MaxValue : ~(state.InState(factor.Offset + s - 1)[word] & barred[word]);
                down[word] &= s == factor.States - 1 ? ulong.MaxValue : ~(state.InState(factor.Offset + s + 1)[word] & barred[word]);
            }
        }
    }

    /// <summary>Finds the lanes on which a state is barred.</summary>
    private bool FindBarred(CompiledFactor factor, int s)
    {
        var lanes = barred.AsSpan(0, state.Words);
        lanes.Clear();
        foreach (var barrier in factor.Barriers)
        {
            if (barrier.States[s])
            {
                LaneMask.Add(lanes, state.Conditions.Holds(barrier.While));
            }
        }

        return !LaneMask.IsEmpty(lanes);
    }

    private int Leave(int f, int lane, int from, bool isUp)
    {
        foreach (var step in (ReadOnlySpan<int>)(isUp ? [1, -1] : [-1, 1]))
        {
            for (var to = from + step; to >= 0 && to < state.Model.Factors[f].States && !state.IsHeld(f, from, to, lane); to += step)
            {
                if (!state.IsBarred(f, to, lane))
                {
                    return to;
                }
            }
        }

        return from;
    }

    private void Any(int f)
    {
        var factor = state.Model.Factors[f];
        if (state.Parameters.Up[f] == 0)
        {
            return;
        }

        var lanes = up.AsSpan(0, state.Words);
        state.Noise.Below(state.Noise.StepKey(factor.Reconsider), state.Parameters.Up[f], Thresholds.StateBits, lanes);
        LaneMask.Keep(lanes, state.Valid);
        var stepKey = state.Noise.StepKey(factor.Choice);
        for (var word = 0; word < lanes.Length; word++)
        {
            for (var bits = lanes[word]; bits != 0; bits &= bits - 1)
            {
                Any(f, (word * LaneMask.WordLanes) + BitOperations.TrailingZeroCount(bits), stepKey);
            }
        }
    }

    private void Any(int f, int lane, ulong stepKey)
    {
        var factor = state.Model.Factors[f];
        var present = state.States[(f * LaneWalk.MostLanes) + lane];
        var points = balance.AsSpan(0, factor.States);
        balances.Fill(f, lane, points);
        if (pushes.IsOn(f, lane))
        {
            pushes.AddTo(f, lane, points);
        }

        var best = int.MinValue;
        for (var s = 0; s < points.Length; s++)
        {
            weights[s] = state.IsBarred(f, s, lane) || state.IsHeld(f, present, s, lane) ? 0 : 1;
            best = weights[s] > 0 ? Math.Max(best, points[s]) : best;
        }

        var choices = state.Parameters.Choices[factor.Decisiveness];
        var sum = 0L;
        for (var s = 0; s < points.Length; s++)
        {
            sum += weights[s] > 0 ? choices.Weight(best - points[s], factor.States) : 0;
            weights[s] = sum;
        }

        if (sum > 0)
        {
            var bits = ChoiceTable.Bits(factor.States);
            Go(f, lane, Thresholds.Pick(weights.AsSpan(0, points.Length), (state.Noise.Number(lane, stepKey, bits) * sum) >> bits));
        }
    }

    private void Go(int f, int lane, int to)
    {
        state.Next[(f * LaneWalk.MostLanes) + lane] = (byte)to;
        state.HasChanged[f] = true;
    }
}
