namespace Detente.Numerics;

/// <summary>Exponential and logarithm from additions, multiplications, divisions and square roots only, so that they give the same bits on every machine.</summary>
/// <remarks>
/// IEEE 754 fixes those operations to the last bit, but not what a mathematical library makes of exp and log.
/// Relative error below 1e-15 (log near 1: absolute error below 1e-16 of the argument's distance from 1). Arguments are reduced as in
/// W. J. Cody and W. Waite, Software Manual for the Elementary Functions (1980); then Taylor's series, so long that its rest is below 1e-17.
/// </remarks>
internal static class Elementary
{
    /// <summary>The natural logarithm of 2.</summary>
    public const double LogOf2 = 0.69314718055994530942;

    // ln 2 in two parts; the first has 32 trailing zero bits, so its product with a small whole number is exact.
    private const double LogOf2High = 6.93147180369123816490e-01;
    private const double LogOf2Low = 1.90821492927058770002e-10;
    private const double InverseLogOf2 = 1.44269504088896338700;
    private const int ExpTerms = 14;
    private const int LogTerms = 12;

    /// <summary>e to the power x; 0 below -745, infinite above 709.78.</summary>
    /// <param name="x">Any number; not a number gives the same.</param>
    public static double Exp(double x)
    {
        if (double.IsNaN(x) || x > 709.78)
        {
            return double.IsNaN(x) ? x : double.PositiveInfinity;
        }

        if (x < -745)
        {
            return 0;
        }

        var k = (int)Math.Floor((x * InverseLogOf2) + 0.5);
        var rest = x - (k * LogOf2High) - (k * LogOf2Low);
        var sum = 1.0;
        for (var n = ExpTerms; n > 0; n--)
        {
            sum = 1 + (sum * rest / n);
        }

        return Math.Abs(k) > 1000
            ? sum * PowerOf2(k - (Math.Sign(k) * 1000)) * PowerOf2(Math.Sign(k) * 1000) // in two parts at the ends of the range
            : sum * PowerOf2(k);
    }

    /// <summary>1 - exp(-x): the probability that something of rate x happens at least once. Exact to the last digits for small x.</summary>
    /// <param name="x">0 or more; infinite gives 1.</param>
    public static double OneMinusExpOfMinus(double x)
    {
        if (!(x < 0.25))
        {
            return 1 - Exp(-x);
        }

        var sum = 1.0; // x (1 - x/2 (1 - x/3 (1 - ...)))
        for (var n = ExpTerms; n > 1; n--)
        {
            sum = 1 - (x / n * sum);
        }

        return x * sum;
    }

    /// <summary>The natural logarithm.</summary>
    /// <param name="x">0 gives minus infinity; below 0: not a number.</param>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var shift = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984; // 2^54: out of the numbers with fewer digits
            shift = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        var k = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            k++;
        }

        k += shift;
        return (k * LogOf2High) + (LogNear1(mantissa - 1) + (k * LogOf2Low));
    }

    /// <summary>The probability that something of probability p happens, under a multiplier m of its odds of staying away: 1 - (1-p)^m.</summary>
    /// <param name="p">0 to 1.</param>
    /// <param name="m">0 or more; 0 gives 0.</param>
    public static double Multiplied(double p, double m)
    {
        if (m == 1 || p <= 0)
        {
            return Math.Max(0, p);
        }

        if (m <= 0)
        {
            return 0;
        }

        return p >= 1 ? 1 : OneMinusExpOfMinus(-m * (p < 0.25 ? LogNear1(-p) : Log(1 - p)));
    }

    /// <summary>log(1 + f) for |f| below 0.42, through 2 artanh(f / (2 + f)).</summary>
    private static double LogNear1(double f)
    {
        var s = f / (2 + f);
        var square = s * s;
        var sum = 0.0;
        for (var n = LogTerms; n > 0; n--)
        {
            sum = (sum * square) + (1.0 / ((2 * n) + 1)); // from the smallest term
        }

        return (2 * s) + (2 * s * square * sum);
    }

    private static double PowerOf2(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
