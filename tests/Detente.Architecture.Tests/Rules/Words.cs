using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Detente.Architecture.Tests.Rules;

/// <summary>Which words a model file brings with it, and whether they occur in source text.</summary>
internal static partial class Words
{
    /// <summary>Sections of a model file whose keys are ids, and of which one-word keys count as well.</summary>
    private static readonly string[] Sections =
        ["actors", "factors", "events", "measures", "experts", "strategies", "scenarios", "indicators", "sources", "evidence", "claims", "parties", "treaties"];

    /// <summary>Keys under which stands prose, in which any word may open a sentence, or citations.</summary>
    private static readonly string[] Prose = ["because", "note", "notes", "question", "questions", "description", "unreachable", "text", "resolution", "sources"];

    /// <summary>Ids (normalised: <c>nato-posture</c>) and distinctive capitalised words of the titles of a model file.</summary>
    /// <remarks>
    /// Distinctive is a capitalised word of an English title that does not open it, or one written in capitals.
    /// Ids of states (<c>low</c>, <c>open</c>) count only when they have several parts; ids shorter than three letters never do.
    /// </remarks>
    public static IEnumerable<string> OfModel(SourceFile file)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(file.Text));
        }
        catch (YamlException)
        {
            return []; // a broken model is the language's business
        }

        return yaml.Documents.SelectMany(document => OfNode(document.RootNode, "")).Where(word => word.Length > 2).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Every place where one of the words, or its parts run together (<c>NatoPosture</c>, <c>nato_posture</c>), occurs.</summary>
    public static IEnumerable<string> Occurrences(IEnumerable<SourceFile> files, IEnumerable<string> words)
    {
        var sought = words.Select(word => (Word: word, Text: "-" + Normalise(word) + "-")).ToList();
        return from file in files
               from line in file.Lines.Index()
               let text = "-" + Normalise(line.Item) + "-"
               from word in sought
               where text.Contains(word.Text, StringComparison.Ordinal)
               select $"{file.Path}:{line.Index + 1} says {word.Word}";
    }

    /// <summary>The words of a text, in lower case, camel case taken apart, joined by hyphens.</summary>
    public static string Normalise(string text) =>
        string.Join('-', Part.Matches(text).Select(match => match.Value.ToLower(CultureInfo.InvariantCulture)));

    private static IEnumerable<string> OfNode(YamlNode node, string section) => node switch
    {
        YamlMappingNode mapping => mapping.Children.SelectMany(entry => OfEntry(((YamlScalarNode)entry.Key).Value ?? "", entry.Value, section)),
        YamlSequenceNode sequence => sequence.Children.SelectMany(child => OfNode(child, section)),
        _ => [],
    };

    private static IEnumerable<string> OfEntry(string key, YamlNode value, string section)
    {
        var isSection = Sections.Contains(key, StringComparer.Ordinal);
        if (Sections.Contains(section, StringComparer.Ordinal) && value is YamlMappingNode or YamlSequenceNode && !isSection && IsId(key))
        {
            yield return Normalise(key);
        }

        if (key is "id" && value is YamlScalarNode { Value: { } id } && (section is not "states" || id.AsSpan().ContainsAny('-', '_')))
        {
            yield return Normalise(id);
        }

        if (key is "title" or "en")
        {
            var title = value is YamlMappingNode languages && languages.Children.TryGetValue("en", out var english) ? english : value;
            foreach (var word in title is YamlScalarNode { Value: { } text } ? Capitalised(text) : [])
            {
                yield return word;
            }
        }

        if (key is "states" && value is YamlMappingNode states)
        {
            foreach (var state in states.Children.Keys.OfType<YamlScalarNode>().Select(state => Normalise(state.Value!)).Where(state => state.Contains('-', StringComparison.Ordinal)))
            {
                yield return state;
            }
        }

        foreach (var word in Prose.Contains(key, StringComparer.Ordinal) ? [] : OfNode(value, isSection || key is "states" ? key : ""))
        {
            yield return word;
        }
    }

    private static IEnumerable<string> Capitalised(string title) =>
        from match in Name.Matches(title)
        where match.Index > 0 || match.Value.All(char.IsUpper)
        select match.Value.ToLower(CultureInfo.InvariantCulture);

    private static bool IsId(string key) => key.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+", RegexOptions.None, 1000)]
    private static partial Regex Part { get; }

    [GeneratedRegex(@"(?<![\p{L}'’])\p{Lu}[\p{L}]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Name { get; }
}
