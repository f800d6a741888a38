using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Language;
using Detente.Simulation;

namespace Detente.Tests.Simulation;

/// <summary>Lanes walked together against the same paths walked one by one: all that can be seen of them, bit for bit, step by step.</summary>
public sealed class LaneTwinTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void Random_models_are_walked_alike(int quarter, bool hasMemory)
    {
        var met = new Met();
        for (var seed = 25 * quarter; seed < 25 * (quarter + 1); seed++)
        {
            var model = hasMemory ? RandomLongModel.Of(seed) : RandomTimedModel.Of(seed);
            var compiled = ModelCompiler.Compile(model);
            Agree(new LaneWorld(compiled, Edited(compiled, seed)), compiled.Numbers.StatedPoints(), 60 + seed, $"seed {seed}", met);
        }

        Assert.True(met.Happenings > 1000 && met.Moves > 1000 && met.InForce > 1000, met.ToString());
        Assert.True(!hasMemory || (met.Repeats > 50 && met.Overridden > 50), met.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Factors_that_move_to_any_state_are_walked_alike(int third)
    {
        var met = new Met();
        for (var seed = 35 * third; seed < 35 * (third + 1); seed++)
        {
            var compiled = ModelCompiler.Compile(RandomNominalModel.Of(seed));
            Agree(new LaneWorld(compiled, Edited(compiled, seed)), compiled.Numbers.StatedPoints(), 150 + seed, $"seed {seed}", met);
        }

        Assert.True(met.Happenings > 1000 && met.Moves > 10000 && met.InForce > 1000, met.ToString());
    }

    [Theory]
    [InlineData("nato-russia-2015", 3)]
    [InlineData("euromissiles-1979", 2)]
    public void Worked_models_are_walked_alike(string name, int draws)
    {
        var model = ModelText.Read(RepositoryRoot.Combine("models", name)).Model!;
        var compiled = ModelCompiler.Compile(model, model.Claims.SelectMany(claim => Detente.Claims.StatementParts.Conditions(claim.Statement)));
        var met = new Met();
        for (var draw = 1UL; draw <= (ulong)draws; draw++)
        {
            var strategies = Enumerable.Range(0, model.Strategies.Length).Where(s => (int)draw != 2 || s % 2 == 0).ToImmutableArray();
            Agree(new LaneWorld(compiled, new PathRules(strategies)), compiled.Numbers.Sample(1, draw), 130, $"draw {draw}", met);
        }

        Assert.True(met.Happenings > 1000 && met.Moves > 1000, met.ToString());
    }

    /// <summary>Rules with all that can be edited, some of it each time.</summary>
    private static PathRules Edited(CompiledModel model, int seed)
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, model.Strategies.Length).ToImmutableArray();
        int Factor() => random.Next(model.Factors.Length);
        var f = Factor();
        return new PathRules(random.Next(5) == 0 ? [] : all, random.Next(12) == 0)
        {
            Held = random.Next(4) == 0 ? [new HeldFactor(f, random.Next(model.Factors[f].States), random.Next(-1, 5))] : [],
            Staged = random.Next(3) == 0 ? [new StagedEvent(random.Next(model.Events.Length), random.Next(2) == 0, random.Next(-1, 6)), new StagedEvent(random.Next(model.Events.Length), true, 3)] : [],
            Dropped = random.Next(6) == 0 ? [random.Next(model.Measures.Length)] : [],
            Later = random.Next(4) == 0 ? new LaterStrategies(random.Next(0, 6), random.Next(2) == 0 ? [] : all) : null,
        };
    }

    private static void Agree(LaneWorld world, double[] values, int count, string where, Met met)
    {
        Assert.True(BlockLanes.Fits(world.Model));
        LaneWalk plain = new ScalarLanes(world);
        LaneWalk together = new BlockLanes(world);
        var parameters = new DrawParameters(world.Model, values);
        for (var first = 0; first <= 64; first += 64)
        {
            var paths = new LanePaths(7, 3, first, first == 0 ? count : 70) { Skipped = first == 0 ? 0 : 5 }; // the second time what is left of the first must not show
            plain.Start(parameters, paths);
            together.Start(parameters, paths);
            for (var step = 0; step < world.Model.StepCount; step++)
            {
                Step(plain, together, $"{where}, paths from {first}, step {step}", met);
            }
        }
    }

    private static void Step(LaneWalk plain, LaneWalk together, string where, Met met)
    {
        var model = plain.Model;
        var before = model.Factors.Select((_, f) => together.States(f).ToArray()).ToArray();
        SameSnapshot(plain, together, where);
        plain.MoveMeasures();
        together.MoveMeasures();
        for (var m = 0; m < model.Measures.Length; m++)
        {
            Same(plain, plain.InForce(m), together.InForce(m), "in force, " + where);
            Same(plain, plain.AgreedNow(m), together.AgreedNow(m), "agreed, " + where);
            Same(plain, plain.AgreedEarly(m), together.AgreedEarly(m), "agreed early, " + where);
            met.InForce += LaneMask.CountBoth(plain.Valid, together.InForce(m));
        }

        SameConditions(plain, together, "after part 1, " + where);
        plain.Happen();
        together.Happen();
        var happenings = together.Happenings.ToArray().OrderBy(happening => happening.Lane).ToArray(); // a stable sort
        Assert.True(plain.Happenings.ToArray().SequenceEqual(happenings), $"Happenings, {where}");
        plain.Move();
        together.Move();
        Assert.True(plain.Overridden == together.Overridden, $"Overridden, {where}");
        SameSnapshot(plain, together, "after " + where);
        met.Happenings += happenings.Length;
        met.Repeats += happenings.Count(happening => happening.Happening.Repeat > 0);
        met.Overridden += together.Overridden;
        for (var f = 0; f < before.Length; f++)
        {
            for (var lane = plain.Paths.Skipped; lane < plain.Paths.Count; lane++)
            {
                met.Moves += together.States(f)[lane] != before[f][lane] ? 1 : 0;
            }
        }
    }

    private static void SameSnapshot(LaneWalk plain, LaneWalk together, string where)
    {
        Assert.True(plain.Step == together.Step && plain.Words == together.Words && plain.IsAtEnd == together.IsAtEnd, $"Step, {where}");
        Same(plain, plain.Valid, together.Valid, "valid, " + where);
        for (var f = 0; f < plain.Model.Factors.Length; f++)
        {
            Assert.True(
                plain.States(f)[plain.Paths.Skipped..plain.Paths.Count].SequenceEqual(together.States(f)[plain.Paths.Skipped..plain.Paths.Count]),
                $"States of {plain.Model.Model.Factors[f].Id}, {where}");
            for (var s = 0; s < plain.Model.Factors[f].States; s++)
            {
                Same(plain, plain.InState(f, s), together.InState(f, s), "in state, " + where);
            }
        }

        var (expected, actual) = (new long[plain.Model.StatesInAll], new long[plain.Model.StatesInAll]);
        plain.AddStates(expected);
        together.AddStates(actual);
        Assert.True(expected.SequenceEqual(actual), $"Counts, {where}");
        SameConditions(plain, together, where);
    }

    private static void SameConditions(LaneWalk plain, LaneWalk together, string where)
    {
        for (var node = 0; node < plain.Model.Conditions.Nodes.Length; node++)
        {
            Same(plain, plain.Holds(node), together.Holds(node), $"node {node} {plain.Model.Conditions.Nodes[node]}, {where}");
        }

        Assert.True(plain.Scenarios[plain.Paths.Skipped..plain.Paths.Count].SequenceEqual(together.Scenarios[plain.Paths.Skipped..plain.Paths.Count]), $"Scenarios, {where}");
        Same(plain, plain.OnlyByPastEvents(), together.OnlyByPastEvents(), "only by past events, " + where);
        for (var scenario = 0; scenario < plain.Model.Model.Scenarios.Length; scenario++)
        {
            Same(plain, plain.InScenario(scenario), together.InScenario(scenario), "in scenario, " + where);
        }
    }

    /// <summary>Sets are the same on the lanes that hold a path.</summary>
    private static void Same(LaneWalk lanes, ReadOnlySpan<ulong> expected, ReadOnlySpan<ulong> actual, string where)
    {
        for (var word = 0; word < expected.Length; word++)
        {
            Assert.True(((expected[word] ^ actual[word]) & lanes.Valid[word]) == 0, $"{where}: word {word} is {actual[word]:x16}, expected {expected[word]:x16}");
        }
    }

    private sealed record Met
    {
        public long Happenings { get; set; }

        public long Repeats { get; set; }

        public long Moves { get; set; }

        public long InForce { get; set; }

        public long Overridden { get; set; }
    }
}
