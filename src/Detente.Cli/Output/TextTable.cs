using Detente.Language;

namespace Detente.Cli.Output;

/// <summary>A table in plain text: columns as wide as their widest cell, the first to the left, the others to the right unless said.</summary>
internal sealed class TextTable
{
    private const int WidestWrapped = 64;
    private readonly List<string[]> rows = [];
    private readonly HashSet<int> leftColumns = [0];

    /// <summary>Sets columns to the left.</summary>
    public TextTable Left(params ReadOnlySpan<int> columns)
    {
        foreach (var column in columns)
        {
            leftColumns.Add(column);
        }

        return this;
    }

    /// <summary>Adds a row; rows may have different numbers of cells.</summary>
    public TextTable Row(params IEnumerable<string> cells)
    {
        rows.Add([.. cells]);
        return this;
    }

    /// <summary>Adds a row whose first cell is cut at blanks where it is wide; what does not fit goes on below it, indented.</summary>
    public TextTable Wrapped(params IEnumerable<string> cells)
    {
        var all = cells.ToList();
        var lines = TextColumns.Wrapped(all[0], WidestWrapped, indent: 2);
        Row(all.Skip(1).Prepend(lines[0]));
        foreach (var line in lines.Skip(1))
        {
            Row(line);
        }

        return this;
    }

    /// <summary>Writes the table, two spaces between columns and before the first.</summary>
    public void Write(TextWriter writer)
    {
        var widths = new int[rows.Count == 0 ? 0 : rows.Max(row => row.Length)];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], Width(row[i]));
            }
        }

        foreach (var row in rows)
        {
            var line = string.Concat(row.Select((cell, i) => "  " + Padded(cell, widths[i], leftColumns.Contains(i))));
            writer.WriteLine(line.TrimEnd());
        }
    }

    private static string Padded(string cell, int width, bool left)
    {
        var blanks = new string(' ', width - Width(cell));
        return left ? cell + blanks : blanks + cell;
    }

    private static int Width(string text) => DisplayWidth.Of(text);
}
