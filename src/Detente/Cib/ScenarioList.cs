using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>The first configurations, in some order, of those it was given, up to a limit.</summary>
/// <param name="most">The most it keeps.</param>
/// <param name="order">Which come first.</param>
internal sealed class ScenarioList(int most, ScenarioOrder order)
{
    // Boxes looked at within one box, for each that is kept and to begin with: finding the best of a large box is as hard as the search itself.
    private const int LooksPerKept = 4;
    private const int LooksAtLeast = 50_000;

    private readonly SortedSet<Entry> kept = new(Comparer<Entry>.Create(Compare));

    /// <summary>Whether none of those it was given was passed over that should come before one it kept.</summary>
    public bool IsProved { get; private set; } = true;

    /// <summary>
    /// Adds the first configurations of a box; boxes must not overlap. Where the order is not the lexical one, a large box is not looked through
    /// to its end: what was left out is told by <see cref="IsProved"/>. What is looked at depends on the box alone, not on what is kept already.
    /// </summary>
    /// <param name="open">The states of every factor in the box, one bit each.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many boxes within it were looked at; 0 where the order is the lexical one, in which every look finds one.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public long Add(ReadOnlySpan<UInt128> open, CancellationToken cancellation)
    {
        if (most == 0)
        {
            return 0;
        }

        var x = new int[open.Length];
        var isOne = true;
        for (var factor = 0; factor < x.Length; factor++)
        {
            x[factor] = (int)UInt128.TrailingZeroCount(open[factor]);
            isOne &= UInt128.PopCount(open[factor]) == 1;
        }

        if (isOne)
        {
            Add(new Entry(order.Of(x), x));
            return 0;
        }

        var within = new ScenarioList(most, order);
        var looks = new Looks(Math.Max(LooksAtLeast, LooksPerKept * (long)most), cancellation);
        within.Add([.. open], x, 0, looks);
        IsProved &= !looks.IsOver;
        foreach (var entry in within.kept)
        {
            Add(entry);
        }

        return order.IsLexical ? 0 : looks.Used;
    }

    /// <summary>What it kept, in order.</summary>
    public ImmutableArray<ImmutableArray<int>> InOrder() => [.. kept.Select(entry => entry.States.ToImmutableArray())];

    /// <summary>The first of all configurations that join one of each list.</summary>
    /// <param name="parts">Lists in order, each with the factors whose states it decides; the states of other factors are alike in all lists.</param>
    /// <param name="most">The most to keep.</param>
    /// <param name="order">The order: that of the lists; it must be the sum of what the parts contribute.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<ImmutableArray<int>> Join(
        IReadOnlyList<(ImmutableArray<int> Factors, ImmutableArray<ImmutableArray<int>> Listed)> parts,
        int most,
        ScenarioOrder order,
        CancellationToken cancellation)
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
                cancellation.ThrowIfCancellationRequested();
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
    private bool Add(UInt128[] open, int[] x, int factor, Looks looks)
    {
        if (!looks.Take() || (kept.Count == most && Compare(new Entry(order.Best(open), x), kept.Max!) > 0))
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
            if (!Add(open, x, factor + 1, looks) && (order.IsLexical || looks.IsOver))
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

    private sealed class Looks(long most, CancellationToken cancellation)
    {
        public long Used { get; private set; }

        public bool IsOver { get; private set; }

        public bool Take()
        {
            cancellation.ThrowIfCancellationRequested();
            IsOver |= Used == most;
            Used += IsOver ? 0 : 1;
            return !IsOver;
        }
    }

    private sealed record Entry(ScenarioRank Rank, int[] States);
}
