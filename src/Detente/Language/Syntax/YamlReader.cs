using System.Collections.Immutable;
using Detente.Language.Text;
using Detente.Models;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Detente.Language.Syntax;

/// <summary>One file's text to its syntax tree. Reads on after broken YAML at the next section, so that the rest is reported as well.</summary>
internal sealed class YamlReader
{
    /// <summary>How deep lists and maps may be nested.</summary>
    public const int Deepest = 64;

    private readonly SourceText _source;
    private readonly DiagnosticBag _bag;
    private readonly CancellationToken _cancellation;
    private Parser _parser;
    private int _origin;
    private int _last;
    private bool _isStopped;
    private bool _isBroken;

    private YamlReader(SourceText source, DiagnosticBag bag, CancellationToken cancellation)
    {
        (_source, _bag, _cancellation) = (source, bag, cancellation);
        _parser = ParserFrom(0);
    }

    /// <summary>Reads a file's text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The entries at the root, and whether something could not be read, so that names may be missing.</returns>
    public static (MapNode Root, bool IsBroken) Read(SourceText source, DiagnosticBag bag, CancellationToken cancellation)
    {
        var reader = new YamlReader(source, bag, cancellation);
        var entries = new List<MapEntry>();
        while (!reader.ReadSections(entries) && !bag.IsFull && reader.NextSection() is { } origin)
        {
            reader._parser = reader.ParserFrom(origin);
            reader._isStopped = false;
        }

        if (entries.Count == 0 && !reader._isBroken)
        {
            reader._isBroken = true;
            bag.Add("DT1011", TextSpan.Whole(source.File), new LocalizedText(
                "The file is empty: sections are expected, such as `factors:`.",
                "Die Datei ist leer: erwartet werden Abschnitte wie `factors:`."));
        }

        return (new MapNode(source, 0, source.Text.Length, Unique(entries, bag)), reader._isBroken);
    }

    private Parser ParserFrom(int origin)
    {
        _origin = origin;
        _last = origin;
        return new Parser(new Scanner(new StringReader(_source.Text[origin..]), skipComments: true));
    }

    /// <summary>Reads on from where the parser stands; false when it stopped before the end.</summary>
    private bool ReadSections(List<MapEntry> entries)
    {
        if (!Next() || !Next() || _parser.Current is not DocumentStart || !Next())
        {
            return !_isStopped;
        }

        if (_parser.Current is MappingStart start)
        {
            Refuse(start);
            ReadEntries(entries, 1);
        }
        else if (ReadNode(1) is { } other and not ScalarNode { IsAbsent: true })
        {
            _isBroken = true;
            _bag.Add("DT1011", other.Span, new LocalizedText(
                "The file should begin with a section, such as `factors:`.",
                "Die Datei sollte mit einem Abschnitt beginnen, etwa `factors:`."));
        }

        if (Next() && Next() && _parser.Current is DocumentStart second)
        {
            _isBroken = true;
            _bag.Add("DT1010", Span(second), new LocalizedText(
                "A second document begins here; a file holds one.",
                "Hier beginnt ein zweites Dokument; eine Datei enthält nur eines."));
            return true;
        }

        return !_isStopped;
    }

    private SyntaxNode? ReadNode(int depth)
    {
        var current = _parser.Current!;
        Refuse(current);
        var start = At(current.Start);
        if (depth > Deepest)
        {
            Stop("DT1012", _source.Span(start, start + 1), new LocalizedText(
                "Lists and maps are nested more than 64 deep here.",
                "Listen und Maps sind hier tiefer als 64 Ebenen verschachtelt."));
            return null;
        }

        switch (current)
        {
            case Scalar scalar:
                return new ScalarNode(_source, Located(scalar));
            case SequenceStart:
                var items = ImmutableArray.CreateBuilder<SyntaxNode>();
                while (Next() && _parser.Current is not SequenceEnd)
                {
                    if (ReadNode(depth + 1) is { } item && !_isStopped)
                    {
                        items.Add(item);
                    }
                }

                return new ListNode(_source, start, Close(start, ']'), items.DrainToImmutable());
            case MappingStart:
                var entries = new List<MapEntry>();
                ReadEntries(entries, depth);
                return new MapNode(_source, start, Close(start, '}'), Unique(entries, _bag));
            default:
                return null;
        }
    }

    private void ReadEntries(List<MapEntry> entries, int depth)
    {
        while (Next() && _parser.Current is not MappingEnd)
        {
            var key = _parser.Current is Scalar { Style: not (ScalarStyle.Literal or ScalarStyle.Folded) } scalar ? Located(scalar) : null;
            if (key is null && _parser.Current is not AnchorAlias)
            {
                var place = At(_parser.Current!.Start);
                _bag.Add("DT1014", _source.Span(place, place + 1), new LocalizedText(
                    "A key is a plain text, not a list, a map or a block.",
                    "Ein Schlüssel ist ein einfacher Text, keine Liste, keine Map und kein Block."));
            }

            ReadNode(depth + 1);
            if (!Next())
            {
                return;
            }

            var value = ReadNode(depth + 1);
            if (key is { Text: "<<", IsPlain: true })
            {
                _bag.Add("DT1013", key.Span, new LocalizedText(
                    "`<<` would merge another map in; write the keys out.",
                    "`<<` würde eine andere Map einmischen; die Schlüssel bitte ausschreiben."));
            }
            else if (key is not null && value is not null && !IsCutOff(value, depth))
            {
                entries.Add(new MapEntry(key, value));
            }
        }
    }

    /// <summary>
    /// Whether broken YAML ended the value before its end. Of a section what was whole is kept; half an element would only raise
    /// complaints about what it lacks.
    /// </summary>
    private bool IsCutOff(SyntaxNode value, int depth) =>
        _isStopped && !(depth == 1 && value is MapNode { Entries.IsEmpty: false } or ListNode { Items.IsEmpty: false });

    /// <summary>Keeps the first of several entries with one key and reports the others.</summary>
    private static ImmutableArray<MapEntry> Unique(List<MapEntry> entries, DiagnosticBag bag)
    {
        var first = new Dictionary<string, MapEntry>(StringComparer.Ordinal);
        var unique = ImmutableArray.CreateBuilder<MapEntry>(entries.Count);
        foreach (var entry in entries)
        {
            if (first.TryAdd(entry.Key.Text, entry))
            {
                unique.Add(entry);
                continue;
            }

            bag.Add(
                "DT1009",
                entry.Key.Span,
                new LocalizedText($"The key `{entry.Key.Text}` stands twice in this map.", $"Der Schlüssel `{entry.Key.Text}` steht in dieser Map zweimal."),
                [new RelatedPlace(first[entry.Key.Text].Key.Span, new LocalizedText("It stands here first.", "Hier steht er zuerst."))]);
        }

        return unique.DrainToImmutable();
    }

    private void Refuse(ParsingEvent current)
    {
        var place = At(current.Start);
        if (current is AnchorAlias alias)
        {
            _isBroken = true;
            _bag.Add("DT1007", Span(alias), new LocalizedText(
                $"`*{alias.Value}` refers to an anchor; write the value out.",
                $"`*{alias.Value}` verweist auf einen Anker; den Wert bitte ausschreiben."));
            return;
        }

        if (current is not NodeEvent node)
        {
            return;
        }

        if (!node.Anchor.IsEmpty)
        {
            _bag.Add("DT1007", _source.Span(place, place + node.Anchor.Value.Length + 1), new LocalizedText(
                $"`&{node.Anchor.Value}` is an anchor; anchors are not allowed.",
                $"`&{node.Anchor.Value}` ist ein Anker; Anker sind nicht erlaubt."));
        }

        if (!node.Tag.IsEmpty)
        {
            _bag.Add("DT1008", _source.Span(place, place + 1), new LocalizedText(
                "A tag (`!...`) is not allowed; put a text that begins with `!` in quotes.",
                "Eine Typangabe (`!...`) ist nicht erlaubt; ein Text, der mit `!` beginnt, gehört in Anführungszeichen."));
        }
    }

    /// <summary>One event further; false at the end and after broken YAML.</summary>
    private bool Next()
    {
        _isStopped |= _bag.IsFull;
        if (_isStopped)
        {
            return false;
        }

        _cancellation.ThrowIfCancellationRequested();
        try
        {
            var moved = _parser.MoveNext();
            _last = moved ? Math.Max(_last, At(_parser.Current!.End)) : _last;
            return moved;
        }
        catch (YamlException exception)
        {
            var place = At(exception.Start);
            Stop("DT1006", _source.Span(place, Math.Max(At(exception.End), place + 1)), BrokenYaml.Explain(exception.Message));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser gives up on some broken texts without naming a place: what was read last is the nearest one.
            Stop("DT1006", _source.Span(_last, _last + 1), BrokenYaml.Explain(""));
        }

        return false;
    }

    private void Stop(string code, TextSpan place, LocalizedText message)
    {
        _bag.Add(code, place, message);
        _last = Math.Max(_last, _source.StartOf(place.Line));
        _isStopped = true;
        _isBroken = true;
    }

    /// <summary>The offset of the next line that begins with the name of a section, or null.</summary>
    private int? NextSection()
    {
        for (var line = _source.Position(_last).Line + 1; line <= _source.LineCount; line++)
        {
            var start = _source.StartOf(line);
            var colon = _source.Text.AsSpan(start, Math.Min(32, _source.Text.Length - start)).IndexOf(':');
            if (colon > 0 && SectionNames.All.Contains(_source.Text.Substring(start, colon)))
            {
                return start;
            }
        }

        return null;
    }

    private LocatedText Located(Scalar scalar)
    {
        var form = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => ScalarForm.SingleQuoted,
            ScalarStyle.DoubleQuoted => ScalarForm.DoubleQuoted,
            ScalarStyle.Literal or ScalarStyle.Folded => ScalarForm.Block,
            _ => ScalarForm.Plain,
        };
        var start = At(scalar.Start);
        return new LocatedText(_source, scalar.Value, start, Trimmed(start, At(scalar.End)), form);
    }

    /// <summary>Where a list or map ends: after its bracket, or after the last thing read in it.</summary>
    private int Close(int start, char bracket)
    {
        var end = At(_parser.Current!.End);
        return end < _source.Text.Length && _source.Text[end] == bracket && _source.Text[start] is '[' or '{' ? end + 1 : Trimmed(start, end);
    }

    private int Trimmed(int start, int end)
    {
        while (end > start && _source.Text[end - 1] is '\n' or '\r' or ' ')
        {
            end--;
        }

        return end;
    }

    private TextSpan Span(ParsingEvent item) => _source.Span(At(item.Start), Math.Max(At(item.Start) + 1, At(item.End)));

    private int At(Mark mark) => (int)Math.Clamp(_origin + mark.Index, 0, _source.Text.Length);
}
