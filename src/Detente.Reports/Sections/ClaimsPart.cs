using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>How many claims of the sources the model reproduces, and which ones it fails, by name.</summary>
internal static class ClaimsPart
{
    public static IEnumerable<Block> Blocks(BriefContext context)
    {
        if (context.Result.Verification is not { } verification)
        {
            yield break;
        }

        var (voice, claims) = (context.Voice, verification.Claims);
        yield return new Subheading(voice.Word(ClaimWords.Heading));
        if (claims.IsEmpty)
        {
            yield return BriefContext.Outputs(voice.Word(ClaimWords.None));
            yield break;
        }

        var failing = claims.Where(outcome => outcome.Verdict == Verdict.Fails).ToList();
        var lead = failing.Count switch
        {
            0 => Phrase.Empty,
            1 => voice.Say(ClaimWords.Fails, Named(context, failing[0]), context.Cited(context.Model.Claims[failing[0].Claim].Provenance)),
            _ => voice.Say(ClaimWords.FailsLead, voice.Spelled(failing.Count)),
        };
        yield return BriefContext.Outputs([Tally(context), .. Open(context), claims.Length == 1 ? Phrase.Empty : Where(context), lead]);
        if (failing.Count > 1)
        {
            yield return new StatementList([.. failing.Select(outcome => BriefContext.Outputs(voice.Say(
                ClaimWords.FailsItem, Named(context, outcome), context.Cited(context.Model.Claims[outcome.Claim].Provenance))))]);
        }
    }

    /// <summary>How many of the claims the model reproduces, in one sentence; empty without any.</summary>
    public static Phrase Tally(BriefContext context)
    {
        if (context.Result.Verification is not { Claims: { IsEmpty: false } claims })
        {
            return Phrase.Empty;
        }

        var (voice, holding) = (context.Voice, claims.Count(outcome => outcome.Verdict == Verdict.Holds));
        return (claims.Length, holding) switch
        {
            (1, 1) => voice.Word(ClaimWords.AllOne),
            (1, 0) => voice.Word(ClaimWords.NotTheOne),
            var (all, some) when all == some => voice.Say(ClaimWords.All, voice.Spelled(all)),
            var (all, none) when none == 0 => voice.Say(ClaimWords.HoldingNone, voice.Spelled(all)),
            var (all, some) => voice.Say(ClaimWords.Holding, voice.Spelled(all), Feminine(voice, some)),
        };
    }

    /// <summary>What the source says, in the analyst's words or, without a title, what the model must show.</summary>
    public static Phrase Named(BriefContext context, ClaimOutcome outcome)
    {
        var claim = context.Model.Claims[outcome.Claim];
        var title = claim.Title?.In(context.Voice.Language).Trim().TrimEnd('.');
        return new AnalystText(string.IsNullOrEmpty(title) ? context.Statement(claim.Statement) : title);
    }

    private static IEnumerable<Phrase> Open(BriefContext context)
    {
        var (voice, claims) = (context.Voice, context.Result.Verification!.Claims);
        if (claims.Length == 1)
        {
            yield break;
        }

        foreach (var (verdict, several, one) in new[]
        {
            (Verdict.Undecided, ClaimWords.Undecided, ClaimWords.UndecidedOne),
            (Verdict.Vacuous, ClaimWords.Vacuous, ClaimWords.VacuousOne),
        })
        {
            var count = claims.Count(outcome => outcome.Verdict == verdict);
            yield return count switch { 0 => Phrase.Empty, 1 => voice.Word(one), _ => voice.Say(several, voice.SpelledFirst(count)) };
        }
    }

    private static Phrase Where(BriefContext context) => new PlaceLink(ClaimTables.SectionId, context.Voice.Word(ClaimWords.Details));

    // "eins" stands alone only in counting.
    private static Phrase Feminine(Voice voice, int count) => count == 1 ? voice.Word(CommonWords.OneFeminine) : voice.Spelled(count);
}
