using System.Text;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>Bytes of files from other programs to text: UTF-8 if they are that, else Windows-1252.</summary>
internal static class ExchangeText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or null with a diagnostic: UTF-16, bytes that stand for no character, and characters that no text holds.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">What spans call it.</param>
    /// <param name="bag">Takes the diagnostic.</param>
    public static SourceText? Decode(ReadOnlySpan<byte> bytes, string name, DiagnosticBag bag)
    {
        if (bytes.Length > TextFile.Largest || IsMarked(bytes) || IsUtf8(bytes))
        {
            return bytes.Length > TextFile.Largest ? TextFile.TooLarge(name, bag) : TextFile.Decode(bytes, name, bag);
        }

        var text = Windows1252.Decode(bytes, out var undefined);
        if (undefined < 0)
        {
            return TextFile.Of(text, name, bag);
        }

        bag.Add("DT5008", new SourceText(name, text).Span(undefined, undefined + 1), new LocalizedText(
            $"The byte {bytes[undefined]:X2} stands for no character, neither in UTF-8 nor in Windows-1252.",
            $"Das Byte {bytes[undefined]:X2} steht für kein Zeichen, weder in UTF-8 noch in Windows-1252."));
        return null;
    }

    /// <summary>Whether a file written in Windows-1252 would be read as UTF-8 with other characters.</summary>
    /// <param name="bytes">The file.</param>
    public static bool IsMistakenForUtf8(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7F) && IsUtf8(bytes);

    private static bool IsMarked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
