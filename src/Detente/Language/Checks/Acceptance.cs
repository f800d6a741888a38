using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Checks;

/// <summary>Marks the warnings that the analyst accepts, and reports acceptances that meet none.</summary>
internal static class Acceptance
{
    /// <summary>The code of an acceptance that meets no warning.</summary>
    public const string NotRaised = "DT3027";

    /// <summary>A bag with the same diagnostics, accepted ones marked.</summary>
    public static DiagnosticBag Apply(DiagnosticBag bag, ImmutableArray<(AcceptedWarning Warning, TextSpan Place)> accepted)
    {
        var marked = new DiagnosticBag();
        ImmutableArray<AcceptedWarning> warnings = [.. accepted.Select(entry => entry.Warning)];
        foreach (var diagnostic in bag.Found)
        {
            marked.Add(Mark(diagnostic, warnings));
        }

        // After an error the checks of the whole did not run: a warning that is missing may come back.
        foreach (var (warning, place) in bag.HasErrors ? [] : accepted)
        {
            if (IsOfReading(warning.Code) && DiagnosticCatalog.Find(warning.Code) is not null && !bag.Found.Any(diagnostic => Meets(warning, diagnostic)))
            {
                using var scope = marked.Within("accepted");
                marked.Add(NotRaised, place, NotRaisedMessage(warning));
            }
        }

        return marked;
    }

    /// <summary>A diagnostic with the reason for which it is accepted; as it is when it is an error or nobody accepts it.</summary>
    public static Diagnostic Mark(Diagnostic diagnostic, ImmutableArray<AcceptedWarning> accepted) => diagnostic.Severity == DiagnosticSeverity.Warning
        ? diagnostic with { AcceptedBecause = accepted.FirstOrDefault(warning => Meets(warning, diagnostic))?.Because }
        : diagnostic;

    /// <summary>Whether an acceptance is of a warning.</summary>
    public static bool Meets(AcceptedWarning warning, Diagnostic diagnostic) =>
        warning.Code == diagnostic.Code && (warning.At is null || warning.At == diagnostic.Element);

    /// <summary>By which name the place of an acceptance is kept.</summary>
    public static string ElementOf(AcceptedWarning warning) => $"accepted/{warning.Code}{(warning.At is null ? "" : " " + warning.At)}";

    /// <summary>What is said of an acceptance that meets no warning.</summary>
    public static LocalizedText NotRaisedMessage(AcceptedWarning warning)
    {
        var at = warning.At is null ? "" : $" ({warning.At})";
        return new LocalizedText(
            $"The warning {warning.Code}{at} is accepted but not raised; the entry can go.",
            $"Die Warnung {warning.Code}{at} ist angenommen, kommt aber nicht vor; der Eintrag kann entfallen.");
    }

    // What studies, import and storage may raise (DT4xxx, DT5xxx) is not known when a text has been read.
    private static bool IsOfReading(string code) => string.CompareOrdinal(code, "DT4") < 0;
}
