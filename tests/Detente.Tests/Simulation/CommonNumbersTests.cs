using System.Collections.Immutable;
using Detente.Cib;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;
using Detente.Studies;
using Detente.Tests.Cib;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Simulation;

/// <summary>What must not change anything else, and what must agree with cross-impact balance.</summary>
public sealed class CommonNumbersTests
{
    /// <summary>A model whose parts do not influence each other; each has its own event and measure.</summary>
    private static Model Parts(params ImmutableArray<int> parts) => (Model(24, parts.Select(part => Factor($"f{part}", 3, 1, 4))) with
    {
        Decisiveness = Detente.Models.Model.DefaultDecisiveness,
        Events = [.. parts.Select((part, place) => new ModelEvent($"e{part}", LocalizedText.Same("e"), new Stochastic(new Estimate(3, 1, 6)),
        [
            new Outcome("x", LocalizedText.Same("x"), Estimate.Point(1), null, [Push(place, 2, 3), Move(place, 1) with { Chance = new Estimate(0.5, 0.2, 0.9) }], []),
            new Outcome("y", LocalizedText.Same("y"), Estimate.Point(1), null, [], []),
        ]))],
        Measures = [.. parts.Select((part, place) => Measure($"m{part}", Move(place, -1)) with { Uptake = new Estimate(1, 0.5, 2), SustainedBy = In(place, 0, 1), Lead = Months(2) })],
    }).PursuingAll();


    private static string Series(Model model, int factor)
    {
        var compiled = ModelCompiler.Compile(model);
        var simulator = new PathSimulator(compiled, new PathRules([0]));
        var states = new List<string>();
        for (var draw = 1UL; draw <= 20; draw++)
        {
            simulator.Start(new DrawParameters(compiled, compiled.Numbers.Sample(5, draw)), Detente.Numerics.KeyedNoise.PathKey(5, draw, 3));
            for (var step = 0; step < compiled.StepCount; step++)
            {
                simulator.Step();
                var happened = simulator.Happenings.ToArray().Where(happening => happening.Event == factor).Select(happening => happening.Outcome);
                states.Add($"{simulator.View.States[factor]}{simulator.View.Phases[factor]}{string.Concat(happened)}{simulator.Pushes[factor]}");
            }
        }

        return string.Join(' ', states);
    }

    [Fact]
    public void Deleting_adding_and_reordering_leave_the_other_series_bit_identical()
    {
        var alone = Series(Parts(1), 0);
        Assert.Equal(alone, Series(Parts(0, 1, 2), 1));
        Assert.Equal(alone, Series(Parts(2, 1), 1));
        Assert.Equal(alone, Series(Parts(1, 7, 8, 9), 0));
        Assert.NotEqual(alone, Series(Parts(0, 1, 2), 0)); // other elements have other numbers
    }

    [Fact]
    public void Switching_an_event_off_leaves_all_other_numbers()
    {
        var model = Parts(0, 1);
        var off = model with { Events = [model.Events[0] with { When = new ConstantCondition(false) }, model.Events[1]] };
        Assert.Equal(Series(model, 1), Series(off, 1));
        Assert.NotEqual(Series(model, 0), Series(off, 0));
    }

    [Fact]
    public void A_draw_of_one_number_does_not_hang_on_the_others()
    {
        double Uptake(Model model, string name) => ModelCompiler.Compile(model).Numbers is var numbers ? numbers.Sample(9, 4)[numbers.Names.IndexOf(name)] : 0;
        Assert.Equal(Uptake(Parts(1), "measures/m1:uptake"), Uptake(Parts(3, 2, 1), "measures/m1:uptake"));
        Assert.NotEqual(Uptake(Parts(1, 2), "measures/m1:uptake"), Uptake(Parts(1, 2), "measures/m2:uptake"));
    }

    [Fact]
    public void A_multiplier_keeps_its_number_when_others_of_its_event_go_or_change_places()
    {
        var model = Parts(0, 1);
        var rules = Enumerable.Range(0, 3).Select(state => new Multiplier(In(1, state), new Estimate(1, 0, 4), Provenance.Judgement)).ToImmutableArray();
        string Walked(params ImmutableArray<Multiplier> present) =>
            Series(model with { Events = [model.Events[0] with { Multipliers = present, Outcomes = [.. model.Events[0].Outcomes.Select(outcome => outcome with { Multipliers = present })] }, model.Events[1]] }, 0);
        Assert.Equal(Walked(rules[0], rules[1], rules[2]), Walked(rules[2], rules[0], rules[1]));
        var never = new Multiplier(new ConstantCondition(false), new Estimate(1, 0, 4), Provenance.Judgement);
        Assert.Equal(Walked(rules[1], rules[2]), Walked(never, rules[1], rules[2]));
        Assert.NotEqual(Walked(rules[1], rules[2]), Walked(rules[2]));
    }

    [Fact]
    public void Never_left_configurations_are_the_strictly_consistent_scenarios()
    {
        var found = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var model = Decisive(RandomModel.Of(seed, 4, 3));
            var study = new ScenariosStudy(model, new StudyOptions()) { Free = true };
            var strict = ScenariosRun.Run(study, "", null, CancellationToken.None).Scenarios
                .Where(scenario => scenario.Balances.All(balance => IsStrictlyBest(balance.ScoresHundredths, scenario.States[balance.Factor.Index])))
                .Select(scenario => string.Join(',', scenario.States)).ToHashSet();
            foreach (var x in Configurations(model))
            {
                var isLeft = Next(model, x, 40).Any(next => !next.SequenceEqual(x)); // with a tie each path leaves with at least one half
                Assert.Equal(strict.Contains(string.Join(',', x)), !isLeft);
                found += isLeft ? 0 : 1;
            }
        }

        Assert.True(found > 30, $"Only {found} strictly consistent scenarios were met.");
    }

    [Fact]
    public void With_every_factor_reconsidered_and_no_ties_it_is_global_succession()
    {
        var compared = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var model = Decisive(RandomModel.Of(seed, 4, 3));
            var matrix = new BalanceMatrix(ImpactTables.Of(model));
            var succession = new Succession(matrix, ConfigurationSpace.Of(model, free: true), SuccessionRule.Global);
            var scores = new int[matrix.Width];
            foreach (var x in Configurations(model))
            {
                matrix.Score(x, scores);
                var balances = model.Factors.Select((_, f) => scores.AsSpan(matrix.Offsets[f], matrix.States[f]).ToArray());
                if (balances.Any(balance => balance.Count(score => score == balance.Max()) > 1))
                {
                    continue;
                }

                var next = new int[x.Length];
                succession.Step(x, scores, next);
                Assert.Equal(next, Next(model, x, 1).Single());
                compared++;
            }
        }

        Assert.True(compared > 300, $"Only {compared} configurations without a tie were met.");
    }

    private static bool IsStrictlyBest(ImmutableArray<long> scores, int state) => scores.Index().All(score => score.Index == state || score.Item < scores[state]);

    private static Model Decisive(Model model) => model with
    {
        Influences = [.. model.Influences.Select((influence, i) => influence with { Name = $"i{i}" })],
        Horizon = Horizon(1),
        Decisiveness = Estimate.Point(double.PositiveInfinity),
        Factors = [.. model.Factors.Select(factor => factor with { Initial = 0, Inertia = new Inertia(Span(0), Span(0)), Moves = MoveRule.Any })],
    };

    private static IEnumerable<int[]> Configurations(Model model)
    {
        IEnumerable<int[]> all = [[]];
        foreach (var factor in model.Factors)
        {
            all = all.SelectMany(x => Enumerable.Range(0, factor.States.Length).Select(state => (int[])[.. x, state])).ToList();
        }

        return all;
    }

    private static IEnumerable<int[]> Next(Model model, int[] x, int paths)
    {
        var simulator = Simulator(model with { Factors = [.. model.Factors.Select((factor, f) => factor with { Initial = x[f] })] });
        for (var path = 0UL; path < (ulong)paths; path++)
        {
            simulator.Begin(path);
            simulator.Step();
            yield return simulator.View.States.ToArray();
        }
    }
}
