using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>Which limits are broken by what: the hard ones first, since an option that breaks one is inadmissible.</summary>
internal static class LimitsPart
{
    public static Paragraph Told(BriefContext context)
    {
        var voice = context.Voice;
        var sentences = Worlds(context)
            .Select(world => (world.Name, world.IsBaseline, world.Futures, Breaches: context.HardBreaches(world.Futures)))
            .Where(world => world.Breaches.Count > 0)
            .Select(world => voice.Say(
                world.IsBaseline ? OptionWords.BaselineInadmissible : OptionWords.Inadmissible,
                world.Name,
                voice.List(world.Breaches.Select(i => voice.Say(FuturesWords.KindWithShare, context.Constraint(i), context.Shares.In(world.Futures.ConstraintsBroken[i]))))))
            .ToList();
        if (sentences.Count == 0 && context.Model.Constraints.Any(constraint => constraint.IsHard))
        {
            sentences.Add(voice.Word(OptionWords.NoHardBroken));
        }

        sentences.AddRange(context.Model.Constraints.Index().Where(pair => !pair.Item.IsHard).Select(pair => Soft(context, pair.Index)));
        return BriefContext.Outputs(Voice.Join(" ", sentences));
    }

    /// <summary>A soft limit: how often it is broken in the baseline, and under which strategies least and most.</summary>
    private static Phrase Soft(BriefContext context, int place)
    {
        var voice = context.Voice;
        var broken = Worlds(context).Where(world => place < world.Futures.ConstraintsBroken.Length).Select(world => (world.Name, world.IsBaseline, Share: world.Futures.ConstraintsBroken[place])).ToList();
        if (broken.All(world => world.Share.Mean == 0))
        {
            return voice.Say(OptionWords.SoftNever, context.Constraint(place));
        }

        var baseline = broken.First(world => world.IsBaseline);
        var (least, most) = (broken.MinBy(world => world.Share.Mean), broken.MaxBy(world => world.Share.Mean));
        var extremes = new[] { (OptionWords.Least, World: least), (OptionWords.Most, World: most) }
            .Where(extreme => !extreme.World.IsBaseline && Math.Abs(extreme.World.Share.Mean - baseline.Share.Mean) > 2 * (extreme.World.Share.StandardError + baseline.Share.StandardError))
            .Select(extreme => voice.Say(extreme.Item1, extreme.World.Name, context.Shares.In(extreme.World.Share)));
        return voice.Say(OptionWords.Soft, context.Constraint(place), context.Shares.In(baseline.Share), Voice.Join("", extremes));
    }

    private static IEnumerable<(Phrase Name, bool IsBaseline, FuturesResult Futures)> Worlds(BriefContext context) =>
    [
        (context.Voice.Word(OptionWords.Baseline), true, context.Futures),
        .. context.Alternatives.Select(option => (context.Strategy(option.Strategy), false, option.Futures)),
    ];
}
