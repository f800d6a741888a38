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
    private const int SupportsOutside = 2;
    private const int LinksNamed = 3;
    private const int BehindNamed = 5;

    private readonly HashSet<LocalizedText> told = [];
    private SourceId? cited;

    private Voice Voice => names.Voice;

    /// <summary>What holds it together, or pulls it apart, sentence by sentence.</summary>
    /// <param name="tolerance">The inconsistency that was allowed, in hundredths of a point.</param>
    public IEnumerable<Phrase> Why(long tolerance)
    {
        var against = explained.Factors.Where(factor => factor is { IsHeld: true, LeadHundredths: < 0 }).Select(Trailing).ToList();
        return
        [
            .. explained.InconsistencyHundredths == 0 ? Holding(against.Count > 0) : Behind(tolerance),
            against.Count == 0 ? Phrase.Empty : Voice.Say(BalanceWords.HeldOutside, Shortened(Voice, against, BehindNamed)),
            explained.Barred.IsEmpty ? Phrase.Empty : Voice.Say(BalanceWords.Barred, Voice.List(explained.Barred.Select(Here))),
        ];
    }

    /// <summary>Its weakest links and what would tip them, sentence by sentence; nothing for one that is tipped already, or that has none.</summary>
    public IEnumerable<Phrase> Weak()
    {
        var weakest = explained.Weakest.Select(factor => explained.Factors[factor.Index]).ToList();
        return explained.InconsistencyHundredths > 0 ? [] : weakest.Count switch
        {
            0 => [],
            1 => OneLink(weakest[0]),
            _ => SeveralLinks(weakest),
        };
    }

    /// <summary>Its firmest link and what would tip it all the same; of several that are as firm only their lead; nothing where all are.</summary>
    public IEnumerable<Phrase> Firm()
    {
        var links = explained.Factors.Where(factor => factor is { IsInfluenced: true, IsHeld: false, BestRival: not null }).ToList();
        if (explained.InconsistencyHundredths == 0 && links.MaxBy(factor => factor.LeadHundredths) is { } firmest && firmest.LeadHundredths > links.Min(factor => factor.LeadHundredths))
        {
            var asFirm = links.Where(factor => factor.LeadHundredths == firmest.LeadHundredths).ToList();
            if (asFirm.Count > 1)
            {
                yield return Voice.Say(BalanceWords.FirmestAlike, Titles(asFirm), Points(firmest.LeadHundredths));
                yield break;
            }

            yield return Voice.Say(BalanceWords.Firmest, names.Factor(firmest.Factor), Lead(firmest, BalanceWords.Leads));
            yield return Tipping.Changes(names, explained, firmest);
        }
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

    private IEnumerable<Phrase> Holding(bool isForced)
    {
        yield return Voice.Word(isForced ? BalanceWords.ConsistentBut : BalanceWords.Consistent);
        var balances = explained.Factors.Where(factor => !factor.IsHeld).Select(factor => factor.Balance).ToList();
        var loop = SupportLoop.Find(names.Model, balances);
        var supports = SupportLoop.Supports(balances).ToList();
        if (loop.Length > 0)
        {
            yield return Voice.Say(BalanceWords.Loop, Voice.Join(" → ", loop.Select(Here).Append(names.Factor(loop[0]))));
            foreach (var (place, from) in loop.Index())
            {
                // Several influences may join the pair: the strongest of them makes the link.
                var to = loop[(place + 1) % loop.Length];
                yield return Reason(supports.First(support => names.Model.Influences[support.Influence] is var link && link.From == from && link.To == to).Influence);
            }
        }

        var outside = supports
            .Where(support => !loop.Contains(names.Model.Influences[support.Influence].From) || !loop.Contains(names.Model.Influences[support.Influence].To))
            .DistinctBy(support => names.Model.Influences[support.Influence].To)
            .Take(loop.IsEmpty ? SupportsNamed : SupportsOutside);
        long? before = null;
        foreach (var support in outside)
        {
            var influence = names.Model.Influences[support.Influence];
            yield return Voice.Say(
                before is null ? loop.IsEmpty ? BalanceWords.Strongest : BalanceWords.StrongestOutside : before == support.AdvantageHundredths ? BalanceWords.AsStrong : BalanceWords.Next,
                Here(influence.From),
                Here(influence.To),
                Signed(support.AdvantageHundredths),
                names.Quoted(influence.To, explained.Factors[influence.To.Index].BestRival!.Value));
            yield return Reason(support.Influence);
            before = support.AdvantageHundredths;
        }
    }

    private IEnumerable<Phrase> OneLink(FactorExplanation link) =>
    [
        Voice.Say(BalanceWords.Weakest, names.Factor(link.Factor), Lead(link, BalanceWords.LeadsOnly)),
        .. Sides(link),
        Tipping.Changes(names, explained, link),
        Tipping.Judgement(names, explained, link),
    ];

    private IEnumerable<Phrase> SeveralLinks(List<FactorExplanation> links)
    {
        var factors = Titles(links);
        yield return links[0].LeadHundredths == 0
            ? Voice.Say(BalanceWords.WeakestTied, factors)
            : Voice.Say(BalanceWords.WeakestClose, factors, Points(links[0].LeadHundredths));
        foreach (var link in links.Take(LinksNamed))
        {
            yield return Tipping.ChangesOfLink(names, explained, link);
        }
    }

    private IEnumerable<Phrase> Behind(long tolerance)
    {
        var behind = explained.Factors.Where(factor => factor is { IsHeld: false, LeadHundredths: < 0 }).OrderBy(factor => factor.LeadHundredths).ToList();
        yield return explained.InconsistencyHundredths <= tolerance
            ? Voice.Say(BalanceWords.Tolerated, Points(tolerance))
            : behind.Count == 1 ? Voice.Word(BalanceWords.InconsistentOne) : Voice.Say(BalanceWords.Inconsistent, Voice.Spelled(behind.Count), Voice.Spelled(explained.Factors.Length));
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
            yield return Voice.Say(BalanceWords.AlsoBehind, Shortened(Voice, [.. behind.Skip(1).Select(Trailing)], BehindNamed));
        }
    }

    private Phrase Titles(List<FactorExplanation> links)
    {
        List<Phrase> titles = [.. links.Select(factor => names.Factor(factor.Factor))];
        return titles.Count <= BehindNamed ? Voice.ListOfTitles(titles) : Shortened(Voice, titles, BehindNamed);
    }

    private Phrase Trailing(FactorExplanation factor) =>
        Voice.Say(BalanceWords.Behind, names.Factor(factor.Factor), Own(factor), Points(-factor.LeadHundredths), Rival(factor));

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
            : Voice.Say(BalanceWords.OneSide, winner, Argument(winning), loser);
        yield return Reason(winning.Influence);

        // A weak counter-argument needs no reason.
        yield return hasOtherSide && 2 * Math.Abs(losing.AdvantageHundredths) >= Math.Abs(winning.AdvantageHundredths) ? Reason(losing.Influence) : Phrase.Empty;
    }

    private Phrase Argument(BalanceContribution argument)
    {
        var from = names.Model.Influences[argument.Influence].From;
        return Voice.Say(BalanceWords.Argument, names.Factor(from), names.Quoted(from, explained.States[from.Index]), Signed(Math.Abs(argument.AdvantageHundredths)));
    }

    private Phrase Reason(int influence)
    {
        var provenance = names.Model.Influences[influence].Provenance;
        if (provenance.Because is not { } because || because.In(Voice.Language).Length == 0 || !told.Add(because))
        {
            return Phrase.Empty;
        }

        var sentence = Voice.Say(KindWords.Because, names.Reason(provenance), names.Cited(provenance, cited));
        cited = provenance.Sources.IsEmpty ? cited : provenance.Sources[^1].Source;
        return sentence;
    }

    private Phrase Here(FactorId factor) => Voice.Say(KindWords.Plain, names.Factor(factor), names.Quoted(factor, explained.States[factor.Index]));

    private Phrase Own(FactorExplanation factor) => names.Quoted(factor.Factor, factor.State);

    private Phrase Rival(FactorExplanation factor) => names.Quoted(factor.Factor, factor.BestRival!.Value);

    private Phrase Points(long hundredths) => Voice.Say(hundredths == 100 ? BalanceWords.OnePoint : BalanceWords.Points, Voice.Stated(hundredths / 100.0));

    private Phrase Signed(long hundredths) => Voice.Say(hundredths == 100 ? BalanceWords.OnePoint : BalanceWords.Points, Voice.StatedSigned(hundredths / 100.0));
}
