namespace Detente.Language.Writing;

/// <summary>A value to be written as YAML.</summary>
internal abstract record YamlNode;

/// <summary>A text, number or word.</summary>
/// <param name="Text">The value.</param>
/// <param name="MayFold">Whether it may be folded over several lines when it is long; conditions may not.</param>
internal sealed record YamlScalar(string Text, bool MayFold = false) : YamlNode;

/// <summary>Nothing at all, as behind <c>key:</c>.</summary>
internal sealed record YamlAbsent : YamlNode;

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlEntry> Items) : YamlNode
{
    /// <summary>A list of bare values.</summary>
    public static YamlList Of(IEnumerable<YamlNode> items) => new([.. items.Select(item => new YamlEntry("", item))]);

    /// <summary>A list of words.</summary>
    public static YamlList Of(IEnumerable<string> items) => Of(items.Select(item => new YamlScalar(item)));
}

/// <summary>A map, in the order of its entries.</summary>
internal sealed record YamlMap(IReadOnlyList<YamlEntry> Entries) : YamlNode;

/// <summary>An entry of a map, or an item of a list.</summary>
/// <param name="Key">Its key; empty in a list.</param>
/// <param name="Value">Its value.</param>
internal sealed record YamlEntry(string Key, YamlNode Value)
{
    /// <summary>Comments on lines of their own before it, each with its <c>#</c>.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The comment on its line, with its <c>#</c>, or null.</summary>
    public string? Beside { get; init; }

    /// <summary>Whether an empty line stands before it.</summary>
    public bool IsSetOff { get; init; }

    /// <summary>Whether it needs lines of its own.</summary>
    public bool NeedsLines => Before.Count > 0 || Beside is not null || IsSetOff;
}
