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
        AnnexSection.OrMissing(context, Measures(context), AnnexWords.Measures),
        AnnexSection.OrMissing(context, Preconditions(context), AnnexWords.Precondition),
        AnnexSection.OrMissing(context, Strategies(context), AnnexWords.Strategy),
    ];

    private static Table Factors(BriefContext context)
    {
        var roles = context.Result.Structure.Factors.ToDictionary(role => role.Factor);
        return New(
            context,
            TableIds.Factors,
            AnnexWords.FactorsCaption,
            [Text(AnnexWords.Factor), Text(AnnexWords.States), Number(AnnexWords.Influence), Number(AnnexWords.Dependence), Text(AnnexWords.Source), Text(AnnexWords.Label)],
            context.Model.Factors.Select((factor, i) =>
            {
                var id = new FactorId(i);
                var isRole = roles.TryGetValue(id, out var role);
                var states = factor.States.Select((_, state) => state == factor.Initial ? "●\u00a0" + context.State(id, state) : context.State(id, state));
                return ImmutableArray.Create<Phrase>(
                    context.Factor(id),
                    Voice.Join(" · ", states),
                    isRole ? context.Voice.Fixed(role.Influence, 1) : "–",
                    isRole ? context.Voice.Fixed(role.Dependence, 1) : "–",
                    Origin(context, factor.Provenance),
                    new LabelMark(factor.Provenance.Label));
            }));
    }

    private static Table Influences(BriefContext context) => New(
        context,
        TableIds.Influences,
        AnnexWords.InfluencesCaption,
        [Text(AnnexWords.Influence), Text(AnnexWords.Weight), Text(AnnexWords.Reason), Text(AnnexWords.Source), Text(AnnexWords.Label)],
        context.Model.Influences.Select(influence => ImmutableArray.Create<Phrase>(
            context.Voice.Say(DoubtWords.Arrow, context.Factor(influence.From), context.Factor(influence.To)),
            Weight(context, influence),
            context.Reason(influence.Provenance),
            Origin(context, influence.Provenance),
            new LabelMark(influence.Provenance.Label))));

    private static Phrase Weight(BriefContext context, Influence influence)
    {
        var voice = context.Voice;
        Phrase points = influence.Weight is { } weight
            ? voice.Range(weight)
            : Voice.Join("; ", influence.Cells.Where(cell => cell.Impact is not { Value: 0, IsUncertain: false }).Select(cell => voice.Say(
                AnnexWords.Cell,
                context.State(influence.From, cell.SourceState),
                context.State(influence.To, cell.TargetState),
                voice.Range(cell.Impact))));
        if (influence.When is not null)
        {
            points += "; " + voice.Word(AnnexWords.IsConditional);
        }

        return influence.Delay is { } delay ? points + "; " + voice.Say(AnnexWords.Delayed, voice.Length(delay)) : points;
    }

    private static Table Events(BriefContext context) => New(
        context,
        TableIds.Events,
        AnnexWords.EventsCaption,
        [Text(AnnexWords.Event), Text(AnnexWords.Trigger), Text(AnnexWords.Reason), Number(AnnexWords.Occurs), Text(AnnexWords.Source), Text(AnnexWords.Label)],
        context.Model.Events.Select((@event, i) => ImmutableArray.Create<Phrase>(
            context.Event(new EventId(i)),
            Trigger(context, @event),
            context.Reason(@event.Provenance),
            context.Futures.Events.FirstOrDefault(figures => figures.Event.Index == i) is { } found ? context.Shares.Cell(found.AtLeastOnce) : "–",
            Origin(context, @event.Provenance),
            new LabelMark(@event.Provenance.Label))));

    private static Phrase Trigger(BriefContext context, ModelEvent @event)
    {
        var voice = context.Voice;
        var words = @event.Trigger switch
        {
            Scheduled scheduled => voice.Say(AnnexWords.OnDates, Voice.Join(", ", scheduled.Dates.Select(date => (Phrase)voice.Date(date))), voice.Range(scheduled.Probability)),
            Stochastic random => voice.Say(AnnexWords.AtRate, voice.Range(random.Rate)),
            Consequence chain => Voice.Join("; ", chain.Causes.Select(cause => voice.Say(AnnexWords.After, context.Event(cause.Of), voice.Range(cause.Probability)))),
            _ => Phrase.Empty,
        };
        return @event.Multipliers.Length switch
        {
            0 => words,
            1 => words + "; " + voice.Word(AnnexWords.OneRule),
            var rules => words + "; " + voice.Say(AnnexWords.Rules, voice.Whole(rules)),
        };
    }

    /// <summary>Every measure in the baseline and under each strategy that changes it.</summary>
    private static Table Measures(BriefContext context) => New(
        context,
        TableIds.Measures,
        AnnexWords.MeasuresCaption,
        [Text(AnnexWords.Measure), Text(AnnexWords.World), Number(AnnexWords.AllMet), Number(AnnexWords.Agreed), Number(AnnexWords.AgreedEarly), Number(AnnexWords.InForce)],
        from measure in Enumerable.Range(0, context.Model.Measures.Length)
        from world in Worlds(context)
        let figures = world.Futures.Measures.FirstOrDefault(one => one.Measure.Index == measure)
        where figures is not null
        select ImmutableArray.Create<Phrase>(
            context.Measure(new MeasureId(measure)),
            world.Name,
            context.Shares.Cell(figures.AllPreconditionsEver),
            context.Shares.Cell(figures.Agreed),
            context.Shares.Cell(figures.AgreedEarly),
            figures.InForce.IsEmpty ? "–" : context.Shares.Cell(figures.InForce[^1], Math.Max(figures.Agreed.StandardError, Errors.OfShare(figures.InForce[^1], context.Runs)))))
        with
        {
            Label = EvidenceLabel.ModelOutput,
        };

    private static IEnumerable<(Phrase Name, FuturesResult Futures)> Worlds(BriefContext context) =>
        [(context.Voice.Word(AnnexWords.BaselineWorld), context.Futures), .. context.Result.Options.Select(option => (context.Strategy(option.Strategy), option.Futures))];

    private static Table Preconditions(BriefContext context) => New(
        context,
        TableIds.Preconditions,
        AnnexWords.PreconditionsCaption,
        [Text(AnnexWords.Measure), Text(AnnexWords.Precondition), Number(AnnexWords.AtStart), Number(AnnexWords.AtEnd), Text(AnnexWords.Reason), Text(AnnexWords.Source), Text(AnnexWords.Label)],
        from measure in Enumerable.Range(0, context.Model.Measures.Length)
        let figures = context.Futures.Measures.FirstOrDefault(one => one.Measure.Index == measure)
        from place in Enumerable.Range(0, context.Model.Measures[measure].Preconditions.Length)
        let precondition = context.Model.Measures[measure].Preconditions[place]
        let held = figures is not null && place < figures.Preconditions.Length ? figures.Preconditions[place] : []
        select ImmutableArray.Create<Phrase>(
            context.Measure(new MeasureId(measure)),
            context.Voice.Analyst(precondition.Title, precondition.Id),
            held.IsEmpty ? "–" : context.Shares.Cell(held[0], Errors.OfShare(held[0], context.Runs)),
            held.IsEmpty ? "–" : context.Shares.Cell(held[^1], Errors.OfShare(held[^1], context.Runs)),
            context.Reason(precondition.Provenance),
            Origin(context, precondition.Provenance),
            new LabelMark(precondition.Provenance.Label)));

    private static Table Strategies(BriefContext context) => New(
        context,
        TableIds.Strategies,
        AnnexWords.StrategiesCaption,
        [Text(AnnexWords.Strategy), Text(AnnexWords.Of), Text(AnnexWords.Pursued), Text(AnnexWords.Source), Text(AnnexWords.Label)],
        context.Model.Strategies.Select((strategy, i) =>
        {
            var name = context.Voice.Analyst(strategy.Title, strategy.Id);
            return ImmutableArray.Create<Phrase>(
                context.Model.Baseline.Contains(new StrategyId(i)) ? name + " (" + context.Voice.Word(AnnexWords.IsBaseline) + ")" : name,
                Voice.Join(", ", strategy.Of.Select(context.Actor)),
                strategy.Pursuits.IsEmpty ? context.Voice.Word(CommonWords.None) : Voice.Join(", ", strategy.Pursuits.Select(pursuit => context.Measure(pursuit.Measure))),
                Origin(context, strategy.Provenance),
                new LabelMark(strategy.Provenance.Label));
        }));

    private static Phrase Origin(BriefContext context, Provenance provenance) =>
        provenance.Sources.IsEmpty ? context.Voice.Word(CommonWords.Judgement) : context.References(provenance);

    private static (LocalizedText Words, bool IsNumeric) Text(LocalizedText words) => (words, false);

    private static (LocalizedText Words, bool IsNumeric) Number(LocalizedText words) => (words, true);

    // The label of a row is that of the judgement; its figures are the model's.
    private static Phrase Header(BriefContext context, (LocalizedText Words, bool IsNumeric) column) => column.IsNumeric
        ? context.Voice.Word(column.Words) + "\u00a0" + new LabelMark(EvidenceLabel.ModelOutput)
        : context.Voice.Word(column.Words);

    private static Table New(
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
