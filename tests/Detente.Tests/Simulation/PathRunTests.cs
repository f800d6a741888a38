using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Simulation;

/// <summary>Counting over threads and draws.</summary>
public sealed class PathRunTests
{
    private static PathPlan Plan(int draws, int paths, int threads) => new(ModelCompiler.Compile(RandomTimedModel.Of(3)), [new PathRules([0]), new PathRules([])])
    {
        Seed = 11,
        Draws = draws,
        Paths = paths,
        IsSampled = draws > 1,
        Threads = threads,
    };

    private static string Fingerprint(ImmutableArray<WorldCounts> counts) => string.Join('|', counts.Select(world => string.Join(',', world.Totals) + ";" + string.Join(
        ';',
        world.Draws.Select(draw => string.Join(',', [.. draw.Shares, .. draw.Sums, .. draw.Squares, .. draw.Differences, .. draw.SquaredDifferences])))));

    [Theory]
    [InlineData(5, 300)]
    [InlineData(1, 1500)]
    public void Counts_are_the_same_for_any_number_of_threads(int draws, int paths)
    {
        var one = Fingerprint(PathRun.Walk(Plan(draws, paths, 1), null, CancellationToken.None));
        Assert.Equal(one, Fingerprint(PathRun.Walk(Plan(draws, paths, 2), null, CancellationToken.None)));
        Assert.Equal(one, Fingerprint(PathRun.Walk(Plan(draws, paths, 3), null, CancellationToken.None)));
    }

    [Fact]
    public void More_paths_keep_the_first_ones()
    {
        var few = PathRun.Walk(Plan(1, 256, 1), null, CancellationToken.None)[0].Draws[0].Shares;
        var more = PathRun.Walk(Plan(1, 512, 1), null, CancellationToken.None)[0].Draws[0].Shares;
        Assert.All(few.Zip(more), pair => Assert.InRange(pair.First, 0, pair.Second));
    }

    [Fact]
    public void Progress_ends_with_all_paths()
    {
        var seen = new List<long>();
        PathRun.Walk(Plan(3, 300, 2), seen.Add, CancellationToken.None);
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(900, seen[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Cancelling_stops_at_once(int threads)
    {
        using var source = new CancellationTokenSource();
        var plan = Plan(1, 1_000_000_000, threads);
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.ThrowsAny<OperationCanceledException>(() => PathRun.Walk(plan, done => source.Cancel(), source.Token));
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 5); // the first block and one path more
    }

    [Fact]
    public void The_scenario_of_most_steps_dominates_and_on_a_tie_the_last()
    {
        var model = Model(4, [Fixed("f", 3, 0)]) with
        {
            Scenarios = [Kind("late", In(0, 2)), Kind("early", In(0, 1)), Kind("rest", new ConstantCondition(true))],
            Events = [Event("e", On(0), Set(0, 1)), Event("g", On(2), Set(0, 2))], // dates 1, 2: early; 3, 4: late; date 0 does not count
        };
        var counts = PathRun.Walk(new PathPlan(ModelCompiler.Compile(model), [new PathRules([])]) { Seed = 1, Draws = 1, Paths = 2, IsSampled = false }, null, CancellationToken.None)[0];
        Assert.Equal([2, 0, 0], counts.Draws[0].Shares.AsSpan(counts.Layout.Dominant, 3).ToArray());
        Assert.Equal([2, 4, 2], counts.Totals.AsSpan(counts.Layout.StepsIn, 3).ToArray()); // steps begun: rest, early, early, late on each of two paths
    }

    [Fact]
    public void Risk_says_how_much_of_it_stands_in_a_scenario_only_because_of_past_events()
    {
        static Condition Past(int months) => new Occurred(new EventPattern(null, 1), Months(months));
        static ModelEvent Grave(string id, params ImmutableArray<int> steps)
        {
            var of = Event(id, new Scheduled([.. steps.Select(step => Start.AddMonths(step))], Estimate.Point(1), null, null));
            return of with { Outcomes = [of.Outcomes[0] with { Severity = 0 }] };
        }

        var model = Model(8, [Fixed("f", 2, 0)]) with
        {
            Severities = [new Severity("s", LocalizedText.Same("s"), 1)],
            Events = [Event("e", On(3), Set(0, 1)), Grave("g", 0, 1, 4, 7)],
            Scenarios = [Kind("tense", new AnyOf([Past(2), In(0, 1)])), Kind("rest", new ConstantCondition(true))],
        };

        // Step 0 rest; 1 tense by the past alone; 4 tense by the state (the last event is three steps back); 7 tense by the state.
        AssertRisk(model, [3, 1], [1, 0]);

        // Of two events in one step both count; at step 5 both reasons hold.
        AssertRisk(model with { Events = [model.Events[0], Grave("g", 0, 1, 4, 7), Grave("h", 1, 5)] }, [5, 1], [2, 0]);

        // A count with nothing counted may hold, and what has been held is held without the events.
        var calm = new Held(new CountCondition(new EventPattern(null, 1), Months(1), Comparison.Less, 1), Months(2));
        AssertRisk(model with { Scenarios = [Kind("calm", calm), Kind("rest", new ConstantCondition(true))] }, [1, 3], [0, 3]);
        AssertRisk(model with { Scenarios = [Kind("tense", In(0, 1)), Kind("rest", new ConstantCondition(true))] }, [2, 2], [0, 0]);

        // A measure agreed in the step is not yet agreed at its start.
        var measured = model with { Measures = [Measure("m")], Scenarios = [Kind("tense", new AnyOf([Past(2), new InForce(new MeasureId(0))])), Kind("rest", new ConstantCondition(true))] };
        AssertRisk(measured.PursuingAll(), [3, 1], [0, 0]);
    }

    private static Scenario Kind(string id, Condition rule) => new(id, LocalizedText.Same(id), null, rule, null, Provenance.Judgement);

    private static void AssertRisk(Model model, int[] risk, int[] byPast)
    {
        var compiled = ModelCompiler.Compile(model);
        var plan = new PathPlan(compiled, [new PathRules(compiled.ActiveStrategies([]))]) { Seed = 1, Draws = 1, Paths = 2, IsSampled = false };
        var counts = PathRun.Walk(plan, null, CancellationToken.None)[0];
        Assert.Equal(risk, counts.Totals.AsSpan(counts.Layout.RiskIn, 2).ToArray().Select(count => (int)count / 2));
        Assert.Equal(byPast, counts.Totals.AsSpan(counts.Layout.RiskByPastIn, 2).ToArray().Select(count => (int)count / 2));
    }

    [Fact]
    public void Differences_are_those_of_the_same_path()
    {
        var counts = PathRun.Walk(Plan(1, 700, 1), null, CancellationToken.None);
        var (first, second) = (counts[0].Draws[0], counts[1].Draws[0]);
        var layout = counts[0].Layout;
        for (var scenario = 0; scenario < layout.Scenarios; scenario++)
        {
            var at = layout.ScenarioAt + (scenario * layout.Dates) + layout.Dates - 1;
            Assert.Equal(second.Shares[at] - first.Shares[at], second.Differences[scenario]);
            Assert.InRange(second.SquaredDifferences[scenario], Math.Abs(second.Differences[scenario]), 700);
        }

        for (var severity = 0; severity < layout.Severities; severity++)
        {
            var at = layout.EscalatedBefore + (severity * layout.Dates) + layout.Dates - 1;
            Assert.Equal(second.Shares[at] - first.Shares[at], second.Differences[layout.Scenarios + severity]);
        }

        Assert.Contains(second.SquaredDifferences, count => count > 0);
        Assert.All(first.SquaredDifferences, count => Assert.Equal(0, count));
    }
}
