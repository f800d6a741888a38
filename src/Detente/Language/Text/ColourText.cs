using Detente.Models;

namespace Detente.Language.Text;

/// <summary>Colours as texts write them: six hexadecimal digits, red, green and blue.</summary>
internal static class ColourText
{
    /// <summary>The colour with its letters in upper case, or null when the text is none.</summary>
    public static string? Read(string text) => text.Length == 6 && text.All(char.IsAsciiHexDigit) ? text.ToUpperInvariant() : null;

    /// <summary>What is said of a text that is no colour.</summary>
    /// <param name="text">The text, cut to what fits a message.</param>
    public static LocalizedText Refusal(string text) => new(
        $"`{text}` is not a colour; it is written in six hexadecimal digits for red, green and blue, such as `FFCC00`.",
        $"`{text}` ist keine Farbe; geschrieben wird sie mit sechs Hexadezimalziffern für Rot, Grün und Blau, etwa `FFCC00`.");
}
