using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Detente.Language.Binding;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>A consistent scenario as a solution file lists it.</summary>
/// <param name="States">The state of every factor, from 0.</param>
/// <param name="Weight">How many configurations end in it; 0 when that was not computed. Files hold large ones rounded.</param>
/// <param name="ConsistencyHundredths">Consistency value in hundredths of a point.</param>
/// <param name="TotalImpactHundredths">Total impact score in hundredths of a point.</param>
/// <param name="Note">A remark; empty for none.</param>
public sealed record Solution(ImmutableArray<int> States, BigInteger Weight, long ConsistencyHundredths, long TotalImpactHundredths, string Note = "");

/// <summary>What came of reading a solution file.</summary>
/// <param name="Solutions">The scenarios in the order of the file; null exactly when there is an error among the diagnostics.</param>
/// <param name="Diagnostics">All mistakes and doubts, by place.</param>
public sealed record SolutionReading(ImmutableArray<Solution>? Solutions, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Solution files (<c>.sl</c>) of ScenarioWizard: the consistent scenarios it found. Deterministic.</summary>
public static class SolutionFile
{
    private const string Program = "$ ScenarioWizard";
    private const string Kind = "Solution set";
    private const int Fields = 6;

    // More digits than any weight has; reading millions of them would take minutes.
    private const int LongestWeight = 1000;

    /// <summary>Reads a file of at most 16 MB.</summary>
    /// <param name="content">The bytes: UTF-8 or Windows-1252, lines ended in any way.</param>
    /// <param name="fileName">What spans call it.</param>
    public static SolutionReading Read(ReadOnlySpan<byte> content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var bag = new DiagnosticBag();
        var solutions = ExchangeText.Decode(content, fileName, bag) is { } source ? Read(source, bag) : [];
        return new SolutionReading(bag.HasErrors ? null : solutions, bag.InOrderOf([fileName]));
    }

    /// <summary>The text of a file, lines ended by LF; ASCII but for the remarks.</summary>
    /// <param name="solutions">The scenarios.</param>
    public static string Write(IReadOnlyCollection<Solution> solutions)
    {
        ArgumentNullException.ThrowIfNull(solutions);
        var text = new StringBuilder(Program).Append(" 3.0\n").Append(Kind).Append(CultureInfo.InvariantCulture, $"\n {solutions.Count} \n\n");
        foreach (var solution in solutions)
        {
            text.Append('"').AppendJoin("", solution.States.Select(state => " " + (state + 1).ToString(CultureInfo.InvariantCulture))).Append("\",")
                .Append(solution.Weight.ToString(CultureInfo.InvariantCulture)).Append(',')
                .Append(Points(solution.ConsistencyHundredths)).Append(",0,")
                .Append(Points(solution.TotalImpactHundredths)).Append(",\"")
                .Append(solution.Note.Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ")).Append("\"\n");
        }

        return text.ToString();
    }

    private static ImmutableArray<Solution> Read(SourceText source, DiagnosticBag bag)
    {
        var lines = new LineCursor(source);
        foreach (var heading in new[] { Program, Kind })
        {
            if (!lines.Line.TrimStart().StartsWith(heading, StringComparison.Ordinal))
            {
                bag.Add("DT5001", lines.Span, new LocalizedText(
                    $"This is no solution file of ScenarioWizard: this line would begin with `{heading}`.",
                    $"Das ist keine Lösungsdatei von ScenarioWizard: Diese Zeile würde mit `{heading}` beginnen."));
                return [];
            }

            lines.Next();
        }

        var (place, isCounted) = (lines.TrimmedSpan, long.TryParse(lines.Line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count));
        if (!isCounted)
        {
            bag.Add("DT5003", lines.Span, new LocalizedText("The number of solutions is expected here.", "Hier wird die Zahl der Lösungen erwartet."));
            return [];
        }

        var solutions = ImmutableArray.CreateBuilder<Solution>();
        for (lines.Next(); !lines.IsOver && !bag.IsFull; lines.Next())
        {
            if (!lines.Line.IsWhiteSpace() && Solution(lines, bag, solutions.FirstOrDefault()) is { } solution)
            {
                solutions.Add(solution);
            }
        }

        if (!bag.HasErrors && solutions.Count != count)
        {
            bag.Add("DT5012", place, Invariant.Text(
                $"{count} solutions are announced here, {solutions.Count} follow; the file may have been cut off.",
                $"Hier sind {count} Lösungen angekündigt, {solutions.Count} folgen; die Datei ist vielleicht abgeschnitten."));
        }

        return solutions.ToImmutable();
    }

    private static Solution? Solution(LineCursor lines, DiagnosticBag bag, Solution? first)
    {
        var line = lines.Line.Trim().ToString();
        var close = line.Length > 1 && line[0] == '"' ? line.IndexOf('"', 1) : -1;
        var fields = close < 0 ? [] : line[(close + 1)..].Split(',', Fields);
        if (fields.Length != Fields || !TryStates(line[1..close], out var states) || Weight(fields[1]) is not { } weight)
        {
            bag.Add("DT5003", lines.TrimmedSpan, new LocalizedText(
                "A solution is expected here, such as `\" 1 2\",4,0,0,15,\"\"`: states from 1, weight, consistency value, 0, total impact score, remark.",
                "Hier wird eine Lösung erwartet, etwa `\" 1 2\",4,0,0,15,\"\"`: Zustände ab 1, Gewicht, Konsistenzwert, 0, Gesamtwirkung, Bemerkung."));
            return null;
        }

        if (first is not null && first.States.Length != states.Length)
        {
            bag.Add("DT5004", lines.TrimmedSpan, Invariant.Text(
                $"This solution has {states.Length} factors, the first one {first.States.Length}.",
                $"Diese Lösung hat {states.Length} Faktoren, die erste {first.States.Length}."));
        }

        var value = ImpactSum(fields[2], lines, bag);
        var total = ImpactSum(fields[4], lines, bag);
        var note = fields[5].Trim();
        note = note is ['"', .., '"'] ? note[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : note;
        return new Solution(states, weight, value, total, note);
    }

    private static bool TryStates(string text, out ImmutableArray<int> states)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        foreach (var number in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var state) || state < 1)
            {
                states = [];
                return false;
            }

            found.Add(state - 1);
        }

        states = found.ToImmutable();
        return states.Length > 0;
    }

    /// <summary>A weight: a whole number, or a rounded one such as <c>1.677722E+07</c>.</summary>
    private static BigInteger? Weight(string text)
    {
        if (text.Length <= LongestWeight && BigInteger.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var exact))
        {
            return exact;
        }

        const NumberStyles Rounded = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text.Trim(), Rounded, CultureInfo.InvariantCulture, out var rounded) && rounded is >= 0 and < 1e100 ? new BigInteger(Math.Round(rounded)) : null;
    }

    private static long ImpactSum(string text, LineCursor lines, DiagnosticBag bag)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text.Trim(), Style, CultureInfo.InvariantCulture, out var points) && Math.Abs(points) < 1e12m && points * 100 == Math.Truncate(points * 100))
        {
            return (long)(points * 100);
        }

        bag.Add("DT5005", lines.TrimmedSpan, new LocalizedText($"`{Values.Short(text.Trim())}` is not a number of points.", $"`{Values.Short(text.Trim())}` ist keine Punktzahl."));
        return 0;
    }

    private static string Points(long hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}
