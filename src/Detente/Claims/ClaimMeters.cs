using Detente.Simulation;

namespace Detente.Claims;

/// <summary>Reads a quantity at a date, or summed over the dates of a span.</summary>
/// <param name="gauge">The quantity.</param>
/// <param name="from">First date.</param>
/// <param name="to">Last date.</param>
internal sealed class QuantityMeter(Gauge gauge, int from, int to) : LaneMeter
{
    /// <summary>Number of columns: numerator, denominator, happenings.</summary>
    public const int Columns = 3;

    /// <inheritdoc/>
    public override int Width => Columns;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes) => gauge.Begin();

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        if (lanes.Step >= from && lanes.Step <= to)
        {
            var (met, of) = gauge.Read(lanes, lanes.Valid);
            counts[0] += met;
            counts[1] += of;
        }
    }

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts)
    {
        if (lanes.Step < to)
        {
            gauge.See(lanes, lanes.Valid);
        }
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts) => counts[2] += gauge.Happenings(lanes.Valid);
}

/// <summary>Reads what is asked in every step, and at the end once more as things stand.</summary>
internal abstract class ConditionMeter : LaneMeter
{
    /// <summary>Number of columns: paths with a violation, paths, how often a premise was met.</summary>
    public const int Columns = 3;

    /// <inheritdoc/>
    public override int Width => Columns;

    /// <inheritdoc/>
    public sealed override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        if (lanes.IsAtEnd)
        {
            See(lanes, counts);
        }
    }

    /// <inheritdoc/>
    public sealed override void SeeStep(LaneWalk lanes, Span<long> counts) => See(lanes, counts);

    /// <summary>Asks once.</summary>
    /// <param name="lanes">The paths: within a step, or at their end.</param>
    /// <param name="counts">The columns.</param>
    protected abstract void See(LaneWalk lanes, Span<long> counts);
}

/// <summary>Reads whether a condition holds in a step in which it may not: in every step, and at the end as it stands. The premise counts in path-steps.</summary>
/// <param name="condition">The node that may not hold, or that must.</param>
/// <param name="forbidden">The value of the condition that violates.</param>
/// <param name="when">The node while which it counts.</param>
internal sealed class InvariantMeter(int condition, bool forbidden, int when) : ConditionMeter
{
    private readonly ulong[] violated = new ulong[LaneState.Stride];

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes) => Array.Clear(violated);

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        counts[0] += LaneMask.CountBoth(lanes.Valid, violated);
        counts[1] += LaneMask.Count(lanes.Valid);
    }

    protected override void See(LaneWalk lanes, Span<long> counts)
    {
        counts[2] += LaneMask.CountBoth(lanes.Valid, lanes.Holds(when));
        var holds = lanes.Holds(condition);
        var counted = lanes.Holds(when);
        for (var word = 0; word < holds.Length; word++)
        {
            violated[word] |= counted[word] & (forbidden ? holds[word] : ~holds[word]);
        }
    }
}

/// <summary>Reads whether one condition held in an earlier step than the first in which another holds. The premise counts paths on which the other holds.</summary>
/// <param name="first">The node that must come earlier.</param>
/// <param name="second">The other node.</param>
internal sealed class PrecedenceMeter(int first, int second) : ConditionMeter
{
    private readonly ulong[] hadFirst = new ulong[LaneState.Stride];
    private readonly ulong[] hadSecond = new ulong[LaneState.Stride];
    private readonly ulong[] violated = new ulong[LaneState.Stride];

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        Array.Clear(hadFirst);
        Array.Clear(hadSecond);
        Array.Clear(violated);
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        counts[0] += LaneMask.CountBoth(lanes.Valid, violated);
        counts[1] += LaneMask.Count(lanes.Valid);
        counts[2] += LaneMask.CountBoth(lanes.Valid, hadSecond);
    }

    protected override void See(LaneWalk lanes, Span<long> counts)
    {
        var one = lanes.Holds(first);
        var other = lanes.Holds(second);
        for (var word = 0; word < one.Length; word++)
        {
            var now = other[word] & ~hadSecond[word];
            violated[word] |= now & ~hadFirst[word];
            hadSecond[word] |= now;
            hadFirst[word] |= one[word];
        }
    }
}
