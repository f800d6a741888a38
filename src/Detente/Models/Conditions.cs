using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>How two things are compared.</summary>
public enum Comparison
{
    /// <summary>Equal.</summary>
    Equal,

    /// <summary>Not equal.</summary>
    NotEqual,

    /// <summary>Less.</summary>
    Less,

    /// <summary>Less or equal.</summary>
    LessOrEqual,

    /// <summary>Greater.</summary>
    Greater,

    /// <summary>Greater or equal.</summary>
    GreaterOrEqual,
}

/// <summary>What comparisons mean.</summary>
internal static class Comparisons
{
    /// <summary>Whether a comparison of two numbers holds.</summary>
    /// <param name="comparison">How they are compared.</param>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public static bool Holds(this Comparison comparison, int left, int right) => comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        Comparison.Less => left < right,
        Comparison.LessOrEqual => left <= right,
        Comparison.Greater => left > right,
        _ => left >= right,
    };
}

/// <summary>A yes/no statement about the states, the recent events and the date of a path.</summary>
/// <remarks>Immutable; equality is by reference for the nodes that hold lists. The closed set of cases is the nested records of this file.</remarks>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>The condition it stands for after an edit of the model: random numbers keyed by a condition keep that one's name. Null: its own.</summary>
    internal Condition? InPlaceOf { get; init; }

    /// <summary>The condition itself and everything inside it, in the order of reading. Cost: its number of parts; no recursion, whatever the depth.</summary>
    public IEnumerable<Condition> Walk()
    {
        var open = new Stack<Condition>();
        open.Push(this);
        while (open.TryPop(out var part))
        {
            yield return part;
            foreach (var inner in part.Inside().Reverse())
            {
                open.Push(inner);
            }
        }
    }

    private ImmutableArray<Condition> Inside() => this switch
    {
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        AtLeast some => some.Parts,
        Not not => [not.Part],
        Held held => [held.Part],
        _ => [],
    };
}

/// <summary>Holds always, or never.</summary>
/// <param name="Value">Which.</param>
public sealed record ConstantCondition(bool Value) : Condition;

/// <summary>All parts hold.</summary>
/// <param name="Parts">Two or more conditions.</param>
public sealed record AllOf(ImmutableArray<Condition> Parts) : Condition;

/// <summary>At least one part holds.</summary>
/// <param name="Parts">Two or more conditions.</param>
public sealed record AnyOf(ImmutableArray<Condition> Parts) : Condition;

/// <summary>The part does not hold.</summary>
/// <param name="Part">The condition.</param>
public sealed record Not(Condition Part) : Condition;

/// <summary>At least so many parts hold.</summary>
/// <param name="Count">How many; 1 to the number of parts.</param>
/// <param name="Parts">The conditions.</param>
public sealed record AtLeast(int Count, ImmutableArray<Condition> Parts) : Condition;

/// <summary>A factor is in one of the named states.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="States">The states it covers, ascending, each once; may be empty or all (both draw a warning).</param>
/// <param name="Written">The comparison it was written as, or null for a list of states.</param>
public sealed record FactorIn(FactorId Factor, ImmutableArray<int> States, WrittenComparison? Written) : Condition;

/// <summary>A comparison as written, so that it can be printed back.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="State">The state compared with.</param>
public readonly record struct WrittenComparison(Comparison Operator, int State);

/// <summary>What a window looks for: an event, one of its outcomes, or any event of some severity.</summary>
/// <param name="Event">The event, or null for a severity.</param>
/// <param name="MinimumSeverity">The least level of severity counted when no event is named; otherwise 0.</param>
public readonly record struct EventPattern(EventReference? Event, int MinimumSeverity);

/// <summary>A matching event happened in the steps before now.</summary>
/// <param name="Pattern">What to look for.</param>
/// <param name="Window">How far back; null: since the beginning, history included.</param>
public sealed record Occurred(EventPattern Pattern, Period? Window) : Condition;

/// <summary>The number of steps' matching events in a window, compared with a number.</summary>
/// <param name="Pattern">What to look for.</param>
/// <param name="Window">How far back.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Number">The number.</param>
public sealed record CountCondition(EventPattern Pattern, Period Window, Comparison Operator, int Number) : Condition;

/// <summary>The part has held throughout the window, now included.</summary>
/// <param name="Part">The condition.</param>
/// <param name="Window">How long.</param>
public sealed record Held(Condition Part, Period Window) : Condition;

/// <summary>The measure is in force.</summary>
/// <param name="Measure">The measure.</param>
public sealed record InForce(MeasureId Measure) : Condition;

/// <summary>The measure is agreed in this very step.</summary>
/// <param name="Measure">The measure.</param>
public sealed record Agreed(MeasureId Measure) : Condition;

/// <summary>The date lies in the window around one of the dates of a scheduled event.</summary>
/// <param name="Event">The scheduled event.</param>
public sealed record During(EventId Event) : Condition;

/// <summary>The first day of the current step compared with a date.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Date">The date.</param>
public sealed record DateCondition(Comparison Operator, DateOnly Date) : Condition;

/// <summary>The path is in the scenario: its rule is the first that holds.</summary>
/// <param name="Scenario">The scenario.</param>
public sealed record InScenario(ScenarioId Scenario) : Condition;
