using Detente.Benchmarks.Cib;

namespace Detente.Rivals;

/// <summary>The table of rivals in bench/results/cib.md: both find all consistent scenarios of the same matrices, and must find the same.</summary>
internal static class RivalTable
{
    /// <summary>The fastest on the dense rows, and as fast as any on the others.</summary>
    private const Formulation Best = Formulation.Counted;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Measures and prints row after row; what every run took goes to the standard error.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="withSearch">Whether the library's search is measured too.</param>
    public static void Print(TableOptions options, bool withSearch)
    {
        Console.WriteLine($"{Surroundings.Today()}; {Surroundings.Line()}; CP-SAT of OR-Tools {Google.OrTools.Init.OrToolsVersion.VersionString()}, {Best}; limit {Spread.Short(options.Limit.TotalSeconds)} s an instance. Least / median / largest of {options.Seeds} seeds.");
        Console.WriteLine();
        Console.WriteLine("| matrices | consistent | CP-SAT: wall | CP-SAT: processor | decided |" + (withSearch ? " Détente: wall | Détente: processor | decided | times faster: wall | times faster: processor |" : ""));
        Console.WriteLine("|---|---|---|---|---|" + (withSearch ? "---|---|---|---|---|" : ""));
        foreach (var row in options.Rows)
        {
            var races = Races(row, options, withSearch);
            Console.WriteLine("| " + string.Join(" | ", [row.Title, Counts(races), .. CpSat(races), .. withSearch ? Search(races) : []]) + " |");
        }
    }

    private static List<Race> Races(TableRow row, TableOptions options, bool withSearch)
    {
        new CpSatModel(row.WarmUp(), Best).Enumerate(WarmUp);
        if (withSearch)
        {
            new SearchRun(row.WarmUp()).WarmUp(CpSatModel.MostKept, WarmUp);
        }

        var races = new List<Race>();
        foreach (var seed in row.Seeds(options.Seeds))
        {
            var matrix = row.Matrix(seed);
            var race = new Race(
                CpSatModel.Measure(matrix, Best, options.Limit),
                withSearch ? new SearchRun(matrix).Measure(CpSatModel.MostKept, options.Limit) : null);
            race.Check($"{row.Name} seed {seed}");
            races.Add(race);
            Console.Error.WriteLine($"{row.Name} seed {seed}: {race}, load {Surroundings.Load()}");
        }

        return races;
    }

    private static string Counts(List<Race> races) => Spread.Three(races.Select(race => race.Count ?? double.PositiveInfinity));

    private static IEnumerable<string> CpSat(List<Race> races)
    {
        var runs = races.Select(race => race.CpSat.Measured).ToList();
        return [Spread.OfTimes(runs, run => run.Wall), Spread.OfTimes(runs, run => run.Processor), Decided(runs)];
    }

    private static IEnumerable<string> Search(List<Race> races)
    {
        var runs = races.Select(race => race.Search!.Measured).ToList();
        return
        [
            Spread.OfTimes(runs, run => run.Wall),
            Spread.OfTimes(runs, run => run.Processor),
            Decided(runs),
            Ratio(races, run => run.Wall),
            Ratio(races, run => run.Processor),
        ];
    }

    // A run that was given up counts with the time it had, so that the ratio is a bound; bounds of both kinds say nothing together.
    private static string Ratio(List<Race> races, Func<Measurement, double> time)
    {
        var decided = races.Where(race => race.CpSat.Measured.IsFinished || race.Search!.Measured.IsFinished).ToList();
        var (isLeast, isMost) = (decided.Any(race => !race.CpSat.Measured.IsFinished), decided.Any(race => !race.Search!.Measured.IsFinished));
        return decided.Count == 0 || (isLeast && isMost)
            ? "-"
            : (isLeast ? "over " : isMost ? "under " : "") + Spread.Three(decided.Select(race => time(race.CpSat.Measured) / time(race.Search!.Measured)));
    }

    private static string Decided(List<Measurement> runs) => $"{runs.Count(run => run.IsFinished)} of {runs.Count}";
}
