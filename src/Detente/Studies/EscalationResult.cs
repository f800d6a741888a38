using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>How it could escalate. Every share is a share of model runs, not a probability of the world.</summary>
/// <param name="Provenance">How it was made.</param>
public sealed record EscalationResult(ResultProvenance Provenance) : StudyResult(Provenance)
{
    /// <summary>First days of the steps 0 to n, n+1 in all.</summary>
    public ImmutableArray<DateOnly> Dates { get; init; } = [];

    /// <summary>Figures by severity, least grave first.</summary>
    public ImmutableArray<SeverityFigures> Severities { get; init; } = [];

    /// <summary>From the roots by way of events to severities: every run that has such an event once, by the first of its gravest.</summary>
    public EscalationFlows Flows { get; init; } = new([], []);

    /// <summary>The severity for which elements were taken out, its place on the scale.</summary>
    public int Severity { get; init; }

    /// <summary>What taking out each element changes, largest change of the total first.</summary>
    public ImmutableArray<EscalationChange> Changes { get; init; } = [];

    /// <summary>Why: of the measures taken out together, and of up to three single ones that move the deliberate figure most, if any does.</summary>
    public ImmutableArray<EscalationExplanation> Explanations { get; init; } = [];
}

/// <summary>Escalation to a severity or beyond.</summary>
/// <param name="Severity">The severity, its place on the model's scale.</param>
/// <param name="ByDate">Share of runs with at least one event of at least this severity before each date.</param>
/// <param name="First">Share of runs with at least one, and by the pathway of the first.</param>
/// <param name="Expected">Mean number of such events per run, in all and by their own pathway.</param>
public sealed record SeverityFigures(int Severity, FigureSeries ByDate, PathwayFigures First, PathwayFigures Expected)
{
    /// <summary>Share of runs by root event of the first such event; those that were one, most frequent first.</summary>
    public ImmutableArray<RootFigures> Roots { get; init; } = [];

    /// <summary>Share of runs by route to the first such event, most frequent first, those of at least 1 of 20 of such runs, ten at most.</summary>
    public ImmutableArray<RouteFigures> Routes { get; init; } = [];

    /// <summary>Share of runs in which the first such event came by another route.</summary>
    public Figure OtherRoutes { get; init; }

    /// <summary>How many other routes there were.</summary>
    public int OtherRouteCount { get; init; }

    /// <summary>Years from the start until the first such event, among the runs that have one: at 0.1, 0.5 and 0.9 of them; empty when fewer than 20 have one.</summary>
    public ImmutableArray<PassageTime> FirstTimes { get; init; } = [];

    /// <summary>Share of runs without such an event.</summary>
    public Figure Without { get; init; }

    /// <summary>Instability: share of the chains reaching this severity that go on to the next; null at the top or when none reached it. Without a band.</summary>
    public Figure? Onward { get; init; }
}

/// <summary>A figure in all and by pathway; the parts add up to the whole.</summary>
/// <param name="All">In all.</param>
/// <param name="Inadvertent">By accident or misreading.</param>
/// <param name="Deliberate">By decision.</param>
/// <param name="Neither">By neither pathway.</param>
public sealed record PathwayFigures(Figure All, Figure Inadvertent, Figure Deliberate, Figure Neither);

/// <summary>A figure by root event.</summary>
/// <param name="Root">The root.</param>
/// <param name="Share">The figures.</param>
public sealed record RootFigures(EventId Root, PathwayFigures Share);

/// <summary>A figure of a route: the sequence of events within one step from the root to the first event of a severity.</summary>
/// <param name="Links">The events with their outcomes, root first; one or more.</param>
/// <param name="Pathway">The pathway of the last one.</param>
/// <param name="Share">The figure.</param>
public sealed record RouteFigures(ImmutableArray<RouteLink> Links, Pathway Pathway, Figure Share);

/// <summary>An event with its outcome.</summary>
/// <param name="Event">The event.</param>
/// <param name="Outcome">Its outcome, the place in the event's list.</param>
public readonly record struct RouteLink(EventId Event, int Outcome);

/// <summary>How runs flow from the roots of their gravest events to the severities of these.</summary>
/// <param name="Nodes">Events and severities, by column; within one the most frequent event first, the gravest severity first.</param>
/// <param name="Flows">What flows between them, by places of nodes; what flows into an event flows out of it again.</param>
public sealed record EscalationFlows(ImmutableArray<EscalationNode> Nodes, ImmutableArray<EscalationFlow> Flows);

/// <summary>An event or a severity through which runs flow; exactly one of both is not null.</summary>
/// <param name="Event">The event.</param>
/// <param name="Severity">The severity, its place on the scale.</param>
/// <param name="Column">0 for roots, one more than its causes for other events, the last one for severities.</param>
/// <param name="Share">Share of runs.</param>
public sealed record EscalationNode(EventId? Event, int? Severity, int Column, PathwayFigures Share);

/// <summary>Runs that flow from one node to another.</summary>
/// <param name="From">The place of the node.</param>
/// <param name="To">The place of the node it leads to.</param>
/// <param name="Pathway">The pathway of the gravest event at the end.</param>
/// <param name="Share">Share of runs.</param>
public sealed record EscalationFlow(int From, int To, Pathway Pathway, Figure Share);

/// <summary>A quantile of a time.</summary>
/// <param name="Level">Which one, 0 to 1.</param>
/// <param name="Years">Years from the start, linear within a step. Its error is half the distance between the quantiles one standard error of the share away.</param>
public sealed record PassageTime(double Level, Figure Years);

/// <summary>Something that is taken out of the model.</summary>
public abstract record EscalationElement
{
    private protected EscalationElement()
    {
    }
}

/// <summary>A root event: it never happens.</summary>
/// <param name="Event">The event.</param>
public sealed record RootElement(EventId Event) : EscalationElement;

/// <summary>A cause of an event of a chain: it never leads to it.</summary>
/// <param name="Event">The event that is caused.</param>
/// <param name="Cause">The place among its causes.</param>
public sealed record CauseElement(EventId Event, int Cause) : EscalationElement;

/// <summary>A multiplier of an event or of one of its outcomes: it is 1.</summary>
/// <param name="Of">The event or outcome.</param>
/// <param name="Multiplier">The place among its multipliers.</param>
public sealed record MultiplierElement(EventReference Of, int Multiplier) : EscalationElement;

/// <summary>One effect of a measure while in force: it never acts.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Effect">The place among its effects.</param>
public sealed record MeasureEffectElement(MeasureId Measure, int Effect) : EscalationElement;

/// <summary>A condition without which an event, or one of its causes, does not come about: it always holds.</summary>
/// <param name="Event">The event.</param>
/// <param name="Cause">The place among its causes, or null for the condition of the event as a whole.</param>
public sealed record ConditionElement(EventId Event, int? Cause) : EscalationElement;

/// <summary>Measures: nobody pursues them.</summary>
/// <param name="Measures">One or more.</param>
public sealed record MeasuresElement(ImmutableArray<MeasureId> Measures) : EscalationElement;

/// <summary>What an element does, as taking it out shows; not what it is called.</summary>
public enum EscalationRole
{
    /// <summary>No figure changes by more than two standard errors.</summary>
    WithinNoise,

    /// <summary>With it there is more escalation.</summary>
    Amplifier,

    /// <summary>With it there is less.</summary>
    Brake,

    /// <summary>It moves only the shares of the pathways, not their sum.</summary>
    Shift,
}

/// <summary>What taking out an element changes: the world without it less the world as it is, path by path on the same random numbers.</summary>
/// <param name="Without">The element.</param>
/// <param name="Share">Change of the share of runs with at least one event of at least the severity, in all and by the pathway of the first.</param>
/// <param name="Expected">Change of the mean number of such events per run, in all and by their own pathway.</param>
/// <param name="Role">What it does to the share.</param>
public sealed record EscalationChange(EscalationElement Without, PathwayFigures Share, PathwayFigures Expected, EscalationRole Role)
{
    /// <summary>Whether a change cannot be told from none: at most two standard errors.</summary>
    /// <param name="change">The change.</param>
    public static bool IsNoise(Figure change) => Math.Abs(change.Mean) <= 2 * change.StandardError;
}

/// <summary>Why taking out measures changes what it changes.</summary>
/// <param name="Change">The change.</param>
public sealed record EscalationExplanation(EscalationChange Change)
{
    /// <summary>What becomes of the inadvertent share, path by path.</summary>
    public required PathwayFlow Inadvertent { get; init; }

    /// <summary>What becomes of the deliberate share, path by path.</summary>
    public required PathwayFlow Deliberate { get; init; }

    /// <summary>The change by root of the first event; those that change on any path, largest first.</summary>
    public ImmutableArray<RootFigures> Roots { get; init; } = [];

    /// <summary>The change by the causes over which the first event came; those that change on any path, largest first.</summary>
    public ImmutableArray<EdgeFigures> Edges { get; init; } = [];

    /// <summary>The change by route, largest first, five at most.</summary>
    public ImmutableArray<RouteFigures> Routes { get; init; } = [];

    /// <summary>Through which multipliers and conditions of the chain the measures act, as the model states it, and what is left without each.</summary>
    public ImmutableArray<MeasureLink> Links { get; init; } = [];

    /// <summary>What taking out the measures still changes when all <see cref="Links"/> are cut; null without any.</summary>
    public PathwayFigures? WithoutAllLinks { get; init; }
}

/// <summary>From where and to where runs move when elements are taken out. Net change = Gained - Lost + FromOther - ToOther.</summary>
/// <param name="Gained">Share of runs that had no such event and have one now, first by this pathway.</param>
/// <param name="Lost">Share of runs that had one, first by this pathway, and have none now.</param>
/// <param name="FromOther">Share of runs whose first one came by another pathway and now by this one.</param>
/// <param name="ToOther">Share of runs whose first one came by this pathway and now by another one.</param>
public sealed record PathwayFlow(Figure Gained, Figure Lost, Figure FromOther, Figure ToOther);

/// <summary>A figure of a cause.</summary>
/// <param name="From">The event that led on, with its outcome.</param>
/// <param name="To">The event it led to.</param>
/// <param name="Share">The figures.</param>
public sealed record EdgeFigures(RouteLink From, EventId To, PathwayFigures Share);

/// <summary>A way in which measures act on the chain.</summary>
/// <param name="Through">The factor that the measures act on and the target reads; null when the target is theirs or reads them directly.</param>
/// <param name="Target">What acts on the chain: a multiplier, a condition, or a measure's own multiplication.</param>
/// <param name="Left">What taking out the measures still changes in a world in which the target is out as well: the less, the more they act through it.</param>
public sealed record MeasureLink(FactorId? Through, EscalationElement Target, PathwayFigures Left);
