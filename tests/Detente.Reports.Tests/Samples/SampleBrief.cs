using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;

namespace Detente.Reports.Tests.Samples;

/// <summary>Results about <see cref="TwoKingdoms"/> with numbers set by hand: easy to check, not computed by any engine.</summary>
internal static class SampleBrief
{
    private const int Steps = 12;

    /// <summary>50 draws, 200 paths; every list is filled.</summary>
    public static BriefResult Full { get; } = Of(TwoKingdoms.Model);

    /// <summary>One draw: no bands.</summary>
    public static BriefResult WithoutBands { get; } = Unbanded(Of(TwoKingdoms.Model, draws: 1));

    /// <summary>A model of two factors and nothing else.</summary>
    public static BriefResult Empty { get; } = Bare(new Model
    {
        Id = "bare",
        Title = new LocalizedText("Bare", "Leer"),
        Factors = [.. TwoKingdoms.Model.Factors.Take(2).Select(factor => factor with { Provenance = Models.Provenance.Judgement })],
    });

    public static BriefResult Of(Model model, int draws = 50)
    {
        var provenance = Provenance(model, draws);
        return new BriefResult(provenance, Structure(), Scenarios(provenance), Futures(provenance, 0), Options(provenance)) { Verification = SampleVerification.Of(provenance) };
    }

    public static BriefResult Bare(Model model)
    {
        var provenance = Provenance(model, 50) with { Warnings = [] };
        return new BriefResult(provenance, new StructureSummary([], [], []), new ScenariosResult(provenance) { Configurations = 6, Count = 0 }, new FuturesResult(provenance), []);
    }

    public static Figure Share(double mean, double error, double lower, double upper, SpreadNote note = default) => new(mean, error, lower, upper, note);

    private static ResultProvenance Provenance(Model model, int draws) => new(
        "0.1.0",
        model.Id,
        "3f1a9c0b7d25e8463f1a9c0b7d25e8463f1a9c0b7d25e8463f1a9c0b7d25e846",
        new BriefStudy(model, new StudyOptions { Seed = 7, Draws = draws, Paths = 200 }),
        new Completeness(true, 10_000, 10_000),
        [TwoKingdoms.OpenWarning]);

    private static StructureSummary Structure() => new(
        [Role(0, 1.5, 2), Role(1, 2, 2), Role(2, 2.5, 2), Role(3, 1.5, 4), Role(4, 2, 1.5), Role(5, 2, 0)],
        [2, 2.5, 1.5, 2, 1.5, 2, 0.5],
        [
            new FeedbackLoop([new(TwoKingdoms.Garrison), new(TwoKingdoms.GarrisonSeen), new(TwoKingdoms.Fleet), new(TwoKingdoms.FleetSeen)], true, 1.97),
            new FeedbackLoop([new(TwoKingdoms.GarrisonSeen), new(TwoKingdoms.FleetSeen)], true, 1.5),
        ]);

    private static FactorRole Role(int factor, double influence, double dependence) => new(new FactorId(factor), influence, dependence);

    private static ScenariosResult Scenarios(ResultProvenance provenance) => new(provenance)
    {
        Configurations = 144,
        Count = 3,
        Scenarios =
        [
            Scenario([0, 1, 1, 1, 1, 0], TwoKingdoms.Feud, 25, new BalanceContribution(1, 250, 500), new BalanceContribution(0, 200, 400), new BalanceContribution(3, 200, 350)),
            Scenario([1, 0, 0, 0, 0, 1], TwoKingdoms.Truce, 50, new BalanceContribution(2, 150, 300)),
            Scenario([2, 0, 0, 0, 0, 2], TwoKingdoms.Feud, 0, new BalanceContribution(5, 200, 300)),
        ],
        Kinds = [Kind(TwoKingdoms.Feud, 2, 0), Kind(TwoKingdoms.Truce, 1, 1), Kind(TwoKingdoms.Concord, 0, null), new(new ScenarioId(TwoKingdoms.Drift), 0, null, HasStatePart: false)],
        HasConditionalInfluences = true,
    };

    private static KindConfigurations Kind(int kind, long count, int? best) => new(new ScenarioId(kind), count, best, HasStatePart: true);

    /// <summary>A scenario whose trust leads by <paramref name="leadOfTrust"/> and whose other factors lead by five points.</summary>
    private static ConsistentScenario Scenario(ImmutableArray<int> states, int kind, long leadOfTrust, params ImmutableArray<BalanceContribution> contributions) =>
        new(states, 0, leadOfTrust, 900, null, [.. states.Select((own, factor) => new FactorBalance(
            new FactorId(factor),
            [.. TwoKingdoms.Model.Factors[factor].States.Select((_, state) => state == own ? (factor == 0 ? leadOfTrust : 500) : 0)],
            [.. contributions.Where(contribution => TwoKingdoms.Model.Influences[contribution.Influence].To.Index == factor)]))])
        {
            Kind = new ScenarioId(kind),
        };

    private static FuturesResult Futures(ResultProvenance provenance, double shift) => new(provenance)
    {
        Dates = [.. Enumerable.Range(0, Steps + 1).Select(TwoKingdoms.Model.Horizon!.DateOf)],
        Scenarios =
        [
            Series(1, 0.52 - shift, 0.11),
            Series(0, 0.31 + shift, 0.09),
            Series(0, 0.13, 0.05, new SpreadNote(SpreadKind.MorePathsNeeded, 640)),
            Series(0, 0.04, 0.02, new SpreadNote(SpreadKind.NoneFound, 0)),
        ],
        Dominance = [Share(0.61, 0.012, 0.47, 0.74), Share(0.27, 0.011, 0.17, 0.38), Share(0.09, 0.006, 0.04, 0.15), Share(0.03, 0.003, 0.02, 0.05)],
        Escalation =
        [
            Risk(0, 0.72, 0.57, 0.15, 0.29),
            Risk(1, 0.21, 0.08, 0.13, 0.19),
            Risk(2, 0.004, 0.001, 0.003, null),
        ],
        Events =
        [
            Happening(0, 1, 0), Happening(1, 0.66, 0.012), Happening(2, 0.14, 0.008), Happening(3, 0.04, 0.004),
        ],
        Measures =
        [
            new MeasureFigures(new MeasureId(0), Share(0.33, 0.013, 0.24, 0.43), Share(0, 0, 0, 0), [.. Ramp(0.28)], [], Figure.Exactly(1)),
            new MeasureFigures(new MeasureId(1), Share(0.06 + shift, 0.006, 0.03, 0.1), Share(0.02, 0.004, 0.01, 0.04), [.. Ramp(0.05)], [[.. Ramp(0.45)], [.. Ramp(0.18)]], Share(0.16, 0.009, 0.1, 0.23)),
        ],
        ConstraintsBroken = [Share(0, 0, 0, 0), Share(0.07 + shift, 0.007, 0.03, 0.12)],
        Images =
        [
            new ImageFigures(new FactorId(TwoKingdoms.GarrisonSeen), [.. Ramp(0.4)], Share(0.37, 0.009, 0.3, 0.44)),
            new ImageFigures(new FactorId(TwoKingdoms.FleetSeen), [.. Ramp(0.2)], Share(0.11, 0.006, 0.07, 0.16)),
        ],
        RelaxationShare = 0.42,
        OverriddenEffects = 0.3,
        SampledPaths =
        [
            Path(1, 0, [(9, TwoKingdoms.Feud), (4, TwoKingdoms.Truce)]),
            Path(26, 0, [(5, TwoKingdoms.Feud), (3, TwoKingdoms.Drift), (5, TwoKingdoms.Feud)], new SevereEvent(3, new EventId(2), 0, 1), new SevereEvent(10, new EventId(1), 0, 0)),
            Path(38, 0, [(13, TwoKingdoms.Feud)], new SevereEvent(11, new EventId(3), 0, 2)),
            Path(13, 0, [(8, TwoKingdoms.Feud), (5, TwoKingdoms.Concord)]),
        ],
    };

    private static SampledPath Path(int draw, int path, (int Dates, int Kind)[] course, params ImmutableArray<SevereEvent> severe) =>
        new(draw, path, [.. course.SelectMany(one => Enumerable.Repeat(one.Kind, one.Dates))], severe);

    private static IEnumerable<double> Ramp(double end) => Enumerable.Range(0, Steps + 1).Select(t => end * t / Steps);

    private static FigureSeries Series(double start, double end, double spread, SpreadNote note = default) => new([.. Enumerable.Range(0, Steps + 1).Select(t =>
    {
        var mean = start + ((end - start) * t / Steps);
        var wide = spread * t / Steps;
        return Share(mean, t == 0 ? 0 : 0.011, Math.Max(0, mean - wide), Math.Min(1, mean + wide), note);
    })]);

    private static SeverityRisk Risk(int severity, double share, double inadvertent, double deliberate, double? onward) => new(
        severity,
        new FigureSeries([.. Ramp(share).Select(mean => Share(mean, share < 0.01 ? 0.0006 : 0.011, mean * 0.7, mean * 1.25))]),
        Share(share * 1.5, 0.02, share, share * 2),
        Share(inadvertent, 0.001, 0, 1),
        Share(deliberate, 0.001, 0, 1),
        [Figure.Exactly(0), Share(inadvertent, 0.001, 0, 1), Share(deliberate, 0.001, 0, 1), Figure.Exactly(0)],
        [0.34, 0.12, 0.02, null],
        onward);

    private static EventFigures Happening(int id, double share, double error) => new(new EventId(id), Share(share, error, share, share), Share(share, error, share, share), [1]);

    private static ImmutableArray<StrategyOutcome> Options(ResultProvenance provenance) =>
    [
        new(null, Futures(provenance, 0), [Share(0.01, 0.008, -0.01, 0.03), Share(-0.01, 0.008, -0.03, 0.01), Figure.Exactly(0), Figure.Exactly(0)], [Share(0.02, 0.012, 0, 0.04), Share(0.01, 0.009, 0, 0.03), Share(0.001, 0.002, 0, 0.003)]),
        new(new StrategyId(1), Futures(provenance, 0.17), [Share(-0.17, 0.014, -0.25, -0.08), Share(0.17, 0.014, 0.08, 0.25), Share(0.01, 0.006, -0.01, 0.03), Share(-0.01, 0.006, -0.03, 0.01)], [Share(-0.05, 0.011, -0.09, -0.01), Share(-0.03, 0.009, -0.05, 0), Share(-0.002, 0.0006, -0.003, 0)]),
    ];

    private static BriefResult Unbanded(BriefResult result) => result with
    {
        Futures = Unbanded(result.Futures),
        Options = [.. result.Options.Select(option => option with
        {
            Futures = Unbanded(option.Futures),
            ScenarioDifferences = [.. option.ScenarioDifferences.Select(Unbanded)],
            EscalationDifferences = [.. option.EscalationDifferences.Select(Unbanded)],
        })],
    };

    private static FuturesResult Unbanded(FuturesResult futures) => futures with
    {
        Scenarios = [.. futures.Scenarios.Select(Unbanded)],
        Dominance = [.. futures.Dominance.Select(Unbanded)],
        Escalation = [.. futures.Escalation.Select(risk => risk with { ByDate = Unbanded(risk.ByDate), Expected = Unbanded(risk.Expected), Inadvertent = Unbanded(risk.Inadvertent), Deliberate = Unbanded(risk.Deliberate), Roots = [.. risk.Roots.Select(Unbanded)] })],
        Events = [.. futures.Events.Select(one => one with { AtLeastOnce = Unbanded(one.AtLeastOnce), Expected = Unbanded(one.Expected) })],
        Measures = [.. futures.Measures.Select(one => one with { Agreed = Unbanded(one.Agreed), AgreedEarly = Unbanded(one.AgreedEarly), AllPreconditionsEver = Unbanded(one.AllPreconditionsEver) })],
        ConstraintsBroken = [.. futures.ConstraintsBroken.Select(Unbanded)],
        Images = [.. futures.Images.Select(image => image with { SeenWorse = Unbanded(image.SeenWorse) })],
    };

    private static FigureSeries Unbanded(FigureSeries series) => new([.. series.Values.Select(Unbanded)]);

    private static Figure Unbanded(Figure figure) => figure with { Lower = null, Upper = null, Spread = default };
}
