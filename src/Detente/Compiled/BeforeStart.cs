using Detente.Models;

namespace Detente.Compiled;

/// <summary>Whether a condition held at a step before the start: factors stood at their initial state since their date, events are those of the history.</summary>
/// <remarks>What nobody stated is not known: the state of a factor before that date. Null stands for not known (logic of S. C. Kleene, 1952).</remarks>
internal static class BeforeStart
{
    /// <summary>Whether a condition held.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="step">The step; below 0.</param>
    /// <param name="model">The model; it has a horizon.</param>
    public static bool? Held(Condition condition, int step, Model model) => condition switch
    {
        ConstantCondition constant => constant.Value,
        AllOf all => All(all.Parts.Select(part => Held(part, step, model))),
        AnyOf any => Inverse(All(any.Parts.Select(part => Inverse(Held(part, step, model))))),
        Not not => Inverse(Held(not.Part, step, model)),
        AtLeast some => AtLeast(some, step, model),
        FactorIn atom => InState(atom, step, model),
        Occurred occurred => Count(occurred.Pattern, occurred.Window, step, model) > 0,
        CountCondition count => ConditionTable.Compares(Count(count.Pattern, count.Window, step, model), count.Operator, count.Number),
        Held held => All(Enumerable.Range(0, model.Horizon!.StepsIn(held.Window) + 1).Select(back => Held(held.Part, step - back, model))),
        During during => IsDuring(during, step, model),
        DateCondition date => ConditionTable.Compares(model.Horizon!.DateOf(step).CompareTo(date.Date), date.Operator, 0),
        InScenario kind => InKind(kind.Scenario.Index, step, model),
        _ => false, // no measure was agreed or in force
    };

    /// <summary>Whether an event with an outcome is one that a pattern looks for.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="of">The event with its outcome; an outcome that is not stated matches only a pattern without one, and severities if all outcomes have them.</param>
    /// <param name="model">The model.</param>
    public static bool Matches(EventPattern pattern, EventReference of, Model model)
    {
        if (pattern.Event is { } sought)
        {
            return sought.Event == of.Event && (sought.Outcome is null || sought.Outcome == of.Outcome);
        }

        var outcomes = model.Events[of.Event.Index].Outcomes;
        return of.Outcome is { } outcome
            ? IsGrave(outcomes[outcome], pattern.MinimumSeverity, model)
            : outcomes.All(any => IsGrave(any, pattern.MinimumSeverity, model));
    }

    private static bool IsGrave(Outcome outcome, int level, Model model) =>
        outcome.Severity is { } severity && model.Severities[severity].Level >= level;

    private static int Count(EventPattern pattern, Period? window, int step, Model model)
    {
        var horizon = model.Horizon!;
        var first = window is { } period ? step - horizon.StepsIn(period) : int.MinValue;
        return model.History.Count(past => horizon.StepOf(past.On) is var at && at >= first && at < step && Matches(pattern, past.Of, model));
    }

    private static bool? InState(FactorIn atom, int step, Model model)
    {
        var factor = model.Factors[atom.Factor.Index];
        return factor.Initial is not { } initial || factor.Since > model.Horizon!.DateOf(step) ? null : atom.States.Contains(initial);
    }

    private static bool? AtLeast(AtLeast some, int step, Model model)
    {
        var parts = some.Parts.Select(part => Held(part, step, model)).ToList();
        return parts.Count(part => part is true) >= some.Count ? true : parts.Count(part => part is not false) < some.Count ? false : null;
    }

    private static bool IsDuring(During during, int step, Model model) =>
        StepMarks.During(model, model.Events[during.Event.Index]).Any(window => step >= window.First && step <= window.Last);

    private static bool? InKind(int scenario, int step, Model model)
    {
        for (var earlier = 0; earlier < scenario; earlier++)
        {
            if (Held(model.Scenarios[earlier].Rule, step, model) is not false and var held)
            {
                return held is true ? false : null;
            }
        }

        return Held(model.Scenarios[scenario].Rule, step, model);
    }

    private static bool? All(IEnumerable<bool?> parts)
    {
        bool? all = true;
        foreach (var part in parts)
        {
            if (part is false)
            {
                return false;
            }

            all = part is null ? null : all;
        }

        return all;
    }

    private static bool? Inverse(bool? value) => value is { } known ? !known : null;
}

/// <summary>Which steps dates and windows cover.</summary>
internal static class StepMarks
{
    /// <summary>The steps in the windows of a scheduled event, first and last of each; none for other events.</summary>
    /// <param name="model">The model; it has a horizon.</param>
    /// <param name="scheduled">The event.</param>
    public static IEnumerable<(int First, int Last)> During(Model model, ModelEvent scheduled) =>
        scheduled.Trigger is not Scheduled trigger
            ? []
            : trigger.Dates.Select(date => (
                model.Horizon!.StepOf(date.AddDays(-WholeDays(trigger.Before))),
                model.Horizon!.StepOf(date.AddDays(WholeDays(trigger.After)))));

    private static int WholeDays(Period? period) =>
        period is { } stated ? (int)Math.Round(stated.Days, MidpointRounding.AwayFromZero) : 0;
}
