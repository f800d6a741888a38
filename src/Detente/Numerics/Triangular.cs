namespace Detente.Numerics;

/// <summary>The triangular distribution with a low end, a mode and a high end.</summary>
internal static class Triangular
{
    /// <summary>The value below which the share u of the distribution lies. Square roots only, so the same bits on every machine.</summary>
    /// <param name="low">Low end.</param>
    /// <param name="mode">Mode; between the ends.</param>
    /// <param name="high">High end; equal to the low one for a point.</param>
    /// <param name="u">0 to 1.</param>
    public static double Quantile(double low, double mode, double high, double u)
    {
        var width = high - low;
        if (!(width > 0))
        {
            return mode;
        }

        var left = (mode - low) / width;
        var value = u < left
            ? low + Math.Sqrt(u * width * (mode - low))
            : high - Math.Sqrt((1 - u) * width * (high - mode));
        return Math.Clamp(value, low, high);
    }
}
