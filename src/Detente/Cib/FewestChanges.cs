using System.Collections.Immutable;
using Detente.Compiled;

namespace Detente.Cib;

/// <summary>The fewest changes of other factors' states under which a rival strictly beats a factor's own state.</summary>
/// <param name="Changes">Factors with their new states, ascending; empty when no number of changes does it, or none was found.</param>
/// <param name="IsProven">Whether fewer changes cannot do it (no change at all, where there are none); otherwise the search was bounded.</param>
/// <remarks>
/// Two factors act together when a condition joins them. Between groups that do not, gains add up, so the best gain of every number of changes
/// in each group is all there is to know; with pairwise influences every group is one factor, and the largest gains are taken first.
/// A group of more than <see cref="MostTried"/> configurations is searched up to as many changes as that allows.
/// </remarks>
internal sealed record FewestChanges(ImmutableArray<(int Factor, int State)> Changes, bool IsProven)
{
    /// <summary>The most configurations of one group that are tried.</summary>
    public const int MostTried = 50_000;

    /// <summary>Finds the fewest changes; among as many those with the largest gain, then ordered factors moved back as far as the rival still wins.</summary>
    /// <param name="contest">The own state and its rival; not ahead yet.</param>
    /// <param name="isOrdered">By factor whether its states have an order.</param>
    /// <param name="mostTried">See <see cref="MostTried"/>; 1 or more.</param>
    public static FewestChanges Find(Contest contest, ImmutableArray<bool> isOrdered, int mostTried = MostTried)
    {
        var groups = Groups(contest).Select(group => new Group(contest, group, mostTried)).ToList();
        var best = new List<Choice> { new(0, []) };
        foreach (var group in groups)
        {
            best = Joined(best, group.Best);
        }

        var fewest = best.FindIndex(choice => contest.Lead - choice.Gain < 0);
        return fewest < 0
            ? new([], groups.TrueForAll(group => group.IsComplete))
            : new(Shortened(contest, best[fewest].Changes, isOrdered), groups.TrueForAll(group => group.IsComplete || group.Best.Count >= fewest));
    }

    // Factors joined by a conditional influence, each group ascending, groups by their first factor.
    private static IEnumerable<ImmutableArray<int>> Groups(Contest contest)
    {
        var groups = contest.Deciding().Select(factor => new SortedSet<int> { factor }).ToList();
        foreach (var influence in contest.Influences)
        {
            var joined = groups.Where(group => Contest.Asked(influence).Any(group.Contains)).ToList();
            foreach (var group in joined.Skip(1))
            {
                joined[0].UnionWith(group);
                groups.Remove(group);
            }
        }

        return groups.Select(group => group.ToImmutableArray());
    }

    private static List<Choice> Joined(List<Choice> first, List<Choice> second)
    {
        var joined = new List<Choice>();
        for (var changes = 0; changes < first.Count + second.Count - 1; changes++)
        {
            Choice? best = null;
            for (var own = Math.Max(0, changes - second.Count + 1); own < first.Count && own <= changes; own++)
            {
                var gain = first[own].Gain + second[changes - own].Gain;
                if (best is null || gain > best.Gain)
                {
                    best = new Choice(gain, first[own].Changes.AddRange(second[changes - own].Changes));
                }
            }

            joined.Add(best!);
        }

        return joined;
    }

    // The largest gain takes the furthest states; a step that suffices is the better answer.
    private static ImmutableArray<(int Factor, int State)> Shortened(Contest contest, ImmutableArray<(int Factor, int State)> changes, ImmutableArray<bool> isOrdered)
    {
        var at = contest.Configuration.ToArray();
        foreach (var (factor, state) in changes)
        {
            at[factor] = state;
        }

        foreach (var (factor, furthest) in changes.Where(change => isOrdered[change.Factor]))
        {
            var now = contest.Configuration[factor];
            var nearer = Enumerable.Range(0, contest.States[factor])
                .Where(state => state != now && Math.Abs(state - now) < Math.Abs(furthest - now))
                .OrderBy(state => Math.Abs(state - now));
            at[factor] = nearer.FirstOrDefault(Wins, furthest);

            bool Wins(int state)
            {
                at[factor] = state;
                return contest.LeadIn(at) < 0;
            }
        }

        return [.. changes.Select(change => change.Factor).Order().Select(factor => (factor, at[factor]))];
    }

    /// <summary>The most that so many changes take off the lead.</summary>
    private sealed record Choice(int Gain, ImmutableArray<(int Factor, int State)> Changes);

    private sealed class Group
    {
        private readonly Contest contest;
        private readonly ImmutableArray<int> factors;
        private readonly ImmutableArray<CompiledInfluence> influences;
        private readonly int[] at;
        private readonly int before;
        private readonly int mostChanges;

        public Group(Contest contest, ImmutableArray<int> factors, int mostTried)
        {
            (this.contest, this.factors) = (contest, factors);
            influences = [.. contest.Influences.Where(influence => Contest.Asked(influence).Any(factor => factors.Contains(factor)))];
            at = [.. contest.Configuration];
            before = contest.LeadIn(at, influences);
            mostChanges = MostChanges(mostTried);
            Best.Add(new Choice(0, []));
            Try(0, []);
        }

        /// <summary>The best choice of every number of changes, from none on.</summary>
        public List<Choice> Best { get; } = [];

        /// <summary>Whether all configurations of the group were tried.</summary>
        public bool IsComplete => mostChanges == factors.Length;

        // The configurations with so many changes are the coefficients of the product of 1 + (states - 1) z.
        private int MostChanges(int mostTried)
        {
            var counts = new double[factors.Length + 1];
            counts[0] = 1;
            foreach (var factor in factors)
            {
                for (var changes = factors.Length; changes > 0; changes--)
                {
                    counts[changes] += counts[changes - 1] * (contest.States[factor] - 1);
                }
            }

            var (tried, most) = (counts[0] + counts[1], 1);
            while (most < factors.Length && tried + counts[most + 1] <= mostTried)
            {
                tried += counts[++most];
            }

            return most;
        }

        private void Try(int from, ImmutableArray<(int Factor, int State)> changes)
        {
            for (var i = from; i < factors.Length && changes.Length < mostChanges; i++)
            {
                var factor = factors[i];
                for (var state = 0; state < contest.States[factor]; state++)
                {
                    if (state != contest.Configuration[factor])
                    {
                        at[factor] = state;
                        Consider(changes.Add((factor, state)));
                        Try(i + 1, changes.Add((factor, state)));
                    }
                }

                at[factor] = contest.Configuration[factor];
            }
        }

        private void Consider(ImmutableArray<(int Factor, int State)> changes)
        {
            var choice = new Choice(before - contest.LeadIn(at, influences), changes);
            if (Best.Count == changes.Length)
            {
                Best.Add(choice);
            }
            else if (choice.Gain > Best[changes.Length].Gain)
            {
                Best[changes.Length] = choice;
            }
        }
    }
}
