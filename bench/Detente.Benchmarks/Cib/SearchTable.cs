using System.Globalization;

namespace Detente.Benchmarks.Cib;

/// <summary>The table of the search in bench/results/cib.md: counting alone, and counting and listing.</summary>
internal static class SearchTable
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Measures and prints row after row; what every run took goes to the standard error.</summary>
    /// <param name="options">What was asked for.</param>
    public static void Print(TableOptions options)
    {
        Console.WriteLine($"{Surroundings.Today()}; {Surroundings.Line()}; limit {Spread.Short(options.Limit.TotalSeconds)} s an instance. Least / median / largest of {options.Seeds} seeds.");
        Console.WriteLine();
        Console.WriteLine("| matrices | configurations | consistent | nodes | counting: wall | counting: processor | listing: wall | listing: processor | bound on the median | decided |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var row in options.Rows)
        {
            Console.WriteLine(Line(row, options));
        }
    }

    private static string Line(TableRow row, TableOptions options)
    {
        var warmUp = new SearchRun(row.WarmUp());
        warmUp.WarmUp(0, WarmUp);
        warmUp.WarmUp(SearchRun.UsuallyListed, WarmUp);
        var (counting, listing) = (new List<SearchOutcome>(), new List<SearchOutcome>());
        var configurations = "";
        foreach (var seed in row.Seeds(options.Seeds))
        {
            var search = new SearchRun(row.Matrix(seed));
            configurations = ((double)search.Configurations).ToString("0.0e0", CultureInfo.InvariantCulture);
            counting.Add(search.Measure(0, options.Limit));
            Note($"{row.Name} seed {seed}, counting", counting[^1]);

            // What counting could not finish listing will not.
            listing.Add(counting[^1].Measured.IsFinished ? search.Measure(SearchRun.UsuallyListed, options.Limit) : counting[^1]);
            Note($"{row.Name} seed {seed}, listing", listing[^1]);
            if (counting[^1].Count != listing[^1].Count && listing[^1].Measured.IsFinished)
            {
                throw new InvalidOperationException($"{row.Name} seed {seed}: {counting[^1].Count} counted, {listing[^1].Count} listed.");
            }
        }

        return "| " + string.Join(" | ",
            row.Title,
            configurations,
            Spread.Three(counting.Select(outcome => outcome.Count is { } count ? (double)count : double.PositiveInfinity)),
            Spread.Three(counting.Select(outcome => outcome.Nodes ?? double.PositiveInfinity)),
            Times(counting, measured => measured.Wall),
            Times(counting, measured => measured.Processor),
            Times(listing, measured => measured.Wall),
            Times(listing, measured => measured.Processor),
            row.Bound is { } bound ? Spread.OfTimes([new Measurement(bound / 1000.0, 0, true)], measured => measured.Wall) : "none",
            Decided(counting)) + " |";
    }

    private static string Times(List<SearchOutcome> outcomes, Func<Measurement, double> time) =>
        Spread.OfTimes([.. outcomes.Select(outcome => outcome.Measured)], time);

    private static string Decided(List<SearchOutcome> outcomes)
    {
        var open = outcomes.Where(outcome => !outcome.Measured.IsFinished).Select(outcome => 100 * outcome.Settled).ToList();
        return $"{outcomes.Count - open.Count} of {outcomes.Count}"
            + (open.Count == 0 ? "" : $"; of the others {Spread.Three(open)} % of the configurations");
    }

    private static void Note(string what, SearchOutcome outcome) => Console.Error.WriteLine(
        outcome.Measured.IsFinished
            ? $"{what}: {outcome.Count} scenarios, {outcome.Nodes} nodes, wall {Spread.Short(outcome.Measured.Wall)} s, processor {Spread.Short(outcome.Measured.Processor)} s, load {Surroundings.Load()}"
            : $"{what}: given up after {Spread.Short(outcome.Measured.Wall)} s (processor {Spread.Short(outcome.Measured.Processor)} s), {Spread.Short(100 * outcome.Settled)} % settled, load {Surroundings.Load()}");
}
