using System.Text;

namespace Detente.Language.Writing;

/// <summary>
/// Writes a tree as YAML in the one layout: two blanks of indentation; a list or map that fits its line and bears no comment goes in
/// brackets, any other one entry a line; an empty line around every section of several lines.
/// </summary>
internal sealed class YamlPrinter
{
    /// <summary>The longest line, where that can be helped.</summary>
    public const int Width = 100;

    private readonly StringBuilder _text = new();

    /// <summary>A whole file.</summary>
    /// <param name="head">Comments above everything else.</param>
    /// <param name="sections">The sections.</param>
    /// <param name="foot">Comments below everything else.</param>
    public static string Print(IReadOnlyList<string> head, YamlMap sections, IReadOnlyList<string> foot)
    {
        var printer = new YamlPrinter();
        printer.Comments(head, 0);
        var isSetOff = head.Count > 0;
        foreach (var section in sections.Entries)
        {
            var start = printer._text.Length;
            printer.Entry(section with { IsSetOff = false }, 0, isSection: true);
            var isLong = printer._text.ToString(start, printer._text.Length - start).AsSpan().Count('\n') > 1;
            if (start > 0 && (isLong || isSetOff))
            {
                printer._text.Insert(start, '\n');
            }

            isSetOff = isLong;
        }

        if (foot.Count > 0 && printer._text.Length > 0)
        {
            printer._text.Append('\n');
        }

        printer.Comments(foot, 0);
        return printer._text.ToString();
    }

    private void Entry(YamlEntry entry, int indent, bool isSection = false)
    {
        if (entry.IsSetOff)
        {
            _text.Append('\n');
        }

        Comments(entry.Before, indent);
        _text.Append(' ', indent).Append(YamlScalarText.Line(entry.Key, inFlow: true)).Append(':');
        Value(entry, indent, indent + entry.Key.Length + 2, isSection);
    }

    private void Item(YamlEntry item, int indent)
    {
        if (item.IsSetOff)
        {
            _text.Append('\n');
        }

        var isBlock = item.Value is YamlMap { Entries.Count: > 0 } or YamlList { Items.Count: > 0 } && Flow(item.Value, indent + 2, Beside(item)) is null;
        Comments(item.Before, indent);
        if (isBlock)
        {
            // Beside the dash stands the first key, so that a comment on the dash has no place but the line above.
            Comments(item.Beside is null ? [] : [item.Beside], indent);
            var start = _text.Length;
            Lines(item.Value, indent + 2, isItem: true);
            _text[start + indent] = '-';
            return;
        }

        _text.Append(' ', indent).Append('-');
        Value(item, indent, indent + 2, isSection: false);
    }

    private void Value(YamlEntry entry, int indent, int column, bool isSection)
    {
        switch (entry.Value)
        {
            case YamlAbsent:
                End(entry);
                break;
            case YamlScalar scalar when IsFolded(scalar, entry, column):
                _text.Append(" >-\n");
                Fold(scalar.Text, indent + 2);
                break;
            case YamlScalar scalar:
                _text.Append(' ').Append(YamlScalarText.Line(scalar.Text, inFlow: false));
                End(entry);
                break;
            case var node when !(isSection && HoldsMaps(node)) && Flow(node, column, Beside(entry)) is { } flow:
                _text.Append(' ').Append(flow);
                End(entry);
                break;
            case var node:
                End(entry);
                Lines(node, indent + 2, isItem: false);
                break;
        }
    }

    /// <summary>One entry or item a line. Of an item, what comes first stands beside the dash and cannot have lines before it.</summary>
    private void Lines(YamlNode node, int indent, bool isItem)
    {
        var entries = node is YamlMap map ? map.Entries : ((YamlList)node).Items;
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = i == 0 ? entries[i] with { IsSetOff = false } : entries[i];
            if (i == 0 && isItem && entry.Before.Count > 0)
            {
                throw new InvalidOperationException("Comments before the first entry belong to the item.");
            }

            if (node is YamlMap)
            {
                Entry(entry, indent);
            }
            else
            {
                Item(entry, indent);
            }
        }
    }

    private void End(YamlEntry entry) => _text.Append(entry.Beside is null ? "" : " " + entry.Beside).Append('\n');

    private void Comments(IReadOnlyList<string> comments, int indent)
    {
        foreach (var comment in comments)
        {
            _text.Append(' ', indent).Append(comment).Append('\n');
        }
    }

    private static int Beside(YamlEntry entry) => entry.Beside is null ? 0 : entry.Beside.Length + 1;

    private static bool IsFolded(YamlScalar scalar, YamlEntry entry, int column) =>
        scalar.MayFold && entry.Beside is null && YamlScalarText.IsFoldable(scalar.Text)
        && column + YamlScalarText.Line(scalar.Text, inFlow: false).Length > Width;

    private void Fold(string text, int indent)
    {
        var length = Width;
        foreach (var word in text.Split(' '))
        {
            var isFirst = length == Width && _text[^1] == '\n';
            if (isFirst || length + 1 + word.Length > Width)
            {
                _text.Append(isFirst ? "" : "\n").Append(' ', indent).Append(word);
                length = indent + word.Length;
            }
            else
            {
                _text.Append(' ').Append(word);
                length += 1 + word.Length;
            }
        }

        _text.Append('\n');
    }

    private static bool HoldsMaps(YamlNode node) => node switch
    {
        YamlMap map => map.Entries.Any(entry => entry.Value is YamlMap),
        YamlList list => list.Items.Any(item => item.Value is YamlMap),
        _ => false,
    };

    /// <summary>The node in brackets, or null when it does not fit behind the column or something in it needs a line of its own.</summary>
    private static string? Flow(YamlNode node, int column, int beside)
    {
        var flow = new StringBuilder();
        return Flow(node, flow, Width - column - beside) ? flow.ToString() : null;
    }

    private static bool Flow(YamlNode node, StringBuilder flow, int longest)
    {
        switch (node)
        {
            case YamlScalar scalar:
                flow.Append(YamlScalarText.Line(scalar.Text, inFlow: true));
                break;
            case YamlMap map:
                if (!Flow(map.Entries, ('{', '}'), flow, longest))
                {
                    return false;
                }

                break;
            case YamlList list:
                if (!Flow(list.Items, ('[', ']'), flow, longest))
                {
                    return false;
                }

                break;
            default:
                return false;
        }

        return flow.Length <= longest;
    }

    private static bool Flow(IReadOnlyList<YamlEntry> entries, (char Open, char Close) brackets, StringBuilder flow, int longest)
    {
        flow.Append(brackets.Open);
        for (var i = 0; i < entries.Count; i++)
        {
            flow.Append(i == 0 ? "" : ", ");
            flow.Append(brackets.Open == '{' ? YamlScalarText.Line(entries[i].Key, inFlow: true) + ": " : "");
            if (entries[i].NeedsLines || !Flow(entries[i].Value, flow, longest))
            {
                return false;
            }
        }

        flow.Append(brackets.Close);
        return true;
    }
}
