using BenchmarkDotNet.Running;
using Detente.Benchmarks;

if (args is ["noise", var along])
{
    // For a test battery: dotnet run -c Release --project bench/Detente.Benchmarks -- noise paths | dieharder -g 200 -d 2
    NoiseStream.Write(along, Console.OpenStandardOutput());
    return;
}

if (args is ["paths"])
{
    // A quick look without the ceremony: best of five.
    var benchmark = new PathBenchmarks();
    benchmark.Compile();
    var best = Enumerable.Range(0, 5).Min(_ =>
    {
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        benchmark.Walk();
        return System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
    });
    Console.WriteLine($"{2000 / best:F0} paths/s");
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
