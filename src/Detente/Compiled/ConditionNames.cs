using System.Collections.Immutable;
using System.Globalization;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>Names of conditions, made of the names of what they ask for: what has no name of its own is keyed by the condition it goes with.</summary>
/// <remarks>Part of the sampling contract: another name is another random number. Positions do not enter.</remarks>
internal static class ConditionNames
{
    /// <summary>The name; equal for conditions written with the same parts in the same order.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="model">The model it is part of.</param>
    public static string Of(Condition condition, Model model) => condition.InPlaceOf is { } replaced ? Of(replaced, model) : condition switch
    {
        ConstantCondition constant => constant.Value ? "always" : "never",
        AllOf all => Call("all", all.Parts, model),
        AnyOf any => Call("any", any.Parts, model),
        AtLeast some => Call("at-least-" + Number(some.Count), some.Parts, model),
        Not not => Call("not", [not.Part], model),
        FactorIn atom => model.Factors[atom.Factor.Index] is var factor
            ? $"{factor.Id} in ({string.Join(", ", atom.States.Select(state => factor.States[state].Id))})"
            : "",
        Occurred occurred => $"occurred({Of(occurred.Pattern, model)}{(occurred.Window is { } window ? ", " + Of(window) : "")})",
        CountCondition count => $"count({Of(count.Pattern, model)}, {Of(count.Window)}) {count.Operator} {Number(count.Number)}",
        Held held => $"held({Of(held.Part, model)}, {Of(held.Window)})",
        InForce measure => $"in-force({model.Measures[measure.Measure.Index].Id})",
        Agreed measure => $"agreed({model.Measures[measure.Measure.Index].Id})",
        During during => $"during({model.Events[during.Event.Index].Id})",
        DateCondition date => $"date {date.Operator} {date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        InScenario kind => $"in-scenario({model.Scenarios[kind.Scenario.Index].Id})",
        _ => throw new ArgumentException("A condition of an unknown kind.", nameof(condition)),
    };

    private static string Call(string name, ImmutableArray<Condition> parts, Model model) => $"{name}({string.Join(", ", parts.Select(part => Of(part, model)))})";

    private static string Of(EventPattern pattern, Model model) => pattern.Event switch
    {
        null => "severity " + Number(pattern.MinimumSeverity),
        { } of when of.Outcome is { } outcome => $"{model.Events[of.Event.Index].Id}.{model.Events[of.Event.Index].Outcomes[outcome].Id}",
        { } of => model.Events[of.Event.Index].Id,
    };

    private static string Of(Period period) => FormattableString.Invariant($"{period.Count:R} {period.Unit}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
