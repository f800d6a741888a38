using System.Collections.Immutable;
using System.Globalization;
using Detente.Language;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>Where the results come from, and the warnings of the program.</summary>
internal static class OriginTables
{
    public static Table Provenance(BriefContext context)
    {
        var (voice, provenance) = (context.Voice, context.Result.Provenance);
        var options = provenance.Study.Options;
        var rows = new (Models.LocalizedText Name, Phrase Value)[]
        {
            (AnnexWords.ModelId, new AnalystText(provenance.ModelId)),
            (AnnexWords.Hash, new AnalystText(provenance.ModelHash)),
            (AnnexWords.Engine, new AnalystText(provenance.Engine)),
            (AnnexWords.Seed, options.Seed.ToString(CultureInfo.InvariantCulture)),
            (AnnexWords.Draws, voice.Whole(options.Draws)),
            (AnnexWords.Paths, voice.Whole(options.Paths)),
            (AnnexWords.Exact, voice.Word(context.Futures.IsExact ? CommonWords.Yes : CommonWords.No)),
            (AnnexWords.Completeness, provenance.Completeness.IsComplete
                ? voice.Word(AnnexWords.Complete)
                : voice.Say(AnnexWords.Partly, voice.Whole(provenance.Completeness.Done), voice.Whole(provenance.Completeness.Asked))),
        };
        return new Table(
            TableIds.Provenance,
            voice.Word(AnnexWords.ProvenanceCaption),
            [new Column(voice.Word(AnnexWords.Item)), new Column(voice.Word(AnnexWords.Value))],
            [.. rows.Select(row => ImmutableArray.Create(voice.Word(row.Name), row.Value))]);
    }

    /// <summary>Warnings accepted in the model with their reasons, then those that nobody accepted.</summary>
    public static Block Warnings(BriefContext context)
    {
        var voice = context.Voice;
        var accepted = context.Model.Accepted.Select(warning => ImmutableArray.Create<Phrase>(
            new AnalystText(warning.Code),
            warning.At is { } at ? new AnalystText(at) : voice.Word(AnnexWords.Everywhere),
            voice.Analyst(warning.Because, warning.Code)));
        var open = All(context).Where(warning => warning.AcceptedBecause is null && !IsAccepted(context, warning)).Select(warning => ImmutableArray.Create<Phrase>(
            new AnalystText(warning.Code),
            warning.Element is { } element ? new AnalystText(element) : "–",
            voice.Say(AnnexWords.NotAccepted, voice.Analyst(warning.Message, warning.Code))));
        var table = new Table(
            TableIds.Warnings,
            voice.Word(AnnexWords.WarningsCaption),
            [new Column(voice.Word(AnnexWords.Code)), new Column(voice.Word(AnnexWords.Element)), new Column(voice.Word(AnnexWords.Accepted))],
            [.. accepted.Concat(open)])
        {
            Label = Models.EvidenceLabel.ExpertJudgement,
        };
        return table.Rows.IsEmpty ? new RemarkList([new RemarkItem(voice.Word(AnnexWords.NoWarnings))]) : table;
    }

    /// <summary>What was said while running and of the model as a whole, each once.</summary>
    private static IEnumerable<Diagnostic> All(BriefContext context) => context.Result.Provenance.Warnings
        .Concat(context.Result.Verification?.Warnings.Diagnostics ?? [])
        .DistinctBy(warning => (warning.Code, warning.Element, warning.Message.En));

    private static bool IsAccepted(BriefContext context, Diagnostic warning) =>
        context.Model.Accepted.Any(accepted => accepted.Code == warning.Code && (accepted.At is null || accepted.At == warning.Element));
}
