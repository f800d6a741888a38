using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Language;
using Detente.Language.Checks;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Finds rules that can never hold, given what is barred, what never moves, and which rules are tried before; and kinds marked unreachable that can be reached.</summary>
/// <remarks>What the text alone contradicts is said when it is read (DT3025, DT3026), and not again here.</remarks>
internal sealed class RuleWarnings
{
    private const int MostNamed = 3;
    private readonly Model model;
    private readonly ImmutableArray<UInt128> reachable;
    private readonly ConditionSearch search;
    private readonly Reach reach;
    private readonly ImmutableArray<Diagnostic>.Builder found = ImmutableArray.CreateBuilder<Diagnostic>();

    private RuleWarnings(Model model)
    {
        this.model = model;
        reachable = ReachableStates.Of(model);
        search = new ConditionSearch(model, reachable);
        reach = new Reach(model);
    }

    /// <summary>The warnings, kinds of future first, then influences, events, measures, strategies.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<Diagnostic> Of(Model model)
    {
        var warnings = new RuleWarnings(model);
        warnings.Kinds();
        warnings.Influences();
        warnings.Events();
        warnings.Measures();
        warnings.Strategies();
        return warnings.found.ToImmutable();
    }

    private void Kinds()
    {
        for (var kind = 0; kind < model.Scenarios.Length; kind++)
        {
            var scenario = model.Scenarios[kind];
            var canHold = search.Solve(search.OfKind(kind), out var values);
            if (scenario.Unreachable is null && canHold is false && reach.CanHold(scenario.Rule))
            {
                Add(StudyDiagnostics.NeverHolds, "scenarios/" + scenario.Id, NeverReached(kind));
            }
            else if (scenario.Unreachable is not null && canHold is true)
            {
                var states = States(scenario.Rule, values);
                Add(StudyDiagnostics.CanBeReached, "scenarios/" + scenario.Id, new LocalizedText(
                    $"{scenario.Id} is marked `unreachable`, but no state is out of reach for its rule; it holds{(states.Length > 0 ? " with " + states : "")}.",
                    $"{scenario.Id} ist als `unreachable` bezeichnet, doch kein Zustand ist für die Regel außer Reichweite; sie gilt{(states.Length > 0 ? " bei " + states : "")}."));
            }
        }
    }

    private LocalizedText NeverReached(int kind)
    {
        var scenario = model.Scenarios[kind];
        var rule = search.Of(scenario.Rule);
        if (search.CanHold(rule) is false)
        {
            return NeverHolds(new LocalizedText($"The rule of {scenario.Id}", $"Die Regel von {scenario.Id}"), [scenario.Rule]);
        }

        var before = model.Scenarios.Take(kind).FirstOrDefault(earlier => search.CanHold(Formula.All(rule, new Negation(search.Of(earlier.Rule)))) is false);
        return before is null
            ? new LocalizedText(
                $"{scenario.Id} is never reached: whenever its rule holds, one of the rules tried before it does.",
                $"{scenario.Id} wird nie erreicht: Immer wenn die Regel gilt, gilt schon eine der vor ihr geprüften.")
            : new LocalizedText(
                $"{scenario.Id} is never reached: whenever its rule holds, that of {before.Id} does, which is tried before it.",
                $"{scenario.Id} wird nie erreicht: Immer wenn die Regel gilt, gilt schon die vor ihr geprüfte von {before.Id}.");
    }

    private void Influences()
    {
        foreach (var influence in model.Influences)
        {
            Ask("influences/" + influence.Name, new LocalizedText($"The `when` of {influence.Name}", $"Das `when` von {influence.Name}"), influence.When);
        }
    }

    private void Events()
    {
        foreach (var item in model.Events)
        {
            Ask("events/" + item.Id, new LocalizedText($"The `when` of {item.Id}", $"Das `when` von {item.Id}"), item.When);
            foreach (var cause in item.Trigger is Consequence consequence ? consequence.Causes : [])
            {
                var by = model.Events[cause.Of.Event.Index].Id;
                Ask("events/" + item.Id, new LocalizedText($"The `when` of the cause {by} of {item.Id}", $"Das `when` der Ursache {by} von {item.Id}"), cause.When);
            }
        }
    }

    private void Measures()
    {
        foreach (var measure in model.Measures)
        {
            var element = "measures/" + measure.Id;
            var before = found.Count;
            foreach (var precondition in measure.Preconditions)
            {
                Ask(element, new LocalizedText($"The precondition {precondition.Id} of {measure.Id}", $"Die Voraussetzung {precondition.Id} von {measure.Id}"), precondition.When);
            }

            ImmutableArray<Condition> all = [.. measure.Preconditions.Select(precondition => precondition.When)];
            if (found.Count == before && all.Length > 1 && all.All(reach.CanHold) && search.CanHold(Formula.All([.. all.Select(search.Of)])) is false)
            {
                Add(StudyDiagnostics.NeverHolds, element, new LocalizedText(
                    $"The preconditions of {measure.Id} can never hold together.",
                    $"Die Voraussetzungen von {measure.Id} können nie zugleich gelten."));
            }
        }
    }

    private void Strategies()
    {
        foreach (var strategy in model.Strategies)
        {
            foreach (var pursuit in strategy.Pursuits)
            {
                var measure = model.Measures[pursuit.Measure.Index].Id;
                Ask("strategies/" + strategy.Id, new LocalizedText($"The `when` of {measure} in {strategy.Id}", $"Das `when` von {measure} in {strategy.Id}"), pursuit.When);
            }
        }
    }

    private void Ask(string element, LocalizedText subject, Condition? condition)
    {
        if (condition is not null && reach.CanHold(condition) && search.CanHold(search.Of(condition)) is false)
        {
            Add(StudyDiagnostics.NeverHolds, element, NeverHolds(subject, [condition]));
        }
    }

    // Says which states that it asks for are out of reach, where that is the reason.
    private LocalizedText NeverHolds(LocalizedText subject, ImmutableArray<Condition> conditions)
    {
        var missed = conditions.SelectMany(condition => condition.Walk()).OfType<FactorIn>()
            .Where(atom => !atom.States.IsEmpty && (reachable[atom.Factor.Index] & Literal.Bits(atom.States)) == 0)
            .Select(atom => ConditionText.Write(atom, model))
            .Distinct(StringComparer.Ordinal)
            .Take(MostNamed)
            .ToList();
        return missed.Count == 0
            ? new LocalizedText($"{subject.En} can never hold; barred states and factors that do not move leave no way.", $"{subject.De} kann nie gelten; gesperrte Zustände und unbewegliche Faktoren lassen keinen Weg.")
            : new LocalizedText($"{subject.En} can never hold; out of reach: {string.Join(", ", missed)}.", $"{subject.De} kann nie gelten; unerreichbar: {string.Join(", ", missed)}.");
    }

    private string States(Condition rule, ImmutableArray<UInt128> values) => string.Join(", ", rule.Walk().OfType<FactorIn>()
        .Select(atom => atom.Factor.Index)
        .Distinct()
        .Select(factor => $"{model.Factors[factor].Id} = {model.Factors[factor].States[(int)UInt128.TrailingZeroCount(values[factor])].Id}"));

    private void Add(string code, string element, LocalizedText message) => found.Add(StudyDiagnostics.Warning(model, code, element, message));
}
