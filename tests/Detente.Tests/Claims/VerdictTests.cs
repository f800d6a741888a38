using Detente.Claims;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Compiled;
using Detente.Tests.Simulation;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Claims;

/// <summary>Every form of claim with every verdict, on models small enough to know the answer.</summary>
public sealed class VerdictTests
{
    private static readonly World Plain = new([]);

    private static ClaimAnswer Answer(Model model, Statement statement, int paths = 400, int draws = 1) =>
        new ClaimRun(model, [statement]).Run(new ClaimSampling(draws, paths) { Seed = 3 }, null, CancellationToken.None)[0];

    private static EventReference Of(int e) => new(new EventId(e), null);

    private static Chance Happens(int e) => new(Of(e), null, null);

    private static MeanPosition Mean(int factor) => new(new FactorId(factor), null);

    /// <summary>One factor of two states; a coin in step 3 moves it up for good; two rare events.</summary>
    private static Model Coin { get; } = Model(12, [Fixed("f", 2, 0)]) with
    {
        Events =
        [
            Event("coin", On(3, 0.5), Set(0, 1)),
            Event("rare", On(5, 0.02)),
            Event("sure", On(5)),
        ],
    };

    [Theory]
    [InlineData(0.3, null, Verdict.Holds)]
    [InlineData(0.7, null, Verdict.Fails)]
    [InlineData(0.5, null, Verdict.Undecided)]
    [InlineData(null, 0.7, Verdict.Holds)]
    [InlineData(null, 0.3, Verdict.Fails)]
    [InlineData(null, 0.5, Verdict.Undecided)]
    [InlineData(0.3, 0.7, Verdict.Holds)]
    [InlineData(0.1, 0.3, Verdict.Fails)]
    [InlineData(0.3, 0.5, Verdict.Undecided)]
    [InlineData(0.3, 1.0, Verdict.Holds)]
    [InlineData(0.0, 1.0, Verdict.Holds)]
    public void A_level_is_decided_by_its_tighter_bound_at_three_errors(double? above, double? below, Verdict expected)
    {
        Assert.Equal(expected.ToString(), Answer(Coin, new QuantityLevel(Happens(0), above, below)).Ruling.ToString());
        Assert.Equal(expected.ToString(), Answer(Coin, new QuantityLevel(Mean(0), above, below)).Ruling.ToString());
        Assert.Equal(expected.ToString(), Answer(Coin, new QuantityLevel(new Share(In(0, 1), null, null), above, below)).Ruling.ToString());
    }

    [Theory]
    [InlineData(1.0, null, Verdict.Fails)]
    [InlineData(null, 1.0, Verdict.Fails)]
    [InlineData(1.0, 2.0, Verdict.Holds)]
    [InlineData(0.5, 1.0, Verdict.Holds)]
    public void Exactly_on_a_bound_is_neither_above_nor_below_but_between(double? above, double? below, Verdict expected) =>
        Assert.Equal(expected.ToString(), Answer(Coin, new QuantityLevel(Happens(2), above, below)).Ruling.ToString());

    [Fact]
    public void What_hardly_ever_happens_says_nothing_unless_the_claim_is_that_it_is_rare()
    {
        Assert.Equal(Ruling.Vacuous, Answer(Coin, new QuantityLevel(Happens(1), 0.001, null)).Ruling);
        Assert.Equal(Ruling.Vacuous, Answer(Coin, new QuantityLevel(Happens(1), 0.001, 0.1)).Ruling);
        var below = Answer(Coin, new QuantityLevel(Happens(1), null, 0.1));
        Assert.Equal((Ruling.Holds, (long?)null), (below.Ruling, below.Premise));
        Assert.Equal(Ruling.Holds, Answer(Coin, new QuantityLevel(Happens(1), 0, 0.1)).Ruling);
        Assert.Equal(Ruling.Vacuous, Answer(Coin, new ComparedWorlds(Happens(1), false, 0, Plain, new World([new WithoutMeasure(default)]))).Ruling);

        // Often enough in one of both worlds.
        var made = Answer(Coin, new ComparedWorlds(Happens(1), false, 0.5, new World([new WithEvent(new EventId(1), true, Start)]), Plain));
        Assert.Equal((Ruling.Holds, 400L), (made.Ruling, made.Premise));
    }

    [Fact]
    public void A_rate_needs_its_condition_in_each_world_and_the_event_in_one()
    {
        var risen = new EventRate(Of(2), In(0, 1));
        Assert.Equal(Ruling.Holds, Answer(Coin, new QuantityLevel(risen, 0.5, null)).Ruling); // once in the 8 steps after the coin
        var calm = new World([new WithEvent(new EventId(0), false, null)]);
        var never = Answer(Coin, new ComparedWorlds(risen, false, 0, Plain, calm));
        Assert.Equal((Ruling.Vacuous, 0L), (never.Ruling, never.Premise));
        Assert.NotNull(never.First);
        Assert.Null(never.Second); // no time in which to count
        Assert.Null(never.Difference);
        Assert.Equal(Ruling.Vacuous, Answer(Coin, new QuantityLevel(new EventRate(Of(1), In(0, 0)), 0.001, null)).Ruling);
        Assert.Equal(Ruling.Holds, Answer(Coin, new QuantityLevel(new EventRate(Of(1), In(0, 0)), null, 0.5)).Ruling);
        Assert.Equal(Ruling.Vacuous, Answer(Coin, new QuantityLevel(new EventRate(Of(2), In(0)), null, 0.5)).Ruling);
        Assert.Equal(Ruling.Holds, Answer(Coin, new QuantityLevel(new EventRate(Of(2), new ConstantCondition(true)), 0.9, 1.1)).Ruling);
        Assert.Equal(Ruling.Fails, Answer(Coin with { Horizon = Horizon(6) }, new QuantityLevel(new EventRate(Of(2), new ConstantCondition(true)), 0.5, 1)).Ruling); // 2 a year: 1 is no end of what a rate can be
    }

    /// <summary>A rate over steps that differ from path to path: the ratio of sums, not the mean of ratios.</summary>
    [Fact]
    public void A_rate_is_all_events_over_all_time()
    {
        var model = Model(12, [Fixed("f", 2, 1)]) with
        {
            Events = [Event("end", new Stochastic(Estimate.Point(6)), Set(0, 0)), Event("e", new Stochastic(Estimate.Point(4))) with { Repeats = true }],
        };
        var answer = Answer(model, new QuantityLevel(new EventRate(Of(1), In(0, 1)), 3, 5), 20_000);
        Assert.Equal(Ruling.Holds, answer.Ruling);
        Assert.InRange(answer.First!.Value, 4 - (4.5 * answer.First.Error), 4 + (4.5 * answer.First.Error));

        // Poisson events with mean 4 a year in T years of time: error 2/sqrt(T), 50 batches know it to a tenth.
        var years = answer.Premise!.Value > 0 ? Answer(model, new QuantityLevel(new EventRate(Of(1), In(0, 1)), null, 5), 20_000).Premise!.Value / 12.0 : 0;
        Assert.InRange(answer.First.Error, 0.6 * 2 / Math.Sqrt(years), 1.5 * 2 / Math.Sqrt(years));
    }

    [Theory]
    [InlineData(false, 0.0, Verdict.Holds)]
    [InlineData(false, 0.3, Verdict.Holds)]
    [InlineData(false, 0.5, Verdict.Undecided)]
    [InlineData(false, 0.7, Verdict.Fails)]
    [InlineData(true, 0.0, Verdict.Fails)]
    public void A_comparison_asks_for_its_least_difference(bool isLower, double least, Verdict expected)
    {
        var answer = Answer(Coin, new ComparedWorlds(Mean(0), isLower, least, new World([new WithEvent(new EventId(0), true, null)]), Plain));
        Assert.Equal(expected.ToString(), answer.Ruling.ToString());
        Assert.Equal(answer.First!.Value - answer.Second!.Value, answer.Difference!.Value, 1e-12);
        Assert.Equal((isLower ? -answer.Difference.Value : answer.Difference.Value) - least, answer.Margin!.Value.By, 1e-12);
    }

    [Fact]
    public void At_least_a_difference_is_reached_exactly_but_higher_by_nothing_is_not_higher()
    {
        var sure = new World([new WithEvent(new EventId(2), false, null)]);
        Assert.Equal(Ruling.Holds, Answer(Coin, new ComparedWorlds(Happens(2), false, 1, Plain, sure)).Ruling);
        Assert.Equal(Ruling.Fails, Answer(Coin, new ComparedWorlds(Happens(2), false, 0, Plain, Plain)).Ruling);
    }

    /// <summary>A difference on the same luck has a far smaller error than two runs apart.</summary>
    [Fact]
    public void A_difference_is_that_of_the_same_paths()
    {
        var answer = Answer(Coin, new ComparedWorlds(Mean(0), false, 0, Plain, new World([new WithEvent(new EventId(1), true, Start)])));
        Assert.True(answer.First!.Error > 0.02);
        Assert.Equal((0.0, 0.0), (answer.Difference!.Value, answer.Difference.Error));
    }

    [Fact]
    public void An_order_is_as_strong_as_its_tightest_pair()
    {
        var model = Coin with { Events = [.. Coin.Events, Event("other coin", On(6, 0.5))] };
        Assert.Equal(Ruling.Holds, Answer(model, new QuantityOrder([Happens(2), Happens(0), Happens(1)])).Ruling);
        Assert.Equal(Ruling.Fails, Answer(model, new QuantityOrder([Happens(2), Happens(1), Happens(0)])).Ruling);
        Assert.Equal(Ruling.Undecided, Answer(model, new QuantityOrder([Happens(2), Happens(0), Happens(3)])).Ruling);
        Assert.Equal(Ruling.Fails, Answer(model, new QuantityOrder([Happens(0), Happens(3), Happens(2)])).Ruling); // a miss before what is undecided
        Assert.Equal(Ruling.Vacuous, Answer(model, new QuantityOrder([Happens(2), Happens(1), Happens(1)])).Ruling);
        Assert.Equal(Ruling.Vacuous, Answer(model, new QuantityOrder([Happens(2), new EventRate(Of(2), In(0))])).Ruling);
        var means = Answer(model, new QuantityOrder([Mean(0), new MeanPosition(new FactorId(0), Start)]));
        Assert.Equal((Ruling.Holds, (long?)null), (means.Ruling, means.Premise));
        Assert.Equal(2, means.Ordered.Length);
    }

    [Fact]
    public void One_counter_example_fails_what_never_or_always_holds()
    {
        Assert.Equal(Ruling.Fails, Answer(Coin, new Invariant(new Occurred(new EventPattern(Of(1), 0), null), false, null)).Ruling);
        var never = Answer(Coin, new Invariant(new AllOf([In(0, 1), new DateCondition(Comparison.Less, Start.AddMonths(4))]), false, null));
        Assert.Equal((Ruling.Holds, (long?)null, 0.0), (never.Ruling, never.Premise, never.Violations!.Value));
        var always = Answer(Coin, new Invariant(In(0, 0), true, null));
        Assert.Equal(Ruling.Fails, always.Ruling);
        Assert.InRange(always.Violations!.Value, 0.4, 0.6);
        var once = new Occurred(new EventPattern(Of(1), 0), null);
        Assert.Equal(Ruling.Holds, Answer(Coin, new Invariant(In(0, 0, 1), true, once), 1600).Ruling); // some 32 paths, 7 steps each
        var last = new AllOf([once, new DateCondition(Comparison.GreaterOrEqual, Start.AddMonths(12))]);
        var rare = Answer(Coin, new Invariant(In(0, 0, 1), true, last));
        Assert.Equal(Ruling.Vacuous, rare.Ruling);
        Assert.InRange(rare.Premise!.Value, 1, 20); // the end counts as it stands, once
        Assert.Equal(Ruling.Fails, Answer(Coin, new Invariant(In(0, 0, 1), false, last)).Ruling); // however rare the premise
    }

    /// <summary>A measure gated by the state is never agreed without it, though the state may change in the very step.</summary>
    [Fact]
    public void A_gate_is_tested_on_the_states_in_which_the_measure_was_agreed()
    {
        var gate = new Precondition("p", LocalizedText.Same("p"), In(0, 1), Provenance.Judgement);
        var model = Model(24, [Factor("f", 2, 0, 2)]) with { Measures = [Measure("m") with { Uptake = Estimate.Point(2), Preconditions = [gate] }] };
        model = model.PursuingAll();
        var agreed = new Agreed(new MeasureId(0));
        var claim = new Invariant(new AllOf([agreed, In(0, 0)]), false, agreed);
        var strict = Answer(model, claim);
        Assert.Equal(Ruling.Holds, strict.Ruling);
        Assert.True(strict.Premise > 100);
        Assert.Equal(Ruling.Fails, Answer(model with { Measures = [model.Measures[0] with { Gate = Gate.Advisory }] }, claim).Ruling);
    }

    [Fact]
    public void Before_means_in_an_earlier_step()
    {
        var model = Model(12, [Fixed("f", 4, 0)]) with { Events = [Event("one", On(3, 0.5), Set(0, 1)), Event("two", On(5, 0.5), Set(0, 2)), Event("late", On(11), Set(0, 3))] };
        Condition one = new Occurred(new EventPattern(Of(0), 0), null), two = new Occurred(new EventPattern(Of(1), 0), null);
        var always = Answer(model, new Precedence(new DateCondition(Comparison.GreaterOrEqual, Start.AddMonths(2)), one));
        Assert.Equal((Ruling.Holds, 0.0), (always.Ruling, always.Violations!.Value));
        Assert.InRange(always.Premise!.Value, 150, 250);
        var half = Answer(model, new Precedence(one, two));
        Assert.Equal(Ruling.Fails, half.Ruling);
        Assert.InRange(half.Violations!.Value, 0.15, 0.35); // the second without the first
        Assert.Equal(1, Answer(model, new Precedence(In(0, 0), In(0, 0))).Violations!.Value); // both from the start
        Assert.Equal(Ruling.Fails, Answer(model, new Precedence(one, one)).Ruling); // the same step
        Assert.Equal(Ruling.Holds, Answer(model, new Precedence(In(0, 0), In(0, 3))).Ruling); // seen at the end only
        Assert.Equal(Ruling.Vacuous, Answer(model, new Precedence(one, new ConstantCondition(false))).Ruling);
    }

    [Fact]
    public void The_start_is_read_without_a_run()
    {
        var model = Coin with { History = [new HistoricEvent(Of(1), Start.AddMonths(-2), Provenance.Judgement)] };
        var answer = Answer(model, new InitialFact(new AllOf([In(0, 0), new Occurred(new EventPattern(Of(1), 0), Months(3)), new Held(In(0, 0), Months(5))])));
        Assert.Equal((Ruling.Holds, false), (answer.Ruling, answer.IsSampled));
        Assert.Equal(Ruling.Fails, Answer(model, new InitialFact(new Occurred(new EventPattern(Of(1), 0), Months(1)))).Ruling);
    }

    [Theory]
    [InlineData(2, 1, -1, false)]
    [InlineData(2, 1, 1, true)]
    [InlineData(-2, 1, -1, true)]
    [InlineData(2, 0, 1, null)] // a link without strength is none
    public void A_loop_has_the_product_of_the_signs_of_its_links(double ab, double bc, double ca, bool? isReinforcing)
    {
        var model = ModelBuilder.Model(
            [ModelBuilder.Factor("a", 2), ModelBuilder.Factor("b", 3), ModelBuilder.Factor("c", 2), ModelBuilder.Factor("d", 2, FactorScale.Nominal)],
            ModelBuilder.Weight(0, 1, ab),
            ModelBuilder.Weight(1, 2, bc),
            ModelBuilder.Weight(2, 0, ca),
            ModelBuilder.Cells(0, 3, (0, 0, 1)),
            ModelBuilder.Cells(3, 0, (0, 0, 1)));
        static LoopSign Loop(bool reinforcing, params int[] factors) => new([.. factors.Select(factor => new FactorId(factor))], reinforcing);
        Assert.Equal(isReinforcing is true ? Ruling.Holds : Ruling.Fails, Answer(model, Loop(true, 0, 1, 2)).Ruling);
        Assert.Equal(isReinforcing is false ? Ruling.Holds : Ruling.Fails, Answer(model, Loop(false, 0, 1, 2)).Ruling);
        Assert.Equal(Ruling.Fails, Answer(model, Loop(true, 0, 2, 1)).Ruling); // the other way round there are no links
        Assert.Equal(Ruling.Fails, Answer(model, Loop(true, 0, 3)).Ruling); // no order, no sign
        Assert.Equal(Ruling.Fails, Answer(model, Loop(false, 0, 3)).Ruling);
    }

    [Theory]
    [InlineData(5, 100, Verdict.Undecided)]
    [InlineData(9, 100, Verdict.Undecided)]
    [InlineData(10, 100, Verdict.Holds)]
    [InlineData(1, 19, Verdict.Undecided)]
    [InlineData(1, 20, Verdict.Holds)]
    [InlineData(1, 2, Verdict.Undecided)]
    public void Few_groups_of_paths_decide_nothing(int draws, int paths, Verdict expected)
    {
        var answer = Answer(Coin, new QuantityLevel(new MeanPosition(new FactorId(0), Start), null, 0.9), paths, draws);
        Assert.Equal(expected.ToString(), answer.Ruling.ToString());
        Assert.Equal(0, answer.First!.Value);
        Assert.Equal(Ruling.Holds, Answer(Coin, new Invariant(In(0, 0, 1), true, null), paths, draws).Ruling); // no error enters
    }

    [Fact]
    public void Batches_of_one_draw_hold_every_path_once()
    {
        foreach (var paths in new[] { 2, 3, 19, 20, 99, 100, 101, 1234 })
        {
            var sampling = new ClaimSampling(1, paths) { Seed = 1 };
            var ranges = Enumerable.Range(0, sampling.Groups).Select(sampling.PathsOf).ToList();
            Assert.Equal(Enumerable.Range(0, paths), ranges.SelectMany(range => Enumerable.Range(range.First, range.End - range.First)));
            Assert.InRange(sampling.Groups, 1, 50);
            Assert.Equal(paths >= 20, sampling.Groups >= ClaimJudge.FewestGroups);
        }
    }

    /// <summary>50 batches, one of them a path longer than a block of paths.</summary>
    [Fact]
    public void No_path_is_lost_between_blocks() => Assert.Equal(12_801, Answer(Coin, new QuantityLevel(Happens(2), 0.5, null), 12_801).Premise);
}
