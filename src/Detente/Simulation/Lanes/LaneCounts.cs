namespace Detente.Simulation;

/// <summary>How many paths are in which state: kept by what a redraw tells, counted where something else has changed a factor.</summary>
internal sealed class LaneCounts
{
    private readonly LaneState state;
    private readonly int[] counts; // by place of a state among those of all factors
    private readonly int[] moved;
    private readonly bool[] isKnown; // by factor
    private readonly bool[] hasMoved;

    /// <summary>Initialises the counts.</summary>
    /// <param name="state">The lanes.</param>
    public LaneCounts(LaneState state)
    {
        this.state = state;
        (counts, moved) = (new int[state.Model.StatesInAll], new int[state.Model.StatesInAll]);
        (isKnown, hasMoved) = (new bool[state.Model.Factors.Length], new bool[state.Model.Factors.Length]);
    }

    /// <summary>Begins with other paths.</summary>
    public void Start()
    {
        Array.Clear(isKnown);
        Array.Clear(hasMoved);
        Array.Clear(moved);
    }

    /// <summary>Takes in a redraw.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="more">By state but the first how many more paths are in it or a higher one; 0 behind the last.</param>
    public void Move(int factor, ReadOnlySpan<int> more)
    {
        var (offset, count) = (state.Model.Factors[factor].Offset, state.Model.Factors[factor].States);
        hasMoved[factor] = true;
        moved[offset] = -more[1];
        for (var s = 1; s < count; s++)
        {
            moved[offset + s] = more[s] - more[s + 1];
        }
    }

    /// <summary>The next states become those of the snapshot.</summary>
    /// <param name="hasChanged">By factor whether something else than a redraw has changed it.</param>
    public void Advance(bool[] hasChanged)
    {
        for (var factor = 0; factor < isKnown.Length; factor++)
        {
            isKnown[factor] &= !hasChanged[factor];
            if (!hasMoved[factor])
            {
                continue;
            }

            hasMoved[factor] = false;
            var (offset, count) = (state.Model.Factors[factor].Offset, state.Model.Factors[factor].States);
            for (var at = offset; isKnown[factor] && at < offset + count; at++)
            {
                counts[at] += moved[at];
            }
        }
    }

    /// <summary>Adds the counts of the snapshot.</summary>
    /// <param name="to">By place of a state among those of all factors.</param>
    public void AddTo(Span<long> to)
    {
        for (var factor = 0; factor < isKnown.Length; factor++)
        {
            if (!isKnown[factor])
            {
                Count(factor);
            }
        }

        for (var at = 0; at < counts.Length; at++)
        {
            to[at] += counts[at];
        }
    }

    private void Count(int factor)
    {
        isKnown[factor] = true;
        for (var s = 0; s < state.Model.Factors[factor].States; s++)
        {
            var at = state.Model.Factors[factor].Offset + s;
            counts[at] = LaneMask.CountBoth(state.InState(at), state.Valid.AsSpan(0, state.Words));
        }
    }
}
