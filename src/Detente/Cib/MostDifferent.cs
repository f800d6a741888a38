using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>Chooses configurations that differ from each other in as many factors as possible.</summary>
internal static class MostDifferent
{
    /// <summary>
    /// Takes the first, then always the one with the most factors in another state than in the nearest one taken; the earlier on a tie.
    /// The smallest difference among those taken is at least half of what the best choice of as many could have (Gonzalez 1985).
    /// </summary>
    /// <param name="configurations">The configurations, the preferred first. Each once.</param>
    /// <param name="most">How many to take. Cost: so many passes over them.</param>
    public static ImmutableArray<ImmutableArray<int>> Of(ImmutableArray<ImmutableArray<int>> configurations, int most)
    {
        var nearest = new int[configurations.Length];
        Array.Fill(nearest, int.MaxValue);
        var taken = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        while (taken.Count < Math.Min(most, configurations.Length))
        {
            var next = Array.IndexOf(nearest, nearest.Max());
            taken.Add(configurations[next]);
            for (var place = 0; place < nearest.Length; place++)
            {
                nearest[place] = Math.Min(nearest[place], Difference(configurations[place], configurations[next]));
            }
        }

        return taken.ToImmutable();
    }

    /// <summary>Number of factors in another state.</summary>
    /// <param name="a">A configuration.</param>
    /// <param name="b">Another.</param>
    public static int Difference(ImmutableArray<int> a, ImmutableArray<int> b)
    {
        var different = 0;
        for (var factor = 0; factor < a.Length; factor++)
        {
            different += a[factor] == b[factor] ? 0 : 1;
        }

        return different;
    }
}
