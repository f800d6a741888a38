using System.Text;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>The cells of a table in text form: RFC 4180, with comma, semicolon or tab between the cells.</summary>
/// <remarks>The separator is the first of the three that stands outside quotes, or what a first line <c>sep=;</c> says. Empty rows are left out.</remarks>
internal sealed class CsvCells
{
    private readonly SourceText _source;
    private readonly List<List<(int Start, int End)>> _rows = [];

    private CsvCells(SourceText source) => _source = source;

    /// <summary>Number of rows.</summary>
    public int RowCount => _rows.Count;

    /// <summary>Reads a file; null with a diagnostic when a quotation mark is not closed.</summary>
    public static CsvCells? Read(SourceText source, DiagnosticBag bag)
    {
        var cells = new CsvCells(source);
        var text = source.Text;
        var isNamed = text.Length > 4 && text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && (text.Length == 5 || text[5] is '\r' or '\n');
        var separator = isNamed ? text[4] : Separator(text);
        var row = new List<(int Start, int End)>();
        for (var at = isNamed ? 5 : 0; ;)
        {
            var start = at;
            var end = text.AsSpan(at) is ['"', ..] ? AfterQuoted(text, at) : at;
            if (end < 0)
            {
                bag.Add("DT5006", source.Span(at, at + 1), new LocalizedText(
                    "The cell that begins here is not closed by a quotation mark.",
                    "Die Zelle, die hier beginnt, wird nicht durch ein Anführungszeichen geschlossen."));
                return null;
            }

            while (end < text.Length && text[end] != separator && text[end] is not ('\r' or '\n'))
            {
                end++;
            }

            row.Add((start, end));
            at = end + 1;
            if (end < text.Length && text[end] == separator)
            {
                continue;
            }

            cells.Add(row);
            row = [];
            if (end >= text.Length)
            {
                return cells;
            }
        }
    }

    /// <summary>Number of cells of a row.</summary>
    public int Count(int row) => _rows[row].Count;

    /// <summary>A cell without its quotes, its lines ended by LF; empty behind the end of its row.</summary>
    public string Text(int row, int column)
    {
        var raw = Raw(row, column);
        if (raw is not ['"', ..])
        {
            return LetterForm.Normalized(raw.ToString());
        }

        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length && !(raw[i] == '"' && raw[(i + 1)..] is not ['"', ..]); i++)
        {
            text.Append(raw[i]);
            i += raw[i] == '"' ? 1 : 0;
        }

        return LetterForm.Normalized(text.Replace("\r\n", "\n").Replace('\r', '\n').ToString());
    }

    /// <summary>A cell as it stands in the file, quotes included.</summary>
    public ReadOnlySpan<char> Raw(int row, int column) =>
        column < _rows[row].Count ? _source.Text.AsSpan(_rows[row][column].Start, _rows[row][column].End - _rows[row][column].Start) : [];

    /// <summary>Where a cell stands; behind the end of its row, that end.</summary>
    public TextSpan Span(int row, int column)
    {
        var (start, end) = _rows[row][Math.Min(column, _rows[row].Count - 1)];
        return _source.Span(column < _rows[row].Count ? start : end, end);
    }

    private void Add(List<(int Start, int End)> row)
    {
        if (row.Exists(cell => !_source.Text.AsSpan(cell.Start, cell.End - cell.Start).IsWhiteSpace()))
        {
            _rows.Add(row);
        }
    }

    private static char Separator(string text)
    {
        for (var at = 0; at >= 0 && at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at = AfterQuoted(text, at) - 1;
                if (at < 0)
                {
                    break;
                }
            }
            else if (text[at] is ',' or ';' or '\t')
            {
                return text[at];
            }
        }

        return ',';
    }

    /// <summary>The place after the quotation mark that closes the one at a place, or -1.</summary>
    private static int AfterQuoted(string text, int at)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
            {
                return at + 1;
            }

            at += text[at] == '"' ? 1 : 0;
        }

        return -1;
    }
}
