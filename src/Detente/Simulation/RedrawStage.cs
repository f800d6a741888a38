using Detente.Compiled;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>Part 4 of a step: which factors are reconsidered, and where they go. Reads the snapshot, writes the next states.</summary>
internal sealed class RedrawStage
{
    private const long HalfOfStates = 1L << (Thresholds.StateBits - 1);
    private readonly PathState path;
    private readonly BalanceField balances;
    private readonly PushField pushes;
    private readonly int[] balance;
    private readonly long[] weights;

    /// <summary>Initialises the stage.</summary>
    /// <param name="path">The path.</param>
    /// <param name="balances">Influences and tendencies.</param>
    /// <param name="pushes">Pushes.</param>
    public RedrawStage(PathState path, BalanceField balances, PushField pushes)
    {
        this.path = path;
        this.balances = balances;
        this.pushes = pushes;
        var most = path.Model.Factors.Select(factor => factor.States).DefaultIfEmpty(0).Max();
        balance = new int[most];
        weights = new long[most];
    }

    /// <summary>Redraws all factors.</summary>
    public void Run()
    {
        FindHolds();
        balances.Enter();
        pushes.End();
        var factors = path.Model.Factors;
        for (var f = 0; f < factors.Length; f++)
        {
            path.Next[f] = path.View.States[f];
            if (path.IsBelow(factors[f].Reconsider, Math.Max(path.Parameters.Up[f], path.Parameters.Down[f]), Thresholds.StateBits))
            {
                var number = path.Number(factors[f].Reconsider, Thresholds.StateBits);
                path.Next[f] = factors[f].MovesToNeighbours ? Neighbour(f, number) : Any(f, number);
            }
        }

        pushes.Decay();
    }

    private void FindHolds()
    {
        Array.Clear(path.HeldUp);
        Array.Clear(path.HeldDown);
        for (var measure = 0; measure < path.Model.Measures.Length; measure++)
        {
            if (path.View.Phases[measure] != MeasurePhase.InForce)
            {
                continue;
            }

            foreach (var effect in path.Model.Measures[measure].Effects)
            {
                var compiled = path.Model.Effects[effect];
                if (compiled.Kind == EffectKind.Hold && path.Acts(effect, 0))
                {
                    path.HeldUp[compiled.Factor] |= (compiled.Value & 1) != 0;
                    path.HeldDown[compiled.Factor] |= (compiled.Value & 2) != 0;
                }
            }
        }
    }

    private int Neighbour(int f, long number)
    {
        var factor = path.Model.Factors[f];
        var state = path.View.States[f];
        var isUp = factor.States == 2 ? state == 0 : path.IsBelow(factor.Direction, HalfOfStates, Thresholds.StateBits);
        var neighbour = isUp ? state + 1 : state - 1;
        if (number >= (isUp ? path.Parameters.Up[f] : path.Parameters.Down[f]) || neighbour < 0 || neighbour >= factor.States)
        {
            return state;
        }

        if (factor.Barriers.Length > 0)
        {
            if (path.IsBarred(f, state))
            {
                return Leave(f, isUp);
            }

            if (path.IsBarred(f, neighbour))
            {
                return state;
            }
        }

        if (path.IsHeld(f, state, neighbour))
        {
            return state;
        }

        FillBalance(f);
        var threshold = path.Parameters.Choices[factor.Decisiveness].Neighbour(balance[neighbour] - balance[state]);
        return path.IsBelow(factor.Choice, threshold, Thresholds.StateBits) ? neighbour : state;
    }

    /// <summary>Where a factor goes from a barred state: to the nearest admissible one in the direction drawn, else in the other.</summary>
    private int Leave(int f, bool isUp)
    {
        var state = path.View.States[f];
        foreach (var step in (ReadOnlySpan<int>)(isUp ? [1, -1] : [-1, 1]))
        {
            for (var to = state + step; to >= 0 && to < path.Model.Factors[f].States && !path.IsHeld(f, state, to); to += step)
            {
                if (!path.IsBarred(f, to))
                {
                    return to;
                }
            }
        }

        return state;
    }

    private int Any(int f, long number)
    {
        var factor = path.Model.Factors[f];
        var state = path.View.States[f];
        if (number >= path.Parameters.Up[f])
        {
            return state;
        }

        FillBalance(f);
        var best = int.MinValue;
        for (var s = 0; s < factor.States; s++)
        {
            weights[s] = path.IsBarred(f, s) || path.IsHeld(f, state, s) ? 0 : 1;
            best = weights[s] > 0 ? Math.Max(best, balance[s]) : best;
        }

        var choices = path.Parameters.Choices[factor.Decisiveness];
        var sum = 0L;
        for (var s = 0; s < factor.States; s++)
        {
            sum += weights[s] > 0 ? choices.Weight(best - balance[s], factor.States) : 0;
            weights[s] = sum;
        }

        var bits = ChoiceTable.Bits(factor.States);
        return sum > 0 ? Thresholds.Pick(weights.AsSpan(0, factor.States), (path.Number(factor.Choice, bits) * sum) >> bits) : state;
    }

    private void FillBalance(int f)
    {
        var factor = path.Model.Factors[f];
        var span = balance.AsSpan(0, factor.States);
        balances.Balances.Slice(factor.Offset, factor.States).CopyTo(span);
        pushes.AddTo(f, span);
    }
}
