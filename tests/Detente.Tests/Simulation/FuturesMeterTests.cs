using Detente.Compiled;
using Detente.Language;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Tests.Simulation;

/// <summary>What is counted of lanes walked together, against counting path after path.</summary>
public sealed class FuturesMeterTests
{
    [Theory]
    [InlineData("nato-russia-2015")]
    [InlineData("euromissiles-1979")]
    public void Counts_of_worked_models_are_those_of_single_paths(string name)
    {
        var compiled = ModelCompiler.Compile(ModelText.Read(RepositoryRoot.Combine("models", name)).Model!);
        Agree(compiled, [.. Enumerable.Range(0, compiled.Strategies.Length)], 90);
    }

    [Fact]
    public void Counts_of_random_models_are_those_of_single_paths()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            Agree(ModelCompiler.Compile(seed % 2 == 0 ? RandomLongModel.Of(seed) : RandomTimedModel.Of(seed)), [0], 70);
        }
    }

    private static void Agree(CompiledModel model, int[] strategies, int paths)
    {
        PathRules[] worlds = [new PathRules([.. strategies]), new PathRules([]), new PathRules([.. strategies], EventsOff: true)];
        var plan = new PathPlan(model, [.. worlds]) { Seed = 4, Draws = 2, Paths = paths, IsSampled = true };
        var actual = PathRun.Walk(plan, null, CancellationToken.None);
        var layout = new TallyLayout(model);
        for (var draw = 0; draw < plan.Draws; draw++)
        {
            var parameters = new DrawParameters(model, model.Numbers.Sample(plan.Seed, (ulong)draw + 1));
            var observers = worlds.Select(_ => new PathObserver(model, layout)).ToArray();
            for (var path = 0; path < paths; path++)
            {
                for (var world = 0; world < worlds.Length; world++)
                {
                    var simulator = new PathSimulator(model, worlds[world]);
                    simulator.Start(parameters, KeyedNoise.PathKey(plan.Seed, (ulong)draw + 1, (ulong)path));
                    observers[world].Walk(simulator, model.StepCount);
                    if (world > 0)
                    {
                        observers[world].Compare(observers[0]);
                    }
                }
            }

            for (var world = 0; world < worlds.Length; world++)
            {
                var (expected, counts) = (observers[world].Tally, actual[world].Draws[draw]);
                Assert.Equal(expected.Shares, counts.Shares);
                Assert.Equal(expected.Sums, counts.Sums);
                Assert.Equal(expected.Squares, counts.Squares);
                Assert.Equal(expected.Differences, counts.Differences);
                Assert.Equal(expected.SquaredDifferences, counts.SquaredDifferences);
                for (var i = 0; i < layout.Totals; i++)
                {
                    actual[world].Totals[i] -= expected.Totals[i];
                }
            }
        }

        Assert.All(actual, world => Assert.All(world.Totals, left => Assert.Equal(0, left)));
    }
}
