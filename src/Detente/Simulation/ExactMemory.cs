using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Simulation;

/// <summary>An element with a memory, which a chain over configurations does not know.</summary>
/// <param name="Element">The element, such as <c>measures/m</c>.</param>
/// <param name="What">What of it remembers.</param>
internal sealed record MemoryFinding(string Element, LocalizedText What);

/// <summary>Finds what keeps a model from being computed exactly.</summary>
internal sealed class ExactMemory
{
    private static readonly LocalizedText Window = new("a window over past events", "ein Fenster über vergangene Ereignisse");
    private static readonly LocalizedText Truth = new("held: a condition remembered over time", "held: eine über die Zeit erinnerte Bedingung");
    private readonly Model model;
    private readonly ExactSpace space;
    private readonly List<MemoryFinding> found = [];

    private ExactMemory(Model model, ExactSpace space)
    {
        this.model = model;
        this.space = space;
    }

    /// <summary>All elements with a memory, in the order of the sections; measures that nobody pursues do not matter.</summary>
    /// <param name="model">The model.</param>
    /// <param name="space">Its configurations.</param>
    public static ImmutableArray<MemoryFinding> Of(Model model, ExactSpace space)
    {
        var memory = new ExactMemory(model, space);
        memory.Influences();
        memory.Events();
        foreach (var measure in space.Measures)
        {
            memory.MeasureAt(measure);
        }

        memory.Pursuits();
        foreach (var constraint in model.Constraints)
        {
            memory.Condition("constraints/" + constraint.Id, constraint.Never);
        }

        foreach (var scenario in model.Scenarios)
        {
            memory.Condition("scenarios/" + scenario.Id, scenario.Rule);
        }

        return [.. memory.found.Distinct()];
    }

    private void Influences()
    {
        foreach (var influence in model.Influences.Where(influence => influence.Delay is { Count: > 0 }))
        {
            Add("influences/" + influence.Name, "a delay", "eine Verzögerung");
        }

        foreach (var barrier in model.Barred)
        {
            Condition("barred/" + model.Factors[barrier.Factor.Index].Id, barrier.While);
        }
    }

    private void Events()
    {
        foreach (var of in model.Events)
        {
            var element = "events/" + of.Id;
            if (of.Repeats)
            {
                Add(element, "repeats: several in a step", "repeats: mehrere in einem Schritt");
            }

            Condition(element, of.When);
            Rules(element, of.Multipliers);
            foreach (var cause in of.Trigger is Consequence { Causes: var causes } ? causes : [])
            {
                Condition(element, cause.When);
            }

            foreach (var outcome in of.Outcomes)
            {
                Rules(element, outcome.Multipliers);
                Effects(element, outcome.Effects);
            }
        }
    }

    private void MeasureAt(int index)
    {
        var measure = model.Measures[index];
        var element = "measures/" + measure.Id;
        if (measure.Lead is { Count: > 0 })
        {
            Add(element, "a lead time", "eine Vorlaufzeit");
        }

        if (measure.Pause is { } pause && model.Horizon!.StepsIn(pause) > 1)
        {
            Add(element, "a pause of several steps", "eine Pause von mehreren Schritten");
        }

        foreach (var precondition in measure.Preconditions)
        {
            Condition(element, precondition.When);
        }

        Condition(element, measure.SustainedBy);
        Effects(element, measure.Effects);
        Effects(element, measure.Early);
    }

    private void Pursuits()
    {
        foreach (var strategy in model.Strategies.Where(strategy => strategy.Pursuits.Any(space.Pursuits.Contains)))
        {
            var element = "strategies/" + strategy.Id;
            foreach (var pursuit in strategy.Pursuits)
            {
                Condition(element, pursuit.When);
                if (pursuit.Until is not null)
                {
                    Add(element, "until: given up for good", "until: endgültig aufgegeben");
                }

                if (pursuit.After.Any(earlier => model.Measures[earlier.Index].SustainedBy is not null))
                {
                    Add(element, "after a measure that may have ended", "after: nach einer Maßnahme, die geendet haben kann");
                }
            }
        }
    }

    private void Rules(string element, ImmutableArray<Multiplier> rules)
    {
        foreach (var rule in rules)
        {
            Condition(element, rule.When);
        }
    }

    private void Effects(string element, ImmutableArray<Effect> effects)
    {
        foreach (var effect in effects)
        {
            Condition(element, effect.When);
            if (effect is PushEffect)
            {
                Add(element, "a push", "ein Schub");
            }
        }
    }

    private void Condition(string element, Condition? condition)
    {
        switch (condition)
        {
            case Occurred or CountCondition:
                found.Add(new MemoryFinding(element, Window));
                break;
            case Held:
                found.Add(new MemoryFinding(element, Truth));
                break;
            case Not not:
                Condition(element, not.Part);
                break;
            case AllOf { Parts: var parts }:
                Conditions(element, parts);
                break;
            case AnyOf { Parts: var parts }:
                Conditions(element, parts);
                break;
            case AtLeast { Parts: var parts }:
                Conditions(element, parts);
                break;
        }
    }

    private void Conditions(string element, ImmutableArray<Condition> parts)
    {
        foreach (var part in parts)
        {
            Condition(element, part);
        }
    }

    private void Add(string element, string en, string de) => found.Add(new MemoryFinding(element, new LocalizedText(en, de)));
}
