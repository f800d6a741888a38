using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Detente.Language.Text;

/// <summary>The line of a file that a span begins in, with a mark under the span.</summary>
internal static class Excerpt
{
    private const int Widest = 110;
    private const int Before = 40;
    private const int Tab = 4;
    private const string Cut = "...";

    /// <summary>Appends two lines: the source line and the mark; nothing for a file as a whole.</summary>
    public static void Write(StringBuilder text, TextSpan span, ImmutableDictionary<string, string> texts)
    {
        if (span.Line == 0 || !texts.TryGetValue(span.File, out var file) || LineOf(file, span.Line) is not { } line)
        {
            return;
        }

        var from = Math.Clamp(span.Column - 1, 0, line.Length);
        var to = span.EndLine > span.Line ? line.Length : Math.Clamp(span.EndColumn - 1, from, line.Length);
        (line, from, to) = Near(line, from, to);
        var (shown, start, end) = Shown(line, from, to);
        var number = span.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        text.Append(number).Append(" | ").Append(shown).Append('\n');
        text.Append("      | ").Append(' ', start).Append('^', Math.Max(1, end - start)).Append('\n');
    }

    /// <summary>Of a very long line, the part near the span: more than is shown, so that the cut still falls inside it.</summary>
    private static (string Line, int From, int To) Near(string line, int from, int to)
    {
        var start = Math.Max(0, from - (4 * Widest));
        start -= start > 0 && char.IsLowSurrogate(line[start]) ? 1 : 0;
        var length = Math.Min(line.Length - start, 8 * Widest);
        return (line.Substring(start, length), from - start, Math.Min(to - start, length));
    }

    /// <summary>The line as shown, and the columns in it (from 0) between which the mark goes.</summary>
    private static (string Shown, int Start, int End) Shown(string line, int from, int to)
    {
        var cells = Cells(line);
        var total = cells.Sum(cell => cell.Width);
        var first = 0;
        if (total > Widest)
        {
            var skip = Math.Max(0, cells.TakeWhile(cell => cell.Offset < from).Sum(cell => cell.Width) - Before);
            for (var column = 0; first < cells.Count && column < skip; first++)
            {
                column += cells[first].Width;
            }
        }

        var shown = new StringBuilder(first > 0 ? Cut : "");
        var (column2, start, end) = (shown.Length, -1, -1);
        var limit = column2 + Widest;
        foreach (var cell in cells.Skip(first))
        {
            if (column2 + cell.Width > limit)
            {
                shown.Append(Cut);
                break;
            }

            start = start < 0 && cell.Offset >= from ? column2 : start;
            shown.Append(cell.Shown);
            column2 += cell.Width;
            end = cell.Offset < to ? column2 : end;
        }

        start = start < 0 ? column2 : start;
        return (shown.ToString(), start, Math.Max(start, end));
    }

    private static List<(int Offset, string Shown, int Width)> Cells(string line)
    {
        var cells = new List<(int Offset, string Shown, int Width)>(line.Length);
        var offset = 0;
        var column = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            var width = rune.Value == '\t' ? Tab - (column % Tab) : DisplayWidth.Of(rune);
            cells.Add((offset, rune.Value == '\t' ? new string(' ', width) : rune.ToString(), width));
            offset += rune.Utf16SequenceLength;
            column += width;
        }

        return cells;
    }

    private static string? LineOf(string file, int line)
    {
        var start = 0;
        for (var current = 1; current < line; current++)
        {
            var end = file.AsSpan(start).IndexOfAny('\n', '\r');
            if (end < 0)
            {
                return null;
            }

            start += end + (file[start + end] == '\r' && start + end + 1 < file.Length && file[start + end + 1] == '\n' ? 2 : 1);
        }

        var length = file.AsSpan(start).IndexOfAny('\n', '\r');
        return length < 0 ? file[start..] : file.Substring(start, length);
    }
}
