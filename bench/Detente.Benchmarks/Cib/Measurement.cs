using System.Diagnostics;

namespace Detente.Benchmarks.Cib;

/// <summary>What one run took.</summary>
/// <param name="Wall">Wall clock, in seconds.</param>
/// <param name="Processor">Processor time of all threads of this process, user and system, in seconds.</param>
/// <param name="IsFinished">Whether it came to its end; else the times are what it had when it was given up.</param>
internal readonly record struct Measurement(double Wall, double Processor, bool IsFinished)
{
    private const int MostRepeats = 5;
    private const double ShortRun = 0.2;

    /// <summary>Runs something once, or, where that is over in a fifth of a second, five times.</summary>
    /// <param name="run">What is measured.</param>
    /// <param name="measured">What a run of it took.</param>
    /// <returns>The run with the median wall time.</returns>
    public static T Middle<T>(Func<T> run, Func<T, Measurement> measured)
    {
        var runs = new List<T>();
        do
        {
            runs.Add(run());
        }
        while (runs.Count < MostRepeats && measured(runs[^1]) is { IsFinished: true, Wall: < ShortRun });
        return runs.OrderBy(one => measured(one).Wall).ElementAt(runs.Count / 2);
    }

    /// <summary>Runs something and measures it.</summary>
    /// <param name="run">The work; says whether it came to its end.</param>
    public static Measurement Of(Func<bool> run)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (before, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var isFinished = run();
        var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Measurement(wall, (Environment.CpuUsage.TotalTime - before).TotalSeconds, isFinished);
    }
}
