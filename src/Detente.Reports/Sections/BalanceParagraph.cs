using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>Why one configuration is consistent, or is not, as an analyst would say it. Says each reason once.</summary>
internal sealed class BalanceParagraph(ModelNames names, ConfigurationExplanation explained)
{
    private const int SupportsNamed = 3;
    private const int LinksNamed = 3;
    private const int BehindNamed = 5;

    private readonly HashSet<LocalizedText> told = [];

    private Voice Voice => names.Voice;

    /// <summary>The paragraph, sentence by sentence.</summary>
    /// <param name="tolerance">The inconsistency that was allowed, in hundredths of a point.</param>
    public IEnumerable<Phrase> Sentences(long tolerance)
    {
        var isConsistent = explained.InconsistencyHundredths == 0;
        IEnumerable<Phrase> sentences =
        [
            .. isConsistent ? Holding() : Behind(tolerance),
            .. explained.Barred.IsEmpty ? [] : (Phrase[])[Voice.Say(BalanceWords.Barred, Voice.List(explained.Barred.Select(factor => InState(factor, explained.States[factor.Index]))))],
            .. isConsistent ? Links() : [],
        ];
        return sentences.Where(sentence => !sentence.IsEmpty);
    }

    /// <summary>What differs in another configuration, a few factors at most.</summary>
    /// <param name="names">How the factors are called.</param>
    /// <param name="before">The configuration.</param>
    /// <param name="after">The other one.</param>
    /// <param name="most">The most factors named.</param>
    public static Phrase Differences(ModelNames names, ImmutableArray<int> before, ImmutableArray<int> after, int most)
    {
        var changes = Enumerable.Range(0, before.Length)
            .Where(factor => before[factor] != after[factor])
            .Select(factor => names.Changed(new FactorId(factor), after[factor], before[factor]))
            .ToList();
        return Shortened(names.Voice, changes, most);
    }

    // A list cut short names one item less, so that never a single one is left out.
    private static Phrase Shortened(Voice voice, List<Phrase> items, int most) => items.Count <= most
        ? voice.List(items)
        : voice.Say(BalanceWords.AndMore, Voice.Join(", ", items.Take(most - 1)), voice.Spelled(items.Count - most + 1));

    private IEnumerable<Phrase> Holding()
    {
        yield return Voice.Word(BalanceWords.Consistent);
        var loop = SupportLoop.Find(names.Model, explained.Factors.Select(factor => factor.Balance));
        if (loop.Length > 0)
        {
            yield return Voice.Say(KindWords.Loop, SupportLoop.Round(names, loop));
        }

        var supports = SupportLoop.Supports(explained.Factors.Select(factor => factor.Balance))
            .DistinctBy(support => names.Model.Influences[support.Influence].To)
            .Take(SupportsNamed);
        foreach (var (place, support) in supports.Index())
        {
            var influence = names.Model.Influences[support.Influence];
            yield return Voice.Say(
                place == 0 ? BalanceWords.Strongest : BalanceWords.Next,
                Here(influence.From),
                Here(influence.To),
                Signed(support.AdvantageHundredths),
                names.Quoted(influence.To, explained.Factors[influence.To.Index].BestRival!.Value));
            yield return Reason(support.Influence);
        }
    }

    private IEnumerable<Phrase> Links()
    {
        var weakest = explained.Weakest.Select(factor => explained.Factors[factor.Index]).ToList();
        if (weakest.Count == 0)
        {
            yield break;
        }

        if (weakest.Count > 1)
        {
            yield return Voice.Say(BalanceWords.WeakestOfSeveral, Shortened(Voice, [.. weakest.Select(factor => names.Factor(factor.Factor))], BehindNamed));
        }

        foreach (var factor in weakest.Take(LinksNamed))
        {
            yield return Voice.Say(weakest.Count == 1 ? BalanceWords.Weakest : BalanceWords.Link, names.Factor(factor.Factor), Lead(factor, BalanceWords.LeadsOnly));
            foreach (var sentence in weakest.Count == 1 ? Sides(factor) : [])
            {
                yield return sentence;
            }

            yield return Tipping.Changes(names, explained, factor);
            yield return weakest.Count == 1 ? Tipping.Judgement(names, explained, factor) : Phrase.Empty;
        }

        var firmest = explained.Factors.Where(factor => factor is { IsInfluenced: true, IsHeld: false, BestRival: not null }).MaxBy(factor => factor.LeadHundredths)!;
        if (firmest.LeadHundredths > weakest[0].LeadHundredths)
        {
            yield return Voice.Say(BalanceWords.Firmest, names.Factor(firmest.Factor), Lead(firmest, BalanceWords.Leads));
            yield return Tipping.Changes(names, explained, firmest);
        }
    }

    private IEnumerable<Phrase> Behind(long tolerance)
    {
        var behind = explained.Factors.Where(factor => factor is { IsHeld: false, LeadHundredths: < 0 }).OrderBy(factor => factor.LeadHundredths).ToList();
        yield return explained.InconsistencyHundredths <= tolerance
            ? Voice.Say(BalanceWords.Tolerated, Points(tolerance))
            : behind.Count == 1 ? Voice.Word(BalanceWords.InconsistentOne) : Voice.Say(BalanceWords.Inconsistent, Voice.Spelled(behind.Count), Voice.Whole(explained.Factors.Length));
        var first = behind[0];
        yield return Voice.Say(
            behind.Count == 1 && explained.InconsistencyHundredths > tolerance ? BalanceWords.OnlyBehind : BalanceWords.FurthestBehind,
            names.Factor(first.Factor),
            Voice.Say(BalanceWords.Trails, Own(first), Rival(first), Points(-first.LeadHundredths)));
        foreach (var sentence in Sides(first))
        {
            yield return sentence;
        }

        if (behind.Count > 1)
        {
            var others = behind.Skip(1).Select(factor => Voice.Say(BalanceWords.Behind, names.Factor(factor.Factor), Own(factor), Points(-factor.LeadHundredths), Rival(factor)));
            yield return Voice.Say(BalanceWords.AlsoBehind, Shortened(Voice, [.. others], BehindNamed));
        }
    }

    private Phrase Lead(FactorExplanation factor, LocalizedText leads)
    {
        if (factor.Balance.Contributions.IsEmpty)
        {
            return Voice.Word(BalanceWords.Unopposed);
        }

        return factor.LeadHundredths == 0
            ? Voice.Say(BalanceWords.Tied, Own(factor), Rival(factor))
            : Voice.Say(leads, Own(factor), Rival(factor), Points(factor.LeadHundredths));
    }

    // The strongest argument of each side, that of the winning one first, with the reasons.
    private IEnumerable<Phrase> Sides(FactorExplanation factor)
    {
        var isBehind = factor.LeadHundredths < 0;
        var contributions = factor.Balance.Contributions;
        var winning = contributions.OrderByDescending(one => isBehind ? -one.AdvantageHundredths : one.AdvantageHundredths).FirstOrDefault();
        var losing = contributions.OrderBy(one => isBehind ? -one.AdvantageHundredths : one.AdvantageHundredths).FirstOrDefault();
        var (winner, loser) = isBehind ? (Rival(factor), Own(factor)) : (Own(factor), Rival(factor));
        if (winning.AdvantageHundredths == 0)
        {
            yield break;
        }

        var hasOtherSide = Math.Sign(losing.AdvantageHundredths) == -Math.Sign(winning.AdvantageHundredths);
        yield return hasOtherSide
            ? Voice.Say(BalanceWords.BothSides, winner, Argument(winning), loser, Argument(losing))
            : Voice.Say(BalanceWords.OneSide, winner, Argument(winning));
        yield return Reason(winning.Influence);
        yield return hasOtherSide ? Reason(losing.Influence) : Phrase.Empty;
    }

    private Phrase Argument(BalanceContribution argument)
    {
        var from = names.Model.Influences[argument.Influence].From;
        return Voice.Say(BalanceWords.Argument, names.Factor(from), names.Quoted(from, explained.States[from.Index]), Signed(Math.Abs(argument.AdvantageHundredths)));
    }

    private Phrase Reason(int influence)
    {
        var provenance = names.Model.Influences[influence].Provenance;
        return provenance.Because is { } because && because.In(Voice.Language).Length > 0 && told.Add(because)
            ? Voice.Say(KindWords.Because, names.Reason(provenance), names.Cited(provenance))
            : Phrase.Empty;
    }

    private Phrase Here(FactorId factor) => InState(factor, explained.States[factor.Index]);

    private Phrase InState(FactorId factor, int state) => Voice.Say(KindWords.Plain, names.Factor(factor), names.Quoted(factor, state));

    private Phrase Own(FactorExplanation factor) => names.Quoted(factor.Factor, factor.State);

    private Phrase Rival(FactorExplanation factor) => names.Quoted(factor.Factor, factor.BestRival!.Value);

    private Phrase Points(long hundredths) => Voice.Say(hundredths == 100 ? BalanceWords.OnePoint : BalanceWords.Points, Voice.Stated(hundredths / 100.0));

    private Phrase Signed(long hundredths) => Voice.Say(hundredths == 100 ? BalanceWords.OnePoint : BalanceWords.Points, Voice.StatedSigned(hundredths / 100.0));
}
