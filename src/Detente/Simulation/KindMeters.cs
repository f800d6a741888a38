namespace Detente.Simulation;

/// <summary>Counts the paths in each kind of future where the walk ends.</summary>
/// <param name="kinds">Number of kinds.</param>
internal sealed class KindShareMeter(int kinds) : LaneMeter
{
    /// <inheritdoc/>
    public override int Width => kinds;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        for (var kind = 0; kind < kinds; kind++)
        {
            counts[kind] += LaneMask.CountBoth(lanes.InScenario(kind), lanes.Valid);
        }
    }
}

/// <summary>Counts the paths in one kind of future where the walk ends, and against the first world those that are in it in one of the two only.</summary>
/// <param name="kind">The kind.</param>
internal sealed class KindChangeMeter(int kind) : LaneMeter
{
    /// <summary>Place of the number of paths in the kind.</summary>
    public const int In = 0;

    /// <summary>Place of the number of paths in it here, but not in the first world.</summary>
    public const int Gained = 1;

    /// <summary>Place of the number of paths in it in the first world, but not here.</summary>
    public const int Lost = 2;

    private readonly ulong[] isIn = new ulong[LaneWalk.MostLanes / LaneMask.WordLanes];

    /// <inheritdoc/>
    public override int Width => 3;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes) => Array.Clear(isIn);

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        var now = lanes.InScenario(kind);
        var valid = lanes.Valid;
        for (var word = 0; word < now.Length; word++)
        {
            isIn[word] = now[word] & valid[word];
        }

        counts[In] += LaneMask.Count(isIn);
    }

    /// <inheritdoc/>
    public override void Compare(LaneMeter reference, LaneWalk lanes, Span<long> counts)
    {
        var before = ((KindChangeMeter)reference).isIn;
        for (var word = 0; word < isIn.Length; word++)
        {
            counts[Gained] += System.Numerics.BitOperations.PopCount(isIn[word] & ~before[word]);
            counts[Lost] += System.Numerics.BitOperations.PopCount(before[word] & ~isIn[word]);
        }
    }
}
