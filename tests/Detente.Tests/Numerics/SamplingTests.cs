using Detente.Numerics;

namespace Detente.Tests.Numerics;

/// <summary>Triangular values and quantiles of samples.</summary>
public sealed class SamplingTests
{
    [Theory]
    [InlineData(0.0, 1)] // the ends
    [InlineData(1.0, 5)]
    [InlineData(0.25, 2)] // the mode of (1, 2, 5) has a quarter below it
    [InlineData(0.0625, 1.5)] // area of the left part: (x - 1)^2 / 4
    [InlineData(0.8125, 3.5)] // area of the right part: (5 - x)^2 / 12
    public void A_triangular_quantile_is_known(double u, double expected) => Assert.Equal(expected, Triangular.Quantile(1, 2, 5, u), 1e-15);

    [Fact]
    public void A_point_has_one_value() => Assert.Equal(3, Triangular.Quantile(3, 3, 3, 0.7));

    [Fact]
    public void A_mode_at_an_end_is_allowed()
    {
        Assert.Equal(0.5, Triangular.Quantile(0, 0, 1, 0.75), 1e-15);
        Assert.Equal(0.5, Triangular.Quantile(0, 1, 1, 0.25), 1e-15);
    }

    // R: quantile(c(1, 2, 4, 8), c(0, .05, .5, .9, 1), type = 7)
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.05, 1.15)]
    [InlineData(0.5, 3)]
    [InlineData(0.9, 6.8)]
    [InlineData(1, 8)]
    public void Quantiles_are_of_type_7(double p, double expected) => Assert.Equal(expected, Quantiles.Type7([1, 2, 4, 8], p), 1e-12);
}
