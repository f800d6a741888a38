using System.Diagnostics;

namespace Detente.Benchmarks.Cib;

/// <summary>What one run took.</summary>
/// <param name="Wall">Wall clock, in seconds.</param>
/// <param name="Processor">Processor time of all threads of this process, user and system, in seconds.</param>
/// <param name="IsFinished">Whether it came to its end; else the times are what it had when it was given up.</param>
internal readonly record struct Measurement(double Wall, double Processor, bool IsFinished)
{
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
