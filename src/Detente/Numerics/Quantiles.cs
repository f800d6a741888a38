namespace Detente.Numerics;

/// <summary>Quantiles of a sample.</summary>
internal static class Quantiles
{
    /// <summary>The quantile of type 7: linear between the order statistics around (n - 1) p. Source: R. J. Hyndman and Y. Fan (1996).</summary>
    /// <param name="sorted">One or more values, ascending.</param>
    /// <param name="p">0 to 1.</param>
    public static double Type7(ReadOnlySpan<double> sorted, double p)
    {
        var position = (sorted.Length - 1) * p;
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
