using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>How the shares of the kinds evolve, and which kind dominates.</summary>
internal static class FuturesSection
{
    private const int LeadsTold = 4;
    private const int DotRuns = 20;

    public static Section From(BriefContext context)
    {
        var voice = context.Voice;
        ImmutableArray<Block> blocks = context.HasShares
            ? [Dots(context), Chart(context)]
            : [BriefContext.Outputs(voice.Word(FuturesWords.None))];
        return new Section("futures", voice.Word(FuturesWords.Heading), blocks);
    }

    private static Illustration Dots(BriefContext context) => new(
        context.Charts.Dots("chart-dots", DotRuns),
        context.Voice.Say(ChartWords.DotsTitle, context.Voice.Whole(DotRuns)),
        BriefContext.Output(context.Charts.DotsConclusion()),
        context.Link(TableIds.Kinds, AnnexWords.KindsByYear));

    private static Illustration Chart(BriefContext context) => new(
        context.Charts.Areas("chart-kinds"),
        context.Voice.Word(FuturesWords.ChartTitle),
        BriefContext.Output(Course(context)),
        context.Link(TableIds.Kinds, AnnexWords.KindsByYear));

    /// <summary>Who leads when, as far as the lead exceeds noise.</summary>
    private static Phrase Course(BriefContext context)
    {
        var (voice, futures) = (context.Voice, context.Futures);
        var start = context.KindsByLastShare.MaxBy(kind => futures.Scenarios[kind.Index].Values[0].Mean);
        var changes = new List<(DateOnly On, ScenarioId Kind)>();
        var leader = start;
        for (var t = 1; t < futures.Dates.Length; t++)
        {
            var challenger = context.KindsByLastShare.MaxBy(kind => futures.Scenarios[kind.Index].Values[t].Mean);
            var (ahead, behind) = (futures.Scenarios[challenger.Index].Values[t], futures.Scenarios[leader.Index].Values[t]);
            if (challenger != leader && ahead.Mean - behind.Mean > 2 * (ahead.StandardError + behind.StandardError))
            {
                leader = challenger;
                changes.Add((futures.Dates[t], challenger));
            }
        }

        var share = context.Shares.In(futures.Scenarios[start.Index].Values[0]);
        return changes.Count switch
        {
            0 => voice.Say(FuturesWords.BeginsAndLeads, context.Kind(start), share),
            <= LeadsTold => Voice.Join(" ", changes
                .Select(change => voice.Say(FuturesWords.LeadsFrom, voice.MonthOf(change.On), context.Kind(change.Kind)))
                .Prepend(voice.Say(FuturesWords.Begins, context.Kind(start), share))),
            _ => voice.Say(FuturesWords.Begins, context.Kind(start), share) + " " + voice.Say(FuturesWords.LeadChanges, voice.Whole(changes.Count)),
        };
    }
}
