using System.Globalization;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Benchmarks;

/// <summary>Paths per second of lanes that are walked and counted by state and date, by processor time of one thread.</summary>
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

    /// <summary>Walks.</summary>
    /// <param name="first">The first path.</param>
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

    private void Count() => lanes.AddStates(Counts.AsSpan(lanes.Step * model.StatesInAll, model.StatesInAll));
}

/// <summary>The race of paths with the reference programs.</summary>
internal static class FuturesRace
{
    /// <summary>Walks and prints.</summary>
    /// <param name="kernel">The reference program.</param>
    /// <param name="file">The model.</param>
    public static int Run(string kernel, string file)
    {
        var race = RaceModel.Read(file);
        foreach (var isFull in kernel == "plain" ? [false] : kernel == "full" ? [true] : (bool[])[false, true])
        {
            var walk = new FuturesWalk(race.ToModel(isFull));
            const int Paths = 20 * 1024;
            var best = double.MaxValue;
            for (var i = 0; i < (isFull || !System.Runtime.Intrinsics.X86.Avx512Vbmi2.IsSupported ? 10 : 150); i++)
            {
                Array.Clear(walk.Counts);
                var before = Environment.CpuUsage.TotalTime;
                walk.Walk(0, Paths);
                best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
            }

            Console.WriteLine($"{isFull} {Paths / best:F0} {string.Join(' ', walk.Counts.AsSpan(120 * 120, 4).ToArray().Select(c => (c / (double)Paths).ToString("F4", CultureInfo.InvariantCulture)))}");
        }

        return 0;
    }
}
