using Detente.Models;
using Detente.Tests.Compiled;

namespace Detente.Tests.Simulation;

/// <summary>Models of many factors that mostly move to any state, with all that reaches their redraw, from a seed.</summary>
internal sealed class RandomNominalModel
{
    private readonly Random random;
    private readonly Factor[] factors;
    private readonly bool isPlain;
    private readonly double scale;

    private RandomNominalModel(int seed)
    {
        random = new Random(seed);
        isPlain = seed % 3 == 0;
        scale = (seed % 5) switch { 0 or 1 => 1, 2 => 0.37, 3 => 12.5, _ => 90 }; // a common unit, none, and sums too large for a byte, and for 16 bits
        factors = [.. Enumerable.Range(0, random.Next(3, 14)).Select(RandomFactor)];
    }

    public static Model Of(int seed) => new RandomNominalModel(seed).Create(seed);

    private Model Create(int seed)
    {
        var influences = from target in Enumerable.Range(0, factors.Length)
                         from source in Enumerable.Range(0, factors.Length).OrderBy(_ => random.Next()).Take(random.Next(13))
                         select (source, target);
        return ModelBuilder.Model(factors, influences.Select((pair, i) => RandomInfluence(i, pair.source, pair.target))) with
        {
            Horizon = Timed.Horizon(6),
            Decisiveness = Estimate.Point((seed % 7) switch { 0 => double.PositiveInfinity, 1 => 0, 2 => 0.01, 3 => 3, _ => random.NextDouble() }),
            Tendencies = [Timed.Lean(0, random.Next(-2, 3), 0), Timed.Lean(2, random.NextDouble(), 1)],
            Barred = isPlain ? [] : [new Detente.Models.Barrier(new FactorId(1), [random.Next(factors[1].States.Length)], RandomState(), Provenance.Judgement)],
            Severities = [new("low", LocalizedText.Same("low"), 1)],
            Events = [.. Enumerable.Range(0, 4).Select(RandomEvent)],
            Measures = [.. Enumerable.Range(0, 2).Select(RandomMeasure)],
            Strategies = [new Strategy("s", LocalizedText.Same("s"), [], [.. Enumerable.Range(0, 2).Select(m => new Pursuit(new MeasureId(m), null, null, []))], Provenance.Judgement)],
            Baseline = [new StrategyId(0)],
        };
    }

    private Factor RandomFactor(int f)
    {
        var states = random.Next(2, isPlain ? 5 : 7);
        var factor = Timed.Factor($"f{f}", states, random.Next(states), random.Next(1, 20), FactorScale.Nominal);
        return random.Next(8) switch
        {
            0 => factor with { Scale = FactorScale.Ordered, Moves = MoveRule.Neighbours },
            1 => factor with { Inertia = new Inertia(null, null) },
            2 => factor with { Inertia = new Inertia(Timed.Span(0.1), Timed.Span(0.1)) }, // practically always reconsidered
            3 => factor with { Inertia = new Inertia(Timed.Span(500), Timed.Span(500)) }, // the first byte of the threshold is 0
            _ => factor,
        };
    }

    private Influence RandomInfluence(int i, int source, int target)
    {
        var cells = from a in Enumerable.Range(0, factors[source].States.Length)
                    from b in Enumerable.Range(0, factors[target].States.Length)
                    select (a, b, Math.Round(scale * random.Next(-3, 4), 2));
        return ModelBuilder.Cells(source, target, cells) with
        {
            Name = $"i{i}",
            When = !isPlain && random.Next(20) == 0 ? RandomState() : null,
            Delay = !isPlain && random.Next(20) == 0 ? new Period(random.Next(1, 4), TimeUnit.Month) : null,
        };
    }

    private ModelEvent RandomEvent(int e)
    {
        var f = random.Next(factors.Length);
        Effect[] effects =
        [
            new PushEffect(new FactorId(f), new Lean(Estimate.Point(Math.Round(scale * ((4 * random.NextDouble()) - 2), 2)), random.Next(factors[f].States.Length))) { HalfLife = new Period(random.Next(1, 9), TimeUnit.Month) },
            Timed.Set(random.Next(factors.Length), 0) with { Chance = Estimate.Point(0.3) },
        ];
        return new ModelEvent($"e{e}", LocalizedText.Same($"e{e}"), new Stochastic(Estimate.Point(3 * random.NextDouble())), [new Outcome("x", LocalizedText.Same("x"), Estimate.Point(1), 0, [.. effects.Take(e == 3 ? 2 : 1)], [])])
        {
            Multipliers = [new Multiplier(RandomState(), Estimate.Point(3 * random.NextDouble()), Provenance.Judgement)],
        };
    }

    private Measure RandomMeasure(int m)
    {
        var f = random.Next(factors.Length);
        return new($"m{m}", LocalizedText.Same($"m{m}"))
        {
            Uptake = Estimate.Point(1 + (9 * random.NextDouble())),
            SustainedBy = new Not(RandomState()),
            Effects =
            [
                new PushEffect(new FactorId(f), new Lean(Estimate.Point(scale), random.Next(factors[f].States.Length))),
                .. isPlain ? Array.Empty<Effect>() : [new HoldEffect(new FactorId(random.Next(factors.Length)), m == 0, true) { Chance = Estimate.Point(0.5) }],
            ],
        };
    }

    private FactorIn RandomState()
    {
        var f = random.Next(factors.Length);
        return new FactorIn(new FactorId(f), [random.Next(factors[f].States.Length)], null);
    }
}
