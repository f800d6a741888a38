using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Detente.Language.Binding;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>A cross-impact matrix as a table with labels (<c>.csv</c>): names of factors and states in the first two rows and columns.</summary>
/// <remarks>
/// The name of a factor stands above its first state, or above each; rows and columns name the same states in the same order. An empty cell
/// is no impact. What stands in the first cell is the title.
/// </remarks>
internal sealed class MatrixTable
{
    private const int Labels = 2;

    private readonly CsvCells _cells;
    private readonly DiagnosticBag _bag;
    private readonly string _file;
    private readonly List<int> _firsts = [];
    private int _size;

    private MatrixTable(CsvCells cells, string file, DiagnosticBag bag) => (_cells, _file, _bag) = (cells, file, bag);

    /// <summary>The matrix and its places, or null after a mistake.</summary>
    /// <param name="source">The file.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static (CrossImpactMatrix Matrix, MatrixPlaces Places)? Read(SourceText source, DiagnosticBag bag) =>
        CsvCells.Read(source, bag) is { } cells ? new MatrixTable(cells, source.File, bag).Matrix() : null;

    /// <summary>The table: commas between the cells, decimals behind a point, lines ended by LF.</summary>
    /// <param name="matrix">The matrix; no name in it is empty.</param>
    public static string Write(CrossImpactMatrix matrix)
    {
        var table = new StringBuilder(Quoted(matrix.Title)).Append(',');
        foreach (var factor in matrix.Factors)
        {
            table.Append(',').Append(Quoted(factor.Name)).Append(',', factor.States.Length - 1);
        }

        table.Append("\n,");
        foreach (var state in matrix.Factors.SelectMany(factor => factor.States))
        {
            table.Append(',').Append(Quoted(state.Name));
        }

        table.Append('\n');
        var row = 0;
        foreach (var factor in matrix.Factors)
        {
            foreach (var (index, state) in factor.States.Index())
            {
                table.Append(index == 0 ? Quoted(factor.Name) : "").Append(',').Append(Quoted(state.Name));
                foreach (var impact in matrix.Hundredths.AsSpan(row++ * matrix.StateCount, matrix.StateCount))
                {
                    table.Append(',').Append((impact / 100m).ToString("0.##", CultureInfo.InvariantCulture));
                }

                table.Append('\n');
            }
        }

        return table.ToString();
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",;\t\"\r\n") || text.StartsWith(' ') || text.EndsWith(' ') || text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
            ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : text;

    private (CrossImpactMatrix, MatrixPlaces)? Matrix()
    {
        _size = _cells.RowCount < Labels ? 0 : Math.Max(Width(0), Width(1)) - Labels;
        if (_size <= 0 || IsEmpty(0, Labels))
        {
            _bag.Add("DT5001", _cells.RowCount == 0 ? TextSpan.Whole(_file) : _cells.Span(0, Labels), new LocalizedText(
                "This is no labelled matrix: the first row would name the factors from the third column on, the second row their states.",
                "Das ist keine beschriftete Matrix: Die erste Zeile würde ab der dritten Spalte die Faktoren nennen, die zweite ihre Zustände."));
            return null;
        }

        if (!FindFactors())
        {
            return null;
        }

        CheckRows();
        if (_bag.HasErrors)
        {
            return null;
        }

        var hundredths = Impacts();
        var factors = _firsts.Select((first, i) => new MatrixFactor(_cells.Text(0, Labels + first), "", [.. States(i).Select(state => new MatrixState(_cells.Text(1, Labels + state)))]));
        var places = new MatrixPlaces(
            TextSpan.Whole(_file),
            [.. _firsts.Select(first => _cells.Span(0, Labels + first))],
            [.. _firsts.Select((_, i) => States(i).Select(state => _cells.Span(1, Labels + state)).ToImmutableArray())],
            (row, column) => _cells.Span(Labels + row, Labels + column));
        return _bag.HasErrors ? null : (new CrossImpactMatrix(_cells.Text(0, 0), [.. factors], hundredths), places);
    }

    /// <summary>Finds where factors begin: at every name if there are gaps between names, else where the name changes.</summary>
    private bool FindFactors()
    {
        var hasGaps = Enumerable.Range(0, _size).Any(column => IsEmpty(0, Labels + column));
        var limits = new MatrixLimits(_bag);
        for (var column = 0; column < _size; column++)
        {
            var begins = column == 0 || (hasGaps ? !IsEmpty(0, Labels + column) : _cells.Text(0, Labels + column) != _cells.Text(0, Labels + column - 1));
            if (begins)
            {
                _firsts.Add(column);
            }

            if ((begins && !limits.AddFactor(_cells.Span(0, Labels + column))) || !limits.AddState(_cells.Span(1, Labels + column)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether there is a row for every column, with the same names.</summary>
    private void CheckRows()
    {
        var rows = _cells.RowCount - Labels;
        if (rows != _size)
        {
            var last = _cells.RowCount - 1;
            _bag.Add(rows < _size ? "DT5002" : "DT5004", _cells.Span(rows < _size ? last : Labels + _size, rows < _size ? _cells.Count(last) : 0), Invariant.Text(
                $"The matrix has {rows} rows; its head names {_size} states.",
                $"Die Matrix hat {rows} Zeilen; ihr Kopf nennt {_size} Zustände."));
        }

        for (var factor = 0; factor < _firsts.Count; factor++)
        {
            foreach (var state in States(factor).Where(state => state < rows))
            {
                Compare(Labels + state, 0, _cells.Text(0, Labels + _firsts[factor]), mayBeEmpty: state > _firsts[factor]);
                Compare(Labels + state, 1, _cells.Text(1, Labels + state), mayBeEmpty: false);
            }
        }
    }

    private void Compare(int row, int column, string expected, bool mayBeEmpty)
    {
        var found = _cells.Text(row, column);
        if (found.Trim() != expected.Trim() && !(mayBeEmpty && IsEmpty(row, column)))
        {
            _bag.Add("DT5009", _cells.Span(row, column), new LocalizedText(
                $"“{Values.Short(expected)}” is expected here: rows and columns name the same states in the same order.",
                $"Hier wird „{Values.Short(expected)}“ erwartet: Zeilen und Spalten nennen dieselben Zustände in derselben Reihenfolge."));
        }
    }

    private int[] Impacts()
    {
        var hundredths = new int[_size * _size];
        for (var row = 0; row < _size && !_bag.IsFull; row++)
        {
            for (var column = 0; column < _size; column++)
            {
                var text = _cells.Raw(Labels + row, Labels + column).Trim();
                text = text is ['"', .., '"'] ? text[1..^1].Trim() : text;
                LocalizedText? complaint = null;
                hundredths[(row * _size) + column] = text.IsEmpty ? 0 : ImpactText.Read(text, out complaint);
                if (complaint is not null)
                {
                    _bag.Add("DT5005", _cells.Span(Labels + row, Labels + column), complaint);
                }
            }

            if (Width(Labels + row) > Labels + _size)
            {
                _bag.Add("DT5004", _cells.Span(Labels + row, Labels + _size), Invariant.Text(
                    $"The row has more numbers than the head names states: {_size}.",
                    $"Die Zeile hat mehr Zahlen, als der Kopf Zustände nennt: {_size}."));
            }
        }

        return hundredths;
    }

    private IEnumerable<int> States(int factor)
    {
        var end = factor + 1 < _firsts.Count ? _firsts[factor + 1] : _size;
        return Enumerable.Range(_firsts[factor], end - _firsts[factor]);
    }

    /// <summary>Number of cells of a row up to the last that is not empty.</summary>
    private int Width(int row)
    {
        var width = _cells.Count(row);
        while (width > 0 && IsEmpty(row, width - 1))
        {
            width--;
        }

        return width;
    }

    private bool IsEmpty(int row, int column) => _cells.Raw(row, column) is var raw && (raw.IsWhiteSpace() || raw.Trim() is "\"\"");
}
