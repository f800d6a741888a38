using Detente.Compiled;
using Detente.Models;
using Detente.Tests.Simulation;

namespace Detente.Tests.Compiled;

public sealed class StartBalancesTests
{
    private static (int State, int Lead)? Preferred(Model model, int factor) => new StartBalances(ModelCompiler.Compile(model)).Preferred(factor);

    // The first redraw's balances, after a step in which nothing moves.
    [Fact]
    public void The_balances_are_those_of_the_first_redraw()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = RandomTimedModel.Of(seed);
            var model = random with
            {
                Events = [],
                Measures = [],
                Strategies = [],
                Baseline = [],
                Constraints = [],
                Scenarios = [],
                Barred = [],
                Factors = [.. random.Factors.Select(factor => factor with { Inertia = new Inertia(Timed.Span(1e12), Timed.Span(1e12)) })],
            };
            var (balances, simulator) = (new StartBalances(ModelCompiler.Compile(model)), Timed.Simulator(model));
            simulator.Begin();
            simulator.Step();
            var sums = model.Factors.SelectMany((factor, place) => factor.States.Select((_, state) => balances.On(place).Sum(part => part.Points[state])));
            Assert.Equal(sums, simulator.Balances.ToArray());
        }
    }

    // Source in its last state, weight 2: the target's last state leads its first by 4 and its middle by 2 (2 u(a) u(b) at the ends, 4/3 - 2/3 between).
    [Fact]
    public void The_best_state_is_preferred_however_far()
    {
        var model = Timed.Model(12, [Timed.Factor("a", 2, 1, 6), Timed.Factor("b", 3, 0, 6)], ModelBuilder.Cells(0, 1, (1, 0, -2), (1, 2, 2)));
        Assert.Null(Preferred(model, 0));
        Assert.Equal((2, 400), Preferred(model, 1));
    }

    [Fact]
    public void A_tie_with_the_start_rejects_nothing_and_the_first_of_the_best_is_named()
    {
        var factors = new[] { Timed.Factor("a", 2, 1, 6), Timed.Factor("b", 3, 1, 6) };
        Assert.Null(Preferred(Timed.Model(12, factors, ModelBuilder.Cells(0, 1, (1, 0, 1), (1, 1, 1))), 1));
        Assert.Equal((0, 100), Preferred(Timed.Model(12, factors, ModelBuilder.Cells(0, 1, (1, 0, 1), (1, 2, 1))), 1));
    }

    [Fact]
    public void A_tendency_counts_and_a_condition_that_does_not_hold_at_the_start_silences_an_influence()
    {
        var model = Timed.Model(
            12,
            [Timed.Factor("a", 2, 1, 6), Timed.Factor("b", 2, 0, 6), Timed.Factor("c", 2, 0, 6)],
            ModelBuilder.Weight(0, 1, 2) with { When = ModelBuilder.In(2, 1) }) with { Tendencies = [Timed.Lean(1, 0.25)] };
        Assert.Equal((1, 50), Preferred(model, 1));
        Assert.Equal((1, 450), Preferred(model with { Influences = [model.Influences[0] with { When = ModelBuilder.In(2, 0), Delay = Timed.Months(6) }] }, 1));
    }

    [Fact]
    public void What_a_redraw_cannot_reach_is_no_rival()
    {
        var up = Timed.Factor("b", 2, 0, 6);
        var model = Timed.Model(12, [Timed.Factor("a", 2, 1, 6), up], ModelBuilder.Weight(0, 1, 2));
        Model With(Factor factor) => model with { Factors = [model.Factors[0], factor] };
        Assert.Equal((1, 400), Preferred(model, 1));
        Assert.Null(Preferred(With(up with { Inertia = new Inertia(null, null) }), 1));
        Assert.Null(Preferred(With(up with { Inertia = new Inertia(null, Timed.Span(6)) }), 1));
        Assert.Equal((1, 400), Preferred(With(up with { Inertia = new Inertia(Timed.Span(6), null) }), 1));
    }

    [Fact]
    public void A_state_barred_at_the_start_is_no_rival()
    {
        var model = Timed.Model(12, [Timed.Factor("a", 2, 1, 6), Timed.Factor("b", 3, 0, 6)], ModelBuilder.Weight(0, 1, 2));
        Model Barred(Condition condition) => model with { Barred = [new Models.Barrier(new FactorId(1), [2], condition, Provenance.Judgement)] };
        Assert.Equal(2, Preferred(model, 1)?.State);
        Assert.Equal(1, Preferred(Barred(ModelBuilder.In(0, 1)), 1)?.State);
        Assert.Equal(2, Preferred(Barred(ModelBuilder.In(0, 0)), 1)?.State);
        Assert.Equal(1, Preferred(Barred(new DateCondition(Comparison.Less, new DateOnly(2020, 3, 1))), 1)?.State);
    }
}
