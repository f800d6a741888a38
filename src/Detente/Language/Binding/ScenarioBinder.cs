using System.Collections.Immutable;
using Detente.Language.Syntax;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Binds scenarios and what options are valued by.</summary>
internal sealed class ScenarioBinder(BindingContext context)
{
    private const string Remainder = "otherwise";

    private readonly Values _values = context.Values;

    public ImmutableArray<Scenario> Scenarios()
    {
        var last = context.Declarations.Of("scenarios").LastOrDefault();
        return context.Each("scenarios", (element, fields) => Scenario(element, fields, element == last));
    }

    public Objective? Objective()
    {
        if (context.Sections.Value("objective") is not { } node)
        {
            return null;
        }

        using var scope = context.Bag.Within("objective");
        var fields = new Fields(_values, node, context.Sections.Place("objective")!.Value);
        var isOrder = fields.IsMap && fields.OneOf("order", "scenarios") == "order";
        var objective = new Objective(
            isOrder ? Order(fields) : [],
            isOrder ? [] : [.. fields.Entries("scenarios").Select(entry => (new ScenarioId(context.Reference(entry.Key, context.Names.Scenarios, Nouns.Scenario) ?? 0), _values.Number(entry.Value, Bounds.Any) ?? 0))],
            [.. fields.Entries("severity").Select(entry => (context.Reference(entry.Key, context.Names.Severities, Nouns.Severity) ?? 0, _values.Number(entry.Value, Bounds.Any) ?? 0))],
            context.Provenance(fields));
        if (isOrder)
        {
            fields.Refuse("severity", new LocalizedText("an ordering takes no numbers; give `scenarios` weights instead.", "Eine Rangfolge nimmt keine Zahlen; bitte stattdessen `scenarios` gewichten."));
        }

        fields.Finish();
        return objective;
    }

    private ImmutableArray<ScenarioId> Order(Fields fields)
    {
        var items = fields.Items("order");
        ImmutableArray<ScenarioId> order = [.. context.References(items, context.Names.Scenarios, Nouns.Scenario).Select(place => new ScenarioId(place))];
        var missing = context.Names.Scenarios.Ids.Where((_, place) => !order.Contains(new ScenarioId(place))).ToList();
        if (missing.Count > 0 && order.Length == items.Count)
        {
            var names = string.Join(", ", missing.Select(id => $"`{id}`"));
            context.Bag.Add("DT3037", fields.KeySpan("order"), new LocalizedText($"The order leaves out {names}.", $"In der Rangfolge fehlen: {names}."));
        }

        return order;
    }

    private Scenario Scenario(Declared element, Fields fields, bool isLast)
    {
        var title = BindingContext.Title(fields, element.Id);
        var rule = fields.Need("rule");
        var isRemainder = rule is ScalarNode { Text: Remainder };
        if (rule is not null && isRemainder != isLast)
        {
            context.Bag.Add("DT3023", rule.Span, isLast
                ? new LocalizedText("The last scenario takes what remains: `rule: otherwise`.", "Das letzte Szenario nimmt den Rest auf: `rule: otherwise`.")
                : new LocalizedText("`otherwise` belongs to the last scenario; those below it would never be tried.", "`otherwise` gehört zum letzten Szenario; die folgenden würden nie geprüft."));
        }

        var condition = rule is null || isRemainder ? new ConstantCondition(true) : context.Condition(rule, ConditionRole.Scenario);
        if (condition.Walk().Any(part => part is InScenario))
        {
            context.Bag.Add("DT3039", rule!.Span, new LocalizedText(
                "The rule of a scenario cannot ask which scenario holds.",
                "Die Regel eines Szenarios kann nicht fragen, welches Szenario gilt."));
        }

        return new Scenario(element.Id, title, fields.Text("description"), condition, fields.Text("unreachable"), context.Provenance(fields));
    }
}
