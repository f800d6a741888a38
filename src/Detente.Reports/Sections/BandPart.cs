using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>How far the judgements move the shares of the leading kinds, over time.</summary>
internal static class BandPart
{
    private const int KindsShown = 3;

    /// <summary>The course of the leading kinds with their spreads; none without bands.</summary>
    public static IEnumerable<Block> From(BriefContext context) => context.HasBands ? [Chart(context)] : [];

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
}
