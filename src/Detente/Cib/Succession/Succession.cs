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

/// <summary>
/// One step of succession from one configuration: the scalar twin of <see cref="LaneBlocks"/>.
/// The best state is the present one if no other scores higher, else the first of the highest. Held factors never move.
/// </summary>
/// <remarks>Immutable, safe to use from any thread.</remarks>
internal sealed class Succession
{
    private readonly BalanceMatrix matrix;
    private readonly SuccessionRule rule;
    private readonly int[] movable;

    /// <summary>Initialises a succession.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="space">The configurations: which factors are held.</param>
    /// <param name="rule">The rule.</param>
    public Succession(BalanceMatrix matrix, ConfigurationSpace space, SuccessionRule rule)
    {
        this.matrix = matrix;
        this.rule = rule;
        movable = [.. Enumerable.Range(0, matrix.States.Length).Where(factor => space.Held[factor] is null && matrix.States[factor] > 1)];
    }

    /// <summary>Takes one step in place.</summary>
    /// <param name="x">One state per factor; becomes the next configuration.</param>
    /// <param name="scores">Its scores; become those of the next configuration.</param>
    /// <param name="scratch">As long as <paramref name="x"/>.</param>
    public void Advance(Span<int> x, Span<int> scores, Span<int> scratch)
    {
        Step(x, scores, scratch);
        foreach (var factor in movable)
        {
            var before = x[factor];
            x[factor] = scratch[factor];
            if (rule != SuccessionRule.Sequential && before != x[factor] && matrix.Conditional.IsEmpty)
            {
                Rescore(factor, before, x, scores);
            }
        }

        if (rule != SuccessionRule.Sequential && !matrix.Conditional.IsEmpty)
        {
            matrix.Score(x, scores);
        }
    }

    /// <summary>Whether a configuration is its own successor.</summary>
    /// <param name="x">One state per factor.</param>
    public bool IsFixed(ReadOnlySpan<int> x)
    {
        var (scores, next) = (new int[matrix.Width], new int[x.Length]);
        matrix.Score(x, scores);
        Step(x, scores, next);
        return x.SequenceEqual(next);
    }

    /// <summary>Takes one step.</summary>
    /// <param name="x">One state per factor.</param>
    /// <param name="scores">The scores of <paramref name="x"/>; under <see cref="SuccessionRule.Sequential"/> overwritten by those of the next configuration.</param>
    /// <param name="next">Takes the next configuration.</param>
    public void Step(ReadOnlySpan<int> x, Span<int> scores, Span<int> next)
    {
        x.CopyTo(next);
        switch (rule)
        {
            case SuccessionRule.Local:
                MoveMostInconsistent(x, scores, next);
                break;
            case SuccessionRule.Sequential:
                foreach (var factor in movable)
                {
                    var present = next[factor];
                    next[factor] = Best(present, scores, factor);
                    if (next[factor] != present)
                    {
                        Rescore(factor, present, next, scores);
                    }
                }

                break;
            default:
                foreach (var factor in movable)
                {
                    var best = Best(x[factor], scores, factor);
                    next[factor] = rule == SuccessionRule.Global ? best : x[factor] + Math.Sign(best - x[factor]);
                }

                break;
        }
    }

    private void MoveMostInconsistent(ReadOnlySpan<int> x, ReadOnlySpan<int> scores, Span<int> next)
    {
        var (most, mover, target) = (0, -1, 0);
        foreach (var factor in movable)
        {
            var best = Best(x[factor], scores, factor);
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

    // After one factor has moved.
    private void Rescore(int factor, int before, ReadOnlySpan<int> x, Span<int> scores)
    {
        if (matrix.Conditional.IsEmpty)
        {
            Sums.Shift(scores, matrix.Row(factor, x[factor]), matrix.Row(factor, before));
        }
        else
        {
            matrix.Score(x, scores);
        }
    }

    private int Best(int present, ReadOnlySpan<int> scores, int factor)
    {
        var own = scores.Slice(matrix.Offsets[factor], matrix.States[factor]);
        var best = present;
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
