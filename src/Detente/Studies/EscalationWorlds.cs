using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Worlds without some of a model's elements.</summary>
/// <remarks>
/// An element is made to do nothing instead of being left out: a multiplier is 1, a cause leads on with 0. So all names stay, and with them all
/// random numbers. Only a condition of a cause is part of a name: without it the cause draws other numbers.
/// </remarks>
internal sealed class EscalationWorlds(CompiledModel compiled, PathRules rules)
{
    private static readonly Estimate Nothing = Estimate.Point(0);
    private static readonly Estimate Once = Estimate.Point(1);

    /// <summary>The world as it is.</summary>
    public LaneWorld AsItIs => new(compiled, rules);

    /// <summary>The world without some elements.</summary>
    /// <param name="elements">The elements.</param>
    public LaneWorld Without(params IEnumerable<EscalationElement> elements)
    {
        var (model, under) = (compiled.Model, rules);
        foreach (var element in elements)
        {
            switch (element)
            {
                case RootElement root:
                    under = under with { Staged = under.Staged.Add(new StagedEvent(root.Event.Index, false, -1)) };
                    break;
                case MeasuresElement measures:
                    under = under with { Dropped = [.. under.Dropped.Concat(measures.Measures.Select(measure => measure.Index)).Distinct()] };
                    break;
                default:
                    model = Edited(model, element);
                    break;
            }
        }

        return new LaneWorld(ReferenceEquals(model, compiled.Model) ? compiled : ModelCompiler.Compile(model), under);
    }

    private static Model Edited(Model model, EscalationElement element) => element switch
    {
        CauseElement cause => OnEvent(model, cause.Event, of => OnCause(of, cause.Cause, one => one with { Probability = Nothing })),
        ConditionElement { Cause: { } cause } condition => OnEvent(model, condition.Event, of => OnCause(of, cause, one => one with { When = null })),
        ConditionElement condition => OnEvent(model, condition.Event, of => of with { When = null }),
        MultiplierElement { Of.Outcome: { } outcome } rule => OnEvent(model, rule.Of.Event, of => of with
        {
            Outcomes = On(of.Outcomes, outcome, one => one with { Multipliers = On(one.Multipliers, rule.Multiplier, AtOne) }),
        }),
        MultiplierElement rule => OnEvent(model, rule.Of.Event, of => of with { Multipliers = On(of.Multipliers, rule.Multiplier, AtOne) }),
        MeasureEffectElement effect => model with
        {
            Measures = On(model.Measures, effect.Measure.Index, measure => measure with { Effects = On(measure.Effects, effect.Effect, one => one with { Chance = Nothing }) }),
        },
        _ => throw new ArgumentException("An element of an unknown kind.", nameof(element)),
    };

    private static Multiplier AtOne(Multiplier rule) => rule with { Factor = Once };

    private static ModelEvent OnCause(ModelEvent of, int place, Func<Cause, Cause> change) =>
        of with { Trigger = new Consequence(On(((Consequence)of.Trigger).Causes, place, change)) };

    private static Model OnEvent(Model model, EventId of, Func<ModelEvent, ModelEvent> change) => model with { Events = On(model.Events, of.Index, change) };

    private static ImmutableArray<T> On<T>(ImmutableArray<T> all, int place, Func<T, T> change) => all.SetItem(place, change(all[place]));
}
