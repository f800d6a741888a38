using Detente.Claims;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Simulation;

namespace Detente.Tests.Claims;

/// <summary>Figures of worlds against the exact chances of a model that is what the world makes of it.</summary>
public sealed class ExactTwinTests
{
    private const int Paths = 6_000;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 8)];

    private static FuturesResult Exact(Model model) => (FuturesResult)new StudyRunner().Run(
        new FuturesStudy(model, new StudyOptions { Draws = 1, Paths = 2, Threads = 1, Exact = true }), null, CancellationToken.None);

    /// <summary>Held: a factor that begins in its state and that nothing moves. Kept from happening: no weight. Taken out: not there.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Worlds_have_the_exact_chances_of_the_model_they_amount_to(int seed)
    {
        var model = RandomTimedModel.Of(seed);
        var state = seed % model.Factors[0].States.Length;
        var held = Frozen(model with
        {
            Factors = [model.Factors[0] with { Initial = state, Inertia = new Inertia(null, null) }, .. model.Factors[1..]],
        });
        var silent = model with { Events = [model.Events[0], model.Events[1] with { When = new ConstantCondition(false) }, .. model.Events[2..]] };
        var cut = model with { Influences = [.. model.Influences.Where(influence => (influence.From.Index, influence.To.Index) != (model.Influences[0].From.Index, model.Influences[0].To.Index))] };
        Compare(model, new WithHeldFactor(new FactorId(0), state, null), Exact(held));
        Compare(model, new WithEvent(new EventId(1), false, null), Exact(silent));
        Compare(model, new WithoutInfluence(model.Influences[0].From, model.Influences[0].To), Exact(cut));
        Compare(model, new WithStrategy(null), Exact(model with { Baseline = [] }));
    }

    private static Model Frozen(Model model)
    {
        static Effect[] Others(IEnumerable<Effect> effects) => [.. effects.Where(effect => effect switch
        {
            MoveEffect move => move.Factor.Index,
            SetEffect set => set.Factor.Index,
            DrawEffect draw => draw.Factor.Index,
            _ => -1,
        } != 0)];

        return model with
        {
            Barred = [.. model.Barred.Where(barrier => barrier.Factor.Index != 0)],
            Events = [.. model.Events.Select(of => of with { Outcomes = [.. of.Outcomes.Select(outcome => outcome with { Effects = [.. Others(outcome.Effects)] })] })],
            Measures = [.. model.Measures.Select(measure => measure with { Effects = [.. Others(measure.Effects)], Early = [.. Others(measure.Early)] })],
        };
    }

    private static void Compare(Model model, WorldEdit edit, FuturesResult exact)
    {
        var world = new World([edit]);
        var quantities = new List<(Quantity Quantity, double Exact)>();
        for (var kind = 0; kind < 3; kind++)
        {
            quantities.Add((new Share(new InScenario(new ScenarioId(kind)), null, null), exact.Scenarios[kind].Values[^1].Mean));
            quantities.Add((new Share(new InScenario(new ScenarioId(kind)), null, Timed.Start.AddMonths(5)), exact.Scenarios[kind].Values[5].Mean));
        }

        for (var e = 0; e < model.Events.Length; e++)
        {
            quantities.Add((new Chance(new EventReference(new EventId(e), null), null, null), exact.Events[e].AtLeastOnce.Mean));
        }

        for (var factor = 0; factor < model.Factors.Length; factor++)
        {
            var states = exact.Factors[factor];
            quantities.Add((new MeanPosition(new FactorId(factor), null), states.Select((shares, state) => shares[^1] * state / (states.Length - 1.0)).Sum()));
        }

        var answers = new ClaimRun(model, [.. quantities.Select(quantity => new ComparedWorlds(quantity.Quantity, true, 0, world, new World([])))])
            .Run(new ClaimSampling(1, Paths) { Seed = 9 }, null, CancellationToken.None);
        foreach (var ((quantity, chance), answer) in quantities.Zip(answers))
        {
            var allowed = (4.5 * Math.Max(answer.First!.Error, quantity is MeanPosition ? 0 : Math.Sqrt(Math.Max(0, chance * (1 - chance)) / Paths))) + (1.0 / Paths);
            Assert.True(Math.Abs(answer.First.Value - chance) <= allowed, $"{edit}, {quantity}: exact {chance}, walked {answer.First.Value}, allowed {allowed}");
        }
    }
}
