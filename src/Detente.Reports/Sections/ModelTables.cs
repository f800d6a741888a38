using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>The model in tables: what is judged, with its reason, source and label.</summary>
internal static class ModelTables
{
    public static IEnumerable<Block> From(BriefContext context) =>
    [
        AnnexSection.OrMissing(context, Factors(context), AnnexWords.Factors),
        AnnexSection.OrMissing(context, Influences(context), AnnexWords.Influence),
        AnnexSection.OrMissing(context, Events(context), AnnexWords.Event),
        .. CatalogueTables.Moving(context),
        .. RuleTables.From(context),
        .. CatalogueTables.Measures(context),
        AnnexSection.OrMissing(context, Strategies(context), AnnexWords.Strategy),
        .. CatalogueTables.Watching(context),
    ];

    private static Table Factors(BriefContext context)
    {
        var roles = context.Result.Structure.Factors.ToDictionary(role => role.Factor);
        return New(
            context,
            TableIds.Factors,
            AnnexWords.FactorsCaption,
            [Text(AnnexWords.Factor), Text(AnnexWords.States), Text(CatalogueWords.FactorNature), Number(AnnexWords.Influence), Number(AnnexWords.Dependence), Text(AnnexWords.Source)],
            context.Model.Factors.Select((factor, i) =>
            {
                var id = new FactorId(i);
                var isRole = roles.TryGetValue(id, out var role);
                var states = factor.States.Select((_, state) => state == factor.Initial ? "●\u00a0" + context.State(id, state) : context.State(id, state));
                return ImmutableArray.Create<Phrase>(
                    context.Factor(id),
                    Voice.Join(" · ", states),
                    Nature(context, factor),
                    isRole ? context.Voice.Fixed(role.Influence, 1) : "–",
                    isRole ? context.Voice.Fixed(role.Dependence, 1) : "–",
                    Origin(context, factor.Provenance));
            }));
    }

    /// <summary>Group, whose decision or whose image it is, since when it stands, how slowly it moves.</summary>
    private static Phrase Nature(BriefContext context, Factor factor)
    {
        var (voice, model) = (context.Voice, context.Model);
        var parts = new List<Phrase>();
        if (factor.Group is { } id && model.Groups.FirstOrDefault(group => group.Id == id) is { } group)
        {
            parts.Add(voice.Say(CatalogueWords.Group, voice.Quote(voice.Analyst(group.Title, group.Id))));
        }

        if (factor.Image is { } image)
        {
            parts.Add(voice.Say(CatalogueWords.ImageOf, context.Factor(image.Of), context.Actor(image.HeldBy)));
        }

        if (factor.Of is { } actor)
        {
            parts.Add(voice.Say(CatalogueWords.DecisionOf, context.Actor(actor)));
        }

        if (factor.Since is { } since)
        {
            parts.Add(voice.Say(CatalogueWords.Since, voice.MonthOf(since)));
        }

        if (factor.Inertia is { } inertia)
        {
            parts.Add(inertia.Up == inertia.Down
                ? voice.Say(CatalogueWords.InertiaBoth, Slowness(voice, inertia.Up))
                : voice.Say(CatalogueWords.InertiaApart, Slowness(voice, inertia.Up), Slowness(voice, inertia.Down)));
        }

        return parts.Count == 0 ? "–" : Voice.Join("; ", parts);
    }

    private static Phrase Slowness(Voice voice, PeriodEstimate? period) => period switch
    {
        null => voice.Word(CatalogueWords.OnlyEvents),
        { } known when known.Low == known.High => voice.Length(known.Value),
        { } known => voice.Length(known.Value) + " (" + voice.Say(FrameWords.FromTo, voice.Length(known.Low), voice.Length(known.High)) + ")",
    };

    private static Table Influences(BriefContext context) => New(
        context,
        TableIds.Influences,
        AnnexWords.InfluencesCaption,
        [Text(AnnexWords.Influence), Text(AnnexWords.Weight), Text(AnnexWords.Reason), Text(AnnexWords.Source)],
        context.Model.Influences.Select(influence => ImmutableArray.Create<Phrase>(
            context.Arrow(influence),
            context.Points(influence),
            context.Reason(influence.Provenance),
            Origin(context, influence.Provenance))));

    private static Table Events(BriefContext context) => New(
        context,
        TableIds.Events,
        AnnexWords.EventsCaption,
        [Text(AnnexWords.Event), Text(AnnexWords.Trigger), Text(AnnexWords.Reason), Number(AnnexWords.Occurs), Text(AnnexWords.Source)],
        context.Model.Events.Select((@event, i) => ImmutableArray.Create<Phrase>(
            context.Event(new EventId(i)),
            Trigger(context, @event),
            context.Reason(@event.Provenance),
            context.Futures.Events.FirstOrDefault(figures => figures.Event.Index == i) is { } found ? context.Shares.Cell(found.AtLeastOnce) : "–",
            Origin(context, @event.Provenance))));

    private static Phrase Trigger(BriefContext context, ModelEvent @event)
    {
        var voice = context.Voice;
        return @event.Trigger switch
        {
            Scheduled { Probability: { Value: 1, IsUncertain: false } } due => voice.Say(AnnexWords.OnDatesSurely, Voice.Join(", ", due.Dates.Select(date => (Phrase)voice.Date(date)))),
            Scheduled scheduled => voice.Say(AnnexWords.OnDates, Voice.Join(", ", scheduled.Dates.Select(date => (Phrase)voice.Date(date))), voice.Range(scheduled.Probability)),
            Stochastic random => voice.Say(AnnexWords.AtRate, voice.Range(random.Rate)),
            Consequence chain => Voice.Join("; ", chain.Causes.Select(cause => voice.Say(AnnexWords.After, context.Event(cause.Of), voice.Range(cause.Probability)))),
            _ => Phrase.Empty,
        };
    }

    private static Table Strategies(BriefContext context) => New(
        context,
        TableIds.Strategies,
        AnnexWords.StrategiesCaption,
        [Text(AnnexWords.Strategy), Text(AnnexWords.Of), Text(AnnexWords.Pursued), Text(AnnexWords.Source)],
        context.Model.Strategies.Select((strategy, i) =>
        {
            var name = context.Voice.Analyst(strategy.Title, strategy.Id);
            return ImmutableArray.Create<Phrase>(
                context.Model.Baseline.Contains(new StrategyId(i)) ? name + " (" + context.Voice.Word(AnnexWords.IsBaseline) + ")" : name,
                Voice.Join(", ", strategy.Of.Select(context.Actor)),
                strategy.Pursuits.IsEmpty ? context.Voice.Word(CommonWords.None) : Voice.Join("; ", strategy.Pursuits.Select(pursuit => Pursued(context, pursuit))),
                Origin(context, strategy.Provenance));
        }));

    private static Phrase Pursued(BriefContext context, Pursuit pursuit)
    {
        var voice = context.Voice;
        var measure = context.Measure(pursuit.Measure);
        measure = pursuit.When is { } when ? measure + ", " + voice.Say(AnnexWords.When, context.Rule(when)) : measure;
        measure = pursuit.Until is { } until ? measure + ", " + voice.Say(AnnexWords.Until, context.Rule(until)) : measure;
        return pursuit.After.IsEmpty ? measure : measure + ", " + voice.Say(AnnexWords.FollowsOn, voice.List(pursuit.After.Select(one => voice.Quote(context.Measure(one)))));
    }

    /// <summary>The source, or that there is none, with the mark of the label.</summary>
    public static Phrase Origin(BriefContext context, Provenance provenance) =>
        (provenance.Sources.IsEmpty ? context.Voice.Word(CommonWords.Judgement) : context.References(provenance)) + "\u00a0" + new LabelMark(provenance.Label);

    public static (LocalizedText Words, bool IsNumeric) Text(LocalizedText words) => (words, false);

    public static (LocalizedText Words, bool IsNumeric) Number(LocalizedText words) => (words, true);

    // The label of a row is that of the judgement; its figures are the model's.
    private static Phrase Header(BriefContext context, (LocalizedText Words, bool IsNumeric) column) => column.IsNumeric
        ? context.Voice.Word(column.Words) + "\u00a0" + new LabelMark(EvidenceLabel.ModelOutput)
        : context.Voice.Word(column.Words);

    /// <summary>A table whose rows carry their own labels; a column of figures carries that of the model.</summary>
    public static Table New(
        BriefContext context,
        string id,
        LocalizedText caption,
        ImmutableArray<(LocalizedText Words, bool IsNumeric)> columns,
        IEnumerable<ImmutableArray<Phrase>> rows) => new(
            id,
            context.Voice.Word(caption),
            [.. columns.Select(column => new Column(Header(context, column), column.IsNumeric))],
            [.. rows])
        {
            Label = null,
        };
}
