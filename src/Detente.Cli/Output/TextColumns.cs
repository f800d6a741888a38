using Detente.Language;

namespace Detente.Cli.Output;

/// <summary>Text in columns of a terminal, whatever the width of its characters.</summary>
internal static class TextColumns
{
    private const int LeastRest = 4;

    /// <summary>The text with blanks after it, up to a width; as it is when it is wider.</summary>
    public static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - DisplayWidth.Of(text)));

    /// <summary>
    /// The text cut at blanks into lines no wider than <paramref name="width"/>, of 3 columns or more; a longer word is broken with a hyphen.
    /// Lines after the first are indented. A text without words is one empty line.
    /// </summary>
    public static List<string> Wrapped(string text, int width, int indent = 0)
    {
        var lines = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && DisplayWidth.Of(lines[^1]) + 1 + DisplayWidth.Of(word) <= width)
            {
                lines[^1] += " " + word;
                continue;
            }

            foreach (var part in Broken(word, lines.Count == 0 ? width : width - indent))
            {
                lines.Add(lines.Count == 0 ? part : new string(' ', indent) + part);
            }
        }

        return lines.Count == 0 ? [""] : lines;
    }

    private static IEnumerable<string> Broken(string word, int width)
    {
        while (DisplayWidth.Of(word) is var all && all > width)
        {
            // Not a letter or two alone on the last line.
            var part = Beginning(word, Math.Min(width - 1, all - LeastRest));
            yield return part + "-";
            word = word[part.Length..];
        }

        yield return word;
    }

    /// <summary>One character at least, and as many more as fit; combining ones stay with theirs.</summary>
    private static string Beginning(string word, int width)
    {
        var (taken, length) = (0, 0);
        foreach (var rune in word.EnumerateRunes())
        {
            var columns = DisplayWidth.Of(rune);
            if (length > 0 && taken + columns > width)
            {
                break;
            }

            taken += columns;
            length += rune.Utf16SequenceLength;
        }

        return word[..length];
    }
}
