using System.Collections.Immutable;
using Detente.Claims;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;
using Detente.Tests.Simulation;

namespace Detente.Tests.Claims;

/// <summary>A path kept whole: states and truths at all dates, truths in all steps after part 1, all that happened.</summary>
internal sealed record NaiveTrace(
    List<int[]> States,
    List<Dictionary<Condition, bool>> AtDate,
    List<Dictionary<Condition, bool>> InStep,
    List<List<Happening>> Happened);

/// <summary>Claims read in the plainest way: every world for every claim anew, every path kept whole, every figure from its definition.</summary>
internal sealed class NaiveClaims(Model model, Statement statement, ulong seed, int paths)
{
    private readonly Horizon horizon = model.Horizon!;
    private readonly ImmutableArray<Condition> asked = [.. StatementParts.Conditions(statement).Distinct(ReferenceEqualityComparer.Instance).Cast<Condition>()];

    public sealed record Found(Ruling Ruling, double[] Values, double[] Errors, long? Premise);

    private int Steps => horizon.StepCount;

    private int Groups => Math.Min(50, paths / 2);

    public Found Answer() => statement switch
    {
        ComparedWorlds compared => Compared(compared),
        QuantityLevel level => Level(level),
        QuantityOrder order => Order(order),
        Invariant invariant => Violations(trace => Broken(invariant, trace), trace => invariant.When is { } when ? Times(trace, when) : null),
        Precedence precedence => Violations(trace => IsLate(precedence, trace), trace => First(trace, precedence.Second) <= Steps ? 1 : 0),
        EventResponse response => Response(response),
        _ => throw new NotSupportedException(statement.ToString()),
    };

    public NaiveTrace Walk(World world, int path, (int Event, int Step)? leftOut = null)
    {
        var cuts = world.Edits.Select(edit => edit switch
        {
            WithoutInfluence cut => (cut.From, cut.To),
            WithoutLoop loop => (loop.Factors[^2], loop.Factors[^1]),
            _ => (new FactorId(-1), new FactorId(-1)),
        }).ToList();
        var edited = model with { Influences = [.. model.Influences.Where(influence => !cuts.Contains((influence.From, influence.To)))] };
        var walk = new NaiveWalk(edited, Rules(world), KeyedNoise.PathKey(seed, 1, (ulong)path)) { LeftOut = leftOut ?? (-1, -1) };
        var trace = new NaiveTrace([], [], [], []);
        for (var step = 0; ; step++)
        {
            trace.States.Add(walk.States);
            trace.AtDate.Add(asked.ToDictionary(condition => condition, walk.Holds, ReferenceEqualityComparer.Instance as IEqualityComparer<Condition>));
            if (step == Steps)
            {
                return trace;
            }

            walk.MoveMeasures();
            trace.InStep.Add(asked.ToDictionary(condition => condition, walk.Holds, ReferenceEqualityComparer.Instance as IEqualityComparer<Condition>));
            walk.Finish();
            trace.Happened.Add(walk.Happenings);
        }
    }

    private PathRules Rules(World world)
    {
        var strategies = world.Edits.OfType<WithStrategy>().ToList();
        var isNone = strategies.Any(edit => edit.Strategy is null);
        var rules = new PathRules(isNone ? [] : [.. strategies.Select(edit => edit.Strategy!.Value.Index).Concat(model.Baseline.Select(one => one.Index)).Distinct()]);
        foreach (var edit in world.Edits)
        {
            rules = edit switch
            {
                WithHeldFactor held => rules with { Held = rules.Held.Add(new HeldFactor(held.Factor.Index, held.State, held.From is { } from ? horizon.StepOf(from) : 0)) },
                WithoutMeasure measure => rules with { Dropped = rules.Dropped.Add(measure.Measure.Index) },
                WithEvent { At: { } at } of => rules with { Staged = rules.Staged.Add(new StagedEvent(of.Event.Index, of.Happens, horizon.StepOf(at))) },
                WithEvent { Happens: false } of => rules with { Staged = rules.Staged.Add(new StagedEvent(of.Event.Index, false, -1)) },
                WithEvent of => rules with
                {
                    Staged = rules.Staged.AddRange(((Scheduled)model.Events[of.Event.Index].Trigger).Dates.Select(date => new StagedEvent(of.Event.Index, true, horizon.StepOf(date)))),
                },
                _ => rules,
            };
        }

        return rules;
    }

    /// <summary>Numerator and denominator of a quantity on a path.</summary>
    private (double A, double B) Read(Quantity quantity, NaiveTrace trace) => quantity switch
    {
        Chance { Event: { } of } chance => (trace.Happened.Take(After(chance.By)).Any(happened => Count(of, happened) > 0) ? 1 : 0, 1),
        Chance { Condition: { } asks } chance => (trace.InStep.Take(After(chance.By)).Any(truths => truths[asks]) || trace.AtDate[After(chance.By)][asks] ? 1 : 0, 1),
        Share { From: { } from } share => (Dates(from, share.At!.Value).Count(date => trace.AtDate[date][share.Condition]), Dates(from, share.At!.Value).Count()),
        Share share => (trace.AtDate[At(share.At)][share.Condition] ? 1 : 0, 1),
        MeanPosition mean => (trace.States[At(mean.At)][mean.Factor.Index] / (model.Factors[mean.Factor.Index].States.Length - 1.0), 1),
        EventRate rate => (
            trace.Happened.Index().Where(step => trace.InStep[step.Index][rate.While]).Sum(step => Count(rate.Event, step.Item)),
            trace.InStep.Count(truths => truths[rate.While]) * horizon.StepYears),
        _ => throw new NotSupportedException(quantity.ToString()),
    };

    private static int Count(EventReference of, List<Happening> happened) =>
        happened.Count(happening => happening.Event == of.Event.Index && (of.Outcome ?? happening.Outcome) == happening.Outcome);

    private int At(DateOnly? date) => date is { } day ? horizon.StepOf(day) : Steps;

    private int After(DateOnly? deadline) => deadline is { } day ? horizon.DeadlineStepOf(day) + 1 : Steps;

    private IEnumerable<int> Dates(DateOnly from, DateOnly to) => Enumerable.Range(At(from), At(to) - At(from) + 1);

    private int Times(NaiveTrace trace, Condition condition) => trace.InStep.Append(trace.AtDate[^1]).Count(truths => truths[condition]);

    private static int First(NaiveTrace trace, Condition condition) => trace.InStep.Append(trace.AtDate[^1]).TakeWhile(truths => !truths[condition]).Count();

    private static bool IsLate(Precedence precedence, NaiveTrace trace) =>
        First(trace, precedence.Second) is var second && second <= trace.InStep.Count && First(trace, precedence.First) >= second;

    private static bool Broken(Invariant invariant, NaiveTrace trace) =>
        trace.InStep.Append(trace.AtDate[^1]).Any(truths => (invariant.When is not { } when || truths[when]) && truths[invariant.Condition] != invariant.IsAlways);

    private Found Violations(Func<NaiveTrace, bool> isViolated, Func<NaiveTrace, int?> premiseOf)
    {
        var traces = Traces(new World([]));
        var premise = premiseOf(traces[0]) is null ? (long?)null : traces.Sum(trace => premiseOf(trace)!.Value);
        var share = Ratio([.. traces.Select(trace => (isViolated(trace) ? 1.0 : 0.0, 1.0))])!;
        return new Found(share.Value > 0 ? Ruling.Fails : premise < 50 ? Ruling.Vacuous : Ruling.Holds, [share.Value], [share.Error], premise);
    }

    private List<NaiveTrace> Traces(World world) => [.. Enumerable.Range(0, paths).Select(path => Walk(world, path))];

    private sealed record Estimated(double Value, double[] Left)
    {
        public double Error => Math.Sqrt(Left.Sum(left => left * left) * Left.Length / (Left.Length - 1.0)) is var error && error < 1e-12 ? 0 : Math.Sqrt(Left.Sum(left => left * left) * Left.Length / (Left.Length - 1.0));

        public Estimated Less(Estimated other, double times = 1) => new(Value - (times * other.Value), [.. Left.Zip(other.Left, (a, b) => a - (times * b))]);
    }

    private Estimated? Ratio(List<(double A, double B)> read)
    {
        var (a, b) = (read.Sum(one => one.A), read.Sum(one => one.B));
        var groups = read.Index().GroupBy(one => Enumerable.Range(0, Groups).Last(g => g * paths / Groups <= one.Index), one => one.Item);
        return b == 0 ? null : new Estimated(a / b, [.. groups.Select(group => group.Sum(one => one.A - (a / b * one.B)) / b)]);
    }

    private (Estimated? Figure, long Met, long Happened) Measure(Quantity quantity, World world)
    {
        var traces = Traces(world);
        var met = quantity switch
        {
            MeanPosition => long.MaxValue,
            EventRate rate => traces.Sum(trace => (long)trace.InStep.Count(truths => truths[rate.While])),
            _ => traces.Sum(trace => (long)Read(quantity, trace).A),
        };
        var happened = quantity is EventRate of ? traces.Sum(trace => trace.Happened.Sum(step => (long)Count(of.Event, step))) : long.MaxValue;
        return (Ratio([.. traces.Select(trace => Read(quantity, trace))]), met, happened);
    }

    private static long? Premise(Quantity first, Quantity second, (Estimated? Figure, long Met, long Happened) a, (Estimated? Figure, long Met, long Happened) b) => (first, second) switch
    {
        (EventRate, EventRate) => Math.Min(Math.Min(a.Met, b.Met), Math.Max(a.Happened, b.Happened)),
        (EventRate, _) => Math.Min(a.Met, a.Happened),
        (_, EventRate) => Math.Min(b.Met, b.Happened),
        (MeanPosition, MeanPosition) => null,
        (MeanPosition, _) => b.Met,
        (_, MeanPosition) => a.Met,
        _ => Math.Max(a.Met, b.Met),
    };

    private static Ruling Rule(long? premise, params (double Margin, double Error, bool IsStrict)[] margins) =>
        premise < 50 ? Ruling.Vacuous
        : margins.Any(margin => Clear(margin) < 0) ? Ruling.Fails
        : margins.Any(margin => Clear(margin) == 0) ? Ruling.Undecided
        : Ruling.Holds;

    private static int Clear((double Margin, double Error, bool IsStrict) margin) => margin.Error == 0 && Math.Abs(margin.Margin) < 1e-12
        ? margin.IsStrict ? -1 : 1
        : Math.Abs(margin.Margin) <= 3 * margin.Error ? 0 : Math.Sign(margin.Margin);

    private Found Compared(ComparedWorlds claim)
    {
        var (first, second) = (Measure(claim.Quantity, claim.First), Measure(claim.Quantity, claim.Second));
        var premise = Premise(claim.Quantity, claim.Quantity, first, second);
        if (first.Figure is null || second.Figure is null)
        {
            return new Found(Ruling.Vacuous, Values(first.Figure, second.Figure), Errors(first.Figure, second.Figure), premise);
        }

        var difference = first.Figure.Less(second.Figure);
        var margin = (claim.IsLower ? -difference.Value : difference.Value) - claim.ByAtLeast;
        return new Found(
            Rule(premise, (margin, difference.Error, claim.ByAtLeast == 0)),
            Values(first.Figure, second.Figure, difference),
            Errors(first.Figure, second.Figure, difference),
            premise);
    }

    private Found Level(QuantityLevel claim)
    {
        var (figure, met, happened) = Measure(claim.Quantity, new World([]));
        var isBetween = claim.Above is not null && claim.Below is not null;
        var needsLower = claim.Above is not null && !(isBetween && claim.Above == 0);
        var needsUpper = claim.Below is not null && !(isBetween && claim.Below == 1 && claim.Quantity is not EventRate);
        long? premise = claim.Quantity switch
        {
            EventRate => needsLower ? Math.Min(met, happened) : met,
            MeanPosition => null,
            _ => needsLower ? met : null,
        };
        var margins = new List<(double, double, bool)>();
        if (figure is not null && needsLower)
        {
            margins.Add((figure.Value - claim.Above!.Value, Math.Max(figure.Error, Least(claim.Above!.Value)), !isBetween));
        }

        if (figure is not null && needsUpper)
        {
            margins.Add((claim.Below!.Value - figure.Value, Math.Max(figure.Error, Least(claim.Below!.Value)), !isBetween));
        }

        return new Found(figure is null ? Ruling.Vacuous : Rule(premise, [.. margins]), Values(figure), Errors(figure), premise);

        double Least(double threshold) => claim.Quantity switch
        {
            MeanPosition => 0,
            EventRate => figure!.Value * met * model.Horizon!.StepYears < 49.5 ? Math.Sqrt(threshold / (met * model.Horizon.StepYears)) : 0,
            _ => Math.Min(figure!.Value, 1 - figure.Value) * paths < 49.999 ? Math.Sqrt(threshold * (1 - threshold) / paths) : 0,
        };
    }

    private Found Order(QuantityOrder claim)
    {
        var measured = claim.Quantities.Select(quantity => Measure(quantity, new World([]))).ToList();
        long? premise = null;
        var margins = new List<(double, double, bool)>();
        for (var i = 0; i + 1 < measured.Count; i++)
        {
            var pair = Premise(claim.Quantities[i], claim.Quantities[i + 1], measured[i], measured[i + 1]);
            premise = premise is null || pair < premise ? pair ?? premise : premise;
            if (measured[i].Figure is { } larger && measured[i + 1].Figure is { } smaller)
            {
                margins.Add((larger.Less(smaller).Value, larger.Less(smaller).Error, true));
            }
        }

        var figures = measured.Select(one => one.Figure).ToArray();
        return new Found(figures.Contains(null) ? Ruling.Vacuous : Rule(premise, [.. margins]), Values(figures), Errors(figures), premise);
    }

    private Found Response(EventResponse claim)
    {
        var (within, window) = (horizon.StepsIn(claim.Within), Math.Max(horizon.StepsIn(claim.Within), claim.FadesWithin is { } period ? horizon.StepsIn(period) : 0));
        var none = new (double A, double B)[window];
        var pairs = new List<((double A, double B)[] With, (double A, double B)[] Without)>();
        var counted = 0;
        for (var path = 0; path < paths; path++)
        {
            var trace = Walk(new World([]), path);
            var s = trace.Happened.FindIndex(step => step.Any(happening => happening.Event == claim.Event.Index));
            if (s < 0 || s + window > Steps)
            {
                pairs.Add((none, none));
                continue;
            }

            counted++;
            var twin = Walk(new World([]), path, (claim.Event.Index, s));
            pairs.Add(([.. Enumerable.Range(1, window).Select(lag => Since(claim.Quantity, trace, s, lag))], [.. Enumerable.Range(1, window).Select(lag => Since(claim.Quantity, twin, s, lag))]));
        }

        var lags = Enumerable.Range(0, window).Select(lag =>
            Ratio([.. pairs.Select(pair => pair.With[lag])]) is { } with && Ratio([.. pairs.Select(pair => pair.Without[lag])]) is { } without ? with.Less(without) : null).ToList();
        var sign = claim.Rises ? 1 : -1;
        var largest = lags.Take(within).Where(lag => lag is not null).MaxBy(lag => sign * lag!.Value);
        if (largest is null)
        {
            return new Found(Ruling.Vacuous, [], [], counted);
        }

        var margins = new List<(double, double, bool)> { (sign * largest.Value, largest.Error, true) };
        if (claim.FadesWithin is null)
        {
            return new Found(Rule(counted, [.. margins]), [largest.Value], [largest.Error], counted);
        }

        var last = lags[horizon.StepsIn(claim.FadesWithin.Value) - 1];
        var before = lags.Take(horizon.StepsIn(claim.FadesWithin.Value) - 1).Where(lag => lag is not null).MaxBy(lag => Math.Abs(lag!.Value));
        if (last is null || before is null)
        {
            return new Found(Ruling.Vacuous, [largest.Value], [largest.Error], counted);
        }

        var half = new Estimated(0, new double[largest.Left.Length]).Less(before, -Math.Sign(before.Value) / 2.0).Less(last, Math.Sign(last.Value));
        margins.Add((half.Value, half.Error, true));
        return new Found(Rule(counted, [.. margins]), [largest.Value, last.Value], [largest.Error, last.Error], counted);
    }

    /// <summary>A quantity so many steps after an occurrence, of what came of it.</summary>
    private (double A, double B) Since(Quantity quantity, NaiveTrace trace, int s, int lag) => quantity switch
    {
        Chance { Event: { } of } => (trace.Happened.Skip(s).Take(lag).Any(happened => Count(of, happened) > 0) ? 1 : 0, 1),
        Chance { Condition: { } asks } => (trace.InStep.Skip(s + 1).Take(lag - 1).Any(truths => truths[asks]) || trace.AtDate[s + lag][asks] ? 1 : 0, 1),
        Share share => (trace.AtDate[s + lag][share.Condition] ? 1 : 0, 1),
        MeanPosition mean => (trace.States[s + lag][mean.Factor.Index] / (model.Factors[mean.Factor.Index].States.Length - 1.0), 1),
        EventRate rate => (
            Enumerable.Range(s, lag).Where(step => trace.InStep[step][rate.While]).Sum(step => Count(rate.Event, trace.Happened[step])),
            Enumerable.Range(s, lag).Count(step => trace.InStep[step][rate.While]) * horizon.StepYears),
        _ => throw new NotSupportedException(quantity.ToString()),
    };

    private static double[] Values(params Estimated?[] figures) => [.. figures.OfType<Estimated>().Select(figure => figure.Value)];

    private static double[] Errors(params Estimated?[] figures) => [.. figures.OfType<Estimated>().Select(figure => figure.Error)];
}
