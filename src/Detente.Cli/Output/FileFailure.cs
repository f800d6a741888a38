using Detente.Models;

namespace Detente.Cli.Output;

/// <summary>What the system says of a file, in the reader's language as far as the reason is known.</summary>
internal static class FileFailure
{
    private const int NoSpace = 28;

    public static LocalizedText Describe(Exception failure) => failure switch
    {
        UnauthorizedAccessException => new("access is denied", "der Zugriff wird verweigert"),
        FileNotFoundException or DirectoryNotFoundException => new("there is no such file or folder", "Datei oder Ordner gibt es nicht"),
        PathTooLongException => new("the name is too long", "der Name ist zu lang"),
        IOException { HResult: NoSpace } => new("no space is left", "es ist kein Platz mehr"),
        IOException full when full.Message.Contains("No space left", StringComparison.Ordinal) => new("no space is left", "es ist kein Platz mehr"),
        _ => LocalizedText.Same(failure.Message),
    };

    /// <summary>Whether an exception is the system's answer about a file, not a mistake of ours.</summary>
    public static bool Is(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or System.Security.SecurityException;
}
