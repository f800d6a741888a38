using BenchmarkDotNet.Attributes;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Benchmarks;

/// <summary>Paths per second on one core: one operation walks 2,000 paths over the whole horizon of a model, <see cref="SyntheticModel"/> unless another is set.</summary>
[MemoryDiagnoser]
public class PathBenchmarks
{
    /// <summary>Paths of one operation.</summary>
    public const int Paths = 2000;
    private PathPlan plan = null!;

    /// <summary>The model.</summary>
    public Model Model { get; set; } = SyntheticModel.Create();

    /// <summary>Compiles the model.</summary>
    [GlobalSetup]
    public void Compile()
    {
        var model = ModelCompiler.Compile(Model);
        plan = new PathPlan(model, [new PathRules(model.ActiveStrategies([]))]) { Seed = 1, Draws = 1, Paths = Paths, IsSampled = false };
    }

    /// <summary>Walks and counts the paths; 2,000 divided by the mean time is the rate.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public long Walk() => PathRun.Walk(plan, null, CancellationToken.None)[0].Totals[0];

    /// <summary>Walks the paths and counts nothing.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public long WalkOnly()
    {
        var simulator = new PathSimulator(plan.Model, plan.Worlds[0]);
        var parameters = new DrawParameters(plan.Model, plan.Model.Numbers.StatedPoints());
        var sum = 0L;
        for (var path = 0UL; path < Paths; path++)
        {
            simulator.Start(parameters, KeyedNoise.PathKey(1, 1, path));
            for (var step = 0; step < plan.Steps; step++)
            {
                simulator.MoveMeasures();
                simulator.Finish();
            }

            sum += simulator.View.States[0];
        }

        return sum;
    }

    /// <summary>Only what a walk would do more that kept no balances: all of them from nothing in every step, whatever the states.</summary>
    [Benchmark(OperationsPerInvoke = Paths)]
    public long Rebalance()
    {
        var path = new PathState(plan.Model, plan.Worlds[0]) { Parameters = new DrawParameters(plan.Model, plan.Model.Numbers.StatedPoints()) };
        var field = new BalanceField(path);
        path.View.Reset();
        var sum = 0L;
        for (var round = 0; round < Paths * plan.Steps; round++)
        {
            for (var factor = 0; factor < path.View.States.Length; factor++)
            {
                path.View.States[factor] = (round + factor) % plan.Model.Factors[factor].States;
            }

            field.Reset();
            field.Enter();
            sum += field.Balances[0];
        }

        return sum;
    }
}
