using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>The rules of the model in words, so that every comparison can be traced to the states it covers.</summary>
internal static class RuleTables
{
    public static IEnumerable<Block> From(BriefContext context) =>
    [
        AnnexSection.OrMissing(context, Kinds(context), AnnexWords.Kind),
        .. new[] { Elements(context) }.Where(table => !table.Rows.IsEmpty),
        AnnexSection.OrMissing(context, Preconditions(context), AnnexWords.Precondition),
        .. new[] { Limits(context) }.Where(table => !table.Rows.IsEmpty),
    ];

    private static Table Kinds(BriefContext context) => ModelTables.New(
        context,
        TableIds.KindRules,
        AnnexWords.RulesOfKinds,
        [ModelTables.Text(AnnexWords.Kind), ModelTables.Text(AnnexWords.Rule), ModelTables.Text(AnnexWords.Source)],
        context.Model.Scenarios.Select(kind => ImmutableArray.Create(
            context.Voice.Analyst(kind.Title, kind.Id),
            kind.Rule is ConstantCondition { Value: true } ? context.Voice.Word(AnnexWords.Otherwise) : context.Rule(kind.Rule),
            ModelTables.Origin(context, kind.Provenance))));

    /// <summary>When events can happen and what makes them more or less frequent, how long measures last, which states are barred.</summary>
    private static Table Elements(BriefContext context)
    {
        var (model, voice) = (context.Model, context.Voice);
        var events = model.Events.Index().SelectMany(pair => OfEvent(context, pair.Item).Select(rule => (Name: context.Event(new EventId(pair.Index)), rule.Words, rule.Provenance)));
        var measures = model.Measures.Index().Where(pair => pair.Item.SustainedBy is not null).Select(pair => (
            Name: context.Measure(new MeasureId(pair.Index)),
            Words: voice.Say(AnnexWords.Sustained, context.Rule(pair.Item.SustainedBy!)),
            pair.Item.Provenance));
        var barriers = model.Barred.Select(barrier => (
            Name: context.Factor(barrier.Factor),
            Words: voice.Say(AnnexWords.Barred, voice.List(barrier.States.Select(state => voice.Quote(context.State(barrier.Factor, state)))), context.Rule(barrier.While)),
            barrier.Provenance));
        return ModelTables.New(
            context,
            TableIds.Rules,
            AnnexWords.RulesOfElements,
            [ModelTables.Text(AnnexWords.Element), ModelTables.Text(AnnexWords.Rule), ModelTables.Text(AnnexWords.Reason), ModelTables.Text(AnnexWords.Source)],
            events.Concat(measures).Concat(barriers).Select(row => ImmutableArray.Create(
                row.Name, row.Words, context.Reason(row.Provenance), ModelTables.Origin(context, row.Provenance))));
    }

    private static IEnumerable<(Phrase Words, Provenance Provenance)> OfEvent(BriefContext context, ModelEvent @event)
    {
        var voice = context.Voice;
        if (@event.When is { } when)
        {
            yield return (voice.Say(AnnexWords.OnlyWhen, context.Rule(when)), @event.Provenance);
        }

        if (@event.Trigger is Consequence chain)
        {
            foreach (var cause in chain.Causes.Where(cause => cause.When is not null))
            {
                yield return (voice.Say(AnnexWords.CauseWhen, voice.Quote(context.Event(cause.Of)), context.Rule(cause.When!)), @event.Provenance);
            }
        }

        foreach (var multiplier in @event.Multipliers)
        {
            yield return (voice.Say(AnnexWords.Times, voice.Range(multiplier.Factor), context.Rule(multiplier.When)), multiplier.Provenance);
        }

        foreach (var outcome in @event.Outcomes)
        {
            foreach (var multiplier in outcome.Multipliers)
            {
                yield return (
                    voice.Say(AnnexWords.WeightTimes, voice.Quote(voice.Analyst(outcome.Title, outcome.Id)), voice.Range(multiplier.Factor), context.Rule(multiplier.When)),
                    multiplier.Provenance);
            }
        }
    }

    private static Table Preconditions(BriefContext context) => ModelTables.New(
        context,
        TableIds.Preconditions,
        AnnexWords.PreconditionsCaption,
        [
            ModelTables.Text(AnnexWords.Measure), ModelTables.Text(AnnexWords.Precondition), ModelTables.Text(AnnexWords.Rule),
            ModelTables.Number(AnnexWords.AtEndBaseline), ModelTables.Number(AnnexWords.AtEndWaiting), ModelTables.Text(AnnexWords.Reason), ModelTables.Text(AnnexWords.Source),
        ],
        from measure in Enumerable.Range(0, context.Model.Measures.Length)
        let baseline = context.Futures.Measures.FirstOrDefault(one => one.Measure.Index == measure)
        let waiting = MeasuresPart.Waiting(context, new MeasureId(measure))?.Figures
        from place in Enumerable.Range(0, context.Model.Measures[measure].Preconditions.Length)
        let precondition = context.Model.Measures[measure].Preconditions[place]
        select ImmutableArray.Create(
            context.Measure(new MeasureId(measure)),
            context.Voice.Analyst(precondition.Title, precondition.Id),
            context.Rule(precondition.When),
            AtEnd(context, baseline, place),
            AtEnd(context, waiting, place),
            context.Reason(precondition.Provenance),
            ModelTables.Origin(context, precondition.Provenance)));

    private static Phrase AtEnd(BriefContext context, Studies.MeasureFigures? figures, int precondition) =>
        figures is not null && precondition < figures.Preconditions.Length && !figures.Preconditions[precondition].IsEmpty
            ? context.Shares.Cell(figures.Preconditions[precondition][^1], Errors.OfShare(figures.Preconditions[precondition][^1], context.Runs))
            : "–";

    private static Table Limits(BriefContext context) => ModelTables.New(
        context,
        TableIds.Limits,
        AnnexWords.LimitsCaption,
        [
            ModelTables.Text(AnnexWords.Limit), ModelTables.Text(AnnexWords.Never),
            ModelTables.Text(AnnexWords.Reason), ModelTables.Text(AnnexWords.Source),
        ],
        context.Model.Constraints.Index().Select(pair => ImmutableArray.Create(
            context.LimitName(pair.Index),
            context.Rule(pair.Item.Never),
            context.Reason(pair.Item.Provenance),
            ModelTables.Origin(context, pair.Item.Provenance))));
}
