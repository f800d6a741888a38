using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>How the shares of the kinds evolve, and which kind dominates.</summary>
internal static class FuturesSection
{
    private const int LeadsTold = 4;

    public static Section From(BriefContext context)
    {
        var voice = context.Voice;
        ImmutableArray<Block> blocks = context.HasShares
            ? [BriefContext.Outputs(Course(context)), Chart(context)]
            : [BriefContext.Outputs(voice.Word(FuturesWords.None))];
        return new Section("futures", voice.Word(FuturesWords.Heading), blocks);
    }

    public static ChartText AxisTitle(Voice voice) => new(voice.Word(voice.IsForecast ? FuturesWords.AxisForecast : FuturesWords.Axis), IsOwn: true);

    private static Illustration Chart(BriefContext context)
    {
        var (voice, futures, shares) = (context.Voice, context.Futures, context.Shares);
        var series = context.KindsByLastShare.OrderBy(kind => kind.Index).Select(kind => new ShareSeries(
            new ChartText(context.KindName(kind), IsOwn: false),
            [.. futures.Scenarios[kind.Index].Values.Select(value => value.Mean)])
        {
            LastValue = shares.Of(context.LastShare(kind).Mean, context.LastShare(kind).StandardError),
        });
        var chart = new StackedAreaChart("chart-kinds", futures.Dates, [.. series])
        {
            AxisTitle = AxisTitle(voice),
            AxisLabels = ValueScale.ShareLabels(voice, 1),
            Cutoff = context.Model.Cutoff is { } cutoff
                ? new DateMark(cutoff, new ChartText(voice.Word(FuturesWords.Cutoff) + " " + voice.Date(cutoff), IsOwn: true))
                : null,
            Events = [.. ScheduledEvents(context)],
        };
        var first = context.KindsByLastShare[0];
        var conclusion = context.KindsByLastShare.Count > 1
            ? voice.Say(
                FuturesWords.ChartConclusion,
                context.Kind(first),
                shares.In(context.LastShare(first)),
                context.Kind(context.KindsByLastShare[1]),
                shares.In(context.LastShare(context.KindsByLastShare[1])))
            : voice.Say(FuturesWords.ChartConclusionOne, context.Kind(first), shares.In(context.LastShare(first)));
        return new Illustration(chart, voice.Word(FuturesWords.ChartTitle), BriefContext.Output(conclusion), context.Link(TableIds.Kinds, AnnexWords.KindsByYear));
    }

    private static IEnumerable<DateMark> ScheduledEvents(BriefContext context)
    {
        var (first, last) = (context.Futures.Dates[0], context.Futures.Dates[^1]);
        return from @event in context.Model.Events
               where @event.Trigger is Scheduled
               from date in ((Scheduled)@event.Trigger).Dates
               where date >= first && date <= last
               orderby date
               select new DateMark(date, new ChartText(context.Voice.Analyst(@event.Title, @event.Id).Plain + ", " + context.Voice.MonthOf(date), IsOwn: false));
    }

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
