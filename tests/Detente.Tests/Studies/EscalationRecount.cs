using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Tests.Studies;

/// <summary>Counts escalation again, path by path, in the plainest way.</summary>
internal sealed class EscalationRecount
{
    private readonly Model model;
    private readonly List<List<Happening[]>> walks = []; // by path and step

    /// <summary>Walks the paths of one draw at the stated points, under the baseline.</summary>
    public EscalationRecount(Model model, int paths, ulong seed)
    {
        this.model = model;
        var compiled = ModelCompiler.Compile(model);
        var simulator = new PathSimulator(compiled, new PathRules(compiled.ActiveStrategies([])));
        var parameters = new DrawParameters(compiled, compiled.Numbers.StatedPoints());
        for (var path = 0; path < paths; path++)
        {
            var steps = new List<Happening[]>();
            simulator.Start(parameters, KeyedNoise.PathKey(seed, 1, (ulong)path));
            for (var step = 0; step < compiled.StepCount; step++)
            {
                simulator.MoveMeasures();
                simulator.Finish();
                steps.Add(simulator.Happenings.ToArray());
            }

            walks.Add(steps);
        }
    }

    public static string Name(IEnumerable<(int Event, int Outcome)> route, Pathway pathway) => string.Join(" ", route.Select(step => $"{step.Event}.{step.Outcome}")) + $" {pathway}";

    /// <summary>On how many paths the first event came by each route.</summary>
    public Dictionary<string, int> Routes(int severity)
    {
        var counts = new Dictionary<string, int>();
        foreach (var steps in walks)
        {
            if (steps.Find(step => step.Any(one => IsGrave(one, severity))) is { } step)
            {
                var first = step.First(one => IsGrave(one, severity));
                var route = new List<(int, int)>();
                for (Happening? at = first; at is { } one; at = one.Cause < 0 ? null : step.First(other => other.Event == one.Cause && other.Root == one.Root && other.RootRepeat == one.RootRepeat))
                {
                    route.Insert(0, (one.Event, one.Outcome));
                }

                var name = Name(route, first.Pathway);
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        return counts;
    }

    /// <summary>Mean number of events per path.</summary>
    public double Expected(int severity) => (double)Grave(severity).Count() / walks.Count;

    /// <summary>The same of one pathway.</summary>
    public double ExpectedOf(int severity, Pathway pathway) => (double)Grave(severity).Count(one => one.Pathway == pathway) / walks.Count;

    private IEnumerable<Happening> Grave(int severity) => walks.SelectMany(steps => steps).SelectMany(step => step).Where(one => IsGrave(one, severity));

    private bool IsGrave(Happening happening, int severity) => model.Events[happening.Event].Outcomes[happening.Outcome].Severity >= severity;
}
