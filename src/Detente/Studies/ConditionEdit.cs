using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Replaces parts of the conditions that bear on the paths of a model and on their kinds; random numbers keep their names.</summary>
/// <param name="replace">What stands in place of a part without parts of its own; null: the part stays.</param>
internal sealed class ConditionEdit(Func<Condition, Condition?> replace)
{
    /// <summary>Whether anything was replaced so far.</summary>
    public bool HasReplaced { get; private set; }

    /// <summary>The model with its conditions edited: of influences, bars, events, measures, strategies, constraints and kinds.</summary>
    /// <param name="model">The model.</param>
    public Model In(Model model) => model with
    {
        Influences = [.. model.Influences.Select(influence => influence with { When = Of(influence.When) })],
        Barred = [.. model.Barred.Select(barrier => barrier with { While = Of(barrier.While)! })],
        Events = [.. model.Events.Select(Of)],
        Measures = [.. model.Measures.Select(Of)],
        Strategies = [.. model.Strategies.Select(strategy => strategy with
        {
            Pursuits = [.. strategy.Pursuits.Select(pursuit => pursuit with { When = Of(pursuit.When), Until = Of(pursuit.Until) })],
        })],
        Constraints = [.. model.Constraints.Select(constraint => constraint with { Never = Of(constraint.Never)! })],
        Scenarios = [.. model.Scenarios.Select(scenario => scenario with { Rule = Of(scenario.Rule)! })],
    };

    private Condition? Of(Condition? condition) => condition switch
    {
        null => null,
        AllOf all => all with { Parts = Of(all.Parts) },
        AnyOf any => any with { Parts = Of(any.Parts) },
        AtLeast some => some with { Parts = Of(some.Parts) },
        Not not => not with { Part = Of(not.Part)! },
        Held held => held with { Part = Of(held.Part)! },
        _ => Replaced(condition),
    };

    private ImmutableArray<Condition> Of(ImmutableArray<Condition> parts) => [.. parts.Select(part => Of(part)!)];

    private Condition Replaced(Condition part)
    {
        if (replace(part) is not { } other)
        {
            return part;
        }

        HasReplaced = true;
        return other with { InPlaceOf = part };
    }

    private ModelEvent Of(ModelEvent of) => of with
    {
        When = Of(of.When),
        Multipliers = Of(of.Multipliers),
        Trigger = of.Trigger is Consequence consequence
            ? consequence with { Causes = [.. consequence.Causes.Select(cause => cause with { When = Of(cause.When) })] }
            : of.Trigger,
        Outcomes = [.. of.Outcomes.Select(outcome => outcome with { Effects = Of(outcome.Effects), Multipliers = Of(outcome.Multipliers) })],
    };

    private Measure Of(Measure measure) => measure with
    {
        Preconditions = [.. measure.Preconditions.Select(precondition => precondition with { When = Of(precondition.When)! })],
        Effects = Of(measure.Effects),
        Early = Of(measure.Early),
        SustainedBy = Of(measure.SustainedBy),
    };

    private ImmutableArray<Multiplier> Of(ImmutableArray<Multiplier> multipliers) =>
        [.. multipliers.Select(multiplier => multiplier with { When = Of(multiplier.When)! })];

    private ImmutableArray<Effect> Of(ImmutableArray<Effect> effects) => [.. effects.Select(effect => effect is PushEffect push
        ? push with { When = Of(push.When), While = Of(push.While) }
        : effect with { When = Of(effect.When) })];
}
