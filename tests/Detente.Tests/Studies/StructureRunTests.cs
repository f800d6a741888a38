using Detente.Models;
using Detente.Studies;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Studies;

public sealed class StructureRunTests
{
    [Fact]
    public void Influence_and_dependence_are_sums_of_strengths()
    {
        var summary = StructureRun.Run(Model([Factor("a", 2), Factor("b", 2), Factor("c", 2)], Weight(0, 1, 1), Weight(0, 2, -2), Weight(1, 2, 0.5)), CancellationToken.None);
        Assert.Equal([1, 2, 0.5], summary.Strengths);
        Assert.Equal(
            [new FactorRole(new FactorId(0), 3, 0), new FactorRole(new FactorId(1), 0.5, 1), new FactorRole(new FactorId(2), 0, 2.5)],
            summary.Factors);
        Assert.Empty(summary.ImageLoops);
        Assert.Equal(8, summary.LoopsSearchedToLength);
    }

    [Fact]
    public void Loops_of_images_are_reported_by_their_factors()
    {
        Factor Image(string id, int of) => Factor(id, 3) with { Image = new ImageOf(new FactorId(of), new ActorId(0), true) };
        var model = Model(
            [Factor("a", 3), Factor("b", 3), Image("a-seen", 0), Image("b-seen", 1)],
            Weight(0, 2, 1),
            Weight(2, 1, 1),
            Weight(1, 3, 1),
            Weight(3, 0, 1));
        var loop = Assert.Single(StructureRun.Run(model, CancellationToken.None).ImageLoops);
        Assert.Equal([2, 1, 3, 0], loop.Factors.Select(factor => factor.Index));
        Assert.True(loop.IsReinforcing);
        Assert.Equal(1, loop.Strength);
    }
}
