using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Benchmarks;

/// <summary>Paths per second of the lanes of a model, by processor time of one thread, with and without counting.</summary>
internal static class LaneRace
{
    private const int Rounds = 5;

    /// <summary>Walks and prints.</summary>
    /// <param name="model">The model, under its baseline.</param>
    /// <param name="paths">Paths of a round.</param>
    public static void Run(Model model, int paths)
    {
        var compiled = ModelCompiler.Compile(model);
        var rules = new PathRules(compiled.ActiveStrategies([]));
        var plan = new PathPlan(compiled, [rules]) { Seed = 1, Draws = 1, Paths = paths, IsSampled = false };
        Console.WriteLine($"counted {paths / Best(() => PathRun.Walk(plan, null, CancellationToken.None)):F0}");
        var parameters = new DrawParameters(compiled, compiled.Numbers.StatedPoints());
        var lanes = LaneWalk.Of(new LaneWorld(compiled, rules));
        Console.WriteLine($"walked {paths / Best(() => Walk(lanes, parameters, paths)):F0}");
    }

    private static void Walk(LaneWalk lanes, DrawParameters parameters, int paths)
    {
        for (var first = 0; first < paths; first += LaneWalk.MostLanes)
        {
            lanes.Start(parameters, new LanePaths(1, 1, first, Math.Min(LaneWalk.MostLanes, paths - first)));
            while (!lanes.IsAtEnd)
            {
                lanes.MoveMeasures();
                lanes.Happen();
                lanes.Move();
            }
        }
    }

    private static double Best(Action run) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        var before = Environment.CpuUsage.TotalTime;
        run();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    });
}
