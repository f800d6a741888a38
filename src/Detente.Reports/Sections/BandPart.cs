using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>How far the judgements move the shares of the leading kinds, over time.</summary>
internal static class BandPart
{
    private const int KindsShown = 3;

    /// <summary>The course of the leading kinds with their spreads; none without bands.</summary>
    public static IEnumerable<Block> From(BriefContext context) => context.HasBands ? [Chart(context)] : [];

    private static Illustration Chart(BriefContext context) => new(
        context.Charts.Bands("chart-bands", KindsShown),
        context.Voice.Word(DoubtWords.BandChart),
        BriefContext.Output(context.Charts.BandConclusion()),
        context.Link(TableIds.Kinds, AnnexWords.KindsByYear));
}
