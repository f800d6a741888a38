using System.Collections.Immutable;
using Detente.Numerics;

namespace Detente.Structure;

/// <summary>A reinforcing loop.</summary>
/// <param name="Factors">Its factors in order, beginning with its first image in declaration order.</param>
/// <param name="Strength">Geometric mean of its links' strengths, in points.</param>
internal sealed record Loop(ImmutableArray<int> Factors, double Strength);

/// <summary>
/// The reinforcing elementary loops through at least two images, strongest first: each side answers what it believes of the other,
/// and so confirms it. Found from the graph alone; a loop with a link that depends is neither reinforcing nor balancing.
/// </summary>
/// <param name="Strongest">The strongest ones, the shorter first on a tie, then by their factors.</param>
/// <param name="SearchedLength">All loops up to this length were looked at.</param>
internal sealed record ImageLoops(ImmutableArray<Loop> Strongest, int SearchedLength)
{
    /// <summary>The longest loops looked for.</summary>
    public const int LongestLoop = 8;

    // About a second; a graph so dense has thousands of loops anyway.
    private const long MostSteps = 20_000_000;

    /// <summary>Searches the loops: length by length, so that what is cut off is said in one number.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="isImage">For every factor whether it is an image.</param>
    /// <param name="most">The most loops returned.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static ImageLoops Find(InfluenceGraph graph, ImmutableArray<bool> isImage, int most, CancellationToken cancellation)
    {
        var found = new List<Loop>();
        long steps = 0;
        for (var length = 2; length <= LongestLoop; length++)
        {
            var ofLength = new List<Loop>();
            for (var start = 0; start < isImage.Length; start++)
            {
                if (isImage[start])
                {
                    cancellation.ThrowIfCancellationRequested();
                    var walk = new Walk(graph, isImage, length, start, MostSteps - steps);
                    walk.Extend(start, ofLength);
                    steps += walk.Steps;
                }
            }

            if (steps >= MostSteps)
            {
                return new ImageLoops(First(found, most), length - 1);
            }

            found.AddRange(ofLength);
        }

        return new ImageLoops(First(found, most), LongestLoop);
    }

    // Found by length already, and OrderBy keeps the order of equals.
    private static ImmutableArray<Loop> First(List<Loop> loops, int most) => [.. loops.OrderByDescending(loop => loop.Strength).Take(most)];

    /// <summary>Paths without repetition from one image, through no earlier one, that come back after so many links.</summary>
    private sealed class Walk
    {
        private readonly InfluenceGraph graph;
        private readonly ImmutableArray<bool> isImage;
        private readonly int length;
        private readonly int start;
        private readonly long mostSteps;
        private readonly int[] distance;
        private readonly List<Link> path = [];
        private readonly bool[] isOnPath;

        public Walk(InfluenceGraph graph, ImmutableArray<bool> isImage, int length, int start, long mostSteps)
        {
            this.graph = graph;
            this.isImage = isImage;
            this.length = length;
            this.start = start;
            this.mostSteps = mostSteps;
            distance = DistancesTo(start);
            isOnPath = new bool[isImage.Length];
        }

        public long Steps { get; private set; }

        public void Extend(int at, List<Loop> found)
        {
            foreach (var link in graph.Links[at])
            {
                if (++Steps >= mostSteps)
                {
                    return;
                }

                if (link.Sign == LinkSign.Depends)
                {
                    continue;
                }

                path.Add(link);
                if (path.Count == length)
                {
                    if (link.Target == start && IsReinforcing() && path.Count(part => isImage[part.Source]) >= 2)
                    {
                        found.Add(new Loop([.. path.Select(part => part.Source)], Strength()));
                    }
                }
                else if (link.Target != start
                    && !isOnPath[link.Target]
                    && !(isImage[link.Target] && link.Target < start)
                    && distance[link.Target] <= length - path.Count)
                {
                    isOnPath[link.Target] = true;
                    Extend(link.Target, found);
                    isOnPath[link.Target] = false;
                }

                path.RemoveAt(path.Count - 1);
            }
        }

        private bool IsReinforcing() => path.Count(link => link.Sign == LinkSign.Negative) % 2 == 0;

        private double Strength()
        {
            var logarithms = 0.0;
            foreach (var link in path)
            {
                logarithms += Elementary.Log(link.Strength);
            }

            return Elementary.Exp(logarithms / path.Count);
        }

        // Fewest links from every factor to one of them.
        private int[] DistancesTo(int target)
        {
            var steps = new int[graph.Links.Length];
            Array.Fill(steps, int.MaxValue);
            steps[target] = 0;
            for (var changed = true; changed;)
            {
                changed = false;
                foreach (var link in graph.Links.SelectMany(links => links).Where(link => steps[link.Target] < int.MaxValue))
                {
                    if (steps[link.Target] + 1 < steps[link.Source])
                    {
                        steps[link.Source] = steps[link.Target] + 1;
                        changed = true;
                    }
                }
            }

            return steps;
        }
    }
}
