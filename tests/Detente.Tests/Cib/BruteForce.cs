using System.Numerics;
using Detente.Models;

namespace Detente.Tests.Cib;

/// <summary>
/// Cross-impact balance as the methods page writes it, section 2: every configuration, every influence, plain loops over integers.
/// Shares no code with the library but the records of a model; slow, and meant to be readable.
/// </summary>
internal static class BruteForce
{
    public static List<int[]> Configurations(Model model, bool free)
    {
        List<int[]> all = [[]];
        for (var f = 0; f < model.Factors.Length; f++)
        {
            var factor = f;
            var held = !free && model.Factors[f].Initial is not null && !model.Influences.Any(influence => influence.To.Index == factor);
            int[] states = held ? [model.Factors[f].Initial!.Value] : [.. Enumerable.Range(0, model.Factors[f].States.Length)];
            all = [.. from x in all from state in states select (int[])[.. x, state]];
        }

        return all;
    }

    /// <summary>B(f, s | x) in hundredths.</summary>
    public static long[][] Balance(Model model, int[] x)
    {
        var balance = model.Factors.Select(factor => new long[factor.States.Length]).ToArray();
        foreach (var influence in model.Influences)
        {
            if (influence.When is null || Holds(influence.When, x))
            {
                for (var b = 0; b < balance[influence.To.Index].Length; b++)
                {
                    balance[influence.To.Index][b] += Impact(model, influence, x[influence.From.Index], b);
                }
            }
        }

        return balance;
    }

    public static bool IsBarred(Model model, int[] x) =>
        model.Barred.Any(barrier => barrier.States.Contains(x[barrier.Factor.Index]) && Holds(barrier.While, x));

    /// <summary>Least lead of an own score over every other, of the factors that are asked; 0 where there are no others.</summary>
    public static long ConsistencyValue(long[][] balance, int[] x, Func<int, bool>? isAsked = null)
    {
        var leads = from f in Enumerable.Range(0, x.Length)
                    from s in Enumerable.Range(0, balance[f].Length)
                    where s != x[f] && (isAsked?.Invoke(f) ?? true)
                    select balance[f][x[f]] - balance[f][s];
        return leads.DefaultIfEmpty(0).Min();
    }

    /// <summary>No state that a redraw could reach scores higher: a neighbour of an ordered factor, any state where moves are to any.</summary>
    public static bool IsAtRest(Model model, long[][] balance, int[] x) => x.Select((state, f) => (State: state, Factor: f)).All(at =>
        balance[at.Factor].Select((score, rival) => (Score: score, Rival: rival)).All(other =>
            other.Score <= balance[at.Factor][at.State]
            || (model.Factors[at.Factor] is { Scale: FactorScale.Ordered, Moves: MoveRule.Neighbours } && Math.Abs(other.Rival - at.State) > 1)));

    public static long TotalImpact(long[][] balance, int[] x) => x.Select((state, f) => balance[f][state]).Sum();

    /// <summary>One step of succession; the factors held from outside never move.</summary>
    public static int[] Next(Model model, string rule, int[] x, params int[] held)
    {
        var balance = Balance(model, x);
        var best = balance.Select((_, f) => held.Contains(f) ? x[f] : BestState(balance[f], x[f])).ToArray();
        switch (rule)
        {
            case "global":
                return best;
            case "incremental":
                return [.. x.Select((state, f) => best[f] > state ? state + 1 : best[f] < state ? state - 1 : state)];
            case "local":
                var behind = x.Select((state, f) => balance[f][best[f]] - balance[f][state]).ToList();
                var mover = behind.IndexOf(behind.Max());
                return [.. x.Select((state, f) => f == mover ? best[f] : state)];
            case "sequential":
                var swept = x.ToArray();
                for (var f = 0; f < x.Length; f++)
                {
                    swept[f] = held.Contains(f) ? swept[f] : BestState(Balance(model, swept)[f], swept[f]);
                }

                return swept;
            default:
                throw new ArgumentException(rule, nameof(rule));
        }
    }

    public static bool Holds(Condition condition, int[] x) => condition switch
    {
        FactorIn { Factor.Index: var f, States: var states } => states.Contains(x[f]),
        Not { Part: var part } => !Holds(part, x),
        AllOf { Parts: var parts } => parts.All(part => Holds(part, x)),
        AnyOf { Parts: var parts } => parts.Any(part => Holds(part, x)),
        AtLeast { Count: var n, Parts: var parts } => parts.Count(part => Holds(part, x)) >= n,
        ConstantCondition { Value: var value } => value,
        _ => throw new ArgumentException(condition.ToString(), nameof(condition)),
    };

    private static int BestState(long[] scores, int now)
    {
        var top = scores.Max();
        return scores[now] == top ? now : Array.IndexOf(scores, top);
    }

    private static long Impact(Model model, Influence influence, int a, int b)
    {
        if (influence.Weight is null)
        {
            return influence.Cells.Where(cell => cell.SourceState == a && cell.TargetState == b).Sum(cell => ToHundredths((decimal)cell.Impact.Value));
        }

        var (n, m) = (model.Factors[influence.From.Index].States.Length, model.Factors[influence.To.Index].States.Length);
        if (n == 1 || m == 1)
        {
            return 0;
        }

        var w = ToHundredths((decimal)influence.Weight.Value.Value);

        // u(a) and u(b) as multiples of 1 / ((n-1)(m-1)).
        BigInteger U(int state, int states) => new BigInteger((2 * state) - (states - 1)) * (n - 1) * (m - 1) / (states - 1);
        BigInteger D(int target) => w > 0 ? BigInteger.Abs(U(a, n) - U(target, m)) : BigInteger.Abs(U(a, n) + U(target, m));
        var sum = BigInteger.Zero;
        for (var target = 0; target < m; target++)
        {
            sum += D(target);
        }

        return influence.Shape == ImpactShape.Linear
            ? Round(w * U(a, n) * U(b, m), new BigInteger((n - 1) * (m - 1)) * (n - 1) * (m - 1))
            : Round(Math.Abs(w) * (sum - (m * D(b))), (n - 1) * (m - 1) * m);
    }

    private static long ToHundredths(decimal points) => (long)Math.Round(points * 100, MidpointRounding.AwayFromZero);

    private static long Round(BigInteger numerator, BigInteger denominator)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(numerator), denominator, out var rest);
        return (long)((2 * rest >= denominator ? whole + 1 : whole) * numerator.Sign);
    }
}
