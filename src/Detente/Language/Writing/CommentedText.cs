using Detente.Language.Syntax;
using Detente.Language.Text;

namespace Detente.Language.Writing;

/// <summary>A comment of a file.</summary>
/// <param name="Text">From <c>#</c> to the end of the line, without blanks at the end.</param>
/// <param name="At">Offset of the <c>#</c>.</param>
/// <param name="IsAlone">Whether nothing but the dashes of list items stands before it on its line.</param>
internal sealed record Comment(string Text, int At, bool IsAlone);

/// <summary>Finds the comments of a file: what begins with <c>#</c>, at the beginning of a line or behind a blank, outside every scalar.</summary>
internal static class CommentedText
{
    /// <summary>All comments, in order.</summary>
    public static List<Comment> Comments(SourceText source, MapNode root)
    {
        var scalars = new List<(int Start, int End)>();
        Gather(root, scalars, source.Text);
        var comments = new List<Comment>();
        var next = 0;
        for (var at = 0; at < source.Text.Length; at++)
        {
            while (next < scalars.Count && scalars[next].End <= at)
            {
                next++;
            }

            if (next < scalars.Count && scalars[next].Start <= at)
            {
                at = scalars[next].End - 1;
            }
            else if (source.Text[at] == '#' && (at == 0 || source.Text[at - 1] is ' ' or '\t' or '\n' or '\r'))
            {
                var end = EndOfLine(source.Text, at);
                comments.Add(new Comment(source.Text[at..end].TrimEnd(), at, IsAlone(source, at)));
                at = end;
            }
        }

        return comments;
    }

    private static bool IsAlone(SourceText source, int at) =>
        source.Text.AsSpan(source.StartOf(source.Position(at).Line)..at).Trim("- \t").IsEmpty;

    private static int EndOfLine(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : at + length;
    }

    /// <summary>Where scalars stand, in order. Of a block only its lines: behind its sign there may be a comment.</summary>
    private static void Gather(SyntaxNode node, List<(int Start, int End)> scalars, string text)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var entry in map.Entries)
                {
                    scalars.Add((entry.Key.Start, entry.Key.End));
                    Gather(entry.Value, scalars, text);
                }

                break;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    Gather(item, scalars, text);
                }

                break;
            case ScalarNode { IsAbsent: false } scalar:
                var isBlock = scalar.Start < text.Length && text[scalar.Start] is '|' or '>';
                scalars.Add((isBlock ? EndOfLine(text, scalar.Start) : scalar.Start, scalar.End));
                break;
        }
    }
}
