using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;

namespace Detente.Cli.Rules;

/// <summary>A condition or a claim of a model, read back, and where it stands.</summary>
/// <param name="Place">The element and the key (<c>events/flood/when</c>).</param>
/// <param name="Text">Its canonical text.</param>
/// <param name="Comparisons">Each of its comparisons with the states it covers.</param>
internal readonly record struct ModelRule(string Place, string Text, ImmutableArray<string> Comparisons)
{
    /// <summary>Every condition and claim of a model, in the order of its sections.</summary>
    public static IEnumerable<ModelRule> Of(Model model) =>
    [
        .. Conditions(model).Select(found =>
            new ModelRule(found.Place, ConditionText.Write(found.Condition, model), ConditionText.Comparisons(found.Condition, model))),
        .. model.Claims.Select(claim =>
            new ModelRule("claims/" + claim.Id, ClaimText.Write(claim.Statement, model), ClaimText.Comparisons(claim.Statement, model))),
    ];

    private static IEnumerable<(string Place, Condition Condition)> Conditions(Model model) =>
    [
        .. model.Influences.SelectMany(influence => One($"influences/{influence.Name}/when", influence.When)),
        .. model.Barred.SelectMany(barrier => One($"barred/{model.Factors[barrier.Factor.Index].Id}/while", barrier.While)),
        .. model.Events.SelectMany(OfEvent),
        .. model.Measures.SelectMany(OfMeasure),
        .. model.Strategies.SelectMany(strategy => OfStrategy(strategy, model)),
        .. model.Constraints.SelectMany(constraint => One($"constraints/{constraint.Id}/never", constraint.Never)),
        .. model.Scenarios.SelectMany(scenario => One($"scenarios/{scenario.Id}/rule", scenario.Rule)),
        .. model.Questions.SelectMany(question => One($"questions/{question.Id}/rule", question.Rule)),
    ];

    private static IEnumerable<(string Place, Condition Condition)> One(string place, Condition? condition) => condition is null ? [] : [(place, condition)];

    private static IEnumerable<(string Place, Condition Condition)> OfEvent(ModelEvent item)
    {
        var place = "events/" + item.Id;
        var causes = item.Trigger is Consequence consequence ? consequence.Causes : [];
        return
        [
            .. One(place + "/when", item.When),
            .. causes.SelectMany(cause => One(place + "/caused-by", cause.When)),
            .. item.Multipliers.SelectMany(multiplier => One(place + "/multipliers", multiplier.When)),
            .. item.Outcomes.SelectMany(outcome => OfEffects($"{place}/{outcome.Id}", outcome.Effects)),
            .. item.Outcomes.SelectMany(outcome => outcome.Multipliers.SelectMany(multiplier => One($"{place}/{outcome.Id}/multipliers", multiplier.When))),
        ];
    }

    private static IEnumerable<(string Place, Condition Condition)> OfMeasure(Measure measure)
    {
        var place = "measures/" + measure.Id;
        return
        [
            .. measure.Preconditions.SelectMany(condition => One($"{place}/preconditions/{condition.Id}", condition.When)),
            .. OfEffects(place + "/effects", measure.Effects),
            .. OfEffects(place + "/early", measure.Early),
            .. One(place + "/sustained-by", measure.SustainedBy),
        ];
    }

    private static IEnumerable<(string Place, Condition Condition)> OfStrategy(Strategy strategy, Model model) => strategy.Pursuits.SelectMany(pursuit =>
    {
        var place = $"strategies/{strategy.Id}/{model.Measures[pursuit.Measure.Index].Id}";
        return One(place + "/when", pursuit.When).Concat(One(place + "/until", pursuit.Until));
    });

    private static IEnumerable<(string Place, Condition Condition)> OfEffects(string place, IEnumerable<Effect> effects) => effects.SelectMany(effect =>
        One(place + "/when", effect.When).Concat(One(place + "/while", (effect as PushEffect)?.While)));
}
