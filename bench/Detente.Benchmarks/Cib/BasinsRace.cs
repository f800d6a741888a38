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
    /// <summary>Sweeps the case under each rule named, five times after a first one.</summary>
    /// <param name="file">The case.</param>
    /// <param name="rules">Names of rules.</param>
    public static void Run(string file, IReadOnlyList<string> rules)
    {
        var model = Read(file);
        var (matrix, space) = (new BalanceMatrix(ImpactTables.Of(model)), ConfigurationSpace.Of(model, free: true));
        foreach (var rule in rules.Select(name => Enum.Parse<SuccessionRule>(name, ignoreCase: true)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule}: {space.Count} configurations"));
            for (var run = 0; run <= 5; run++)
            {
                Console.WriteLine((run == 0 ? "  first " : "        ") + Measure(() => ExactBasins.Sweep(SuccessorBlocks.Of(matrix, space, rule), space, new SweepEffort(), CancellationToken.None)!));
            }
        }
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

    private static Model Read(string file)
    {
        var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        int[] states = [.. root.GetProperty("descriptors").EnumerateArray().Select(factor => factor.GetProperty("variants").GetArrayLength())];
        int[][] matrix = [.. root.GetProperty("matrix").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetInt32()).ToArray())];
        int[] offsets = [.. states.Select((_, factor) => states.Take(factor).Sum())];
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
                               let impact = matrix[offsets[source] + a][offsets[target] + b]
                               where impact != 0
                               select new ImpactCell(a, b, Estimate.Point(impact))
                   where cells.Any()
                   select new Influence($"f{source} -> f{target}", new FactorId(source), new FactorId(target)) { Cells = [.. cells] },
            ],
        };
    }
}
