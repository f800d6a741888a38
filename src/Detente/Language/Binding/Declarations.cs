using System.Collections.Immutable;
using Detente.Language.Expressions;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>Every name of a model, declared before anything that may refer to it is bound. An element with mistakes still declares its name.</summary>
internal sealed class Declarations
{
    private const int MostOrderedStates = 7;
    private const int MostNominalStates = 99;

    private readonly Values _values;
    private readonly Dictionary<string, ImmutableArray<Declared>> _elements = new(StringComparer.Ordinal);

    public Declarations(ModelSections sections, Values values)
    {
        _values = values;
        foreach (var section in SectionNames.Maps)
        {
            _elements[section] = Declare(section, sections.Entries(section));
        }

        foreach (var (section, list) in new[] { ("sources", Sources), ("items", Items), ("issues", Issues), ("actors", Actors), ("groups", Groups), ("indicators", Indicators) })
        {
            list.AddRange(Of(section).Select(element => element.Id));
        }

        DeclareFactors();
        DeclareSeverities();
        DeclareEvents();
        Names.Measures.AddRange(Of("measures").Select(element => element.Id));
        Names.Strategies.AddRange(Of("strategies").Select(element => element.Id));
        Names.Scenarios.AddRange(Of("scenarios").Select(element => element.Id));
    }

    /// <summary>The names an expression may use.</summary>
    public Names Names { get; } = new();

    public NameList<string> Sources { get; } = new(id => id);

    public NameList<string> Items { get; } = new(id => id);

    public NameList<string> Issues { get; } = new(id => id);

    public NameList<string> Actors { get; } = new(id => id);

    public NameList<string> Groups { get; } = new(id => id);

    public NameList<string> Indicators { get; } = new(id => id);

    /// <summary>The states of each factor as written, in the order of <see cref="Names"/>; none for an image or after a mistake.</summary>
    public List<ImmutableArray<Declared>> States { get; } = [];

    /// <summary>The outcomes of each event as written, in the order of <see cref="Names"/>; none for an event without outcomes.</summary>
    public List<ImmutableArray<Declared>> Outcomes { get; } = [];

    /// <summary>The elements of a section that maps ids to elements.</summary>
    public ImmutableArray<Declared> Of(string section) => _elements[section];

    /// <summary>Names inside an element (states, outcomes, levels), from a map or a list of bare names.</summary>
    public ImmutableArray<Declared> Inner(SyntaxNode node)
    {
        switch (node)
        {
            case MapNode map:
                return Checked(map.Entries.Select(entry => new Declared(entry.Key, entry.Value)));
            case ListNode list:
                var names = list.Items.Select(item => _values.Scalar(item, Nouns.Word)).OfType<ScalarNode>().ToList();
                ReportRepeated(names.Select(name => name.Value));
                return Checked(names.DistinctBy(name => name.Text, StringComparer.Ordinal).Select(name => new Declared(name.Value, name)));
            default:
                _values.WrongShape(node, Nouns.Map);
                return [];
        }
    }

    /// <summary>Reports names that stand twice in a list.</summary>
    public void ReportRepeated(IEnumerable<LocatedText> names)
    {
        var first = new Dictionary<string, LocatedText>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!first.TryAdd(name.Text, name))
            {
                _values.Bag.Add(
                    "DT2025",
                    name.Span,
                    new LocalizedText($"“{Values.Short(name.Text)}” stands twice in this list.", $"„{Values.Short(name.Text)}“ steht zweimal in dieser Liste."),
                    [new RelatedPlace(first[name.Text].Span, new LocalizedText("It stands here first.", "Hier steht es zuerst."))]);
            }
        }
    }

    /// <summary>Whether a name may be declared; reports why not.</summary>
    public bool IsWellFormed(LocatedText name, bool isInner = false)
    {
        var text = name.Text;
        if (text.Length is 0 or > 100 || !char.IsAsciiLetterLower(text[0]) || !text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            var better = Mended(text);
            _values.Bag.Add(
                "DT2007",
                name.Span,
                new LocalizedText(
                    $"“{Values.Short(text)}” is not a name: lower-case letters, digits and hyphens, a letter first.",
                    $"„{Values.Short(text)}“ ist kein Name: Kleinbuchstaben ohne Umlaute, Ziffern und Bindestriche, vorn ein Buchstabe."),
                better);
            return false;
        }

        if (!isInner && ExpressionWords.Reserved.Contains(text))
        {
            _values.Bag.Add("DT2006", name.Span, new LocalizedText(
                $"“{text}” is a word of the condition language; choose another name.",
                $"„{text}“ ist ein Wort der Bedingungssprache; bitte einen anderen Namen wählen."));
        }

        return true;
    }

    /// <summary>Whether an item of the inventory may be called so; reports why not. Their names are those of the analyst's own list.</summary>
    private bool IsItemName(LocatedText name)
    {
        if (name.Text.Length is > 0 and <= 100 && name.Text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_'))
        {
            return true;
        }

        _values.Bag.Add("DT2007", name.Span, new LocalizedText(
            $"“{Values.Short(name.Text)}” is not the name of an item: letters, digits, hyphens, full stops and underscores, such as `S-01`.",
            $"„{Values.Short(name.Text)}“ ist kein Name eines Eintrags: Buchstaben ohne Umlaute, Ziffern, Bindestriche, Punkte und Unterstriche, etwa `S-01`."));
        return false;
    }

    private static string? Mended(string text)
    {
        var better = new string([.. text.ToLowerInvariant().Select(c => c is '_' or ' ' or '.' ? '-' : c)]);
        return better.Length is > 0 and <= 100 && char.IsAsciiLetterLower(better[0]) && better.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && better != text
            ? better
            : null;
    }

    private ImmutableArray<Declared> Checked(IEnumerable<Declared> inner)
    {
        ImmutableArray<Declared> all = [.. inner];
        foreach (var item in all)
        {
            IsWellFormed(item.Key, isInner: true);
        }

        return all;
    }

    private ImmutableArray<Declared> Declare(string section, IEnumerable<MapEntry> entries)
    {
        var first = new Dictionary<string, LocatedText>(StringComparer.Ordinal);
        var declared = ImmutableArray.CreateBuilder<Declared>();
        foreach (var entry in entries)
        {
            using var scope = _values.Bag.Within($"{section}/{entry.Key.Text}");
            _ = section == "items" ? IsItemName(entry.Key) : IsWellFormed(entry.Key, isInner: section is "sources" or "issues" or "groups" or "evidence" or "claims" or "notes");
            if (first.TryAdd(entry.Key.Text, entry.Key))
            {
                declared.Add(new Declared(entry.Key, entry.Value));
                continue;
            }

            _values.Bag.Add(
                "DT2005",
                entry.Key.Span,
                new LocalizedText($"“{Values.Short(entry.Key.Text)}” is declared twice in `{section}`.", $"„{Values.Short(entry.Key.Text)}“ ist in `{section}` zweimal erklärt."),
                [new RelatedPlace(first[entry.Key.Text].Span, new LocalizedText("It is declared here first.", "Hier ist es zuerst erklärt."))]);
        }

        return declared.DrainToImmutable();
    }

    private void DeclareFactors()
    {
        var scales = new Dictionary<string, (FactorScale Scale, ImmutableArray<Declared> States)>(StringComparer.Ordinal);
        foreach (var factor in Of("factors"))
        {
            using var scope = _values.Bag.Within("factors/" + factor.Id);
            var scale = Inside(factor.Node, "scale") is ScalarNode { Text: "nominal" } ? FactorScale.Nominal : FactorScale.Ordered;
            var isImage = Inside(factor.Node, "image") is not null;
            scales[factor.Id] = (scale, !isImage && Inside(factor.Node, "states") is { } states ? StatesOf(states, scale) : []);
        }

        foreach (var factor in Of("factors"))
        {
            var (scale, states) = scales[factor.Id];
            var shown = states;
            if (Inside(factor.Node, "image") is MapNode image && Inside(image, "of") is ScalarNode thing && scales.TryGetValue(thing.Text, out var original))
            {
                (scale, shown) = original;
            }

            Names.Factors.Add(new FactorName(factor.Id, scale, [.. shown.Select(state => state.Id)]));
            States.Add(states);
        }
    }

    private ImmutableArray<Declared> StatesOf(SyntaxNode node, FactorScale scale)
    {
        var states = Inner(node);
        var written = node switch { MapNode map => map.Entries.Length, ListNode list => list.Items.Length, _ => 0 };
        var (least, most) = scale == FactorScale.Ordered ? (2, MostOrderedStates) : (1, MostNominalStates);
        if (node is MapNode or ListNode && (written < least || written > most))
        {
            _values.Bag.Add("DT2008", node.Span, scale == FactorScale.Ordered
                ? new LocalizedText("An ordered factor has 2 to 7 states.", "Ein geordneter Faktor hat 2 bis 7 Zustände.")
                : new LocalizedText("A nominal factor has 1 to 99 states.", "Ein nominaler Faktor hat 1 bis 99 Zustände."));
        }

        return states;
    }

    private void DeclareSeverities()
    {
        foreach (var severity in Of("severity"))
        {
            var level = severity.Node is MapNode map ? Inside(map, "level") : severity.Node;
            var isNumber = int.TryParse((level as ScalarNode)?.Text, System.Globalization.CultureInfo.InvariantCulture, out var number);
            Names.Severities.Add(new SeverityName(severity.Id, isNumber ? number : 0));
        }
    }

    private void DeclareEvents()
    {
        foreach (var item in Of("events"))
        {
            using var scope = _values.Bag.Within("events/" + item.Id);
            var kind = Inside(item.Node, "at") is not null ? EventKind.Scheduled : Inside(item.Node, "rate") is not null ? EventKind.Stochastic : EventKind.Consequence;
            var outcomes = Inside(item.Node, "outcomes") is { } written ? Inner(written) : [];
            Outcomes.Add(outcomes);
            Names.Events.Add(new EventName(item.Id, kind, outcomes.IsEmpty ? [item.Id] : [.. outcomes.Select(outcome => outcome.Id)]));
        }
    }

    private static SyntaxNode? Inside(SyntaxNode node, string key) =>
        (node as MapNode)?.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value is { } value and not ScalarNode { IsAbsent: true } ? value : null;
}
