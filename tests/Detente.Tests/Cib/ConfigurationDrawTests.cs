using Detente.Cib;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Cib;

public sealed class ConfigurationDrawTests
{
    // Chi-square with 71 degrees of freedom: above 125 once in ten thousand times.
    [Fact]
    public void All_configurations_are_drawn_equally_often()
    {
        var space = ConfigurationSpace.Of(Three, free: true);
        var draw = new ConfigurationDraw(space, 1);
        var counts = new double[72];
        var x = new int[3];
        for (var number = 0; number < 72_000; number++)
        {
            draw.Draw(number, x);
            counts[space.Index(x)]++;
        }

        Assert.InRange(counts.Sum(count => (count - 1_000) * (count - 1_000) / 1_000), 40, 125);
    }

    [Fact]
    public void Held_factors_stand_in_their_states()
    {
        var draw = new ConfigurationDraw(ConfigurationSpace.Of(Three, free: true).Holding([(1, 5)]), 1);
        var x = new int[3];
        Assert.All(Enumerable.Range(0, 100), number =>
        {
            draw.Draw(number, x);
            Assert.Equal(5, x[1]);
        });
    }

    // Keyed by name: another factor's state is the same whether or not one is held, and in whichever order they stand.
    [Fact]
    public void A_factor_keeps_its_numbers_when_others_come_go_or_move()
    {
        var turned = Three with { Factors = [Three.Factors[2], Three.Factors[0]] };
        var (one, other) = (new ConfigurationDraw(ConfigurationSpace.Of(Three, free: true), 3), new ConfigurationDraw(ConfigurationSpace.Of(turned, free: true), 3));
        var (x, y) = (new int[3], new int[2]);
        for (var number = 0; number < 100; number++)
        {
            one.Draw(number, x);
            other.Draw(number, y);
            Assert.Equal((x[2], x[0]), (y[0], y[1]));
        }
    }

    private static Model Three => Model([Factor("a", 3), Factor("b", 6), Factor("c", 4)]);
}
