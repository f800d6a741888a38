using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>How many paths are in which state: kept by what a redraw tells, counted where something else has changed a factor.</summary>
internal sealed class LaneCounts
{
    private const int Stride = LaneAnyRows.FewStates;
    private readonly LaneState state;
    private readonly int[] atLeast; // by factor and state the paths in it or a higher one; of factors with up to four states that are known
    private readonly bool[] isKnown; // by factor
    private bool isMoving; // some are those of the next step

    /// <summary>Initialises the counts.</summary>
    /// <param name="state">The lanes.</param>
    public LaneCounts(LaneState state)
    {
        this.state = state;
        isKnown = new bool[state.Model.Factors.Length];
        atLeast = new int[isKnown.Length * Stride];
    }

    /// <summary>Begins with other paths.</summary>
    public void Start()
    {
        Array.Clear(isKnown);
        isMoving = false;
    }

    /// <summary>The counts of a factor while it is redrawn, by state; that of the first has no meaning.</summary>
    /// <param name="factor">The factor.</param>
    public ref int Moving(int factor)
    {
        isMoving = true;
        return ref atLeast[factor * Stride];
    }

    /// <summary>The next states are those of the snapshot.</summary>
    public void Advance() => isMoving = false;

    /// <summary>Minds that something else than a redraw has changed a factor.</summary>
    /// <param name="factor">The factor.</param>
    public void Forget(int factor) => isKnown[factor] = false;

    /// <summary>Adds the counts of the snapshot.</summary>
    /// <param name="to">By place of a state among those of all factors.</param>
    public void AddTo(Span<long> to)
    {
        for (var factor = 0; factor < isKnown.Length; factor++)
        {
            var of = state.Model.Factors[factor];
            if (!isKnown[factor] || isMoving)
            {
                Count(factor, of, to.Slice(of.Offset, of.States));
                continue;
            }

            var (at, above) = (factor * Stride, state.Paths);
            for (var s = 1; s < of.States; s++)
            {
                to[of.Offset + s - 1] += above - atLeast[at + s];
                above = atLeast[at + s];
            }

            to[of.Offset + of.States - 1] += above;
        }
    }

    private void Count(int factor, CompiledFactor of, Span<long> to)
    {
        var keeps = of.States <= Stride && !isMoving;
        var above = 0;
        for (var s = of.States - 1; s >= 0; s--)
        {
            var count = LaneMask.CountBoth(state.InState(of.Offset + s), state.Valid.AsSpan(0, state.Words));
            to[s] += count;
            above += count;
            if (keeps)
            {
                atLeast[(factor * Stride) + s] = above;
            }
        }

        isKnown[factor] = keeps;
    }
}
