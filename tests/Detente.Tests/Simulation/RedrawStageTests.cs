using Detente.Models;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Simulation;

/// <summary>One step of one factor, against probabilities computed by hand. Decisiveness ln 2: a point more doubles the odds.</summary>
public sealed class RedrawStageTests
{
    private static readonly double InAYear = 1 - Math.Exp(-1.0 / 12); // reconsidered in a month at a mean time of a year
    private static readonly double InHalfAYear = 1 - Math.Exp(-1.0 / 6);

    // Three ordered states leaning up by a point: balances -1, 0, 1.
    private static Model Leaning(int initial) => Model(1, [Factor("f", 3, initial, 12) with { Inertia = new Inertia(Span(12), Span(6)) }]) with { Tendencies = [Lean(0, 1)] };

    [Fact]
    public void A_middle_state_goes_up_or_down_with_half_the_chance_each()
    {
        var (up, down) = (0.5 * InAYear * 2 / 3, 0.5 * InHalfAYear / 3);
        AfterOneStep(Leaning(1), down, 1 - up - down, up);
    }

    [Fact]
    public void Beyond_the_top_it_stays() => AfterOneStep(Leaning(2), 0, 0.5 * InHalfAYear / 3, 1 - (0.5 * InHalfAYear / 3));

    [Fact]
    public void Beyond_the_bottom_it_stays() => AfterOneStep(Leaning(0), 1 - (0.5 * InAYear * 2 / 3), 0.5 * InAYear * 2 / 3, 0);

    [Fact]
    public void Of_two_states_the_other_one_is_always_the_neighbour() => // balances -1, 1: two points, odds 4 to 1
        AfterOneStep(Model(1, [Factor("f", 2, 0, 12)]) with { Tendencies = [Lean(0, 1)] }, 1 - (InAYear * 0.8), InAYear * 0.8);

    [Fact]
    public void A_factor_that_never_goes_up_does_not() => AfterOneStep(
        Model(1, [Factor("f", 3, 1, 0) with { Inertia = new Inertia(null, Span(0)) }]), 0.25, 0.75, 0);

    [Fact]
    public void A_nominal_factor_chooses_among_all_states() => // weights 1, 2, 1
        AfterOneStep(Model(1, [Factor("f", 3, 0, 12, FactorScale.Nominal)]) with { Tendencies = [Lean(0, 1, 1)] }, 1 - (InAYear * 0.75), InAYear * 0.5, InAYear * 0.25);

    [Fact]
    public void An_ordered_factor_with_any_moves_chooses_among_all_states() => AfterOneStep( // balances -1, 0, 1: weights 1, 2, 4
        Model(1, [Factor("f", 3, 0, 0) with { Moves = MoveRule.Any }]) with { Tendencies = [Lean(0, 1)] }, 1.0 / 7, 2.0 / 7, 4.0 / 7);

    [Fact]
    public void An_actors_own_decisiveness_overrides() => AfterOneStep( // 2 points at ln 4: odds 16 to 1
        Model(1, [Factor("f", 2, 0, 0) with { Decisiveness = Estimate.Point(Math.Log(4)) }]) with { Tendencies = [Lean(0, 1)] }, 1.0 / 17, 16.0 / 17);

    [Fact]
    public void An_infinite_decisiveness_takes_the_better_state()
    {
        AfterOneStep(Model(1, [Factor("f", 2, 0, 0)]) with { Tendencies = [Lean(0, 0.01)], Decisiveness = Estimate.Point(double.PositiveInfinity) }, 0, 1);
        AfterOneStep(Model(1, [Factor("f", 2, 1, 0)]) with { Tendencies = [Lean(0, 0.01)], Decisiveness = Estimate.Point(double.PositiveInfinity) }, 0, 1);
        AfterOneStep(Model(1, [Factor("f", 3, 0, 0, FactorScale.Nominal)]) with { Tendencies = [Lean(0, -1, 1)], Decisiveness = Estimate.Point(double.PositiveInfinity) }, 0.5, 0, 0.5);
    }

    [Fact]
    public void A_barred_state_blocks_the_neighbour_move() => AfterOneStep(
        Model(1, [Factor("f", 4, 1, 0)]) with { Barred = [Bar(2)] }, 0.25, 0.75, 0, 0);

    [Fact]
    public void A_barred_state_is_left_at_the_next_reconsideration() => AfterOneStep(
        Model(1, [Factor("f", 3, 1, 0)]) with { Barred = [Bar(1)] }, 0.5, 0, 0.5);

    [Fact]
    public void A_barred_end_is_left_when_the_way_back_is_drawn() => AfterOneStep(
        Model(1, [Factor("f", 3, 2, 0)]) with { Barred = [Bar(2)] }, 0, 0.5, 0.5);

    [Fact]
    public void From_a_barred_state_the_nearest_admissible_one_is_reached() => AfterOneStep( // down there is none, so up either way
        Model(1, [Factor("f", 4, 1, 0)]) with { Barred = [Bar(0, 1, 2)] }, 0, 0, 0, 1);

    [Fact]
    public void A_nominal_factor_never_enters_a_barred_state() => AfterOneStep(
        Model(1, [Factor("f", 3, 0, 0, FactorScale.Nominal)]) with { Barred = [Bar(0)] }, 0, 0.5, 0.5);

    [Fact]
    public void States_are_barred_only_while_the_condition_holds() => AfterOneStep(
        Model(1, [Factor("f", 2, 0, 0)]) with { Barred = [new Detente.Models.Barrier(new FactorId(0), [1], In(0, 1), Provenance.Judgement)] }, 0.5, 0.5);

    [Theory]
    [InlineData(true, false, 0.25, 0.75, 0)]
    [InlineData(false, true, 0, 0.75, 0.25)]
    [InlineData(true, true, 0, 1, 0)]
    public void A_hold_bars_redraws(bool up, bool down, double low, double middle, double high) => AfterOneStep(
        (Model(1, [Factor("f", 3, 1, 0)]) with { Measures = [Measure("m", new HoldEffect(new FactorId(0), up, down))] }).PursuingAll(), low, middle, high);

    [Fact]
    public void All_factors_read_the_snapshot()
    {
        // Each copies the other, for certain: they swap for ever.
        var model = Model(4, [Factor("a", 2, 0, 0), Factor("b", 2, 1, 0)], Compiled.ModelBuilder.Weight(0, 1, 1), Compiled.ModelBuilder.Weight(1, 0, 1))
            with { Decisiveness = Estimate.Point(double.PositiveInfinity) };
        Assert.Equal([[0, 1], [1, 0], [0, 1], [1, 0], [0, 1]], Walk(model));
    }

    [Fact]
    public void A_delayed_influence_reads_the_states_of_then()
    {
        // a flips at once in step 0 by an event; b follows a for certain, two steps late; before the start a stood at its initial state.
        var model = Model(5, [Fixed("a", 2, 0), Factor("b", 2, 0, 0)], Compiled.ModelBuilder.Weight(0, 1, 1) with { Delay = Months(2) })
            with { Decisiveness = Estimate.Point(double.PositiveInfinity), Events = [Event("e", On(0), Set(0, 1))] };
        Assert.Equal([0, 0, 0, 0, 1, 1], Walk(model).Select(states => states[1]));
    }

    [Fact]
    public void A_conditional_influence_counts_only_while_its_condition_holds()
    {
        var model = Model(3, [Fixed("a", 2, 1), Fixed("c", 2, 0), Factor("b", 2, 0, 0)], Compiled.ModelBuilder.Weight(0, 2, 1) with { When = In(1, 1) }) with
        {
            Decisiveness = Estimate.Point(double.PositiveInfinity),
            Tendencies = [new Tendency("t", new FactorId(2), new Lean(Estimate.Point(-0.5), null), Provenance.Judgement)],
            Events = [Event("e", On(0), Set(1, 1))],
        };
        Assert.Equal([0, 0, 1, 1], Walk(model).Select(states => states[2]));
    }

    private static Detente.Models.Barrier Bar(params int[] states) => new(new FactorId(0), [.. states], new ConstantCondition(true), Provenance.Judgement);
}
