using BenchmarkDotNet.Running;
using Detente.Benchmarks;

if (args is ["noise", var along])
{
    // For a test battery: dotnet run -c Release --project bench/Detente.Benchmarks -- noise paths | dieharder -g 200 -d 2
    NoiseStream.Write(along, Console.OpenStandardOutput());
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
