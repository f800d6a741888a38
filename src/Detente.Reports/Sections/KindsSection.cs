using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>The kinds of future, and which influences hold each of them together.</summary>
internal static class KindsSection
{
    private const int FewKinds = 5;

    public static Section From(BriefContext context)
    {
        var (voice, scenarios) = (context.Voice, context.Result.Scenarios);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var total = voice.Whole(scenarios.Configurations);
        blocks.Add(BriefContext.Outputs(
            scenarios.Count switch
            {
                { IsZero: true } => voice.Say(KindWords.CountNone, total),
                { IsOne: true } => voice.Say(KindWords.CountOne, total),
                _ => voice.Say(KindWords.Count, total, voice.Spelled(scenarios.Count)),
            },
            voice.Word(KindWords.NotFrequency)));
        blocks.Add(context.Model.Scenarios.IsEmpty
            ? BriefContext.Outputs(voice.Word(KindWords.NoKinds))
            : new StatementList([.. context.Model.Scenarios.Select((kind, i) => Entry(context, kind, new ScenarioId(i)))], ListForm.Columns));
        return new Section("kinds", voice.Word(KindWords.Heading), blocks.ToImmutable());
    }

    private static Paragraph Entry(BriefContext context, Scenario kind, ScenarioId id)
    {
        var voice = context.Voice;
        var statements = ImmutableArray.CreateBuilder<Passage>();
        statements.Add(kind.Description is { } description
            ? new Passage(voice.Analyst(description, kind.Id) + context.Cited(kind.Provenance), kind.Provenance.Label)
            : BriefContext.Output(voice.Word(KindWords.NoDescription)));
        if (kind.Unreachable is { } reason)
        {
            statements.Add(new Passage(voice.Say(KindWords.Unreachable, new AnalystText(reason.In(voice.Language).TrimEnd('.'))), kind.Provenance.Label));
        }

        statements.Add(BriefContext.Output(Held(context, context.Result.Scenarios.Kinds.FirstOrDefault(found => found.Scenario == id))));
        return new Paragraph(statements.ToImmutable()) { Lead = voice.Analyst(kind.Title, kind.Id) };
    }

    private static Phrase Held(BriefContext context, KindConfigurations? found)
    {
        var (voice, scenarios) = (context.Voice, context.Result.Scenarios.Scenarios);
        if (found is null || (found.Count == 0 && !context.Result.Scenarios.Provenance.Completeness.IsComplete))
        {
            return voice.Word(KindWords.NotExamined);
        }

        if (!found.HasStatePart)
        {
            return voice.Word(KindWords.NoStatePart);
        }

        if (found.Count == 0)
        {
            return voice.Word(KindWords.MeetsNone);
        }

        var count = found.Count == 1 ? voice.Word(KindWords.MeetsOne) : voice.Say(KindWords.Meets, voice.SpelledFirst(found.Count));
        return found.Best is { } best && best < scenarios.Length ? count + Carried(context, scenarios[best], found.Count == 1) : count;
    }

    /// <summary>The influences with the greatest advantage, and the factor with the smallest lead.</summary>
    private static Phrase Carried(BriefContext context, ConsistentScenario scenario, bool isOnly)
    {
        var voice = context.Voice;
        var carriers = scenario.Balances
            .SelectMany(balance => balance.Contributions)
            .Where(contribution => contribution.AdvantageHundredths > 0)
            .OrderByDescending(contribution => contribution.AdvantageHundredths)
            .Take(context.Model.Scenarios.Length > FewKinds ? 1 : 2)
            .Select(contribution => Carrier(context, scenario, contribution))
            .ToList();
        if (carriers.Count == 0)
        {
            return Phrase.Empty;
        }

        var sentence = " " + voice.Say(isOnly ? KindWords.CarriedOne : KindWords.CarriedBy, voice.List(carriers));
        var leads = scenario.Balances.Where(balance => balance.ScoresHundredths.Length > 1).Select(balance => (balance.Factor, Lead: Lead(balance, scenario))).ToList();
        if (leads.Count == 0)
        {
            return sentence + ".";
        }

        var (factor, lead) = leads.MinBy(pair => pair.Lead);
        var state = context.State(factor, scenario.States[factor.Index]);
        return sentence + (lead > 0
            ? voice.Say(isOnly ? KindWords.TightestOne : KindWords.Tightest, context.Factor(factor), voice.Quote(state), Points(voice, lead))
            : voice.Say(KindWords.TightestTied, context.Factor(factor), voice.Quote(state)));
    }

    private static Phrase Carrier(BriefContext context, ConsistentScenario scenario, BalanceContribution contribution)
    {
        var influence = context.Model.Influences[contribution.Influence];
        return context.Voice.Say(
            KindWords.Carrier,
            context.Factor(influence.From),
            context.State(influence.From, scenario.States[influence.From.Index]),
            context.Factor(influence.To),
            context.State(influence.To, scenario.States[influence.To.Index]),
            context.Voice.Signed(contribution.AdvantageHundredths / 100.0, 1));
    }

    private static long Lead(FactorBalance balance, ConsistentScenario scenario)
    {
        var own = scenario.States[balance.Factor.Index];
        return balance.ScoresHundredths[own] - balance.ScoresHundredths.Where((_, state) => state != own).Max();
    }

    private static string Points(Voice voice, long hundredths) => voice.Stated(hundredths / 100.0);
}
