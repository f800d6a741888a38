using System.Collections.Immutable;
using Detente.Language.Expressions;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language;

/// <summary>What came of reading a length of time.</summary>
/// <param name="Period">The length; null when there is an error.</param>
/// <param name="Diagnostics">All mistakes, by place.</param>
public sealed record PeriodReading(Period? Period, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Lengths of time as the model language writes them: <c>12 months</c>.</summary>
public static class PeriodText
{
    /// <summary>Reads a length of time.</summary>
    /// <param name="text">The text, of 10,000 characters at most.</param>
    /// <param name="fileName">What spans call the text.</param>
    public static PeriodReading Parse(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var bag = new DiagnosticBag();
        if (TokenCursor.Over(LocatedText.Of(text, fileName), bag) is not { } cursor)
        {
            return new PeriodReading(null, bag.InOrderOf([fileName]));
        }

        var period = new ScalarReader(cursor).Period();
        if (period is not null)
        {
            cursor.End();
        }

        return new PeriodReading(cursor.HasFailed ? null : period, bag.InOrderOf([fileName]));
    }

    /// <summary>Writes a length of time so that it can be read again.</summary>
    /// <param name="period">The length.</param>
    public static string Write(Period period) => FormattableString.Invariant($"{period.Count:R} {ScalarReader.UnitWord(period)}");
}
