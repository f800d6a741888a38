using System.Text;
using Detente.Models;

namespace Detente.Simulation;

/// <summary>What distinguishes a step from others when nothing has a memory.</summary>
internal static class TimeSignature
{
    /// <summary>Equal for two steps if events have as many dates in both and the same dates lie before, in and after them.</summary>
    /// <param name="model">The model; it has a horizon.</param>
    /// <param name="step">The step.</param>
    public static string Of(Model model, int step)
    {
        var signature = new StringBuilder();
        var moment = new ExactMoment(model) { Step = step };
        for (var e = 0; e < model.Events.Length; e++)
        {
            if (model.Events[e].Trigger is Scheduled scheduled)
            {
                signature.Append((char)('0' + scheduled.Dates.Count(date => model.Horizon!.StepOf(date) == step)));
                signature.Append(moment.Holds(new During(new EventId(e))) ? '+' : '-');
            }
        }

        foreach (var date in Conditions(model).SelectMany(Dates).Distinct().Order())
        {
            signature.Append((char)('1' + Math.Sign(model.Horizon!.DateOf(step).DayNumber - date.DayNumber)));
        }

        return signature.ToString();
    }

    private static IEnumerable<Condition?> Conditions(Model model) =>
    [
        .. model.Barred.Select(barrier => barrier.While),
        .. model.Events.SelectMany(OfEvent),
        .. model.Measures.SelectMany(OfMeasure),
        .. model.Strategies.SelectMany(strategy => strategy.Pursuits).Select(pursuit => pursuit.When),
        .. model.Constraints.Select(constraint => constraint.Never),
        .. model.Scenarios.Select(scenario => scenario.Rule),
    ];

    private static IEnumerable<Condition?> OfEvent(ModelEvent of) =>
    [
        of.When,
        .. of.Multipliers.Select(multiplier => multiplier.When),
        .. of.Trigger is Consequence { Causes: var causes } ? causes.Select(cause => cause.When) : [],
        .. of.Outcomes.SelectMany(outcome => outcome.Multipliers).Select(multiplier => multiplier.When),
        .. of.Outcomes.SelectMany(outcome => outcome.Effects).Select(effect => effect.When),
    ];

    private static IEnumerable<Condition?> OfMeasure(Measure measure) =>
    [
        measure.SustainedBy,
        .. measure.Preconditions.Select(precondition => precondition.When),
        .. measure.Effects.Concat(measure.Early).Select(effect => effect.When),
    ];

    private static IEnumerable<DateOnly> Dates(Condition? condition) =>
        condition?.Walk().OfType<DateCondition>().Select(date => date.Date) ?? [];
}
