using Detente.Compiled;
using Detente.Models;
using Detente.Tests.Simulation;

namespace Detente.Tests.Compiled;

public sealed class ReachableStatesTests
{
    private static string Of(Model model, int factor) =>
        string.Join(',', Enumerable.Range(0, model.Factors[factor].States.Length).Where(state => (ReachableStates.Of(model)[factor] >> state & 1) != 0));

    private static Models.Barrier Barred(int factor, int state, Condition condition) => new(new FactorId(factor), [state], condition, Provenance.Judgement);

    [Fact]
    public void No_walk_leaves_them()
    {
        var closed = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var random = RandomTimedModel.Of(seed);
            var model = random with
            {
                Events = [.. random.Events.Select(item => seed % 2 == 0 ? item with { Outcomes = [.. item.Outcomes.Select(outcome => outcome with { Effects = [] })] } : item)],
                Measures = [.. random.Measures.Select(measure => seed % 2 == 0 ? measure with { Effects = [], Early = [] } : measure)],
                Barred = seed % 3 == 0 ? [Barred(1, seed % random.Factors[1].States.Length, seed % 2 == 0 ? new ConstantCondition(true) : new Not(Timed.In(0, 0)))] : [],
                Factors = [.. random.Factors.Select((factor, place) => place == seed % 2 && factor.Moves == MoveRule.Neighbours ? factor with { Inertia = new Inertia(null, factor.Inertia!.Down) } : factor)],
            };
            var reachable = ReachableStates.Of(model);
            closed += reachable.Index().Sum(factor => model.Factors[factor.Index].States.Length - (int)UInt128.PopCount(factor.Item));
            for (var path = 0UL; path < 5; path++)
            {
                Assert.All(Timed.Walk(model, path), states => Assert.All(states.Index(), factor => Assert.True((reachable[factor.Index] >> factor.Item & 1) != 0, $"seed {seed}")));
            }
        }

        Assert.True(closed > 100, "Hardly any state was closed: the test says nothing.");
    }

    [Fact]
    public void Inertia_and_what_is_barred_for_good_bound_a_factor_that_only_redraws_move()
    {
        var model = Timed.Model(12, [Timed.Factor("a", 5, 2, 6), Timed.Factor("b", 5, 2, 6, FactorScale.Nominal), Timed.Fixed("c", 3, 1)]);
        Assert.Equal("0,1,2,3,4", Of(model, 0));
        Assert.Equal("1", Of(model, 2));
        Assert.Equal("0,1,2", Of(model with { Factors = model.Factors.SetItem(0, model.Factors[0] with { Inertia = new Inertia(null, Timed.Span(6)) }) }, 0));
        Assert.Equal("2,3,4", Of(model with { Factors = model.Factors.SetItem(0, model.Factors[0] with { Inertia = new Inertia(Timed.Span(6), null) }) }, 0));
        Assert.Equal("0,1,2", Of(model with { Barred = [Barred(0, 3, new ConstantCondition(true))] }, 0)); // blocks the way to 4
        Assert.Equal("0,1,2,4", Of(model with { Barred = [Barred(1, 3, new ConstantCondition(true))] }, 1));
        Assert.Equal("0,1,2", Of(model with { Barred = [Barred(0, 3, Timed.In(2, 0, 1))] }, 0)); // c never moves
        Assert.Equal("0,1,2,3,4", Of(model with { Barred = [Barred(0, 3, Timed.In(1, 0))] }, 0)); // b does
        Assert.Equal("0,1,2,3,4", Of(model with { Barred = [Barred(0, 2, new ConstantCondition(true))] }, 0)); // it starts there
    }

    [Fact]
    public void An_effect_may_bring_a_factor_anywhere_but_to_what_is_barred_for_good()
    {
        var model = Timed.Model(12, [Timed.Fixed("c", 4, 1)]) with { Events = [Timed.Event("e", Timed.On(3), Timed.Set(0, 3))] };
        Assert.Equal("0,1,2,3", Of(model, 0));
        Assert.Equal("0,1,3", Of(model with { Barred = [Barred(0, 2, new ConstantCondition(true))] }, 0));
        Assert.Equal("1", Of(model with { Events = [Timed.Event("e", Timed.On(3), Timed.Push(0, 3, 6))] }, 0));
    }

    // The first barrier keeps a out of its last state; so the second one's condition always holds.
    [Fact]
    public void One_barrier_for_good_can_make_another_one_so()
    {
        var model = Timed.Model(12, [Timed.Factor("a", 3, 0, 6), Timed.Factor("b", 2, 0, 6)]) with
        {
            Barred = [Barred(1, 1, Timed.In(0, 0, 1)), Barred(0, 2, new ConstantCondition(true))],
        };
        Assert.Equal(("0,1", "0"), (Of(model, 0), Of(model, 1)));
    }

    [Fact]
    public void Without_start_or_inertia_all_states_are_open_but_those_barred_for_good()
    {
        var model = ModelBuilder.Model([ModelBuilder.Factor("a", 3), ModelBuilder.Factor("b", 2)]);
        Assert.Equal("0,1,2", Of(model, 0));
        Assert.Equal("0,1", Of(model with { Barred = [Barred(0, 2, new ConstantCondition(true))] }, 0));
        Assert.Equal("0,1", Of(model with { Barred = [Barred(1, 0, new ConstantCondition(true)), Barred(1, 1, new ConstantCondition(true))] }, 1));
    }
}
