using Detente.Models;
using Detente.Studies;
using Detente.Tests.Compiled;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>The front door: what a study needs, and what comes out.</summary>
public sealed class StudyRunnerTests
{
    private static readonly StudyOptions Small = new() { Draws = 4, Paths = 60, Threads = 1 };

    private static StudyResult Run(Study study) => new StudyRunner().Run(study, null, CancellationToken.None);

    private static string[] Refused(Study study) => [.. Assert.Throws<StudyException>(() => Run(study)).Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Element}")];

    [Fact]
    public void What_is_missing_is_named_all_at_once()
    {
        var model = ModelBuilder.Model([ModelBuilder.Factor("a", 2), Timed.Fixed("b", 2, 0)]);
        Assert.Equal(["DT4002 horizon", "DT4003 factors/a", "DT4004 factors/a"], Refused(new FuturesStudy(model, Small)));
        Assert.Equal(["DT4002 horizon", "DT4003 factors/a", "DT4004 factors/a"], Refused(new BriefStudy(model, Small)));
        Assert.IsType<ScenariosResult>(Run(new ScenariosStudy(model, Small)));
        Assert.Equal(["DT4001 factors"], Refused(new ScenariosStudy(ModelBuilder.Model([]), Small)));
    }

    [Fact]
    public void Two_strategies_of_one_actor_are_refused()
    {
        var model = RandomTimedModel.Of(3) with { Actors = [new Actor("a", LocalizedText.Same("a"), null, [], Provenance.Judgement)] };
        var strategy = model.Strategies[0] with { Of = [new ActorId(0)] };
        model = model with { Strategies = [strategy, strategy with { Id = "t" }] };
        Assert.Equal(["DT4005 strategies/t"], Refused(new FuturesStudy(model, Small) { Strategies = [new StrategyId(0), new StrategyId(1)] }));
        Assert.Throws<ArgumentException>(() => Run(new FuturesStudy(model, Small) { Strategies = [new StrategyId(2)] }));
    }

    [Fact]
    public void Less_than_two_paths_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => Run(new FuturesStudy(RandomTimedModel.Of(3), Small with { Paths = 1 })));

    [Fact]
    public void Futures_say_how_they_were_made_and_do_not_depend_on_threads()
    {
        var study = new FuturesStudy(RandomTimedModel.Of(3), Small);
        var result = (FuturesResult)Run(study);
        Assert.Equal((EngineVersion.Number, "small", 64), (result.Provenance.Engine, result.Provenance.ModelId, result.Provenance.ModelHash.Length));
        Assert.Equal(new Completeness(true, 240, 240), result.Provenance.Completeness);
        Assert.Equal(9, result.Dates.Length);
        Assert.Equal(new DateOnly(2020, 9, 1), result.Dates[^1]);
        for (var date = 0; date < result.Dates.Length; date++)
        {
            Assert.Equal(1, result.Scenarios.Sum(series => series.Values[date].Mean), 1e-12);
            Assert.All(result.Factors, states => Assert.Equal(1, states.Sum(dates => dates[date]), 1e-12));
        }

        Assert.Equal(1, result.Dominance.Sum(figure => figure.Mean), 1e-12);
        var threads = (FuturesResult)Run(study with { Options = Small with { Threads = 3 } });
        Assert.Equal(result.Scenarios.SelectMany(series => series.Values), threads.Scenarios.SelectMany(series => series.Values));
        Assert.Equal(result.Escalation.SelectMany(risk => risk.ByDate.Values), threads.Escalation.SelectMany(risk => risk.ByDate.Values));
        Assert.Equal(result.RelaxationShare, threads.RelaxationShare);
    }

    [Fact]
    public void One_draw_takes_every_number_at_its_point_and_has_no_band()
    {
        var model = Timed.Model(12, [Timed.Factor("f", 2, 0, 6)]) with { Tendencies = [new Tendency("f", new FactorId(0), new Lean(new Estimate(1, -3, 3), null), Provenance.Judgement)] };
        var point = model with { Tendencies = [Timed.Lean(0, 1)] };
        var options = Small with { Draws = 1 };
        var drawn = (FuturesResult)Run(new FuturesStudy(model, options));
        Assert.Equal(((FuturesResult)Run(new FuturesStudy(point, options))).Factors[0][1], drawn.Factors[0][1]);
        Assert.NotEqual(((FuturesResult)Run(new FuturesStudy(point, Small))).Factors[0][1], ((FuturesResult)Run(new FuturesStudy(model, Small))).Factors[0][1]);
    }

    [Fact]
    public void A_relaxing_start_is_said()
    {
        var model = Timed.Model(12, [Timed.Factor("f", 2, 0, 3)]) with { Events = [Timed.Event("e", new Stochastic(Estimate.Point(0.01)))] };
        var result = (FuturesResult)Run(new FuturesStudy(model, Small));
        Assert.Equal(1, result.RelaxationShare);
        Assert.Equal("DT4020", Assert.Single(result.Provenance.Warnings).Code);
        var moved = Timed.Model(12, [Timed.Fixed("f", 2, 0)]) with { Events = [Timed.Event("e", Timed.On(3), Timed.Set(0, 1))] };
        Assert.Equal(0, ((FuturesResult)Run(new FuturesStudy(moved, Small))).RelaxationShare);
        Assert.Null(((FuturesResult)Run(new FuturesStudy(Timed.Model(12, [Timed.Fixed("f", 2, 0)]), Small))).RelaxationShare);
    }

    [Fact]
    public void Images_are_compared_with_the_thing()
    {
        var model = Timed.Model(4, [Timed.Fixed("thing", 3, 1), Timed.Fixed("seen", 3, 2) with { Image = new ImageOf(new FactorId(0), new ActorId(0), true) }]) with
        {
            Actors = [new Actor("a", LocalizedText.Same("a"), null, [], Provenance.Judgement)],
            Events = [Timed.Event("e", Timed.On(1), Timed.Set(0, 2))],
        };
        var image = ((FuturesResult)Run(new FuturesStudy(model, Small))).Images.Single();
        Assert.Equal([1, 1, 0, 0, 0], image.MeanDistance);
        Assert.Equal(0.4, image.SeenWorse.Mean, 1e-15);
    }

    [Fact]
    public void The_brief_compares_each_strategy_with_the_baseline_on_the_same_numbers()
    {
        var brief = (BriefResult)Run(new BriefStudy(RandomTimedModel.Of(3), Small));
        Assert.Equal([null, new StrategyId(0)], brief.Options.Select(option => option.Strategy));
        Assert.IsType<BriefStudy>(brief.Provenance.Study);
        var (none, same) = (brief.Options[0], brief.Options[1]);
        Assert.All([.. same.ScenarioDifferences, .. same.EscalationDifferences], figure => Assert.Equal((0.0, 0.0), (figure.Mean, figure.StandardError))); // the baseline itself
        for (var scenario = 0; scenario < 3; scenario++)
        {
            Assert.Equal(
                none.Futures.Scenarios[scenario].Values[^1].Mean - brief.Futures.Scenarios[scenario].Values[^1].Mean,
                none.ScenarioDifferences[scenario].Mean,
                1e-12);
        }

        Assert.Equal(
            ((FuturesResult)Run(new FuturesStudy(RandomTimedModel.Of(3), Small) { NoMeasures = true })).Scenarios.SelectMany(series => series.Values),
            none.Futures.Scenarios.SelectMany(series => series.Values));
    }

    [Fact]
    public void An_exact_brief_agrees_with_its_parts()
    {
        var brief = (BriefResult)Run(new BriefStudy(RandomTimedModel.Of(3), Small with { Exact = true }));
        Assert.True(brief.Futures.IsExact);
        Assert.Equal(0, brief.Options[1].ScenarioDifferences[0].Mean);
        Assert.Equal(0, brief.Options[0].ScenarioDifferences.Sum(figure => figure.Mean), 1e-12);
    }

    [Theory]
    [InlineData(StudyDiagnostics.NoFactors)]
    [InlineData(StudyDiagnostics.NoHorizon)]
    [InlineData(StudyDiagnostics.NoInitial)]
    [InlineData(StudyDiagnostics.NoInertia)]
    [InlineData(StudyDiagnostics.TwoStrategies)]
    [InlineData(StudyDiagnostics.Memory)]
    [InlineData(StudyDiagnostics.TooManyConfigurations)]
    [InlineData(StudyDiagnostics.TooManyElements)]
    [InlineData(StudyDiagnostics.Relaxation)]
    public void Every_code_of_a_study_is_explained(string code) => Assert.NotNull(Detente.Language.DiagnosticCatalog.Page(code, ReaderLanguage.German));

    [Fact]
    public void Too_much_to_remember_is_refused()
    {
        var model = Timed.Model(2, [Timed.Fixed("f", 2, 0)]) with { Events = [.. Enumerable.Range(0, 129).Select(e => Timed.Event($"e{e}", Timed.On(0)))] };
        Assert.Equal(["DT4012 "], Refused(new FuturesStudy(model, Small with { Exact = true })));
    }

    [Fact]
    public void A_cancelled_study_throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new StudyRunner().Run(new FuturesStudy(RandomTimedModel.Of(3), Small), null, source.Token));
    }
}
