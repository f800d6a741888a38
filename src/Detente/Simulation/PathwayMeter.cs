using System.Collections.Immutable;

namespace Detente.Simulation;

/// <summary>The tree of all orders in which kinds of future can hold, each kind followed by another one, down to a depth; nodes numbered level by level.</summary>
internal sealed class PathwayTree
{
    /// <summary>The most nodes of a tree; it is as deep as they allow.</summary>
    public const int MostNodes = 4000;

    /// <summary>Counts per node: paths through it, paths that end in it, sum of the dates of entry, sum of their squares.</summary>
    public const int PerNode = 4;

    private readonly int branches;

    /// <summary>Initialises a tree.</summary>
    /// <param name="kinds">Number of kinds; 1 or more.</param>
    /// <param name="depth">How many changes of kind are followed, at most; the tree is shallower where it would have more than <see cref="MostNodes"/>.</param>
    public PathwayTree(int kinds, int depth)
    {
        branches = kinds - 1;
        var (nodes, level) = (1L, 1L);
        while (Depth < depth && branches > 0 && nodes + (level * branches) <= MostNodes)
        {
            level *= branches;
            nodes += level;
            Depth++;
        }

        Nodes = (int)nodes;
    }

    /// <summary>How many changes of kind are followed.</summary>
    public int Depth { get; }

    /// <summary>Number of nodes; node 0 is the start.</summary>
    public int Nodes { get; }

    /// <summary>The node reached by a change.</summary>
    /// <param name="node">The node.</param>
    /// <param name="own">Its kind.</param>
    /// <param name="next">The next kind, another one.</param>
    public int Child(int node, int own, int next) => 1 + (node * branches) + (next < own ? next : next - 1);

    /// <summary>The node before one that is not the start.</summary>
    /// <param name="node">The node.</param>
    public int Parent(int node) => (node - 1) / branches;

    /// <summary>The kinds of all nodes.</summary>
    /// <param name="start">The kind at the start.</param>
    public ImmutableArray<int> Kinds(int start)
    {
        var kinds = new int[Nodes];
        kinds[0] = start;
        for (var node = 1; node < Nodes; node++)
        {
            var place = (node - 1) % branches;
            kinds[node] = place < kinds[Parent(node)] ? place : place + 1;
        }

        return [.. kinds];
    }
}

/// <summary>Follows which kinds of future hold one after the other; stays too short to count belong to what came before.</summary>
/// <remarks>A kind is entered once it has held at so many dates in a row, from the first of them on. The kind at the start always counts.</remarks>
/// <param name="tree">The tree.</param>
/// <param name="leastStay">At how many dates in a row a kind must hold; 1 or more.</param>
internal sealed class PathwayMeter(PathwayTree tree, int leastStay) : LaneMeter
{
    private readonly int[] node = new int[LaneWalk.MostLanes];
    private readonly int[] depth = new int[LaneWalk.MostLanes];
    private readonly byte[] entered = new byte[LaneWalk.MostLanes];
    private readonly byte[] present = new byte[LaneWalk.MostLanes];
    private readonly int[] since = new int[LaneWalk.MostLanes];

    /// <inheritdoc/>
    public override int Width => tree.Nodes * PathwayTree.PerNode;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        Array.Clear(node);
        Array.Clear(depth);
        Array.Clear(since);
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        var now = lanes.Scenarios;
        var date = lanes.Step;
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            var kind = now[lane];
            if (date == 0)
            {
                present[lane] = entered[lane] = kind;
                counts[0]++;
                continue;
            }

            (present[lane], since[lane]) = kind == present[lane] ? (kind, since[lane]) : (kind, date);
            if (kind != entered[lane] && date - since[lane] + 1 >= leastStay)
            {
                Enter(lane, kind, counts);
            }
        }
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        for (var lane = 0; lane < lanes.Paths.Count; lane++)
        {
            counts[(node[lane] * PathwayTree.PerNode) + 1] += depth[lane] <= tree.Depth ? 1 : 0;
        }
    }

    private void Enter(int lane, byte kind, Span<long> counts)
    {
        if (++depth[lane] <= tree.Depth)
        {
            node[lane] = tree.Child(node[lane], entered[lane], kind);
            var sums = counts[(node[lane] * PathwayTree.PerNode)..];
            long from = since[lane];
            sums[0]++;
            sums[2] += from;
            sums[3] += from * from;
        }

        entered[lane] = kind;
    }
}
