using System.Collections.Frozen;
using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language;

/// <summary>A code that the program may raise.</summary>
/// <param name="Code">Permanent; never given to another mistake.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Title">What it is about, in a few words.</param>
public sealed record CatalogEntry(string Code, DiagnosticSeverity Severity, LocalizedText Title);

/// <summary>All diagnostics of the model language, with their pages of explanation.</summary>
/// <remarks>Immutable; safe to use from several threads.</remarks>
public static partial class DiagnosticCatalog
{
    private static readonly FrozenDictionary<string, CatalogEntry> ByCode;

    static DiagnosticCatalog()
    {
        Entries = [.. TextEntries(), .. ShapeEntries(), .. MeaningEntries(), .. ExpressionEntries(), .. StudyEntries(), .. ExchangeEntries()];
        Entries = Entries.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        ByCode = Entries.ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal);
    }

    /// <summary>All codes, ascending.</summary>
    public static ImmutableArray<CatalogEntry> Entries { get; }

    /// <summary>The entry of a code, or null when there is none.</summary>
    /// <param name="code">Such as <c>DT2004</c>; letters in either case.</param>
    public static CatalogEntry? Find(string code) => ByCode.GetValueOrDefault(code.ToUpperInvariant());

    /// <summary>The page that explains a code: what it means, an example, how to mend it. Markdown, lines ended by LF.</summary>
    /// <param name="code">Such as <c>DT2004</c>; letters in either case.</param>
    /// <param name="language">The reader's language.</param>
    /// <returns>The page, or null when there is no such code.</returns>
    public static string? Page(string code, ReaderLanguage language)
    {
        if (Find(code) is not { } entry)
        {
            return null;
        }

        using var stream = typeof(DiagnosticCatalog).Assembly.GetManifestResourceStream(entry.Code + ".md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        var page = reader.ReadToEnd().ReplaceLineEndings("\n");
        var german = page.IndexOf("\n## Deutsch\n", StringComparison.Ordinal);
        var english = page.IndexOf("\n## English\n", StringComparison.Ordinal);
        var body = language == ReaderLanguage.German ? page[(german + 13)..] : page[(english + 12)..(german + 1)];
        return $"{entry.Code}: {entry.Title.In(language)}\n\n{body.Trim('\n')}\n";
    }

    internal static DiagnosticSeverity SeverityOf(string code) => ByCode[code].Severity;

    private static CatalogEntry Error(string code, string en, string de) => new(code, DiagnosticSeverity.Error, new LocalizedText(en, de));

    private static CatalogEntry Warning(string code, string en, string de) => new(code, DiagnosticSeverity.Warning, new LocalizedText(en, de));
}
