using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;
using Detente.Tests.Compiled;

namespace Detente.Tests.Simulation;

/// <summary>Small models with time, and walks through them.</summary>
internal static class Timed
{
    public static readonly DateOnly Start = new(2020, 1, 1);

    public static readonly Period Always = new(0, TimeUnit.Month);

    public static Period Months(double count) => new(count, TimeUnit.Month);

    public static PeriodEstimate Span(double months) => PeriodEstimate.Point(Months(months));

    public static Horizon Horizon(int months) => new(Start, Start.AddMonths(months).AddDays(-1), TimeUnit.Month);

    public static Model Model(int months, IEnumerable<Factor> factors, params IEnumerable<Influence> influences) =>
        ModelBuilder.Model(factors, influences) with { Horizon = Horizon(months), Decisiveness = Estimate.Point(Elementary.LogOf2) };

    public static Factor Factor(string id, int states, int initial, double months, FactorScale scale = FactorScale.Ordered) =>
        ModelBuilder.Factor(id, states, scale, initial) with { Inertia = new Inertia(Span(months), Span(months)) };

    public static Factor Fixed(string id, int states, int initial) =>
        ModelBuilder.Factor(id, states, FactorScale.Ordered, initial) with { Inertia = new Inertia(null, null) };

    public static Tendency Lean(int factor, double points, int? towards = null) =>
        new($"f{factor}", new FactorId(factor), new Lean(Estimate.Point(points), towards), Provenance.Judgement);

    public static Condition In(int factor, params ImmutableArray<int> states) => ModelBuilder.In(factor, states);

    public static Scheduled On(int step, double probability = 1) => new([Start.AddMonths(step)], Estimate.Point(probability), null, null);

    public static Consequence By(params ImmutableArray<(int Event, double Probability, Pathway? Pathway)> causes) =>
        new([.. causes.Select(cause => new Cause(new EventReference(new EventId(cause.Event), null), Estimate.Point(cause.Probability), cause.Pathway, null))]);

    public static ModelEvent Event(string id, Trigger trigger, params ImmutableArray<Effect> effects) =>
        new(id, LocalizedText.Same(id), trigger, [new Outcome(id, LocalizedText.Same(id), Estimate.Point(1), null, effects, [])]);

    public static SetEffect Set(int factor, int state) => new(new FactorId(factor), state);

    public static MoveEffect Move(int factor, int steps) => new(new FactorId(factor), steps);

    public static PushEffect Push(int factor, double points, double halfLifeMonths, int? towards = null) =>
        new(new FactorId(factor), new Lean(Estimate.Point(points), towards)) { HalfLife = Months(halfLifeMonths) };

    /// <summary>A measure that is agreed as soon as it can be.</summary>
    public static Measure Measure(string id, params ImmutableArray<Effect> effects) =>
        new(id, LocalizedText.Same(id)) { Uptake = Estimate.Point(1e9), Effects = effects };

    public static Model Pursuing(this Model model, params IEnumerable<Pursuit> pursuits) => model with
    {
        Strategies = [new Strategy("s", LocalizedText.Same("s"), [], [.. pursuits], Provenance.Judgement)],
        Baseline = [new StrategyId(0)],
    };

    public static Model PursuingAll(this Model model) => model.Pursuing(model.Measures.Select((_, m) => new Pursuit(new MeasureId(m), null, null, [])));

    public static PathSimulator Simulator(Model model) =>
        ModelCompiler.Compile(model) is var compiled ? new PathSimulator(compiled, new PathRules(compiled.ActiveStrategies([]))) : null!;

    public static void Begin(this PathSimulator simulator, ulong path = 0, ulong seed = 1) =>
        simulator.Start(new DrawParameters(simulator.Model, simulator.Model.Numbers.StatedPoints()), KeyedNoise.PathKey(seed, 1, path));

    public static void Step(this PathSimulator simulator)
    {
        simulator.MoveMeasures();
        simulator.Finish();
    }

    /// <summary>The states of one path at all dates.</summary>
    public static int[][] Walk(Model model, ulong path = 0)
    {
        var simulator = Simulator(model);
        simulator.Begin(path);
        var states = new List<int[]> { simulator.View.States.ToArray() };
        for (var step = 0; step < simulator.Model.StepCount; step++)
        {
            simulator.Step();
            states.Add(simulator.View.States.ToArray());
        }

        return [.. states];
    }

    /// <summary>Share of paths for which something is true after all steps.</summary>
    public static double Share(Model model, int paths, Func<PathSimulator, bool> isTrue)
    {
        var simulator = Simulator(model);
        var parameters = new DrawParameters(simulator.Model, simulator.Model.Numbers.StatedPoints());
        var count = 0;
        for (var path = 0; path < paths; path++)
        {
            simulator.Start(parameters, KeyedNoise.PathKey(7, 1, (ulong)path));
            for (var step = 0; step < simulator.Model.StepCount; step++)
            {
                simulator.Step();
            }

            count += isTrue(simulator) ? 1 : 0;
        }

        return (double)count / paths;
    }

    /// <summary>A share must be within 4.5 standard errors of a probability, and exactly it where nothing is left to chance.</summary>
    public static void IsClose(double probability, double share, int paths)
    {
        var error = Math.Sqrt(probability * (1 - probability) / paths);
        Assert.InRange(share, probability - (4.5 * error) - 1e-12, probability + (4.5 * error) + 1e-12);
    }

    /// <summary>The distribution of the only factor after one step must be the one computed by hand.</summary>
    public static void AfterOneStep(Model model, params double[] expected)
    {
        const int paths = 40_000;
        var counts = new int[expected.Length];
        Share(model, paths, simulator => ++counts[simulator.View.States[0]] > 0);
        for (var state = 0; state < expected.Length; state++)
        {
            IsClose(expected[state], (double)counts[state] / paths, paths);
        }
    }
}
