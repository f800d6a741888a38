using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Simulation;

/// <summary>The life of a measure, step by step. Uptake is so high that what can be agreed is.</summary>
public sealed class MeasureStageTests
{
    private const MeasurePhase Idle = MeasurePhase.Idle;
    private const MeasurePhase Agreed = MeasurePhase.Agreed;
    private const MeasurePhase InForce = MeasurePhase.InForce;
    private const MeasurePhase Ended = MeasurePhase.Ended;

    /// <summary>Phase of the first measure after part 1 of each step, and whether it was agreed in it.</summary>
    private static (MeasurePhase[] Phases, bool[] AgreedNow, int[] States) Life(Model model)
    {
        var simulator = Simulator(model);
        simulator.Begin();
        var (phases, agreed, states) = (new List<MeasurePhase>(), new List<bool>(), new List<int>());
        for (var step = 0; step < simulator.Model.StepCount; step++)
        {
            simulator.MoveMeasures();
            phases.Add(simulator.View.Phases[0]);
            agreed.Add(simulator.View.AgreedNow[0]);
            simulator.Finish();
            states.Add(simulator.View.States[0]);
        }

        return ([.. phases], [.. agreed], [.. states]);
    }

    private static Condition Until(int step) => new DateCondition(Comparison.Less, Start.AddMonths(step));

    private static Condition From(int step) => new DateCondition(Comparison.GreaterOrEqual, Start.AddMonths(step));

    private static Precondition Needs(Condition condition) => new("p", LocalizedText.Same("p"), condition, Provenance.Judgement);

    private static Model With(int months, params ImmutableArray<Measure> measures) => (Model(months, [Fixed("f", 5, 0)]) with { Measures = measures }).PursuingAll();

    [Fact]
    public void A_gated_measure_goes_through_its_life()
    {
        // Possible from step 1, two steps of lead, in force at 3 with its effect, sustained before step 5, idle again at 7, agreed again at once.
        var measure = Measure("m", Move(0, 1)) with { Preconditions = [Needs(From(1))], Lead = Months(2), SustainedBy = Until(5), Pause = Months(2) };
        var life = Life(With(8, measure));
        Assert.Equal([Idle, Agreed, Agreed, InForce, InForce, Ended, Ended, Agreed], life.Phases);
        Assert.Equal([false, true, false, false, false, false, false, true], life.AgreedNow);
        Assert.Equal([0, 0, 0, 1, 1, 1, 1, 1], life.States);
    }

    [Fact]
    public void Without_lead_it_is_in_force_in_the_step_of_agreement()
    {
        var life = Life(With(3, Measure("m", Set(0, 3))));
        Assert.Equal([InForce, InForce, InForce], life.Phases);
        Assert.Equal([true, false, false], life.AgreedNow);
        Assert.Equal([3, 3, 3], life.States);
    }

    [Fact]
    public void Without_a_pause_it_can_be_agreed_in_the_step_after_its_end() => Assert.Equal(
        [InForce, Ended, InForce, Ended],
        Life(With(4, Measure("m") with { SustainedBy = new ConstantCondition(false) })).Phases);

    [Fact]
    public void A_strict_gate_waits_and_an_advisory_one_does_not()
    {
        var measure = Measure("m", Move(0, 1)) with { Preconditions = [Needs(In(0, 4))], Early = [Move(0, 2)] };
        Assert.Equal([0, 0], Life(With(2, measure)).States);
        Assert.Equal([3, 3], Life(With(2, measure with { Gate = Gate.Advisory })).States); // early effect and effect in the same step
        Assert.Equal([1, 1], Life(With(2, measure with { Gate = Gate.Advisory, Preconditions = [Needs(In(0, 0))] })).States);
    }

    [Fact]
    public void Early_effects_act_on_agreement_before_the_lead_is_over() => Assert.Equal(
        [2, 2, 3],
        Life(With(3, Measure("m", Move(0, 1)) with { Preconditions = [Needs(In(0, 4))], Early = [Move(0, 2)], Gate = Gate.Advisory, Lead = Months(2) })).States);

    [Fact]
    public void Pursuits_wait_for_others_give_up_and_ask_conditions()
    {
        var model = Model(5, [Fixed("f", 2, 0)]) with { Measures = [Measure("m"), Measure("first")] };
        Assert.Equal( // the first is in force in step 0, so the snapshot of step 1 knows it
            [Idle, InForce, InForce, InForce, InForce],
            Life(model.Pursuing(new Pursuit(new MeasureId(0), null, null, [new MeasureId(1)]), new Pursuit(new MeasureId(1), null, null, []))).Phases);
        Assert.Equal([Idle, Idle, InForce, InForce, InForce], Life(model.Pursuing(new Pursuit(new MeasureId(0), From(2), null, []))).Phases);
        Assert.Equal([Idle, Idle, Idle, Idle, Idle], Life(model.Pursuing(new Pursuit(new MeasureId(0), From(2), Until(1), []))).Phases); // given up for good in step 0
    }

    [Fact]
    public void Nobody_pursues_without_a_strategy() => Assert.Equal([Idle, Idle], Life(Model(2, [Fixed("f", 2, 0)]) with { Measures = [Measure("m")] }).Phases);

    [Fact]
    public void A_chosen_strategy_takes_the_place_of_the_baselines_of_the_same_actor()
    {
        var judged = Provenance.Judgement;
        Actor Party(string id) => new(id, LocalizedText.Same(id), null, [], judged);
        Strategy Of(string id, params ImmutableArray<int> actors) => new(id, LocalizedText.Same(id), [.. actors.Select(actor => new ActorId(actor))], [], judged);
        var model = ModelCompiler.Compile(Model(1, [Fixed("f", 2, 0)]) with
        {
            Actors = [Party("a"), Party("b")],
            Strategies = [Of("a0", 0), Of("b0", 1), Of("a1", 0), Of("both", 0, 1)],
            Baseline = [new StrategyId(0), new StrategyId(1)],
        });
        Assert.Equal([0, 1], model.ActiveStrategies([]));
        Assert.Equal([2, 1], model.ActiveStrategies([new StrategyId(2)]));
        Assert.Equal([3], model.ActiveStrategies([new StrategyId(3)]));
    }

    [Fact]
    public void Uptake_is_a_rate_per_year()
    {
        const int paths = 40_000;
        var model = (Model(3, [Fixed("f", 2, 0)]) with { Measures = [Measure("m") with { Uptake = Estimate.Point(2) }] }).PursuingAll();
        IsClose(1 - Math.Exp(-0.5), Share(model, paths, simulator => simulator.View.Phases[0] == InForce), paths);
    }
}
