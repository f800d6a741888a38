using System.Globalization;
using System.Text;

namespace Detente.Language.Writing;

/// <summary>Scalars as YAML: plain where that is safe, else in double quotes.</summary>
internal static class YamlScalarText
{
    /// <summary>The scalar on one line.</summary>
    /// <param name="text">The value.</param>
    /// <param name="inFlow">Whether it stands inside brackets, where some signs have a meaning of their own.</param>
    public static string Line(string text, bool inFlow) => IsPlain(text, inFlow) ? text : Quoted(text);

    /// <summary>Whether the text is one line whose single blanks may become line breaks.</summary>
    public static bool IsFoldable(string text) =>
        text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && !text.Contains("  ", StringComparison.Ordinal) && !text.Any(IsSpecial);

    private static bool IsPlain(string text, bool inFlow)
    {
        if (text is "" or "~" or "null" or "<<" || text[0] == ' ' || text[^1] is ' ' or ':' || text.Any(IsSpecial))
        {
            return false;
        }

        if ("-?:,[]{}#&*!|>'\"%@`".Contains(text[0], StringComparison.Ordinal) && !(text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1])))
        {
            return false;
        }

        return !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
            && !(inFlow && text.AsSpan().ContainsAny(",[]{}:"));
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsSpecial(c) => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
                _ => null,
            } ?? c.ToString());
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Characters that break lines, cannot be seen or are no characters.</summary>
    private static bool IsSpecial(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
