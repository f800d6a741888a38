namespace Detente.Studies;

/// <summary>Sums over the paths of a draw of two numbers a and b per path, of their squares and of their product.</summary>
/// <param name="A">Sum of a.</param>
/// <param name="B">Sum of b.</param>
/// <param name="Aa">Sum of a².</param>
/// <param name="Ab">Sum of ab.</param>
/// <param name="Bb">Sum of b².</param>
internal readonly record struct RatioSums(long A, long B, long Aa, long Ab, long Bb);

/// <summary>Shares of something of which there is not the same number on every path, such as chains.</summary>
internal static class Ratios
{
    /// <summary>The sum of a over the sum of b, all draws together. Without a band.</summary>
    /// <remarks>Error: that of the mean of a - Rb over the mean of b (W. G. Cochran, Sampling Techniques, 1977, chapter 6).</remarks>
    /// <param name="draws">By draw; one or more.</param>
    /// <param name="paths">Paths per draw; 2 or more.</param>
    /// <returns>Null when all b are 0.</returns>
    public static Figure? Of(ReadOnlySpan<RatioSums> draws, int paths)
    {
        var (a, b) = (0L, 0L);
        foreach (var draw in draws)
        {
            (a, b) = (a + draw.A, b + draw.B);
        }

        if (b == 0)
        {
            return null;
        }

        var ratio = (double)a / b;
        var (values, errors) = (new double[draws.Length], new double[draws.Length]);
        for (var m = 0; m < draws.Length; m++)
        {
            var sum = draws[m].A - (ratio * draws[m].B);
            var squares = draws[m].Aa - (2 * ratio * draws[m].Ab) + (ratio * ratio * draws[m].Bb);
            values[m] = sum / paths;
            errors[m] = Math.Max(0, squares - (sum * sum / paths)) / (paths - 1.0) / paths;
        }

        var perPath = (double)b / paths / draws.Length;
        return new Figure(ratio, TwoUncertainties.Of(values, errors, paths).StandardError / perPath, null, null, default);
    }
}
