using System.Numerics;
using Detente.Language;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Cib;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Studies;

public sealed class ScenariosRunTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_result_says_how_it_was_made_and_that_it_is_complete()
    {
        var study = new ScenariosStudy(RandomModel.Of(7), new StudyOptions()) { Free = true };
        var result = ScenariosRun.Run(study, Hash, null, CancellationToken.None);
        Assert.Equal((EngineVersion.Number, "small", Hash), (result.Provenance.Engine, result.Provenance.ModelId, result.Provenance.ModelHash));
        Assert.Same(study, result.Provenance.Study);
        Assert.Equal(new Completeness(true, result.Configurations, result.Configurations), result.Provenance.Completeness);
        Assert.Empty(result.Provenance.Warnings);
    }

    [Fact]
    public void Contributions_add_up_to_the_own_score_and_to_the_lead()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var model = RandomModel.Of(seed);
            foreach (var scenario in Run(model, tolerance: 2).Scenarios)
            {
                foreach (var balance in scenario.Balances)
                {
                    var own = scenario.States[balance.Factor.Index];
                    var rivals = balance.ScoresHundredths.Where((_, state) => state != own).ToList();
                    var lead = rivals.Count == 0 ? 0 : balance.ScoresHundredths[own] - rivals.Max();
                    Assert.True(
                        balance.Contributions.Sum(part => (long)part.ImpactHundredths) == balance.ScoresHundredths[own]
                            && balance.Contributions.Sum(part => (long)part.AdvantageHundredths) == lead
                            && balance.ScoresHundredths.SequenceEqual(BruteForce.Balance(model, [.. scenario.States])[balance.Factor.Index])
                            && balance.Contributions.All(part => model.Influences[part.Influence].To == balance.Factor && part is not { ImpactHundredths: 0, AdvantageHundredths: 0 }),
                        $"seed {seed}, configuration {string.Join(',', scenario.States)}, factor {balance.Factor.Index}");
                }
            }
        }
    }

    // b follows a. Rivals of b's first state: both others score -1; the advantage is over the first of them.
    [Fact]
    public void On_a_tie_of_rivals_the_first_is_the_best_one()
    {
        var model = Model([Factor("a", 1), Factor("b", 3)], Cells(0, 1, (0, 1, -1)), Cells(0, 1, (0, 2, -1)));
        var balance = Run(model).Scenarios[0].Balances[1];
        Assert.Equal([new BalanceContribution(0, 0, 100)], balance.Contributions);
    }

    [Fact]
    public void Influences_whose_condition_fails_contribute_nothing()
    {
        var model = Model(
            [Factor("a", 2), Factor("b", 2)],
            Weight(0, 1, 1) with { When = In(0, 0) },
            Weight(0, 1, 3) with { When = In(0, 1) });
        var result = Run(model);
        Assert.True(result.HasConditionalInfluences);
        Assert.Equal([0, 1], result.Scenarios.Select(scenario => Assert.Single(scenario.Balances[1].Contributions).Influence));
    }

    [Fact]
    public void Cycles_and_weights_account_for_every_configuration()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var result = Run(RandomModel.Of(seed), weights: true);
            Assert.Equal(result.Configurations, Sum(result.Scenarios.Select(scenario => scenario.Weight!.Value)) + Sum(result.Cycles.Select(cycle => cycle.Weight)));
        }
    }

    [Fact]
    public void What_is_consistent_only_within_the_tolerance_gets_no_weight()
    {
        var result = Run(Model([Factor("a", 1), Factor("b", 2)], Cells(0, 1, (0, 1, 1))), tolerance: 1, weights: true);
        Assert.Equal([(0, 100L, 0L), (1, 0L, 2L)], result.Scenarios.Select(scenario => (scenario.States[1], scenario.InconsistencyHundredths, (long)scenario.Weight!.Value.Configurations)));
        Assert.Null(Run(RandomModel.Of(3)).Scenarios.Select(scenario => scenario.Weight).FirstOrDefault());
    }

    [Fact]
    public void Kinds_are_counted_beyond_the_list_and_their_best_are_on_it()
    {
        // a pulls itself up, so its last state scores best; the kind low is its first state.
        var model = WithKinds(Model([Factor("a", 3), Factor("b", 2)], Cells(0, 0, (0, 0, 1), (1, 1, 2), (2, 2, 3))));
        var cut = ScenariosRun.Run(new ScenariosStudy(model, new StudyOptions()) { MostListed = 1 }, Hash, null, CancellationToken.None);
        Assert.Equal(6, cut.Count);
        Assert.Equal(["0,0", "2,0"], cut.Scenarios.Select(scenario => string.Join(',', scenario.States)));
        Assert.Equal([(2L, (int?)0), (4L, 1)], cut.Kinds.Select(kind => (kind.Count, kind.Best)));
        Assert.Empty(cut.Provenance.Warnings);
    }

    [Fact]
    public void Kinds_counted_among_the_first_only_are_told_to_be()
    {
        var result = Run(WithKinds(Model(Enumerable.Range(0, 17).Select(f => Factor($"f{f}", 2)))));
        Assert.Equal(131_072, result.Count);
        Assert.Equal(100_000, result.Kinds.Sum(kind => kind.Count));
        var warning = Assert.Single(result.Provenance.Warnings);
        Assert.Equal(("DT4202", DiagnosticSeverity.Warning), (warning.Code, warning.Severity));
    }

    [Fact]
    public void A_search_that_ends_early_says_so_and_finds_nothing_false()
    {
        var model = WithKinds(Model(Enumerable.Range(0, 9).Select(f => Factor($"f{f}", 3)), [.. Enumerable.Range(0, 9).Select(f => Weight(f, (f + 1) % 9, -2))]));
        var all = Run(model);
        var some = ScenariosRun.Run(new ScenariosStudy(model, new StudyOptions()) { MostBoxes = 3 }, Hash, null, CancellationToken.None);
        Assert.True(all.Provenance.Completeness.IsComplete);
        Assert.False(some.Provenance.Completeness.IsComplete);
        Assert.InRange(some.Provenance.Completeness.Done, 1, some.Provenance.Completeness.Asked - 1);
        Assert.Equal(["DT4203"], some.Provenance.Warnings.Select(warning => warning.Code));
        Assert.Subset(States(all), States(some));

        static HashSet<string> States(ScenariosResult result) => [.. result.Scenarios.Select(scenario => string.Join(',', scenario.States))];
    }

    [Fact]
    public void A_model_without_factors_is_refused_with_a_code() =>
        Assert.Equal("DT4001", Assert.Throws<StudyException>(() => Run(Model([]))).Diagnostics[0].Code);

    [Fact]
    public void Held_factors_are_named()
    {
        var model = Model([Factor("a", 3, initial: 1), Factor("b", 3, initial: 1)], Weight(0, 1, 1));
        Assert.Equal([new FactorId(0)], Run(model).HeldFactors);
        Assert.Equal(3, Run(model).Configurations);
        Assert.Empty(ScenariosRun.Run(new ScenariosStudy(model, new StudyOptions()) { Free = true }, Hash, null, CancellationToken.None).HeldFactors);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    [InlineData(20_000)]
    public void A_tolerance_out_of_range_is_refused(double tolerance) => Assert.Throws<ArgumentException>(() => Run(RandomModel.Of(1), tolerance));

    private static BigInteger Sum(IEnumerable<ScenarioWeight> weights) => weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight.Configurations);

    private static ScenariosResult Run(Model model, double tolerance = 0, bool weights = false) => ScenariosRun.Run(
        new ScenariosStudy(model, new StudyOptions()) { Tolerance = tolerance, Weights = weights }, Hash, null, CancellationToken.None);

    private static Model WithKinds(Model model) => model with
    {
        Scenarios =
        [
            new Scenario("low", LocalizedText.Same("low"), null, In(0, 0), null, Provenance.Judgement),
            new Scenario("rest", LocalizedText.Same("rest"), null, new ConstantCondition(true), null, Provenance.Judgement),
        ],
    };
}
