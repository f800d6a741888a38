using Detente.Language.Expressions;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Binding;

/// <summary>The keys of one map. A key that nobody asked for by the time of <see cref="Finish"/> is unknown.</summary>
internal sealed class Fields
{
    private readonly Values _values;
    private readonly MapNode? _map;
    private readonly TextSpan _owner;
    private readonly List<string> _asked = [];
    private readonly List<Lack> _lacks = [];

    /// <summary>The keys of a node; anything but a map is reported, and then has no keys.</summary>
    /// <param name="values">Reads the values.</param>
    /// <param name="node">The node.</param>
    /// <param name="owner">Where a missing key is reported: the name of the element.</param>
    public Fields(Values values, SyntaxNode node, TextSpan owner)
    {
        (_values, _map, _owner) = (values, node as MapNode, owner);
        if (_map is null)
        {
            values.WrongShape(node, Nouns.Map);
        }
    }

    /// <summary>Whether the node was a map.</summary>
    public bool IsMap => _map is not null;

    public TextSpan Owner => _owner;

    public bool Has(string key) => _map?.Entries.Any(entry => entry.Key.Text == key) ?? false;

    /// <summary>The value of a key, without asking for it.</summary>
    public SyntaxNode? Peek(string key) => Entry(key)?.Value;

    /// <summary>The value of a key that may be missing; nothing behind the key counts as missing.</summary>
    public SyntaxNode? Take(string key)
    {
        _asked.Add(key);
        return Entry(key)?.Value is { } value and not ScalarNode { IsAbsent: true } ? value : null;
    }

    /// <summary>The value of a key that must not be missing.</summary>
    public SyntaxNode? Need(string key)
    {
        var value = Take(key);
        if (value is null && _map is not null)
        {
            _lacks.Add(new Lack([key], "DT2002", Entry(key)?.Key.Span ?? _owner, new LocalizedText($"The key `{key}` is missing here.", $"Hier fehlt der Schlüssel `{key}`.")));
        }

        return value;
    }

    /// <summary>Where a key stands.</summary>
    public TextSpan KeySpan(string key) => Entry(key)?.Key.Span ?? _owner;

    public string? Plain(string key) => Take(key) is { } node ? _values.Scalar(node, Nouns.Text)?.Text : null;

    public LocalizedText? Text(string key) => Take(key) is { } node ? _values.Localized(node) : null;

    public DateOnly? Date(string key, bool orMonth = false) => Take(key) is { } node ? _values.Date(node, orMonth) : null;

    public Period? Period(string key) => Take(key) is { } node ? _values.Period(node) : null;

    public bool? Flag(string key) => Take(key) is { } node ? _values.Flag(node) : null;

    public double? Number(string key, Bounds bounds) => Take(key) is { } node ? _values.Number(node, bounds) : null;

    public T? Choice<T>(string key, params ReadOnlySpan<(string Word, T Value)> choices)
        where T : struct => Take(key) is { } node ? _values.Choice(node, choices) : null;

    /// <summary>A number with a range of its own (<c>{value, range}</c>).</summary>
    public Estimate? Estimate(string key, Bounds bounds) => Take(key) is { } node ? _values.Estimate(node, bounds) : null;

    /// <summary>The items of a list, none when the key is missing.</summary>
    public IReadOnlyList<SyntaxNode> Items(string key, bool orOne = false) => Take(key) is { } node ? _values.Items(node, orOne) : [];

    /// <summary>The entries of a map, none when the key is missing.</summary>
    public IReadOnlyList<MapEntry> Entries(string key)
    {
        var node = Take(key);
        if (node is null or MapNode)
        {
            return node is MapNode map ? map.Entries : [];
        }

        _values.WrongShape(node, Nouns.Map);
        return [];
    }

    /// <summary>Reports a key that has no meaning beside the others.</summary>
    public void Refuse(string key, LocalizedText reason)
    {
        _asked.Add(key);
        if (Entry(key) is { } entry)
        {
            _lacks.Add(new Lack([], "DT2021", entry.Key.Span, new LocalizedText($"`{key}` does not fit here: {reason.En}", $"`{key}` passt hier nicht: {reason.De}")));
        }
    }

    /// <summary>The one key of several that is there; when it is none or more than one, that is reported and the answer is null.</summary>
    public string? OneOf(params ReadOnlySpan<string> keys)
    {
        var found = new List<string>();
        foreach (var key in keys)
        {
            _asked.Add(key);
            if (Has(key))
            {
                found.Add(key);
            }
        }

        if (found.Count == 1 || _map is null)
        {
            return found.Count == 1 ? found[0] : null;
        }

        var all = string.Join(", ", keys.ToArray().Select(key => $"`{key}`"));
        _lacks.Add(new Lack(found.Count == 0 ? keys.ToArray() : null, "DT2020", found.Count == 0 ? _owner : KeySpan(found[1]), new LocalizedText(
            $"Exactly one of {all} is needed here, not {(found.Count == 0 ? "none" : "several")}.",
            $"Genau einer der Schlüssel {all} ist hier nötig, {(found.Count == 0 ? "keiner ist da" : "nicht mehrere")}.")));
        return null;
    }

    /// <summary>Reports the keys nobody asked for, and what was missing or did not fit, unless a misspelt key is the reason.</summary>
    public void Finish()
    {
        var misspelt = Misspelt();
        foreach (var lack in _lacks.Where(lack => lack.Keys is null || misspelt.Count == 0 || (lack.Keys.Length > 0 && !lack.Keys.Any(misspelt.Contains))))
        {
            _values.Bag.Add(lack.Code, lack.Span, lack.Message);
        }

        foreach (var entry in (_map?.Entries ?? []).TakeWhile(_ => !_values.Bag.IsFull))
        {
            if (!_asked.Contains(entry.Key.Text, StringComparer.Ordinal))
            {
                _values.Bag.Add(
                    "DT2001",
                    entry.Key.Span,
                    new LocalizedText($"The key `{Values.Short(entry.Key.Text)}` is not known here.", $"Der Schlüssel `{Values.Short(entry.Key.Text)}` ist hier nicht bekannt."),
                    Suggestion.For(entry.Key.Text, _asked));
            }
        }
    }

    /// <summary>The keys asked for and not there that an unknown key was probably meant to be.</summary>
    private HashSet<string> Misspelt()
    {
        if (_lacks.Count == 0)
        {
            return [];
        }

        var absent = _asked.Where(key => !Has(key)).ToList();
        return (_map?.Entries ?? []).Where(entry => !_asked.Contains(entry.Key.Text, StringComparer.Ordinal))
            .Select(entry => Suggestion.For(entry.Key.Text, absent)).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private MapEntry? Entry(string key) => _map?.Entries.FirstOrDefault(entry => entry.Key.Text == key);

    // Something missing or out of place, kept until it is known whether a misspelt key is the reason. Keys: those one of which is missing;
    // none when a key is out of place for want of any other; null when there are too many.
    private readonly record struct Lack(string[]? Keys, string Code, TextSpan Span, LocalizedText Message);
}
