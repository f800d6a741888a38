using Detente.Models;
using Detente.Studies;
using static Detente.Tests.Simulation.Timed;

namespace Detente.Tests.Simulation;

/// <summary>The walk of paths and the chain over configurations are written apart; each checks the other.</summary>
public sealed class ExactChainTests
{
    private const int Paths = 4_000;

    /// <summary>25 models, 100,000 paths in all, every cell.</summary>
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Paths_and_chain_agree_on_every_cell(int seed)
    {
        var study = new FuturesStudy(RandomTimedModel.Of(seed), new StudyOptions { Draws = 1, Paths = Paths, Seed = (ulong)seed, Threads = 1 });
        var walked = (FuturesResult)new StudyRunner().Run(study, null, CancellationToken.None);
        var exact = (FuturesResult)new StudyRunner().Run(study with { Options = study.Options with { Exact = true } }, null, CancellationToken.None);

        Shares(exact.Scenarios.SelectMany(series => series.Values), walked.Scenarios.SelectMany(series => series.Values), "scenarios");
        Shares(exact.Factors.SelectMany(states => states.SelectMany(dates => dates)), walked.Factors.SelectMany(states => states.SelectMany(dates => dates)), "factors");
        Shares(exact.ConstraintsBroken, walked.ConstraintsBroken, "constraints");
        foreach (var (risk, twin) in walked.Escalation.Zip(exact.Escalation))
        {
            Shares(twin.ByDate.Values, risk.ByDate.Values, "escalation");
            Shares([twin.Inadvertent, twin.Deliberate, .. twin.Roots], [risk.Inadvertent, risk.Deliberate, .. risk.Roots], "pathways and roots");
            Number(twin.Expected, risk.Expected, "severity");
            Assert.Equal(twin.Onward is null, risk.Onward is null);
            Assert.Equal(twin.Onward ?? 0, risk.Onward ?? 0, 1e-12 + (2.5 / Math.Sqrt(1 + (Paths * risk.Expected.Mean))));
        }

        foreach (var (of, twin) in walked.Events.Zip(exact.Events))
        {
            Shares([twin.AtLeastOnce], [of.AtLeastOnce], "events");
            Number(twin.Expected, of.Expected, "events");
        }

        foreach (var (measure, twin) in walked.Measures.Zip(exact.Measures))
        {
            Shares([twin.Agreed, twin.AgreedEarly, twin.AllPreconditionsEver], [measure.Agreed, measure.AgreedEarly, measure.AllPreconditionsEver], "measures");
            Shares([.. twin.InForce, .. twin.Preconditions.SelectMany(dates => dates)], [.. measure.InForce, .. measure.Preconditions.SelectMany(dates => dates)], "measures by date");
        }

        Assert.Equal(exact.OverriddenEffects, walked.OverriddenEffects, 0.02 + (0.1 * exact.OverriddenEffects));
        Assert.Equal(exact.RelaxationShare ?? 0, walked.RelaxationShare ?? 0, 0.12);
    }

    /// <summary>A run with many chains reaches the graver severity far more often than a chain does: 1 - 0.9^12 = 0.72 against 0.1.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Going_on_is_counted_by_chains_not_by_runs(bool isExact)
    {
        var root = Event("root", new Scheduled([.. Enumerable.Range(0, 12).Select(month => Start.AddMonths(month))], Estimate.Point(1), null, null));
        var graver = Event("graver", By((0, 0.1, null)));
        var model = Model(12, [Fixed("f", 2, 0)]) with
        {
            Severities = [new("low", LocalizedText.Same("low"), 1), new("high", LocalizedText.Same("high"), 2)],
            Events = [root with { Outcomes = [root.Outcomes[0] with { Severity = 0 }] }, graver with { Outcomes = [graver.Outcomes[0] with { Severity = 1 }] }],
        };
        var options = new StudyOptions { Draws = 1, Paths = Paths, Threads = 1, Exact = isExact };
        var escalation = ((FuturesResult)new StudyRunner().Run(new FuturesStudy(model, options), null, CancellationToken.None)).Escalation;
        Assert.Equal(0.1, escalation[0].Onward!.Value, isExact ? 1e-9 : 0.01);
        Assert.Equal(1 - Math.Pow(0.9, 12), escalation[1].ByDate.Values[^1].Mean, isExact ? 1e-8 : 0.04);
    }

    [Fact]
    public void Every_memory_is_named()
    {
        var model = Model(6, [Factor("f", 2, 0, 6), Factor("g", 2, 0, 6)], Compiled.ModelBuilder.Weight(0, 1, 1) with { Delay = Months(2) }) with
        {
            Severities = [new("low", LocalizedText.Same("low"), 1)],
            Events = [Event("e", new Stochastic(Estimate.Point(1)), Push(0, 1, 3)) with { Repeats = true }],
            Measures = [Measure("m") with { Lead = Months(2), Pause = Months(3), SustainedBy = In(0, 0) }],
            Scenarios =
            [
                new Scenario("a", LocalizedText.Same("a"), null, new Not(new Occurred(new EventPattern(null, 1), null)), null, Provenance.Judgement),
                new Scenario("b", LocalizedText.Same("b"), null, new AnyOf([new Held(In(0, 1), Months(3)), In(0, 0)]), null, Provenance.Judgement),
            ],
        };
        model = model.Pursuing(new Pursuit(new MeasureId(0), null, In(1, 1), [new MeasureId(0)]));
        var study = new FuturesStudy(model, new StudyOptions { Exact = true });
        var refused = Assert.Throws<StudyException>(() => new StudyRunner().Run(study, null, CancellationToken.None));
        Assert.All(refused.Diagnostics, diagnostic => Assert.Equal("DT4010", diagnostic.Code));
        Assert.Equal(
            ["influences/f0 -> f1", "events/e", "events/e", "measures/m", "measures/m", "strategies/s", "strategies/s", "scenarios/a", "scenarios/b"],
            refused.Diagnostics.Select(diagnostic => diagnostic.Element));
        Assert.Contains("ein Gedächtnis (eine Vorlaufzeit)", refused.Diagnostics[3].Message.De);
    }

    [Fact]
    public void Too_many_configurations_are_refused()
    {
        var model = Model(2, Enumerable.Range(0, 13).Select(f => Factor($"f{f}", 2, 0, 6)));
        var refused = Assert.Throws<StudyException>(() => new StudyRunner().Run(new FuturesStudy(model, new StudyOptions { Exact = true }), null, CancellationToken.None));
        Assert.Equal("DT4011", refused.Diagnostics.Single().Code);
        Assert.Throws<ArgumentException>(() => new StudyRunner().Run(new FuturesStudy(model, new StudyOptions { Exact = true, ExactLimit = 20_001 }), null, CancellationToken.None));
    }

    [Fact]
    public void A_two_state_chain_has_its_closed_form()
    {
        // Up 1 - exp(-1/6), down 1 - exp(-1/12), each taken half of the time; the walk rounds to 1/65536.
        var model = Model(24, [Factor("f", 2, 0, 1) with { Inertia = new Inertia(Span(6), Span(12)) }]);
        var (a, b) = ((1 - Math.Exp(-1.0 / 6)) / 2, (1 - Math.Exp(-1.0 / 12)) / 2);
        var exact = (FuturesResult)new StudyRunner().Run(new FuturesStudy(model, new StudyOptions { Exact = true }), null, CancellationToken.None);
        for (var t = 0; t <= 24; t++)
        {
            Assert.Equal(a / (a + b) * (1 - Math.Pow(1 - a - b, t)), exact.Factors[0][1][t], 1e-4);
        }
    }

    private static void Shares(IEnumerable<Figure> exact, IEnumerable<Figure> walked, string what) =>
        Shares(exact.Select(figure => figure.Mean), walked.Select(figure => figure.Mean), what);

    /// <summary>4.5 standard errors, and one path for what is all but impossible.</summary>
    private static void Shares(IEnumerable<double> exact, IEnumerable<double> walked, string what)
    {
        foreach (var (i, (p, share)) in exact.Zip(walked).Index())
        {
            var allowed = (4.5 * Math.Sqrt(Math.Max(0, p * (1 - p)) / Paths)) + (1.0 / Paths);
            Assert.True(Math.Abs(share - p) <= allowed, $"{what}, cell {i}: exact {p}, walked {share}, allowed {allowed}");
        }
    }

    private static void Number(Figure exact, Figure walked, string what) => Assert.True(
        Math.Abs(exact.Mean - walked.Mean) <= (4.5 * Math.Max(walked.StandardError, Math.Sqrt(exact.Mean / Paths))) + (1.0 / Paths), // a rare thing is a Poisson number
        $"{what}: exact {exact.Mean}, walked {walked.Mean} with error {walked.StandardError}");
}
