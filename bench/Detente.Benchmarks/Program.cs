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
    // A quick look without the ceremony: best of five, by processor time, so that a busy machine matters less.
    var benchmark = new PathBenchmarks();
    benchmark.Compile();
    var best = Enumerable.Range(0, 5).Min(_ =>
    {
        var before = Environment.CpuUsage.TotalTime;
        benchmark.Walk();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    });
    Console.WriteLine($"{2000 / best:F0} paths per second of one core");
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
