using Detente.Numerics;

namespace Detente.Tests.Numerics;

/// <summary>The own elementary functions against those of the platform, which are good to a unit in the last place on every machine in use.</summary>
public sealed class ElementaryTests
{
    [Fact]
    public void Exp_is_that_of_the_platform()
    {
        for (var x = -700.0; x <= 700; x += 0.01037)
        {
            Near(Math.Exp(x), Elementary.Exp(x));
        }
    }

    [Fact]
    public void Exp_has_its_limits()
    {
        Assert.Equal(1, Elementary.Exp(0));
        Assert.Equal(0, Elementary.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Elementary.Exp(710));
        Assert.Equal(double.NaN, Elementary.Exp(double.NaN));
        Assert.Equal(Math.Exp(-740), Elementary.Exp(-740), 1e-322);
        Near(Math.Exp(709.7), Elementary.Exp(709.7));
    }

    [Fact]
    public void Log_is_that_of_the_platform()
    {
        for (var x = 1e-300; x < 1e300; x *= 1.137)
        {
            Near(Math.Log(x), Elementary.Log(x));
        }

        for (var x = 0.5; x < 2; x += 0.00037)
        {
            Near(Math.Log(x), Elementary.Log(x));
        }

        Near(Math.Log(5e-320), Elementary.Log(5e-320));
        Assert.Equal(0, Elementary.Log(1));
        Assert.Equal(double.NegativeInfinity, Elementary.Log(0));
        Assert.Equal(double.NaN, Elementary.Log(-1));
    }

    [Fact]
    public void One_minus_exp_keeps_its_digits_for_small_rates()
    {
        for (var x = 1e-12; x < 40; x *= 1.21)
        {
            var series = x < 1e-5 ? x - (x * x / 2) + (x * x * x / 6) : 1 - Math.Exp(-x);
            Assert.Equal(series, Elementary.OneMinusExpOfMinus(x), x < 1e-5 ? 1e-14 * x : 2e-16);
        }

        Assert.Equal(0, Elementary.OneMinusExpOfMinus(0));
        Assert.Equal(1, Elementary.OneMinusExpOfMinus(double.PositiveInfinity));
    }

    [Theory]
    [InlineData(0.3, 2, 0.51)] // 1 - 0.7^2
    [InlineData(0.3, 1, 0.3)]
    [InlineData(0.75, 0.5, 0.5)] // 1 - sqrt(0.25)
    [InlineData(0.3, 0, 0)]
    [InlineData(1, 0.5, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(0, 5, 0)]
    public void A_multiplied_probability_is_one_minus_the_power(double p, double m, double expected) =>
        Assert.Equal(expected, Elementary.Multiplied(p, m), 1e-15);

    [Fact]
    public void A_multiplied_probability_is_that_of_the_platform()
    {
        for (var p = 0.001; p < 1; p += 0.0173)
        {
            for (var m = 0.05; m < 10; m *= 1.5)
            {
                Assert.Equal(1 - Math.Pow(1 - p, m), Elementary.Multiplied(p, m), 1e-15);
            }
        }
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-15 * Math.Abs(expected));
}
