namespace Detente.Studies;

/// <summary>Sums over paths that a ratio is made of; x stands above, y below.</summary>
/// <param name="X">Sum of x.</param>
/// <param name="Y">Sum of y.</param>
/// <param name="XX">Sum of x².</param>
/// <param name="XY">Sum of xy.</param>
/// <param name="YY">Sum of y².</param>
internal readonly record struct RatioSums(long X, long Y, long XX, long XY, long YY);

/// <summary>Figures that are a sum over another one: rates per time spent somewhere, means over stays, shares of those that met a condition.</summary>
/// <remarks>
/// r = ΣX/ΣY over all draws; with residuals d = X - rY of G groups the squared error is G/(G-1) Σd²/(ΣY)² (W. G. Cochran, Sampling Techniques, 1977,
/// section 6.3, groups as clusters). Groups are the draws of the judgements; with one draw its paths. Residuals are made of whole numbers, so what is
/// equal in all groups has an error of exactly 0. There is no band: it would need a ratio in every draw.
/// </remarks>
internal static class Ratio
{
    /// <summary>The ratio with its error; null when nothing stands below.</summary>
    /// <param name="draws">By draw the sums.</param>
    /// <param name="paths">Paths per draw; 2 or more.</param>
    /// <param name="scale">What the ratio is multiplied by.</param>
    public static Figure? Of(ReadOnlySpan<RatioSums> draws, int paths, double scale = 1)
    {
        Int128 above = 0, below = 0;
        foreach (var draw in draws)
        {
            above += draw.X;
            below += draw.Y;
        }

        if (below == 0)
        {
            return null;
        }

        var all = (double)below;
        var squares = draws.Length == 1 ? OfPaths(draws[0]) : OfDraws(draws, above, below);
        double groups = draws.Length == 1 ? paths : draws.Length;
        var error = Math.Sqrt(Math.Max(0, squares) * groups / (groups - 1)) / all;
        return new Figure(scale * ((double)above / all), scale * error, null, null, default);
    }

    private static double OfDraws(ReadOnlySpan<RatioSums> draws, Int128 above, Int128 below)
    {
        var sum = 0.0;
        foreach (var draw in draws)
        {
            var residual = (double)((draw.X * below) - (above * draw.Y)) / (double)below;
            sum += residual * residual;
        }

        return sum;
    }

    private static double OfPaths(RatioSums sums)
    {
        Int128 x = sums.X, y = sums.Y;
        return (double)((y * y * sums.XX) - (2 * x * y * sums.XY) + (x * x * sums.YY)) / (double)y / (double)y;
    }
}
