using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;
using Detente.Studies;
using Detente.Tests.Compiled;
using Detente.Tests.Simulation;

namespace Detente.Tests.Studies;

/// <summary>Told paths are paths of the model: what is told of them is what a walk of the same path alone shows.</summary>
public sealed class PathTellingTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_told_is_what_the_walk_shows(int seed)
    {
        var model = RandomTimedModel.Of(seed);
        var result = WhyCases.Run(new WhyStudy(model, new StudyOptions { Draws = 3, Paths = 40, Seed = 9, Threads = 1 }));
        Assert.NotEmpty(result.Paths);
        Assert.All(result.Paths, path =>
        {
            var all = Walk(model, path);
            Assert.All(path.Entries, entry => Assert.Contains(Plain(entry), all));
            Assert.Equal(all.Count, path.Entries.Length + path.Untold);
            Assert.InRange(path.Entries.Length, 0, 12);
            Assert.Equal(path.Entries.Select(entry => entry.On), path.Entries.Select(entry => entry.On).Order());
            Assert.Equal(path.Role != ToldRole.Elsewhere, path.Final == result.Kind);
        });
    }

    [Fact]
    public void The_balance_behind_a_change_is_the_one_by_which_the_redraw_chose()
    {
        var looked = Enumerable.Range(1, 12).Sum(seed => Redraws(ModelCompiler.Compile(RandomTimedModel.Of(seed))));
        Assert.InRange(looked, 100, int.MaxValue);
    }

    /// <summary>Checks the redraws to a neighbour on 40 paths: the number drawn must lie below the threshold of the balance told.</summary>
    private static int Redraws(CompiledModel model)
    {
        var looked = 0;
        for (var path = 0UL; path < 40; path++)
        {
            var parameters = new DrawParameters(model, model.Numbers.Sample(4, 1 + path));
            var key = KeyedNoise.PathKey(4, 1 + path, path);
            var chronicle = new PathChronicle(model, new PathRules([0]), parameters);
            chronicle.Walk(key, model.StepCount);
            foreach (var entry in chronicle.Entries)
            {
                if (entry.Entry is ToldShift { Reason: ShiftReason.Balance or ShiftReason.Chance } shift && model.Factors[shift.Factor.Index] is { MovesToNeighbours: true } factor)
                {
                    var threshold = parameters.Choices[factor.Decisiveness].Neighbour(shift.LeadHundredths);
                    Assert.True(KeyedNoise.IsBelow(key, KeyedNoise.StepKey(factor.Choice, entry.Step), threshold, Thresholds.StateBits));
                    looked++;
                }
            }
        }

        return looked;
    }

    [Fact]
    public void A_change_is_told_with_what_pulled()
    {
        // Factor 3 stands up and adds 2 points to the upper state of factor 0, and takes 2 from the lower.
        var shift = WhyCases.Run(WhyCases.Study(WhyCases.ByInfluence())).Paths[0].Entries.OfType<ToldShift>().First(told => told.Factor == new FactorId(0));
        Assert.Equal((0, 1, ShiftReason.Balance, 400), (shift.From, shift.To, shift.Reason, shift.LeadHundredths));
        Assert.Equal([new ToldPull(PullSource.Influence, 0, 1, 400)], shift.Pulls);
    }

    [Fact]
    public void A_change_by_an_effect_is_told_with_the_event_that_had_it()
    {
        var path = WhyCases.Run(WhyCases.Study(WhyCases.ByEvent())).Paths[0];
        var shift = Assert.Single(path.Entries.OfType<ToldShift>(), told => told.Factor == new FactorId(0));
        Assert.Equal((Timed.Start.AddMonths(12), ShiftReason.Effect), (shift.On, shift.Reason));
        Assert.Equal([new ToldPull(PullSource.Event, 2, null, 0)], shift.Pulls);
        Assert.Contains(new ToldEvent(Timed.Start.AddMonths(12), new EventId(2), 0, null), path.Entries);
        Assert.Contains(new ToldKind(Timed.Start.AddMonths(12), new ScenarioId(1), new ScenarioId(0)), path.Entries);
    }

    [Fact]
    public void A_push_is_told_with_its_event_and_a_tendency_as_its_own()
    {
        var model = ModelCompiler.Compile(WhyCases.With(Timed.Factor("f0", 2, 0, 4)) with
        {
            Tendencies = [Timed.Lean(0, 1)],
            Events = [Timed.Event("pushes", Timed.On(0), Timed.Push(0, 3, 100))],
        });
        var shift = Enumerable.Range(0, 20).SelectMany(path =>
        {
            var chronicle = new PathChronicle(model, new PathRules([]), Parameters(model));
            chronicle.Walk(KeyedNoise.PathKey(1, 1, (ulong)path), 6);
            return chronicle.Entries.Select(entry => entry.Entry).OfType<ToldShift>();
        }).First(told => told is { Factor.Index: 0, To: 1 } && told.On > Timed.Start);
        Assert.Equal([PullSource.Event, PullSource.Tendency], shift.Pulls.Select(pull => pull.Source));
        Assert.Equal(200, shift.Pulls[1].Hundredths);
        Assert.InRange(shift.Pulls[0].Hundredths, 400, 600);
        Assert.Equal(shift.LeadHundredths, shift.Pulls.Sum(pull => pull.Hundredths), 1.0);
    }

    [Fact]
    public void The_typical_path_agrees_most_of_those_that_end_so()
    {
        var model = WhyCases.ByInfluence();
        var result = WhyCases.Run(WhyCases.Study(model, draws: 2, paths: 100));
        var states = Enumerable.Range(1, 2).SelectMany(draw => Enumerable.Range(0, 100).Select(path => (draw, path, Walked: States(model, draw, path)))).ToList();
        var ending = states.Where(walk => walk.Walked[^1][0] == 1).ToList();
        var usual = Enumerable.Range(0, 25).Select(date => Enumerable.Range(0, 4).Select(factor =>
            Enumerable.Range(0, 3).MaxBy(state => ending.Count(walk => walk.Walked[date][factor] == state))).ToArray()).ToList();
        int Agreement(int[][] walk) => walk.Zip(usual).Sum(date => date.First.Zip(date.Second).Count(pair => pair.First == pair.Second));
        var best = ending.MaxBy(walk => (Agreement(walk.Walked), -walk.draw, -walk.path));
        Assert.Equal((best.draw, best.path), (result.Paths[0].Draw, result.Paths[0].Path));
        Assert.Equal(Agreement(best.Walked) / 100.0, result.Paths[0].Agreement, 1e-12);
        Assert.Equal([ToldRole.Typical, ToldRole.Furthest, ToldRole.Elsewhere], result.Paths.Select(path => path.Role));
    }

    [Fact]
    public void Another_route_begins_with_another_event()
    {
        var model = WhyCases.With(Timed.Fixed("f0", 2, 0));
        ModelEvent Grave(string id, int step, double chance) => Timed.Event(id, Timed.On(step, chance), Timed.Set(0, 1)) is var made
            ? made with { Outcomes = [made.Outcomes[0] with { Severity = 0 }] }
            : made;
        model = model with { Severities = [new("grave", LocalizedText.Same("grave"), 1)], Events = [Grave("a", 3, 0.5), Grave("b", 6, 0.5)] };
        var result = WhyCases.Run(WhyCases.Study(model));
        Assert.Equal([ToldRole.Typical, ToldRole.OtherRoute, ToldRole.Elsewhere], result.Paths.Select(path => path.Role));
        Assert.Equal([0, 1], result.Paths.Take(2).Select(path => path.Root!.Value.Index).Order());
        Assert.Equal(1, result.Paths[0].RouteShare!.Value + result.Paths[1].RouteShare!.Value, 1e-12);
        Assert.Equal(2.0 / 3, result.Paths.Single(path => path.Root == new EventId(0)).RouteShare!.Value, 0.07);
        Assert.Null(result.Paths[2].Root);
    }

    [Fact]
    public void A_passing_excursion_is_not_told_and_counted()
    {
        var model = WhyCases.With(Timed.Fixed("f0", 2, 0));
        model = model with
        {
            Influences = [],
            Tendencies = [],
            Factors = [model.Factors[0], Timed.Fixed("f1", 3, 1), Timed.Fixed("f2", 3, 1), Timed.Fixed("f3", 2, 0)],
            Events = [Timed.Event("there", Timed.On(6), Timed.Set(3, 1)), Timed.Event("back", Timed.On(7), Timed.Set(3, 0)), Timed.Event("decides", Timed.On(12, 0.5), Timed.Set(0, 1))],
        };
        var chronicle = new PathChronicle(ModelCompiler.Compile(model), new PathRules([]), Parameters(ModelCompiler.Compile(model)));
        chronicle.Walk(KeyedNoise.PathKey(1, 1, 1), 24);
        var shifts = chronicle.Entries.Where(entry => entry.Entry is ToldShift { Factor.Index: 3 }).ToList();
        Assert.Equal([(6, 0, false), (7, 0, true)], shifts.Select(entry => (entry.Step, entry.Lasts, ((ToldShift)entry.Entry).IsAgain)));
        Assert.DoesNotContain(WhyCases.Run(WhyCases.Study(model)).Paths.SelectMany(path => path.Entries).OfType<ToldShift>(), shift => shift.Factor == new FactorId(3));
    }

    private static DrawParameters Parameters(CompiledModel model) => new(model, model.Numbers.StatedPoints());

    private static string Plain(ToldEntry entry) => entry switch
    {
        ToldEvent happened => $"{entry.On} event {happened.Event.Index} {happened.Outcome} {happened.Cause?.Index}",
        ToldShift shift => $"{entry.On} factor {shift.Factor.Index} {shift.From} {shift.To}",
        ToldMeasure measure => $"{entry.On} measure {measure.Measure.Index} {measure.Turn is MeasureTurn.InForce or MeasureTurn.AgreedInForce} {measure.Turn == MeasureTurn.Ended}",
        ToldKind kind => $"{entry.On} kind {kind.From.Index} {kind.To.Index}",
        _ => "",
    };

    private static PathSimulator Begun(Model model, int draw, int path, ulong seed)
    {
        var compiled = ModelCompiler.Compile(model);
        var simulator = new PathSimulator(compiled, new PathRules(compiled.ActiveStrategies([])));
        simulator.Start(new DrawParameters(compiled, compiled.Numbers.Sample(seed, (ulong)draw)), KeyedNoise.PathKey(seed, (ulong)draw, (ulong)path));
        return simulator;
    }

    private static int[][] States(Model model, int draw, int path)
    {
        var simulator = Begun(model, draw, path, 3);
        var states = new List<int[]> { simulator.View.States.ToArray() };
        for (var step = 0; step < simulator.Model.StepCount; step++)
        {
            simulator.Step();
            states.Add(simulator.View.States.ToArray());
        }

        return [.. states];
    }

    private static List<string> Walk(Model model, ToldPath path)
    {
        var simulator = Begun(model, path.Draw, path.Path, 9);
        var all = new List<string>();
        for (var step = 0; step < simulator.Model.StepCount; step++)
        {
            var (on, phases, states, kind) = (Timed.Start.AddMonths(step), simulator.View.Phases.ToArray(), simulator.View.States.ToArray(), simulator.View.Scenario);
            simulator.MoveMeasures();
            all.AddRange(phases.Index().Where(phase => simulator.View.Phases[phase.Index] is var now && now != phase.Item && now != MeasurePhase.Idle)
                .Select(phase => $"{on} measure {phase.Index} {simulator.View.Phases[phase.Index] == MeasurePhase.InForce} {simulator.View.Phases[phase.Index] == MeasurePhase.Ended}"));
            simulator.Happen();
            foreach (var happening in simulator.Happenings)
            {
                all.Add($"{on} event {happening.Event} {happening.Outcome} {(happening.Cause < 0 ? null : happening.Cause)}");
            }

            simulator.Move();
            all.AddRange(states.Index().Where(state => simulator.View.States[state.Index] != state.Item).Select(state => $"{on} factor {state.Index} {state.Item} {simulator.View.States[state.Index]}"));
            if (simulator.View.Scenario != kind)
            {
                all.Add($"{on} kind {kind} {simulator.View.Scenario}");
            }
        }

        Assert.Equal(path.Final.Index, simulator.View.Scenario);
        return all;
    }
}
