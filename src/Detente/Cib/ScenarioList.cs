using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>The lexically first configurations of those it was given, up to a limit.</summary>
/// <param name="most">The most it keeps.</param>
internal sealed class ScenarioList(int most)
{
    private readonly SortedSet<int[]> kept = new(Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));

    /// <summary>Adds all configurations of a box; boxes must not overlap. Cost: one pass over those it keeps, whatever the size of the box.</summary>
    /// <param name="open">The states of every factor in the box, one bit each.</param>
    public void Add(ReadOnlySpan<UInt128> open)
    {
        var x = new int[open.Length];
        for (var factor = 0; factor < x.Length; factor++)
        {
            x[factor] = (int)UInt128.TrailingZeroCount(open[factor]);
        }

        // In lexical order, so that the first one beyond a full list ends it.
        do
        {
            if (kept.Count == most && (most == 0 || x.AsSpan().SequenceCompareTo(kept.Max) > 0))
            {
                return;
            }

            kept.Add([.. x]);
            if (kept.Count > most)
            {
                kept.Remove(kept.Max!);
            }
        }
        while (Advance(open, x));
    }

    /// <summary>What it kept, in lexical order.</summary>
    public ImmutableArray<ImmutableArray<int>> InOrder() => [.. kept.Select(x => x.ToImmutableArray())];

    private static bool Advance(ReadOnlySpan<UInt128> open, int[] x)
    {
        for (var factor = x.Length - 1; factor >= 0; factor--)
        {
            var later = (open[factor] >> x[factor]) >> 1;
            if (later != 0)
            {
                x[factor] += 1 + (int)UInt128.TrailingZeroCount(later);
                return true;
            }

            x[factor] = (int)UInt128.TrailingZeroCount(open[factor]);
        }

        return false;
    }
}
