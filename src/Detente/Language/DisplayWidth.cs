using System.Globalization;
using System.Text;

namespace Detente.Language;

/// <summary>Columns that text takes on a terminal, after the East Asian Width property (Unicode Standard Annex 11), by blocks.</summary>
/// <remarks>Wide characters take two columns, combining ones and such as join or format none, all others one. Deterministic; linear in the text.</remarks>
public static class DisplayWidth
{
    /// <summary>The columns of a text; a tab counts as one.</summary>
    /// <param name="text">The text.</param>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Of(rune);
        }

        return columns;
    }

    /// <summary>The columns of one character: 0, 1 or 2.</summary>
    /// <param name="rune">The character.</param>
    public static int Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD)
            ? 2
            : 1,
    };
}
