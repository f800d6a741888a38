using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>What the model states besides factors, influences and rules; a table stands only where there is something for it.</summary>
internal static class CatalogueTables
{
    /// <summary>What moves the factors: tendencies, what events do, what happened before.</summary>
    public static IEnumerable<Block> Moving(BriefContext context) => Filled([Tendencies(context), Outcomes(context), History(context)]);

    /// <summary>What can be done.</summary>
    public static IEnumerable<Block> Measures(BriefContext context) => Filled([MeasureTable(context)]);

    /// <summary>What options are valued by, what to observe and to ask, and what the writer noted.</summary>
    public static IEnumerable<Block> Watching(BriefContext context)
    {
        var (voice, model) = (context.Voice, context.Model);
        var silent = model.Actors.Index().Where(pair => pair.Item.Positions.IsEmpty).Select(pair => context.Actor(new ActorId(pair.Index))).ToList();
        ImmutableArray<RemarkItem> remarks =
        [
            .. silent.Count == 0 ? ImmutableArray<RemarkItem>.Empty : [new RemarkItem(voice.Say(CatalogueWords.ActorsWithout, Voice.Join("; ", silent)))],
            .. model.Items.IsEmpty ? ImmutableArray<RemarkItem>.Empty : [new RemarkItem(voice.Say(CatalogueWords.Items, voice.Whole(model.Items.Length)))],
        ];
        return
        [
            .. Filled([Objective(context), ObservationTables.Indicators(context), ObservationTables.Questions(context), ObservationTables.Evidence(context), Notes(context)]),
            .. remarks.IsEmpty ? ImmutableArray<Block>.Empty : [new RemarkList(remarks)],
        ];
    }

    private static IEnumerable<Block> Filled(IEnumerable<Table> tables) => tables.Where(table => !table.Rows.IsEmpty);

    private static Table Tendencies(BriefContext context) => ModelTables.New(
        context,
        TableIds.Tendencies,
        CatalogueWords.Tendencies,
        [ModelTables.Text(AnnexWords.Factor), ModelTables.Text(AnnexWords.Weight), ModelTables.Text(AnnexWords.Reason), ModelTables.Text(AnnexWords.Source)],
        context.Model.Tendencies.Select(tendency => ImmutableArray.Create(
            context.Factor(tendency.Factor),
            tendency.Lean.Towards is { } state
                ? context.Voice.Say(CatalogueWords.Towards, context.Voice.Range(tendency.Lean.Weight), context.Voice.Quote(context.State(tendency.Factor, state)))
                : context.Voice.Say(CatalogueWords.AlongOrder, context.Voice.Range(tendency.Lean.Weight)),
            context.Reason(tendency.Provenance),
            ModelTables.Origin(context, tendency.Provenance))));

    private static Table Outcomes(BriefContext context) => ModelTables.New(
        context,
        TableIds.Outcomes,
        CatalogueWords.Outcomes,
        [
            ModelTables.Text(AnnexWords.Event), ModelTables.Text(CatalogueWords.Severity), ModelTables.Text(CatalogueWords.Path),
            ModelTables.Text(CatalogueWords.Effects), ModelTables.Text(AnnexWords.Source),
        ],
        from pair in context.Model.Events.Index()
        from outcome in pair.Item.Outcomes
        select ImmutableArray.Create(
            pair.Item.Outcomes.Length == 1
                ? context.Event(new EventId(pair.Index))
                : context.Voice.Say(
                    CatalogueWords.Outcome, context.Event(new EventId(pair.Index)), context.Voice.Analyst(outcome.Title, outcome.Id), context.Voice.Range(outcome.Weight)),
            outcome.Severity is { } severity ? context.Severity(severity) : "–",
            pair.Item.Pathway switch
            {
                Pathway.Inadvertent => context.Voice.Word(CatalogueWords.ByAccident),
                Pathway.Deliberate => context.Voice.Word(CatalogueWords.ByDecision),
                _ => "–",
            },
            EffectPhrases.All(context, outcome.Effects),
            ModelTables.Origin(context, pair.Item.Provenance)));

    private static Table History(BriefContext context) => ModelTables.New(
        context,
        TableIds.History,
        CatalogueWords.History,
        [ModelTables.Text(AnnexWords.Event), ModelTables.Text(AnnexWords.Date), ModelTables.Text(AnnexWords.Reason), ModelTables.Text(AnnexWords.Source)],
        context.Model.History.Select(past => ImmutableArray.Create(
            context.Event(past.Of), context.Voice.Date(past.On), context.Reason(past.Provenance), ModelTables.Origin(context, past.Provenance))));

    private static Table MeasureTable(BriefContext context) => ModelTables.New(
        context,
        TableIds.MeasureTerms,
        CatalogueWords.MeasuresCaption,
        [
            ModelTables.Text(AnnexWords.Measure), ModelTables.Text(AnnexWords.Of), ModelTables.Text(CatalogueWords.Terms),
            ModelTables.Text(CatalogueWords.Effects), ModelTables.Text(AnnexWords.Source),
        ],
        context.Model.Measures.Index().Select(pair => ImmutableArray.Create(
            context.Measure(new MeasureId(pair.Index)),
            pair.Item.By.IsEmpty ? "–" : Voice.Join(", ", pair.Item.By.Select(context.Actor)),
            Voice.Join("; ", Terms(context.Voice, pair.Item)),
            pair.Item.Early.IsEmpty
                ? EffectPhrases.All(context, pair.Item.Effects)
                : EffectPhrases.All(context, pair.Item.Effects) + "; " + context.Voice.Say(CatalogueWords.Early, EffectPhrases.All(context, pair.Item.Early)),
            ModelTables.Origin(context, pair.Item.Provenance))));

    private static IEnumerable<Phrase> Terms(Voice voice, Measure measure)
    {
        if (measure.Step is { } step)
        {
            yield return voice.Say(CatalogueWords.Step, Voice.Plain(step));
        }

        if (!measure.Preconditions.IsEmpty)
        {
            yield return voice.Word(measure.Gate == Gate.Strict ? CatalogueWords.Strict : CatalogueWords.Advisory);
        }

        yield return voice.Say(CatalogueWords.Uptake, voice.Range(measure.Uptake));
        if (measure.Lead is { } lead)
        {
            yield return voice.Say(CatalogueWords.Lead, voice.LengthDative(lead));
        }

        if (measure.Pause is { } pause)
        {
            yield return voice.Say(CatalogueWords.Pause, voice.Length(pause));
        }

        if (measure.Cost != 0)
        {
            yield return voice.Say(CatalogueWords.Cost, voice.Stated(measure.Cost));
        }
    }

    private static Table Objective(BriefContext context)
    {
        var (voice, objective) = (context.Voice, context.Model.Objective);
        var rows = objective is null
            ? []
            : objective.Order.Index().Select(pair => (Name: context.Kind(pair.Item), Value: Voice.Plain(pair.Index + 1)))
                .Concat(objective.Weights.Select(pair => (Name: context.Kind(pair.Scenario), Value: voice.StatedSigned(pair.Weight))))
                .Concat(objective.SeverityWeights.Select(pair => (Name: voice.Quote(context.Severity(pair.Severity)), Value: voice.StatedSigned(pair.Weight))));
        return new Table(
            TableIds.Objective,
            voice.Word(CatalogueWords.Objective),
            [new Column(voice.Word(CatalogueWords.ValuedBy)), new Column(voice.Word(CatalogueWords.Place))],
            [.. rows.Select(row => ImmutableArray.Create(row.Name, (Phrase)row.Value))])
        {
            Label = objective?.Provenance.Label ?? EvidenceLabel.ExpertJudgement,
        };
    }

    private static Table Notes(BriefContext context) => ModelTables.New(
        context,
        TableIds.Notes,
        CatalogueWords.Notes,
        [ModelTables.Text(CatalogueWords.NoteText), ModelTables.Text(AnnexWords.Source)],
        context.Model.Notes.Select(note => ImmutableArray.Create(context.Voice.Analyst(note.Text, note.Id), ModelTables.Origin(context, note.Provenance))));
}
