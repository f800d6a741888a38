using Detente.Models;
using Detente.Studies;
using Detente.Tests.Cib;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Studies;

public sealed class InterventionTests
{
    // Two factors hold each other together, low with low and high with high.
    [Fact]
    public void Holding_a_factor_keeps_what_has_it_there_and_loses_the_rest()
    {
        var model = Model([Factor("a", 2), Factor("b", 2)], Weight(0, 1, 1), Weight(1, 0, 1));
        var result = Run(model, (0, 1));
        Assert.Equal(["1,1"], result.Scenarios.Select(scenario => string.Join(',', scenario.States)));
        Assert.Equal((2, 1, 0), Numbers(result.Change!));
        Assert.Equal("0,0", string.Join(',', Assert.Single(result.Change!.Lost)));
        Assert.Null(Run(model).Change);
    }

    // b turns a away from its last state; held there against it, a lets b be what it could not.
    [Fact]
    public void What_is_consistent_with_the_intervention_only_is_marked()
    {
        var model = Model([Factor("a", 2), Factor("b", 2)], Cells(0, 1, (0, 0, 1), (1, 1, 1)), Cells(1, 0, (0, 0, 1), (1, 0, 1)));
        var result = Run(model, (0, 1));
        Assert.Equal(["1,1"], result.Scenarios.Select(scenario => string.Join(',', scenario.States)));
        Assert.Equal([true], result.Change!.IsNew);
        Assert.Equal((1, 0, 1), Numbers(result.Change));
        Assert.Equal(0, result.Scenarios[0].InconsistencyHundredths);
    }

    // c has an initial state and nothing influences it: it is held there, until it is held elsewhere.
    [Fact]
    public void A_factor_that_nothing_influences_can_be_held_elsewhere()
    {
        var model = Model([Factor("c", 2, initial: 0), Factor("b", 2)], Cells(0, 1, (0, 0, 1), (1, 1, 1)));
        var result = Run(model, (0, 1));
        Assert.Equal(["1,1"], result.Scenarios.Select(scenario => string.Join(',', scenario.States)));
        Assert.Equal([true], result.Change!.IsNew);
        Assert.Equal((1, 0, 1), Numbers(result.Change));
        Assert.Empty(result.HeldFactors);
    }

    [Fact]
    public void The_sets_are_those_that_trying_everything_gives()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var model = RandomModel.WithBarriers(seed);
            var random = new Random(seed);
            var factor = random.Next(model.Factors.Length);
            var state = random.Next(model.Factors[factor].States.Length);
            List<string> Consistent(bool isHeld) =>
            [
                .. from x in BruteForce.Configurations(isHeld ? model with { Factors = model.Factors.SetItem(factor, model.Factors[factor] with { Initial = null }) } : model, free: false)
                   where !BruteForce.IsBarred(model, x) && (!isHeld || x[factor] == state)
                       && BruteForce.ConsistencyValue(BruteForce.Balance(model, x), x, f => !isHeld || f != factor) >= 0
                   select string.Join(',', x),
            ];
            var (before, with) = (Consistent(false), Consistent(true));
            var result = Run(model, (factor, state));
            Assert.Equal(with, result.Scenarios.Select(scenario => string.Join(',', scenario.States)));
            Assert.Equal((before.Count, before.Intersect(with).Count(), with.Except(before).Count()), Numbers(result.Change!));
            Assert.Equal(before.Except(with), result.Change!.Lost.Select(x => string.Join(',', x)));
            Assert.Equal(with.Select(x => !before.Contains(x)), result.Change.IsNew);
        }
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 2)]
    [InlineData(-1, 0)]
    public void A_hold_that_is_not_in_the_model_is_refused(int factor, int state) =>
        Assert.Throws<ArgumentException>(() => Run(Model([Factor("a", 2), Factor("b", 2)]), (factor, state)));

    private static (int Before, int Stay, int New) Numbers(InterventionChange change) => ((int)change.Before, (int)change.Stay, (int)change.New);

    private static ScenariosResult Run(Model model, params (int Factor, int State)[] holds) => ScenariosRun.Run(
        new ScenariosStudy(model, new StudyOptions()) { Holds = [.. holds.Select(hold => new HeldState(new FactorId(hold.Factor), hold.State))] },
        new string('0', 64),
        null,
        CancellationToken.None);
}
