namespace Detente.Simulation;

/// <summary>Reads the paths that are walked side by side in one world and adds what it read to whole numbers, draw by draw.</summary>
/// <remarks>
/// One thread; one meter per thread and world. What it keeps between calls is about the paths in the lanes now; what is to be kept goes into the
/// counts. Sums of whole numbers do not depend on who walked what.
/// </remarks>
internal abstract class LaneMeter
{
    /// <summary>How many counts it keeps per draw.</summary>
    public abstract int Width { get; }

    /// <summary>Begins with new paths, at their start.</summary>
    /// <param name="lanes">The paths.</param>
    public abstract void Begin(LaneWalk lanes);

    /// <summary>Sees the snapshot at a date (0 to the number of steps), before the measures move.</summary>
    /// <param name="lanes">The paths.</param>
    /// <param name="counts">The counts of the draw.</param>
    public virtual void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
    }

    /// <summary>Sees a step after its part 1: the measures have moved, nothing else.</summary>
    /// <param name="lanes">The paths.</param>
    /// <param name="counts">The counts of the draw.</param>
    public virtual void SeeMeasures(LaneWalk lanes, Span<long> counts)
    {
    }

    /// <summary>Sees a step after its parts 1 to 3: what happens is known, the states are still those of the snapshot.</summary>
    /// <param name="lanes">The paths.</param>
    /// <param name="counts">The counts of the draw.</param>
    public virtual void SeeStep(LaneWalk lanes, Span<long> counts)
    {
    }

    /// <summary>Sees a step that is done: states and date are those of the next one.</summary>
    /// <param name="lanes">The paths.</param>
    /// <param name="counts">The counts of the draw.</param>
    public virtual void SeeMove(LaneWalk lanes, Span<long> counts)
    {
    }

    /// <summary>Ends the paths, after their last snapshot.</summary>
    /// <param name="lanes">The paths.</param>
    /// <param name="counts">The counts of the draw.</param>
    public virtual void End(LaneWalk lanes, Span<long> counts)
    {
    }

    /// <summary>Compares the paths just ended with the same paths in the first world, which ended before.</summary>
    /// <param name="reference">The meter of the first world, of the same type.</param>
    /// <param name="lanes">The paths, for <see cref="LaneWalk.Valid"/>.</param>
    /// <param name="counts">The counts of the draw.</param>
    public virtual void Compare(LaneMeter reference, LaneWalk lanes, Span<long> counts)
    {
    }
}
