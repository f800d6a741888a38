using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>Which configurations are listed first: those that meet most of a wish, then those with the highest total impact score, then the lexically first. Either may be left out.</summary>
/// <param name="Matrix">The impacts.</param>
internal sealed record ScenarioOrder(BalanceMatrix Matrix)
{
    /// <summary>By factor the state wished for, or null; empty: no wish.</summary>
    public ImmutableArray<int?> Wish { get; init; } = [];

    /// <summary>Whether the total impact score counts.</summary>
    public bool ByImpact { get; init; }

    /// <summary>Whether the order is the lexical one.</summary>
    public bool IsLexical => !ByImpact && Wish.IsEmpty;

    /// <summary>The rank of a configuration.</summary>
    /// <param name="x">One state per factor.</param>
    public ScenarioRank Of(ReadOnlySpan<int> x)
    {
        var missed = 0;
        for (var factor = 0; factor < Wish.Length; factor++)
        {
            missed += Wish[factor] is { } state && state != x[factor] ? 1 : 0;
        }

        return new ScenarioRank(missed, ByImpact ? TotalImpact(x) : 0);
    }

    /// <summary>A rank that no configuration of a box surpasses; its own where it has one only and no conditional influence acts.</summary>
    /// <param name="open">The states of every factor in the box, one bit each.</param>
    public ScenarioRank Best(ReadOnlySpan<UInt128> open)
    {
        var missed = 0;
        for (var factor = 0; factor < Wish.Length; factor++)
        {
            missed += Wish[factor] is { } state && ((open[factor] >> state) & 1) == 0 ? 1 : 0;
        }

        return new ScenarioRank(missed, ByImpact ? MostImpact(open) : 0);
    }

    private long TotalImpact(ReadOnlySpan<int> x)
    {
        var scores = new int[Matrix.Width];
        Matrix.Score(x, scores);
        long total = 0;
        for (var factor = 0; factor < x.Length; factor++)
        {
            total += scores[Matrix.Offsets[factor] + x[factor]];
        }

        return total;
    }

    private long MostImpact(ReadOnlySpan<UInt128> open)
    {
        long total = 0;
        for (var target = 0; target < open.Length; target++)
        {
            var most = long.MinValue;
            for (var states = open[target]; states != 0; states &= states - 1)
            {
                most = Math.Max(most, MostScore(open, target, (int)UInt128.TrailingZeroCount(states)));
            }

            total += most;
        }

        return total;
    }

    private long MostScore(ReadOnlySpan<UInt128> open, int target, int state)
    {
        long sum = 0;
        for (var source = 0; source < open.Length; source++)
        {
            var most = int.MinValue;
            for (var states = source == target ? UInt128.One << state : open[source]; states != 0; states &= states - 1)
            {
                most = Math.Max(most, Matrix.Row(source, (int)UInt128.TrailingZeroCount(states))[Matrix.Offsets[target] + state]);
            }

            sum += most;
        }

        foreach (var influence in Matrix.Conditional)
        {
            if (influence.Target == target)
            {
                var most = 0;
                for (var source = 0; source < influence.SourceStates; source++)
                {
                    most = Math.Max(most, Matrix.Tables.Row(influence.Index, source)[state]);
                }

                // When its condition surely holds it may be less than this, never more.
                sum += most;
            }
        }

        return sum;
    }
}

/// <summary>A place in an order of configurations; the lower one comes first. Equal ranks are in lexical order.</summary>
/// <param name="Missed">Wished states that it does not meet.</param>
/// <param name="Impact">Total impact score in hundredths of a point, or 0.</param>
internal readonly record struct ScenarioRank(int Missed, long Impact) : IComparable<ScenarioRank>
{
    /// <inheritdoc/>
    public int CompareTo(ScenarioRank other) => Missed != other.Missed ? Missed.CompareTo(other.Missed) : other.Impact.CompareTo(Impact);
}
