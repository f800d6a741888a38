using System.Collections.Immutable;
using Detente.Models;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Simulation;

/// <summary>Effects on the redrawn states, computed by hand.</summary>
public sealed class EffectStageTests
{
    private static (int State, int Overridden) After(int initial, params ImmutableArray<Effect> effects) => After(Model(1, [Fixed("f", 5, initial)]) with { Events = [Event("e", On(0), effects)] });

    private static (int State, int Overridden) After(Model model)
    {
        var simulator = Simulator(model);
        simulator.Begin();
        simulator.Step();
        return (simulator.View.States[0], simulator.Overridden);
    }

    [Fact]
    public void Moves_are_summed() => Assert.Equal((3, 0), After(2, Move(0, 2), Move(0, -1)));

    [Fact]
    public void Moves_are_cut_off_at_the_ends_after_the_sum() => Assert.Equal((3, 0), After(3, Move(0, 2), Move(0, -2)));

    [Fact]
    public void A_set_comes_after_all_moves_and_overrides_them() => Assert.Equal((0, 2), After(2, Set(0, 0), Move(0, 1), Move(0, 1)));

    [Fact]
    public void The_last_set_wins_and_conflicts_are_counted() => Assert.Equal((1, 2), After(2, Set(0, 4), Set(0, 3), Set(0, 1)));

    [Fact]
    public void A_drawn_move_starts_where_the_moves_led() => Assert.Equal((4, 0), After(1, new DrawEffect(new FactorId(0), [new(2, Estimate.Point(1))], true), Move(0, 1)));

    [Fact]
    public void Events_act_before_measures() => Assert.Equal((3, 1), After((Model(1, [Fixed("f", 5, 2)]) with
    {
        Events = [Event("e", On(0), Set(0, 1))],
        Measures = [Measure("m", Set(0, 3))],
    }).PursuingAll()));

    [Fact]
    public void Events_act_in_declaration_order_whatever_caused_them() => Assert.Equal((1, 1), After(Model(1, [Fixed("f", 5, 2)]) with
    {
        Events = [Event("late", By((1, 1, null)), Set(0, 4)), Event("first", On(0), Set(0, 1))],
    }));

    [Fact]
    public void A_hold_bars_effects()
    {
        var model = Model(1, [Fixed("f", 5, 2)]) with { Events = [Event("e", On(0), Move(0, 1), Set(0, 4))], Measures = [Measure("m", new HoldEffect(new FactorId(0), true, false))] };
        Assert.Equal((2, 0), After(model.PursuingAll()));
        Assert.Equal((4, 1), After((model with { Measures = [Measure("m", new HoldEffect(new FactorId(0), false, true))] }).PursuingAll()));
    }

    [Fact]
    public void Barred_states_stop_moves_and_void_sets()
    {
        var model = Model(1, [Fixed("f", 5, 2)]) with { Barred = [new Detente.Models.Barrier(new FactorId(0), [4], new ConstantCondition(true), Provenance.Judgement)] };
        Assert.Equal((3, 0), After(model with { Events = [Event("e", On(0), Move(0, 2))] }));
        Assert.Equal((3, 0), After(model with { Events = [Event("e", On(0), Move(0, 1), Set(0, 4))] }));
    }

    [Fact]
    public void Conditions_of_effects_read_the_snapshot() => Assert.Equal((3, 0), After(2, Move(0, 1), Set(0, 0) with { When = In(0, 3) }));

    [Fact]
    public void Chances_and_draws_have_their_shares()
    {
        const int paths = 40_000;
        var draw = new DrawEffect(new FactorId(0), [new(1, Estimate.Point(3)), new(4, Estimate.Point(1))], false) { Chance = Estimate.Point(0.4) };
        var model = Model(1, [Fixed("f", 5, 2)]) with { Events = [Event("e", On(0), draw)] };
        var counts = new int[5];
        Share(model, paths, simulator => ++counts[simulator.View.States[0]] > 0);
        IsClose(0.3, (double)counts[1] / paths, paths);
        IsClose(0.1, (double)counts[4] / paths, paths);
        IsClose(0.6, (double)counts[2] / paths, paths);
    }

    [Fact]
    public void A_measures_rated_effect_acts_that_often_a_year()
    {
        const int paths = 40_000;
        var model = (Model(1, [Fixed("f", 5, 2)]) with { Measures = [Measure("m", Set(0, 4) with { Rate = Estimate.Point(6) })] }).PursuingAll();
        IsClose(1 - Math.Exp(-0.5), Share(model, paths, simulator => simulator.View.States[0] == 4), paths);
    }

    [Fact]
    public void Effects_act_on_the_redrawn_state() => // redrawn to 1 for certain, then moved
        Assert.Equal((2, 0), After(Model(1, [Factor("f", 5, 0, 0) with { Moves = MoveRule.Any }]) with
        {
            Tendencies = [Lean(0, 1, 1)],
            Decisiveness = Estimate.Point(double.PositiveInfinity),
            Events = [Event("e", On(0), Move(0, 1))],
        }));
}
