using System.Text;

namespace Detente.Language.Exchange;

/// <summary>The eight-bit character set of Windows in which older programs write their files.</summary>
/// <remarks>Source: Unicode Consortium, mapping table CP1252.TXT (bestfit mappings not used). Five bytes stand for no character.</remarks>
internal static class Windows1252
{
    private const int First = 0x80;

    // Bytes 80 to 9F; U+0000 where there is no character. All other bytes stand for the character of the same number.
    private const string Own =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
        + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    /// <summary>The text of some bytes; those that stand for no character become U+FFFD.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="undefined">Place of the first byte that stands for no character, or -1.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, out int undefined)
    {
        var text = new StringBuilder(bytes.Length);
        undefined = -1;
        for (var i = 0; i < bytes.Length; i++)
        {
            var character = bytes[i] is >= First and < First + 32 ? Own[bytes[i] - First] : (char)bytes[i];
            if (character == '\0' && bytes[i] != 0)
            {
                undefined = undefined < 0 ? i : undefined;
                character = '\uFFFD';
            }

            text.Append(character);
        }

        return text.ToString();
    }

    /// <summary>The byte of a character, or null when the set does not have it.</summary>
    public static byte? Encode(char character) => character switch
    {
        < (char)First or (>= '\u00A0' and <= '\u00FF') => (byte)character,
        _ => Own.IndexOf(character, StringComparison.Ordinal) is var place and >= 0 ? (byte)(First + place) : null,
    };

    /// <summary>Place of the first character that the set does not have, or -1.</summary>
    public static int FirstMissing(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Encode(text[i]) is null)
            {
                return i;
            }
        }

        return -1;
    }
}
