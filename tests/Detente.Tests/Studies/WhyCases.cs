using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Compiled;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Studies;

/// <summary>Models in which it is known why a kind of future comes out.</summary>
internal static class WhyCases
{
    public const int Deciding = 0;

    /// <summary>Kind "won" is that factor 0 is in its upper state at the date.</summary>
    public static ImmutableArray<Scenario> Won { get; } =
    [
        new("won", LocalizedText.Same("Won"), null, In(0, 1), null, Provenance.Judgement),
        new("lost", LocalizedText.Same("Lost"), null, new ConstantCondition(true), null, Provenance.Judgement),
    ];

    /// <summary>Factors and elements that have nothing to do with factor 0: two factors in a loop, a tendency, two events, a measure pursued and one not.</summary>
    public static Model With(Factor deciding, params IEnumerable<Influence> influences) =>
        Model(24, [deciding, Factor("f1", 3, 1, 4), Factor("f2", 3, 1, 4), Fixed("f3", 2, 1)], [.. influences, ModelBuilder.Weight(1, 2, 2), ModelBuilder.Weight(2, 1, -2)]) with
        {
            Tendencies = [Lean(1, 1)],
            Events = [Event("e0", new Stochastic(Estimate.Point(0.5)), Push(1, 2, 3)), Event("e1", On(5, 0.5), Move(2, 1))],
            Measures = [Measure("m0", Push(1, 1, 3)), Measure("m1", Push(2, 1, 3))],
            Strategies = [new Strategy("s", LocalizedText.Same("s"), [], [new Pursuit(new MeasureId(0), null, null, [])], Provenance.Judgement)],
            Baseline = [new StrategyId(0)],
            Scenarios = Won,
        };

    /// <summary>Factor 0 is drawn up by the influence of the fixed factor 3 and by nothing else.</summary>
    public static Model ByInfluence() => With(Factor("f0", 2, 0, 2), ModelBuilder.Weight(3, 0, 2));

    /// <summary>Factor 0 moves only when an event of the twelfth month happens, which it does on half of the paths.</summary>
    public static Model ByEvent() => With(Fixed("f0", 2, 0)) is var model
        ? model with { Events = [.. model.Events, Event("decides", On(12, 0.5), Set(0, 1))] }
        : null!;

    /// <summary>Factor 0 moves only by a measure that nobody pursues; where it is pursued, an event takes back what it did on half of the paths.</summary>
    public static Model ByMissingMeasure() => With(Fixed("f0", 2, 0)) is var model
        ? model with { Measures = [.. model.Measures, Measure("missing", new SetEffect(new FactorId(0), 1) { Chance = Estimate.Point(0.5) })] }
        : null!;

    /// <summary>Nothing acts on factor 0, which goes its own way; the others go theirs.</summary>
    public static Model ByNothing(int others) => Model(24, [Factor("f0", 2, 0, 3), .. Enumerable.Range(1, others).Select(f => Factor($"f{f}", 3, 1, 3))]) with
    {
        Tendencies = [.. Enumerable.Range(0, others).Select(f => Lean(f, 0) with { Lean = new Lean(new Estimate(0, -2, 2), null) })],
        Events = [.. Enumerable.Range(0, others).Select(e => Event($"e{e}", new Stochastic(new Estimate(0.5, 0.1, 2)), Push((e % others) + 1, 1, 2)))],
        Scenarios = Won,
    };

    public static WhyStudy Study(Model model, int draws = 5, int paths = 200) => new(model, new StudyOptions { Draws = draws, Paths = paths, Seed = 3, Threads = 1 }) { Kind = new ScenarioId(0) };

    public static WhyResult Run(WhyStudy study) => (WhyResult)new StudyRunner().Run(study, null, CancellationToken.None);
}
