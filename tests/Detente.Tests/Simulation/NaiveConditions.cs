using Detente.Compiled;
using Detente.Models;

namespace Detente.Tests.Simulation;

/// <summary>Conditions read from the model's own records by scanning everything that has been: no tables, no memory kept up to date.</summary>
internal sealed class NaiveConditions(Model model)
{
    private readonly Horizon horizon = model.Horizon!;

    /// <summary>States at the start of each step so far.</summary>
    public List<int[]> States { get; } = [];

    /// <summary>Phases at the start of each step so far.</summary>
    public List<MeasurePhase[]> Phases { get; } = [];

    /// <summary>All that happened, with its step.</summary>
    public List<(int Step, EventReference Of)> Happened { get; } = [.. model.History.Select(past => (model.Horizon!.StepOf(past.On), past.Of))];

    /// <summary>Measures as they stand in the present step.</summary>
    public MeasurePhase[] PhasesNow { get; set; } = [];

    /// <summary>Measures agreed in the present step.</summary>
    public HashSet<int> AgreedNow { get; } = [];

    public int Now => States.Count - 1;

    public bool Holds(Condition? condition) => condition is null || Truth(condition, Now, true) is true;

    public int Scenario => ScenarioAt(Now, true) ?? throw new InvalidOperationException("Everything is known from the start on.");

    public int Steps(Period period) => Math.Max(1, (int)Math.Floor((period.Days / Period.DaysIn(horizon.Step)) + 0.5));

    /// <summary>The truth at a step; null: not known. The measures are those of now, or those at the start of the step.</summary>
    private bool? Truth(Condition condition, int step, bool isNow) => condition switch
    {
        ConstantCondition constant => constant.Value,
        AllOf all => AtLeast(all.Parts.Length, all.Parts, step, isNow),
        AnyOf any => AtLeast(1, any.Parts, step, isNow),
        AtLeast some => AtLeast(some.Count, some.Parts, step, isNow),
        Not not => Truth(not.Part, step, isNow) is { } known ? !known : null,
        FactorIn atom => State(atom.Factor.Index, step) is { } state ? atom.States.Contains(state) : null,
        Occurred occurred => Count(occurred.Pattern, occurred.Window, step) > 0,
        CountCondition count => count.Operator switch
        {
            Comparison.Equal => Count(count.Pattern, count.Window, step) == count.Number,
            Comparison.NotEqual => Count(count.Pattern, count.Window, step) != count.Number,
            Comparison.Less => Count(count.Pattern, count.Window, step) < count.Number,
            Comparison.LessOrEqual => Count(count.Pattern, count.Window, step) <= count.Number,
            Comparison.Greater => Count(count.Pattern, count.Window, step) > count.Number,
            _ => Count(count.Pattern, count.Window, step) >= count.Number,
        },
        Held held => Held(held, step),
        InForce measure => step >= 0 && (isNow ? PhasesNow : Phases[step])[measure.Measure.Index] == MeasurePhase.InForce,
        Agreed measure => isNow && AgreedNow.Contains(measure.Measure.Index),
        During during => During((Scheduled)model.Events[during.Event.Index].Trigger, step),
        DateCondition { Operator: Comparison.Less, Date: var date } => horizon.DateOf(step) < date,
        DateCondition { Operator: Comparison.GreaterOrEqual, Date: var date } => horizon.DateOf(step) >= date,
        InScenario kind => ScenarioAt(step, isNow) is { } scenario ? scenario == kind.Scenario.Index : null,
        _ => throw new NotSupportedException(condition.ToString()),
    };

    private bool? AtLeast(int least, IEnumerable<Condition> parts, int step, bool isNow)
    {
        var truths = parts.Select(part => Truth(part, step, isNow)).ToList();
        return truths.Count(truth => truth == true) >= least ? true : truths.Count(truth => truth != false) >= least ? null : false;
    }

    private bool? Held(Held held, int step)
    {
        var truths = Enumerable.Range(step - Steps(held.Window), Steps(held.Window) + 1).Select(at => Truth(held.Part, at, false)).ToList();
        return truths.Contains(false) || (step >= 0 && truths.Contains(null)) ? false : truths.Contains(null) ? null : true;
    }

    private int? State(int factor, int step) =>
        step >= 0 ? States[step][factor] : model.Factors[factor].Since > horizon.DateOf(step) ? null : model.Factors[factor].Initial;

    private int Count(EventPattern pattern, Period? window, int step) =>
        Happened.Count(entry => entry.Step < step && (window is not { } period || entry.Step >= step - Steps(period)) && Matches(pattern, entry.Of));

    private bool Matches(EventPattern pattern, EventReference of) => pattern.Event is { } sought
        ? sought.Event == of.Event && (sought.Outcome ?? of.Outcome) == of.Outcome
        : model.Events[of.Event.Index].Outcomes.Where((_, place) => (of.Outcome ?? place) == place)
            .All(outcome => outcome.Severity is { } severity && model.Severities[severity].Level >= pattern.MinimumSeverity);

    private bool During(Scheduled scheduled, int step) => scheduled.Dates.Any(date =>
        horizon.DateOf(step + 1) > date.AddDays(-Days(scheduled.Before)) && horizon.DateOf(step) <= date.AddDays(Days(scheduled.After)));

    private static int Days(Period? period) => period is { } stated ? (int)Math.Floor(stated.Days + 0.5) : 0;

    private int? ScenarioAt(int step, bool isNow)
    {
        for (var scenario = 0; scenario < model.Scenarios.Length; scenario++)
        {
            if (Truth(model.Scenarios[scenario].Rule, step, isNow) is not false and var truth)
            {
                return truth is true ? scenario : null;
            }
        }

        throw new InvalidOperationException("The last scenario's rule always holds.");
    }
}
