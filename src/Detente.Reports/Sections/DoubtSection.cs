using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>What is uncertain: spreads, the start, and what rests on judgement alone.</summary>
internal static class DoubtSection
{
    private const int KindsShown = 3;
    private const int WeakestNamed = 2;
    private const double RestlessStart = 1.0 / 3;

    public static Section From(BriefContext context)
    {
        var voice = context.Voice;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (context.HasBands)
        {
            blocks.Add(Chart(context));
        }

        var items = new List<Paragraph>();
        if (context.HasShares && !context.HasBands)
        {
            items.Add(BriefContext.Outputs(voice.Word(DoubtWords.NoBands)));
        }

        items.Add(BriefContext.Outputs(MorePaths(context)));
        items.Add(BriefContext.Outputs(Relaxation(context)));
        items.Add(BriefContext.Outputs(Labels(context), Weakest(context)));
        var completeness = context.Result.Provenance.Completeness;
        items.Add(BriefContext.Outputs(completeness.IsComplete
            ? Phrase.Empty
            : voice.Say(DoubtWords.Incomplete, voice.Whole(completeness.Done), voice.Whole(completeness.Asked))));
        blocks.Add(new StatementList([.. items.Where(item => !item.Passages.IsEmpty)]));
        return new Section("doubt", voice.Word(DoubtWords.Heading), blocks.ToImmutable());
    }

    private static Illustration Chart(BriefContext context)
    {
        var (voice, shares, futures) = (context.Voice, context.Shares, context.Futures);
        var series = context.KindsByLastShare.Take(KindsShown).Select(kind =>
        {
            var values = futures.Scenarios[kind.Index].Values;
            var isBanded = values.All(value => value is { Lower: not null, Upper: not null });
            var mean = new ShareSeries(new ChartText(context.KindName(kind), IsOwn: false), [.. values.Select(value => value.Mean)])
            {
                LastValue = shares.Of(values[^1].Mean, values[^1].StandardError),
            };
            return new BandSeries(
                mean,
                isBanded ? [.. values.Select(value => value.Lower!.Value)] : [],
                isBanded ? [.. values.Select(value => value.Upper!.Value)] : []);
        });
        var chart = new BandChart("chart-bands", futures.Dates, [.. series])
        {
            AxisTitle = FuturesSection.AxisTitle(voice),
            AxisLabels = ValueScale.ShareLabels(voice, 1),
        };
        var first = context.KindsByLastShare[0];
        var share = context.LastShare(first);
        var conclusion = share.Spread.Kind == SpreadKind.NoneFound || share is not { Lower: { } lower, Upper: { } upper }
            ? voice.Say(DoubtWords.BandNone, context.Kind(first))
            : voice.Say(DoubtWords.BandConclusion, context.Kind(first), shares.Of(lower, share.StandardError), shares.Of(upper, share.StandardError));
        return new Illustration(chart, voice.Word(DoubtWords.BandChart), BriefContext.Output(conclusion), context.Link(TableIds.Kinds, AnnexWords.KindsByYear));
    }

    private static Phrase MorePaths(BriefContext context)
    {
        var figures = context.KindsByLastShare.Select(context.LastShare).Concat(context.Futures.Dominance).ToList();
        var loose = figures.Where(figure => figure.Spread.Kind == SpreadKind.MorePathsNeeded).ToList();
        return loose.Count == 0
            ? Phrase.Empty
            : context.Voice.Say(
                DoubtWords.MorePaths,
                context.Voice.Whole(loose.Count),
                context.Voice.Whole(figures.Count),
                context.Voice.Whole(loose.Max(figure => figure.Spread.PathsNeeded)));
    }

    private static Phrase Relaxation(BriefContext context) => context.Futures.RelaxationShare is { } share and > RestlessStart
        ? context.Voice.Say(DoubtWords.Relaxation, context.Shares.Of(share, Errors.OfShare(share, context.Runs)))
        : Phrase.Empty;

    private static Phrase Labels(BriefContext context)
    {
        var (voice, model) = (context.Voice, context.Model);
        if (model.Influences.IsEmpty)
        {
            return Phrase.Empty;
        }

        string Count(EvidenceLabel label) => voice.Whole(model.Influences.Count(influence => influence.Provenance.Label == label));
        return voice.Say(
            DoubtWords.Labels,
            voice.Whole(model.Influences.Length),
            voice.Whole(model.Influences.Count(influence => !influence.Provenance.Sources.IsEmpty)),
            Count(EvidenceLabel.ExpertJudgement),
            Count(EvidenceLabel.Data),
            Count(EvidenceLabel.QuotedSource));
    }

    private static Phrase Weakest(BriefContext context)
    {
        var (model, strengths) = (context.Model, context.Result.Structure.Strengths);
        var weakest = Enumerable.Range(0, Math.Min(model.Influences.Length, strengths.Length))
            .Where(i => model.Influences[i].Provenance is { Label: EvidenceLabel.ExpertJudgement, Sources.IsEmpty: true })
            .OrderByDescending(i => strengths[i])
            .Take(WeakestNamed)
            .Select(i => context.Voice.Say(DoubtWords.Arrow, context.Factor(model.Influences[i].From), context.Factor(model.Influences[i].To)))
            .ToList();
        return weakest.Count == 0
            ? Phrase.Empty
            : context.Voice.Say(weakest.Count > 1 ? DoubtWords.Weakest : DoubtWords.WeakestOne, context.Voice.List(weakest));
    }
}
