using System.Text;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Syntax;

/// <summary>A file's bytes to text, or a diagnostic why not.</summary>
internal static class TextFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Largest = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Lenient = new();

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file of at most <see cref="Largest"/> bytes; the length is asked for before anything is read.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, even while a pipe without a writer or a dead network drive lets the system wait.</exception>
    public static SourceText? Read(string path, string name, DiagnosticBag bag, CancellationToken cancellation) =>
        ReadBytes(path, name, bag, cancellation) is { } bytes ? Decode(bytes, name, bag) : null;

    /// <summary>The bytes of a file of at most <see cref="Largest"/> of them, or null with a diagnostic.</summary>
    /// <exception cref="OperationCanceledException">As above.</exception>
    public static byte[]? ReadBytes(string path, string name, DiagnosticBag bag, CancellationToken cancellation)
    {
        try
        {
            // No read of the system can be called off; one that waits is left behind on a thread that ends with the process.
            var bytes = cancellation.CanBeCanceled
                ? Task.Run(() => Bytes(path), cancellation).WaitAsync(cancellation).GetAwaiter().GetResult()
                : Bytes(path);
            if (bytes is null)
            {
                TooLarge(name, bag);
            }

            return bytes;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            bag.Add("DT1002", TextSpan.Whole(name), new LocalizedText(
                "The file is there but cannot be read: permission is missing, or another program holds it.",
                "Die Datei ist da, lässt sich aber nicht lesen: Die Berechtigung fehlt, oder ein anderes Programm hält sie fest."));
            return null;
        }
    }

    /// <summary>Checks a text that is in memory already; a byte order mark at its beginning is dropped.</summary>
    public static SourceText? Of(string text, string name, DiagnosticBag bag)
    {
        if (text.Length > Largest)
        {
            return TooLarge(name, bag);
        }

        var source = new SourceText(name, text.StartsWith('\uFEFF') ? text[1..] : text);
        var bad = BadCharacter(source.Text);
        if (bad < 0)
        {
            return source;
        }

        bag.Add("DT1005", source.Span(bad, bad + 1), new LocalizedText(
            "This character does not occur in text files: the file is damaged or no text.",
            "Dieses Zeichen kommt in Textdateien nicht vor: Die Datei ist beschädigt oder kein Text."));
        return null;
    }

    private static byte[]? Bytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        if (stream.CanSeek && stream.Length > Largest)
        {
            return null;
        }

        var bytes = new byte[stream.CanSeek && stream.Length > 0 ? (int)stream.Length + 1 : Largest + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length > Largest ? null : bytes[..length];
    }

    /// <summary>UTF-8 to text, or null with a diagnostic.</summary>
    public static SourceText? Decode(ReadOnlySpan<byte> bytes, string name, DiagnosticBag bag)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            bag.Add("DT1005", TextSpan.Whole(name), new LocalizedText(
                "The file is written in UTF-16; save it as UTF-8.",
                "Die Datei ist in UTF-16 geschrieben; bitte als UTF-8 speichern."));
            return null;
        }

        try
        {
            return Of(Strict.GetString(bytes), name, bag);
        }
        catch (DecoderFallbackException exception)
        {
            var before = Lenient.GetString(bytes[..Math.Clamp(exception.Index, 0, bytes.Length)]);
            bag.Add("DT1005", new SourceText(name, before).Span(before.Length, before.Length), new LocalizedText(
                "From here on the file is not UTF-8; save it as UTF-8.",
                "Ab hier ist die Datei kein UTF-8; bitte als UTF-8 speichern."));
            return null;
        }
    }

    private static int BadCharacter(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < ' ' && c is not ('\t' or '\n' or '\r'))
            {
                return i;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Says that a file is too large.</summary>
    public static SourceText? TooLarge(string name, DiagnosticBag bag)
    {
        bag.Add("DT1004", TextSpan.Whole(name), new LocalizedText(
            "The file has more than 16 MB.",
            "Die Datei hat mehr als 16 MB."));
        return null;
    }
}
