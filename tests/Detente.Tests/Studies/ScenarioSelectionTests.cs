using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Cib;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Studies;

public sealed class ScenarioSelectionTests
{
    [Fact]
    public void The_highest_total_impact_scores_come_first()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var model = RandomModel.Of(seed);
            var all = Run(model, ScenarioSelection.First, 10_000);
            var top = Run(model, ScenarioSelection.HighestImpact, 3);
            Assert.Equal(all.Count, top.Count);
            Assert.Equal(
                all.Scenarios.OrderByDescending(scenario => scenario.TotalImpactHundredths).Take(3).Select(States),
                top.Scenarios.Select(States));
        }
    }

    [Fact]
    public void A_wish_lists_what_misses_the_fewest_of_its_states_first()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var model = RandomModel.Of(seed);
            var random = new Random(seed);
            ImmutableArray<HeldState> wish = [.. Enumerable.Range(0, model.Factors.Length).Where(_ => random.Next(2) == 0).Select(factor => new HeldState(new FactorId(factor), random.Next(model.Factors[factor].States.Length)))];
            var all = Run(model, ScenarioSelection.First, 10_000);
            var near = Run(model, ScenarioSelection.Nearest, 4, wish);
            Assert.Equal(
                all.Scenarios
                    .OrderBy(scenario => wish.Count(state => scenario.States[state.Factor.Index] != state.State))
                    .ThenByDescending(scenario => scenario.TotalImpactHundredths)
                    .Take(4)
                    .Select(States),
                near.Scenarios.Select(States));
        }
    }

    // Any of the eight configurations of three loose factors; only the first state of the first has a score.
    [Fact]
    public void Those_that_differ_most_begin_with_the_highest_score()
    {
        var model = Model([Factor("a", 2), Factor("b", 2), Factor("c", 2)], Cells(0, 0, (0, 0, 1), (1, 1, 0)));
        Assert.Equal(["0,0,0", "1,1,1"], Run(model, ScenarioSelection.MostDifferent, 2).Scenarios.Select(States));
    }

    [Fact]
    public void The_best_of_every_kind_follows_the_selection_where_it_is_not_in_it()
    {
        var model = Model([Factor("a", 3)]) with
        {
            Scenarios =
            [
                new Scenario("low", LocalizedText.Same("low"), null, In(0, 0), null, Provenance.Judgement),
                new Scenario("rest", LocalizedText.Same("rest"), null, new ConstantCondition(true), null, Provenance.Judgement),
            ],
        };
        var result = Run(model, ScenarioSelection.Nearest, 1, [new HeldState(new FactorId(0), 2)]);
        Assert.Equal(["2", "0", "1"], result.Scenarios.Select(States));
        Assert.Equal([(1L, (int?)1), (2L, 2)], result.Kinds.Select(kind => (kind.Count, kind.Best)));
    }

    // 30 factors that push each other about, all of whose 2^30 configurations stay within the tolerance: their best cannot be looked for one by one.
    [Fact]
    public void A_list_that_is_not_proved_says_so_and_comes_soon()
    {
        var model = Model(
            Enumerable.Range(0, 30).Select(f => Factor($"f{f}", 2)),
            [.. from f in Enumerable.Range(0, 30) from g in Enumerable.Range(1, 4) select Weight(f, (f + (g * g)) % 30, ((f * 7) + (g * 3)) % 5 - 2)]);
        foreach (var threads in new[] { 1, 3 })
        {
            var result = ScenariosRun.Run(
                new ScenariosStudy(model, new StudyOptions { Threads = threads }) { Selection = ScenarioSelection.HighestImpact, MostListed = 5, Tolerance = 100 },
                new string('0', 64),
                null,
                CancellationToken.None);
            Assert.Equal(1 << 30, result.Count);
            Assert.Equal(["DT4204"], result.Provenance.Warnings.Select(warning => warning.Code));
            Assert.True(result.Provenance.Completeness.IsComplete);
            Assert.Equal(5, result.Scenarios.Length);
        }
    }

    [Fact]
    public void A_condition_is_met_by_all_that_are_listed()
    {
        var model = Model([Factor("a", 3), Factor("b", 3)]);
        var result = ScenariosRun.Run(
            new ScenariosStudy(model, new StudyOptions()) { Where = new AnyOf([new Not(In(0, 2)), In(1, 0)]) }, new string('0', 64), null, CancellationToken.None);
        Assert.Equal(7, result.Count);
        Assert.Equal(9, result.Configurations);
        Assert.DoesNotContain("2,1", result.Scenarios.Select(States));
    }

    [Fact]
    public void A_wish_that_is_not_in_the_model_is_refused() => Assert.Throws<ArgumentException>(
        () => Run(Model([Factor("a", 2)]), ScenarioSelection.Nearest, 1, [new HeldState(new FactorId(0), 2)]));

    private static string States(ConsistentScenario scenario) => string.Join(',', scenario.States);

    private static ScenariosResult Run(Model model, ScenarioSelection selection, int most, ImmutableArray<HeldState>? wish = null) => ScenariosRun.Run(
        new ScenariosStudy(model, new StudyOptions()) { Selection = selection, MostListed = most, Wish = wish ?? [] }, new string('0', 64), null, CancellationToken.None);
}
