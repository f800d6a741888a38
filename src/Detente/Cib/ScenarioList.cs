using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>The first configurations, in some order, of those it was given, up to a limit.</summary>
/// <param name="most">The most it keeps.</param>
/// <param name="order">Which come first.</param>
/// <param name="cancellation">Stops it: a box may hold more configurations than can be looked at.</param>
internal sealed class ScenarioList(int most, ScenarioOrder order, CancellationToken cancellation = default)
{
    private readonly SortedSet<Entry> kept = new(Comparer<Entry>.Create(Compare));

    /// <summary>Adds all configurations of a box; boxes must not overlap. Only those that come before the last of a full list are looked at one by one.</summary>
    /// <param name="open">The states of every factor in the box, one bit each.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Add(ReadOnlySpan<UInt128> open)
    {
        if (most == 0)
        {
            return;
        }

        var x = new int[open.Length];
        for (var factor = 0; factor < x.Length; factor++)
        {
            x[factor] = (int)UInt128.TrailingZeroCount(open[factor]);
        }

        Add([.. open], x, 0);
    }

    /// <summary>What it kept, in order.</summary>
    public ImmutableArray<ImmutableArray<int>> InOrder() => [.. kept.Select(entry => entry.States.ToImmutableArray())];

    /// <summary>The first of all configurations that join one of each list.</summary>
    /// <param name="parts">Lists in order, each with the factors whose states it decides; the states of other factors are alike in all lists.</param>
    /// <param name="most">The most to keep.</param>
    /// <param name="order">The order: that of the lists; it must be the sum of what the parts contribute.</param>
    public static ImmutableArray<ImmutableArray<int>> Join(IReadOnlyList<(ImmutableArray<int> Factors, ImmutableArray<ImmutableArray<int>> Listed)> parts, int most, ScenarioOrder order)
    {
        var joined = parts[0].Listed;
        foreach (var (factors, listed) in parts.Skip(1))
        {
            // What is in place (i, j) has (i + 1)(j + 1) - 1 others before it.
            var pairs = from i in Enumerable.Range(0, joined.Length)
                        from j in Enumerable.Range(0, Math.Min(listed.Length, most / (i + 1)))
                        select With(joined[i], factors, listed[j]);
            var list = new ScenarioList(most, order);
            foreach (var x in pairs)
            {
                list.Add(new Entry(order.Of(x), x));
            }

            joined = list.InOrder();
        }

        return joined;
    }

    private static int[] With(ImmutableArray<int> states, ImmutableArray<int> factors, ImmutableArray<int> other)
    {
        int[] x = [.. states];
        foreach (var factor in factors)
        {
            x[factor] = other[factor];
        }

        return x;
    }

    private static int Compare(Entry a, Entry b)
    {
        var byRank = a.Rank.CompareTo(b.Rank);
        return byRank != 0 ? byRank : a.States.AsSpan().SequenceCompareTo(b.States);
    }

    // From some factor on, states are taken one after the other, in lexical order, so that the first one beyond a full list ends its branch.
    private bool Add(UInt128[] open, int[] x, int factor)
    {
        cancellation.ThrowIfCancellationRequested();
        if (kept.Count == most && Compare(new Entry(order.Best(open), x), kept.Max!) > 0)
        {
            return false;
        }

        while (factor < x.Length && UInt128.PopCount(open[factor]) == 1)
        {
            factor++;
        }

        if (factor == x.Length)
        {
            Add(new Entry(order.Of(x), [.. x]));
            return true;
        }

        var all = open[factor];
        for (var left = all; left != 0; left &= left - 1)
        {
            open[factor] = left & (~left + 1);
            x[factor] = (int)UInt128.TrailingZeroCount(left);
            if (!Add(open, x, factor + 1) && order.IsLexical)
            {
                break;
            }
        }

        open[factor] = all;
        x[factor] = (int)UInt128.TrailingZeroCount(all);
        return true;
    }

    private void Add(Entry entry)
    {
        kept.Add(entry);
        if (kept.Count > most)
        {
            kept.Remove(kept.Max!);
        }
    }

    private sealed record Entry(ScenarioRank Rank, int[] States);
}
