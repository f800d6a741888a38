using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>How the relationship evolves. Every share is a share of model runs, not a probability of the world.</summary>
/// <param name="Provenance">How it was made.</param>
public sealed record FuturesResult(ResultProvenance Provenance) : StudyResult(Provenance)
{
    /// <summary>First days of the steps 0 to n, n+1 in all: states and scenarios are those at these dates.</summary>
    public ImmutableArray<DateOnly> Dates { get; init; } = [];

    /// <summary>Share of runs in each scenario, by scenario and date.</summary>
    public ImmutableArray<FigureSeries> Scenarios { get; init; } = [];

    /// <summary>Share of runs in each state: by factor, state, date.</summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<double>>> Factors { get; init; } = [];

    /// <summary>The standard errors of <see cref="Factors"/>; empty when exact, and for the alternatives of a comparison.</summary>
    public ImmutableArray<ImmutableArray<ImmutableArray<double>>> FactorErrors { get; init; } = [];

    /// <summary>Share of runs in which each scenario holds the most steps (on a tie the one held last), by scenario; empty when exact.</summary>
    public ImmutableArray<Figure> Dominance { get; init; } = [];

    /// <summary>Escalation by severity, least grave first; one entry per step of the scale.</summary>
    public ImmutableArray<SeverityRisk> Escalation { get; init; } = [];

    /// <summary>What happened, per event in declaration order.</summary>
    public ImmutableArray<EventFigures> Events { get; init; } = [];

    /// <summary>What was agreed, per measure in declaration order.</summary>
    public ImmutableArray<MeasureFigures> Measures { get; init; } = [];

    /// <summary>Share of runs in which each constraint was broken at some time, in declaration order.</summary>
    public ImmutableArray<Figure> ConstraintsBroken { get; init; } = [];

    /// <summary>For each image: mean distance from the thing in states, and share of time the holder sees it worse than it is.</summary>
    public ImmutableArray<ImageFigures> Images { get; init; } = [];

    /// <summary>A few of the paths as they were walked, to be shown; empty when exact or without kinds of future.</summary>
    public ImmutableArray<SampledPath> SampledPaths { get; init; } = [];

    /// <summary>How much of the first year's change of states happens with all events off, 0 to 1; null when nothing changes.</summary>
    public double? RelaxationShare { get; init; }

    /// <summary>Mean number per run of effects that another effect on the same factor overrode in the same step.</summary>
    public double OverriddenEffects { get; init; }

    /// <summary>How precisely the shares were asked for and are known; null unless asked for.</summary>
    public Precision? Precision { get; init; }

    /// <summary>
    /// The largest standard error of a share of model runs: of the scenarios and of escalation at any date, of dominance, pathways, roots, events,
    /// measures agreed, preconditions met and constraints broken. 0 when exact.
    /// </summary>
    public double LargestShareError => LeastKnownShare.StandardError;

    /// <summary>The share with that error, the first on a tie.</summary>
    internal Figure LeastKnownShare =>
    (
        (IEnumerable<Figure>)[
            .. Scenarios.SelectMany(series => series.Values),
            .. Dominance,
            .. Escalation.SelectMany(risk => risk.ByDate.Values.Append(risk.Inadvertent).Append(risk.Deliberate).Concat(risk.Roots)),
            .. Events.Select(one => one.AtLeastOnce),
            .. Measures.SelectMany(one => (Figure[])[one.Agreed, one.AgreedEarly, one.AllPreconditionsEver]),
            .. ConstraintsBroken,
        ]).DefaultIfEmpty().MaxBy(figure => figure.StandardError);

    /// <summary>Whether the figures are exact chances over all configurations; otherwise they are sampled.</summary>
    public bool IsExact { get; init; }
}

/// <summary>How precisely shares were asked for and are known.</summary>
/// <param name="Asked">The largest standard error wanted.</param>
/// <param name="Reached">The largest standard error there is, see <see cref="FuturesResult.LargestShareError"/>.</param>
/// <param name="Rounds">How many runs it took, each with all paths of the one before and more; the figures are those of the last.</param>
public sealed record Precision(double Asked, double Reached, int Rounds)
{
    /// <summary>Whether no share has a larger error than was asked for.</summary>
    public bool IsMet => Reached <= Asked;
}

/// <summary>A figure with its standard error and, when judgements were drawn, its band.</summary>
/// <param name="Mean">The mean over draws.</param>
/// <param name="StandardError">Its standard error; 0 when exact.</param>
/// <param name="Lower">5 % end of the band over judgements, or null without draws.</param>
/// <param name="Upper">95 % end of the band, or null without draws.</param>
/// <param name="Spread">What can be said of the band.</param>
public readonly record struct Figure(double Mean, double StandardError, double? Lower, double? Upper, SpreadNote Spread)
{
    /// <summary>An exact figure.</summary>
    /// <param name="value">Its value.</param>
    public static Figure Exactly(double value) => new(value, 0, null, null, default);

    /// <summary>Of a difference, whether it cannot be told from none: at most two standard errors.</summary>
    public bool IsWithinNoise => IsNoise(Mean, StandardError);

    /// <summary>Whether a difference cannot be told from none.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="standardError">Its standard error.</param>
    internal static bool IsNoise(double difference, double standardError) => Math.Abs(difference) <= 2 * standardError;
}

/// <summary>What can be said of a band.</summary>
/// <param name="Kind">Whether it can be read.</param>
/// <param name="PathsNeeded">Paths per draw that would do, when more are needed; otherwise 0.</param>
public readonly record struct SpreadNote(SpreadKind Kind, long PathsNeeded);

/// <summary>Whether a band can be read.</summary>
public enum SpreadKind
{
    /// <summary>No band was asked for or it can be read as it is.</summary>
    Plain,

    /// <summary>Chance within draws explains all of the spread: no spread found.</summary>
    NoneFound,

    /// <summary>Chance is more than a fifth of the spread: more paths are needed for the band.</summary>
    MorePathsNeeded,
}

/// <summary>A figure by date.</summary>
/// <param name="Values">One figure per date.</param>
public sealed record FigureSeries(ImmutableArray<Figure> Values);

/// <summary>Escalation to a severity or beyond.</summary>
/// <param name="Severity">The severity, its place in the model's scale.</param>
/// <param name="ByDate">Share of runs with at least one event of at least this severity before each date.</param>
/// <param name="Expected">Mean number of such events per run.</param>
/// <param name="Inadvertent">Share of runs whose first such event came by the inadvertent pathway.</param>
/// <param name="Deliberate">Share of runs whose first such event came by the deliberate pathway.</param>
/// <param name="Roots">Share of runs by root event of the first such event, in declaration order of the events.</param>
/// <param name="ByScenario">Mean number of such events a year while in each scenario at the start of the step; null where the scenario never holds.</param>
/// <param name="Onward">Share of the chains of events reaching this severity that go on to the next step of the scale; null at the top or when never reached.</param>
public sealed record SeverityRisk(
    int Severity,
    FigureSeries ByDate,
    Figure Expected,
    Figure Inadvertent,
    Figure Deliberate,
    ImmutableArray<Figure> Roots,
    ImmutableArray<double?> ByScenario,
    double? Onward)
{
    /// <summary>
    /// Of the events counted in <see cref="ByScenario"/> the share, 0 to 1, in steps begun in that scenario only because of past events: with
    /// nothing occurred and all counts 0 the rules would have given another one. How far the rate says no more than the rule does. By scenario;
    /// null where no event was counted.
    /// </summary>
    public ImmutableArray<double?> ByPastEvents { get; init; } = [];

    /// <summary>The standard errors of <see cref="ByScenario"/>; null where the scenario never holds. Empty when exact, and for the alternatives of a comparison.</summary>
    public ImmutableArray<double?> ByScenarioErrors { get; init; } = [];

    /// <summary>The standard error of <see cref="Onward"/>, or null.</summary>
    public double? OnwardError { get; init; }
}

/// <summary>How often an event happened.</summary>
/// <param name="Event">The event.</param>
/// <param name="AtLeastOnce">Share of runs in which it happened.</param>
/// <param name="Expected">Mean number per run.</param>
/// <param name="OutcomeShares">Share of each outcome among all of its happenings; zeros when it never happened.</param>
public sealed record EventFigures(EventId Event, Figure AtLeastOnce, Figure Expected, ImmutableArray<double> OutcomeShares)
{
    /// <summary>The standard errors of <see cref="OutcomeShares"/>; zeros when it never happened. Empty when exact, and for the alternatives of a comparison.</summary>
    public ImmutableArray<double> OutcomeErrors { get; init; } = [];
}

/// <summary>What became of a measure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Agreed">Share of runs in which it was agreed at some time.</param>
/// <param name="AgreedEarly">Share of runs in which it was agreed without its preconditions.</param>
/// <param name="InForce">Share of runs in which it is in force, by date.</param>
/// <param name="Preconditions">Share of runs in which each precondition holds, by precondition and date.</param>
/// <param name="AllPreconditionsEver">Share of runs in which all preconditions held together at some time; 1 without any.</param>
public sealed record MeasureFigures(
    MeasureId Measure,
    Figure Agreed,
    Figure AgreedEarly,
    ImmutableArray<double> InForce,
    ImmutableArray<ImmutableArray<double>> Preconditions,
    Figure AllPreconditionsEver)
{
    /// <summary>The standard errors of <see cref="InForce"/>; empty when exact, and for the alternatives of a comparison.</summary>
    public ImmutableArray<double> InForceErrors { get; init; } = [];

    /// <summary>Those of <see cref="Preconditions"/>, by precondition and date.</summary>
    public ImmutableArray<ImmutableArray<double>> PreconditionErrors { get; init; } = [];
}

/// <summary>How far a belief is from the thing.</summary>
/// <param name="Image">The image factor.</param>
/// <param name="MeanDistance">Mean absolute distance in states, by date.</param>
/// <param name="SeenWorse">Share of time in which the holder sees it worse than it is.</param>
public sealed record ImageFigures(FactorId Image, ImmutableArray<double> MeanDistance, Figure SeenWorse)
{
    /// <summary>The standard errors of <see cref="MeanDistance"/>; empty when exact, and for the alternatives of a comparison.</summary>
    public ImmutableArray<double> MeanDistanceErrors { get; init; } = [];
}

/// <summary>How a strategy compares with the baseline on the same random numbers.</summary>
/// <param name="Strategy">The strategy, or null for no measures at all.</param>
/// <param name="Futures">What came out under it.</param>
/// <param name="ScenarioDifferences">Share at the horizon less that under the baseline, by scenario; the error is that of the paired difference.</param>
/// <param name="EscalationDifferences">Share of runs with at least one event of at least each severity, less that under the baseline; paired.</param>
public sealed record StrategyOutcome(
    StrategyId? Strategy,
    FuturesResult Futures,
    ImmutableArray<Figure> ScenarioDifferences,
    ImmutableArray<Figure> EscalationDifferences);
