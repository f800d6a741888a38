using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;
using Detente.Studies;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>Sampled paths are real ones: those that the engine walks side by side, under the same names.</summary>
public sealed class PathSampleTests
{
    private static FuturesResult Run(int seed, int draws, int paths) =>
        (FuturesResult)new StudyRunner().Run(new FuturesStudy(RandomLongModel.Of(seed), new StudyOptions { Seed = 3, Draws = draws, Paths = paths, Threads = 1 }), null, CancellationToken.None);

    [Theory]
    [InlineData(2, 6, 40)]
    [InlineData(3, 40, 10)]
    [InlineData(4, 1, 50)]
    public void They_are_the_paths_that_lanes_walk(int seed, int draws, int paths)
    {
        var result = Run(seed, draws, paths);
        Assert.Equal(PathSample.MostPaths, result.SampledPaths.Length);
        var compiled = ModelCompiler.Compile(result.Provenance.Study.Model);
        var walked = new Dictionary<(int Draw, int Path), List<(int Kind, int Gravest)>>();
        var plan = new LanePlan([new LaneWorld(compiled, new PathRules(compiled.ActiveStrategies([])))]) { Seed = 3, Draws = draws, Paths = paths, IsSampled = draws > 1 };
        LaneRun.Walk(plan, _ => new Recorder(walked), null, CancellationToken.None);
        Assert.All(result.SampledPaths, path =>
        {
            var steps = walked[(path.Draw, path.Path)];
            Assert.Equal(steps.Select(step => step.Kind), path.Kinds);
            Assert.Equal(steps.Index().Where(step => step.Item.Gravest >= 0).Select(step => (step.Index, step.Item.Gravest)), path.Severe.Select(one => (one.Step, one.Severity)));
        });
    }

    [Fact]
    public void All_paths_of_a_small_run_give_its_shares()
    {
        var result = Run(3, 10, 3);
        Assert.Equal(30, result.SampledPaths.Length);
        Assert.All(result.Scenarios.Index(), kind => Assert.All(result.Dates.Index(), date =>
            Assert.Equal(kind.Item.Values[date.Index].Mean, result.SampledPaths.Count(path => path.Kinds[date.Index] == kind.Index) / 30.0, 1e-12)));
        Assert.All(result.Dominance.Index(), kind => Assert.Equal(kind.Item.Mean, result.SampledPaths.Count(path => path.DominantKind == kind.Index) / 30.0, 1e-12));
        Assert.All(result.Escalation, risk => Assert.Equal(risk.ByDate.Values[^1].Mean, result.SampledPaths.Count(path => path.Severe.Any(one => one.Severity >= risk.Severity)) / 30.0, 1e-12));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(7, 3)]
    [InlineData(7, 100)]
    [InlineData(29, 2)]
    [InlineData(31, 2)]
    [InlineData(5000, 200)]
    public void No_draw_has_two_paths_more_than_another(int draws, int paths)
    {
        var chosen = PathSample.Chosen(draws, paths).ToList();
        Assert.Equal(Math.Min(PathSample.MostPaths, draws * paths), chosen.Distinct().Count());
        Assert.All(chosen, one => Assert.True(one.Draw >= 1 && one.Draw <= draws && one.Path >= 0 && one.Path < paths));
        var perDraw = chosen.CountBy(one => one.Draw).Select(pair => pair.Value).ToList();
        Assert.InRange(perDraw.Max() - (perDraw.Count < draws ? 0 : perDraw.Min()), 0, 1);
    }

    [Fact]
    public void A_longer_run_contains_the_shorter_one()
    {
        var (few, more) = (Run(3, 15, 4), Run(3, 30, 9));
        var again = more.SampledPaths.ToDictionary(path => (path.Draw, path.Path));
        var common = few.SampledPaths.Where(path => again.ContainsKey((path.Draw, path.Path))).ToList();
        Assert.NotEmpty(common);
        Assert.All(common, path => Assert.Equal(path.Kinds, again[(path.Draw, path.Path)].Kinds));
    }

    [Fact]
    public void They_stand_by_end_then_by_what_dominates_then_by_name()
    {
        var paths = Run(2, 20, 10).SampledPaths;
        Assert.Equal(paths.Select(Key).Order(), paths.Select(Key));
        Assert.NotEqual(paths.Select(path => path.Draw).Order(), paths.Select(path => path.Draw));

        static (int, int, int, int) Key(SampledPath path) => (path.Kinds[^1], path.DominantKind, path.Draw, path.Path);
    }

    [Fact]
    public void Without_kinds_there_are_none() => Assert.Empty(((FuturesResult)new StudyRunner().Run(
        new FuturesStudy(Timed.Model(4, [Timed.Factor("f", 2, 0, 6)]), new StudyOptions { Draws = 2, Paths = 3 }), null, CancellationToken.None)).SampledPaths);

    private sealed class Recorder(Dictionary<(int Draw, int Path), List<(int Kind, int Gravest)>> walked) : LaneMeter
    {
        private int[] gravest = [];

        public override int Width => 1;

        public override void Begin(LaneWalk lanes)
        {
            gravest = [.. Enumerable.Repeat(-1, LaneWalk.MostLanes)];
            for (var lane = 0; lane < lanes.Paths.Count; lane++)
            {
                walked.Add(Name(lanes, lane), []);
            }
        }

        public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
        {
            for (var lane = 0; lane < lanes.Paths.Count; lane++)
            {
                walked[Name(lanes, lane)].Add((lanes.Scenarios[lane], -1));
            }
        }

        public override void SeeStep(LaneWalk lanes, Span<long> counts)
        {
            foreach (var (lane, happening) in lanes.Happenings)
            {
                var path = walked[Name(lanes, lane)];
                var severity = lanes.Model.Events[happening.Event].Outcomes[happening.Outcome].Severity;
                path[^1] = (path[^1].Kind, Math.Max(path[^1].Gravest, severity));
            }
        }

        private static (int Draw, int Path) Name(LaneWalk lanes, int lane) => ((int)lanes.Paths.Noise, lanes.Paths.First + lane);
    }
}
