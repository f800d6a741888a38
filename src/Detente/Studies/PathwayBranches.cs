using System.Collections.Immutable;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Takes the nodes that are told out of the tree of all orders: the largest, small branches gathered.</summary>
/// <param name="study">How many, and how large.</param>
/// <param name="tree">The tree of all orders.</param>
/// <param name="draws">By draw the counts.</param>
/// <param name="offset">Where those of the tree begin.</param>
internal sealed class PathwayBranches(PathwaysStudy study, PathwayTree tree, long[][] draws, int offset)
{
    private readonly long[] through = [.. Enumerable.Range(0, tree.Nodes).Select(node => draws.Sum(draw => draw[offset + (node * PathwayTree.PerNode)]))];

    /// <summary>The nodes told, each after its parent, children by share.</summary>
    /// <param name="start">The kind at the start.</param>
    /// <param name="stepYears">Length of a step in years.</param>
    public ImmutableArray<PathwayNode> Nodes(int start, double stepYears)
    {
        var least = study.LeastShare * through[0];
        var kept = Enumerable.Range(0, tree.Nodes)
            .Where(node => through[node] > 0 && through[node] >= least)
            .OrderByDescending(node => through[node])
            .ThenBy(node => node)
            .Take(study.MostNodes)
            .ToHashSet();
        var children = Enumerable.Range(1, tree.Nodes - 1).Where(node => through[node] > 0).ToLookup(tree.Parent);
        var kinds = tree.Kinds(start);
        var told = new List<PathwayNode>();

        // A node has at least the runs of what follows it, and a smaller number: the kept ones hang together.
        void Tell(int node, int parent, int depth)
        {
            var place = told.Count;
            told.Add(new PathwayNode(parent, depth, new ScenarioId(kinds[node]), Share([node], 0))
            {
                Ends = Share([node], 1),
                EnteredAfterYears = Entered(node, stepYears),
            });
            foreach (var child in children[node].Where(kept.Contains).OrderByDescending(child => through[child]).ThenBy(child => child))
            {
                Tell(child, place, depth + 1);
            }

            if (children[node].Where(child => !kept.Contains(child)).ToArray() is { Length: > 0 } small)
            {
                told.Add(new PathwayNode(place, depth + 1, null, Share(small, 0)));
            }
        }

        Tell(0, -1, 0);
        return [.. told];
    }

    private Figure Share(int[] nodes, int column)
    {
        long[] counts = [.. draws.Select(draw => nodes.Sum(node => draw[offset + (node * PathwayTree.PerNode) + column]))];
        return TwoUncertainties.OfNumber(counts, counts, study.Options.Paths);
    }

    private Figure? Entered(int node, double stepYears)
    {
        var at = offset + (node * PathwayTree.PerNode);
        return Ratio.Of([.. draws.Select(draw => new RatioSums(draw[at + 2], draw[at], draw[at + 3], draw[at + 2], draw[at]))], study.Options.Paths, stepYears);
    }
}
