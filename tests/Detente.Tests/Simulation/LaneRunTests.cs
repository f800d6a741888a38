using Detente.Compiled;
using Detente.Simulation;

namespace Detente.Tests.Simulation;

/// <summary>Paths walked side by side: what meters see is what a walk of each path alone shows.</summary>
public sealed class LaneRunTests
{
    private static readonly Lazy<CompiledModel> Random = new(() => ModelCompiler.Compile(RandomTimedModel.Of(3)));

    private static LanePlan Plan(int threads, int paths = 150) => new([new LaneWorld(Random.Value, new PathRules([.. Enumerable.Range(0, Random.Value.Strategies.Length)])), new LaneWorld(Random.Value, new PathRules([]))])
    {
        Seed = 5,
        Draws = 3,
        Paths = paths,
        IsSampled = true,
        Threads = threads,
    };

    [Fact]
    public void Sums_do_not_depend_on_threads()
    {
        var (one, two) = (Walk(Plan(1)), Walk(Plan(2)));
        Assert.Equal(one.SelectMany(world => world).SelectMany(draw => draw), two.SelectMany(world => world).SelectMany(draw => draw));
        Assert.Contains(one[0].Concat(one[1]), draw => draw[0] > 0);
    }

    [Fact]
    public void Every_path_is_seen_once_at_every_date()
    {
        var plan = Plan(1);
        Assert.All(Walk(plan).SelectMany(world => world), draw => Assert.Equal((plan.Steps + 1L) * plan.Paths, draw[1]));
    }

    [Fact]
    public void A_walk_is_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LaneRun.Walk(Plan(2), _ => new CountingMeter(), null, source.Token));
    }

    private static long[][][] Walk(LanePlan plan) => LaneRun.Walk(plan, _ => new CountingMeter(), null, CancellationToken.None);

    /// <summary>Counts happenings, path-dates, and differences of states at the end.</summary>
    private sealed class CountingMeter : LaneMeter
    {
        private byte[] last = [];

        public override int Width => 3;

        public override void Begin(LaneWalk lanes) => last = [];

        public override void SeeSnapshot(LaneWalk lanes, Span<long> counts) => counts[1] += LaneMask.Count(lanes.Valid);

        public override void SeeStep(LaneWalk lanes, Span<long> counts) => counts[0] += lanes.Happenings.Length;

        public override void End(LaneWalk lanes, Span<long> counts) => last = lanes.States(0).ToArray();

        public override void Compare(LaneMeter reference, LaneWalk lanes, Span<long> counts)
        {
            for (var lane = 0; lane < lanes.Paths.Count; lane++)
            {
                counts[2] += last[lane] != ((CountingMeter)reference).last[lane] ? 1 : 0;
            }
        }
    }
}
