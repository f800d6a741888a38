using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Detente.Cib;
using Detente.Compiled;
using Detente.Models;

namespace Detente.Benchmarks.Cib;

/// <summary>Exact basins of one matrix of a JSON case (<c>descriptors</c>, <c>matrix</c>), without ceremony: seconds, processor time, memory above idle.</summary>
internal static class BasinsRace
{
    private const int Runs = 5;

    /// <summary>Sweeps the case under each rule named, five times after a first one.</summary>
    /// <param name="file">The case.</param>
    /// <param name="rules">Names of rules.</param>
    public static void Run(string file, IReadOnlyList<string> rules)
    {
        var model = Read(file);
        var (matrix, space) = (new BalanceMatrix(ImpactTables.Of(model)), ConfigurationSpace.Of(model, free: true));
        foreach (var rule in rules.Select(name => Enum.Parse<SuccessionRule>(name, ignoreCase: true)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule}: {space.Count} configurations; {Twin(matrix, space, rule):F1} times as fast as the scalar twin"));
            for (var run = 0; run <= Runs; run++)
            {
                Console.WriteLine((run == 0 ? "  first " : "        ") + Measure(() => ExactBasins.Sweep(SuccessorBlocks.Of(matrix, space, rule), space, new SweepEffort(), CancellationToken.None)!));
            }
        }
    }

    // By processor time, best of several, on the first million configurations or so.
    private static double Twin(BalanceMatrix matrix, ConfigurationSpace space, SuccessionRule rule)
    {
        var (quick, scalar) = (SuccessorBlocks.Of(matrix, space, rule), new ScalarBlocks(matrix, space, rule));
        var configurations = Math.Min(1 << 20, (long)space.Count);
        return Best(scalar, configurations) / Best(quick, configurations);

        static double Best(SuccessorBlocks blocks, long configurations) => Enumerable.Range(0, Runs).Min(_ =>
        {
            var before = Environment.CpuUsage.TotalTime;
            Sum(blocks, configurations / blocks.Length);
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        });
    }

    private static string Measure(Func<Basins> sweep)
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var idle = Resident();
        var (peak, isDone) = (idle, false);
        var watch = new Thread(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                peak = Math.Max(peak, Resident());
                Thread.Sleep(5);
            }
        });
        watch.Start();
        var (allocated, cpu, clock) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var basins = sweep();
        var (seconds, processor) = (clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        Volatile.Write(ref isDone, true);
        watch.Join();
        var ends = string.Join(' ', basins.Attractors.Take(8).Select(end => string.Create(CultureInfo.InvariantCulture, $"{end.Weight}({end.Configurations.Length})")));
        return string.Create(CultureInfo.InvariantCulture, $"{seconds:F3} s, {processor:F3} s of processor, peak {(peak - idle) >> 20} MiB above idle, {allocated >> 20} MiB allocated; ends {ends}");
    }

    private static long Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>Adds up the places of all successors in the first blocks.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="count">How many.</param>
    public static long Sum(SuccessorBlocks blocks, long count)
    {
        var (reader, sum) = (blocks.Open(), 0L);
        for (var block = 0L; block < count; block++)
        {
            foreach (var place in reader.Read(block))
            {
                sum += place;
            }
        }

        return sum;
    }

    /// <summary>The model of a full matrix.</summary>
    /// <param name="states">Number of states of every factor.</param>
    /// <param name="impact">The impact in points by row and column, asked row by row.</param>
    public static Model ModelOf(int[] states, Func<int, int, int> impact)
    {
        int[] offsets = [.. states.Select((_, factor) => states.Take(factor).Sum())];
        int[][] matrix = [.. Enumerable.Range(0, states.Sum()).Select(row => Enumerable.Range(0, states.Sum()).Select(column => impact(row, column)).ToArray())];
        return new Model
        {
            Id = "case",
            Title = LocalizedText.Same("Case"),
            Factors =
            [
                .. states.Select((count, factor) => new Factor($"f{factor}", LocalizedText.Same($"f{factor}"), FactorScale.Nominal,
                    [.. Enumerable.Range(0, count).Select(state => new FactorState($"s{state}", LocalizedText.Same($"s{state}")))])),
            ],
            Influences =
            [
                .. from source in Enumerable.Range(0, states.Length)
                   from target in Enumerable.Range(0, states.Length)
                   let cells = from a in Enumerable.Range(0, states[source])
                               from b in Enumerable.Range(0, states[target])
                               let points = matrix[offsets[source] + a][offsets[target] + b]
                               where points != 0
                               select new ImpactCell(a, b, Estimate.Point(points))
                   where cells.Any()
                   select new Influence($"f{source} -> f{target}", new FactorId(source), new FactorId(target)) { Cells = [.. cells] },
            ],
        };
    }

    private static Model Read(string file)
    {
        var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        int[][] matrix = [.. root.GetProperty("matrix").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetInt32()).ToArray())];
        return ModelOf([.. root.GetProperty("descriptors").EnumerateArray().Select(factor => factor.GetProperty("variants").GetArrayLength())], (row, column) => matrix[row][column]);
    }
}
