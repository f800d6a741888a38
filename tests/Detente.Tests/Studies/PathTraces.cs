using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;
using Detente.Studies;

namespace Detente.Tests.Studies;

/// <summary>What a path went through: at each date its kind and states, in each step what happened.</summary>
internal sealed record PathTrace(int Draw, int[] Kinds, int[][] States, Happening[][] Happenings);

/// <summary>Paths walked one by one, for naive recounts of what studies count.</summary>
internal static class PathTraces
{
    public static readonly StudyOptions Few = new() { Seed = 5, Draws = 4, Paths = 70, Threads = 1 };

    public static List<PathTrace> Of(Model model, StudyOptions options, Func<PathRules, PathRules>? change = null)
    {
        var compiled = ModelCompiler.Compile(model);
        var rules = new PathRules(compiled.ActiveStrategies([]));
        var simulator = new PathSimulator(compiled, change is null ? rules : change(rules));
        var traces = new List<PathTrace>();
        for (var draw = 0; draw < options.Draws; draw++)
        {
            var values = options.Draws > 1 ? compiled.Numbers.Sample(options.Seed, (ulong)draw + 1) : compiled.Numbers.StatedPoints();
            for (var path = 0; path < options.Paths; path++)
            {
                simulator.Start(new DrawParameters(compiled, values), KeyedNoise.PathKey(options.Seed, (ulong)draw + 1, (ulong)path));
                traces.Add(Walk(simulator, draw));
            }
        }

        return traces;
    }

    private static PathTrace Walk(PathSimulator simulator, int draw)
    {
        var (kinds, states, happenings) = (new List<int> { simulator.View.Scenario }, new List<int[]> { simulator.View.States.ToArray() }, new List<Happening[]>());
        for (var step = 0; step < simulator.Model.StepCount; step++)
        {
            simulator.MoveMeasures();
            simulator.Happen();
            happenings.Add(simulator.Happenings.ToArray());
            simulator.Move();
            kinds.Add(simulator.View.Scenario);
            states.Add(simulator.View.States.ToArray());
        }

        return new PathTrace(draw, [.. kinds], [.. states], [.. happenings]);
    }

    public static TResult Run<TResult>(Study study)
        where TResult : StudyResult => (TResult)new StudyRunner().Run(study, null, CancellationToken.None);

    /// <summary>A figure must be the mean over all paths, and within draws its error the one of the draws' means.</summary>
    public static void IsMean(IReadOnlyList<PathTrace> traces, Func<PathTrace, double> number, Figure figure)
    {
        var means = traces.GroupBy(trace => trace.Draw).Select(draw => draw.Average(number)).ToList();
        Assert.Equal(means.Average(), figure.Mean, 1e-9);
        if (means.Count > 1)
        {
            var mean = means.Average();
            Assert.Equal(Math.Sqrt(means.Sum(one => (one - mean) * (one - mean)) / (means.Count - 1) / means.Count), figure.StandardError, 1e-9);
        }
    }

    /// <summary>A ratio must be the sum of one number over that of another, its error that of the draws as clusters.</summary>
    public static void IsRatio(IReadOnlyList<PathTrace> traces, Func<PathTrace, (double Above, double Below)> number, Figure? figure)
    {
        var draws = traces.GroupBy(trace => trace.Draw).Select(draw => (X: draw.Sum(trace => number(trace).Above), Y: draw.Sum(trace => number(trace).Below))).ToList();
        var (above, below) = (draws.Sum(draw => draw.X), draws.Sum(draw => draw.Y));
        if (below == 0)
        {
            Assert.Null(figure);
            return;
        }

        var ratio = above / below;
        var residuals = draws.Sum(draw => (draw.X - (ratio * draw.Y)) * (draw.X - (ratio * draw.Y)));
        Assert.Equal(ratio, figure!.Value.Mean, 1e-9);
        Assert.Equal(Math.Sqrt(residuals * draws.Count / (draws.Count - 1)) / below, figure.Value.StandardError, 1e-9);
    }
}
