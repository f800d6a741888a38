using System.Collections.Immutable;
using Detente.Language.Syntax;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Binds events, their outcomes and the history before the start.</summary>
internal sealed class EventBinder(BindingContext context, EffectBinder effects)
{
    private static readonly LocalizedText NotScheduled = new("it belongs to an event with dates (`at`).", "Das gehört zu einem Ereignis mit Terminen (`at`).");

    private readonly Values _values = context.Values;

    public ImmutableArray<ModelEvent> Events()
    {
        var events = context.Each("events", Event);
        new CauseCircles(context, events).Report();
        return events;
    }

    public ImmutableArray<HistoricEvent> History()
    {
        var history = ImmutableArray.CreateBuilder<HistoricEvent>();
        foreach (var item in context.Sections.Items("history"))
        {
            var fields = new Fields(_values, item, item.Span);
            using var scope = context.Bag.Within("history/" + ((fields.Peek("event") as ScalarNode)?.Text ?? "?"));
            var on = fields.Need("on");
            var date = on is null ? null : _values.Date(on, orMonth: true);
            if (date is not null && context.Horizon is { } horizon && date >= horizon.Start)
            {
                context.Bag.Add("DT3017", on!.Span, new LocalizedText(
                    "History lies before the start of the horizon.",
                    "Die Vorgeschichte liegt vor dem Beginn des Horizonts."));
            }

            history.Add(new HistoricEvent(context.Event(fields.Need("event")) ?? default, date ?? default, context.Provenance(fields)));
            fields.Finish();
        }

        return history.DrainToImmutable();
    }

    private ModelEvent Event(Declared element, Fields fields)
    {
        var trigger = Trigger(fields);
        var repeats = trigger is Stochastic && (fields.Flag("repeats") ?? false);
        if (trigger is not Stochastic)
        {
            fields.Refuse("repeats", new LocalizedText("only an event with a `rate` repeats.", "Nur ein Ereignis mit `rate` wiederholt sich."));
        }

        var title = BindingContext.Title(fields, element.Id);
        return new ModelEvent(element.Id, title, trigger, Outcomes(element, title, fields))
        {
            Pathway = Pathway(fields) ?? Models.Pathway.None,
            When = context.Condition(fields, "when"),
            Multipliers = Multipliers(fields),
            Repeats = repeats,
            Provenance = context.Provenance(fields),
        };
    }

    private Trigger Trigger(Fields fields)
    {
        var kind = fields.OneOf("at", "rate", "caused-by");
        if (kind != "at")
        {
            fields.Refuse("window", NotScheduled);
            fields.Refuse("probability", NotScheduled);
        }

        switch (kind)
        {
            case "at":
                return Scheduled(fields);
            case "rate":
                return new Stochastic(fields.Need("rate") is { } rate ? _values.Estimate(rate, Bounds.Rate, fields.Take("range")) : default);
            case "caused-by":
                var causes = fields.Items("caused-by");
                if (causes.Count == 0)
                {
                    context.Bag.Add("DT2024", fields.KeySpan("caused-by"), new LocalizedText("At least one cause is expected.", "Mindestens eine Ursache wird erwartet."));
                }

                return new Consequence([.. causes.Select(Cause).OfType<Cause>()]);
            default:
                fields.Take("range");
                return new Consequence([]);
        }
    }

    private Scheduled Scheduled(Fields fields)
    {
        var dates = new List<DateOnly>();
        foreach (var item in fields.Items("at", orOne: true))
        {
            if (_values.Date(item) is not { } date)
            {
                continue;
            }

            if (dates.Contains(date))
            {
                context.Bag.Add("DT2025", item.Span, new LocalizedText("The date stands twice in this list.", "Das Datum steht zweimal in dieser Liste."));
            }

            if (context.Horizon is { } horizon && (date < horizon.Start || date > horizon.End))
            {
                context.Bag.Add("DT3019", item.Span, new LocalizedText(
                    "The date lies outside the horizon; nothing happens then.",
                    "Das Datum liegt außerhalb des Horizonts; dann geschieht nichts."));
            }

            dates.Add(date);
        }

        if (!fields.Items("at", orOne: true).Any())
        {
            context.Bag.Add("DT2024", fields.KeySpan("at"), new LocalizedText("At least one date is expected.", "Mindestens ein Datum wird erwartet."));
        }

        var range = fields.Take("range");
        var probability = fields.Take("probability") is { } written ? _values.Estimate(written, Bounds.Probability, range) : Estimate.Point(1);
        var window = fields.Take("window") is { } node ? new Fields(_values, node, node.Span) : null;
        var (before, after) = (window?.Period("before"), window?.Period("after"));
        window?.Finish();
        return new Scheduled([.. dates.Order()], probability, before, after);
    }

    private Cause? Cause(SyntaxNode node)
    {
        var fields = new Fields(_values, node, node.Span);
        var of = context.Event(fields.Need("event"));
        var range = fields.Take("range");
        var probability = fields.Need("probability") is { } written ? _values.Estimate(written, Bounds.Probability, range) : default;
        var (pathway, when) = (Pathway(fields), context.Condition(fields, "when"));
        var provenance = context.Provenance(fields);
        fields.Finish();
        return of is { } known ? new Cause(known, probability, pathway, when) { Provenance = provenance } : null;
    }

    private static Pathway? Pathway(Fields fields) => fields.Choice(
        "pathway",
        ("none", Models.Pathway.None),
        ("inadvertent", Models.Pathway.Inadvertent),
        ("deliberate", Models.Pathway.Deliberate));

    private ImmutableArray<Multiplier> Multipliers(Fields fields)
    {
        var multipliers = ImmutableArray.CreateBuilder<Multiplier>();
        foreach (var item in fields.Items("multipliers"))
        {
            var inner = new Fields(_values, item, item.Span);
            var when = context.NeedCondition(inner, "when");
            var range = inner.Take("range");
            var times = inner.Need("times") is { } node ? _values.Estimate(node, Bounds.Factor, range) : default;
            multipliers.Add(new Multiplier(when, times, context.Provenance(inner)));
            inner.Finish();
        }

        return multipliers.DrainToImmutable();
    }

    private ImmutableArray<Outcome> Outcomes(Declared element, LocalizedText title, Fields fields)
    {
        var written = context.Declarations.Outcomes[context.Names.Events.Find(element.Id)!.Value];
        if (fields.Take("outcomes") is { } outcomes)
        {
            var reason = new LocalizedText("it belongs to one of the outcomes.", "Das gehört zu einem der Ausgänge.");
            fields.Refuse("severity", reason);
            fields.Refuse("effects", reason);
            if (written.IsEmpty && outcomes is MapNode)
            {
                context.Bag.Add("DT2024", outcomes.Span, new LocalizedText("At least one outcome is expected.", "Mindestens ein Ausgang wird erwartet."));
            }

            ImmutableArray<Outcome> bound = [.. written.Select(Outcome)];
            if (written.Any() && written.All(outcome => Values.IsZero((outcome.Node as MapNode)?.Entries.FirstOrDefault(entry => entry.Key.Text == "weight")?.Value)))
            {
                context.Bag.Add("DT3031", fields.KeySpan("outcomes"), new LocalizedText("All outcomes have the weight 0.", "Alle Ausgänge haben das Gewicht 0."));
            }

            return bound;
        }

        return [new Outcome(element.Id, title, Estimate.Point(1), Severity(fields), effects.Effects(fields, "effects", ofMeasure: false), [])];
    }

    private Outcome Outcome(Declared element)
    {
        if (element.Node is ScalarNode { IsAbsent: true } || (element.Node as ScalarNode)?.Value == element.Key)
        {
            return new Outcome(element.Id, LocalizedText.Same(element.Id), Estimate.Point(1), null, [], []);
        }

        var fields = new Fields(_values, element.Node, element.Key.Span);
        var range = fields.Take("range");
        var outcome = new Outcome(
            element.Id,
            BindingContext.Title(fields, element.Id),
            fields.Take("weight") is { } weight ? _values.Estimate(weight, Bounds.Factor, range) : Estimate.Point(1),
            Severity(fields),
            effects.Effects(fields, "effects", ofMeasure: false),
            Multipliers(fields))
        {
            Provenance = context.Provenance(fields),
        };
        fields.Finish();
        return outcome;
    }

    private int? Severity(Fields fields) =>
        fields.Take("severity") is { } node ? context.Reference(node, context.Names.Severities, Nouns.Severity) : null;
}
