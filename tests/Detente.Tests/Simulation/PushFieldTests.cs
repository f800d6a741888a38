using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Simulation;

/// <summary>Series of pushes computed by hand: d = round(65536 * 2^(-1/3)) = 52016 at a half-life of three months.</summary>
public sealed class PushFieldTests
{
    private static long[] Series(Model model)
    {
        var simulator = Simulator(model);
        simulator.Begin();
        var units = new List<long> { simulator.Pushes[0] };
        for (var step = 0; step < simulator.Model.StepCount; step++)
        {
            simulator.Step();
            units.Add(simulator.Pushes[0]);
        }

        return [.. units];
    }

    private static Model Pushed(int months, Effect push, params int[] steps) =>
        Model(months, [Fixed("f", 2, 0)]) with { Events = [Event("e", new Scheduled([.. steps.Select(step => Start.AddMonths(step))], Estimate.Point(1), null, null), push)] };

    [Fact]
    public void A_push_acts_at_full_strength_in_the_next_step_and_then_decays() =>
        Assert.Equal([0, 65536, 52016, 41285, 32767], Series(Pushed(4, Push(0, 1, 3), 0)));

    [Fact]
    public void Decay_truncates_towards_zero() =>
        Assert.Equal([0, -65536, -52016, -41285, -32767], Series(Pushed(4, Push(0, -1, 3), 0)));

    [Fact]
    public void A_repeat_renews() => Assert.Equal([0, 65536, 52016, 65536, 52016], Series(Pushed(4, Push(0, 1, 3), 0, 2)));

    [Fact]
    public void Stacking_adds_up_to_the_cap() =>
        Assert.Equal([0, 65536, 117552, 117965], Series(Pushed(3, Push(0, 1, 3) with { Stacks = true, Cap = 1.8 }, 0, 1, 2))); // 1.8 points are 117965 parts

    [Fact]
    public void A_push_ends_with_its_condition()
    {
        var push = new PushEffect(new FactorId(0), new Lean(Estimate.Point(1), null)) { While = new DateCondition(Comparison.Less, Start.AddMonths(3)) };
        Assert.Equal([0, 65536, 65536, 65536, 0, 0], Series(Pushed(5, push, 0)));
    }

    [Fact]
    public void A_measures_push_ends_with_the_measure()
    {
        var measure = Measure("m", new PushEffect(new FactorId(0), new Lean(Estimate.Point(1), null))) with { SustainedBy = new DateCondition(Comparison.Less, Start.AddMonths(3)), Pause = Months(99) };
        Assert.Equal([0, 65536, 65536, 65536, 0, 0], Series((Model(5, [Fixed("f", 2, 0)]) with { Measures = [measure] }).PursuingAll()));
    }

    [Fact]
    public void What_the_balance_gets_is_all_pushes_together_rounded_once()
    {
        // Two pushes of a third of a point each on 2 states: A = round(33 * 65536 / 100) = 21627, so 2 * 21627 * 100 / 65536 = 66.000...: odds 2^(2*0.66).
        var model = Model(2, [Factor("f", 2, 0, 0) with { Inertia = new Inertia(Span(0), Span(0)) }]) with
        {
            Events = [Event("e", On(0), Set(0, 0), Push(0, 0.33, 6), Push(0, 0.33, 9))],
        };
        const int paths = 40_000;
        IsClose(1 / (1 + Math.Pow(2, -1.32)), Share(model, paths, simulator => simulator.View.States[0] == 1), paths);
    }

    [Fact]
    public void Half_lives_become_integers()
    {
        Assert.Equal(32768, PushUnits.DecayPerStep(1, 1));
        Assert.Equal(52016, PushUnits.DecayPerStep(1, 3));
        Assert.Equal(21627, PushUnits.OfHundredths(33));
        Assert.Equal(-21627, PushUnits.OfHundredths(-33));
    }
}
