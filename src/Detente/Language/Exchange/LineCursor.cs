using Detente.Language.Text;

namespace Detente.Language.Exchange;

/// <summary>Goes through a file line by line.</summary>
internal sealed class LineCursor(SourceText source)
{
    private int _line = 1;

    /// <summary>Whether there is no further line; nothing after the last line end is no line.</summary>
    public bool IsOver => _line > source.LineCount || (_line == source.LineCount && Start == source.Text.Length);

    /// <summary>Offset at which the line begins; after the last one the end of the file.</summary>
    public int Start => _line > source.LineCount ? source.Text.Length : source.StartOf(_line);

    /// <summary>Offset at which the line ends, before its line end.</summary>
    public int End => EndOf(_line);

    /// <summary>The line without its end; empty after the last one.</summary>
    public ReadOnlySpan<char> Line => IsOver ? [] : source.Text.AsSpan(Start, End - Start);

    /// <summary>Whether the line begins with the mark that ends a section.</summary>
    public bool IsMark => Line is ['#', ..];

    /// <summary>The line as a place; after the last line the end of the file.</summary>
    public TextSpan Span => IsOver ? source.Span(source.Text.Length, source.Text.Length) : source.Span(Start, End);

    /// <summary>The line without its end, from the first character that is no blank.</summary>
    public TextSpan TrimmedSpan => source.Span(Start + Line.Length - Line.TrimStart().Length, Start + Line.TrimEnd().Length);

    /// <summary>Goes on to the next line.</summary>
    public void Next() => _line++;

    /// <summary>Goes to the line after the one that holds an offset.</summary>
    public void MoveAfter(int offset) => _line = source.Position(offset).Line + 1;

    /// <summary>Goes to the line that holds an offset.</summary>
    public void MoveTo(int offset) => _line = source.Position(offset).Line;

    /// <summary>The place of some characters of the line.</summary>
    public TextSpan At(int from, int to) => source.Span(Start + from, Start + to);

    private int EndOf(int line)
    {
        var end = line < source.LineCount ? source.StartOf(line + 1) : source.Text.Length;
        while (end > source.StartOf(line) && source.Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return end;
    }
}
