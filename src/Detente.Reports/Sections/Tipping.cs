using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>What would have to change for another state of a factor to win, in a sentence.</summary>
internal static class Tipping
{
    private const int ChangesNamed = 4;
    private const int ChangesOfMany = 3;

    /// <summary>Which changes of other factors' states would let any rival overtake.</summary>
    public static Phrase Changes(ModelNames names, ConfigurationExplanation explained, FactorExplanation factor)
    {
        var (voice, singles) = (names.Voice, Nearest(names, explained, factor));
        switch (singles.Count)
        {
            case 0:
                return Together(names, explained, factor);
            case 1:
                var (other, state, winner, _) = singles[0];
                return voice.Say(
                    BalanceWords.OneChange,
                    names.Factor(other), names.Quoted(other, state), names.Quoted(factor.Factor, winner), names.Quoted(other, explained.States[other.Index]));
            case <= ChangesNamed:
                return voice.Say(BalanceWords.AnyChange, Listed(names, explained, factor, singles));
            default:
                return voice.Say(BalanceWords.ManyChanges, voice.SpelledFirst(singles.Count), Listed(names, explained, factor, Strongest(singles)));
        }
    }

    /// <summary>The same, for one link of several.</summary>
    public static Phrase ChangesOfLink(ModelNames names, ConfigurationExplanation explained, FactorExplanation factor)
    {
        var singles = Nearest(names, explained, factor);
        if (singles.Count == 0)
        {
            return names.Voice.Say(BalanceWords.Link, names.Factor(factor.Factor), Together(names, explained, factor));
        }

        return names.Voice.Say(
            singles.Count == 1 ? BalanceWords.OneForLink : singles.Count <= ChangesNamed ? BalanceWords.AnyForLink : BalanceWords.ManyForLink,
            names.Factor(factor.Factor),
            names.Quoted(factor.Factor, factor.State),
            names.Quoted(factor.Factor, factor.BestRival!.Value),
            Listed(names, explained, factor, singles.Count <= ChangesNamed ? singles : Strongest(singles)),
            names.Voice.Spelled(singles.Count));
    }

    /// <summary>The smallest change of a judgement within its own range that would do it; that there is none, where ranges are stated.</summary>
    public static Phrase Judgement(ModelNames names, ConfigurationExplanation explained, FactorExplanation factor)
    {
        var influences = names.Model.Influences;
        var within = factor.Overtakings
            .SelectMany(overtaking => overtaking.Judgements)
            .Where(change => change.IsWithinRange)
            .OrderBy(change => Math.Abs(change.ToHundredths - change.FromHundredths))
            .Select(change => (JudgementChange?)change)
            .FirstOrDefault();
        if (within is not { } smallest)
        {
            var areRanged = factor.Balance.Contributions.Any(one => IsUncertain(influences[one.Influence]));
            return areRanged ? names.Voice.Word(BalanceWords.NoJudgement) : Phrase.Empty;
        }

        var influence = influences[smallest.Influence];
        var (voice, range) = (names.Voice, Range(influence, explained.States[influence.From.Index], smallest.TargetState));
        return voice.Say(
            BalanceWords.Judgement,
            smallest.TargetState is null ? names.Factor(influence.From) : voice.Say(KindWords.Plain, names.Factor(influence.From), names.Quoted(influence.From, explained.States[influence.From.Index])),
            smallest.TargetState is { } state ? voice.Say(KindWords.Plain, names.Factor(influence.To), names.Quoted(influence.To, state)) : names.Factor(influence.To),
            voice.Stated(smallest.ToHundredths / 100.0),
            voice.Stated(smallest.FromHundredths / 100.0),
            voice.Stated(range.Low),
            voice.Stated(range.High));
    }

    private static bool IsUncertain(Influence influence) => influence.Weight?.IsUncertain ?? influence.Cells.Any(cell => cell.Impact.IsUncertain);

    private static Estimate Range(Influence influence, int source, int? target) =>
        influence.Weight ?? influence.Cells.First(cell => cell.SourceState == source && cell.TargetState == target).Impact;

    // Of every factor the change by the fewest states; of a nominal one, that with the largest effect.
    private static List<StateChange> Nearest(ModelNames names, ConfigurationExplanation explained, FactorExplanation factor) =>
    [
        .. factor.Overtakings
            .SelectMany(overtaking => overtaking.Singles)
            .GroupBy(single => single.Factor)
            .OrderBy(singles => singles.Key.Index)
            .Select(singles => singles
                .OrderBy(single => names.Model.Factors[single.Factor.Index].Scale == FactorScale.Ordered ? Math.Abs(single.State - explained.States[single.Factor.Index]) : 0)
                .ThenBy(single => single.LeadHundredths)
                .First()),
    ];

    private static List<StateChange> Strongest(List<StateChange> singles) => [.. singles.OrderBy(single => single.LeadHundredths).Take(ChangesOfMany)];

    // The winner is told once for all it wins by, and nowhere when there is but one rival.
    private static Phrase Listed(ModelNames names, ConfigurationExplanation explained, FactorExplanation factor, List<StateChange> changes)
    {
        return factor.Balance.ScoresHundredths.Length == 2
            ? List(changes)
            : Voice.Join("; ", changes.GroupBy(change => change.Winner).OrderBy(group => group.Key).Select(group => names.Voice.Say(
                group.Count() == 1 ? BalanceWords.OneInFavour : BalanceWords.AllInFavour, List(group), names.Quoted(factor.Factor, group.Key))));

        Phrase List(IEnumerable<StateChange> some) =>
            names.Voice.List(some.Select(change => names.Changed(change.Factor, change.State, explained.States[change.Factor.Index])));
    }

    private static Phrase Together(ModelNames names, ConfigurationExplanation explained, FactorExplanation factor)
    {
        var voice = names.Voice;
        var fewest = factor.Overtakings.Where(overtaking => overtaking.Together.Length > 0).MinBy(overtaking => (overtaking.Together.Length, overtaking.LeadHundredths));
        if (fewest is null)
        {
            return voice.Word(factor.Overtakings.All(overtaking => overtaking.IsProven) ? BalanceWords.NoChange : BalanceWords.NoneFound);
        }

        var changes = voice.List(fewest.Together.Select(change => names.Changed(change.Factor, change.State, explained.States[change.Factor.Index])));
        var sentence = voice.Say(BalanceWords.Together, voice.Spelled(fewest.Together.Length), changes, names.Quoted(factor.Factor, fewest.Winner!.Value));
        return factor.Overtakings.All(overtaking => overtaking.IsProven) ? sentence : sentence + voice.Word(BalanceWords.FewerOpen);
    }
}
