using System.Numerics;

namespace Detente.Cib;

/// <summary>A box on the way down, and where the search stands in it.</summary>
/// <param name="box">The box.</param>
/// <param name="bound">Its surrogate bound, or null.</param>
/// <typeparam name="T">Short where all bounds fit, else int.</typeparam>
internal sealed class SearchNode<T>(Box<T> box, SurrogateBound? bound)
    where T : unmanaged, IBinaryInteger<T>
{
    /// <summary>The box.</summary>
    public Box<T> Box { get; } = box;

    /// <summary>Its surrogate bound, or null.</summary>
    public SurrogateBound? Bound { get; } = bound;

    /// <summary>The factor that is branched on.</summary>
    public int Factor { get; set; }

    /// <summary>The states of it that are still to be looked at.</summary>
    public UInt128 Left { get; set; }

    /// <summary>Share of the whole search that the box stands for, in 2^-60.</summary>
    public long Share { get; set; }

    /// <summary>Number of configurations not yet looked at.</summary>
    public BigInteger Undecided => Box.Count / (int)UInt128.PopCount(Box.Open[Factor]) * (int)UInt128.PopCount(Left);

    /// <summary>Takes over another node's content.</summary>
    /// <param name="other">The other.</param>
    public void Become(SearchNode<T> other)
    {
        Box.Become(other.Box);
        Bound?.Become(other.Bound!);
    }
}

/// <summary>A part of the search that one thread at a time goes on with: the boxes on its way down, deepest last.</summary>
/// <remarks>It can be left and taken up again, so that a budget is spent alike whatever the number of threads. Memory: a box per level, at most the number of all states.</remarks>
/// <typeparam name="T">Short where all bounds fit, else int.</typeparam>
internal sealed class SearchPart<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly SearchGround<T> ground;
    private readonly List<SearchNode<T>> levels = [];

    /// <summary>Initialises a part with one box.</summary>
    /// <param name="ground">What is common to the search.</param>
    /// <param name="root">The box.</param>
    public SearchPart(SearchGround<T> ground, SearchNode<T> root)
    {
        this.ground = ground;
        levels.Add(root);
        Depth = 1;
    }

    /// <summary>Number of boxes on the way down; 0: done.</summary>
    public int Depth { get; private set; }

    /// <summary>The deepest box.</summary>
    public SearchNode<T> Top => levels[Depth - 1];

    /// <summary>Number of configurations not yet looked at.</summary>
    public BigInteger Undecided => levels.Take(Depth).Aggregate(BigInteger.Zero, (sum, node) => sum + node.Undecided);

    /// <summary>Number of states still to be looked at, in all boxes on the way down.</summary>
    public int Branches => levels.Take(Depth).Sum(node => (int)UInt128.PopCount(node.Left));

    /// <summary>Takes the next state of the deepest box: what it leaves becomes the deepest one; a box without a state left is dropped instead.</summary>
    /// <returns>Whether there is a new box to decide.</returns>
    public bool Descend()
    {
        var node = Top;
        if (node.Left == 0)
        {
            Depth--;
            return false;
        }

        if (levels.Count == Depth)
        {
            levels.Add(ground.NewNode(node));
        }

        var next = levels[Depth];
        next.Become(node);
        Depth++;
        Take(node, next);
        return true;
    }

    /// <summary>Cuts the part into one for each state that is still to be looked at; it is done itself.</summary>
    public IEnumerable<SearchPart<T>> Split()
    {
        foreach (var node in levels.Take(Depth))
        {
            while (node.Left != 0)
            {
                var next = ground.NewNode(node);
                next.Become(node);
                Take(node, next);
                yield return new SearchPart<T>(ground, next);
            }
        }

        Depth = 0;
    }

    /// <summary>Leaves the deepest box: it is decided.</summary>
    public void Drop()
    {
        ground.Found.Settle(Top.Share);
        Depth--;
    }

    private static void Take(SearchNode<T> node, SearchNode<T> next)
    {
        var state = node.Left & (~node.Left + 1);
        next.Share = node.Share / (int)UInt128.PopCount(node.Box.Open[node.Factor]);
        node.Left &= ~state;
        next.Box.Restrict(node.Factor, state);
    }
}

/// <summary>What is common to a search.</summary>
/// <typeparam name="T">Short where all bounds fit, else int.</typeparam>
internal sealed record SearchGround<T>(BoxGround<T> Box, SideConditions Conditions, SearchFindings Found)
    where T : unmanaged, IBinaryInteger<T>
{
    /// <summary>Number of factors.</summary>
    public int Factors => Box.Tables.Matrix.States.Length;

    /// <summary>What is looked for.</summary>
    public required SearchGoal Goal { get; init; }

    /// <summary>The tables of the surrogate bound, or null to look ahead in its place.</summary>
    public required SurrogateTables? Surrogate { get; init; }

    /// <summary>About how many bytes a node takes.</summary>
    public long BytesOfNode =>
        (Box.Tables.Leads * (long)System.Runtime.CompilerServices.Unsafe.SizeOf<T>())
        + (2L * Box.Tables.Chunks)
        + (16L * Factors)
        + (Surrogate is null ? 0 : (2L * Surrogate.Leads) + (8L * Surrogate.States * Surrogate.Factors));

    /// <summary>A node with room for a copy of another.</summary>
    /// <param name="like">The other.</param>
    public SearchNode<T> NewNode(SearchNode<T> like) => new(like.Box.Copy(), Surrogate is null ? null : new SurrogateBound(Surrogate));
}
