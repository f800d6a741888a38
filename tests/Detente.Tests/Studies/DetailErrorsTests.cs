using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;
using Detente.Studies;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>The errors of what a run counts over all draws only.</summary>
public sealed class DetailErrorsTests
{
    private static FuturesResult Run(Model model, int draws, int paths, ulong seed = 3) =>
        (FuturesResult)new StudyRunner().Run(new FuturesStudy(model, new StudyOptions { Seed = seed, Draws = draws, Paths = paths, Threads = 1 }), null, CancellationToken.None);

    /// <summary>What the meter counts is what the run counts.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void The_second_walk_counts_the_same(int seed)
    {
        var compiled = ModelCompiler.Compile(RandomLongModel.Of(seed));
        var world = new PathRules(compiled.ActiveStrategies([]));
        var counted = PathRun.Walk(new PathPlan(compiled, [world]) { Seed = 5, Draws = 2, Paths = 90, IsSampled = true }, null, CancellationToken.None)[0];
        var layout = new DetailLayout(counted.Layout, compiled.StatesInAll);
        var detail = LaneRun.Walk(new LanePlan([new LaneWorld(compiled, world)]) { Seed = 5, Draws = 2, Paths = 90, IsSampled = true }, _ => new DetailMeter(compiled, layout), null, CancellationToken.None)[0];
        for (var draw = 0; draw < 2; draw++)
        {
            // What follows from the totals of a draw is what the meter counts, but for squares and products over paths.
            var (follows, meter) = (layout.Of(counted.Draws[draw]), detail[draw]);
            Assert.Equal(meter.AsSpan(0, layout.DistanceSquareAt), follows.AsSpan(0, layout.DistanceSquareAt));
            Assert.All(Enumerable.Range(0, layout.Ratios.Length).Select(ratio => layout.RatioAt + (DetailLayout.RatioWidth * ratio)), at => Assert.Equal((meter[at], meter[at + 1]), (follows[at], follows[at + 1])));
        }

        long Sum(int at) => detail.Sum(draw => draw[at]);
        IEnumerable<long> Range(int at, int length) => Enumerable.Range(at, length).Select(Sum);
        long[] Totals(int at, int length) => counted.Totals.AsSpan(at, length).ToArray();
        var tally = counted.Layout;
        Assert.Equal(Totals(tally.StateAt, tally.Dates * compiled.StatesInAll), Range(0, tally.Dates * compiled.StatesInAll));
        Assert.Equal(Totals(tally.InForceAt, tally.Measures * tally.Dates), Range(layout.InForceAt, tally.Measures * tally.Dates));
        Assert.Equal(Totals(tally.PreconditionAt, layout.DistanceAt - layout.PreconditionAt), Range(layout.PreconditionAt, layout.DistanceAt - layout.PreconditionAt));
        Assert.Equal(Totals(tally.DistanceAt, tally.Images.Length * tally.Dates), Range(layout.DistanceAt, tally.Images.Length * tally.Dates));
        long Part(int ratio, int part) => Sum(layout.RatioAt + (DetailLayout.RatioWidth * ratio) + part);
        Assert.Equal(Totals(tally.OutcomeCount, tally.OutcomeOffsets[^1]), Enumerable.Range(0, tally.OutcomeOffsets[^1]).Select(ratio => Part(ratio, 0)));
        Assert.All(Enumerable.Range(0, tally.Severities * tally.Scenarios), risk => Assert.Equal(
            (counted.Totals[tally.RiskIn + risk], counted.Totals[tally.StepsIn + (risk % tally.Scenarios)]),
            (Part(layout.RiskRatio + risk, 0), Part(layout.RiskRatio + risk, 1))));
        Assert.All(Enumerable.Range(0, Math.Max(0, tally.Severities - 1)), severity => Assert.Equal(
            (counted.Totals[tally.Chains + severity + 1], counted.Totals[tally.Chains + severity]),
            (Part(layout.OnwardRatio + severity, 0), Part(layout.OnwardRatio + severity, 1))));
    }

    /// <summary>A kind that is a state has the error of the state.</summary>
    [Theory]
    [InlineData(20, 30)]
    [InlineData(40, 9)]
    [InlineData(1, 300)]
    public void A_state_has_the_error_of_a_kind_that_says_the_same(int draws, int paths)
    {
        var model = RandomTimedModel.Of(3);
        var rest = new Scenario("rest", LocalizedText.Same("rest"), null, new ConstantCondition(true), null, Provenance.Judgement);
        var result = Run(model with { Scenarios = [rest with { Id = "state", Rule = new FactorIn(new FactorId(0), [1], null) }, rest] }, draws, paths);
        Assert.Contains(result.FactorErrors[0][1], error => error > 0);
        Assert.All(result.Dates.Index(), date => Assert.Equal(result.Scenarios[0].Values[date.Index].StandardError, result.FactorErrors[0][1][date.Index], 1e-9));
    }

    /// <summary>
    /// The error of ratios against their spread over 60 seeds. The standard deviation of 60 independent figures is itself known to some 9 %
    /// (1/sqrt(2*59)); three of these, and a bias of the linearised error of a few per cent, make the tolerance.
    /// </summary>
    [Theory]
    [InlineData(12, 20)]
    [InlineData(1, 240)]
    public void The_errors_of_ratios_are_their_spread_over_seeds(int draws, int paths)
    {
        var model = Ratios();
        var runs = Enumerable.Range(1, 60).Select(seed => Run(model, draws, paths, (ulong)seed)).ToList();
        Compare(run => (run.Events[0].OutcomeShares[0], run.Events[0].OutcomeErrors[0]));
        Compare(run => (run.Escalation[0].ByScenario[0]!.Value, run.Escalation[0].ByScenarioErrors[0]!.Value));
        Compare(run => (run.Escalation[0].Onward!.Value, run.Escalation[0].OnwardError!.Value));

        void Compare(Func<FuturesResult, (double Value, double Error)> figure)
        {
            var figures = runs.Select(figure).ToList();
            var mean = figures.Average(one => one.Value);
            var spread = Math.Sqrt(figures.Sum(one => (one.Value - mean) * (one.Value - mean)) / (figures.Count - 1));
            Assert.InRange(Math.Sqrt(figures.Average(one => one.Error * one.Error)) / spread, 0.7, 1.4);
        }
    }

    [Fact]
    public void What_never_comes_about_has_no_error()
    {
        var never = Ratios() with { Events = [.. Ratios().Events.Select(one => one with { When = new ConstantCondition(false) })] };
        var result = Run(never, 12, 20);
        Assert.Equal((0.0, (double?)null, 0.0), (result.Events[0].OutcomeErrors[0], result.Escalation[0].OnwardError, result.Escalation[0].ByScenarioErrors[0]));
    }

    /// <summary>An event of two outcomes, the graver of which is a step of the scale higher, and two kinds of which the path moves between.</summary>
    private static Model Ratios()
    {
        Outcome Outcome(string id, int severity, double weight) => new(id, LocalizedText.Same(id), new Estimate(weight, 0.5 * weight, 2 * weight), severity, ImmutableArray<Effect>.Empty, []);
        Scenario Kind(string id, Condition rule) => new(id, LocalizedText.Same(id), null, rule, null, Provenance.Judgement);
        return Timed.Model(12, [Timed.Factor("f", 2, 0, 6)]) with
        {
            Severities = [new Severity("low", LocalizedText.Same("low"), 1), new Severity("high", LocalizedText.Same("high"), 2)],
            Events = [new ModelEvent("e", LocalizedText.Same("e"), new Stochastic(new Estimate(3, 2, 4)), [Outcome("a", 0, 2), Outcome("b", 1, 1)])],
            Scenarios = [Kind("up", Timed.In(0, 1)), Kind("rest", new ConstantCondition(true))],
        };
    }
}
