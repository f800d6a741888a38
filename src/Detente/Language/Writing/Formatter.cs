using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Writing;

/// <summary>Rewrites one file in the canonical layout with its comments, and proves that nothing else has changed.</summary>
internal static class Formatter
{
    /// <summary>The new text, or null when the file has mistakes or something would be lost (which is reported).</summary>
    public static string? Format(string text, string fileName, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (Read(text, fileName, bag, cancellation) is not var (source, root))
        {
            return null;
        }

        var (head, sections, foot) = CommentedTree.Of(source, root);
        cancellation.ThrowIfCancellationRequested();
        var formatted = YamlPrinter.Print(head, sections, foot);
        if (Read(formatted, fileName, new DiagnosticBag(), cancellation) is var (newSource, newRoot)
            && AreEqual(Ordered(root), Ordered(newRoot))
            && Comments(source, root).SequenceEqual(Comments(newSource, newRoot), StringComparer.Ordinal))
        {
            return formatted;
        }

        bag.Add("DT1090", TextSpan.Whole(fileName), new LocalizedText(
            "The file cannot be formatted without changing what it says; it stays as it is.",
            "Die Datei lässt sich nicht formatieren, ohne ihren Inhalt zu ändern; sie bleibt, wie sie ist."));
        return null;
    }

    private static (SourceText Source, MapNode Root)? Read(string text, string fileName, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (TextFile.Of(text, fileName, bag) is not { } source)
        {
            return null;
        }

        var (root, isBroken) = YamlReader.Read(source, bag, cancellation);
        return isBroken || bag.HasErrors ? null : (source, root);
    }

    private static IEnumerable<string> Comments(SourceText source, MapNode root) =>
        CommentedText.Comments(source, root).Select(comment => comment.Text).Order(StringComparer.Ordinal);

    private static MapNode Ordered(MapNode root) =>
        new(root.Source, root.Start, root.End, [.. root.Entries.OrderBy(entry => SectionOrder.Of(entry.Key.Text))]);

    private static bool AreEqual(SyntaxNode first, SyntaxNode second) => (first, second) switch
    {
        (ScalarNode a, ScalarNode b) => a.IsAbsent == b.IsAbsent && (a.IsAbsent || a.Text == b.Text),
        (ListNode a, ListNode b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => AreEqual(pair.First, pair.Second)),
        (MapNode a, MapNode b) => a.Entries.Length == b.Entries.Length
            && a.Entries.Zip(b.Entries).All(pair => pair.First.Key.Text == pair.Second.Key.Text && AreEqual(pair.First.Value, pair.Second.Value)),
        _ => false,
    };
}
