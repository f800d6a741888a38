using System.Collections.Immutable;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Binds measures, strategies, the baseline and constraints.</summary>
internal sealed class OptionBinder(BindingContext context, EffectBinder effects)
{
    private readonly Values _values = context.Values;

    public ImmutableArray<Measure> Measures() => context.Each("measures", Measure);

    public ImmutableArray<Strategy> Strategies() => context.Each("strategies", (element, fields) => new Strategy(
        element.Id,
        BindingContext.Title(fields, element.Id),
        Actors(fields.Need("of")),
        fields.Need("measures") is { } measures ? Pursuits(measures) : [],
        context.Provenance(fields)));

    public ImmutableArray<StrategyId> Baseline(ImmutableArray<Strategy> strategies)
    {
        using var scope = context.Bag.Within("baseline");
        var items = context.Sections.Items("baseline").ToList();
        ImmutableArray<StrategyId> baseline = [.. context.References(items, context.Names.Strategies, Nouns.Strategy).Select(place => new StrategyId(place))];
        var followed = new Dictionary<ActorId, LocatedText>();
        foreach (var name in items.OfType<ScalarNode>().DistinctBy(item => item.Text, StringComparer.Ordinal))
        {
            var of = context.Names.Strategies.Find(name.Text) is { } place ? strategies[place].Of : [];
            if (of.FirstOrDefault(followed.ContainsKey, new ActorId(-1)) is { Index: >= 0 } actor)
            {
                var id = context.Declarations.Actors[actor.Index];
                context.Bag.Add(
                    "DT3024",
                    name.Span,
                    new LocalizedText($"`{id}` follows another strategy of the baseline already.", $"`{id}` folgt in der Grundlinie schon einer anderen Strategie."),
                    [new RelatedPlace(followed[actor].Span, new LocalizedText("It follows this one.", "Er folgt dieser."))]);
            }

            foreach (var follower in of)
            {
                followed.TryAdd(follower, name.Value);
            }
        }

        return baseline;
    }

    public ImmutableArray<Constraint> Constraints() => context.Each("constraints", (element, fields) => new Constraint(
        element.Id,
        BindingContext.Title(fields, element.Id),
        context.NeedCondition(fields, "never"),
        fields.Choice("kind", ("hard", true), ("soft", false)) ?? true,
        context.Provenance(fields)));

    private Measure Measure(Declared element, Fields fields)
    {
        var stated = fields.Choice("gate", ("strict", Gate.Strict), ("advisory", Gate.Advisory));
        var gate = stated ?? Gate.Strict;
        var isKnown = stated is not null || !fields.Has("gate"); // a word that could not be read may have meant either
        if (isKnown && gate == Gate.Strict && fields.Has("early"))
        {
            context.Bag.Add("DT3005", fields.KeySpan("early"), new LocalizedText(
                "Behind a strict gate nothing is agreed early; `early` needs `gate: advisory`.",
                "Hinter einer strikten Schranke wird nichts verfrüht vereinbart; `early` braucht `gate: advisory`."));
        }

        return new Measure(element.Id, BindingContext.Title(fields, element.Id))
        {
            By = Actors(fields.Take("by")),
            Step = fields.Take("step") is { } step ? _values.Whole(step, 0, 1000) : null,
            Preconditions = [.. fields.Entries("preconditions").Select(entry => Precondition(entry))],
            Gate = gate,
            Uptake = fields.Estimate("uptake", Bounds.Rate) ?? Estimate.Point(1),
            Lead = fields.Period("lead"),
            Effects = effects.Effects(fields, "effects", ofMeasure: true),
            Early = effects.Effects(fields, "early", ofMeasure: false),
            SustainedBy = context.Condition(fields, "sustained-by"),
            Pause = fields.Period("pause"),
            Cost = fields.Number("cost", Bounds.Any) ?? 0,
            Provenance = context.Provenance(fields),
        };
    }

    private Precondition Precondition(MapEntry entry)
    {
        context.Declarations.IsWellFormed(entry.Key, isInner: true);
        var fields = new Fields(_values, entry.Value, entry.Key.Span);
        var precondition = new Precondition(
            entry.Key.Text,
            BindingContext.Title(fields, entry.Key.Text),
            context.NeedCondition(fields, "when"),
            context.Provenance(fields));
        fields.Finish();
        return precondition;
    }

    private ImmutableArray<ActorId> Actors(SyntaxNode? node) => node is null
        ? []
        : [.. context.References(_values.Items(node, orOne: true), context.Declarations.Actors, Nouns.Actor).Select(place => new ActorId(place))];

    private ImmutableArray<Pursuit> Pursuits(SyntaxNode node)
    {
        var pursuits = ImmutableArray.CreateBuilder<Pursuit>();
        var items = _values.Items(node);
        var names = items.Select(item => item as ScalarNode ?? (item as MapNode)?.Entries.FirstOrDefault(entry => entry.Key.Text == "measure")?.Value as ScalarNode).OfType<ScalarNode>();
        context.Declarations.ReportRepeated(names.Select(name => name.Value));
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item is ScalarNode)
            {
                pursuits.Add(new Pursuit(new MeasureId(context.Reference(item, context.Names.Measures, Nouns.Measure)), null, null, []));
                earlier.Add(((ScalarNode)item).Text);
                continue;
            }

            var fields = new Fields(_values, item, item.Span);
            var name = fields.Need("measure");
            var measure = new MeasureId(context.Reference(name, context.Names.Measures, Nouns.Measure));
            pursuits.Add(new Pursuit(measure, context.Condition(fields, "when"), context.Condition(fields, "until"), After(fields, earlier)));
            earlier.Add((name as ScalarNode)?.Text ?? "");
            fields.Finish();
        }

        return pursuits.DrainToImmutable();
    }

    private ImmutableArray<MeasureId> After(Fields fields, HashSet<string> earlier)
    {
        var items = fields.Items("after", orOne: true);
        foreach (var name in items.OfType<ScalarNode>().Where(name => context.Names.Measures.Find(name.Text) is not null && !earlier.Contains(name.Text)))
        {
            context.Bag.Add("DT3034", name.Span, new LocalizedText(
                $"`{name.Text}` does not stand above in this strategy, so waiting for it would never end.",
                $"`{name.Text}` steht in dieser Strategie nicht darüber; das Warten darauf würde nie enden."));
        }

        return [.. context.References(items, context.Names.Measures, Nouns.Measure).Select(place => new MeasureId(place))];
    }
}
