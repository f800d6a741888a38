using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Benchmarks;

/// <summary>Walks lanes of a model and counts states by date, as the reference programs do.</summary>
internal sealed class FuturesWalk
{
    private readonly LaneWalk lanes;
    private readonly DrawParameters parameters;
    private readonly CompiledModel model;

    /// <summary>Compiles a model.</summary>
    /// <param name="model">The model, under its baseline.</param>
    public FuturesWalk(Model model)
    {
        this.model = ModelCompiler.Compile(model);
        lanes = LaneWalk.Of(new LaneWorld(this.model, new PathRules(this.model.ActiveStrategies([]))));
        parameters = new DrawParameters(this.model, this.model.Numbers.StatedPoints());
        Counts = new long[(this.model.StepCount + 1) * this.model.StatesInAll];
    }

    /// <summary>Paths by date and state.</summary>
    public long[] Counts { get; }

    /// <summary>The counts of the first factor at the last date.</summary>
    public ReadOnlySpan<long> Last => Counts.AsSpan(model.StepCount * model.StatesInAll, model.Factors[0].States);

    /// <summary>Walks.</summary>
    /// <param name="first">The first path, a multiple of 64.</param>
    /// <param name="paths">How many.</param>
    public void Walk(int first, int paths)
    {
        for (var done = 0; done < paths; done += LaneWalk.MostLanes)
        {
            lanes.Start(parameters, new LanePaths(1, 1, first + done, Math.Min(LaneWalk.MostLanes, paths - done)));
            Count();
            while (!lanes.IsAtEnd)
            {
                lanes.MoveMeasures();
                lanes.Happen();
                lanes.Move();
                Count();
            }
        }
    }

    /// <summary>The best of several rounds in paths per second of processor time, after the counts have been made once.</summary>
    /// <param name="paths">Paths of a round.</param>
    /// <param name="rounds">How many rounds.</param>
    public double Rate(int paths, int rounds)
    {
        Array.Clear(Counts);
        var best = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            Walk(round * paths, paths);
            best = Math.Max(best, paths / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return best;
    }

    private void Count() => lanes.AddStates(Counts.AsSpan(lanes.Step * model.StatesInAll, model.StatesInAll));
}
