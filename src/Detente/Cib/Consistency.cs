namespace Detente.Cib;

/// <summary>What the scores of a configuration say about it, in hundredths of a point (Weimer-Jehle 2006).</summary>
/// <param name="Value">
/// Consistency value: the least lead of an own score over the best rival's. A factor with one state has no rival and sets no bound;
/// where every factor has one state the value is 0.
/// </param>
/// <param name="TotalImpact">Sum of own scores.</param>
internal readonly record struct Consistency(int Value, long TotalImpact)
{
    /// <summary>How far the worst placed factor is behind: 0 or more.</summary>
    public int Inconsistency => Math.Max(0, -Value);

    /// <summary>Reads the scores of a configuration.</summary>
    /// <param name="matrix">What it was scored with.</param>
    /// <param name="x">One state per factor.</param>
    /// <param name="scores">Its scores.</param>
    /// <param name="isExempt">By factor whether its balance is not asked, so that it sets no bound; empty: all are asked.</param>
    public static Consistency Of(BalanceMatrix matrix, ReadOnlySpan<int> x, ReadOnlySpan<int> scores, ReadOnlySpan<bool> isExempt = default)
    {
        var value = int.MaxValue;
        long total = 0;
        for (var factor = 0; factor < x.Length; factor++)
        {
            var own = scores.Slice(matrix.Offsets[factor], matrix.States[factor]);
            total += own[x[factor]];
            if (own.Length > 1 && (isExempt.IsEmpty || !isExempt[factor]))
            {
                value = Math.Min(value, own[x[factor]] - own[BestRival(own, x[factor])]);
            }
        }

        return new Consistency(value == int.MaxValue ? 0 : value, total);
    }

    /// <summary>The highest scoring other state, the first on a tie; -1 when there is no other.</summary>
    /// <param name="scores">The scores of a factor's states.</param>
    /// <param name="state">Its state.</param>
    public static int BestRival(ReadOnlySpan<int> scores, int state)
    {
        var best = -1;
        for (var rival = 0; rival < scores.Length; rival++)
        {
            if (rival != state && (best < 0 || scores[rival] > scores[best]))
            {
                best = rival;
            }
        }

        return best;
    }
}
