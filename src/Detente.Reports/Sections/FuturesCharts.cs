using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>The charts of shares and paths over time, with a sentence that says what each shows: for the brief and for pictures that stand alone.</summary>
internal sealed class FuturesCharts(FuturesResult futures, Model model, Voice voice)
{
    private const int DotDates = 3;
    private readonly Shares shares = new(voice);

    /// <summary>Kinds with a figure for every date, largest share at the end first; on a tie the one declared first.</summary>
    public IReadOnlyList<ScenarioId> KindsByLastShare => field ??= [.. Enumerable.Range(0, Math.Min(model.Scenarios.Length, futures.Scenarios.Length))
        .Where(i => futures.Scenarios[i].Values.Length > 0 && futures.Scenarios[i].Values.Length == futures.Dates.Length)
        .Select(i => new ScenarioId(i))
        .OrderByDescending(kind => LastShare(kind).Mean)];

    public Timeline Timeline => field ??= new Timeline(model, voice, futures.Dates[0], futures.Dates[^1]);

    /// <summary>The severity from which on a path's events are marked.</summary>
    public int MarkedSeverity => SevereEvent.LeastMarked(model.Severities.Length);

    private IReadOnlyList<ScenarioId> KindsInOrder => field ??= [.. KindsByLastShare.OrderBy(kind => kind.Index)];

    public Figure LastShare(ScenarioId kind) => futures.Scenarios[kind.Index].Values[^1];

    public string KindName(ScenarioId kind) => Title(kind).Plain;

    /// <summary>The first date of every year, and the last date.</summary>
    public static IEnumerable<int> Years(ImmutableArray<DateOnly> dates)
    {
        var next = DateOnly.MinValue;
        for (var t = 0; t < dates.Length; t++)
        {
            if (dates[t] >= next || t == dates.Length - 1)
            {
                yield return t;
                next = dates[t].AddYears(1);
            }
        }
    }

    /// <summary>Dots at the end and at two dates on the way, where there are so many years.</summary>
    public RunDotsChart Dots(string id, int runs)
    {
        int[] years = [.. Years(futures.Dates).Skip(1)];
        int[] dates = [.. Enumerable.Range(1, DotDates).Select(i => years[Math.Max(0, ((i * years.Length) + DotDates - 1) / DotDates - 1)]).Distinct()];
        var dots = dates.Select(t => QuantileDots.Of([.. KindsInOrder.Select(kind => Math.Max(0, futures.Scenarios[kind.Index].Values[t].Mean))], runs)).ToList();
        return new RunDotsChart(
            id,
            runs,
            [.. dates.Select(t => new ChartText(t == futures.Dates.Length - 1 ? voice.Say(ChartWords.AtEnd, voice.MonthOf(model.Horizon?.End ?? futures.Dates[^1])).Plain : voice.MonthOf(futures.Dates[t]), IsOwn: true))],
            [.. KindsInOrder.Index().Where(one => Occurs(one.Item)).Select(one => new RunDotsRow(
                one.Index,
                new ChartText(KindName(one.Item), IsOwn: false),
                [.. dots.Select(at => at.Kinds[one.Index]).Select(count => new RunDots(count.Dots, DotText(count)))]))]);
    }

    /// <summary>What holds at the end, and whether the lead is more than chance.</summary>
    public Phrase DotsConclusion()
    {
        var first = KindsByLastShare[0];
        if (KindsByLastShare.Count == 1)
        {
            return voice.Say(ChartWords.DotsConclusionOne, Quoted(first), shares.In(LastShare(first)));
        }

        var second = KindsByLastShare[1];
        var (ahead, behind) = (LastShare(first), LastShare(second));
        var isNoise = ahead.Mean - behind.Mean <= 2 * (ahead.StandardError + behind.StandardError);
        return voice.Say(ChartWords.DotsConclusion, Quoted(first), shares.In(ahead), Quoted(second), shares.In(behind), isNoise ? voice.Word(ChartWords.LeadWithinNoise) : "");
    }

    /// <summary>The shares stacked.</summary>
    public StackedAreaChart Areas(string id) => new(id, futures.Dates, [.. KindsInOrder.Select(Mean)])
    {
        AxisTitle = AxisTitle(voice),
        AxisLabels = ValueScale.ShareLabels(voice, 1),
        Marks = Timeline.Ahead,
    };

    /// <summary>Which kind changes most, if any does beyond noise.</summary>
    public Phrase AreasConclusion()
    {
        (Figure Start, Figure End) Ends(ScenarioId kind) => (futures.Scenarios[kind.Index].Values[0], LastShare(kind));
        double Change(ScenarioId kind) => Math.Abs(Ends(kind).End.Mean - Ends(kind).Start.Mean);
        var most = KindsByLastShare.MaxBy(Change);
        var (start, end) = Ends(most);
        return Change(most) <= 2 * (start.StandardError + end.StandardError)
            ? voice.Word(FuturesWords.ChartNoChange)
            : voice.Say(FuturesWords.ChartConclusion, Quoted(most), shares.In(start), shares.In(end));
    }

    /// <summary>The shares with their errors and spreads, a panel for each kind.</summary>
    /// <param name="id">The chart's name.</param>
    /// <param name="most">No more kinds than these, the most frequent at the end.</param>
    public BandChart Bands(string id, int most)
    {
        var kinds = KindsByLastShare.Take(most).ToHashSet();
        return new BandChart(id, futures.Dates, [.. (most < int.MaxValue ? KindsByLastShare : KindsInOrder).Where(kinds.Contains).Select(Band)])
        {
            AxisTitle = AxisTitle(voice),
            AxisLabels = ValueScale.ShareLabels(voice, 1),
            Key = new ChartText(BandKey(), IsOwn: true),
            Marks = Timeline.Ahead,
        };
    }

    /// <summary>How far the judgements move the share of the leading kind.</summary>
    public Phrase BandConclusion()
    {
        var share = LastShare(KindsByLastShare[0]);
        return share.Spread.Kind == SpreadKind.NoneFound || share is not { Lower: { } lower, Upper: { } upper }
            ? voice.Say(DoubtWords.BandNone, Quoted(KindsByLastShare[0]))
            : voice.Say(DoubtWords.BandConclusion, Quoted(KindsByLastShare[0]), shares.Of(lower, share.StandardError), shares.Of(upper, share.StandardError));
    }

    /// <summary>The sampled paths as strips.</summary>
    public PathChart Paths(string id)
    {
        var ends = futures.SampledPaths.CountBy(path => path.Kinds[^1]).ToDictionary();
        return new PathChart(
            id,
            futures.Dates,
            [.. futures.SampledPaths.Select(path => new PathStrip(new ChartText(PathName(path), IsOwn: true), path.Kinds, [.. Marked(path).Select(one => one.Step)]))])
        {
            NameHead = new ChartText(voice.Word(ChartWords.PathsHead), IsOwn: true),
            Begin = Timeline.Begin,
            Since = Timeline.Since,
            Kinds = [.. model.Scenarios.Select((_, kind) => new ChartText(
                ends.TryGetValue(kind, out var count) ? voice.Say(ChartWords.EndsIn, KindName(new ScenarioId(kind)), voice.Whole(count), voice.Whole(futures.SampledPaths.Length)).Plain : KindName(new ScenarioId(kind)),
                IsOwn: false))],
            SevereName = futures.SampledPaths.Any(path => Marked(path).Any())
                ? new ChartText(voice.Say(ChartWords.SevereMark, voice.Analyst(model.Severities[MarkedSeverity].Title, model.Severities[MarkedSeverity].Id)).Plain, IsOwn: false)
                : null,
            Marks = Timeline.Whole,
        };
    }

    /// <summary>How many paths are shown of how many.</summary>
    public Phrase PathsTitle
    {
        get
        {
            var options = futures.Provenance.Study.Options;
            var all = (System.Numerics.BigInteger)options.Draws * options.Paths;
            return all == futures.SampledPaths.Length
                ? voice.Say(ChartWords.PathsTitleAll, voice.Whole(all))
                : voice.Say(ChartWords.PathsTitle, voice.Whole(futures.SampledPaths.Length), voice.Whole(all));
        }
    }

    /// <summary>What a row, a tick and a bar of the strips mean.</summary>
    public Phrase PathsKey()
    {
        var words = voice.Say(ChartWords.PathsKey, futures.Provenance.Study.Options.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        words += Timeline.Since.IsEmpty ? "" : " " + voice.Word(ChartWords.PathsSince);
        return Timeline.Ahead.Windows.IsEmpty ? words : words + " " + voice.Word(ChartWords.WindowBars);
    }

    /// <summary>How many of the paths shown end in the kind most of them end in, and how many change.</summary>
    public Phrase PathsConclusion()
    {
        var paths = futures.SampledPaths;
        var most = paths.GroupBy(path => path.Kinds[^1]).MaxBy(group => group.Count())!;
        return voice.Say(
            ChartWords.PathsConclusion,
            voice.Whole(paths.Length),
            voice.Whole(most.Count()),
            Quoted(new ScenarioId(most.Key)),
            voice.Whole(paths.Count(path => path.Kinds.Any(kind => kind != path.Kinds[0]))));
    }

    /// <summary>What a path is called: its draw and its number in it, the keys of its random numbers.</summary>
    public static string PathName(SampledPath path) => Voice.Plain(path.Draw) + "/" + Voice.Plain(path.Path);

    /// <summary>The events of a path that are grave enough to be marked.</summary>
    public IEnumerable<SevereEvent> Marked(SampledPath path) => path.Severe.Where(one => one.Severity >= MarkedSeverity);

    public static ChartText AxisTitle(Voice voice) => new(voice.Word(voice.IsForecast ? FuturesWords.AxisForecast : FuturesWords.Axis), IsOwn: true);

    private Phrase Title(ScenarioId kind) => voice.Analyst(model.Scenarios[kind.Index].Title, model.Scenarios[kind.Index].Id);

    private Phrase Quoted(ScenarioId kind) => voice.Quote(Title(kind));

    private bool Occurs(ScenarioId kind) => futures.Scenarios[kind.Index].Values.Any(value => value.Mean > 0);

    private string DotText(DotCount count) => count.FewerThanOneOf is { } runs
        ? voice.Say(ChartWords.FewerThanOne, voice.Whole(runs)).Plain
        : voice.Whole(count.Dots);

    private ShareSeries Mean(ScenarioId kind) => new(new ChartText(KindName(kind), IsOwn: false), [.. futures.Scenarios[kind.Index].Values.Select(value => value.Mean)])
    {
        LastValue = shares.Of(LastShare(kind).Mean, LastShare(kind).StandardError),
    };

    private BandSeries Band(ScenarioId kind)
    {
        var values = futures.Scenarios[kind.Index].Values;
        var isBanded = values.All(value => value is { Lower: not null, Upper: not null });
        return new BandSeries(Mean(kind), isBanded ? [.. values.Select(value => value.Lower!.Value)] : [], isBanded ? [.. values.Select(value => value.Upper!.Value)] : [])
        {
            TwoErrors = [.. values.Select(value => 2 * value.StandardError)],
        };
    }

    private string BandKey()
    {
        var words = voice.Word(futures.IsExact ? ChartWords.BandsKeyExact : KindsByLastShare.Any(kind => LastShare(kind).Lower is not null) ? ChartWords.BandsKey : ChartWords.BandsKeyPoint);
        return Timeline.Ahead.Windows.IsEmpty ? words : words + " " + voice.Word(ChartWords.WindowGround);
    }
}
