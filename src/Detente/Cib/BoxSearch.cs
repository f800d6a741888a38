using System.Numerics;

namespace Detente.Cib;

/// <summary>What one thread of a search works with: the boxes on its way down, and what it has found since it last told.</summary>
/// <typeparam name="T">Short where all bounds fit, else int.</typeparam>
internal sealed class BoxSearch<T>
    where T : unmanaged, IBinaryInteger<T>
{
    private readonly SearchGround<T> ground;
    private readonly LookAhead<T>? lookAhead;
    private readonly bool[] inDoubt;
    private readonly UInt128[] left;
    private readonly Action<int, UInt128> restrict;
    private readonly CancellationToken cancellation;
    private Box<T>? current;

    /// <summary>Initialises the scratch of a thread.</summary>
    /// <param name="ground">What is common to the search.</param>
    /// <param name="cancellation">Stops it: what is called throws <see cref="OperationCanceledException"/> then.</param>
    public BoxSearch(SearchGround<T> ground, CancellationToken cancellation)
    {
        (this.ground, this.cancellation) = (ground, cancellation);
        lookAhead = ground.Surrogate is null ? new LookAhead<T>(ground.Box) : null;
        inDoubt = new bool[ground.Factors];
        left = new UInt128[ground.Factors];
        restrict = (factor, states) => current!.Restrict(factor, states);
    }

    /// <summary>Goes on with a part of the search for some boxes.</summary>
    /// <param name="part">The part.</param>
    /// <param name="boxes">The most boxes to look at.</param>
    /// <returns>How many boxes were looked at.</returns>
    public long Continue(SearchPart<T> part, long boxes)
    {
        var looked = 0L;
        while (part.Depth > 0 && looked < boxes)
        {
            cancellation.ThrowIfCancellationRequested();
            if (part.Descend())
            {
                looked += 1 + Settle(part);
            }
        }

        return looked;
    }

    /// <summary>Decides the box on top of a part: drops it, counts it as a whole, or leaves it with the factor to branch on.</summary>
    /// <param name="part">The part.</param>
    /// <returns>How many boxes were looked at for the list besides.</returns>
    public long Settle(SearchPart<T> part)
    {
        var node = part.Top;
        node.Factor = -1;
        if (!Close(node) || (ground.Goal == SearchGoal.RestsOnly && !node.Box.Doubt([], withinReach: false)))
        {
            part.Drop();
            return 0;
        }

        var factor = Next(node, withinReach: true);
        if (factor < 0 && ground.Goal == SearchGoal.RestsOnly && !node.Box.IsInconsistent())
        {
            factor = Next(node, withinReach: false);
        }

        if (factor < 0)
        {
            var looks = ground.Found.Add(node.Box.Count, node.Box.Open, cancellation);
            part.Drop();
            return looks;
        }

        (node.Factor, node.Left) = (factor, node.Box.Open[factor]);
        return 0;
    }

    // Until nothing closes another state; false: no configuration is left.
    private bool Close(SearchNode<T> node)
    {
        var box = node.Box;
        while (true)
        {
            if (!Propagate(box))
            {
                return false;
            }

            if (node.Bound is not { } bound)
            {
                return lookAhead!.Tighten(box, cancellation) && (ground.Conditions.IsEmpty || Propagate(box));
            }

            if (bound.Tighten(box.Open, left) is not { } any)
            {
                return false;
            }

            if (!any)
            {
                return true;
            }

            for (var factor = 0; factor < left.Length; factor++)
            {
                if (left[factor] == 0)
                {
                    return false;
                }

                if (left[factor] != box.Open[factor])
                {
                    box.Restrict(factor, left[factor]);
                }
            }
        }
    }

    private bool Propagate(Box<T> box)
    {
        current = box;
        while (box.Propagate())
        {
            if (ground.Conditions.IsEmpty)
            {
                return true;
            }

            if (ground.Conditions.Close(box.Open, restrict) is not { } any)
            {
                return false;
            }

            if (!any)
            {
                return true;
            }
        }

        return false;
    }

    // The factor to branch on among those in doubt and those that move one in doubt; -1: nothing is in doubt.
    private int Next(SearchNode<T> node, bool withinReach)
    {
        Array.Clear(inDoubt);
        node.Box.Doubt(inDoubt, withinReach);
        ground.Conditions.Doubt(node.Box.Open, inDoubt);
        var best = -1;
        for (var factor = 0; factor < inDoubt.Length; factor++)
        {
            var open = node.Box.Open[factor];
            if ((open & (open - 1)) != 0 && (inDoubt[factor] || MovesOneInDoubt(factor)) && (best < 0 || IsBetter(node, factor, best)))
            {
                best = factor;
            }
        }

        return best;
    }

    private bool MovesOneInDoubt(int factor)
    {
        foreach (var target in ground.Box.Tables.Moved[factor])
        {
            if (inDoubt[target])
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBetter(SearchNode<T> node, int factor, int best)
    {
        if (lookAhead is not null)
        {
            return lookAhead.Size[factor] < lookAhead.Size[best];
        }

        var (open, than) = (node.Box.Open[factor], node.Box.Open[best]);
        var (states, fewest) = (UInt128.PopCount(open), UInt128.PopCount(than));
        return states < fewest || (states == fewest && node.Bound!.Spread(factor, open) > node.Bound.Spread(best, than));
    }
}
