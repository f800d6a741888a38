using System.Collections.Immutable;
using System.Numerics;
using Detente.Cib;
using Detente.Compiled;
using Detente.Language;
using Detente.Models;
using Detente.Studies;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Studies;

public sealed class ScenarioWeightsTests
{
    private static readonly BigInteger All = BigInteger.Pow(3, 25);

    [Fact]
    public void Up_to_200_million_configurations_weights_are_exact()
    {
        var result = Run(Camp(12));
        Assert.Null(result.Sampled);
        Assert.Equal([new ScenarioWeight(BigInteger.Pow(3, 11), null), new ScenarioWeight(BigInteger.Pow(3, 11), null), new ScenarioWeight(BigInteger.Pow(3, 11), null)], result.Scenarios.Select(scenario => scenario.Weight!.Value));
    }

    // Everybody follows the first, who stays: a third of all configurations ends in each of three scenarios.
    [Fact]
    public void Beyond_they_are_sampled_with_the_error_that_was_asked_for()
    {
        var result = Run(Camp(25), new StudyOptions(), precision: 0.01);
        Assert.Equal(2_500, result.Sampled);
        Assert.Equal(3, result.Scenarios.Length);
        Assert.All(result.Scenarios, scenario =>
        {
            var (configurations, error) = scenario.Weight!.Value;
            Assert.InRange((double)configurations - ((double)All / 3), -4.5 * error!.Value, 4.5 * error.Value);
            Assert.InRange(error.Value / (double)All, 0.009, 0.01);
        });
        Assert.InRange((double)result.Scenarios.Aggregate(BigInteger.Zero, (sum, scenario) => sum + scenario.Weight!.Value.Configurations) / (double)All, 1 - 1e-11, 1 + 1e-11);
    }

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.1, 25)]
    [InlineData(0.03, 278)]
    [InlineData(0.001, 250_000)]
    public void The_size_of_the_sample_follows_from_the_precision(double precision, long samples) => Assert.Equal(samples, Run(Camp(25), new StudyOptions(), precision).Sampled);

    // One configuration of 3^25 or so: nobody comes across it, and it is there all the same.
    [Fact]
    public void A_scenario_that_was_never_met_has_weight_zero_and_an_error_that_admits_it()
    {
        var model = Model(
            Enumerable.Range(0, 25).Select(f => Factor($"f{f}", 3)),
            from f in Enumerable.Range(0, 25) from g in Enumerable.Range(0, 25) where f != g select Cells(g, f, (0, 0, 1), (1, 1, 24), (2, 1, 24)));
        var result = Run(model, new StudyOptions(), precision: 0.01);
        var never = Assert.Single(result.Scenarios, scenario => scenario.States.All(state => state == 0)).Weight!.Value;
        Assert.Equal(0, never.Configurations);
        Assert.Equal(Math.Sqrt(0.5 / 2_501 * (1 - (0.5 / 2_501)) / 2_500) * (double)All, never.StandardError!.Value, 1e-9 * (double)All);
    }

    [Fact]
    public void What_is_consistent_only_within_the_tolerance_weighs_nothing_for_certain()
    {
        var model = Model(Enumerable.Range(0, 25).Select(f => Factor($"f{f}", 3)), [.. Enumerable.Range(0, 24).Select(f => Weight(0, f + 1, 2)), Cells(0, 0, (1, 0, 1))]);
        var result = ScenariosRun.Run(
            new ScenariosStudy(model, new StudyOptions()) { Free = true, Tolerance = 1, Weights = true, WeightPrecision = 0.1 }, "", null, CancellationToken.None);
        Assert.Contains(result.Scenarios, scenario => scenario.InconsistencyHundredths > 0);
        Assert.All(result.Scenarios, scenario => Assert.Equal(scenario.InconsistencyHundredths > 0, scenario.Weight == new ScenarioWeight(0, 0)));
    }

    // Two chase each other whatever seven others are: 4^7 cycles of four configurations each.
    [Fact]
    public void Of_many_cycles_the_heaviest_thousand_are_listed()
    {
        var model = Model([Factor("a", 2), Factor("b", 2), .. Enumerable.Range(0, 7).Select(f => Factor($"f{f}", 4))], Weight(0, 1, 1), Weight(1, 0, -1));
        var result = Run(model);
        Assert.Equal(ScenarioWeights.MostCycles, result.Cycles.Length);
        Assert.All(result.Cycles, cycle => Assert.Equal((4, new ScenarioWeight(4, null)), (cycle.Configurations.Length, cycle.Weight)));
        var warning = Assert.Single(result.Provenance.Warnings, warning => warning.Code == "DT4211");
        Assert.Contains("16384", warning.Message.En, StringComparison.Ordinal);
        Assert.Contains("16384", warning.Message.De, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_can_be_counted_is_refused_when_exact_weights_are_asked_for()
    {
        var refused = Assert.Throws<StudyException>(() => Run(Camp(25), new StudyOptions { Exact = true }));
        var diagnostic = Assert.Single(refused.Diagnostics);
        Assert.Equal(("DT4201", DiagnosticSeverity.Error), (diagnostic.Code, diagnostic.Severity));
        Assert.Contains("847288609443", diagnostic.Message.En, StringComparison.Ordinal);
        Assert.Contains("847288609443", diagnostic.Message.De, StringComparison.Ordinal);
    }

    // Held from outside a factor stays where its balance would not leave it; the others follow it there.
    [Fact]
    public void A_factor_held_from_outside_does_not_move()
    {
        var model = Model([Factor("a", 2), Factor("b", 2)], Cells(0, 0, (0, 1, 5), (1, 1, 5)), Weight(0, 1, 2));
        var space = ConfigurationSpace.Of(model, free: true).Holding([(0, 0)]);
        foreach (var rule in Enum.GetValues<SuccessionRule>())
        {
            var study = new ScenariosStudy(model, new StudyOptions()) { Weights = true, Succession = rule };
            var weights = ScenarioWeights.Of(study, new BalanceMatrix(ImpactTables.Of(model)), space, null, CancellationToken.None);
            Assert.Equal((new ScenarioWeight(2, null), new ScenarioWeight(0, null)), (weights.Of([0, 0]), weights.Of([0, 1])));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.00009)]
    [InlineData(0.51)]
    [InlineData(double.NaN)]
    public void A_precision_out_of_range_is_refused(double precision) => Assert.Throws<ArgumentException>(() => Run(Camp(3), new StudyOptions(), precision));

    [Theory]
    [InlineData(12)]
    [InlineData(25)]
    public void Progress_rises_to_the_whole_through_search_and_weights(int factors)
    {
        var told = new List<StudyProgress>();
        ScenariosRun.Run(new ScenariosStudy(Camp(factors), new StudyOptions()) { Free = true, Weights = true, WeightPrecision = 0.01 }, "", new Telling(told.Add), CancellationToken.None);
        Assert.Equal(told.OrderBy(progress => progress.Done), told);
        Assert.All(told, progress => Assert.Equal(told[^1].Total, progress.Total));
        Assert.Equal(told[^1].Total, told[^1].Done);
        Assert.True(told.Count > 2);
    }

    private static Model Camp(int factors) => Model(
        Enumerable.Range(0, factors).Select(f => Factor($"f{f}", 3)),
        from f in Enumerable.Range(0, factors) select Weight(0, f, 2));

    private static ScenariosResult Run(Model model, StudyOptions? options = null, double precision = 0.001) => ScenariosRun.Run(
        new ScenariosStudy(model, options ?? new StudyOptions()) { Free = true, Weights = true, WeightPrecision = precision }, "", null, CancellationToken.None);

    private sealed class Telling(Action<StudyProgress> tell) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => tell(value);
    }
}
