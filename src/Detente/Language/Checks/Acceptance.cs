using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Checks;

/// <summary>Marks the warnings that the analyst accepts, and reports acceptances that meet none.</summary>
internal static class Acceptance
{
    /// <summary>A bag with the same diagnostics, accepted ones marked.</summary>
    public static DiagnosticBag Apply(DiagnosticBag bag, ImmutableArray<(AcceptedWarning Warning, TextSpan Place)> accepted)
    {
        var marked = new DiagnosticBag();
        foreach (var diagnostic in bag.Found)
        {
            var reason = diagnostic.Severity == DiagnosticSeverity.Warning
                ? accepted.FirstOrDefault(entry => Meets(entry.Warning, diagnostic)).Warning?.Because
                : null;
            marked.Add(diagnostic with { AcceptedBecause = reason });
        }

        // After an error the checks of the whole did not run: a warning that is missing may come back.
        foreach (var (warning, place) in bag.HasErrors ? [] : accepted)
        {
            if (DiagnosticCatalog.Find(warning.Code) is not null && !bag.Found.Any(diagnostic => Meets(warning, diagnostic)))
            {
                using var scope = marked.Within("accepted");
                var at = warning.At is null ? "" : $" ({warning.At})";
                marked.Add("DT3027", place, new LocalizedText(
                    $"The warning {warning.Code}{at} is accepted but not raised; the entry can go.",
                    $"Die Warnung {warning.Code}{at} ist angenommen, kommt aber nicht vor; der Eintrag kann entfallen."));
            }
        }

        return marked;
    }

    private static bool Meets(AcceptedWarning warning, Diagnostic diagnostic) =>
        warning.Code == diagnostic.Code && (warning.At is null || warning.At == diagnostic.Element);
}
