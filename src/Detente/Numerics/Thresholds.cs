namespace Detente.Numerics;

/// <summary>Probabilities as whole numbers: an event of probability p happens when a number of k bits is below its threshold.</summary>
/// <remarks>
/// What is possible (p above 0) gets at least one part, what is not certain (p below 1) leaves at least one, 0 never happens and 1 always.
/// Otherwise the nearest part, half upward; error at most 2^-(k+1), or 2^-k where possibility is kept. Pure functions.
/// </remarks>
internal static class Thresholds
{
    /// <summary>Bits for events, outcomes, chances and uptake.</summary>
    public const int EventBits = 32;

    /// <summary>Bits for directions, reconsiderations and choices of states.</summary>
    public const int StateBits = 16;

    /// <summary>The threshold of a probability.</summary>
    /// <param name="probability">Below 0 counts as 0, above 1 as 1.</param>
    /// <param name="bits"><see cref="EventBits"/> or <see cref="StateBits"/>.</param>
    /// <returns>0 to 2^bits, both included.</returns>
    public static long Of(double probability, int bits)
    {
        var whole = 1L << bits;
        if (!(probability > 0))
        {
            return 0;
        }

        return probability >= 1 ? whole : Math.Clamp((long)((probability * whole) + 0.5), 1, whole - 1);
    }

    /// <summary>Shares of several exclusive alternatives, as cumulative thresholds: the first one above the number is taken.</summary>
    /// <param name="weights">0 or more each, finite; not normalised. A positive one gets at least one part.</param>
    /// <param name="bits">Bits of the number.</param>
    /// <param name="cumulative">Filled with the thresholds, as many as weights; the last positive one and all after it are 2^bits.</param>
    /// <returns>False when all weights are 0: then nothing can be taken and all thresholds are 0.</returns>
    public static bool Cumulate(ReadOnlySpan<double> weights, int bits, Span<long> cumulative)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var whole = 1L << bits;
        var (sum, largest) = (0L, 0);
        for (var i = 0; i < weights.Length; i++)
        {
            cumulative[i] = weights[i] > 0 ? Math.Max(1, (long)((weights[i] / total * whole) + 0.5)) : 0;
            sum += cumulative[i];
            largest = cumulative[i] > cumulative[largest] ? i : largest;
        }

        if (sum == 0)
        {
            return false;
        }

        cumulative[largest] += whole - sum; // the remainder of rounding goes where it matters least
        for (var i = 1; i < weights.Length; i++)
        {
            cumulative[i] += cumulative[i - 1];
        }

        return true;
    }

    /// <summary>The first alternative whose cumulative threshold is above a number.</summary>
    /// <param name="cumulative">See <see cref="Cumulate"/>.</param>
    /// <param name="number">Below the last threshold.</param>
    public static int Pick(ReadOnlySpan<long> cumulative, long number)
    {
        var i = 0;
        while (number >= cumulative[i])
        {
            i++;
        }

        return i;
    }
}
