using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>How kinds of future follow one another: against naive recounts, and against a chain of two states of which everything is known.</summary>
public sealed class PathwaysRunTests
{
    private const int Steps = 60;
    private const double Inertia = 4;
    private static readonly double Leave = 0.5 * (1 - Math.Exp(-1 / Inertia)); // reconsidered, and then either state alike
    private static readonly StudyOptions Many = new() { Seed = 3, Draws = 1, Paths = 4000, Threads = 2 };

    // Moves to any state, so the first half of a reconsideration is not lost to a direction.
    private static Model TwoStates() => Timed.Model(Steps, [Timed.Factor("x", 2, 0, Inertia)]) with
    {
        Scenarios = [Kind("a", Timed.In(0, 0)), Kind("b", new ConstantCondition(true))],
    };

    private static Scenario Kind(string id, Condition rule) => new(id, LocalizedText.Same(id), null, rule, null, Provenance.Judgement);

    public static TheoryData<int> Seeds => [3, 4, 8, 15];

    [Fact]
    public void A_chain_of_two_states_is_left_at_its_rate_and_lasts_a_geometric_time()
    {
        var result = PathTraces.Run<PathwaysResult>(new PathwaysStudy(TwoStates(), Many));
        var year = TwoStates().Horizon!.StepYears;
        foreach (var kind in result.Kinds)
        {
            Near(Leave / year, kind.Moves[1 - kind.Kind.Index].PerYear!.Value);
            Near(year / Leave, kind.Stays.Years!.Value);
            var median = (int)Math.Ceiling(Math.Log(0.5) / Math.Log(1 - Leave));
            Assert.InRange(median, kind.Stays.Median.Earliest!.Value, kind.Stays.Median.Latest!.Value);
            Assert.InRange(kind.Stays.Median.Latest!.Value - kind.Stays.Median.Earliest!.Value, 0, 1);
            Assert.Equal((0.0, 0.0), (kind.Moves[kind.Kind.Index].PerRun.Mean, kind.Moves[kind.Kind.Index].PerRun.StandardError));
        }
    }

    [Fact]
    public void The_other_state_is_first_reached_as_the_chain_says()
    {
        var first = PathTraces.Run<PathwaysResult>(new PathwaysStudy(TwoStates(), Many)).Kinds[1].First;
        foreach (var t in new[] { 1, 5, 20 })
        {
            Near(1 - Math.Pow(1 - Leave, t), first.ByDate[t]);
        }

        foreach (var quantile in first.Quantiles)
        {
            var exact = Math.Log(1 - quantile.Share) / Math.Log(1 - Leave);
            Assert.InRange((int)Math.Ceiling(exact), quantile.Earliest!.Value, quantile.Latest!.Value);
        }
    }

    [Fact]
    public void The_share_that_never_leaves_is_the_one_whose_pathway_ends_at_the_start()
    {
        var tree = PathTraces.Run<PathwaysResult>(new PathwaysStudy(TwoStates(), Many) { LeastStay = 1 }).Tree;
        Assert.Equal((-1, 0, 1.0), (tree[0].Parent, tree[0].Depth, tree[0].Share.Mean));
        Near(Math.Pow(1 - Leave, Steps), tree[0].Ends!.Value);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Windows_moves_stays_and_first_times_are_those_of_a_plain_count(int seed)
    {
        var model = RandomTimedModel.Of(seed);
        var traces = PathTraces.Of(model, PathTraces.Few);
        var result = PathTraces.Run<PathwaysResult>(new PathwaysStudy(model, PathTraces.Few) { Window = Timed.Months(3) });
        Assert.Equal([(0, 3), (3, 6), (6, 8)], result.Windows.Select(window => (window.First, window.Next)));
        foreach (var window in result.Windows)
        {
            Assert.All(window.Shares.Index(), share => PathTraces.IsMean(traces, trace => Dominant(trace, window) == share.Index ? 1 : 0, share.Item));
        }

        foreach (var kind in result.Kinds)
        {
            var k = kind.Kind.Index;
            foreach (var (to, move) in kind.Moves.Index().Where(move => move.Index != k))
            {
                PathTraces.IsMean(traces, trace => Moves(trace, k, to), move.PerRun);
                PathTraces.IsRatio(traces, trace => (Moves(trace, k, to), trace.Kinds.SkipLast(1).Count(kind => kind == k) / 12.0), move.PerYear);
            }

            PathTraces.IsMean(traces, trace => Stays(trace).Count(stay => stay.Kind == k), kind.Stays.PerRun);
            PathTraces.IsRatio(traces, trace => (Stays(trace).Where(stay => stay.Kind == k).Sum(stay => stay.Length) / 12.0, Stays(trace).Count(stay => stay.Kind == k && !stay.IsCut)), kind.Stays.Years);
            PathTraces.IsRatio(traces, trace => (Stays(trace).Count(stay => stay.Kind == k && stay.IsCut), Stays(trace).Count(stay => stay.Kind == k)), kind.Stays.Censored);
            Assert.All(kind.First.ByDate.Index(), share => PathTraces.IsMean(traces, trace => trace.Kinds.Take(share.Index + 1).Contains(k) ? 1 : 0, share.Item));
        }
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(15, 3)]
    public void The_tree_is_that_of_a_plain_count(int seed, int leastStay)
    {
        var model = RandomTimedModel.Of(seed);
        var traces = PathTraces.Of(model, PathTraces.Few);
        var tree = PathTraces.Run<PathwaysResult>(new PathwaysStudy(model, PathTraces.Few) { LeastStay = leastStay, LeastShare = 0, MostNodes = 4000, MostChanges = 3 }).Tree;
        Assert.DoesNotContain(tree, node => node.Kind is null);
        foreach (var node in tree)
        {
            var way = Way(tree, node);
            PathTraces.IsMean(traces, trace => Orders(trace, leastStay).Select(order => order.Kind).Take(way.Length).SequenceEqual(way) ? 1 : 0, node.Share);
            PathTraces.IsMean(traces, trace => Orders(trace, leastStay).Select(order => order.Kind).SequenceEqual(way) ? 1 : 0, node.Ends!.Value);
            PathTraces.IsRatio(
                traces,
                trace => Orders(trace, leastStay) is var orders && orders.Select(order => order.Kind).Take(way.Length).SequenceEqual(way) ? (orders[way.Length - 1].From / 12.0, 1) : (0, 0),
                node.EnteredAfterYears);
        }
    }

    [Fact]
    public void Small_branches_are_gathered_and_nothing_is_lost()
    {
        var model = RandomTimedModel.Of(4);
        var whole = PathTraces.Run<PathwaysResult>(new PathwaysStudy(model, PathTraces.Few) { LeastStay = 1, LeastShare = 0, MostNodes = 4000 });
        var small = PathTraces.Run<PathwaysResult>(new PathwaysStudy(model, PathTraces.Few) { LeastStay = 1, LeastShare = 0.05, MostNodes = 6 });
        Assert.True(whole.Tree.Length > small.Tree.Length);
        Assert.InRange(small.Tree.Count(node => node.Kind is not null), 2, 6);
        Assert.Contains(small.Tree, node => node.Kind is null);
        foreach (var (place, node) in small.Tree.Index().Where(node => node.Item.Kind is not null && node.Item.Depth < small.Changes))
        {
            var below = small.Tree.Where(child => child.Parent == place).Sum(child => child.Share.Mean);
            Assert.Equal(node.Share.Mean, node.Ends!.Value.Mean + below, 1e-9);
        }
    }

    [Fact]
    public void One_window_as_long_as_the_horizon_dominates_as_futures_says()
    {
        var model = RandomTimedModel.Of(8);
        var result = PathTraces.Run<PathwaysResult>(new PathwaysStudy(model, PathTraces.Few) { Window = Timed.Months(8) });
        var futures = PathTraces.Run<FuturesResult>(new FuturesStudy(model, PathTraces.Few));
        Assert.Equal(futures.Dominance.Select(share => share.Mean), Assert.Single(result.Windows).Shares.Select(share => share.Mean));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var study = new PathwaysStudy(RandomTimedModel.Of(15), PathTraces.Few with { Paths = 1500 });
        var (one, two) = (PathTraces.Run<PathwaysResult>(study), PathTraces.Run<PathwaysResult>(study with { Options = study.Options with { Threads = 2 } }));
        Assert.Equal(one.Tree, two.Tree);
        Assert.Equal(one.Kinds.SelectMany(kind => kind.First.ByDate), two.Kinds.SelectMany(kind => kind.First.ByDate));
        Assert.Equal(one.Kinds.Select(kind => kind.Stays), two.Kinds.Select(kind => kind.Stays));
    }

    [Fact]
    public void A_model_without_kinds_is_refused() => Assert.Equal(
        "DT4354",
        Assert.Throws<StudyException>(() => PathTraces.Run<PathwaysResult>(new PathwaysStudy(TwoStates() with { Scenarios = [] }, Many))).Diagnostics.Single().Code);

    [Fact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        var study = new PathwaysStudy(TwoStates(), PathTraces.Few);
        Assert.All(
            [study with { LeastStay = 0 }, study with { MostNodes = 0 }, study with { LeastShare = double.NaN }, study with { MostChanges = -1 }, study with { Window = Timed.Months(0) }, study with { Options = new StudyOptions { Exact = true } }],
            wrong => Assert.Throws<ArgumentException>(() => PathTraces.Run<PathwaysResult>(wrong)));
    }

    private static void Near(double expected, Figure figure)
    {
        Assert.True(figure.StandardError > 0);
        Assert.InRange(figure.Mean, expected - (4.5 * figure.StandardError), expected + (4.5 * figure.StandardError));
    }

    private static int Dominant(PathTrace trace, WindowDominance window)
    {
        var led = trace.Kinds[(window.First + 1)..(window.Next + 1)];
        var most = led.GroupBy(kind => kind).Max(group => group.Count());
        return led.Last(kind => led.Count(other => other == kind) == most);
    }

    private static int Moves(PathTrace trace, int from, int to) => trace.Kinds.Zip(trace.Kinds.Skip(1)).Count(pair => pair == (from, to));

    private static List<(int Kind, int Length, bool IsCut)> Stays(PathTrace trace)
    {
        var stays = new List<(int, int, bool)>();
        var since = 0;
        for (var date = 1; date < trace.Kinds.Length; date++)
        {
            if (trace.Kinds[date] != trace.Kinds[date - 1])
            {
                stays.Add((trace.Kinds[date - 1], date - since, false));
                since = date;
            }
        }

        stays.Add((trace.Kinds[^1], trace.Kinds.Length - 1 - since, true));
        return stays;
    }

    /// <summary>The kinds that hold long enough, repeats merged, with the date from which on they do.</summary>
    private static List<(int Kind, int From)> Orders(PathTrace trace, int leastStay)
    {
        var orders = new List<(int Kind, int From)>();
        for (var date = 0; date < trace.Kinds.Length; date++)
        {
            var length = trace.Kinds.Skip(date).TakeWhile(kind => kind == trace.Kinds[date]).Count();
            var begins = date == 0 || trace.Kinds[date - 1] != trace.Kinds[date];
            if (begins && (date == 0 || (length >= leastStay && orders[^1].Kind != trace.Kinds[date])))
            {
                orders.Add((trace.Kinds[date], date));
            }
        }

        return orders;
    }

    private static int[] Way(ImmutableArray<PathwayNode> tree, PathwayNode node) =>
        node.Parent < 0 ? [node.Kind!.Value.Index] : [.. Way(tree, tree[node.Parent]), node.Kind!.Value.Index];
}
