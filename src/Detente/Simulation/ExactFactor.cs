using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>The distribution of one factor's next state: its redraw, then the effects on it.</summary>
/// <remarks>Written apart from the walk of paths, so that each checks the other; shares only the thresholds.</remarks>
internal sealed class ExactFactor
{
    private const double StateParts = 65536;
    private const double EventParts = 4294967296;
    private readonly Factor factor;
    private readonly int state;
    private readonly bool[] barred;
    private readonly bool heldUp;
    private readonly bool heldDown;

    /// <summary>Initialises the factor at a moment.</summary>
    /// <param name="moment">The snapshot, measures after part 1.</param>
    /// <param name="index">Which factor.</param>
    /// <param name="heldUp">Whether it may not go up.</param>
    /// <param name="heldDown">Whether it may not go down.</param>
    public ExactFactor(ExactMoment moment, int index, bool heldUp, bool heldDown)
    {
        factor = moment.Model.Factors[index];
        state = moment.States[index];
        this.heldUp = heldUp;
        this.heldDown = heldDown;
        barred = new bool[factor.States.Length];
        foreach (var barrier in moment.Model.Barred.Where(barrier => barrier.Factor.Index == index && moment.Holds(barrier.While)))
        {
            foreach (var s in barrier.States)
            {
                barred[s] = true;
            }
        }
    }

    /// <summary>The distribution after the redraw.</summary>
    /// <param name="balance">The balance of each state in hundredths of a point.</param>
    /// <param name="choices">Thresholds of its decisiveness.</param>
    /// <param name="stepYears">Length of a step.</param>
    public double[] Redrawn(int[] balance, ChoiceTable choices, double stepYears)
    {
        double Reconsidered(PeriodEstimate? mean) => mean is { } stated
            ? Thresholds.Of(Elementary.OneMinusExpOfMinus(stepYears / stated.Value.Years), Thresholds.StateBits) / StateParts
            : 0;
        var next = new double[balance.Length];
        if (factor.Moves == MoveRule.Any || factor.Scale == FactorScale.Nominal)
        {
            var reconsidered = Reconsidered(factor.Inertia!.Up);
            var shares = Shares(balance, choices);
            for (var s = 0; s < next.Length; s++)
            {
                next[s] = (reconsidered * shares[s]) + (s == state ? 1 - reconsidered : 0);
            }

            return next;
        }

        next[state] = 1;
        var half = next.Length == 2 ? 1 : 0.5;
        foreach (var (direction, mean) in ((int, PeriodEstimate?)[])[(1, factor.Inertia!.Up), (-1, factor.Inertia.Down)])
        {
            var to = state + direction;
            if (to < 0 || to >= next.Length)
            {
                continue;
            }

            var (target, share) = barred[state] ? (Escape(direction), 1) : MayGo(state, to) ? (to, choices.Neighbour(balance[to] - balance[state]) / StateParts) : (state, 0);
            var leaves = half * Reconsidered(mean) * share;
            next[target] += leaves;
            next[state] -= leaves;
        }

        return next;
    }

    /// <summary>The distribution after moves, then draws and sets, with the mean number of overridden effects.</summary>
    /// <param name="redrawn">The distribution before.</param>
    /// <param name="effects">Effects on this factor that can act, in declaration order, each with its chance.</param>
    public (double[] Next, double Overridden) After(double[] redrawn, List<(Effect Effect, double Chance)> effects)
    {
        var now = new Dictionary<(int Redrawn, int Sum, int Moves), double>();
        for (var s = 0; s < redrawn.Length; s++)
        {
            Add(now, (s, 0, 0), redrawn[s]);
        }

        foreach (var (effect, chance) in effects)
        {
            if (effect is MoveEffect move)
            {
                now = WithMove(now, move.Steps, chance);
            }
        }

        var placed = new Dictionary<Placing, double>();
        foreach (var (key, p) in now)
        {
            var basis = Walk(key.Redrawn, key.Sum);
            Add(placed, new Placing(basis, basis, key.Moves, false), p);
        }

        var overridden = 0.0;
        foreach (var (effect, chance) in effects.Where(one => one.Effect is SetEffect or DrawEffect))
        {
            placed = WithPlacement(placed, effect, chance, ref overridden);
        }

        var next = new double[redrawn.Length];
        foreach (var (key, p) in placed)
        {
            next[key.State] += p;
        }

        return (next, overridden);
    }

    private static Dictionary<(int Redrawn, int Sum, int Moves), double> WithMove(Dictionary<(int Redrawn, int Sum, int Moves), double> before, int by, double chance)
    {
        var after = new Dictionary<(int Redrawn, int Sum, int Moves), double>();
        foreach (var (key, p) in before)
        {
            Add(after, key, p * (1 - chance));
            Add(after, (key.Redrawn, key.Sum + by, key.Moves + 1), p * chance);
        }

        return after;
    }

    private Dictionary<Placing, double> WithPlacement(Dictionary<Placing, double> before, Effect effect, double chance, ref double overridden)
    {
        var setsState = effect is not DrawEffect { AreMoves: true };
        var after = new Dictionary<Placing, double>();
        foreach (var (key, p) in before)
        {
            Add(after, key, p * (1 - chance));
            foreach (var (target, share) in Targets(effect, key.Basis))
            {
                var q = p * chance * share;
                if (target != key.Basis && !MayGo(key.Basis, target))
                {
                    Add(after, key, q);
                    continue;
                }

                overridden += q * ((key.IsPlaced ? 1 : 0) + (setsState ? key.Moves : 0));
                Add(after, new Placing(key.Basis, target, setsState ? 0 : key.Moves, true), q);
            }
        }

        return after;
    }

    private IEnumerable<(int Target, double Share)> Targets(Effect effect, int basis)
    {
        if (effect is SetEffect set)
        {
            return [(set.State, 1)];
        }

        var draw = (DrawEffect)effect;
        var cumulative = new long[draw.Alternatives.Length];
        return Thresholds.Cumulate([.. draw.Alternatives.Select(alternative => alternative.Weight.Value)], Thresholds.EventBits, cumulative)
            ? draw.Alternatives.Select((alternative, place) => (
                draw.AreMoves ? Walk(basis, alternative.Value) : alternative.Value,
                (cumulative[place] - (place == 0 ? 0 : cumulative[place - 1])) / EventParts))
            : [(basis, 1)];
    }

    private double[] Shares(int[] balance, ChoiceTable choices)
    {
        var admissible = Enumerable.Range(0, balance.Length).Where(s => s == state ? !barred[s] : MayGo(state, s)).ToList();
        var shares = new double[balance.Length];
        if (admissible.Count == 0)
        {
            shares[state] = 1;
            return shares;
        }

        var best = admissible.Max(s => balance[s]);
        long[] weights = [.. balance.Select((points, s) => admissible.Contains(s) ? choices.Weight(best - points, balance.Length) : 0L)];
        var (sum, below, bits) = (weights.Sum(), 0L, ChoiceTable.Bits(balance.Length));
        for (var s = 0; s < shares.Length; s++)
        {
            // Of all numbers n of so many bits those with floor(n * sum / 2^bits) in the part of the state.
            var first = FirstNumber(below, sum, bits);
            below += weights[s];
            shares[s] = (FirstNumber(below, sum, bits) - first) / (double)(1L << bits);
        }

        return shares;
    }

    private static long FirstNumber(long below, long sum, int bits) => ((below << bits) + sum - 1) / sum;

    /// <summary>Where a barred state is left to.</summary>
    private int Escape(int direction)
    {
        var up = Enumerable.Range(state + 1, factor.States.Length - state - 1).Where(s => !heldUp && !barred[s]);
        var down = Enumerable.Range(0, state).Reverse().Where(s => !heldDown && !barred[s]);
        return (direction > 0 ? up.Concat(down) : down.Concat(up)).Append(state).First();
    }

    private bool MayGo(int from, int to) => !barred[to] && !(to > from ? heldUp : to < from && heldDown);

    private int Walk(int from, int by)
    {
        var at = from;
        while (by != 0 && at + Math.Sign(by) is >= 0 and var next && next < factor.States.Length && MayGo(at, next))
        {
            at = next;
            by -= Math.Sign(by);
        }

        return at;
    }

    private static void Add<T>(Dictionary<T, double> chances, T key, double chance)
        where T : notnull
    {
        if (chance > 0)
        {
            chances[key] = chances.GetValueOrDefault(key) + chance;
        }
    }

    private readonly record struct Placing(int Basis, int State, int Moves, bool IsPlaced);
}
