using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>Which limits are broken by what: the hard ones first, since an option that breaks one is inadmissible.</summary>
internal static class LimitsPart
{
    private const int ReasonsTold = 2;

    public static Paragraph Told(BriefContext context)
    {
        var voice = context.Voice;
        var hard = context.Model.Constraints.Index().Where(pair => pair.Item.IsHard).Select(pair => pair.Index).ToList();
        var overstepped = Worlds(context).SelectMany(world => context.HardBreaches(world.Futures)).ToHashSet();
        var kept = hard.Where(i => !overstepped.Contains(i)).Select(context.Constraint).ToList();
        var breaches = Worlds(context)
            .Select(world => (world.Name, world.IsBaseline, Oversteps: Oversteps(context, world.Futures)))
            .Where(world => !world.Oversteps.IsEmpty)
            .ToList();
        var ruledOut = breaches.Where(world => !world.IsBaseline).Select(world => voice.Say(LimitWords.Because, world.Name, world.Oversteps)).ToList();
        var sentences = new List<Phrase> { voice.Word(hard.Count == 0 ? LimitWords.OnlySoft : LimitWords.Hard) };
        sentences.AddRange(breaches.Where(world => world.IsBaseline).Select(world => voice.Say(LimitWords.BaselineOversteps, world.Oversteps)));
        sentences.AddRange(ruledOut.Count switch
        {
            0 => [],
            1 => [voice.Say(LimitWords.RuledOut, ruledOut[0])],
            <= ReasonsTold => [voice.Say(LimitWords.RuledOutSeveral, Voice.Join("; ", ruledOut))],
            _ => [voice.Say(LimitWords.RuledOutMany, voice.List(breaches.Where(world => !world.IsBaseline).Select(world => world.Name)))],
        });

        if (kept.Count > 0)
        {
            sentences.Add(voice.Say(kept.Count == 1 ? LimitWords.KeptOne : LimitWords.Kept, voice.List(kept)));
        }

        sentences.AddRange(context.Model.Constraints.Index().Where(pair => !pair.Item.IsHard).Select(pair => Soft(context, pair.Index)));
        return BriefContext.Outputs(Voice.Join(" ", sentences));
    }

    private static Phrase Oversteps(BriefContext context, FuturesResult futures) => context.Voice.List(
        context.HardBreaches(futures).Select(i => context.Voice.Say(LimitWords.WithShare, context.Constraint(i), context.Shares.In(futures.ConstraintsBroken[i]))));

    /// <summary>A soft limit: how often it is broken in the baseline, and under which strategies least and most.</summary>
    private static Phrase Soft(BriefContext context, int place)
    {
        var voice = context.Voice;
        var broken = Worlds(context).Where(world => place < world.Futures.ConstraintsBroken.Length).Select(world => (world.Name, world.IsBaseline, Share: world.Futures.ConstraintsBroken[place])).ToList();
        if (broken.All(world => world.Share.Mean == 0))
        {
            return voice.Say(LimitWords.SoftNever, context.Constraint(place));
        }

        var baseline = broken.First(world => world.IsBaseline);
        var (least, most) = (broken.MinBy(world => world.Share.Mean), broken.MaxBy(world => world.Share.Mean));
        var extremes = new[] { (LimitWords.Least, World: least), (LimitWords.Most, World: most) }
            .Where(extreme => !extreme.World.IsBaseline && Math.Abs(extreme.World.Share.Mean - baseline.Share.Mean) > 2 * (extreme.World.Share.StandardError + baseline.Share.StandardError))
            .Select(extreme => voice.Say(extreme.Item1, extreme.World.Name, context.Shares.In(extreme.World.Share)));
        return voice.Say(LimitWords.Soft, context.Constraint(place), context.Shares.In(baseline.Share), Voice.Join("", extremes));
    }

    /// <summary>The baseline and every strategy that differs from it.</summary>
    public static IEnumerable<(Phrase Name, bool IsBaseline, FuturesResult Futures)> Worlds(BriefContext context) =>
    [
        (context.Voice.Word(OptionWords.Baseline), true, context.Futures),
        .. context.Alternatives.Select(option => (context.Strategy(option.Strategy), false, option.Futures)),
    ];
}
