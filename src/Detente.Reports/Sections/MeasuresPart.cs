using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>Which preconditions are met how often, what is agreed early, which limits are broken.</summary>
internal static class MeasuresPart
{
    private const int MeasuresTold = 4;

    public static IEnumerable<Block> Blocks(BriefContext context)
    {
        var voice = context.Voice;
        var found = context.Model.Measures.Select((_, i) => Best(context, new MeasureId(i))).OfType<Found>().ToList();
        if (found.Count == 0)
        {
            yield return BriefContext.Outputs(voice.Word(OptionWords.NoMeasuresInModel));
        }
        else
        {
            yield return Chart(context, found);
            yield return new StatementList([.. found.OrderByDescending(one => one.Figures.Agreed.Mean).Take(MeasuresTold).Select(one => BriefContext.Outputs(Told(context, one)))]);
        }

        if (!context.Model.Constraints.IsEmpty)
        {
            yield return Constraints(context);
        }
    }

    /// <summary>A measure in the world, baseline or strategy, in which it is agreed most often; the baseline on a tie.</summary>
    private static Found? Best(BriefContext context, MeasureId measure) => Worlds(context)
        .Select(world => world.Futures.Measures.FirstOrDefault(figures => figures.Measure == measure) is { } figures
            ? new Found(measure, world.Name, figures)
            : null)
        .OfType<Found>()
        .MaxBy(found => found.Figures.Agreed.Mean);

    private static IEnumerable<(Phrase Name, FuturesResult Futures)> Worlds(BriefContext context) =>
    [
        (context.Voice.Word(OptionWords.Baseline), context.Futures),
        .. context.Result.Options.Select(option => (context.Strategy(option.Strategy), option.Futures)),
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
            new ValueAxis(FuturesSection.AxisTitle(voice), 1, ValueScale.ShareLabels(voice, 1)),
            [.. new[] { OptionWords.EverAll, OptionWords.AgreedPart, OptionWords.InForceEnd }.Select(part => new ChartText(voice.Word(part), IsOwn: true))],
            [.. rows]);
        var (most, least) = (found.MaxBy(one => one.Figures.Agreed.Mean)!, found.MinBy(one => one.Figures.Agreed.Mean)!);
        var conclusion = found.Count > 1
            ? voice.Say(OptionWords.MeasureConclusion, Name(context, most), InRuns(context, most), Name(context, least), InRuns(context, least))
            : voice.Say(OptionWords.MeasureConclusionOne, Name(context, most), InRuns(context, most));
        return new Illustration(chart, voice.Word(OptionWords.MeasureChart), BriefContext.Output(conclusion), context.Link(TableIds.Measures, AnnexWords.Measures))
        {
            IsHalfWidth = true,
        };
    }

    private static Phrase Told(BriefContext context, Found one)
    {
        var (voice, shares) = (context.Voice, context.Shares);
        var sentences = new List<Phrase> { voice.Say(OptionWords.Agreed, Name(context, one), InRuns(context, one), one.World) };
        var preconditions = context.Model.Measures[one.Measure.Index].Preconditions;
        var held = one.Figures.Preconditions.Where(series => !series.IsEmpty).Select(series => series[^1]).ToList();
        if (held.Count > 0 && held.Count == preconditions.Length)
        {
            var least = Enumerable.Range(0, held.Count).MinBy(i => held[i]);
            var title = voice.Quote(voice.Analyst(preconditions[least].Title, preconditions[least].Id));
            var often = shares.In(held[least], Math.Max(one.Figures.AllPreconditionsEver.StandardError, Errors.OfShare(held[least], context.Runs)));
            sentences.Add(voice.Say(held.Count > 1 ? OptionWords.Bottleneck : OptionWords.Only, title, often));
        }

        if (one.Figures.AgreedEarly.Mean > 0)
        {
            sentences.Add(voice.Say(OptionWords.Early, shares.In(one.Figures.AgreedEarly)));
        }

        return Voice.Join(" ", sentences);
    }

    private static Paragraph Constraints(BriefContext context)
    {
        var voice = context.Voice;
        var sentences = new List<Phrase>();
        foreach (var (i, constraint) in context.Model.Constraints.Index())
        {
            var broken = Worlds(context)
                .Where(world => i < world.Futures.ConstraintsBroken.Length && world.Futures.ConstraintsBroken[i].Mean > 0)
                .Select((world, place) => (world.Name, Share: world.Futures.ConstraintsBroken[i], Place: place))
                .ToList();
            if (broken.Count > 0)
            {
                sentences.Add(voice.Say(
                    constraint.IsHard ? OptionWords.BrokenHard : OptionWords.Broken,
                    voice.Quote(voice.Analyst(constraint.Title, constraint.Id)),
                    voice.List(Extremes(broken).Select(one => voice.Say(OptionWords.BrokenUnder, context.Shares.In(one.Share), one.Name)))));
            }
        }

        return sentences.Count == 0 ? BriefContext.Outputs(voice.Word(OptionWords.NotBroken)) : BriefContext.Outputs([.. sentences]);
    }

    /// <summary>The first world in which a limit is broken and, where it is another, the one in which it is broken most.</summary>
    private static IEnumerable<(Phrase Name, Figure Share, int Place)> Extremes(List<(Phrase Name, Figure Share, int Place)> broken) =>
        new[] { broken[0], broken.MaxBy(one => one.Share.Mean) }.DistinctBy(one => one.Place);

    private static Phrase Name(BriefContext context, Found one) => context.Voice.Quote(context.Measure(one.Measure));

    private static string InRuns(BriefContext context, Found one) => context.Shares.In(one.Figures.Agreed);

    private sealed record Found(MeasureId Measure, Phrase World, MeasureFigures Figures);
}
