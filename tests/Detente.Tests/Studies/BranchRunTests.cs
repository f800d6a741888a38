using Detente.Models;
using Detente.Simulation;
using Detente.Studies;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>Another strategy from a date on.</summary>
public sealed class BranchRunTests
{
    private const int Steps = 24;

    private static Scenario Kind(string id, Condition rule) => new(id, LocalizedText.Same(id), null, rule, null, Provenance.Judgement);

    /// <summary>Two strategies of one actor, one that raises a factor and calms incidents, one that does nothing; a third one of another actor.</summary>
    private static Model Rivals() => Timed.Model(Steps, [Timed.Factor("x", 4, 1, 3), Timed.Factor("y", 2, 0, 8)]) with
    {
        Actors = [Actor("north"), Actor("south")],
        Severities = [new("grave", LocalizedText.Same("grave"), 1)],
        Events =
        [
            Timed.Event("incident", new Stochastic(Estimate.Point(0.6))) with
            {
                When = Timed.In(0, 0, 1),
                Outcomes = [new("incident", LocalizedText.Same("incident"), Estimate.Point(1), 0, [Timed.Move(0, -1)], [])],
            },
        ],
        Measures = [Timed.Measure("talks", Timed.Push(0, 2, 12)) with { Uptake = new Estimate(2, 1, 4) }, Timed.Measure("posts", Timed.Push(1, 2, 12)) with { Uptake = Estimate.Point(1) }],
        Strategies = [Strategy("wait", 0), Strategy("talk", 0, 0), Strategy("post", 1, 1)],
        Baseline = [new StrategyId(0), new StrategyId(2)],
        Scenarios = [Kind("good", Timed.In(0, 3)), Kind("bad", Timed.In(0, 0)), Kind("rest", new ConstantCondition(true))],
    };

    private static Actor Actor(string id) => new(id, LocalizedText.Same(id), null, [], Provenance.Judgement);

    private static Strategy Strategy(string id, int actor, params int[] measures) => new(
        id, LocalizedText.Same(id), [new ActorId(actor)], [.. measures.Select(measure => new Pursuit(new MeasureId(measure), null, null, []))], Provenance.Judgement);

    private static BranchResult Run(int step, int? strategy, StudyOptions? options = null) => PathTraces.Run<BranchResult>(
        new BranchStudy(Rivals(), options ?? PathTraces.Few, Timed.Start.AddMonths(step), strategy is { } chosen ? new StrategyId(chosen) : null));

    private static FuturesResult Futures(params StrategyId[] strategies) => PathTraces.Run<FuturesResult>(new FuturesStudy(Rivals(), PathTraces.Few) { Strategies = [.. strategies] });

    private static void SameShares(FuturesResult futures, IEnumerable<System.Collections.Immutable.ImmutableArray<Figure>> kinds) =>
        Assert.All(futures.Scenarios.Zip(kinds), pair => Assert.All(pair.First.Values.Zip(pair.Second), figure => Assert.Equal(figure.First.Mean, figure.Second.Mean, 1e-12)));

    [Fact]
    public void At_the_start_it_is_the_other_strategy_from_the_start()
    {
        var result = Run(0, 1);
        SameShares(Futures(), result.Course.Kinds.Select(series => series.First));
        SameShares(Futures(new StrategyId(1)), result.Course.Kinds.Select(series => series.Second));
        Assert.Equal([new StrategyId(1), new StrategyId(2)], result.Later);
        Assert.Contains(result.Course.Kinds, series => !PairedSeries.IsNoise(series.Difference[^1]));
    }

    [Fact]
    public void At_the_end_nothing_changes()
    {
        var result = Run(Steps, 1);
        Assert.Equal(Steps, result.Step);
        Assert.All(All(result.Course), series => Assert.All(series.Difference, figure => Assert.Equal((0.0, 0.0), (figure.Mean, figure.StandardError))));
        Assert.All(result.Kinds, kind => Assert.Equal(1, kind.AtHorizon[kind.Kind.Index].Second.Mean));
    }

    [Fact]
    public void Before_the_branch_all_figures_are_equal_and_after_it_they_are_not()
    {
        var result = Run(10, 1);
        Assert.All(All(result.Course), series => Assert.All(Enumerable.Range(0, 11), date =>
        {
            Assert.Equal(series.First[date], series.Second[date]);
            Assert.Equal((0.0, 0.0), (series.Difference[date].Mean, series.Difference[date].StandardError));
        }));
        Assert.Contains(All(result.Course), series => series.Difference[^1].Mean != 0);
    }

    [Fact]
    public void The_same_strategy_changes_nothing() => Assert.All(
        All(Run(5, 0).Course),
        series => Assert.All(series.Difference, figure => Assert.Equal((0.0, 0.0), (figure.Mean, figure.StandardError))));

    [Fact]
    public void None_stops_the_pursuits_of_all()
    {
        var result = Run(3, null);
        var later = PathTraces.Of(Rivals(), PathTraces.Few, rules => rules with { Later = new LaterStrategies(3, []) });
        Assert.Empty(result.Later);
        Assert.All(result.Course.Kinds.Index(), kind => PathTraces.IsMean(later, trace => trace.Kinds[^1] == kind.Index ? 1 : 0, kind.Item.Second[^1]));
    }

    [Fact]
    public void Runs_by_their_kind_at_the_branch_are_those_of_a_plain_count()
    {
        const int branch = 9;
        var before = PathTraces.Of(Rivals(), PathTraces.Few);
        var later = PathTraces.Of(Rivals(), PathTraces.Few, rules => rules with { Later = new LaterStrategies(branch, [1, 2]) });
        var result = Run(branch, 1);
        Assert.Equal(3, result.Kinds.Length);
        foreach (var kind in result.Kinds)
        {
            var k = kind.Kind.Index;
            int In(PathTrace trace) => trace.Kinds[branch] == k ? 1 : 0;
            void Check(PairedFigure figure, Func<PathTrace, int> isSo)
            {
                PathTraces.IsRatio(before, trace => (In(trace) * isSo(trace), In(trace)), figure.First);
                PathTraces.IsRatio(later, trace => (In(trace) * isSo(trace), In(trace)), figure.Second);
                var pairs = before.Zip(later).ToDictionary(pair => (object)pair.First, pair => pair.Second, ReferenceEqualityComparer.Instance);
                PathTraces.IsRatio(before, trace => (In(trace) * (isSo(pairs[trace]) - isSo(trace)), In(trace)), figure.Difference);
            }

            PathTraces.IsMean(before, trace => In(trace), kind.Share);
            Assert.All(kind.AtHorizon.Index(), figure => Check(figure.Item, trace => trace.Kinds[^1] == figure.Index ? 1 : 0));
            Check(Assert.Single(kind.Severities), trace => trace.Happenings.Skip(branch).Any(step => step.Length > 0) ? 1 : 0);
        }
    }

    [Fact]
    public void How_much_is_there_by_when_is_read_off_the_differences()
    {
        var series = Run(4, 1, PathTraces.Few with { Paths = 500 }).Course.Kinds[0];
        var final = series.Difference[^1].Mean;
        Assert.True(series.HalfBy > 4 && series.NineTenthsBy >= series.HalfBy);
        Assert.All(Enumerable.Range(series.HalfBy!.Value, Steps + 1 - series.HalfBy.Value), date => Assert.True(series.Difference[date].Mean / final >= 0.5));
        Assert.True(series.Difference[series.HalfBy.Value - 1].Mean / final < 0.5);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var (one, two) = (Run(6, 1, PathTraces.Few with { Paths = 1200 }), Run(6, 1, PathTraces.Few with { Paths = 1200, Threads = 2 }));
        Assert.Equal(All(one.Course).SelectMany(series => series.Difference), All(two.Course).SelectMany(series => series.Difference));
        Assert.Equal(one.Kinds.SelectMany(kind => kind.AtHorizon), two.Kinds.SelectMany(kind => kind.AtHorizon));
    }

    [Theory]
    [InlineData(-1, "2020-01-01")]
    [InlineData(Steps + 1, "2022-01-01")]
    public void A_date_outside_the_horizon_is_refused(int step, string meant)
    {
        var refused = Assert.Throws<StudyException>(() => Run(step, 1)).Diagnostics.Single();
        Assert.Equal(("DT4351", meant), (refused.Code, refused.DidYouMean));
    }

    [Fact]
    public void A_strategy_of_another_model_is_refused() => Assert.Throws<ArgumentException>(() => Run(3, 7));

    private static IEnumerable<PairedSeries> All(PairedCourse course) => [.. course.Kinds, .. course.Severities, .. course.Factors.Select(factor => factor.Series)];
}
