using Detente.Models;

namespace Detente.Cli.Rules;

/// <summary>A condition of a model and where it stands.</summary>
/// <param name="Place">The element and the key (<c>events/clash/when</c>).</param>
/// <param name="Condition">The condition.</param>
internal readonly record struct ModelRule(string Place, Condition Condition)
{
    /// <summary>Every condition of a model, in the order of its sections.</summary>
    public static IEnumerable<ModelRule> Of(Model model) =>
    [
        .. model.Influences.SelectMany(influence => One($"influences/{influence.Name}/when", influence.When)),
        .. model.Barred.SelectMany(barrier => One($"barred/{model.Factors[barrier.Factor.Index].Id}/while", barrier.While)),
        .. model.Events.SelectMany(OfEvent),
        .. model.Measures.SelectMany(OfMeasure),
        .. model.Strategies.SelectMany(strategy => OfStrategy(strategy, model)),
        .. model.Constraints.SelectMany(constraint => One($"constraints/{constraint.Id}/never", constraint.Never)),
        .. model.Scenarios.SelectMany(scenario => One($"scenarios/{scenario.Id}/rule", scenario.Rule)),
        .. model.Questions.SelectMany(question => One($"questions/{question.Id}/rule", question.Rule)),
        .. model.Claims.SelectMany(claim => OfStatement(claim.Statement).SelectMany(condition => One($"claims/{claim.Id}", condition))),
    ];

    private static IEnumerable<ModelRule> One(string place, Condition? condition) => condition is null ? [] : [new(place, condition)];

    private static IEnumerable<ModelRule> OfEvent(ModelEvent item)
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

    private static IEnumerable<ModelRule> OfMeasure(Measure measure)
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

    private static IEnumerable<ModelRule> OfStrategy(Strategy strategy, Model model) => strategy.Pursuits.SelectMany(pursuit =>
    {
        var place = $"strategies/{strategy.Id}/{model.Measures[pursuit.Measure.Index].Id}";
        return One(place + "/when", pursuit.When).Concat(One(place + "/until", pursuit.Until));
    });

    private static IEnumerable<ModelRule> OfEffects(string place, IEnumerable<Effect> effects) => effects.SelectMany(effect =>
        One(place + "/when", effect.When).Concat(One(place + "/while", (effect as PushEffect)?.While)));

    private static IEnumerable<Condition?> OfStatement(Statement statement) => statement switch
    {
        ComparedWorlds compared => [OfQuantity(compared.Quantity)],
        EventResponse response => [OfQuantity(response.Quantity)],
        QuantityOrder order => order.Quantities.Select(OfQuantity),
        QuantityLevel level => [OfQuantity(level.Quantity)],
        Invariant invariant => [invariant.Condition, invariant.When],
        Precedence precedence => [precedence.First, precedence.Second],
        InitialFact fact => [fact.Condition],
        _ => [],
    };

    private static Condition? OfQuantity(Quantity quantity) => quantity switch
    {
        Chance chance => chance.Condition,
        Share share => share.Condition,
        EventRate rate => rate.While,
        _ => null,
    };
}
