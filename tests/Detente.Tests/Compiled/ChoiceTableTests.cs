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
        Assert.Equal(1, new ChoiceTable(1.4).Weight(1_000_000, 4));
        Assert.Equal((16383, 8192), (new ChoiceTable(Math.Log(2)).Weight(0, 4), new ChoiceTable(Math.Log(2)).Weight(100, 4))); // 65,535 over 4, half of it
    }

    [Fact]
    public void Infinite_decisiveness_is_certain_but_for_ties()
    {
        var table = new ChoiceTable(double.PositiveInfinity);
        Assert.Equal([0, 32768, 65536], ((int[])[-1, 0, 1]).Select(table.Neighbour));
        Assert.Equal([65_535, 0], ((int[])[0, 1]).Select(lag => table.Weight(lag, 5)));
    }

    // What numbers make of the weights: every state is met, and shares are off by little. With n <= 4 states a weight is rounded by a half, or raised to 1,
    // of 65,535 / n: n (n - 1) parts of 65,536 and one for the number; with more states a part for each and one.
    [Theory]
    [InlineData(0.35)]
    [InlineData(0.6931471805599453)]
    [InlineData(1.4)]
    public void Shares_of_several_states_are_close_and_none_is_0(double decisiveness)
    {
        var table = new ChoiceTable(decisiveness);
        var random = new Random(1);
        for (var states = 2; states <= 99; states += states < 8 ? 1 : 13)
        {
            for (var trial = 0; trial < 200; trial++)
            {
                int[] lags = [0, .. Enumerable.Range(1, states - 1).Select(_ => random.Next(0, 1 << random.Next(1, 14)))];
                long[] weights = [.. lags.Select(lag => (long)table.Weight(lag, states))];
                var (sum, all, below, bits) = (weights.Sum(), lags.Sum(lag => Math.Exp(-decisiveness * lag / 100)), 0L, ChoiceTable.Bits(states));
                var most = states <= 4 ? (states * (states - 1)) + 1 : states + 1;
                Assert.True(sum < 1L << bits);
                for (var state = 0; state < states; state++)
                {
                    var first = FirstAtOrAbove(below, sum, bits);
                    below += weights[state];
                    var count = FirstAtOrAbove(below, sum, bits) - first;
                    Assert.True(count > 0);
                    Assert.InRange((count * 65_536.0 / (1L << bits)) - (65_536 * Math.Exp(-decisiveness * lags[state] / 100) / all), -most, most);
                }
            }
        }
    }

    /// <summary>By bisection: the first number whose place is not below.</summary>
    private static long FirstAtOrAbove(long below, long sum, int bits)
    {
        var (low, high) = (0L, 1L << bits);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = (middle * sum) >> bits >= below ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
