using Detente.Language.Expressions;
using Detente.Language.Syntax;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>The sections of all parts, joined in the order of reading.</summary>
internal sealed class ModelSections
{
    private readonly Dictionary<string, List<MapEntry>> _sections = new(StringComparer.Ordinal);
    private readonly Values _values;

    public ModelSections(IReadOnlyList<MapNode> roots, Values values)
    {
        _values = values;
        Beginning = TextSpan.Whole(roots.First().Source.File);
        foreach (var entry in roots.SelectMany(root => root.Entries).TakeWhile(_ => !values.Bag.IsFull))
        {
            if (!SectionNames.All.Contains(entry.Key.Text))
            {
                values.Bag.Add(
                    "DT2001",
                    entry.Key.Span,
                    new LocalizedText($"There is no section `{Values.Short(entry.Key.Text)}`.", $"Einen Abschnitt `{Values.Short(entry.Key.Text)}` gibt es nicht."),
                    Suggestion.For(entry.Key.Text, SectionNames.All.Order(StringComparer.Ordinal)));
                continue;
            }

            if (!_sections.TryGetValue(entry.Key.Text, out var parts))
            {
                _sections[entry.Key.Text] = parts = [];
            }

            parts.Add(entry);
        }

        foreach (var name in SectionNames.Single.Where(name => name != "include"))
        {
            ReportRepeated(name);
        }
    }

    /// <summary>The first file as a whole, where missing sections are reported.</summary>
    public TextSpan Beginning { get; }

    /// <summary>Where a section's name stands first.</summary>
    public TextSpan? Place(string section) => _sections.GetValueOrDefault(section)?[0].Key.Span;

    /// <summary>The value of a section that stands once, or null.</summary>
    public SyntaxNode? Value(string section) => _sections.GetValueOrDefault(section)?[0].Value is { } value and not ScalarNode { IsAbsent: true } ? value : null;

    /// <summary>The entries of a section that maps ids to elements, of all parts.</summary>
    public IEnumerable<MapEntry> Entries(string section)
    {
        foreach (var part in _sections.GetValueOrDefault(section) ?? [])
        {
            if (part.Value is MapNode map)
            {
                foreach (var entry in map.Entries.TakeWhile(_ => !_values.Bag.IsFull))
                {
                    yield return entry;
                }
            }
            else if (part.Value is not ScalarNode { IsAbsent: true })
            {
                _values.WrongShape(part.Value, Nouns.Map);
            }
        }
    }

    /// <summary>The items of a section that is a list, of all parts.</summary>
    public IEnumerable<SyntaxNode> Items(string section) =>
        (_sections.GetValueOrDefault(section) ?? []).SelectMany(part => _values.Items(part.Value)).TakeWhile(_ => !_values.Bag.IsFull);

    private void ReportRepeated(string name)
    {
        foreach (var again in (_sections.GetValueOrDefault(name) ?? []).Skip(1))
        {
            _values.Bag.Add(
                "DT2005",
                again.Key.Span,
                new LocalizedText($"The section `{name}` stands in another part already.", $"Der Abschnitt `{name}` steht schon in einem anderen Teil."),
                [new RelatedPlace(_sections[name][0].Key.Span, new LocalizedText("It stands here first.", "Hier steht er zuerst."))]);
        }
    }
}
