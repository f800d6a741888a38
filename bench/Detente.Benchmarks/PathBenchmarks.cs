using BenchmarkDotNet.Attributes;
using Detente.Compiled;
using Detente.Simulation;

namespace Detente.Benchmarks;

/// <summary>Paths per second on one core: one operation walks and counts 2,000 paths of <see cref="SyntheticModel"/>, 120 months each.</summary>
[MemoryDiagnoser]
public class PathBenchmarks
{
    private const int Paths = 2000;
    private PathPlan plan = null!;

    /// <summary>Compiles the model.</summary>
    [GlobalSetup]
    public void Compile()
    {
        var model = ModelCompiler.Compile(SyntheticModel.Create());
        plan = new PathPlan(model, [new PathRules([0])]) { Seed = 1, Draws = 1, Paths = Paths, IsSampled = false };
    }

    /// <summary>Walks the paths; 2,000 divided by the mean time is the rate.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public long Walk() => PathRun.Walk(plan, null, CancellationToken.None)[0].Totals[0];
}
