using Detente.Numerics;

namespace Detente.Studies;

/// <summary>Tells the chance within a draw of the judgements from the spread between draws.</summary>
/// <remarks>
/// p_m is the figure in draw m of M, with N paths each and s²_m the sample variance within the draw. Mean: average of p_m, with standard error
/// sd(p_m)/sqrt(M). Chance: mean of s²_m/N; spread of the judgements: max(0, var(p_m) - chance). The band is that of the p_m shrunk about the mean
/// by sqrt(spread/var(p_m)). With one draw: no band, error sqrt(s²/N). Source of the decomposition: the random-effects analysis of variance.
/// </remarks>
internal static class TwoUncertainties
{
    private const double LargestShareOfChance = 0.2;
    private const double LeastShareOfSpread = 1e-9; // below it the difference of two sums is rounding, not spread
    private const double Lower = 0.05;
    private const double Upper = 0.95;

    /// <summary>A figure from shares of paths.</summary>
    /// <param name="counts">By draw, how many of its paths.</param>
    /// <param name="paths">Paths per draw; 2 or more.</param>
    public static Figure OfShare(ReadOnlySpan<int> counts, int paths)
    {
        var (values, errors) = (new double[counts.Length], new double[counts.Length]);
        for (var m = 0; m < counts.Length; m++)
        {
            values[m] = (double)counts[m] / paths;
            errors[m] = values[m] * (1 - values[m]) / (paths - 1);
        }

        return Of(values, errors, paths);
    }

    /// <summary>A figure from numbers per path.</summary>
    /// <param name="sums">By draw, the sum over its paths.</param>
    /// <param name="squares">By draw, the sum of squares.</param>
    /// <param name="paths">Paths per draw; 2 or more.</param>
    /// <param name="scale">What the numbers are multiplied by.</param>
    public static Figure OfNumber(ReadOnlySpan<long> sums, ReadOnlySpan<long> squares, int paths, double scale = 1)
    {
        var (values, errors) = (new double[sums.Length], new double[sums.Length]);
        for (var m = 0; m < sums.Length; m++)
        {
            var mean = (double)sums[m] / paths;
            values[m] = mean * scale;
            errors[m] = Math.Max(0, squares[m] - (mean * sums[m])) / (paths - 1.0) / paths * scale * scale;
        }

        return Of(values, errors, paths);
    }

    /// <summary>A figure from its values in the draws.</summary>
    /// <param name="values">p_m; one or more.</param>
    /// <param name="errors">s²_m/N.</param>
    /// <param name="paths">N.</param>
    public static Figure Of(ReadOnlySpan<double> values, ReadOnlySpan<double> errors, int paths)
    {
        var mean = Mean(values);
        if (values.Length == 1)
        {
            return new Figure(mean, Math.Sqrt(errors[0]), null, null, default);
        }

        var variance = 0.0;
        foreach (var value in values)
        {
            variance += (value - mean) * (value - mean);
        }

        variance /= values.Length - 1;
        var error = Math.Sqrt(variance / values.Length);
        var chance = Mean(errors);
        var spread = Math.Max(0, variance - chance);
        if (spread <= LeastShareOfSpread * variance)
        {
            return new Figure(mean, error, mean, mean, new SpreadNote(SpreadKind.NoneFound, 0));
        }

        var shrink = Math.Sqrt(spread / variance);
        var shrunk = new double[values.Length];
        for (var m = 0; m < values.Length; m++)
        {
            shrunk[m] = mean + ((values[m] - mean) * shrink);
        }

        Array.Sort(shrunk);
        var note = chance > LargestShareOfChance * variance
            ? new SpreadNote(SpreadKind.MorePathsNeeded, (long)Math.Ceiling(paths * chance / (0.25 * spread)))
            : default;
        return new Figure(mean, error, Quantiles.Type7(shrunk, Lower), Quantiles.Type7(shrunk, Upper), note);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
