using Detente.Compiled;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Tests.Simulation;

/// <summary>The walk through the steps against a plain one on the same random numbers, on models with everything that has a memory.</summary>
public sealed class PathSimulatorTests
{
    [Fact]
    public void Walks_as_the_plain_walk_does_on_the_same_random_numbers()
    {
        var met = new SortedDictionary<string, int>();
        for (var seed = 0; seed < 40; seed++)
        {
            var model = RandomLongModel.Of(seed);
            var compiled = ModelCompiler.Compile(model);
            var simulator = new PathSimulator(compiled, new PathRules([0, 1]));
            for (var path = 0UL; path < 4; path++)
            {
                simulator.Begin(path, (ulong)seed);
                var plain = new NaiveWalk(model, new PathRules([0, 1]), KeyedNoise.PathKey((ulong)seed, 1, path));
                for (var step = 0; step < compiled.StepCount; step++)
                {
                    Step(simulator, plain, $"seed {seed}, path {path}, step {step}", met);
                }
            }
        }

        var kinds = new[] { "Agreed", "Ended", "InForce", "event", "repeat", "consequence", "overridden", "push", "state" };
        Assert.All(kinds, kind => Assert.True(met.GetValueOrDefault(kind) > 100, $"{kind} was met {met.GetValueOrDefault(kind)} times."));
    }

    private static void Step(PathSimulator simulator, NaiveWalk plain, string where, SortedDictionary<string, int> met)
    {
        Assert.True(plain.Scenario == simulator.View.Scenario, $"Scenario, {where}");
        var before = plain.States;
        simulator.MoveMeasures();
        plain.MoveMeasures();
        Same(plain.Phases, simulator.View.Phases, "Phases, " + where);
        Assert.True(plain.Scenario == simulator.View.Scenario, $"Scenario after part 1, {where}");
        var model = simulator.Model;
        Same(model.Model.Constraints.Select(constraint => plain.Holds(constraint.Never)), model.Constraints.Select(simulator.View.Holds), "Constraints, " + where);
        simulator.Finish();
        plain.Finish();
        Same(plain.Happenings, simulator.Happenings.ToArray(), "Happenings, " + where);
        Same(plain.States, simulator.View.States, "States, " + where);
        Same([plain.Overridden], [simulator.Overridden], "Overridden, " + where);
        var pushes = model.Pushes.Select((push, place) => (Name: model.Numbers.Names[push.Lean.Slot], Units: simulator.Pushes[place])).Where(push => push.Units != 0);
        Same(plain.Pushes.Where(push => push.Value.Units != 0).Select(push => (push.Key, (long)push.Value.Units)).Order(), pushes.Order(), "Pushes, " + where);

        void Meet(string kind, int times) => met[kind] = met.GetValueOrDefault(kind) + times;
        plain.Phases.ToList().ForEach(phase => Meet(phase.ToString(), 1));
        Meet("event", plain.Happenings.Count);
        Meet("repeat", plain.Happenings.Count(happening => happening.Repeat > 0));
        Meet("consequence", plain.Happenings.Count(happening => happening.Root != happening.Event));
        Meet("overridden", plain.Overridden);
        Meet("push", plain.Pushes.Count);
        Meet("state", plain.States.SequenceEqual(before) ? 0 : 1);
    }

    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, string where) =>
        Assert.True(expected.SequenceEqual(actual), $"{where}: expected {string.Join(", ", expected)}, but was {string.Join(", ", actual)}");
}
