using System.Collections.Immutable;
using Detente.Language.Writing;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Condition to canonical text.</summary>
internal sealed class ConditionWriter(Model model)
{
    /// <summary>How tightly a place binds: what binds less tightly needs parentheses there.</summary>
    private enum Tightness
    {
        Any,
        All,
        Unary,
    }

    /// <summary>A condition where no parentheses are needed.</summary>
    public string Any(Condition condition) => Write(condition, Tightness.Any);

    /// <summary>An event or one of its outcomes.</summary>
    public string Event(EventReference reference)
    {
        var item = model.Events[reference.Event.Index];
        return reference.Outcome is { } outcome ? item.Id + "." + item.Outcomes[outcome].Id : item.Id;
    }

    /// <summary>The sign of a comparison.</summary>
    public static string Sign(Comparison comparison) => Array.Find(ConditionReader.Operators, item => item.Operator == comparison).Sign;

    private string Write(Condition condition, Tightness place) => condition switch
    {
        AnyOf any => Joined(any.Parts, " or ", Tightness.Any, place),
        AllOf all => Joined(all.Parts, " and ", Tightness.All, place),
        Not { Part: FactorIn { Written: null } list } => Factor(list.Factor) + " not" + States(list),
        Not not => "not " + Write(not.Part, Tightness.Unary),
        ConstantCondition constant => constant.Value ? "always" : "never",
        FactorIn { Written: { } written } part =>
            $"{Factor(part.Factor)} {Sign(written.Operator)} {model.Factors[part.Factor.Index].States[written.State].Id}",
        FactorIn part => Factor(part.Factor) + States(part),
        Occurred part => $"occurred({Pattern(part.Pattern)}{(part.Window is { } window ? ", " + ScalarText.Period(window) : "")})",
        CountCondition part =>
            $"count({Pattern(part.Pattern)}, {ScalarText.Period(part.Window)}) {Sign(part.Operator)} {ScalarText.Whole(part.Number)}",
        Held held => $"held({Any(held.Part)}, {ScalarText.Period(held.Window)})",
        InForce part => $"in-force({model.Measures[part.Measure.Index].Id})",
        Agreed part => $"agreed({model.Measures[part.Measure.Index].Id})",
        During part => $"during({model.Events[part.Event.Index].Id})",
        AtLeast part => $"at-least({ScalarText.Whole(part.Count)}, {string.Join(", ", part.Parts.Select(Any))})",
        DateCondition part => $"date {Sign(part.Operator)} {ScalarText.Date(part.Date)}",
        InScenario part => $"in-scenario({model.Scenarios[part.Scenario.Index].Id})",
        _ => throw new ArgumentException("This kind of condition has no text: " + condition.GetType().Name, nameof(condition)),
    };

    private string Joined(ImmutableArray<Condition> parts, string word, Tightness own, Tightness place)
    {
        var text = string.Join(word, parts.Select(part => Write(part, own + 1)));
        return own < place ? "(" + text + ")" : text;
    }

    private string Factor(FactorId factor) => model.Factors[factor.Index].Id;

    private string States(FactorIn part) =>
        $" in ({string.Join(", ", part.States.Select(state => model.Factors[part.Factor.Index].States[state].Id))})";

    private string Pattern(EventPattern pattern)
    {
        if (pattern.Event is { } reference)
        {
            return Event(reference);
        }

        if (model.Severities.FirstOrDefault(severity => severity.Level == pattern.MinimumSeverity) is { } exact)
        {
            return "severity >= " + exact.Id;
        }

        // Between two levels, or above the gravest: the steps above the next lower one are meant.
        var below = model.Severities.Where(severity => severity.Level < pattern.MinimumSeverity).MaxBy(severity => severity.Level);
        return below is null
            ? "severity >= " + model.Severities.MinBy(severity => severity.Level)!.Id
            : "severity > " + below.Id;
    }
}
