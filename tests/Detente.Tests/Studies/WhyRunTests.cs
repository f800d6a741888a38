using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;
using Detente.Studies;
using Detente.Tests.Compiled;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>What carries a kind of future: by taking elements out on the same random numbers.</summary>
public sealed class WhyRunTests
{
    private static readonly StudyOptions Options = new() { Draws = 3, Paths = 60, Seed = 5, Threads = 1 };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Taking_an_element_out_is_a_study_of_the_model_written_without_it(int seed)
    {
        var model = RandomTimedModel.Of(seed);
        var worlds = WorldsOf(model);
        Assert.All(worlds.Elements, element => Assert.Equal(Shares(new FuturesStudy(Written(model, element), Options) { Strategies = Followed(model, element) }), Shares(worlds.With(element))));
    }

    [Fact]
    public void What_is_taken_out_changes_something_in_some_model()
    {
        var changed = from seed in Enumerable.Range(1, 12)
                      let worlds = WorldsOf(RandomTimedModel.Of(seed))
                      from element in worlds.Elements
                      where !Shares(worlds.With(element)).SequenceEqual(Shares(worlds.AsModelled))
                      select element.Sort;
        Assert.Equal([WhyElementSort.Influences, WhyElementSort.Tendency, WhyElementSort.Event, WhyElementSort.Measure], changed.Distinct().Where(sort => sort != WhyElementSort.OneInfluence).Order());
    }

    [Fact]
    public void One_of_several_influences_of_a_pair_is_taken_out_alone_and_with_the_others()
    {
        var model = WhyCases.ByInfluence();
        model = model with { Influences = [.. model.Influences, ModelBuilder.Weight(3, 0, 1) with { Name = "second", When = ModelBuilder.In(1, 2) }] };
        var worlds = WorldsOf(model);
        Assert.Equal(
            [new(WhyElementSort.Influences, 0), new(WhyElementSort.OneInfluence, 0), new(WhyElementSort.OneInfluence, 3), new(WhyElementSort.Influences, 1), new(WhyElementSort.Influences, 2)],
            worlds.Elements.Where(element => element.Sort is WhyElementSort.Influences or WhyElementSort.OneInfluence));
        Assert.Equal(["f1 -> f2", "f2 -> f1"], worlds.With(worlds.Elements[0]).Model.Model.Influences.Select(influence => influence.Name));
        Assert.Equal(["f3 -> f0", "f1 -> f2", "f2 -> f1"], worlds.With(worlds.Elements[2]).Model.Model.Influences.Select(influence => influence.Name));
        Assert.True(worlds.Holds(worlds.Elements[0], worlds.Elements[2]));
        Assert.False(worlds.Holds(worlds.Elements[3], worlds.Elements[2]));
    }

    [Fact]
    public void One_influence_that_carries_everything_is_named_and_nothing_else()
    {
        var result = WhyCases.Run(WhyCases.Study(WhyCases.ByInfluence()));
        var finding = Assert.Single(result.Carriers.Confirmed);
        Assert.Equal(new WhyElement(WhyElementSort.Influences, 0), finding.Element);
        Assert.Equal((8, 7), (result.Carriers.Tried, result.Carriers.WithinNoise));
        Assert.Empty(result.Carriers.Unconfirmed);
        Assert.Null(result.Carriers.Together);

        // Without it the two states of factor 0 are alike: half of the paths.
        Assert.Equal(0.5, result.Shares[0].Mean + finding.Difference.Mean, 0.1);
        Assert.InRange(result.Shares[0].Mean, 0.85, 1);
    }

    [Fact]
    public void One_event_that_carries_everything_is_named_and_nothing_else()
    {
        var result = WhyCases.Run(WhyCases.Study(WhyCases.ByEvent()));
        var finding = Assert.Single(result.Carriers.Confirmed);
        Assert.Equal(new WhyElement(WhyElementSort.Event, 2), finding.Element);
        Assert.Equal(-result.Shares[0].Mean, finding.Difference.Mean, 1e-12);
        Assert.Equal(result.Carriers.Tried - 1, result.Carriers.WithinNoise);
    }

    [Fact]
    public void One_missing_measure_is_named_and_nothing_else()
    {
        var result = WhyCases.Run(WhyCases.Study(WhyCases.ByMissingMeasure()));
        var finding = Assert.Single(result.Carriers.Confirmed);
        Assert.Equal(new WhyElement(WhyElementSort.MissingMeasure, 2), finding.Element);
        Assert.Equal(0, result.Shares[0].Mean);
        Assert.Equal(0.5, finding.Fresh!.Value.Mean, 0.08);
        Assert.Equal(2, result.Carriers.TriedMeasures);
        Assert.Empty(result.Parting.Points);
        Assert.Empty(result.Paths);
    }

    [Fact]
    public void What_only_works_together_is_said_not_to_add_up()
    {
        // Either of two events is enough: without one the other does it, without both nothing does.
        var model = WhyCases.With(Timed.Fixed("f0", 2, 0));
        model = model with { Events = [Timed.Event("a", Timed.On(3, 0.9), Timed.Set(0, 1)), Timed.Event("b", Timed.On(6, 0.9), Timed.Set(0, 1))] };
        var together = WhyCases.Run(WhyCases.Study(model)).Carriers.Together;
        Assert.NotNull(together);
        Assert.Equal([0, 1], together.Elements.Select(element => element.Place).Order());
        Assert.Equal(-0.18, together.Sum, 0.05);
        Assert.Equal(-0.99, together.Difference.Mean, 0.02);
        Assert.Equal(together.Difference.Mean - together.Sum, together.Interplay.Mean, 1e-12);
        Assert.True(Math.Abs(together.Interplay.Mean) > 10 * together.Interplay.StandardError);
    }

    [Fact]
    public void What_works_apart_adds_up()
    {
        // Each event decides on paths of its own kind of month; both never act on the same path.
        var model = WhyCases.With(Timed.Fixed("f0", 2, 0));
        model = model with
        {
            Factors = [model.Factors[0], model.Factors[1], model.Factors[2], Timed.Factor("f3", 2, 0, 1)],
            Events =
            [
                Timed.Event("a", Timed.On(12), Timed.Set(0, 1)) with { When = Timed.In(3, 0) },
                Timed.Event("b", Timed.On(12), Timed.Set(0, 1)) with { When = Timed.In(3, 1) },
            ],
        };
        var together = WhyCases.Run(WhyCases.Study(model)).Carriers.Together!;
        Assert.Equal(-1, together.Difference.Mean, 1e-12);
        Assert.Equal(0, together.Interplay.Mean, 1e-12);
    }

    [Fact]
    public void Top_figures_come_from_fresh_random_numbers()
    {
        var finding = WhyCases.Run(WhyCases.Study(WhyCases.ByInfluence())).Carriers.Confirmed[0];
        Assert.NotEqual(finding.Difference.Mean, finding.Fresh!.Value.Mean);
        Assert.Equal(finding.Difference.Mean, finding.Fresh.Value.Mean, 5 * (finding.Difference.StandardError + finding.Fresh.Value.StandardError));
    }

    [Fact]
    public void Unless_a_kind_is_named_the_most_frequent_is_explained()
    {
        var study = WhyCases.Study(WhyCases.ByMissingMeasure()) with { Kind = null };
        Assert.Equal(new ScenarioId(1), WhyCases.Run(study).Kind);
        Assert.Equal(new ScenarioId(0), WhyCases.Run(WhyCases.Study(WhyCases.ByInfluence()) with { Kind = null }).Kind);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(11)]
    public void A_date_means_the_start_of_the_step_that_holds_it(int month)
    {
        var model = WhyCases.ByInfluence();
        var result = WhyCases.Run(WhyCases.Study(model) with { At = Timed.Start.AddMonths(month).AddDays(20) });
        Assert.Equal(Timed.Start.AddMonths(month), result.At);
        var futures = (FuturesResult)new StudyRunner().Run(new FuturesStudy(model, result.Provenance.Study.Options), null, CancellationToken.None);
        Assert.Equal(futures.Scenarios.Select(series => series.Values[month].Mean), result.Shares.Select(share => share.Mean));
        Assert.Equal(month + 1, result.Parting.Already.Length);
    }

    [Fact]
    public void Strategies_and_no_measures_are_followed()
    {
        var model = WhyCases.ByMissingMeasure();
        model = model with { Strategies = [.. model.Strategies, new Strategy("t", LocalizedText.Same("t"), [], [new Pursuit(new MeasureId(2), null, null, [])], Provenance.Judgement)] };
        var with = WhyCases.Run(WhyCases.Study(model) with { Strategies = [new StrategyId(1)] });
        Assert.Equal(new WhyElement(WhyElementSort.Measure, 2), Assert.Single(with.Carriers.Confirmed).Element);
        Assert.Equal(1, with.Carriers.TriedMeasures);
        Assert.Equal(3, WhyCases.Run(WhyCases.Study(model) with { NoMeasures = true }).Carriers.TriedMeasures);
    }

    [Fact]
    public void Wrong_studies_are_refused()
    {
        var study = WhyCases.Study(WhyCases.ByInfluence());
        Assert.Throws<ArgumentException>(() => WhyCases.Run(study with { Kind = new ScenarioId(2) }));
        Assert.Throws<ArgumentException>(() => WhyCases.Run(study with { At = Timed.Start }));
        Assert.Throws<ArgumentException>(() => WhyCases.Run(study with { At = Timed.Start.AddMonths(25) }));
        Assert.Throws<ArgumentException>(() => WhyCases.Run(study with { Options = new StudyOptions { Draws = 0 } }));
        var lacking = Assert.Throws<StudyException>(() => WhyCases.Run(study with { Kind = null, Model = study.Model with { Scenarios = [] } }));
        Assert.Equal("DT4354", Assert.Single(lacking.Diagnostics).Code);
    }

    [Fact]
    public void It_is_cancelled_and_tells_how_far_it_is()
    {
        using var source = new CancellationTokenSource();
        var seen = new List<StudyProgress>();
        var study = WhyCases.Study(WhyCases.ByInfluence(), draws: 2, paths: 10);
        new StudyRunner().Run(study, new Listener(seen.Add), source.Token);
        Assert.Equal(seen[^1].Total, seen[^1].Done);
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.First.Done <= pair.Second.Done));
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new StudyRunner().Run(study, null, source.Token));
    }

    private static WhyWorlds WorldsOf(Model model)
    {
        var compiled = ModelCompiler.Compile(model);
        return new WhyWorlds(compiled, new PathRules(compiled.ActiveStrategies([])));
    }

    private static ImmutableArray<StrategyId> Followed(Model model, WhyElement element) => element.IsAdded ? [new StrategyId(model.Strategies.Length)] : [];

    private static Model Written(Model model, WhyElement element) => element.Sort switch
    {
        WhyElementSort.Influences => model with { Influences = [.. model.Influences.Where(influence => (influence.From, influence.To) != (model.Influences[element.Place].From, model.Influences[element.Place].To))] },
        WhyElementSort.OneInfluence => model with { Influences = model.Influences.RemoveAt(element.Place) },
        WhyElementSort.Tendency => model with { Tendencies = model.Tendencies.RemoveAt(element.Place) },
        WhyElementSort.Event => model with { Events = model.Events.SetItem(element.Place, model.Events[element.Place] with { When = new ConstantCondition(false) }) },
        WhyElementSort.Measure => model with { Strategies = [.. model.Strategies.Select(strategy => strategy with { Pursuits = [.. strategy.Pursuits.Where(pursuit => pursuit.Measure.Index != element.Place)] })] },
        _ => model with { Strategies = [.. model.Strategies, new Strategy("new", LocalizedText.Same("new"), [], [new Pursuit(new MeasureId(element.Place), null, null, [])], Provenance.Judgement)] },
    };

    private static double[] Shares(FuturesStudy study) =>
        [.. ((FuturesResult)new StudyRunner().Run(study, null, CancellationToken.None)).Scenarios.Select(series => Math.Round(series.Values[^1].Mean * Options.Draws * Options.Paths))];

    private static double[] Shares(LaneWorld world)
    {
        var plan = new LanePlan([world]) { Seed = Options.Seed, Draws = Options.Draws, Paths = Options.Paths, IsSampled = true };
        var counts = LaneRun.Walk(plan, _ => new KindShareMeter(world.Model.Model.Scenarios.Length), null, CancellationToken.None)[0];
        return [.. Enumerable.Range(0, world.Model.Model.Scenarios.Length).Select(kind => (double)counts.Sum(draw => draw[kind]))];
    }

    private sealed class Listener(Action<StudyProgress> told) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => told(value);
    }
}
