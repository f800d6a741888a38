using System.Collections.Immutable;
using Detente.Models;
using Detente.Numerics;

namespace Detente.Benchmarks;

/// <summary>A model of the size of a worked one, without any meaning: 15 factors, 40 influences, 12 events, 8 measures, 120 months.</summary>
internal static class SyntheticModel
{
    private const int Factors = 15;
    private const int Influences = 40;
    private const int Events = 12;
    private const int Measures = 8;

    /// <summary>The model.</summary>
    public static Model Create() => new()
    {
        Id = "synthetic",
        Title = LocalizedText.Same("Synthetic"),
        Horizon = new Horizon(new DateOnly(2020, 1, 1), new DateOnly(2029, 12, 31), TimeUnit.Month),
        Factors = [.. Enumerable.Range(0, Factors).Select(FactorAt)],
        Influences = [.. Enumerable.Range(0, Influences).Select(InfluenceAt)],
        Severities = [new("low", LocalizedText.Same("low"), 1), new("mid", LocalizedText.Same("mid"), 3), new("high", LocalizedText.Same("high"), 5)],
        Events = [.. Enumerable.Range(0, Events).Select(EventAt)],
        Measures = [.. Enumerable.Range(0, Measures).Select(MeasureAt)],
        Strategies = [new("all", LocalizedText.Same("all"), [], [.. Enumerable.Range(0, Measures).Select(m => new Pursuit(new MeasureId(m), null, null, []))], Provenance.Judgement)],
        Baseline = [new StrategyId(0)],
        Scenarios = [.. Enumerable.Range(0, 5).Select(ScenarioAt)],
    };

    private static int States(int factor) => 2 + (factor % 3);

    private static int Pick(string of, int i, int below) => (int)(KeyedNoise.Purpose(FormattableString.Invariant($"{of}{i}")) % (ulong)below);

    private static Factor FactorAt(int i)
    {
        var inertia = PeriodEstimate.Point(new Period(6 + Pick("inertia", i, 30), TimeUnit.Month));
        var states = Enumerable.Range(0, States(i)).Select(s => new FactorState($"s{s}", LocalizedText.Same($"s{s}")));
        return new Factor($"f{i}", LocalizedText.Same($"f{i}"), i % 5 == 4 ? FactorScale.Nominal : FactorScale.Ordered, [.. states])
        {
            Initial = Pick("initial", i, States(i)),
            Inertia = new Inertia(inertia, inertia),
        };
    }

    private static Influence InfluenceAt(int i)
    {
        var (from, to) = (Pick("from", i, Factors), Pick("to", i, Factors));
        to = from == to ? (to + 1) % Factors : to;
        var cells = Enumerable.Range(0, States(from)).Select(s => new ImpactCell(s, Pick("cell", (i * 10) + s, States(to)), new Estimate(Pick("impact", (i * 10) + s, 7) - 3, -3, 3)));
        return new Influence($"i{i}", new FactorId(from), new FactorId(to))
        {
            Cells = [.. cells],
            When = i % 8 == 7 ? State((from + 3) % Factors, 0) : null,
        };
    }

    private static FactorIn State(int factor, int state) => new(new FactorId(factor), [state], null);

    private static ModelEvent EventAt(int i)
    {
        Trigger trigger = (i % 4) switch
        {
            0 => new Scheduled([new DateOnly(2021 + (i / 2), 6, 1)], Estimate.Point(0.6), null, null),
            3 => new Consequence([new Cause(new EventReference(new EventId(i - 1), null), Estimate.Point(0.3), Pathway.Deliberate, null)]),
            _ => new Stochastic(new Estimate(0.3, 0.1, 0.6)),
        };
        var factor = Pick("hit", i, Factors);
        ImmutableArray<Effect> effects =
        [
            new PushEffect(new FactorId(factor), new Lean(Estimate.Point(1.5), 0)) { HalfLife = new Period(6, TimeUnit.Month) },
            new SetEffect(new FactorId((factor + 2) % Factors), 0) { Chance = Estimate.Point(0.4) },
        ];
        return new ModelEvent($"e{i}", LocalizedText.Same($"e{i}"), trigger,
        [
            new Outcome("mild", LocalizedText.Same("mild"), Estimate.Point(4), 0, effects, []),
            new Outcome("grave", LocalizedText.Same("grave"), Estimate.Point(1), 1 + (i % 2), effects, []),
        ])
        {
            Multipliers = [new Multiplier(State(Pick("multiplier", i, Factors), 0), Estimate.Point(2), Provenance.Judgement)],
            Pathway = (Pathway)(i % 3),
        };
    }

    private static Measure MeasureAt(int i) => new($"m{i}", LocalizedText.Same($"m{i}"))
    {
        Preconditions = [new Precondition($"p{i}", LocalizedText.Same($"p{i}"), State(Pick("gate", i, Factors), 0), Provenance.Judgement)],
        Uptake = Estimate.Point(0.5),
        Lead = new Period(3, TimeUnit.Month),
        SustainedBy = new Not(State(Pick("end", i, Factors), 1)),
        Effects =
        [
            new MultiplyEffect(new EventReference(new EventId(i), null), Estimate.Point(0.5)),
            new PushEffect(new FactorId(Pick("target", i, Factors)), new Lean(Estimate.Point(1), 0)),
        ],
    };

    private static Scenario ScenarioAt(int i)
    {
        Condition rule = i switch
        {
            4 => new ConstantCondition(true),
            0 => new AnyOf([new Occurred(new EventPattern(null, 3), new Period(24, TimeUnit.Month)), new AllOf([State(0, 0), State(1, 0)])]),
            _ => new AtLeast(2, [State(i, 0), State(i + 4, 1), State(i + 8, 0)]),
        };
        return new Scenario($"k{i}", LocalizedText.Same($"k{i}"), null, rule, null, Provenance.Judgement);
    }
}
