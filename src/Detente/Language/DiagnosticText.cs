using System.Globalization;
using System.Text;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language;

/// <summary>A diagnostic as text for people: place, message, the line it concerns with a mark under the span, further places.</summary>
/// <remarks>
/// <c>model.yaml:12:5: error DT2004: ...</c>. Columns of the mark count as they are shown: tabs widen to four, wide characters take
/// two columns, combining ones none. Lines wider than 110 columns are cut around the span. Lines end with LF.
/// </remarks>
public static class DiagnosticText
{
    /// <summary>Writes one diagnostic.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="reading">The reading it came from, for the lines of its files.</param>
    /// <param name="language">The reader's language.</param>
    public static string Write(Diagnostic diagnostic, ModelReading reading, ReaderLanguage language)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(reading);
        var text = new StringBuilder();
        var severity = (diagnostic.Severity, language) switch
        {
            (DiagnosticSeverity.Error, ReaderLanguage.German) => "Fehler",
            (DiagnosticSeverity.Error, _) => "error",
            (_, ReaderLanguage.German) => "Warnung",
            _ => "warning",
        };
        text.Append(Place(diagnostic.Span)).Append(": ").Append(severity).Append(' ').Append(diagnostic.Code).Append(": ")
            .Append(diagnostic.Message.In(language)).Append('\n');
        Excerpt.Write(text, diagnostic.Span, reading.Texts);
        if (diagnostic.DidYouMean is { } meant)
        {
            text.Append(language == ReaderLanguage.German ? $"  Meinten Sie „{meant}“?\n" : $"  Did you mean “{meant}”?\n");
        }

        if (diagnostic.AcceptedBecause is { } reason)
        {
            text.Append(language == ReaderLanguage.German ? "  Angenommen: " : "  Accepted: ").Append(reason.In(language)).Append('\n');
        }

        foreach (var related in diagnostic.Related)
        {
            text.Append("  ").Append(Place(related.Span)).Append(": ").Append(related.Message.In(language)).Append('\n');
            Excerpt.Write(text, related.Span, reading.Texts);
        }

        return Harmless(text);
    }

    private static string Place(TextSpan span) => span.Line == 0
        ? span.File
        : string.Create(CultureInfo.InvariantCulture, $"{span.File}:{span.Line}:{span.Column}");

    /// <summary>Characters that would steer a terminal or reverse the order of letters are replaced.</summary>
    private static string Harmless(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if ((char.IsControl(text[i]) && text[i] != '\n') || text[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                text[i] = '\uFFFD';
            }
        }

        return text.ToString();
    }
}
