using System.Collections.Immutable;
using System.Globalization;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>Measures with preconditions: how often each condition holds, which is the bottleneck, what is agreed, and what too early.</summary>
internal static class MeasuresPart
{
    private const int GroupsTold = 3;

    public static IEnumerable<Block> Blocks(BriefContext context)
    {
        var (voice, found) = (context.Voice, All(context));
        if (context.Model.Measures.IsEmpty)
        {
            yield return BriefContext.Outputs(voice.Word(OptionWords.NoMeasuresInModel));
        }
        else if (found.Count == 0)
        {
            yield return BriefContext.Outputs(voice.Word(OptionWords.NoPreconditions));
        }
        else
        {
            var groups = found.GroupBy(one => Key(context, one), StringComparer.Ordinal).ToList();
            yield return new StatementList([.. groups.Take(GroupsTold).Select(group => BriefContext.Outputs(Told(context, [.. group])))]);
            if (groups.Count > GroupsTold)
            {
                var names = groups.Skip(GroupsTold).SelectMany(group => group).Select(one => Name(context, one));
                yield return BriefContext.Outputs(voice.Say(OptionWords.Others, voice.List(names)));
            }
        }
    }

    /// <summary>What is agreed of the measures with preconditions; none without any.</summary>
    public static IEnumerable<Block> Picture(BriefContext context)
    {
        var found = All(context);
        return found.Count == 0 ? [] : [Chart(context, found)];
    }

    private static List<Found> All(BriefContext context) => [.. context.Model.Measures.Index()
        .Where(pair => !pair.Item.Preconditions.IsEmpty)
        .Select(pair => Waiting(context, new MeasureId(pair.Index)))
        .OfType<Found>()];

    /// <summary>A measure where it waits for its preconditions: in the world, baseline or strategy, in which it is least often agreed without them, and among those most often agreed.</summary>
    public static Found? Waiting(BriefContext context, MeasureId measure) => Worlds(context)
        .Where(world => world.Strategies.Any(id => context.Model.Strategies[id.Index].Pursuits.Any(pursuit => pursuit.Measure == measure)) || context.Model.Strategies.IsEmpty)
        .Select(world => Figures(world.Futures, measure) is { } figures ? new Found(measure, world.Strategy, figures) : null)
        .OfType<Found>()
        .OrderBy(one => one.Figures.AgreedEarly.Mean)
        .ThenByDescending(one => one.Figures.Agreed.Mean)
        .FirstOrDefault();

    private static MeasureFigures? Figures(FuturesResult futures, MeasureId measure) => futures.Measures.FirstOrDefault(figures => figures.Measure == measure);

    private static IEnumerable<(StrategyId? Strategy, ImmutableArray<StrategyId> Strategies, FuturesResult Futures)> Worlds(BriefContext context) =>
    [
        (null, context.Model.Baseline, context.Futures),
        .. context.Alternatives.Where(option => option.Strategy is not null).Select(option => (
            option.Strategy,
            ImmutableArray.Create(option.Strategy!.Value),
            option.Futures)),
    ];

    private static Illustration Chart(BriefContext context, List<Found> found)
    {
        var (voice, shares) = (context.Voice, context.Shares);
        var rows = found.Select(one => new ChartRow(
            new ChartText(context.Measure(one.Measure).Plain, IsOwn: false),
            [one.Figures.AllPreconditionsEver.Mean, one.Figures.Agreed.Mean, one.Figures.InForce.IsEmpty ? 0 : one.Figures.InForce[^1]],
            shares.Of(one.Figures.Agreed.Mean, one.Figures.Agreed.StandardError)));
        var chart = new DotChart(
            "chart-measures",
            new ValueAxis(FuturesCharts.AxisTitle(voice), 1, ValueScale.ShareLabels(voice, 1)),
            [.. new[] { OptionWords.EverAll, OptionWords.AgreedPart, OptionWords.InForceEnd }.Select(part => new ChartText(voice.Word(part), IsOwn: true))],
            [.. rows]);
        var most = found.MaxBy(one => one.Figures.Agreed.Mean)!;
        var conclusion = voice.Say(OptionWords.MeasureConclusion, Name(context, most), InRuns(context, most), World(context, most.World));
        return new Illustration(chart, voice.Word(OptionWords.MeasureChart), BriefContext.Output(conclusion), context.Link(TableIds.Measures, AnnexWords.Measures));
    }

    // Measures that wait for the same are told together.
    private static string Key(BriefContext context, Found one) =>
        Voice.Plain(one.World?.Index ?? -1) + string.Concat(context.Model.Measures[one.Measure.Index].Preconditions.Select((precondition, i) =>
            string.Create(CultureInfo.InvariantCulture, $"\n{precondition.Title.En} {Held(one, i)}")));

    private static double? Held(Found one, int precondition) =>
        precondition < one.Figures.Preconditions.Length && !one.Figures.Preconditions[precondition].IsEmpty ? one.Figures.Preconditions[precondition][^1] : null;

    private static Phrase Told(BriefContext context, List<Found> together)
    {
        var voice = context.Voice;
        var agreed = together.Select(one => voice.Say(FuturesWords.KindWithShare, Name(context, one), InRuns(context, one)));
        var sentences = new List<Phrase> { voice.Say(OptionWords.Agreed, WorldFirst(context, together[0].World), voice.List(agreed)), Preconditions(context, together[0]) };
        sentences.AddRange(Early(context, together));
        return Voice.Join(" ", sentences.Where(sentence => !sentence.IsEmpty));
    }

    private static Phrase Preconditions(BriefContext context, Found one)
    {
        var (voice, shares) = (context.Voice, context.Shares);
        var preconditions = context.Model.Measures[one.Measure.Index].Preconditions;
        var held = preconditions.Select((precondition, i) => (Name: voice.Quote(voice.Analyst(precondition.Title, precondition.Id)), Share: Held(one, i), Place: i))
            .Where(pair => pair.Share is not null)
            .OrderBy(pair => pair.Share)
            .ToList();
        if (held.Count == 0)
        {
            return Phrase.Empty;
        }

        string Often(double share) => shares.In(share, Math.Max(one.Figures.AllPreconditionsEver.StandardError, Errors.OfShare(share, context.Runs)));
        var met = Met(voice, one.Figures.Preconditions[held[0].Place], Often);
        return held.Count switch
        {
            1 => voice.Say(OptionWords.Only, held[0].Name, met),
            2 => voice.Say(OptionWords.AlsoOne, held[0].Name, met, voice.Say(OptionWords.AtEnd, held[1].Name, Often(held[1].Share!.Value))),
            _ => voice.Say(OptionWords.Bottleneck, held[0].Name, met, voice.List(held.Skip(1).Select(pair => voice.Say(LimitWords.WithShare, pair.Name, Often(pair.Share!.Value))))),
        };
    }

    /// <summary>When a precondition holds: never, at the start, at the end.</summary>
    private static Phrase Met(Voice voice, ImmutableArray<double> shares, Func<double, string> often)
    {
        if (shares.Max() == 0)
        {
            return voice.Word(OptionWords.MetNever);
        }

        var (start, end) = (often(shares[0]), often(shares[^1]));
        return start == end ? voice.Say(OptionWords.MetAlike, end) : voice.Say(OptionWords.Met, start, end);
    }

    /// <summary>Where the measures are agreed without what they should wait for; of options that are ruled out the limits tell enough.</summary>
    private static IEnumerable<Phrase> Early(BriefContext context, List<Found> together) =>
        from world in Worlds(context)
        where context.HardBreaches(world.Futures).Count == 0
        let early = together.Select(one => (one, Figures: Figures(world.Futures, one.Measure))).Where(pair => pair.Figures?.AgreedEarly.Mean > 0).ToList()
        where early.Count > 0
        select context.Voice.Say(OptionWords.Early, WorldFirst(context, world.Strategy), context.Voice.List(early.Select(pair =>
            together.Count == 1
                ? context.Shares.In(pair.Figures!.AgreedEarly)
                : context.Voice.Say(FuturesWords.KindWithShare, Name(context, pair.one), context.Shares.In(pair.Figures!.AgreedEarly)))));

    private static Phrase World(BriefContext context, StrategyId? strategy) =>
        strategy is null ? context.Voice.Word(OptionWords.InBaseline) : context.Voice.Say(OptionWords.UnderStrategy, context.Strategy(strategy));

    /// <summary>The same at the beginning of a sentence.</summary>
    private static Phrase WorldFirst(BriefContext context, StrategyId? strategy) =>
        strategy is null ? context.Voice.Word(OptionWords.InBaselineFirst) : context.Voice.Say(OptionWords.UnderStrategyFirst, context.Strategy(strategy));

    private static Phrase Name(BriefContext context, Found one) => context.Voice.Quote(context.Measure(one.Measure));

    private static string InRuns(BriefContext context, Found one) => context.Shares.In(one.Figures.Agreed);

    /// <summary>A measure, the strategy under which it is looked at (null: the baseline), and its figures there.</summary>
    internal sealed record Found(MeasureId Measure, StrategyId? World, MeasureFigures Figures);
}
