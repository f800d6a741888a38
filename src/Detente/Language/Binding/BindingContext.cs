using System.Collections.Immutable;
using Detente.Language.Expressions;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>What a condition stands for.</summary>
internal enum ConditionRole
{
    /// <summary>The <c>when</c> of an influence.</summary>
    Influence,

    /// <summary>The rule of a scenario.</summary>
    Scenario,

    /// <summary>The rule of a question.</summary>
    Question,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>A condition of the model with its place, for the checks of the whole.</summary>
internal sealed record BoundCondition(Condition Condition, LocatedText Text, string Element, ConditionRole Role);

/// <summary>What all binders share: names, values, and what they leave behind for the checks of the whole.</summary>
internal sealed class BindingContext(ModelSections sections, Declarations declarations, Values values)
{
    private readonly Dictionary<string, TextSpan> _places = new(StringComparer.Ordinal);

    public ModelSections Sections { get; } = sections;

    public Declarations Declarations { get; } = declarations;

    public Names Names => Declarations.Names;

    public Values Values { get; } = values;

    public DiagnosticBag Bag => Values.Bag;

    /// <summary>The horizon once it is bound; null when the model has none or it has a mistake.</summary>
    public Horizon? Horizon { get; set; }

    /// <summary>Every condition bound so far.</summary>
    public List<BoundCondition> Conditions { get; } = [];

    /// <summary>Where every element's name stands, every section's first, and under the empty name the first file as a whole.</summary>
    public ImmutableDictionary<string, TextSpan> Places() => SectionNames.All
        .Where(section => Sections.Place(section) is not null)
        .Select(section => KeyValuePair.Create(section, Sections.Place(section)!.Value))
        .Append(KeyValuePair.Create("", Sections.Beginning))
        .Concat(_places)
        .ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Where an element's name stands.</summary>
    public TextSpan PlaceOf(string element) => _places[element];

    public void Put(string element, TextSpan place) => _places.TryAdd(element, place);

    /// <summary>Binds every element of a section, each under its own name in the diagnostics.</summary>
    public ImmutableArray<T> Each<T>(string section, Func<Declared, Fields, T> bind)
    {
        var bound = ImmutableArray.CreateBuilder<T>();
        foreach (var element in Declarations.Of(section))
        {
            var name = $"{section}/{element.Id}";
            using var scope = Bag.Within(name);
            Put(name, element.Key.Span);
            var fields = new Fields(Values, element.Node, element.Key.Span);
            bound.Add(bind(element, fields));
            fields.Finish();
        }

        return bound.DrainToImmutable();
    }

    /// <summary>The title of an element, its name when none is written.</summary>
    public static LocalizedText Title(Fields fields, string id) => fields.Text("title") ?? LocalizedText.Same(id);

    /// <summary>The title of a named thing that may have nothing but one: <c>low: ...</c>, or a bare name in a list.</summary>
    public LocalizedText TitleOf(Declared item) =>
        item.Node is ScalarNode { IsAbsent: true } || (item.Node as ScalarNode)?.Value == item.Key ? LocalizedText.Same(item.Id) : Values.Localized(item.Node);

    /// <summary>The place of a declared name, 0 after a mistake.</summary>
    public int Reference<T>(SyntaxNode? node, NameList<T> names, LocalizedText kind)
    {
        if (node is null || Values.Scalar(node, kind) is not { } scalar)
        {
            return 0;
        }

        return Reference(scalar.Value, names, kind) ?? 0;
    }

    /// <summary>The place of a declared name, null after a mistake.</summary>
    public int? Reference<T>(LocatedText name, NameList<T> names, LocalizedText kind)
    {
        if (names.Find(name.Text) is { } place)
        {
            return place;
        }

        UnknownName(name, kind, names.Suggest(name.Text));
        return null;
    }

    public void UnknownName(LocatedText name, LocalizedText kind, string? suggestion) => Bag.Add(
        "DT2004",
        name.Span,
        new LocalizedText(
            $"“{Values.Short(name.Text)}” is not declared; {kind.En} is expected here.",
            $"„{Values.Short(name.Text)}“ ist nicht erklärt; erwartet wird hier {kind.De}."),
        suggestion);

    /// <summary>Declared names of a list, each once.</summary>
    public IEnumerable<int> References<T>(IReadOnlyList<SyntaxNode> items, NameList<T> names, LocalizedText kind)
    {
        var written = items.Select(item => Values.Scalar(item, kind)).OfType<ScalarNode>().Select(scalar => scalar.Value).ToList();
        Declarations.ReportRepeated(written);
        return written.Select(name => Reference(name, names, kind)).OfType<int>().ToList();
    }

    public FactorId Factor(SyntaxNode? node) => new(Reference(node, Names.Factors, Nouns.Factor));

    /// <summary>The factor named, or null after a mistake.</summary>
    public FactorName? FactorNamed(SyntaxNode? node) => node is ScalarNode scalar && Names.Factors.Find(scalar.Text) is { } place ? Names.Factors[place] : null;

    /// <summary>A state of a factor, 0 after a mistake. Of a factor that is unknown, or whose states are, nothing is said.</summary>
    public int State(LocatedText name, FactorName? factor)
    {
        if (factor is null || factor.States.IsEmpty)
        {
            return 0;
        }

        var place = factor.States.IndexOf(name.Text);
        if (place < 0)
        {
            UnknownName(name, Nouns.State, Suggestion.For(name.Text, factor.States));
        }

        return Math.Max(place, 0);
    }

    public int State(SyntaxNode? node, FactorName? factor) => node is not null && Values.Scalar(node, Nouns.State) is { } scalar ? State(scalar.Value, factor) : 0;

    /// <summary>An event, or <c>event.outcome</c>; null after a mistake.</summary>
    public EventReference? Event(SyntaxNode? node)
    {
        if (node is null || Values.Scalar(node, Nouns.Event) is not { } scalar)
        {
            return null;
        }

        var dot = scalar.Text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return Reference(scalar.Value, Names.Events, Nouns.Event) is { } whole ? new EventReference(new EventId(whole), null) : null;
        }

        if (Reference(scalar.Value.Part(0, dot), Names.Events, Nouns.Event) is not { } place)
        {
            return null;
        }

        var outcome = scalar.Value.Part(dot + 1, scalar.Text.Length - dot - 1);
        var index = Names.Events[place].Outcomes.IndexOf(outcome.Text);
        if (index < 0)
        {
            UnknownName(outcome, Nouns.Outcome, Suggestion.For(outcome.Text, Names.Events[place].Outcomes));
            return null;
        }

        return new EventReference(new EventId(place), index);
    }

    /// <summary>The condition of a key; a stand-in that always holds after a mistake, null when the key is missing.</summary>
    public Condition? Condition(Fields fields, string key, ConditionRole role = ConditionRole.Other) =>
        fields.Take(key) is { } node ? Condition(node, role) : null;

    /// <summary>The condition of a key that must not be missing.</summary>
    public Condition NeedCondition(Fields fields, string key, ConditionRole role = ConditionRole.Other) =>
        fields.Need(key) is { } node ? Condition(node, role) : new ConstantCondition(true);

    public Condition Condition(SyntaxNode node, ConditionRole role)
    {
        if (Values.Scalar(node, new LocalizedText("a condition", "eine Bedingung")) is not { } scalar || ConditionParser.Parse(scalar.Value, Names, Bag) is not { } condition)
        {
            return new ConstantCondition(true);
        }

        Conditions.Add(new BoundCondition(condition, scalar.Value, Bag.Element ?? "", role));
        return condition;
    }

    /// <summary>Reason, sources, items and label of an element.</summary>
    public Provenance Provenance(Fields fields)
    {
        var because = fields.Text("because");
        var sources = ImmutableArray.CreateBuilder<SourceReference>();
        foreach (var item in fields.Items("source", orOne: true))
        {
            if (SourceReference(item) is { } reference)
            {
                sources.Add(reference);
            }
        }

        var items = Items(fields);
        var label = fields.Choice(
            "label",
            ("quoted-source", EvidenceLabel.QuotedSource),
            ("data", EvidenceLabel.Data),
            ("expert-judgement", EvidenceLabel.ExpertJudgement));
        return new Provenance(because, sources.DrainToImmutable(), items, label ?? DefaultLabel(fields));
    }

    /// <summary>Ids of inventory items, each once; declared ones only where the model has an inventory.</summary>
    private ImmutableArray<string> Items(Fields fields)
    {
        var written = fields.Items("items", orOne: true).Select(item => Values.Scalar(item, Nouns.Item)).OfType<ScalarNode>().ToList();
        Declarations.ReportRepeated(written.Select(item => item.Value));
        foreach (var item in Sections.Place("items") is null ? [] : written.Where(item => Declarations.Items.Find(item.Text) is null))
        {
            Bag.Add(
                "DT2027",
                item.Span,
                new LocalizedText(
                    $"“{Values.Short(item.Text)}” is not in the inventory (section `items`).",
                    $"„{Values.Short(item.Text)}“ steht nicht im Inventar (Abschnitt `items`)."),
                Declarations.Items.Suggest(item.Text));
        }

        return [.. written.Select(item => item.Text)];
    }

    private EvidenceLabel DefaultLabel(Fields fields)
    {
        var first = fields.Items("source", orOne: true).OfType<ScalarNode>().Select(node => node.Text.Split('#')[0]).FirstOrDefault(id => Declarations.Sources.Find(id) is not null);
        if (first is null)
        {
            return EvidenceLabel.ExpertJudgement;
        }

        var isData = Declarations.Of("sources")[Declarations.Sources.Find(first)!.Value].Node is MapNode map
            && map.Entries.Any(entry => entry.Key.Text == "kind" && entry.Value is ScalarNode { Text: "data" });
        return isData ? EvidenceLabel.Data : EvidenceLabel.QuotedSource;
    }

    /// <summary>A source, with its locator; null for the analyst's own judgement and after a mistake.</summary>
    public SourceReference? SourceReference(SyntaxNode node)
    {
        if (Values.Scalar(node, Nouns.Source) is not { } scalar || scalar.Text == "judgement")
        {
            return null;
        }

        var hash = scalar.Text.IndexOf('#', StringComparison.Ordinal);
        if (hash == 0 || hash == scalar.Text.Length - 1 || scalar.Text.Contains(' ', StringComparison.Ordinal))
        {
            Bag.Add("DT2018", scalar.Span, new LocalizedText(
                $"`{Values.Short(scalar.Text)}` is not a source reference; it is written like `id#p3`, `id` or `judgement`.",
                $"`{Values.Short(scalar.Text)}` ist kein Quellenverweis; geschrieben wird er wie `id#p3`, `id` oder `judgement`."));
            return null;
        }

        var id = hash < 0 ? scalar.Value : scalar.Value.Part(0, hash);
        return Reference(id, Declarations.Sources, Nouns.Source) is { } place
            ? new SourceReference(new SourceId(place), hash < 0 ? null : scalar.Text[(hash + 1)..])
            : null;
    }
}
