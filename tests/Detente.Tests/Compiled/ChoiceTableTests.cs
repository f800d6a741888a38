using Detente.Compiled;

namespace Detente.Tests.Compiled;

/// <summary>Quantised choices against the exact formula.</summary>
public sealed class ChoiceTableTests
{
    [Theory]
    [InlineData(0.35)]
    [InlineData(0.6931471805599453)]
    [InlineData(1.4)]
    public void The_error_is_half_a_part_where_both_states_are_possible(double decisiveness)
    {
        var table = new ChoiceTable(decisiveness);
        for (var lead = -9000; lead <= 9000; lead += 7)
        {
            var exact = 1 / (1 + Math.Exp(-decisiveness * lead / 100));
            var threshold = table.Neighbour(lead);
            Assert.InRange(threshold, 1, 65535);
            Assert.InRange((threshold / 65536.0) - exact, -1.0 / 65536, 1.0 / 65536);
            Assert.Equal(65536, threshold + table.Neighbour(-lead));
            Assert.Equal(threshold, table.Neighbour(lead)); // from the table as computed
        }
    }

    [Fact]
    public void A_point_more_doubles_the_odds() => Assert.Equal(43691, new ChoiceTable(Math.Log(2)).Neighbour(100)); // two thirds of 65,536

    [Fact]
    public void No_possible_state_has_weight_0()
    {
        Assert.True(new ChoiceTable(1.4).Weight(1_000_000) > 0);
        Assert.Equal(0.5, new ChoiceTable(Math.Log(2)).Weight(100), 1e-15);
    }

    [Fact]
    public void Infinite_decisiveness_is_certain_but_for_ties()
    {
        var table = new ChoiceTable(double.PositiveInfinity);
        Assert.Equal([0, 32768, 65536], ((int[])[-1, 0, 1]).Select(table.Neighbour));
        Assert.Equal([1, 0], ((int[])[0, 1]).Select(table.Weight));
    }
}
