using System.Diagnostics;
using System.Globalization;

namespace Detente.Benchmarks;

/// <summary>How the time of walking grows: with threads, paths, steps, and influences that are not zero.</summary>
internal static class FuturesScaling
{
    private const int PerTarget = 7;

    /// <summary>Measures and prints tables in Markdown.</summary>
    /// <param name="model">The model for threads and paths.</param>
    public static void Print(RaceModel model)
    {
        var (one, two) = (Wall(model, 1), Wall(model, 2));
        Console.WriteLine("| threads | paths per second of the clock | ratio | paths per second of processor time | ratio |\n|---|---:|---:|---:|---:|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| 1 | {one.Clock:N0} | | {one.Processor:N0} | |\n| 2 | {two.Clock:N0} | {two.Clock / one.Clock:F2} | {two.Processor:N0} | {two.Processor / one.Processor:F2} |\n"));
        Console.WriteLine("| factors | influences | steps | paths | nanoseconds per path, step and influence |\n|---:|---:|---:|---:|---:|");
        foreach (var (factors, steps, paths) in (ReadOnlySpan<(int, int, int)>)[
            (30, 120, 10 * 1024), (30, 120, 40 * 1024), (30, 120, 160 * 1024), (30, 60, 40 * 1024), (30, 240, 40 * 1024),
            (10, 120, 40 * 1024), (20, 120, 40 * 1024), (50, 120, 20 * 1024), (100, 120, 10 * 1024), (200, 120, 5 * 1024), (500, 120, 2 * 1024)])
        {
            var race = RaceModel.Of(factors, steps, PerTarget);
            var walk = new FuturesWalk(race.ToModel(false));
            walk.Rate(1024, 20);
            var rate = walk.Rate(paths, 8);
            var each = 1e9 / rate / steps / race.Blocks.Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {factors} | {race.Blocks.Length} | {steps} | {paths:N0} | {each:F4} |"));
        }
    }

    /// <summary>Paths per second of the clock and of processor time; each thread has its own lanes. On a busy machine only the latter tells whether threads are in each other's way.</summary>
    private static (double Clock, double Processor) Wall(RaceModel model, int threads)
    {
        const int Paths = 200 * 1024;
        var walks = Enumerable.Range(0, threads).Select(_ => new FuturesWalk(model.ToModel(false))).ToArray();
        var (clock, processor) = (0.0, 0.0);
        for (var round = 0; round < 10; round++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            Thread[] started = [.. walks.Select((walk, thread) => new Thread(() => walk.Walk(thread * (Paths / threads), Paths / threads)))];
            Array.ForEach(started, thread => thread.Start());
            Array.ForEach(started, thread => thread.Join());
            clock = Math.Max(clock, Paths / watch.Elapsed.TotalSeconds);
            processor = Math.Max(processor, Paths / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return (clock, processor);
    }
}
