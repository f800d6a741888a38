namespace Detente.Simulation;

/// <summary>Two meters that read the same paths; the counts of the second stand after those of the first.</summary>
/// <param name="first">One.</param>
/// <param name="second">The other.</param>
internal sealed class JoinedMeter(LaneMeter first, LaneMeter second) : LaneMeter
{
    private readonly int split = first.Width;

    /// <inheritdoc/>
    public override int Width { get; } = first.Width + second.Width;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        first.Begin(lanes);
        second.Begin(lanes);
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        first.SeeSnapshot(lanes, counts[..split]);
        second.SeeSnapshot(lanes, counts[split..]);
    }

    /// <inheritdoc/>
    public override void SeeMeasures(LaneWalk lanes, Span<long> counts)
    {
        first.SeeMeasures(lanes, counts[..split]);
        second.SeeMeasures(lanes, counts[split..]);
    }

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts)
    {
        first.SeeStep(lanes, counts[..split]);
        second.SeeStep(lanes, counts[split..]);
    }

    /// <inheritdoc/>
    public override void SeeMove(LaneWalk lanes, Span<long> counts)
    {
        first.SeeMove(lanes, counts[..split]);
        second.SeeMove(lanes, counts[split..]);
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        first.End(lanes, counts[..split]);
        second.End(lanes, counts[split..]);
    }

    /// <inheritdoc/>
    public override void Compare(LaneMeter reference, LaneWalk lanes, Span<long> counts)
    {
        var (one, other) = ((JoinedMeter)reference).Parts;
        first.Compare(one, lanes, counts[..split]);
        second.Compare(other, lanes, counts[split..]);
    }

    private (LaneMeter First, LaneMeter Second) Parts => (first, second);
}
