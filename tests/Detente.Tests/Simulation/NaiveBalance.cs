using System.Numerics;
using Detente.Models;

namespace Detente.Tests.Simulation;

/// <summary>The balance of a factor from the formulas of the method, anew each time, in decimal fractions.</summary>
internal sealed class NaiveBalance(Model model, IReadOnlyList<int[]> states, Func<Period, int> steps)
{
    /// <summary>By state, in hundredths of a point.</summary>
    public int[] Of(int f, IEnumerable<(PushEffect Push, BigInteger Units)> pushes)
    {
        var factor = model.Factors[f];
        var onIt = pushes.Where(push => push.Push.Factor.Index == f).ToList();
        return [.. Enumerable.Range(0, factor.States.Length).Select(b =>
            model.Influences.Where(influence => influence.To.Index == f).Sum(influence => Impact(influence, b))
            + model.Tendencies.Where(tendency => tendency.Factor.Index == f).Sum(tendency => Rounded(Points(tendency.Lean.Weight) * 100, Spread(factor, tendency.Lean.Towards, b)))
            + Together(onIt, factor, b))];
    }

    private int Impact(Influence influence, int b)
    {
        var at = influence.Delay is { Count: > 0 } delay ? states.Count - 1 - steps(delay) : states.Count - 1;
        var then = at >= 0 ? states[at] : [.. model.Factors.Select(factor => factor.Initial!.Value)];
        if (influence.When is { } when && !Holds(when, then))
        {
            return 0;
        }

        var a = then[influence.From.Index];
        if (influence.Weight is not { } weight)
        {
            return influence.Cells.Where(cell => cell.SourceState == a && cell.TargetState == b).Sum(cell => Rounded(Points(cell.Impact) * 100, (1, 1)));
        }

        var (w, ns, nt) = (Points(weight), model.Factors[influence.From.Index].States.Length, model.Factors[influence.To.Index].States.Length);
        if (influence.Shape == ImpactShape.Linear)
        {
            return Rounded(w * 100, (Centred(a, ns) * Centred(b, nt), (ns - 1) * (nt - 1)));
        }

        decimal Distance(int target) => Math.Abs((Centred(a, ns) * (nt - 1)) - (Math.Sign(w) * Centred(target, nt) * (ns - 1)));
        var lead = Enumerable.Range(0, nt).Sum(Distance) - (nt * Distance(b));
        return Rounded(Math.Abs(w) * 100, (lead, nt * (ns - 1) * (nt - 1)));
    }

    private static int Together(List<(PushEffect Push, BigInteger Units)> pushes, Factor factor, int b)
    {
        var spreads = pushes.Select(push => (push.Units, Spread: Spread(factor, push.Push.Lean.Towards, b))).ToList();
        return spreads.Count == 0 ? 0 : Rounded(spreads.Sum(push => (decimal)push.Units * push.Spread.Of), (100, 65536 * spreads[0].Spread.By));
    }

    /// <summary>Points on state b by one point of a lean, as a fraction.</summary>
    private static (decimal Of, decimal By) Spread(Factor factor, int? towards, int b)
    {
        var n = factor.States.Length;
        return towards switch
        {
            null => (Centred(b, n) * n, n * (n - 1)),
            { } s when factor.Scale == FactorScale.Nominal => (s == b ? n * (n - 1) : 0, n * (n - 1)),
            { } s => (Enumerable.Range(0, n).Sum(other => 2 * Math.Abs(s - other)) - (n * 2 * Math.Abs(s - b)), n * (n - 1)),
        };
    }

    private static bool Holds(Condition when, int[] x) => when switch
    {
        FactorIn atom => atom.States.Contains(x[atom.Factor.Index]),
        Not not => !Holds(not.Part, x),
        AllOf all => all.Parts.All(part => Holds(part, x)),
        _ => throw new NotSupportedException(when.ToString()),
    };

    private static decimal Points(Estimate estimate) => (decimal)estimate.Value;

    private static decimal Centred(int state, int n) => (2 * state) - (n - 1);

    private static int Rounded(decimal value, (decimal Of, decimal By) fraction) => (int)Math.Round(value * fraction.Of / fraction.By, MidpointRounding.AwayFromZero);
}
