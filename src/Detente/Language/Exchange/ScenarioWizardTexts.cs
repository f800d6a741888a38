using System.Globalization;
using System.Text;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>The texts of a <c>.scw</c> file: on the project, on every factor, on every pair of factors.</summary>
/// <remarks>
/// Each is a line that begins with <c>#</c> and names what it is about, and a text in double quotes, which may hold lines of any kind.
/// What a text is about follows from its place: the project, the factors in order, the pairs row after row. Quotes inside a text
/// are doubled; a program that does not double them is understood, too, as long as none of its texts looks like the next mark.
/// </remarks>
internal sealed class ScenarioWizardTexts
{
    private readonly SourceText _source;
    private readonly LineCursor _lines;
    private readonly DiagnosticBag _bag;
    private readonly bool _isDoubled;
    private readonly int _factors;
    private readonly List<string> _texts = [];

    private ScenarioWizardTexts(SourceText source, LineCursor lines, (int Factors, bool IsDoubled) form, DiagnosticBag bag) =>
        (_source, _lines, _factors, _isDoubled, _bag) = (source, lines, form.Factors, form.IsDoubled, bag);

    /// <summary>Reads the section from the mark that ends the matrix to the end of the file; null after a mistake.</summary>
    /// <param name="source">The file.</param>
    /// <param name="lines">At the mark that ends the matrix.</param>
    /// <param name="factors">Number of factors.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    public static ScenarioWizardTexts? Read(SourceText source, LineCursor lines, int factors, DiagnosticBag bag)
    {
        lines.Next();
        var (isOver, start) = (lines.IsOver, lines.Start);
        var found = new DiagnosticBag();
        var texts = new ScenarioWizardTexts(source, lines, (factors, IsDoubled: true), found);
        if (!texts.Read() && !isOver)
        {
            lines.MoveTo(start);
            var other = new DiagnosticBag();
            var plain = new ScenarioWizardTexts(source, lines, (factors, IsDoubled: false), other);
            if (plain.Read())
            {
                (texts, found) = (plain, other);
            }
        }

        foreach (var diagnostic in found.Found)
        {
            bag.Add(diagnostic);
        }

        return found.HasErrors ? null : texts;
    }

    /// <summary>The text on the project; empty for none.</summary>
    public string OfProject => _texts.FirstOrDefault("");

    /// <summary>The text on a factor; empty for none.</summary>
    public string OfFactor(int factor) => _texts.Count > 1 ? _texts[1 + factor] : "";

    /// <summary>The texts on pairs, where there are any.</summary>
    public Dictionary<(int From, int To), string> OfPairs()
    {
        var pairs = new Dictionary<(int, int), string>();
        for (var i = 1 + _factors; i < _texts.Count; i++)
        {
            if (_texts[i].Length > 0)
            {
                pairs[Math.DivRem(i - 1 - _factors, _factors)] = _texts[i];
            }
        }

        return pairs;
    }

    private bool Read()
    {
        var last = _lines.Span;
        while (_lines.IsMark && Opening() is { } opening)
        {
            last = _lines.Span;
            if (Quoted(opening) is not var (text, end))
            {
                _bag.Add("DT5006", _source.Span(opening, opening + 1), new LocalizedText(
                    "The text that begins here is not closed by a quotation mark at the end of a line.",
                    "Der Text, der hier beginnt, wird nicht durch ein Anführungszeichen am Ende einer Zeile geschlossen."));
                return false;
            }

            _texts.Add(text);
            _lines.MoveAfter(end);
        }

        return HasAll(last) && IsClosed();
    }

    private bool HasAll(TextSpan last)
    {
        int[] allowed = [0, 1, 1 + _factors, 1 + _factors + (_factors * _factors)];
        if (allowed.Contains(_texts.Count))
        {
            return true;
        }

        var (count, factors, all) = (Whole(_texts.Count), Whole(allowed[2]), Whole(allowed[3]));
        _bag.Add(_lines.IsOver ? "DT5002" : "DT5004", _lines.IsOver ? _lines.Span : last, new LocalizedText(
            $"There are {count} texts; there would be 1 (on the project), {factors} (on each factor, too) or {all} (on each pair, too).",
            $"Es gibt {count} Texte; es wären 1 (zum Projekt), {factors} (auch zu jedem Faktor) oder {all} (auch zu jedem Paar)."));
        return false;
    }

    private bool IsClosed()
    {
        var marks = 0;
        for (; !_lines.IsOver; _lines.Next())
        {
            marks += _lines.IsMark ? 1 : 0;
            if (!_lines.IsMark && !_lines.Line.IsWhiteSpace())
            {
                _bag.Add("DT5003", _lines.TrimmedSpan, new LocalizedText(
                    "After the texts nothing is expected but the closing marks `#`.",
                    "Nach den Texten folgen nur noch die Schlussmarken `#`."));
                return false;
            }
        }

        // One mark alone may be the beginning of the next text.
        if (marks < 2)
        {
            _bag.Add("DT5012", _lines.Span, new LocalizedText(
                "The file ends without its two closing marks `#`; it may have been cut off.",
                "Die Datei endet ohne ihre beiden Schlussmarken `#`; sie ist vielleicht abgeschnitten."));
        }

        return true;
    }

    /// <summary>Offset of the quotation mark that opens the line after this one, or null.</summary>
    private int? Opening()
    {
        var at = NextLine(_lines.End);
        while (at < _source.Text.Length && _source.Text[at] is ' ' or '\t')
        {
            at++;
        }

        return at < _source.Text.Length && _source.Text[at] == '"' ? at : null;
    }

    private (string Text, int End)? Quoted(int opening)
    {
        var (raw, text) = (_source.Text, new StringBuilder());
        for (var at = opening + 1; at < raw.Length; at++)
        {
            if (raw[at] == '"' && _isDoubled && at + 1 < raw.Length && raw[at + 1] == '"')
            {
                text.Append(raw[at++]);
            }
            else if (raw[at] == '"' && IsLast(at + 1))
            {
                return (LetterForm.Normalized(text.ToString()), at);
            }
            else if (raw[at] == '\r')
            {
                text.Append('\n');
                at = NextLine(at) - 1;
            }
            else
            {
                text.Append(raw[at]);
            }
        }

        return null;
    }

    /// <summary>Whether nothing but blanks stands before the next mark or the end of the file.</summary>
    private bool IsLast(int at)
    {
        var start = at;
        while (at < _source.Text.Length && _source.Text[at] is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }

        return at == _source.Text.Length || (_source.Text[at] == '#' && at > start && _source.Text[at - 1] is '\n' or '\r');
    }

    private int NextLine(int at)
    {
        if (at < _source.Text.Length && _source.Text[at] == '\r')
        {
            at++;
            return at < _source.Text.Length && _source.Text[at] == '\n' ? at + 1 : at;
        }

        return Math.Min(at + 1, _source.Text.Length);
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
