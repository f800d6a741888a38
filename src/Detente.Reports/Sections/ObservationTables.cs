using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>Indicators, dated questions and evidence of the model.</summary>
internal static class ObservationTables
{
    public static Table Indicators(BriefContext context)
    {
        var voice = context.Voice;
        return ModelTables.New(
            context,
            TableIds.Indicators,
            CatalogueWords.Indicators,
            [
                ModelTables.Text(CatalogueWords.Indicator), ModelTables.Text(AnnexWords.Factor), ModelTables.Text(CatalogueWords.Levels),
                ModelTables.Text(CatalogueWords.Threshold), ModelTables.Text(CatalogueWords.Watched), ModelTables.Text(AnnexWords.Source),
            ],
            context.Model.Indicators.Select(indicator => ImmutableArray.Create(
                voice.Analyst(indicator.Title, indicator.Id),
                context.Factor(indicator.Factor),
                Voice.Join("; ", indicator.Likelihood.Select((row, state) => voice.Say(
                    CatalogueWords.Row,
                    context.State(indicator.Factor, state),
                    Voice.Join(", ", row.Select((weight, level) => voice.Analyst(indicator.Levels[level].Title, indicator.Levels[level].Id) + " " + voice.Stated(weight)))))),
                indicator.Threshold is { } threshold ? voice.Analyst(indicator.Levels[threshold].Title, indicator.Levels[threshold].Id) : "–",
                Watched(voice, indicator),
                ModelTables.Origin(context, indicator.Provenance))));
    }

    public static Table Questions(BriefContext context)
    {
        var voice = context.Voice;
        return ModelTables.New(
            context,
            TableIds.Questions,
            CatalogueWords.Questions,
            [
                ModelTables.Text(CatalogueWords.Question), ModelTables.Text(CatalogueWords.Deadline), ModelTables.Text(AnnexWords.Rule),
                ModelTables.Text(CatalogueWords.Resolution), ModelTables.Text(AnnexWords.Source),
            ],
            context.Model.Questions.Select(question => ImmutableArray.Create(
                voice.Analyst(question.Text, question.Id),
                voice.Date(question.Deadline),
                question.Rule is { } rule ? context.Rule(rule) : "–",
                Resolution(voice, question),
                ModelTables.Origin(context, question.Provenance))));
    }

    public static Table Evidence(BriefContext context) => ModelTables.New(
        context,
        TableIds.Evidence,
        CatalogueWords.Observations,
        [
            ModelTables.Text(CatalogueWords.Observed), ModelTables.Text(AnnexWords.Date), ModelTables.Text(AnnexWords.Element),
            ModelTables.Text(CatalogueWords.Grade), ModelTables.Text(AnnexWords.Source),
        ],
        context.Model.Evidence.Select(evidence => ImmutableArray.Create(
            context.Voice.Analyst(evidence.Title, evidence.Id),
            context.Voice.Date(evidence.On),
            Finding(context, evidence.Finding),
            evidence.Grade is { } grade ? new AnalystText(grade) : "–",
            ModelTables.Origin(context, evidence.Provenance))));

    private static Phrase Watched(Voice voice, Indicator indicator)
    {
        Phrase owner = indicator.Owner is { Length: > 0 } name ? new AnalystText(name) : Phrase.Empty;
        var cadence = indicator.Cadence is { } period ? voice.Say(CatalogueWords.Every, voice.Length(period)) : Phrase.Empty;
        var words = Voice.Join(", ", new[] { owner, cadence }.Where(part => !part.IsEmpty));
        return words.IsEmpty ? "–" : words;
    }

    private static Phrase Resolution(Voice voice, Question question)
    {
        var words = question.Resolution is { } resolution
            ? voice.Say(CatalogueWords.ResolutionText, voice.Analyst(resolution.Source, ""), voice.Analyst(resolution.Counts, ""), voice.Analyst(resolution.Decides, ""))
                + (resolution.Annuls is { } annuls ? voice.Say(CatalogueWords.Annuls, voice.Analyst(annuls, "")) : Phrase.Empty)
            : Phrase.Empty;
        var outcome = question.Outcome is { } isYes ? voice.Word(isYes ? CatalogueWords.OutcomeYes : CatalogueWords.OutcomeNo) : "";
        words = Voice.Join("; ", new[] { words, outcome }.Where(part => !part.IsEmpty));
        return words.IsEmpty ? "–" : words;
    }

    private static Phrase Finding(BriefContext context, Finding finding)
    {
        switch (finding)
        {
            case EventFinding happened:
                return context.Event(happened.Of);
            case ReadingFinding reading:
                var indicator = context.Model.Indicators[reading.Indicator.Index];
                return context.Voice.Say(
                    CatalogueWords.Row,
                    context.Voice.Analyst(indicator.Title, indicator.Id),
                    context.Voice.Analyst(indicator.Levels[reading.Level].Title, indicator.Levels[reading.Level].Id));
            default:
                return "–";
        }
    }
}
