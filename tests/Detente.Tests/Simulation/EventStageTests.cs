using System.Collections.Immutable;
using Detente.Models;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Simulation;

/// <summary>Events of each origin against closed forms.</summary>
public sealed class EventStageTests
{
    private const int Paths = 40_000;

    private static Model OneStep(params ImmutableArray<ModelEvent> events) => Model(1, [Fixed("f", 2, 0)]) with { Events = events };

    private static double Frequency(Model model, int e, int? root = null, Pathway? pathway = null) => Share(model, Paths, simulator =>
    {
        foreach (var happening in simulator.Happenings)
        {
            if (happening.Event == e && (root ?? happening.Root) == happening.Root && (pathway ?? happening.Pathway) == happening.Pathway)
            {
                return true;
            }
        }

        return false;
    });

    [Fact]
    public void A_scheduled_event_happens_in_the_step_that_holds_its_date()
    {
        var simulator = Simulator(Model(4, [Fixed("f", 2, 0)]) with { Events = [Event("e", new Scheduled([new DateOnly(2020, 2, 29), new DateOnly(2020, 4, 1)], Estimate.Point(1), null, null))] });
        simulator.Begin();
        var happened = new List<int>();
        for (var step = 0; step < 4; step++)
        {
            simulator.Step();
            happened.Add(simulator.Happenings.Length);
        }

        Assert.Equal([0, 1, 0, 1], happened);
    }

    [Fact]
    public void A_stochastic_event_follows_its_rate() => // 3 a year: 1 - exp(-1/4) in a month
        IsClose(1 - Math.Exp(-0.25), Frequency(OneStep(Event("e", new Stochastic(Estimate.Point(3)))), 0), Paths);

    [Theory]
    [InlineData(2, 0.51)] // 1 - 0.7^2
    [InlineData(0.5, 0.16333997346592444)] // 1 - sqrt(0.7)
    [InlineData(0, 0)]
    public void A_multiplier_acts_on_the_odds_of_staying_away(double times, double expected) => IsClose(
        expected,
        Frequency(OneStep(Event("e", On(0, 0.3)) with { Multipliers = [new Multiplier(In(0, 0), Estimate.Point(times), Provenance.Judgement), new Multiplier(In(0, 1), Estimate.Point(7), Provenance.Judgement)] }), 0),
        Paths);

    [Fact]
    public void A_multiplier_acts_on_a_rate() => IsClose(
        1 - Math.Exp(-0.5),
        Frequency(OneStep(Event("e", new Stochastic(Estimate.Point(3))) with { Multipliers = [new Multiplier(In(0, 0), Estimate.Point(2), Provenance.Judgement)] }), 0),
        Paths);

    [Fact]
    public void A_measure_in_force_multiplies() => IsClose(
        0.51,
        Frequency((OneStep(Event("e", On(0, 0.3))) with { Measures = [Measure("m", new MultiplyEffect(new EventReference(new EventId(0), null), Estimate.Point(2)))] }).PursuingAll(), 0),
        Paths);

    [Fact]
    public void An_event_cannot_happen_without_its_condition() =>
        Assert.Equal(0, Frequency(OneStep(Event("e", On(0)) with { When = In(0, 1) }), 0));

    [Fact]
    public void Repeats_are_a_Poisson_number()
    {
        // 24 a year: 2 in a month; mean 2, variance 2, P(0) = exp(-2), P(3) = 4/3 exp(-2).
        var counts = new int[30];
        Share(OneStep(Event("e", new Stochastic(Estimate.Point(24))) with { Repeats = true }), Paths, simulator => ++counts[simulator.Happenings.Length] > 0);
        var mean = counts.Select((count, n) => (double)count * n).Sum() / Paths;
        Assert.InRange(mean, 2 - (4.5 * Math.Sqrt(2.0 / Paths)), 2 + (4.5 * Math.Sqrt(2.0 / Paths)));
        var variance = counts.Select((count, n) => count * (n - mean) * (n - mean)).Sum() / Paths;
        Assert.InRange(variance, 2 - (4.5 * Math.Sqrt(10.0 / Paths)), 2 + (4.5 * Math.Sqrt(10.0 / Paths))); // fourth central moment of a Poisson number: 2 + 3 * 4
        IsClose(Math.Exp(-2), (double)counts[0] / Paths, Paths);
        IsClose(Math.Exp(-2) * 4 / 3, (double)counts[3] / Paths, Paths);
    }

    [Fact]
    public void The_first_success_among_the_causes_gives_root_and_pathway()
    {
        // c: 0.3 by a, else 0.5 by b, whose edge has a pathway of its own; d follows c for certain.
        var model = OneStep(
            Event("d", By((3, 1, null))),
            Event("a", On(0)) with { Pathway = Pathway.Inadvertent },
            Event("b", On(0)) with { Pathway = Pathway.Inadvertent },
            Event("c", By((1, 0.3, null), (2, 0.5, Pathway.Deliberate))));
        IsClose(0.65, Frequency(model, 3), Paths);
        IsClose(0.3, Frequency(model, 3, 1, Pathway.Inadvertent), Paths);
        IsClose(0.35, Frequency(model, 3, 2, Pathway.Deliberate), Paths);
        IsClose(0.3, Frequency(model, 0, 1, Pathway.Inadvertent), Paths);
        IsClose(0.35, Frequency(model, 0, 2, Pathway.Deliberate), Paths);
    }

    [Fact]
    public void A_multiplied_consequence_multiplies_every_cause() => // 1 - (0.7 * 0.5)^2
        IsClose(1 - (0.35 * 0.35), Frequency(OneStep(Event("a", On(0)), Event("b", On(0)), Event("c", By((0, 0.3, null), (1, 0.5, null))) with
        {
            Multipliers = [new Multiplier(In(0, 0), Estimate.Point(2), Provenance.Judgement)],
        }), 2), Paths);

    [Fact]
    public void Causes_ask_for_outcomes_and_outcomes_have_multiplied_weights()
    {
        // Weights 9 and 1, the second tripled: 3 of 12 are b; the consequence follows b only.
        var a = new ModelEvent("a", LocalizedText.Same("a"), On(0),
        [
            new Outcome("x", LocalizedText.Same("x"), Estimate.Point(9), null, [], []),
            new Outcome("y", LocalizedText.Same("y"), Estimate.Point(1), null, [], [new Multiplier(In(0, 0), Estimate.Point(3), Provenance.Judgement)]),
        ]);
        var c = Event("c", new Consequence([new Cause(new EventReference(new EventId(0), 1), Estimate.Point(0.6), null, null)]));
        IsClose(0.25 * 0.6, Frequency(OneStep(a, c), 1), Paths);
    }

    [Fact]
    public void Several_dates_in_a_step_are_several_occasions() => IsClose(
        0.75,
        Frequency(OneStep(Event("e", new Scheduled([Start, Start.AddDays(9)], Estimate.Point(0.5), null, null))), 0),
        Paths);

    [Fact]
    public void Two_states_under_a_closed_form()
    {
        // Up 1 - exp(-1/6), down 1 - exp(-1/12), balances equal, so half of each: x(t) = pi (1 - (1 - a - b)^t).
        var model = Model(24, [Factor("f", 2, 0, 1) with { Inertia = new Inertia(Span(6), Span(12)) }]);
        var (a, b) = ((1 - Math.Exp(-1.0 / 6)) / 2, (1 - Math.Exp(-1.0 / 12)) / 2);
        var expected = a / (a + b) * (1 - Math.Pow(1 - a - b, 24));
        IsClose(expected, Share(model, Paths, simulator => simulator.View.States[0] == 1), Paths);
    }
}
