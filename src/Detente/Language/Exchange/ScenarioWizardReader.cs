using System.Collections.Immutable;
using Detente.Language.Binding;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>Reads a <c>.scw</c> file of ScenarioWizard: sections of lines, each ended by a line that begins with <c>#</c>.</summary>
/// <remarks>
/// The sections: factors and states, short names, one that is empty, colours, one that is empty, the matrix, texts. Short names, colours
/// and texts may be missing as a whole. Every mistake is reported; after one that leaves the rest without sense the reading stops.
/// </remarks>
internal sealed class ScenarioWizardReader
{
    private const string Heading = "$ ScenarioWizard";
    private const string Extension = ".scw";

    private readonly SourceText _source;
    private readonly DiagnosticBag _bag;
    private readonly LineCursor _lines;
    private readonly List<string> _names = [];
    private readonly List<List<string>> _states = [];
    private readonly List<TextSpan> _nameSpans = [];
    private readonly List<List<TextSpan>> _stateSpans = [];
    private int[] _cells = [];

    private ScenarioWizardReader(SourceText source, DiagnosticBag bag) => (_source, _bag, _lines) = (source, bag, new LineCursor(source));

    private int StateCount => _states.Sum(states => states.Count);

    /// <summary>The matrix and its places, or null after a mistake.</summary>
    /// <param name="source">The file.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static (CrossImpactMatrix Matrix, MatrixPlaces Places)? Read(SourceText source, DiagnosticBag bag) => new ScenarioWizardReader(source, bag).Matrix();

    private (CrossImpactMatrix, MatrixPlaces)? Matrix()
    {
        if (Title() is not { } title || !Names() || ShortNames() is not { } shorts || !Nothing() || Colours() is not { } colours || !Nothing())
        {
            return null;
        }

        var hundredths = new int[StateCount * StateCount];
        if (!Impacts(hundredths) || ScenarioWizardTexts.Read(_source, _lines, _names.Count, _bag) is not { } texts || _bag.HasErrors)
        {
            return null;
        }

        var factors = ImmutableArray.CreateBuilder<MatrixFactor>(_names.Count);
        var next = 0;
        foreach (var (index, names) in _states.Index())
        {
            var first = next;
            var states = names.Select((name, i) => new MatrixState(name, shorts.States[first + i], colours[first + i]));
            factors.Add(new MatrixFactor(_names[index], shorts.Factors[index], [.. states], texts.OfFactor(index)));
            next += names.Count;
        }

        return (new CrossImpactMatrix(title, factors.MoveToImmutable(), hundredths) { ProjectText = texts.OfProject, Texts = texts.OfPairs() }, Places());
    }

    /// <summary>The first two lines: the program, and the name of the file as it was saved.</summary>
    private string? Title()
    {
        if (!_lines.Line.TrimStart().StartsWith(Heading, StringComparison.Ordinal))
        {
            _bag.Add("DT5001", _lines.Span, new LocalizedText(
                $"This is no file of ScenarioWizard: its first line would be `{Heading} 4.0`.",
                $"Das ist keine Datei von ScenarioWizard: Die erste Zeile wäre `{Heading} 4.0`."));
            return null;
        }

        _lines.Next();
        var title = LetterForm.Normalized(_lines.Line.ToString());
        _lines.Next();
        return title.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? title[..^Extension.Length] : title;
    }

    private bool Names()
    {
        var limits = new MatrixLimits(_bag);
        for (; !_lines.IsOver && !_lines.IsMark && !_bag.IsFull; _lines.Next())
        {
            var line = _lines.Line.TrimStart();
            if (line.IsEmpty)
            {
                continue;
            }

            var place = _lines.At(_lines.Line.Length - line.Length, _lines.Line.Length);
            var name = LetterForm.Normalized(line[1..].ToString());
            switch (line[0])
            {
                case '&' when limits.AddFactor(place):
                    _names.Add(name);
                    _nameSpans.Add(place);
                    _states.Add([]);
                    _stateSpans.Add([]);
                    break;
                case '-' when _states.Count > 0 && limits.AddState(place):
                    _states[^1].Add(name);
                    _stateSpans[^1].Add(place);
                    break;
                case '&' or '-' when _states.Count > 0:
                    return false;
                default:
                    Misplaced("A factor (`&Name`) or a state (` -Name`) of the factor above is expected here.", "Hier wird ein Faktor (`&Name`) oder ein Zustand (` -Name`) des Faktors darüber erwartet.");
                    break;
            }
        }

        foreach (var factor in _states.Index().Where(factor => factor.Item.Count == 0 && !_lines.IsOver))
        {
            _bag.Add("DT5007", _nameSpans[factor.Index], new LocalizedText("This factor has no states.", "Dieser Faktor hat keine Zustände."));
        }

        if (_names.Count == 0 && !_lines.IsOver)
        {
            _bag.Add("DT5007", _lines.Span, new LocalizedText("There are no factors above this line.", "Über dieser Zeile stehen keine Faktoren."));
        }

        return Closed("after the factors and states", "nach den Faktoren und Zuständen") && !_bag.HasErrors;
    }

    private (ImmutableArray<string> Factors, ImmutableArray<string> States)? ShortNames()
    {
        var factors = ImmutableArray.CreateBuilder<string>();
        var states = ImmutableArray.CreateBuilder<string>();
        for (; !_lines.IsOver && !_lines.IsMark; _lines.Next())
        {
            var isFactor = _lines.Line is ['&', ..];
            if (isFactor ? factors.Count == _names.Count : states.Count == StateCount)
            {
                if (!_lines.Line.IsWhiteSpace())
                {
                    Count(_lines.Span, new LocalizedText("There are more short names than factors and states.", "Es gibt mehr Kurznamen als Faktoren und Zustände."));
                    return null;
                }

                continue;
            }

            var name = LetterForm.Normalized((_lines.Line is ['&' or ' ', ..] ? _lines.Line[1..] : _lines.Line).ToString());
            (isFactor ? factors : states).Add(string.IsNullOrWhiteSpace(name) ? "" : name);
        }

        var end = _lines.Span;
        if (!Closed("in the short names", "in den Kurznamen"))
        {
            return null;
        }

        if (factors.Count == 0 && states.All(name => name.Length == 0))
        {
            return ([.. _names.Select(_ => "")], [.. Enumerable.Repeat("", StateCount)]);
        }

        if (factors.Count == _names.Count && states.Count == StateCount)
        {
            return (factors.ToImmutable(), states.ToImmutable());
        }

        Count(end, Invariant.Text(
            $"{factors.Count} factors and {states.Count} states have a line for a short name; there are {_names.Count} factors and {StateCount} states.",
            $"{factors.Count} Faktoren und {states.Count} Zustände haben eine Zeile für einen Kurznamen; es gibt {_names.Count} Faktoren und {StateCount} Zustände."));
        return null;
    }

    /// <summary>A section that is empty in all files known.</summary>
    private bool Nothing()
    {
        for (var isSaid = false; !_lines.IsOver && !_lines.IsMark; _lines.Next())
        {
            if (!isSaid && !_lines.Line.IsWhiteSpace())
            {
                isSaid = true;
                _bag.Add("DT5011", _lines.TrimmedSpan, new LocalizedText(
                    "This section is empty in the files known; what stands here is left out.",
                    "Dieser Abschnitt ist in den bekannten Dateien leer; was hier steht, wird weggelassen."));
            }
        }

        return Closed("before the matrix", "vor der Matrix");
    }

    private ImmutableArray<string>? Colours()
    {
        var colours = ImmutableArray.CreateBuilder<string>();
        for (; !_lines.IsOver && !_lines.IsMark && !_bag.IsFull; _lines.Next())
        {
            var text = _lines.Line.Trim().ToString();
            if (text.Length == 0)
            {
                continue;
            }

            if (ColourText.Read(text) is null)
            {
                _bag.Add("DT2028", _lines.TrimmedSpan, ColourText.Refusal(Values.Short(text)));
            }

            colours.Add(ColourText.Read(text) ?? FactorState.DefaultColour);
        }

        var end = _lines.Span;
        if (!Closed("in the colours", "in den Farben"))
        {
            return null;
        }

        if (colours.Count == 0)
        {
            return [.. Enumerable.Repeat(FactorState.DefaultColour, StateCount)];
        }

        if (colours.Count != StateCount)
        {
            Count(end, Invariant.Text($"There are {colours.Count} colours for {StateCount} states.", $"Es gibt {colours.Count} Farben für {StateCount} Zustände."));
            return null;
        }

        return colours.ToImmutable();
    }

    private bool Impacts(int[] hundredths)
    {
        var (row, size) = (0, StateCount);
        _cells = new int[hundredths.Length];
        for (; !_lines.IsOver && !_lines.IsMark && !_bag.IsFull; _lines.Next())
        {
            if (_lines.Line.IsWhiteSpace())
            {
                continue;
            }

            if (row == size)
            {
                Count(_lines.TrimmedSpan, Invariant.Text($"The matrix has more than {size} rows; there are {size} states.", $"Die Matrix hat mehr als {size} Zeilen; es gibt {size} Zustände."));
                return false;
            }

            Row(hundredths.AsSpan(row * size, size), _cells.AsSpan(row * size, size));
            row++;
        }

        if (row == size)
        {
            // The last row may end the file: some programs write nothing behind it.
            return true;
        }

        var end = _lines.Span;
        if (Closed("in the matrix", "in der Matrix"))
        {
            Count(end, Invariant.Text($"The matrix has {row} rows; there are {size} states.", $"Die Matrix hat {row} Zeilen; es gibt {size} Zustände."));
        }

        return false;
    }

    private void Row(Span<int> row, Span<int> cells)
    {
        var line = _lines.Line;
        var column = 0;
        for (var from = 0; from <= line.Length && !_bag.IsFull; column++)
        {
            var length = line[from..].IndexOf(',');
            var cell = length < 0 ? line[from..] : line.Slice(from, length);
            if (column < row.Length)
            {
                var start = from + cell.Length - cell.TrimStart().Length;
                cells[column] = _lines.Start + start;
                row[column] = ImpactText.Read(cell.Trim(), out var complaint);
                if (complaint is not null)
                {
                    _bag.Add("DT5005", _lines.At(start, start + cell.Trim().Length), complaint);
                }
            }

            from += cell.Length + 1;
        }

        if (column != row.Length && !_bag.IsFull)
        {
            Count(_lines.TrimmedSpan, Invariant.Text($"The row has {column} numbers; there are {row.Length} states.", $"Die Zeile hat {column} Zahlen; es gibt {row.Length} Zustände."));
        }
    }

    private MatrixPlaces Places()
    {
        var size = StateCount;
        return new(TextSpan.Whole(_source.File), [.. _nameSpans], [.. _stateSpans.Select(spans => spans.ToImmutableArray())], (row, column) =>
        {
            var start = _cells[(row * size) + column];
            var rest = _source.Text.AsSpan(start);
            var length = rest.IndexOfAny(" ,\r\n\t");
            return _source.Span(start, length < 0 ? _source.Text.Length : start + length);
        });
    }

    /// <summary>Steps over the mark that ends a section; false, with a diagnostic, at the end of the file.</summary>
    private bool Closed(string english, string german)
    {
        if (_lines.IsOver)
        {
            _bag.Add("DT5002", _lines.Span, new LocalizedText(
                $"The file ends here, {english}; the rest is missing.",
                $"Hier endet die Datei, {german}; der Rest fehlt."));
            return false;
        }

        _lines.Next();
        return true;
    }

    private void Misplaced(string english, string german) => _bag.Add("DT5003", _lines.TrimmedSpan, new LocalizedText(english, german));

    private void Count(TextSpan span, LocalizedText message) => _bag.Add("DT5004", span, message);
}
