using System.Runtime.CompilerServices;

namespace Detente.Cib;

/// <summary>The ends of walks over numbered nodes, each of which has one successor: fixed points and cycles, and which of them each node comes to.</summary>
/// <remarks>Memory: 4 bytes a node, in place of the successors; 8 bytes a node on an end; the longest trail.</remarks>
internal sealed class Endings
{
    private const int OnTrail = int.MinValue;
    private const int CancellationInterval = 1 << 16;

    // Of every node: first its successor; once followed, the complement of the number of its end.
    private readonly int[] nodes;
    private readonly List<int> members = [];
    private readonly List<int> firsts = [0];
    private readonly List<int> trail = [];

    private Endings(int[] nodes) => this.nodes = nodes;

    /// <summary>Number of ends.</summary>
    public int Count => firsts.Count - 1;

    /// <summary>Follows every node.</summary>
    /// <param name="nodes">The successor of every node; overwritten.</param>
    /// <param name="mostMembers">The most nodes on ends that are kept.</param>
    /// <param name="cancellation">Stops the walks.</param>
    /// <returns>The ends in the order in which walks from the nodes, first to last, come to them; null when more nodes than allowed are on them.</returns>
    public static Endings? Follow(int[] nodes, int mostMembers, CancellationToken cancellation)
    {
        var endings = new Endings(nodes);
        for (var start = 0; start < nodes.Length; start++)
        {
            if (start % CancellationInterval == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (nodes[start] < 0)
            {
                continue;
            }

            endings.Walk(start, cancellation);
            if (endings.members.Count > mostMembers)
            {
                return null;
            }
        }

        endings.trail.Clear();
        endings.trail.TrimExcess();
        return endings;
    }

    /// <summary>The number of the end that a node comes to.</summary>
    /// <param name="node">The node.</param>
    public int Of(int node) => ~nodes[node];

    /// <summary>The numbers of the ends that nodes come to.</summary>
    /// <param name="some">The nodes; become the numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Of(Span<int> some)
    {
        var all = nodes;
        for (var i = 0; i < some.Length; i++)
        {
            some[i] = ~all[some[i]];
        }
    }

    /// <summary>The nodes of an end in their order, beginning with the first met.</summary>
    /// <param name="end">The number of the end.</param>
    public IReadOnlyList<int> Nodes(int end) => members.GetRange(firsts[end], Length(end));

    /// <summary>Number of nodes of an end: 1 for a fixed point.</summary>
    /// <param name="end">The number of the end.</param>
    public int Length(int end) => firsts[end + 1] - firsts[end];

    // Until it meets a node whose end is known, or its own trail: then a cycle is closed.
    private void Walk(int start, CancellationToken cancellation)
    {
        trail.Clear();
        var at = start;
        while (nodes[at] >= 0)
        {
            if (trail.Count % CancellationInterval == CancellationInterval - 1)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            trail.Add(at);
            (at, nodes[at]) = (nodes[at], OnTrail);
        }

        var end = ~nodes[at];
        if (nodes[at] == OnTrail)
        {
            end = Count;
            members.AddRange(trail[trail.LastIndexOf(at)..]);
            firsts.Add(members.Count);
        }

        foreach (var node in trail)
        {
            nodes[node] = ~end;
        }
    }
}
