using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Simulation;

/// <summary>Windows, histories and dates: in which steps a condition holds at the start.</summary>
public sealed class ConditionTests
{
    /// <summary>The dates at which a condition holds, as the rule of the first of two scenarios.</summary>
    private static int[] Holds(Model model, Condition condition)
    {
        var simulator = Simulator(model with { Scenarios = [Kind("sought", condition), Kind("rest", new ConstantCondition(true))] });
        simulator.Begin();
        var steps = new List<int>();
        for (var date = 0; date <= simulator.Model.StepCount; date++)
        {
            if (simulator.View.Scenario == 0)
            {
                steps.Add(date);
            }

            if (date < simulator.Model.StepCount)
            {
                simulator.Step();
            }
        }

        return [.. steps];
    }

    private static Scenario Kind(string id, Condition rule) => new(id, LocalizedText.Same(id), null, rule, null, Provenance.Judgement);

    private static Model Happening(int months, params int[] steps) => Model(months, [Fixed("f", 2, 0)]) with
    {
        Events = [Event("e", new Scheduled([.. steps.Select(step => Start.AddMonths(step))], Estimate.Point(1), null, null))],
    };

    private static readonly EventPattern E = new(new EventReference(new EventId(0), null), 0);

    [Fact]
    public void Windows_in_windows_are_read_at_once_however_long()
    {
        Condition condition = In(0, 0);
        for (var depth = 0; depth < 20; depth++)
        {
            condition = new Held(condition, new Period(1000, TimeUnit.Year));
        }

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], Holds(Model(6, [Fixed("f", 2, 0)]), condition));
    }

    [Fact]
    public void Occurred_looks_at_the_steps_before_now() => Assert.Equal([3, 4], Holds(Happening(6, 2), new Occurred(E, Months(2))));

    [Fact]
    public void Occurred_without_a_window_looks_back_to_the_beginning() => Assert.Equal([3, 4, 5, 6], Holds(Happening(6, 2), new Occurred(E, null)));

    [Fact]
    public void Counts_compare_as_written()
    {
        // Happenings in steps 1, 2, 5: in the three steps before 0..7 there are 0 0 1 2 2 1 1 1.
        Assert.Equal([3, 4], Holds(Happening(7, 1, 2, 5), new CountCondition(E, Months(3), Comparison.GreaterOrEqual, 2)));
        Assert.Equal([0, 1], Holds(Happening(7, 1, 2, 5), new CountCondition(E, Months(3), Comparison.Equal, 0)));
        Assert.Equal([2, 5, 6, 7], Holds(Happening(7, 1, 2, 5), new CountCondition(E, Months(3), Comparison.Equal, 1)));
    }

    [Fact]
    public void History_counts()
    {
        var model = Happening(4) with { History = [Past(-1), Past(-3)] };
        Assert.Equal([0, 1], Holds(model, new Occurred(E, Months(2))));
        Assert.Equal([0], Holds(model, new CountCondition(E, Months(3), Comparison.GreaterOrEqual, 2)));
        Assert.Equal([0, 1, 2, 3, 4], Holds(model, new Occurred(E, null)));
    }

    [Fact]
    public void Severities_match_events_of_at_least_their_level()
    {
        var model = Happening(3) with
        {
            Severities = [new("low", LocalizedText.Same("low"), 1), new("mid", LocalizedText.Same("mid"), 3)],
            Events =
            [
                Event("e", On(0)) with { Outcomes = [new Outcome("o", LocalizedText.Same("o"), Estimate.Point(1), 0, [], [])] },
                Event("d", On(1)) with { Outcomes = [new Outcome("o", LocalizedText.Same("o"), Estimate.Point(1), 1, [], [])] },
            ],
        };
        Assert.Equal([1, 2], Holds(model, new Occurred(new EventPattern(null, 1), Months(1))));
        Assert.Equal([2], Holds(model, new Occurred(new EventPattern(null, 2), Months(1))));
        Assert.Equal([2], Holds(model, new Occurred(new EventPattern(null, 3), Months(1))));
        Assert.Equal([], Holds(model, new Occurred(new EventPattern(null, 4), Months(1))));
    }

    [Fact]
    public void Held_wants_the_truth_of_now_and_of_every_step_of_the_window()
    {
        // In state 1 at dates 1, 2, 3 and 5; before the start unknown until the date of the initial state.
        var model = Happening(6) with { Events = [Event("e", On(0), Set(0, 1)), Event("g", On(3), Set(0, 0)), Event("h", On(4), Set(0, 1)), Event("i", On(5), Set(0, 0))] };
        Assert.Equal([2, 3], Holds(model, new Held(In(0, 1), Months(1))));
        Assert.Equal([3], Holds(model, new Held(In(0, 1), Months(2))));
        Assert.Equal([0], Holds(model, new Held(In(0, 0), Months(2))));
    }

    [Fact]
    public void Before_the_start_a_factor_stood_at_its_initial_state_since_its_date()
    {
        var model = Model(3, [Fixed("f", 2, 0) with { Since = Start.AddMonths(-2) }]);
        Assert.Equal([0, 1, 2, 3], Holds(model, new Held(In(0, 0), Months(2))));
        Assert.Equal([1, 2, 3], Holds(model, new Held(In(0, 0), Months(3))));
        Assert.Equal([1, 2, 3], Holds(model, new Held(new Not(In(0, 1)), Months(3)))); // what is not known is not known to be otherwise either
        Assert.Equal([0, 1, 2, 3], Holds(Model(3, [Fixed("f", 2, 0)]), new Held(In(0, 0), Months(60))));
    }

    [Fact]
    public void A_remembered_condition_may_look_at_history() => Assert.Equal( // e in steps -1 and 0: seen by the month before at 0 and 1
        [1],
        Holds(Happening(3, 0) with { History = [Past(-1)] }, new Held(new Occurred(E, Months(1)), Months(1))));

    [Fact]
    public void A_date_is_compared_with_the_first_day_of_the_step()
    {
        Assert.Equal([2, 3], Holds(Happening(3), new DateCondition(Comparison.GreaterOrEqual, new DateOnly(2020, 2, 2))));
        Assert.Equal([1], Holds(Happening(3), new DateCondition(Comparison.Equal, new DateOnly(2020, 2, 1))));
    }

    [Fact]
    public void During_covers_the_steps_that_hold_the_window()
    {
        var election = new Scheduled([new DateOnly(2020, 4, 15)], Estimate.Point(1), new Period(50, TimeUnit.Day), new Period(20, TimeUnit.Day));
        Assert.Equal([1, 2, 3, 4], Holds(Model(7, [Fixed("f", 2, 0)]) with { Events = [Event("e", election)] }, new During(new EventId(0)))); // 25 February to 5 May
        Assert.Equal([3], Holds(Model(7, [Fixed("f", 2, 0)]) with { Events = [Event("e", election with { Before = null, After = null })] }, new During(new EventId(0))));
    }

    [Fact]
    public void Parts_are_combined()
    {
        var (a, b, c) = (new DateCondition(Comparison.GreaterOrEqual, Start.AddMonths(1)), new DateCondition(Comparison.GreaterOrEqual, Start.AddMonths(2)), new DateCondition(Comparison.LessOrEqual, Start.AddMonths(2)));
        Assert.Equal([1, 2, 3], Holds(Happening(3), new AtLeast(2, [a, b, c])));
        Assert.Equal([2], Holds(Happening(3), new AtLeast(3, [a, b, c])));
        Assert.Equal([2], Holds(Happening(3), new AllOf([b, c])));
        Assert.Equal([0, 1], Holds(Happening(3), new Not(b)));
        Assert.Equal([0, 1, 2, 3], Holds(Happening(3), new AnyOf([b, c])));
    }

    [Fact]
    public void A_scenario_is_the_first_whose_rule_holds_and_can_be_asked_for()
    {
        var model = Model(2, [Fixed("f", 2, 1), Fixed("g", 2, 0)]) with
        {
            Scenarios = [Kind("first", In(1, 1)), Kind("second", In(0, 1)), Kind("third", In(0, 1)), Kind("rest", new ConstantCondition(true))],
            Events = [Event("e", On(0), Set(1, 1)) with { When = new InScenario(new ScenarioId(1)) }, Event("g", On(1), Set(0, 0)) with { When = new InScenario(new ScenarioId(2)) }],
        };
        Assert.Equal([[1, 0], [1, 1], [1, 1]], Walk(model));
    }

    [Fact]
    public void A_rule_that_asks_for_a_scenario_is_refused() => Assert.Throws<ArgumentException>(() =>
        ModelCompiler.Compile(Model(1, [Fixed("f", 2, 0)]) with { Scenarios = [Kind("self", new InScenario(new ScenarioId(0)))] }));

    [Fact]
    public void In_force_and_agreed_are_seen_after_part_1_of_the_same_step()
    {
        var model = (Model(2, [Fixed("f", 4, 0)]) with
        {
            Measures = [Measure("m")],
            Events = [Event("e", On(0), Move(0, 1)) with { When = new Agreed(new MeasureId(0)) }, Event("g", On(1), Move(0, 2)) with { When = new AllOf([new InForce(new MeasureId(0)), new Not(new Agreed(new MeasureId(0)))]) }],
        }).PursuingAll();
        Assert.Equal([0, 1, 3], Walk(model).Select(states => states[0]));
    }

    private static HistoricEvent Past(int step) => new(new EventReference(new EventId(0), null), Start.AddMonths(step), Provenance.Judgement);
}
