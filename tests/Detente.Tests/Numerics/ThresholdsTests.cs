using Detente.Numerics;

namespace Detente.Tests.Numerics;

/// <summary>Nothing possible becomes impossible, nothing uncertain certain, and the error is bounded.</summary>
public sealed class ThresholdsTests
{
    [Theory]
    [InlineData(0, 16, 0)]
    [InlineData(-1, 16, 0)]
    [InlineData(1, 16, 65536)]
    [InlineData(2, 16, 65536)]
    [InlineData(1e-300, 16, 1)]
    [InlineData(0.9999999999, 16, 65535)]
    [InlineData(0.5, 16, 32768)]
    [InlineData(1e-300, 32, 1)]
    [InlineData(0.25, 32, 1073741824)]
    public void A_probability_has_its_threshold(double p, int bits, long expected) => Assert.Equal(expected, Thresholds.Of(p, bits));

    [Fact]
    public void The_error_is_half_a_part()
    {
        for (var p = 0.00001; p < 0.9999; p += 0.000137)
        {
            Assert.InRange((Thresholds.Of(p, 16) / 65536.0) - p, -0.5 / 65536, 0.5 / 65536);
        }
    }

    [Fact]
    public void Every_possible_alternative_gets_a_part_and_no_other()
    {
        double[] weights = [0, 1, 1e-30, 0, 5, 1e-12, 0];
        var cumulative = new long[weights.Length];
        Assert.True(Thresholds.Cumulate(weights, 16, cumulative));
        var parts = cumulative.Select((value, i) => value - (i == 0 ? 0 : cumulative[i - 1])).ToArray();
        Assert.Equal([0, 10923, 1, 0, 54611, 1, 0], parts);
        Assert.Equal(65536, cumulative[^1]);
    }

    [Fact]
    public void Without_a_possible_alternative_there_is_none() => Assert.False(Thresholds.Cumulate([0, 0], 16, new long[2]));

    [Fact]
    public void The_first_alternative_above_the_number_is_picked()
    {
        long[] cumulative = [0, 10, 10, 65536];
        Assert.Equal([1, 1, 3, 3], ((long[])[0, 9, 10, 65535]).Select(number => Thresholds.Pick(cumulative, number)));
    }
}
