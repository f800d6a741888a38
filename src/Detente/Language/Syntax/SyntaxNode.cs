using System.Collections.Immutable;
using Detente.Language.Text;

namespace Detente.Language.Syntax;

/// <summary>A value of a YAML file with its place.</summary>
/// <param name="source">The file.</param>
/// <param name="start">Offset at which it begins.</param>
/// <param name="end">Offset after its last character.</param>
internal abstract class SyntaxNode(SourceText source, int start, int end)
{
    public SourceText Source { get; } = source;

    public int Start { get; } = start;

    public int End { get; } = end;

    public TextSpan Span => Source.Span(Start, End);
}

/// <summary>A text, number or word; all of them are texts here. An absent value (<c>key:</c> and nothing behind) is an empty plain text.</summary>
internal sealed class ScalarNode(SourceText source, LocatedText value) : SyntaxNode(source, value.Start, value.End)
{
    public LocatedText Value { get; } = value;

    public string Text => Value.Text;

    /// <summary>Whether nothing was written.</summary>
    public bool IsAbsent => Value.IsPlain && Value.Text is "" or "~" or "null";
}

/// <summary>A list.</summary>
internal sealed class ListNode(SourceText source, int start, int end, ImmutableArray<SyntaxNode> items) : SyntaxNode(source, start, end)
{
    public ImmutableArray<SyntaxNode> Items { get; } = items;
}

/// <summary>A key with its value.</summary>
internal sealed record MapEntry(LocatedText Key, SyntaxNode Value);

/// <summary>A map; every key stands in it once.</summary>
internal sealed class MapNode(SourceText source, int start, int end, ImmutableArray<MapEntry> entries) : SyntaxNode(source, start, end)
{
    public ImmutableArray<MapEntry> Entries { get; } = entries;
}
