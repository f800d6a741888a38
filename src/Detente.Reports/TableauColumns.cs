using System.Collections.Immutable;
using System.Numerics;

namespace Detente.Reports;

/// <summary>Chooses the columns of a tableau and their order.</summary>
/// <param name="States">One state per factor of every scenario.</param>
/// <param name="Scores">Their total impact scores.</param>
internal sealed record TableauColumns(ImmutableArray<ImmutableArray<int>> States, ImmutableArray<long> Scores)
{
    /// <summary>The seeds, else the highest score, then always the farthest from those chosen; higher score and lower place on a tie.</summary>
    /// <param name="seeds">Places to begin with.</param>
    /// <param name="most">The most columns.</param>
    public ImmutableArray<int> MostDifferent(ImmutableArray<int> seeds, int most)
    {
        var chosen = (seeds.IsEmpty ? [Best(_ => 0)] : seeds).Take(most).ToList();
        var nearest = Enumerable.Repeat(int.MaxValue, States.Length).ToArray();
        for (var next = 0; next < chosen.Count; next++)
        {
            for (var place = 0; place < nearest.Length; place++)
            {
                nearest[place] = Math.Min(nearest[place], Distance(place, chosen[next]));
            }

            if (next == chosen.Count - 1 && chosen.Count < most && nearest.Max() > 0)
            {
                chosen.Add(Best(place => -nearest[place]));
            }
        }

        return [.. chosen];
    }

    /// <summary>
    /// The order in which neighbours differ in the fewest factors over all: the shortest way through all of them, by dynamic programming over
    /// sets (Held and Karp 1962). Of several the first by score and place.
    /// </summary>
    /// <param name="chosen">Places; at most 16 or so: cost and memory double with each.</param>
    public ImmutableArray<int> InOrder(ImmutableArray<int> chosen)
    {
        int[] ranked = [.. chosen.OrderByDescending(place => Scores[place]).ThenBy(place => place)];
        var count = ranked.Length;
        var all = (1 << count) - 1;

        // By the set still to be visited, and where one stands: the shortest way through the set.
        var ways = new int[1 << count, count];
        for (var open = 1; open <= all; open++)
        {
            for (var at = 0; at < count; at++)
            {
                ways[open, at] = Members(open).Min(next => Distance(ranked[at], ranked[next]) + ways[open & ~(1 << next), next]);
            }
        }

        var ordered = ImmutableArray.CreateBuilder<int>(count);
        for (var (open, at) = (all, -1); open != 0;)
        {
            at = Members(open).MinBy(next => (at < 0 ? 0 : Distance(ranked[at], ranked[next])) + ways[open & ~(1 << next), next]);
            ordered.Add(ranked[at]);
            open &= ~(1 << at);
        }

        return ordered.MoveToImmutable();
    }

    private static IEnumerable<int> Members(int set)
    {
        for (; set != 0; set &= set - 1)
        {
            yield return BitOperations.TrailingZeroCount(set);
        }
    }

    private int Distance(int one, int other)
    {
        var (x, y, differing) = (States[one], States[other], 0);
        for (var factor = 0; factor < x.Length; factor++)
        {
            differing += x[factor] == y[factor] ? 0 : 1;
        }

        return differing;
    }

    // The least cost, then the higher score, then the lower place.
    private int Best(Func<int, int> cost) => Enumerable.Range(0, States.Length).MinBy(place => (cost(place), -Scores[place], place));
}
