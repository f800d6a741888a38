using System.Collections.Immutable;
using Detente.Models;
using Detente.Tests.Compiled;

namespace Detente.Tests.Simulation;

/// <summary>Small models with everything that has no memory, from a seed.</summary>
internal sealed class RandomTimedModel
{
    private readonly Random random;
    private readonly Factor[] factors;

    private RandomTimedModel(int seed)
    {
        random = new Random(seed);
        factors = [.. Enumerable.Range(0, random.Next(2, 4)).Select(RandomFactor)];
    }

    public static Model Of(int seed) => new RandomTimedModel(seed).Create();

    private Model Create()
    {
        var events = Enumerable.Range(0, 4).Select(RandomEvent).ToImmutableArray();
        var measures = Enumerable.Range(0, 2).Select(RandomMeasure).ToImmutableArray();
        return ModelBuilder.Model(factors, Enumerable.Range(0, 4).Select(RandomInfluence)) with
        {
            Horizon = Timed.Horizon(8),
            Decisiveness = Estimate.Point(0.5 + random.NextDouble()),
            Tendencies = [Timed.Lean(0, random.Next(-2, 3), random.Next(2) == 0 || factors[0].Scale == FactorScale.Nominal ? 0 : null)],
            Barred = [new Detente.Models.Barrier(new FactorId(1), [random.Next(factors[1].States.Length)], RandomCondition(false), Provenance.Judgement)],
            Severities = [new("low", LocalizedText.Same("low"), 1), new("high", LocalizedText.Same("high"), 2)],
            Events = events,
            Measures = measures,
            Strategies =
            [
                new Strategy("s", LocalizedText.Same("s"), [],
                [
                    new Pursuit(new MeasureId(0), random.Next(2) == 0 ? RandomCondition(true) : null, null, []),
                    new Pursuit(new MeasureId(1), null, null, measures[0].SustainedBy is null ? [new MeasureId(0)] : []),
                ], Provenance.Judgement),
            ],
            Baseline = [new StrategyId(0)],
            Constraints = [new Constraint("c", LocalizedText.Same("c"), new AllOf([RandomCondition(true), RandomCondition(true)]), true, Provenance.Judgement)],
            Scenarios = [Kind("a", RandomCondition(true)), Kind("b", RandomCondition(true)), Kind("rest", new ConstantCondition(true))],
        };
    }

    private static Scenario Kind(string id, Condition rule) => new(id, LocalizedText.Same(id), null, rule, null, Provenance.Judgement);

    private Factor RandomFactor(int f)
    {
        var states = random.Next(2, 5);
        var (up, down) = (random.Next(1, 20), random.Next(1, 20));
        var scale = random.Next(3) == 0 ? FactorScale.Nominal : FactorScale.Ordered;
        var factor = Timed.Factor($"f{f}", states, random.Next(states), up, scale);
        factor = scale == FactorScale.Ordered && random.Next(2) == 0 ? factor with { Inertia = new Inertia(Timed.Span(up), random.Next(4) == 0 ? null : Timed.Span(down)) } : factor;
        return factor.Moves == MoveRule.Neighbours && random.Next(4) == 0 ? factor with { Moves = MoveRule.Any } : factor;
    }

    private Influence RandomInfluence(int i)
    {
        var (source, target) = (random.Next(factors.Length), random.Next(factors.Length));
        var cells = from a in Enumerable.Range(0, factors[source].States.Length)
                    from b in Enumerable.Range(0, factors[target].States.Length)
                    select (a, b, (double)random.Next(-3, 4));
        return ModelBuilder.Cells(source, target, cells) with { Name = $"i{i}", When = random.Next(3) == 0 ? RandomState() : null };
    }

    private ModelEvent RandomEvent(int e)
    {
        Trigger trigger = e switch
        {
            0 => new Scheduled([Timed.Start.AddMonths(1), Timed.Start.AddMonths(4), Timed.Start.AddMonths(4).AddDays(9)], Estimate.Point(random.NextDouble()), null, Timed.Months(1)),
            1 => new Stochastic(Estimate.Point(4 * random.NextDouble())),
            2 => new Consequence([
                new Cause(new EventReference(new EventId(0), random.Next(2)), Estimate.Point(random.NextDouble()), null, null),
                new Cause(new EventReference(new EventId(1), null), Estimate.Point(random.NextDouble()), Pathway.Deliberate, RandomCondition(true))]),
            _ => new Consequence([
                new Cause(new EventReference(new EventId(2), null), Estimate.Point(random.NextDouble()), null, null),
                new Cause(new EventReference(new EventId(0), null), Estimate.Point(random.NextDouble()), Pathway.Inadvertent, null)]),
        };
        return new ModelEvent($"e{e}", LocalizedText.Same($"e{e}"), trigger,
        [
            new Outcome("x", LocalizedText.Same("x"), Estimate.Point(2), e % 2 == 0 ? 0 : null, RandomEffects(), []),
            new Outcome("y", LocalizedText.Same("y"), Estimate.Point(1), 1, RandomEffects(), [RandomMultiplier()]),
        ])
        {
            Pathway = (Pathway)random.Next(3),
            When = random.Next(3) == 0 ? RandomCondition(true) : null,
            Multipliers = [RandomMultiplier()],
        };
    }

    private Multiplier RandomMultiplier() => new(RandomCondition(true), Estimate.Point(random.Next(4) == 0 ? 0 : 3 * random.NextDouble()), Provenance.Judgement);

    private Measure RandomMeasure(int m) => new($"m{m}", LocalizedText.Same($"m{m}"))
    {
        Uptake = Estimate.Point(1 + (9 * random.NextDouble())),
        Preconditions = [new Precondition("p", LocalizedText.Same("p"), RandomCondition(false), Provenance.Judgement)],
        Gate = (Gate)random.Next(2),
        SustainedBy = random.Next(2) == 0 ? RandomCondition(false) : null,
        Early = random.Next(2) == 0 ? RandomEffects() : [],
        Effects =
        [
            .. RandomEffects(),
            .. RandomEffects().Select(effect => effect with { Rate = Estimate.Point(5 * random.NextDouble()) }),
            (random.Next(3) is var held ? new HoldEffect(new FactorId(random.Next(factors.Length)), held != 1, held != 2) : null!) with { Chance = Chance() },
            new MultiplyEffect(new EventReference(new EventId(random.Next(4)), random.Next(2) == 0 ? 1 : null), Estimate.Point(2 * random.NextDouble())) { Chance = Chance() },
        ],
    };

    private ImmutableArray<Effect> RandomEffects() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => RandomEffect())];

    private Effect RandomEffect()
    {
        var f = random.Next(factors.Length);
        var states = factors[f].States.Length;
        Effect effect = (random.Next(4), factors[f].Scale) switch
        {
            (0, FactorScale.Ordered) => Timed.Move(f, random.Next(-2, 3)),
            (1, FactorScale.Ordered) => new DrawEffect(new FactorId(f), [new(-1, Weight()), new(0, Weight()), new(2, Weight())], true),
            (2, _) => new DrawEffect(new FactorId(f), [new(0, Weight()), new(states - 1, Weight())], false),
            _ => Timed.Set(f, random.Next(states)),
        };
        return effect with { Chance = Chance(), When = random.Next(3) == 0 ? RandomCondition(true) : null };
    }

    private Estimate Weight() => Estimate.Point(random.NextDouble());

    private Estimate Chance() => Estimate.Point(random.Next(3) == 0 ? 1 : random.NextDouble());

    private FactorIn RandomState()
    {
        var f = random.Next(factors.Length);
        return new FactorIn(new FactorId(f), [random.Next(factors[f].States.Length)], null);
    }

    private Condition RandomCondition(bool asksForMeasures) => random.Next(asksForMeasures ? 6 : 4) switch
    {
        0 => new Not(RandomState()),
        1 => new AnyOf([RandomState(), new DateCondition(Comparison.Less, Timed.Start.AddMonths(random.Next(8)))]),
        2 => new AtLeast(2, [RandomState(), RandomState(), new During(new EventId(0))]),
        4 => new AnyOf([new InForce(new MeasureId(0)), RandomState()]),
        5 => new AnyOf([new Agreed(new MeasureId(1)), RandomState()]),
        _ => RandomState(),
    };
}
