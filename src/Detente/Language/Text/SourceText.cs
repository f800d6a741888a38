using Detente.Models;

namespace Detente.Language.Text;

/// <summary>One file's characters, with the places of its lines.</summary>
/// <remarks>Offsets count UTF-16 units from 0; lines end with LF, CR LF or CR.</remarks>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    public SourceText(string file, string text)
    {
        File = file;
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    public string File { get; }

    public string Text { get; }

    public int LineCount => _lineStarts.Count;

    /// <summary>The span of the characters from <paramref name="start"/> up to <paramref name="end"/>; both are cut off at the ends of the text.</summary>
    public TextSpan Span(int start, int end)
    {
        start = Math.Clamp(start, 0, Text.Length);
        end = Math.Clamp(end, start, Text.Length);
        var (line, column) = Position(start);
        var (endLine, endColumn) = Position(end);
        return new TextSpan(File, line, column, endLine, endColumn);
    }

    /// <summary>Line and column, both from 1, of an offset.</summary>
    public (int Line, int Column) Position(int offset)
    {
        var found = _lineStarts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The offset at which a line (from 1) starts.</summary>
    public int StartOf(int line) => _lineStarts[line - 1];
}
