using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>Every claim of the sources with what the model answers: failures first, then what is open, then what holds.</summary>
internal static class ClaimTables
{
    public const string SectionId = "annex-claims";

    private static readonly Verdict[] Order = [Verdict.Fails, Verdict.Undecided, Verdict.Vacuous, Verdict.Holds];

    /// <summary>The part of the annex; none when the claims were not run.</summary>
    public static IEnumerable<Section> Part(BriefContext context)
    {
        if (context.Result.Verification is not { } verification)
        {
            yield break;
        }

        yield return new Section(SectionId, context.Voice.Word(ClaimWords.AnnexHeading), verification.Claims.IsEmpty
            ? [new RemarkList([new RemarkItem(context.Voice.Word(ClaimWords.None))])]
            : [.. Order.Select(verdict => Table(context, verification.Claims, verdict)).Where(table => !table.Rows.IsEmpty)]);
    }

    private static Table Table(BriefContext context, ImmutableArray<ClaimOutcome> claims, Verdict verdict)
    {
        var voice = context.Voice;
        var rows = claims.Where(outcome => outcome.Verdict == verdict).ToList();
        return new Table(
            TableIds.Claims + "-" + Id(verdict),
            voice.Say(ClaimWords.Caption, voice.Word(ClaimWords.GroupOf(verdict)), voice.Whole(rows.Count), voice.Whole(claims.Length)),
            [.. new[] { ClaimWords.Claim, ClaimWords.Statement, ClaimWords.Figures, AnnexWords.Source }.Select(words => new Column(voice.Word(words)))],
            [.. rows.Select(outcome => Row(context, outcome))]);
    }

    private static string Id(Verdict verdict) => verdict switch { Verdict.Fails => "fails", Verdict.Undecided => "undecided", Verdict.Vacuous => "vacuous", _ => "holds" };

    private static ImmutableArray<Phrase> Row(BriefContext context, ClaimOutcome outcome)
    {
        var claim = context.Model.Claims[outcome.Claim];
        Phrase source = claim.Provenance.Sources.IsEmpty ? context.Voice.Word(CommonWords.Judgement) : context.References(claim.Provenance);
        if (!claim.Provenance.Items.IsEmpty)
        {
            source += " (";
            source += new AnalystText(string.Join(", ", claim.Provenance.Items));
            source += ")";
        }

        return [ClaimsPart.Named(context, outcome), new AnalystText(context.Statement(claim.Statement)), Figures(context, outcome), source];
    }

    private static Phrase Figures(BriefContext context, ClaimOutcome outcome)
    {
        var (voice, shares) = (context.Voice, context.Shares);
        var told = new List<Phrase>();
        foreach (var figure in outcome.Figures)
        {
            var value = shares.Measured(figure.Value, figure.StandardError, isSigned: figure.Kind is ClaimFigureKind.Difference or ClaimFigureKind.AfterFading);
            // The quantities of an order stand in one list.
            if (figure.Kind == ClaimFigureKind.Ordered && told.Count > 0)
            {
                told[^1] += " · " + value;
                continue;
            }

            told.Add(figure.Kind switch
            {
                ClaimFigureKind.Second => voice.Say(ClaimWords.Second, value),
                ClaimFigureKind.Difference => voice.Say(ClaimWords.Difference, figure.IsWithinNoise ? voice.Say(ClaimWords.WithinNoise, value) : value),
                ClaimFigureKind.AfterFading => voice.Say(ClaimWords.AfterFading, value),
                ClaimFigureKind.Ordered => voice.Say(ClaimWords.Ordered, value),
                ClaimFigureKind.Violations => voice.Say(ClaimWords.Violations, value),
                _ => value,
            });
        }

        if (outcome is { Verdict: Verdict.Vacuous, Premise: { } premise })
        {
            told.Add(premise switch
            {
                0 => voice.Word(ClaimWords.PremiseNever),
                1 => voice.Word(ClaimWords.PremiseOnce),
                _ => voice.Say(ClaimWords.PremiseCount, voice.Whole(premise)),
            });
        }

        if (outcome.Margin is { } margin)
        {
            told.Add(voice.Say(ClaimWords.Margin, shares.Measured(margin, outcome.MarginError ?? 0, isSigned: true)));
        }

        return told.Count == 0 ? voice.Word(ClaimWords.NoFigures) : Voice.Join("; ", told);
    }
}
