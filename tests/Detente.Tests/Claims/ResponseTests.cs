using Detente.Claims;
using Detente.Models;
using Detente.Studies;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Claims;

/// <summary>What follows because of an event: the same paths with and without its first occurrence.</summary>
public sealed class ResponseTests
{
    private static ClaimAnswer Answer(Model model, EventResponse claim, int paths = 400) =>
        new ClaimRun(model, [claim]).Run(new ClaimSampling(1, paths) { Seed = 3 }, null, CancellationToken.None)[0];

    private static EventResponse Rises(Quantity quantity, int within, int? fades = null, bool rises = true) =>
        new(quantity, rises, new EventId(0), Months(within), fades is { } months ? Months(months) : null);

    private static readonly MeanPosition Mean = new(new FactorId(0), null);

    /// <summary>An event sets the factor up; another one, so many steps later, sets it down again.</summary>
    private static Model Pulse(int back, double probability = 1) => Model(24, [Fixed("f", 2, 0)]) with
    {
        Events = [Event("up", On(3, probability), Set(0, 1)), Event("down", On(3 + back), Set(0, 0))],
    };

    [Fact]
    public void A_step_after_the_event_the_difference_is_there()
    {
        var answer = Answer(Pulse(5), Rises(Mean, 1));
        Assert.Equal((Ruling.Holds, 400L, 1.0, 0.0), (answer.Ruling, answer.Premise, answer.Difference!.Value, answer.Difference.Error));
        Assert.Null(answer.AfterFading);
        Assert.Equal(Ruling.Fails, Answer(Pulse(5), Rises(Mean, 1, rises: false)).Ruling);
    }

    [Theory]
    [InlineData(5, 5, Verdict.Fails)] // at the fifth step it is still there
    [InlineData(5, 6, Verdict.Holds)]
    [InlineData(30, 20, Verdict.Fails)]
    public void A_difference_fades_when_less_than_half_of_it_is_left(int back, int fades, Verdict expected)
    {
        var answer = Answer(Pulse(back), Rises(Mean, 2, fades));
        Assert.Equal(expected.ToString(), answer.Ruling.ToString());
        Assert.Equal(expected == Verdict.Holds ? 0.0 : 1.0, answer.AfterFading!.Value);
    }

    [Fact]
    public void Half_left_is_not_faded_and_the_other_sign_counts_as_much()
    {
        var half = Model(24, [Fixed("f", 3, 0)]) with { Events = [Event("up", On(3), Set(0, 2)), Event("down", On(6), Move(0, -1))] };
        Assert.Equal(Ruling.Fails, Answer(half, Rises(Mean, 2, 8)).Ruling);
        var beyond = Model(24, [Fixed("f", 5, 2)]) with { Events = [Event("up", On(3), Set(0, 4)), Event("down", On(6) with { }, Set(0, 0)) with { When = In(0, 4) }] };
        var answer = Answer(beyond, Rises(Mean, 2, 8));
        Assert.Equal((Ruling.Fails, 0.5, -0.5), (answer.Ruling, answer.Difference!.Value, answer.AfterFading!.Value));
    }

    /// <summary>Rising before and after by the mere passing of time is no response.</summary>
    [Fact]
    public void A_start_that_relaxes_is_not_taken_for_a_response()
    {
        var model = Model(24, [Factor("f", 2, 0, 3)]) with { Tendencies = [Lean(0, 3)], Events = [Event("idle", On(1))] };
        var answer = Answer(model, Rises(Mean, 12));
        Assert.Equal((Ruling.Fails, 0.0), (answer.Ruling, answer.Difference!.Value));
    }

    [Fact]
    public void Paths_without_the_event_and_windows_beyond_the_horizon_are_left_out()
    {
        Assert.InRange(Answer(Pulse(5, 0.4), Rises(Mean, 2)).Premise!.Value, 120, 200);
        Assert.Equal(1, Answer(Pulse(5, 0.4), Rises(Mean, 2)).Difference!.Value);
        Assert.Equal(400, Answer(Pulse(5), Rises(Mean, 21)).Premise);
        var beyond = Answer(Pulse(5), Rises(Mean, 2, 22)); // the longer of both times
        Assert.Equal((Ruling.Vacuous, 0L), (beyond.Ruling, beyond.Premise));
        Assert.Equal(Ruling.Vacuous, Answer(Pulse(5, 0.05), Rises(Mean, 2)).Ruling);
    }

    [Fact]
    public void Two_claims_on_one_event_are_counted_each_by_its_own_window()
    {
        var answers = new ClaimRun(Pulse(5), [Rises(Mean, 2), Rises(Mean, 22)]).Run(new ClaimSampling(1, 100) { Seed = 3 }, null, CancellationToken.None);
        Assert.Equal([100L, 0L], answers.Select(answer => answer.Premise!.Value));
    }

    /// <summary>Only the first occurrence is left out; the next one comes on both paths.</summary>
    [Fact]
    public void Later_occurrences_stay()
    {
        var model = Model(12, [Fixed("f", 2, 0)]) with { Events = [Event("up", new Scheduled([Start.AddMonths(2), Start.AddMonths(5)], Estimate.Point(1), null, null), Set(0, 1))] };
        var answer = Answer(model, Rises(Mean, 1, 4));
        Assert.Equal((Ruling.Holds, 1.0, 0.0), (answer.Ruling, answer.Difference!.Value, answer.AfterFading!.Value)); // after step 5 they are alike
    }

    [Fact]
    public void Consequences_go_with_their_cause_and_can_be_left_out_themselves()
    {
        var model = Model(12, [Fixed("f", 2, 0)]) with { Events = [Event("cause", On(2)), Event("effect", By((0, 0.5, null)), Set(0, 1))] };
        var whole = Answer(model, Rises(Mean, 1));
        Assert.Equal(Ruling.Holds, whole.Ruling);
        Assert.InRange(whole.Difference!.Value, 0.4, 0.6);
        var chained = Answer(model, Rises(Mean, 1) with { Event = new EventId(1) });
        Assert.Equal(1, chained.Difference!.Value);
        Assert.InRange(chained.Premise!.Value, 150, 250);
        var chance = Answer(model, Rises(new Chance(new EventReference(new EventId(1), null), null, null), 1));
        Assert.Equal(whole.Difference.Value, chance.Difference!.Value); // the step of the event counts
    }

    [Fact]
    public void Chances_and_rates_count_from_the_event_on()
    {
        var model = Model(24, [Fixed("f", 2, 0)]) with
        {
            Events = [Event("up", On(6), Set(0, 1)), Event("early", On(2)), Event("follows", new Stochastic(Estimate.Point(6))) with { When = In(0, 1) }],
        };
        static EventReference Of(int e) => new(new EventId(e), null);
        Assert.Equal(0, Answer(model, Rises(new Chance(Of(1), null, null), 6)).Difference!.Value);
        var chance = Answer(model, Rises(new Chance(Of(2), null, null), 7));
        Assert.Equal(Ruling.Holds, chance.Ruling);
        Assert.InRange(chance.Difference!.Value, 0.9, 1);
        Assert.Equal(1, Answer(model, Rises(new Chance(null, In(0, 1), null), 1)).Difference!.Value);
        Assert.Equal(0, Answer(model, Rises(new Chance(null, In(0, 0), null), 3, rises: false)).Difference!.Value is var same ? same + 1 : 0); // held before, not after: without the event it goes on
        var rate = Answer(model, Rises(new EventRate(Of(2), new ConstantCondition(true)), 12), 2000);
        Assert.Equal(Ruling.Holds, rate.Ruling);
        Assert.InRange(rate.Difference!.Value, 4, 5); // 12 (1 - e^-1/2) = 4.7 a year at the end, less at first: the state is up from the step after on
        var none = Answer(model, Rises(new EventRate(Of(2), In(0)), 12));
        Assert.Equal(Ruling.Vacuous, none.Ruling);
        Assert.Null(none.Difference);
    }

    [Fact]
    public void Noise_leaves_it_undecided()
    {
        var model = Model(24, [Factor("f", 2, 0, 1), Fixed("g", 2, 0)], Detente.Tests.Compiled.ModelBuilder.Weight(1, 0, 0.05)) with { Events = [Event("up", On(3), Set(1, 1))] };
        Assert.Equal(Ruling.Undecided, Answer(model, Rises(Mean, 6), 100).Ruling);
    }

    [Fact]
    public void To_fade_within_a_step_is_refused() =>
        Assert.Throws<ArgumentException>(() => Answer(Pulse(5), Rises(Mean, 2, 1)));
}
