namespace Detente.Cib;

/// <summary>Which factors move, and how far, in one step of succession (Weimer-Jehle 2006).</summary>
public enum SuccessionRule
{
    /// <summary>All at once, each to its best state.</summary>
    Global,

    /// <summary>The most inconsistent factor, the first on a tie, to its best state.</summary>
    Local,

    /// <summary>One sweep in declaration order, each to its best state after the earlier moves; also called adiabatic.</summary>
    Sequential,

    /// <summary>All at once, each one state nearer to its best one.</summary>
    Incremental,
}

/// <summary>One step of succession. The best state is the present one if no other scores higher, else the first of the highest.</summary>
internal static class Succession
{
    /// <summary>Takes one step.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="matrix">The impacts.</param>
    /// <param name="x">One state per factor.</param>
    /// <param name="scores">The scores of <paramref name="x"/>; overwritten under <see cref="SuccessionRule.Sequential"/>.</param>
    /// <param name="next">Takes the next configuration.</param>
    public static void Step(SuccessionRule rule, BalanceMatrix matrix, ReadOnlySpan<int> x, Span<int> scores, Span<int> next)
    {
        x.CopyTo(next);
        switch (rule)
        {
            case SuccessionRule.Local:
                MoveMostInconsistent(matrix, x, scores, next);
                break;
            case SuccessionRule.Sequential:
                for (var factor = 0; factor < next.Length; factor++)
                {
                    var best = Best(matrix, next, scores, factor);
                    if (best != next[factor])
                    {
                        next[factor] = best;
                        matrix.Score(next, scores);
                    }
                }

                break;
            default:
                for (var factor = 0; factor < next.Length; factor++)
                {
                    var best = Best(matrix, x, scores, factor);
                    next[factor] = rule == SuccessionRule.Global ? best : x[factor] + Math.Sign(best - x[factor]);
                }

                break;
        }
    }

    private static void MoveMostInconsistent(BalanceMatrix matrix, ReadOnlySpan<int> x, ReadOnlySpan<int> scores, Span<int> next)
    {
        var (most, mover, target) = (0, -1, 0);
        for (var factor = 0; factor < x.Length; factor++)
        {
            var best = Best(matrix, x, scores, factor);
            var behind = scores[matrix.Offsets[factor] + best] - scores[matrix.Offsets[factor] + x[factor]];
            if (behind > most)
            {
                (most, mover, target) = (behind, factor, best);
            }
        }

        if (mover >= 0)
        {
            next[mover] = target;
        }
    }

    private static int Best(BalanceMatrix matrix, ReadOnlySpan<int> x, ReadOnlySpan<int> scores, int factor)
    {
        var own = scores.Slice(matrix.Offsets[factor], matrix.States[factor]);
        var best = x[factor];
        for (var state = 0; state < own.Length; state++)
        {
            if (own[state] > own[best])
            {
                best = state;
            }
        }

        return best;
    }
}
