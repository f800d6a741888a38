using Detente.Language.Syntax;
using Detente.Language.Text;

namespace Detente.Language.Writing;

/// <summary>
/// Syntax tree to printable tree, with the comments and empty lines of the file. A comment on a line of its own stays before the
/// entry that follows it; one behind something stays beside the entry that begins, or else ends, on its line.
/// </summary>
internal sealed class CommentedTree
{
    /// <summary>Keys whose values are expressions and stay on one line.</summary>
    private static readonly string[] ExpressionKeys = ["when", "while", "until", "rule", "never", "sustained-by", "claim"];

    private readonly SourceText _source;
    private readonly List<(int Start, int Depth, int End)> _spans = []; // of what stands at one place, the outermost first
    private readonly Dictionary<(int Start, int Depth), List<string>> _before = [];
    private readonly Dictionary<(int Start, int Depth), string> _beside = [];

    private CommentedTree(SourceText source, MapNode root)
    {
        _source = source;
        Gather(root, 0);
        _spans.Sort();
    }

    /// <summary>Comments above everything, the sections, and comments below everything.</summary>
    public static (IReadOnlyList<string> Head, YamlMap Sections, IReadOnlyList<string> Foot) Of(SourceText source, MapNode root)
    {
        var tree = new CommentedTree(source, root);
        var (head, foot) = (new List<string>(), new List<string>());
        foreach (var comment in CommentedText.Comments(source, root))
        {
            tree.Place(comment, head, foot);
        }

        var sections = (YamlMap)tree.Node(root, 0, "");
        return (head, new YamlMap([.. sections.Entries.OrderBy(section => SectionOrder.Of(section.Key)).Select(section => section with { IsSetOff = false })]), foot);
    }

    private void Gather(SyntaxNode node, int depth)
    {
        foreach (var (start, value) in Inner(node))
        {
            _spans.Add((start, depth, Math.Max(value.End, start + 1)));
            Gather(value, depth + 1);
        }
    }

    private static IEnumerable<(int Start, SyntaxNode Value)> Inner(SyntaxNode node) => node switch
    {
        MapNode map => map.Entries.Select(entry => (entry.Key.Start, entry.Value)),
        ListNode list => list.Items.Select(item => (item.Start, item)),
        _ => [],
    };

    private void Place(Comment comment, List<string> head, List<string> foot)
    {
        var after = ~_spans.BinarySearch((comment.At, int.MaxValue, 0));
        if (after == _spans.Count && comment.IsAlone)
        {
            foot.Add(comment.Text);
        }
        else if (after == 0 && IsApart(comment.At, _spans[0].Start))
        {
            head.Add(comment.Text);
        }
        else if (after == 0 || comment.IsAlone)
        {
            Before(_spans[after]).Add(comment.Text);
        }
        else if (Owner(comment.At, after) is var owner && !_beside.TryAdd((owner.Start, owner.Depth), comment.Text))
        {
            Before(owner).Add(comment.Text);
        }
    }

    /// <summary>
    /// What a comment behind something belongs to, among the entries before it: the outermost that begins on its line and is over,
    /// else the innermost that begins on its line, else the one that ended last.
    /// </summary>
    private (int Start, int Depth, int End) Owner(int at, int after)
    {
        var line = LineOf(at);
        var first = after;
        while (first > 0 && LineOf(_spans[first - 1].Start) == line)
        {
            first--;
        }

        if (first < after)
        {
            var over = _spans.FindIndex(first, after - first, span => span.End <= at);
            return _spans[over < 0 ? after - 1 : over];
        }

        var ended = _spans.Take(after).Where(span => span.End <= at).ToList();
        return ended.Count == 0 ? _spans[after - 1] : ended.MaxBy(span => (span.End, span.Start));
    }

    private List<string> Before((int Start, int Depth, int End) entry) =>
        _before.TryGetValue((entry.Start, entry.Depth), out var comments) ? comments : _before[(entry.Start, entry.Depth)] = [];

    private int LineOf(int offset) => _source.Position(offset).Line;

    /// <summary>Whether an empty line lies between two places.</summary>
    private bool IsApart(int from, int to)
    {
        for (var line = LineOf(from) + 1; line < LineOf(to); line++)
        {
            if (_source.Text.AsSpan(_source.StartOf(line).._source.StartOf(line + 1)).IsWhiteSpace())
            {
                return true;
            }
        }

        return false;
    }

    private YamlNode Node(SyntaxNode node, int depth, string key)
    {
        switch (node)
        {
            case ScalarNode { IsAbsent: true }:
                return new YamlAbsent();
            case ScalarNode scalar:
                var mayFold = LineOf(scalar.Start) != LineOf(scalar.End) && !ExpressionKeys.Contains(key, StringComparer.Ordinal);
                return new YamlScalar(scalar.Text, mayFold);
            case MapNode map:
                return new YamlMap([.. map.Entries.Select((entry, i) => Entry(entry.Key.Text, entry.Key.Start, entry.Value, depth, i > 0))]);
            case ListNode list:
                return new YamlList([.. list.Items.Select((item, i) => Hoisted(Entry("", item.Start, item, depth, i > 0)))]);
            default:
                throw new ArgumentException("An unknown kind of node.", nameof(node));
        }
    }

    private YamlEntry Entry(string key, int start, SyntaxNode value, int depth, bool mayBeSetOff) => new(key, Node(value, depth + 1, key))
    {
        Before = _before.GetValueOrDefault((start, depth), []),
        Beside = _beside.GetValueOrDefault((start, depth)),
        IsSetOff = mayBeSetOff && IsAfterEmptyLine(start),
    };

    /// <summary>Whether an entry begins its line and an empty line stands before that and the comments above it.</summary>
    private bool IsAfterEmptyLine(int start)
    {
        if (!_source.Text.AsSpan(_source.StartOf(LineOf(start))..start).Trim("- \t").IsEmpty)
        {
            return false;
        }

        for (var line = LineOf(start) - 1; line >= 1; line--)
        {
            var text = _source.Text.AsSpan(_source.StartOf(line).._source.StartOf(line + 1)).Trim();
            if (!text.StartsWith('#'))
            {
                return text.IsEmpty;
            }
        }

        return false;
    }

    /// <summary>An item whose first entry stands beside the dash: what is above that entry goes above the item.</summary>
    private static YamlEntry Hoisted(YamlEntry item)
    {
        var first = item.Value switch
        {
            YamlMap { Entries: [var entry, ..] } => entry,
            YamlList { Items: [var inner, ..] } => inner,
            _ => null,
        };
        if (first is null)
        {
            return item;
        }

        var isNested = first.Value is YamlMap or YamlList && item.Value is YamlList;
        IReadOnlyList<string> before = [.. item.Before, .. first.Before, .. isNested && first.Beside is { } beside ? [beside] : Array.Empty<string>()];
        var rest = first with { Before = [], Beside = isNested ? null : first.Beside };
        YamlNode value = item.Value is YamlMap map ? new YamlMap([rest, .. map.Entries.Skip(1)]) : new YamlList([rest, .. ((YamlList)item.Value).Items.Skip(1)]);
        return item with { Before = before, Value = value };
    }
}
