using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>What is uncertain: claims of the sources that fail, dissent, the start, the spreads, and what rests on judgement alone.</summary>
internal static class DoubtSection
{
    private const int WeakestNamed = 2;
    private const int RejectedNamed = 3;

    public static Section From(BriefContext context)
    {
        var voice = context.Voice;
        var completeness = context.Result.Provenance.Completeness;
        ImmutableArray<Paragraph> limits =
        [
            .. new Phrase[][]
            {
                [context.HasShares && !context.HasBands ? voice.Word(DoubtWords.NoBands) : Phrase.Empty],
                [Rejected(context), Relaxation(context), RestPoints(context)],
                [Labels(context), Weakest(context)],
                [completeness.IsComplete ? Phrase.Empty : voice.Say(DoubtWords.Incomplete, voice.Whole(completeness.Done), voice.Whole(completeness.Asked))],
            }.Select(sentences => BriefContext.Outputs(sentences)).Where(paragraph => !paragraph.Passages.IsEmpty),
        ];
        return new Section("doubt", voice.Word(DoubtWords.Heading),
        [
            .. ClaimsPart.Blocks(context),
            .. DissentPart.Blocks(context),
            .. limits.IsEmpty ? ImmutableArray<Block>.Empty : [new Subheading(voice.Word(DoubtWords.Limits)), new StatementList(limits)],
        ]);
    }

    /// <summary>Factors whose own influences do not hold them where they start.</summary>
    private static Phrase Rejected(BriefContext context)
    {
        var voice = context.Voice;
        ImmutableArray<RejectedStart> rejected = context.Result.Verification is { } verification ? verification.Warnings.RejectedStarts : [];
        var named = rejected.OrderByDescending(start => start.LeadHundredths).Take(RejectedNamed).Select(start =>
        {
            var from = context.Model.Factors[start.Factor.Index].Initial is { } initial ? voice.Quote(context.State(start.Factor, initial)) : "–";
            return voice.Say(DoubtWords.RejectedFactor, context.Factor(start.Factor), from, voice.Quote(context.State(start.Factor, start.Preferred)));
        });
        return rejected.Length switch
        {
            0 => Phrase.Empty,
            1 => voice.Say(DoubtWords.RejectedOne, voice.List(named)),
            var several => voice.Say(
                DoubtWords.Rejected, voice.Spelled(several), several > RejectedNamed ? voice.Say(DoubtWords.AboveAll, voice.List(named)) : voice.List(named)),
        };
    }

    private static Phrase Relaxation(BriefContext context) => (context.Result.Verification?.Warnings.RelaxationShare ?? context.Futures.RelaxationShare) switch
    {
        null or <= ModelWarnings.LargestRelaxation => Phrase.Empty,
        >= 1 => context.Voice.Word(DoubtWords.RelaxationAll),
        { } share => context.Voice.Say(DoubtWords.Relaxation, context.Shares.Of(share, Errors.OfShare(share, context.Runs))),
    };

    private static Phrase RestPoints(BriefContext context) => context.Result.Verification?.Warnings.RestPoints switch
    {
        null or { Count: 0 } => Phrase.Empty,
        { Count: 1, IsComplete: true } => context.Voice.Word(DoubtWords.RestPointOne),
        { Count: 1 } => context.Voice.Word(DoubtWords.RestPointLeast),
        { } points => context.Voice.Say(points.IsComplete ? DoubtWords.RestPoints : DoubtWords.RestPointsLeast, context.Voice.Spelled(points.Count)),
    };

    private static Phrase Labels(BriefContext context)
    {
        var (voice, model) = (context.Voice, context.Model);
        if (model.Influences.IsEmpty)
        {
            return Phrase.Empty;
        }

        int Count(EvidenceLabel label) => model.Influences.Count(influence => influence.Provenance.Label == label);
        var strength = Count(EvidenceLabel.ExpertJudgement) == model.Influences.Length
            ? voice.Word(DoubtWords.StrengthJudged)
            : voice.Say(
                DoubtWords.StrengthMixed,
                voice.Whole(Count(EvidenceLabel.ExpertJudgement)), voice.Whole(Count(EvidenceLabel.Data)), voice.Whole(Count(EvidenceLabel.QuotedSource)));
        return voice.Say(
            DoubtWords.Labels, voice.Whole(model.Influences.Length), voice.Whole(model.Influences.Count(influence => !influence.Provenance.Sources.IsEmpty)), strength);
    }

    private static Phrase Weakest(BriefContext context)
    {
        var (model, strengths) = (context.Model, context.Result.Structure.Strengths);
        var weakest = Enumerable.Range(0, Math.Min(model.Influences.Length, strengths.Length))
            .Where(i => model.Influences[i].Provenance is { Label: EvidenceLabel.ExpertJudgement, Sources.IsEmpty: true })
            .OrderByDescending(i => strengths[i])
            .Take(WeakestNamed)
            .Select(i => context.Arrow(model.Influences[i]))
            .ToList();
        return weakest.Count == 0
            ? Phrase.Empty
            : context.Voice.Say(weakest.Count > 1 ? DoubtWords.Weakest : DoubtWords.WeakestOne, context.Voice.List(weakest));
    }
}
