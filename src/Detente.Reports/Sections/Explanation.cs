using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>What a consistent scenario looks like, what holds it together, and where it might tip.</summary>
internal sealed class Explanation
{
    private const int FewKinds = 5;
    private const int MarksNamed = 3;
    private const int MarksOfMany = 2;

    private readonly BriefContext context;
    private readonly ImmutableArray<(ScenarioId Kind, ConsistentScenario Scenario, ImmutableArray<FactorId> Loop)> bests;
    private readonly ImmutableArray<FactorId> shared;

    public Explanation(BriefContext context)
    {
        this.context = context;
        var scenarios = context.Result.Scenarios.Scenarios;
        bests = [.. context.Result.Scenarios.Kinds
            .Where(kind => kind.Best is { } best && best < scenarios.Length)
            .Select(kind => (kind.Scenario, scenarios[kind.Best!.Value], SupportLoop.Find(context.Model, scenarios[kind.Best!.Value].Balances)))];
        shared = bests.Where(best => best.Loop.Length > 0)
            .Select(best => best.Loop)
            .Where(loop => bests.Count(best => IsSame(best.Loop, loop)) > 1)
            .OrderByDescending(loop => bests.Count(best => IsSame(best.Loop, loop)))
            .FirstOrDefault([]);
    }

    /// <summary>The loop that holds several kinds together, told once; nothing where there is none.</summary>
    public Phrase SharedLoop()
    {
        if (shared.IsEmpty)
        {
            return Phrase.Empty;
        }

        var held = bests.Where(best => IsSame(best.Loop, shared)).ToList();
        var isOther = held.Select(best => string.Join(' ', shared.Select(factor => best.Scenario.States[factor.Index]))).Distinct(StringComparer.Ordinal).Count() == held.Count;
        var kinds = context.Voice.List(held.Select(best => context.Kind(best.Kind)));
        var others = isOther ? context.Voice.Word(KindWords.OtherStates) : Phrase.Empty;
        return context.Result.Structure.ImageLoops is [var spiral, ..] && IsSame(spiral.Factors, shared)
            ? context.Voice.Say(KindWords.SharedSpiral, kinds, others)
            : context.Voice.Say(KindWords.SharedLoop, kinds, others, Round(shared));
    }

    /// <summary>
    /// The states that tell it from the best scenarios of the other kinds and from the start of the horizon: most telling first, on a tie
    /// the factor with more influence.
    /// </summary>
    public Phrase Marks(ConsistentScenario scenario)
    {
        var others = bests.Select(best => best.Scenario).Where(other => !other.States.SequenceEqual(scenario.States)).ToList();
        var factors = context.Model.Factors;
        var influence = context.Result.Structure.Factors.ToDictionary(role => role.Factor.Index, role => role.Influence);
        bool IsChanged(int f) => factors[f].Initial is { } initial && initial != scenario.States[f];
        var told = Enumerable.Range(0, scenario.States.Length)
            .Select(f => (Factor: f, Others: others.Count(other => other.States[f] != scenario.States[f])))
            .Where(mark => mark.Others > 0 || IsChanged(mark.Factor))
            .OrderByDescending(mark => mark.Others)
            .ThenByDescending(mark => IsChanged(mark.Factor))
            .ThenByDescending(mark => influence.GetValueOrDefault(mark.Factor))
            .Take(context.Model.Scenarios.Length > FewKinds ? MarksOfMany : MarksNamed)
            .Select(mark => Mark(new FactorId(mark.Factor), scenario.States[mark.Factor]));
        return context.Voice.List(told);
    }

    /// <summary>A loop of its own, and the strongest support with its reason in the analyst's words.</summary>
    public IEnumerable<Passage> Support(ConsistentScenario scenario)
    {
        var (voice, influences, loop) = (context.Voice, context.Model.Influences, SupportLoop.Find(context.Model, scenario.Balances));
        var isShared = IsSame(loop, shared);
        var supports = SupportLoop.Supports(scenario.Balances).Where(support => !isShared || !shared.Contains(influences[support.Influence].From) || !shared.Contains(influences[support.Influence].To)).ToList();
        if (supports.Count > 0)
        {
            var influence = influences[supports[0].Influence];
            var strongest = voice.Say(
                isShared ? KindWords.StrongestOutside : KindWords.Strongest,
                context.Factor(influence.From), context.Factor(influence.To), voice.Signed(supports[0].AdvantageHundredths / 100.0, 1));
            yield return BriefContext.Output(isShared || loop.IsEmpty ? strongest : voice.Say(KindWords.Loop, Round(loop)) + strongest);
            if (influence.Provenance.Because is not null && context.Model.Scenarios.Length <= FewKinds)
            {
                yield return new Passage(voice.Say(KindWords.Because, context.Reason(influence.Provenance), context.Cited(influence.Provenance)), influence.Provenance.Label);
            }
        }
    }

    private Phrase Mark(FactorId factor, int state) => context.Model.Factors[factor.Index].Initial switch
    {
        null => context.Voice.Say(KindWords.Plain, context.Factor(factor), context.Quoted(factor, state)),
        { } initial when initial == state => context.Voice.Say(KindWords.Unchanged, context.Factor(factor), context.Quoted(factor, state)),
        { } initial => context.Changed(factor, state, initial),
    };

    private Phrase Round(ImmutableArray<FactorId> loop) => SupportLoop.Round(context, loop);

    private static bool IsSame(ImmutableArray<FactorId> one, ImmutableArray<FactorId> other) => one.Length > 0 && one.Length == other.Length && one.All(other.Contains);

    /// <summary>Whether another state of a factor is as well supported as its own.</summary>
    public static bool IsTied(ConsistentScenario scenario, FactorId factor) =>
        scenario.Balances.FirstOrDefault(balance => balance.Factor == factor) is { } balance && IsTied(balance, scenario);

    // A factor that nothing speaks for or against is tied everywhere: that says nothing.
    private static bool IsTied(FactorBalance balance, ConsistentScenario scenario)
    {
        var own = scenario.States[balance.Factor.Index];
        return balance.ScoresHundredths.Any(score => score != balance.ScoresHundredths[0])
            && balance.ScoresHundredths.Where((_, state) => state != own).DefaultIfEmpty(long.MinValue).Max() == balance.ScoresHundredths[own];
    }
}
