using System.Globalization;
using BenchmarkDotNet.Running;
using Detente.Benchmarks;
using Detente.Benchmarks.Cib;
using Detente.Language;
using Microsoft.Win32.SafeHandles;

if (args is ["noise", var along])
{
    // For a test battery: dotnet run -c Release --project bench/Detente.Benchmarks -- noise paths | dieharder -g 200 -d 2
    // The console's own stream does not tell when the reader has gone.
    using var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write);
    NoiseStream.Write(along, output);
    return 0;
}

if (args is ["cib", .. var asked])
{
    // The tables of bench/results/cib.md: cib [row ...] [--seeds N] [--limit SECONDS].
    return TableOptions.Run(asked, SearchTable.Print);
}

if (args is ["matrix", var factors, var states, var density, var range, var seed])
{
    // One of their matrices as text, for other programs.
    var shape = new MatrixShape(Whole(factors), Whole(states), double.Parse(density, CultureInfo.InvariantCulture), Whole(range));
    Console.Write(RandomMatrix.Create(shape, Whole(seed)));
    return 0;

    static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

if (args is ["basins", var matrix, .. var rules])
{
    // The same for basins: a case with a matrix, then rules of succession; global unless stated.
    BasinsRace.Run(matrix, rules is [] ? ["global"] : rules);
    return 0;
}

if (args is ["lanes", var lanesOf, var lanePaths])
{
    // Paths of a model walked together: a file or folder, and how many.
    LaneRace.Run(ModelText.Read(lanesOf).Model!, int.Parse(lanePaths, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["futures-race", var kernel, var binary])
{
    // Paths against the reference programs: the program, and the model it reads, called model.bin.
    return FuturesRace.Run(kernel, binary);
}

if (args is ["futures-alone", var kind, var walked])
{
    return FuturesRace.RunAlone(kind, walked);
}

if (args is ["paths", .. var rest])
{
    // A quick look without the ceremony: best of five, by processor time, so that a busy machine matters less. Then a model's file or folder may follow.
    var benchmark = new PathBenchmarks();
    benchmark.Model = rest is [var file] ? ModelText.Read(file).Model! : benchmark.Model;
    benchmark.Compile();
    var (walk, only, rebalance) = (Best(benchmark.Walk), Best(benchmark.WalkOnly), Best(benchmark.Rebalance));
    Console.WriteLine($"{PathBenchmarks.Paths / walk:F0} paths per second of one core; {PathBenchmarks.Paths / only:F0} without counting");
    Console.WriteLine($"{(walk + rebalance) / walk:F2} times as long with all balances anew in every step; {(only + rebalance) / only:F2} times without counting");
    return 0;

    static double Best(Func<long> run) => Enumerable.Range(0, 5).Min(_ =>
    {
        var before = Environment.CpuUsage.TotalTime;
        run();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    });
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
