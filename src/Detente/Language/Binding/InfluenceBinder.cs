using System.Collections.Immutable;
using Detente.Language.Expressions;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Binds influences, also those of experts, tendencies and barred states.</summary>
internal sealed class InfluenceBinder(BindingContext context)
{
    private readonly Values _values = context.Values;

    public ImmutableArray<Influence> Influences()
    {
        var influences = ImmutableArray.CreateBuilder<Influence>();
        var names = new QualifiedNames(context, "influences/");
        foreach (var item in context.Sections.Items("influences"))
        {
            influences.Add(Influence(item, names));
        }

        return influences.DrainToImmutable();
    }

    /// <summary>Binds one influence under its qualified name.</summary>
    public Influence Influence(SyntaxNode node, QualifiedNames names)
    {
        var fields = new Fields(_values, node, node.Span);
        var name = names.Next(fields, PlainText(fields, "from") is { } source && PlainText(fields, "to") is { } target ? $"{source} -> {target}" : "?", node.Span);
        using var scope = context.Bag.Within(names.Element(name));
        var influence = Bind(fields, name);
        fields.Finish();
        return influence;
    }

    public ImmutableArray<Tendency> Tendencies()
    {
        var tendencies = ImmutableArray.CreateBuilder<Tendency>();
        var names = new QualifiedNames(context, "tendencies/");
        foreach (var item in context.Sections.Items("tendencies"))
        {
            var fields = new Fields(_values, item, item.Span);
            var name = names.Next(fields, PlainText(fields, "factor") ?? "?", item.Span);
            using var scope = context.Bag.Within(names.Element(name));
            var factor = fields.Need("factor");
            tendencies.Add(new Tendency(name, context.Factor(factor), Lean(fields, "weight", context.FactorNamed(factor)), context.Provenance(fields)));
            fields.Finish();
        }

        return tendencies.DrainToImmutable();
    }

    public ImmutableArray<Models.Barrier> Barriers()
    {
        var barriers = ImmutableArray.CreateBuilder<Models.Barrier>();
        foreach (var item in context.Sections.Items("barred"))
        {
            var fields = new Fields(_values, item, item.Span);
            using var scope = context.Bag.Within("barred/" + (PlainText(fields, "factor") ?? "?"));
            var factor = fields.Need("factor");
            context.Put(context.Bag.Element!, factor?.Span ?? item.Span);
            var name = context.FactorNamed(factor);
            var written = fields.Need("states") is { } list
                ? _values.Items(list, orOne: true).Select(state => _values.Scalar(state, Nouns.State)).OfType<ScalarNode>().ToList()
                : [];
            context.Declarations.ReportRepeated(written.Select(state => state.Value));
            ImmutableArray<int> states = [.. written.Select(state => context.State(state, name)).Distinct().Order()];
            if (name is not null && !name.States.IsEmpty && states.Length == name.States.Length)
            {
                context.Bag.Add("DT3038", fields.Take("states")!.Span, new LocalizedText("All states of the factor are barred; one must stay open.", "Alle Zustände des Faktors sind gesperrt; einer muss offen bleiben."));
            }

            barriers.Add(new Models.Barrier(context.Factor(factor), states, context.NeedCondition(fields, "while"), context.Provenance(fields)));
            fields.Finish();
        }

        return barriers.DrainToImmutable();
    }

    /// <summary>Points over the states of a factor: along the order, or towards a state.</summary>
    public Lean Lean(Fields fields, string key, FactorName? factor)
    {
        var towards = fields.Take("towards");
        var weight = fields.Need(key) is { } node ? _values.Points(node, fields.Take("range")) : default;
        if (towards is null && factor is { Scale: FactorScale.Nominal })
        {
            context.Bag.Add("DT3004", fields.KeySpan(key), new LocalizedText(
                $"`{factor.Id}` is nominal; say with `towards` which state is meant.",
                $"`{factor.Id}` ist nominal; bitte mit `towards` sagen, welcher Zustand gemeint ist."));
        }

        return new Lean(weight, towards is null ? null : context.State(towards, factor));
    }

    private Influence Bind(Fields fields, string name)
    {
        var (fromNode, toNode) = (fields.Need("from"), fields.Need("to"));
        var (from, to) = (context.FactorNamed(fromNode), context.FactorNamed(toNode));
        var influence = new Influence(name, context.Factor(fromNode), context.Factor(toNode));
        if (from is not null && from == to)
        {
            context.Bag.Add("DT3008", toNode!.Span, new LocalizedText(
                $"`{from.Id}` influences itself; for a slow factor inertia is meant.",
                $"`{from.Id}` beeinflusst sich selbst; für einen trägen Faktor ist `inertia` gemeint."));
        }

        influence = fields.OneOf("weight", "cells", "matrix") switch
        {
            "weight" => influence with { Weight = Weight(fields, from, to), Shape = fields.Choice("shape", ("level", ImpactShape.Level), ("linear", ImpactShape.Linear)) ?? ImpactShape.Level },
            "cells" => influence with { Cells = Cells(fields, from, to) },
            "matrix" => influence with { Cells = Matrix(fields, from, to), IsMatrix = true },
            _ => influence,
        };
        if (influence.Weight is null)
        {
            var reason = new LocalizedText("it belongs to a `weight`; a cell has its own (`{value: 2, range: [1, 3]}`).", "Das gehört zu `weight`; eine Zelle hat ihre eigene Spanne (`{value: 2, range: [1, 3]}`).");
            fields.Refuse("range", reason);
            fields.Refuse("shape", reason);
        }

        return influence with { When = When(fields, from, to), Delay = fields.Period("delay"), Provenance = context.Provenance(fields) };
    }

    private Estimate Weight(Fields fields, FactorName? from, FactorName? to)
    {
        if ((from is { Scale: FactorScale.Nominal } ? from : to is { Scale: FactorScale.Nominal } ? to : null) is { } nominal)
        {
            context.Bag.Add("DT3001", fields.KeySpan("weight"), new LocalizedText(
                $"A weight needs two ordered factors; `{nominal.Id}` is nominal, so give `cells` or a `matrix`.",
                $"Ein Gewicht braucht zwei geordnete Faktoren; `{nominal.Id}` ist nominal, also bitte `cells` oder `matrix` angeben."));
        }

        return fields.Need("weight") is { } weight ? _values.Points(weight, fields.Take("range")) : default;
    }

    private ImmutableArray<ImpactCell> Cells(Fields fields, FactorName? from, FactorName? to)
    {
        var cells = ImmutableArray.CreateBuilder<ImpactCell>();
        var seen = new Dictionary<(int, int), LocatedText>();
        foreach (var entry in fields.Entries("cells"))
        {
            var arrow = entry.Key.Text.IndexOf("->", StringComparison.Ordinal);
            if (arrow < 0)
            {
                context.Bag.Add("DT2017", entry.Key.Span, new LocalizedText(
                    "A cell is written `source-state -> target-state: points`.",
                    "Eine Zelle wird `Quellzustand -> Zielzustand: Punkte` geschrieben."));
                continue;
            }

            var (source, target) = (Trimmed(entry.Key, 0, arrow), Trimmed(entry.Key, arrow + 2, entry.Key.Text.Length));
            var cell = (context.State(source, from), context.State(target, to));
            var isKnown = from?.States.IndexOf(source.Text) >= 0 && to?.States.IndexOf(target.Text) >= 0;
            if (isKnown && !seen.TryAdd(cell, entry.Key))
            {
                context.Bag.Add(
                    "DT2016",
                    entry.Key.Span,
                    new LocalizedText("This cell is given twice.", "Diese Zelle ist zweimal angegeben."),
                    [new RelatedPlace(seen[cell].Span, new LocalizedText("It is given here first.", "Hier ist sie zuerst angegeben."))]);
            }

            cells.Add(new ImpactCell(cell.Item1, cell.Item2, _values.Points(entry.Value)));
        }

        return cells.DrainToImmutable();
    }

    private ImmutableArray<ImpactCell> Matrix(Fields fields, FactorName? from, FactorName? to)
    {
        var cells = ImmutableArray.CreateBuilder<ImpactCell>();
        var rows = fields.Items("matrix");
        var isKnown = from is { States.IsEmpty: false } && to is { States.IsEmpty: false };
        if (isKnown && rows.Count != from!.States.Length)
        {
            context.Bag.Add("DT2015", fields.KeySpan("matrix"), new LocalizedText(
                $"The matrix has {Count(rows.Count)} rows; `{from.Id}` has {Count(from.States.Length)} states.",
                $"Die Matrix hat {Count(rows.Count)} Zeilen; `{from.Id}` hat {Count(from.States.Length)} Zustände."));
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var items = _values.Items(rows[row]);
            if (isKnown && rows[row] is ListNode && items.Count != to!.States.Length)
            {
                context.Bag.Add("DT2015", rows[row].Span, new LocalizedText(
                    $"The row has {Count(items.Count)} numbers; `{to.Id}` has {Count(to.States.Length)} states.",
                    $"Die Zeile hat {Count(items.Count)} Zahlen; `{to.Id}` hat {Count(to.States.Length)} Zustände."));
            }

            cells.AddRange(items.Select((item, column) => new ImpactCell(row, column, _values.Points(item))));
        }

        return cells.DrainToImmutable();
    }

    private Condition? When(Fields fields, FactorName? from, FactorName? to)
    {
        var node = fields.Take("when");
        if (node is null)
        {
            return null;
        }

        var before = context.Conditions.Count;
        var condition = context.Condition(node, ConditionRole.Influence);
        if (context.Conditions.Count == before)
        {
            return condition;
        }

        var parts = condition.Walk().ToList();
        var asked = parts.OfType<FactorIn>().Select(part => context.Names.Factors[part.Factor.Index]).Distinct().ToList();
        var own = asked.Find(factor => factor == from || factor == to);
        var complaint = parts.Exists(part => part is Occurred or CountCondition or Held or InForce or Agreed or During or DateCondition or InScenario)
            ? new LocalizedText("The `when` of an influence may ask for states only.", "Das `when` eines Einflusses darf nur nach Zuständen fragen.")
            : own is not null
                ? new LocalizedText($"The `when` of an influence may ask for other factors only; `{own.Id}` is one of its own.", $"Das `when` eines Einflusses darf nur nach anderen Faktoren fragen; `{own.Id}` gehört zu ihm selbst.")
                : asked.Count > 2
                    ? new LocalizedText("The `when` of an influence may ask for two other factors at most.", "Das `when` eines Einflusses darf nach höchstens zwei anderen Faktoren fragen.")
                    : null;
        if (complaint is not null)
        {
            context.Bag.Add("DT3007", node.Span, complaint);
        }

        return condition;
    }

    private static LocatedText Trimmed(LocatedText text, int start, int end)
    {
        while (start < end && text.Text[start] == ' ')
        {
            start++;
        }

        while (end > start && text.Text[end - 1] == ' ')
        {
            end--;
        }

        return text.Part(start, end - start);
    }

    private static string? PlainText(Fields fields, string key) => fields.Peek(key) is ScalarNode { IsAbsent: false } scalar ? Values.Short(scalar.Text) : null;

    private static string Count(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
