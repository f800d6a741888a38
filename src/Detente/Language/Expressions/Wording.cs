using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Pieces of messages in both languages.</summary>
internal static class Wording
{
    /// <summary>In the quotation marks of each language.</summary>
    public static LocalizedText Quoted(string text) => new("“" + text + "”", "„" + text + "“");

    /// <summary>One text put into both wordings for <c>{0}</c>, in quotation marks.</summary>
    public static LocalizedText About(string text, string en, string de) => About(Quoted(text), en, de);

    /// <summary>One text put into both wordings for <c>{0}</c>.</summary>
    public static LocalizedText About(LocalizedText text, string en, string de) =>
        new(en.Replace("{0}", text.En, StringComparison.Ordinal), de.Replace("{0}", text.De, StringComparison.Ordinal));

    /// <summary>One after the other.</summary>
    public static LocalizedText Joined(params ReadOnlySpan<LocalizedText> parts)
    {
        var (en, de) = ("", "");
        foreach (var part in parts)
        {
            (en, de) = (en + part.En, de + part.De);
        }

        return new LocalizedText(en, de);
    }

    /// <summary><c>a, b or c</c>.</summary>
    public static LocalizedText AnyOf(IReadOnlyList<LocalizedText> parts) =>
        new(Series(parts.Select(part => part.En), " or "), Series(parts.Select(part => part.De), " oder "));

    /// <summary>The words in quotation marks, as in <c>“a”, “b” or “c”</c>.</summary>
    public static LocalizedText AnyOf(IEnumerable<string> words) => AnyOf([.. words.Select(Quoted)]);

    /// <summary><c>a, b</c> and the last joined by a word.</summary>
    public static string Series(IEnumerable<string> parts, string last)
    {
        var list = parts.ToList();
        return list.Count < 2 ? string.Concat(list) : string.Join(", ", list[..^1]) + last + list[^1];
    }
}
