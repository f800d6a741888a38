using Detente.Models;

namespace Detente.Compiled;

/// <summary>Whether a condition held at a step before the start: factors stood at their initial state since their date, events are those of the history.</summary>
/// <param name="model">The model; it has a horizon.</param>
/// <remarks>What nobody stated is not known: the state of a factor before that date. Null stands for not known (logic of S. C. Kleene, 1952).</remarks>
internal sealed class BeforeStart(Model model)
{
    // Dates lie between 1900 and 2200, windows are at most 1000 years long: before this date nothing changes.
    private readonly int earliest = model.Horizon!.StepOf(new DateOnly(899, 1, 1));
    private readonly Dictionary<Held, (int LastFalse, int LastUnknown)[]> histories = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a condition held.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="step">The step; below 0.</param>
    public bool? Held(Condition condition, int step) => At(condition, Math.Max(step, earliest));

    private bool? At(Condition condition, int step) => condition switch
    {
        ConstantCondition constant => constant.Value,
        AllOf all => All(all.Parts.Select(part => At(part, step))),
        AnyOf any => Inverse(All(any.Parts.Select(part => Inverse(At(part, step))))),
        Not not => Inverse(At(not.Part, step)),
        AtLeast some => AtLeast(some, step),
        FactorIn atom => InState(atom, step),
        Occurred occurred => Count(occurred.Pattern, occurred.Window, step) > 0,
        CountCondition count => count.Operator.Holds(Count(count.Pattern, count.Window, step), count.Number),
        Held held => Throughout(held, step),
        During during => IsDuring(during, step),
        DateCondition date => date.Operator.Holds(model.Horizon!.DateOf(step).CompareTo(date.Date), 0),
        InScenario kind => InKind(kind.Scenario.Index, step),
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

    private int Count(EventPattern pattern, Period? window, int step)
    {
        var horizon = model.Horizon!;
        var first = window is { } period ? step - horizon.StepsIn(period) : int.MinValue;
        return model.History.Count(past => horizon.StepOf(past.On) is var at && at >= first && at < step && Matches(pattern, past.Of, model));
    }

    /// <summary>Read from a history made once per condition, so that windows in windows cost no more than one after the other.</summary>
    private bool? Throughout(Held held, int step)
    {
        if (!histories.TryGetValue(held, out var history))
        {
            history = new (int, int)[-earliest];
            var (no, unknown) = (int.MinValue, int.MinValue);
            for (var at = earliest; at < 0; at++)
            {
                var truth = At(held.Part, at);
                (no, unknown) = (truth is false ? at : no, truth is null ? at : unknown);
                history[at - earliest] = (no, unknown);
            }

            histories.Add(held, history);
        }

        var begin = Math.Max(step - model.Horizon!.StepsIn(held.Window), earliest);
        var (lastFalse, lastUnknown) = history[step - earliest];
        return lastFalse >= begin ? false : lastUnknown >= begin ? null : true;
    }

    private bool? InState(FactorIn atom, int step)
    {
        var factor = model.Factors[atom.Factor.Index];
        return factor.Initial is not { } initial || factor.Since > model.Horizon!.DateOf(step) ? null : atom.States.Contains(initial);
    }

    private bool? AtLeast(AtLeast some, int step)
    {
        var parts = some.Parts.Select(part => At(part, step)).ToList();
        return parts.Count(part => part is true) >= some.Count ? true : parts.Count(part => part is not false) < some.Count ? false : null;
    }

    private bool IsDuring(During during, int step) =>
        StepMarks.During(model, model.Events[during.Event.Index]).Any(window => step >= window.First && step <= window.Last);

    private bool? InKind(int scenario, int step)
    {
        for (var earlier = 0; earlier < scenario; earlier++)
        {
            if (At(model.Scenarios[earlier].Rule, step) is not false and var held)
            {
                return held is true ? false : null;
            }
        }

        return At(model.Scenarios[scenario].Rule, step);
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
