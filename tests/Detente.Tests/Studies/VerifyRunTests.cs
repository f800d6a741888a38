using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;
using Detente.Tests.Compiled;
using Detente.Tests.Simulation;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Studies;

/// <summary>Claims through the front door.</summary>
public sealed class VerifyRunTests
{
    private static readonly StudyOptions Small = new() { Draws = 1, Paths = 400, Threads = 1 };

    private static StudyResult Run(Study study) => new StudyRunner().Run(study, null, CancellationToken.None);

    private static Model Claiming(Model model, params IEnumerable<Statement> statements) =>
        model with { Claims = [.. statements.Select((statement, place) => new Claim($"c{place}", null, statement, Provenance.Judgement))] };

    private static ImmutableArray<ClaimOutcome> Verify(Model model, StudyOptions options, params IEnumerable<Statement> statements) =>
        ((VerifyResult)Run(new VerifyStudy(Claiming(model, statements), options) { IsThorough = true })).Claims;

    private static double Value(ClaimOutcome outcome, ClaimFigureKind kind = ClaimFigureKind.First) => outcome.Figures.Single(figure => figure.Kind == kind).Value;

    private static string Text(ClaimOutcome outcome) => $"{outcome} {string.Join(' ', outcome.Figures)}";

    private static ComparedWorlds Higher(Quantity quantity, WorldEdit edit) => new(quantity, false, 0, new World([edit]), new World([]));

    [Theory]
    [InlineData(1, 333)]
    [InlineData(12, 60)]
    public void Shares_means_and_chances_are_those_of_futures_to_the_bit(int draws, int paths)
    {
        var model = RandomTimedModel.Of(3) with { Decisiveness = new Estimate(0.7, 0.35, 1.4) };
        var options = new StudyOptions { Draws = draws, Paths = paths, Threads = 2, Seed = 5 };
        var futures = (FuturesResult)Run(new FuturesStudy(model, options));
        var outcomes = Verify(
            model,
            options,
            [
                .. Enumerable.Range(0, 3).Select(kind => new QuantityLevel(new Share(new InScenario(new ScenarioId(kind)), null, null), 0.5, null)),
                .. Enumerable.Range(0, 3).Select(kind => new QuantityLevel(new Share(new InScenario(new ScenarioId(kind)), null, Start.AddMonths(4).AddDays(11)), 0.5, null)),
                .. Enumerable.Range(0, 4).Select(e => new QuantityLevel(new Chance(new EventReference(new EventId(e), null), null, null), 0.5, null)),
                new QuantityLevel(new Share(In(0, 1), null, Start.AddMonths(2)), 0.5, null),
            ]);
        for (var kind = 0; kind < 3; kind++)
        {
            Assert.Equal(futures.Scenarios[kind].Values[^1].Mean, Value(outcomes[kind]));
            Assert.Equal(futures.Scenarios[kind].Values[4].Mean, Value(outcomes[3 + kind]));
            if (draws > 1)
            {
                Assert.Equal(futures.Scenarios[kind].Values[^1].StandardError, outcomes[kind].Figures[0].StandardError, 1e-12);
            }
        }

        Assert.Equal(futures.Events.Select(of => of.AtLeastOnce.Mean), outcomes.AsSpan(6, 4).ToArray().Select(outcome => Value(outcome)));
        Assert.Equal(futures.Factors[0][1][2], Value(outcomes[10]), 1e-12);
    }

    [Fact]
    public void Neither_threads_nor_other_claims_change_an_outcome()
    {
        var model = RandomLongModel.Of(4) with { Horizon = Horizon(10), Decisiveness = new Estimate(0.7, 0.35, 1.4) };
        List<Statement> statements = [.. new Claims.RandomClaims(model, 8).Some(12)];
        foreach (var options in new[] { Small with { Paths = 301 }, Small with { Draws = 11, Paths = 30 } })
        {
            var one = Verify(model, options, statements);
            Assert.Equal(one.Select(Text), Verify(model, options with { Threads = 3 }, statements).Select(Text));
            var alone = (VerifyResult)Run(new VerifyStudy(Claiming(model, statements), options) { Claims = [7, 2], IsThorough = true });
            Assert.Equal([Text(one[2]), Text(one[7])], alone.Claims.Select(Text));
        }
    }

    [Fact]
    public void A_world_against_itself_differs_by_nothing_and_is_not_higher()
    {
        var model = RandomTimedModel.Of(3);
        foreach (var draws in new[] { 1, 10 })
        {
            var outcome = Verify(model, Small with { Draws = draws }, new ComparedWorlds(new MeanPosition(new FactorId(0), null), false, 0, new World([]), new World([])))[0];
            Assert.Equal((Verdict.Fails, 0.0, 0.0), (outcome.Verdict, outcome.Margin, outcome.MarginError));
            Assert.Equal(0, Value(outcome, ClaimFigureKind.Difference));
        }
    }

    /// <summary>An influence into a factor that moves nothing else changes that factor only, and the draws of the judgements stay the same.</summary>
    [Fact]
    public void An_influence_taken_out_leaves_everything_elsewhere_to_the_bit()
    {
        var model = Model(
            24,
            [Factor("a", 3, 1, 4), Factor("b", 3, 1, 4), Factor("c", 3, 1, 4)],
            ModelBuilder.Weight(0, 1, 2) with { Weight = new Estimate(2, 1, 3) },
            ModelBuilder.Weight(0, 2, 2) with { Weight = new Estimate(2, 1, 3) },
            ModelBuilder.Weight(1, 0, -1) with { Weight = new Estimate(-1, -2, 0) },
            ModelBuilder.Weight(0, 1, 1) with { Weight = new Estimate(1, 0, 2), Name = "f0 -> f1#2" });
        var edit = new WithoutInfluence(new FactorId(0), new FactorId(2));
        var outcomes = Verify(
            model,
            Small with { Draws = 10, Paths = 50 },
            [.. Enumerable.Range(0, 3).Select(factor => Higher(new Share(In(factor, 2), Start, Start.AddMonths(23)), edit)), Higher(new MeanPosition(new FactorId(1), null), new WithoutLoop([new FactorId(2), new FactorId(0), new FactorId(1)]))]);
        Assert.Equal([0.0, 0.0], outcomes.AsSpan(0, 2).ToArray().Select(outcome => Value(outcome, ClaimFigureKind.Difference)));
        Assert.NotEqual(0, Value(outcomes[2], ClaimFigureKind.Difference));
        Assert.NotEqual(0, Value(outcomes[3], ClaimFigureKind.Difference)); // of a loop the last link named is taken out: a -> b
    }

    [Fact]
    public void A_held_factor_is_in_its_state_from_its_date_on_whatever_moves_it()
    {
        var model = RandomTimedModel.Of(3);
        var from = Start.AddMonths(3);
        var outcomes = Verify(
            model,
            Small,
            Higher(new Share(In(0, 1), Start, Start.AddMonths(8)), new WithHeldFactor(new FactorId(0), 1, null)),
            Higher(new Share(In(0, 1), from, Start.AddMonths(8)), new WithHeldFactor(new FactorId(0), 1, from.AddDays(20))),
            Higher(new Share(In(0, 1), null, Start.AddMonths(2)), new WithHeldFactor(new FactorId(0), 1, from)),
            Higher(new Share(In(0, 1), null, Start), new WithHeldFactor(new FactorId(0), 1, Start.AddYears(-3))));
        Assert.Equal(1, Value(outcomes[0]));
        Assert.Equal(1, Value(outcomes[1]));
        Assert.Equal(0, Value(outcomes[2], ClaimFigureKind.Difference));
        Assert.Equal(1, Value(outcomes[3]));
    }

    /// <summary>A factor held from the start stood at its stated state before: windows and delays that reach back see that.</summary>
    [Fact]
    public void What_was_before_the_start_stays_as_stated()
    {
        var held = new WithHeldFactor(new FactorId(0), 1, null);
        var model = Model(6, [Fixed("a", 2, 0), Factor("b", 2, 0, 0.0001)], ModelBuilder.Weight(0, 1, 1000) with { Delay = Months(2) });
        var outcomes = Verify(
            model,
            Small,
            Higher(new Share(new Held(In(0, 1), Months(2)), null, Start.AddMonths(1)), held),
            Higher(new Share(new Held(In(0, 1), Months(2)), null, Start.AddMonths(2)), held),
            Higher(new Share(In(1, 1), null, Start.AddMonths(2)), held),
            Higher(new Share(In(1, 1), null, Start.AddMonths(3)), held));
        Assert.Equal([0, 1, 0, 1], outcomes.Select(outcome => Value(outcome)));
    }

    [Fact]
    public void An_event_made_to_happen_happens_once_and_one_kept_from_it_never()
    {
        var model = Model(12, [Fixed("f", 2, 0)]) with
        {
            Events =
            [
                Event("frequent", new Stochastic(Estimate.Point(30))) with { Repeats = true },
                Event("barred", new Stochastic(Estimate.Point(0.01))) with { When = In(0, 1) },
                Event("follower", By((0, 0.4, null))),
                Event("dated", new Scheduled([Start.AddMonths(-5), Start.AddMonths(2), Start.AddMonths(4)], Estimate.Point(0.3), null, null)),
            ],
        };
        static EventReference Of(int e) => new(new EventId(e), null);
        static WithEvent With(int e, int? month) => new(new EventId(e), true, month is { } at ? Start.AddMonths(at).AddDays(9) : null);
        static WithEvent Without(int e, int? month) => new(new EventId(e), false, month is { } at ? Start.AddMonths(at).AddDays(9) : null);
        static Quantity ByMonth(int e, int months) => new Chance(Of(e), null, Start.AddMonths(months).AddDays(-1));
        var always = new EventRate(Of(1), new ConstantCondition(true));
        var outcomes = Verify(
            model,
            Small,
            Higher(ByMonth(1, 6), With(1, 5)),
            Higher(ByMonth(1, 5), With(1, 5)),
            Higher(always, With(1, 5)),
            Higher(ByMonth(0, 12), Without(0, null)),
            Higher(ByMonth(2, 12), Without(0, null)),
            Higher(ByMonth(2, 1), With(2, 0)),
            Higher(new EventRate(Of(3), new ConstantCondition(true)), With(3, null)),
            Higher(new EventRate(Of(0), new DateCondition(Comparison.Less, Start.AddMonths(1))), With(0, 0)),
            Higher(ByMonth(3, 12), Without(3, 2)),
            Higher(new EventRate(Of(1), new ConstantCondition(true)), With(1, 5)) with { First = new World([Without(1, null), With(1, 3)]) });
        Assert.Equal(1, Value(outcomes[0]));
        Assert.Equal(0, Value(outcomes[1]));
        Assert.Equal(1, Value(outcomes[2]), 1e-12); // once in 12 months, a year of 365.25 days
        Assert.Equal([0, 0, 1], outcomes.AsSpan(3, 3).ToArray().Select(outcome => Value(outcome)));
        Assert.Equal(2, Value(outcomes[6]), 1e-12); // on both dates of the horizon
        Assert.Equal(12, Value(outcomes[7]), 1e-12); // once in place of two or three times
        Assert.Equal(0.3, Value(outcomes[8]), 0.1); // only the second date is left
        Assert.Equal(1, Value(outcomes[9]), 1e-12); // at its date and at no other time
    }

    [Fact]
    public void A_measure_taken_out_is_never_agreed_and_what_comes_after_it_waits_in_vain()
    {
        var model = Model(6, [Fixed("f", 2, 0)]) with { Measures = [Measure("m", Set(0, 1)), Measure("n")] };
        model = model.Pursuing(new Pursuit(new MeasureId(0), null, null, []), new Pursuit(new MeasureId(1), null, null, [new MeasureId(0)]));
        var without = new WithoutMeasure(new MeasureId(0));
        var outcomes = Verify(
            model,
            Small,
            Higher(new Chance(null, new Agreed(new MeasureId(0)), null), without),
            Higher(new Chance(null, new Agreed(new MeasureId(1)), null), without),
            Higher(new Chance(null, new Agreed(new MeasureId(0)), null), new WithoutMeasure(new MeasureId(1))),
            Higher(new MeanPosition(new FactorId(0), null), new WithStrategy(null)));
        Assert.Equal([0, 0, 1, 0], outcomes.Select(outcome => Value(outcome)));
        Assert.Equal([1, 1, 1, 1], outcomes.Select(outcome => Value(outcome, ClaimFigureKind.Second)));
    }

    [Fact]
    public void What_was_never_seen_in_few_runs_is_not_shown_to_be_rare()
    {
        var model = RandomTimedModel.Of(3);
        var impossible = new Share(new AllOf([In(0, 0), In(0, 1)]), null, null);
        Statement[] rare = [new QuantityLevel(impossible, null, 0.001), new QuantityLevel(impossible, null, 0.2)];
        var few = Verify(model, new StudyOptions { Draws = 12, Paths = 50, Threads = 1 }, rare);
        Assert.Equal([Verdict.Undecided, Verdict.Holds], few.Select(outcome => outcome.Verdict)); // 0 of 600
        Assert.Equal(Math.Sqrt(0.001 * 0.999 / 600), few[0].MarginError!.Value, 1e-12);
        Assert.Equal(Verdict.Holds, Verify(model, new StudyOptions { Draws = 12, Paths = 1_000, Threads = 1 }, rare)[0].Verdict); // 0 of 12,000
    }

    [Fact]
    public void A_claim_that_is_clear_after_a_quarter_of_the_paths_stops_there()
    {
        var model = RandomTimedModel.Of(3);
        var options = new StudyOptions { Draws = 12, Paths = 80, Threads = 2, Seed = 9 };
        var share = new Share(In(0, 1), null, Start.AddMonths(3));
        var value = Value(Verify(model, options, new QuantityLevel(share, 0.5, null))[0]);
        Assert.InRange(value, 0.01, 0.9);
        Statement[] statements =
        [
            new QuantityLevel(share, null, 0.999), // far off
            new QuantityLevel(share, null, value), // on the threshold
            new Invariant(In(0, 0, 1, 2), true, null),
            new InitialFact(In(0, 0, 1, 2)),
        ];
        var claiming = Claiming(model, statements);
        var staged = ((VerifyResult)Run(new VerifyStudy(claiming, options))).Claims;
        Assert.Equal([12 * 20, 12 * 80, 12 * 80, 0], staged.Select(outcome => outcome.Paths));
        Assert.NotEqual(Verdict.Undecided, staged[0].Verdict);
        Assert.Equal(Verdict.Undecided, staged[1].Verdict);
        Assert.Equal(Text(Verify(model, options with { Paths = 20 }, statements)[0]), Text(staged[0]));
        Assert.Equal(Verify(model, options, statements).Skip(1).Select(Text), staged.Skip(1).Select(Text));
        Assert.Equal(Text(staged[1]), Text(((VerifyResult)Run(new VerifyStudy(claiming, options) { Claims = [1] })).Claims[0]));
    }

    [Fact]
    public void The_brief_says_what_verify_says()
    {
        var model = RandomLongModel.Of(2) with { Horizon = Horizon(8) };
        model = Claiming(model, [.. new Claims.RandomClaims(model, 3).Some(6), new LoopSign([new FactorId(0), new FactorId(1)], true)]);
        var options = new StudyOptions { Draws = 10, Paths = 48, Threads = 1 };
        var seen = new List<StudyProgress>();
        var brief = (BriefResult)new StudyRunner().Run(new BriefStudy(model, options), new Collector(seen), CancellationToken.None);
        var verify = (VerifyResult)Run(new VerifyStudy(model, options));
        Assert.Equal(verify.Claims.Select(Text), brief.Verification!.Claims.Select(Text));
        Assert.Equal(seen.Select(one => one.Done).Order(), seen.Select(one => one.Done));
        Assert.Equal(seen[^1].Total, seen[^1].Done);
        Assert.Single(seen.Select(one => one.Total).Distinct());
        Assert.Null(((BriefResult)Run(new BriefStudy(model with { Claims = [] }, options))).Verification);
        Assert.NotNull(((BriefResult)Run(new BriefStudy(Claiming(RandomTimedModel.Of(3), new InitialFact(In(0, 0))), options with { Exact = true }))).Verification);
    }

    private sealed class Collector(List<StudyProgress> seen) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => seen.Add(value);
    }

    [Fact]
    public void What_a_claim_needs_and_the_model_lacks_is_named()
    {
        var bare = ModelBuilder.Model([ModelBuilder.Factor("a", 2), Fixed("b", 2, 0)], ModelBuilder.Weight(0, 1, 1), ModelBuilder.Weight(1, 0, -1));
        var loop = new LoopSign([new FactorId(0), new FactorId(1)], false);
        Assert.Equal(Verdict.Holds, Verify(bare, Small, loop)[0].Verdict);
        var model = Claiming(bare, loop, new InitialFact(In(0, 1)));
        var refused = Assert.Throws<StudyException>(() => Run(new VerifyStudy(model, Small)));
        Assert.Equal(["DT4002 horizon", "DT4003 factors/a", "DT4004 factors/a"], refused.Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Element}"));
        Assert.Single(((VerifyResult)Run(new VerifyStudy(model, Small) { Claims = [0] })).Claims);
        Assert.Throws<StudyException>(() => Run(new VerifyStudy(ModelBuilder.Model([]), Small)));
        Assert.Throws<ArgumentException>(() => Run(new VerifyStudy(model, Small) { Claims = [2] }));
        Assert.Throws<ArgumentException>(() => Run(new VerifyStudy(model, Small with { Paths = 1 })));
    }

    [Fact]
    public void A_result_says_how_it_was_made()
    {
        var model = Claiming(RandomTimedModel.Of(3), new InitialFact(In(0, 0)), new QuantityLevel(new MeanPosition(new FactorId(0), null), 0.1, null));
        var result = (VerifyResult)Run(new VerifyStudy(model, Small));
        Assert.Equal(new Completeness(true, 400, 400), result.Provenance.Completeness);
        Assert.Equal((EngineVersion.Number, "small", 64), (result.Provenance.Engine, result.Provenance.ModelId, result.Provenance.ModelHash.Length));
        Assert.Equal([0, 400], result.Claims.Select(claim => claim.Paths));
        Assert.Equal(new Completeness(true, 0, 0), ((VerifyResult)Run(new VerifyStudy(model, Small) { Claims = [0] })).Provenance.Completeness);
    }

    [Fact]
    public void Cancelling_stops_a_run()
    {
        using var source = new CancellationTokenSource();
        var model = Claiming(RandomTimedModel.Of(3), new QuantityLevel(new MeanPosition(new FactorId(0), null), 0.1, null));
        var progress = new Canceller(source);
        Assert.ThrowsAny<OperationCanceledException>(() => new StudyRunner().Run(new VerifyStudy(model, Small with { Paths = 1_000_000_000 }), progress, source.Token));
    }

    private sealed class Canceller(CancellationTokenSource source) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => source.Cancel();
    }
}
