using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Tests.Simulation;

/// <summary>A <see cref="RandomTimedModel"/> with everything added that has a memory: windows, history, delays, pushes, leads, pauses, repeats.</summary>
internal sealed class RandomLongModel
{
    private readonly Random random;
    private readonly Model basis;

    private RandomLongModel(int seed)
    {
        random = new Random(seed + 1000);
        basis = RandomTimedModel.Of(seed);
    }

    public static Model Of(int seed) => new RandomLongModel(seed).Create();

    private Model Create()
    {
        var step = random.Next(3) switch { 0 => TimeUnit.Week, 1 => TimeUnit.Quarter, _ => TimeUnit.Month };
        return basis with
        {
            Horizon = new Horizon(Timed.Start, Timed.Start.AddMonths(step == TimeUnit.Quarter ? 60 : 18), step),
            Factors = [.. basis.Factors.Select(factor => factor with { Since = random.Next(2) == 0 ? null : Timed.Start.AddMonths(-random.Next(9)), Decisiveness = random.Next(3) == 0 ? Estimate.Point(2) : null })],
            Influences = [.. basis.Influences.Select(Delayed), .. Enumerable.Range(0, 2).Select(Weighted)],
            Tendencies = [.. basis.Tendencies, Timed.Lean(1, 0.01 * random.Next(-200, 200), random.Next(basis.Factors[1].States.Length))],
            Events = [.. basis.Events.Select(Remembering)],
            History = [.. Enumerable.Range(0, 3).Select(Past)],
            Measures = [.. basis.Measures.Select(Remembering)],
            Strategies =
            [
                .. basis.Strategies.Select(strategy => strategy with { Pursuits = [.. strategy.Pursuits.Select(pursuit => pursuit with { Until = Sometimes() })] }),
                new Strategy("t", LocalizedText.Same("t"), [], [new Pursuit(new MeasureId(random.Next(2)), Sometimes(), Sometimes(), [])], Provenance.Judgement),
            ],
            Baseline = [new StrategyId(0), new StrategyId(1)],
            Barred = [.. basis.Barred, new Detente.Models.Barrier(new FactorId(0), [random.Next(basis.Factors[0].States.Length)], new AllOf([Window(true), Window(true)]), Provenance.Judgement)],
            Scenarios = [.. basis.Scenarios.Select((kind, k) => k < 2 ? kind with { Rule = new AnyOf([kind.Rule, Window(false)]) } : kind)],
            Constraints = [.. basis.Constraints, new Constraint("d", LocalizedText.Same("d"), new AllOf([Window(true), Window(true)]), true, Provenance.Judgement)],
        };
    }

    private Influence Delayed(Influence influence) => random.Next(3) == 0 ? influence with { Delay = Period() } : influence;

    private Influence Weighted(int place) => new($"w{place}", Factor(), Factor())
    {
        Weight = Estimate.Point(0.01 * random.Next(-300, 300)),
        Shape = (ImpactShape)random.Next(2),
        Delay = random.Next(2) == 0 ? Period() : null,
        When = random.Next(2) == 0 ? State() : null,
    };

    private ModelEvent Remembering(ModelEvent of) => of with
    {
        Repeats = of.Trigger is Stochastic && random.Next(2) == 0,
        Trigger = of.Trigger is Stochastic stochastic ? new Stochastic(Estimate.Point(5 * stochastic.Rate.Value)) : of.Trigger,
        When = of.When is null ? Sometimes() : new AnyOf([of.When, Window(true)]),
        Multipliers = [.. of.Multipliers, new Multiplier(Window(true), Estimate.Point(2 * random.NextDouble()), Provenance.Judgement)],
        Outcomes = [.. of.Outcomes.Select(outcome => outcome with { Effects = [Push(false), .. outcome.Effects, Push(false), Push(false)] })],
    };

    private Measure Remembering(Measure measure) => measure with
    {
        Lead = random.Next(3) == 0 ? null : Period(),
        Pause = random.Next(2) == 0 ? null : Period(),
        SustainedBy = random.Next(2) == 0 ? measure.SustainedBy : new AnyOf([State(), Window(true)]),
        Preconditions = random.Next(2) == 0 ? measure.Preconditions : [new Precondition("q", LocalizedText.Same("q"), Window(true), Provenance.Judgement)],
        Effects = [.. measure.Effects, Push(true), Push(true) with { Rate = Estimate.Point(3) }],
        Early = [.. measure.Early, Push(true)],
    };

    private PushEffect Push(bool ofMeasure)
    {
        var factor = Factor();
        var of = basis.Factors[factor.Index];
        var towards = of.Scale == FactorScale.Nominal || random.Next(2) == 0 ? random.Next(of.States.Length) : (int?)null;
        var isBound = random.Next(3) == 0;
        var stacks = random.Next(3) == 0;
        return new PushEffect(factor, new Lean(Estimate.Point(random.Next(-300, 301) / 100.0), towards))
        {
            HalfLife = isBound ? null : Period(),
            While = (isBound && !ofMeasure) || random.Next(4) == 0 ? Window(true) : null,
            Stacks = stacks,
            Cap = stacks ? 4 : null,
            Chance = Estimate.Point(random.Next(2) == 0 ? 1 : 0.5),
            When = random.Next(4) == 0 ? Window(true) : null,
        };
    }

    private HistoricEvent Past(int place) =>
        new(new EventReference(new EventId(random.Next(4)), random.Next(3) is var outcome && outcome < 2 ? outcome : null), Timed.Start.AddDays(-random.Next(1, 400)), Provenance.Judgement);

    private FactorId Factor() => new(random.Next(basis.Factors.Length));

    private Period Period() => new(random.Next(1, 8), (TimeUnit)random.Next(1, 4));

    private Condition? Sometimes() => random.Next(3) == 0 ? Window(true) : null;

    private FactorIn State() => Factor() is var factor ? new FactorIn(factor, [random.Next(basis.Factors[factor.Index].States.Length)], null) : null!;

    private EventPattern Pattern() => random.Next(3) switch
    {
        0 => new EventPattern(null, random.Next(1, 3)),
        1 => new EventPattern(new EventReference(new EventId(random.Next(4)), null), 0),
        _ => new EventPattern(new EventReference(new EventId(random.Next(4)), random.Next(2)), 0),
    };

    /// <summary>A condition that looks back, or what goes with one; in the rule of a scenario none may ask for scenarios.</summary>
    private Condition Window(bool mayAskForScenarios) => random.Next(mayAskForScenarios ? 10 : 8) switch
    {
        0 => new Occurred(Pattern(), random.Next(3) == 0 ? null : Period()),
        1 => new CountCondition(Pattern(), Period(), (Comparison)random.Next(6), random.Next(3)),
        2 => new Held(State(), Period()),
        3 => new Held(new Not(State()), Period()),
        4 => new Not(new Held(new AnyOf([State(), new Held(State(), Period()), new Occurred(Pattern(), Period())]), Period())),
        5 => new Held(new AnyOf([new InForce(new MeasureId(random.Next(2))), new Agreed(new MeasureId(0)), new Not(new During(new EventId(0)))]), Period()),
        6 => new AtLeast(2, [new Agreed(new MeasureId(random.Next(2))), State(), new InForce(new MeasureId(random.Next(2))), new During(new EventId(0))]),
        7 => new AnyOf([new DateCondition(Comparison.GreaterOrEqual, Timed.Start.AddDays(random.Next(500))), State()]),
        8 => new InScenario(new ScenarioId(random.Next(3))),
        _ => new Held(new Not(new InScenario(new ScenarioId(random.Next(3)))), Period()),
    };
}
