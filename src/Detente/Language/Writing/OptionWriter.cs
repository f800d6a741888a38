using Detente.Models;

namespace Detente.Language.Writing;

/// <summary>Measures, strategies, constraints, scenarios and the objective to tree.</summary>
internal sealed class OptionWriter(Model model, EventWriter events)
{
    /// <summary>Adds the sections.</summary>
    public void Write(MapBuilder sections) => sections
        .Entries("measures", model.Measures.Select(measure => (measure.Id, Measure(measure))))
        .Entries("strategies", model.Strategies.Select(strategy => (strategy.Id, Strategy(strategy))))
        .List("baseline", model.Baseline.Select(strategy => model.Strategies[strategy.Index].Id))
        .Entries("constraints", model.Constraints.Select(constraint => (constraint.Id, Constraint(constraint))))
        .Entries("scenarios", model.Scenarios.Select((scenario, place) => (scenario.Id, Scenario(scenario, place == model.Scenarios.Length - 1))))
        .Add("objective", model.Objective is { } objective ? Objective(objective) : null);

    private YamlNode Measure(Measure measure) => new MapBuilder()
        .Title(measure.Title, measure.Id)
        .List("by", measure.By.Select(actor => model.Actors[actor.Index].Id))
        .Add("step", measure.Step is { } step ? ScalarText.Whole(step) : null)
        .Entries("preconditions", measure.Preconditions.Select(precondition => (precondition.Id, Precondition(precondition))))
        .If(measure.Gate == Gate.Advisory, "gate", "advisory")
        .Estimate("uptake", measure.Uptake, Estimate.Point(1))
        .Period("lead", measure.Lead)
        .List("effects", events.Effects(measure.Effects))
        .List("early", events.Effects(measure.Early))
        .Add("sustained-by", Condition(measure.SustainedBy))
        .Period("pause", measure.Pause)
        .Add("cost", measure.Cost == 0 ? null : ScalarText.Number(measure.Cost))
        .Provenance(measure.Provenance, model.Sources).Map;

    private YamlNode Precondition(Precondition precondition) => new MapBuilder()
        .Title(precondition.Title, precondition.Id)
        .Add("when", Condition(precondition.When))
        .Provenance(precondition.Provenance, model.Sources).Map;

    private YamlNode Strategy(Strategy strategy) => new MapBuilder()
        .Title(strategy.Title, strategy.Id)
        .Add("of", YamlList.Of(strategy.Of.Select(actor => model.Actors[actor.Index].Id)))
        .Add("measures", YamlList.Of(strategy.Pursuits.Select(Pursuit)))
        .Provenance(strategy.Provenance, model.Sources).Map;

    private YamlNode Pursuit(Pursuit pursuit) => pursuit is { When: null, Until: null, After.IsEmpty: true }
        ? new YamlScalar(model.Measures[pursuit.Measure.Index].Id)
        : new MapBuilder()
            .Add("measure", model.Measures[pursuit.Measure.Index].Id)
            .Add("when", Condition(pursuit.When))
            .Add("until", Condition(pursuit.Until))
            .List("after", pursuit.After.Select(measure => model.Measures[measure.Index].Id)).Map;

    private YamlNode Constraint(Constraint constraint) => new MapBuilder()
        .Title(constraint.Title, constraint.Id)
        .Add("never", Condition(constraint.Never))
        .Add("kind", constraint.IsHard ? "hard" : "soft")
        .Provenance(constraint.Provenance, model.Sources).Map;

    private YamlNode Scenario(Scenario scenario, bool isLast) => new MapBuilder()
        .Title(scenario.Title, scenario.Id)
        .Text("description", scenario.Description)
        .Add("rule", isLast && scenario.Rule is ConstantCondition { Value: true } ? "otherwise" : Condition(scenario.Rule))
        .Text("unreachable", scenario.Unreachable)
        .Provenance(scenario.Provenance, model.Sources).Map;

    private YamlNode Objective(Objective objective) => new MapBuilder()
        .List("order", objective.Order.Select(scenario => model.Scenarios[scenario.Index].Id))
        .Entries("scenarios", objective.Weights.Select(item => (model.Scenarios[item.Scenario.Index].Id, Number(item.Weight))))
        .Entries("severity", objective.SeverityWeights.Select(item => (model.Severities[item.Severity].Id, Number(item.Weight))))
        .Provenance(objective.Provenance, model.Sources).Map;

    private static YamlNode Number(double number) => new YamlScalar(ScalarText.Number(number));

    private string? Condition(Condition? condition) => condition is null ? null : ConditionText.Write(condition, model);
}
