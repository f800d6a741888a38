using System.Collections.Immutable;
using System.Globalization;

namespace Detente.Benchmarks.Cib;

/// <summary>What was asked for on the command line: <c>[row ...] [--seeds N] [--limit SECONDS] [--switch ...]</c>.</summary>
/// <param name="Rows">The rows named, else all.</param>
/// <param name="Seeds">Seeds 1 to this; 10 unless stated.</param>
/// <param name="Limit">Wall time after which an instance is given up; 60 s unless stated.</param>
/// <param name="Switches">What else began with two hyphens, such as <c>--alone</c>.</param>
internal sealed record TableOptions(ImmutableArray<TableRow> Rows, int Seeds, TimeSpan Limit, ImmutableArray<string> Switches)
{
    /// <summary>Reads the command line and does what it asks for.</summary>
    /// <param name="arguments">Its words.</param>
    /// <param name="print">Prints the table.</param>
    /// <param name="switches">The switches there are.</param>
    /// <returns>The exit code: 2 for a word that means nothing; the message names it and what there is.</returns>
    public static int Run(IEnumerable<string> arguments, Action<TableOptions> print, params string[] switches)
    {
        TableOptions options;
        try
        {
            options = Parse(arguments, switches);
        }
        catch (FormatException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }

        print(options);
        return 0;
    }

    private static TableOptions Parse(IEnumerable<string> arguments, string[] switches)
    {
        var (seeds, limit) = (10, 60.0);
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var given = ImmutableArray.CreateBuilder<string>();
        var words = new Queue<string>(arguments);
        while (words.TryDequeue(out var word))
        {
            if (word is "--seeds" or "--limit")
            {
                var number = words.TryDequeue(out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var value) && value > 0
                    ? value
                    : throw new FormatException($"{word} needs a number above 0.");
                (seeds, limit) = word == "--seeds" ? ((int)Math.Ceiling(number), limit) : (seeds, number);
            }
            else if (switches.Contains(word))
            {
                given.Add(word);
            }
            else
            {
                rows.Add(TableRow.All.FirstOrDefault(row => row.Name == word)
                    ?? throw new FormatException($"{word}: the rows are {string.Join(", ", TableRow.All.Select(row => row.Name))}; --seeds N, --limit SECONDS{string.Concat(switches.Select(s => ", " + s))}."));
            }
        }

        return new TableOptions(rows.Count == 0 ? TableRow.All : rows.ToImmutable(), seeds, TimeSpan.FromSeconds(limit), given.ToImmutable());
    }
}
