using Detente.Compiled;
using Detente.Simulation;

namespace Detente.Claims;

/// <summary>Reads one path after the other of one world for one claim, and adds what it read to columns of whole numbers.</summary>
/// <remarks>One thread.</remarks>
internal abstract class PathMeter
{
    /// <summary>Begins a path.</summary>
    public abstract void Begin();

    /// <summary>Sees the snapshot at a date, before the measures move.</summary>
    /// <param name="view">The path.</param>
    public virtual void SeeSnapshot(PathView view)
    {
    }

    /// <summary>Sees a step after its parts 1 to 3: the states are those of its snapshot, the measures have moved.</summary>
    /// <param name="view">The path.</param>
    /// <param name="happenings">What happens in it.</param>
    public virtual void SeeStep(PathView view, ReadOnlySpan<Happening> happenings)
    {
    }

    /// <summary>Ends the path and adds it up.</summary>
    /// <param name="columns">The columns of this meter.</param>
    public abstract void End(Span<long> columns);
}

/// <summary>Reads a quantity at a date, or summed over the dates of a span.</summary>
/// <param name="gauge">The quantity.</param>
/// <param name="from">First date.</param>
/// <param name="to">Last date.</param>
internal sealed class QuantityMeter(Gauge gauge, int from, int to) : PathMeter
{
    /// <summary>Number of columns: numerator, denominator, happenings.</summary>
    public const int Width = 3;
    private long numerator;
    private long denominator;

    /// <inheritdoc/>
    public override void Begin()
    {
        (numerator, denominator) = (0, 0);
        gauge.Begin(-1);
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(PathView view)
    {
        if (view.Step >= from && view.Step <= to)
        {
            var (met, of) = gauge.Read(view);
            numerator += met;
            denominator += of;
        }
    }

    /// <inheritdoc/>
    public override void SeeStep(PathView view, ReadOnlySpan<Happening> happenings)
    {
        if (view.Step < to)
        {
            gauge.See(view, happenings);
        }
    }

    /// <inheritdoc/>
    public override void End(Span<long> columns)
    {
        columns[0] += numerator;
        columns[1] += denominator;
        columns[2] += gauge.Happenings;
    }
}

/// <summary>Reads what is asked in every step, and at the end once more as things stand.</summary>
internal abstract class ConditionMeter : PathMeter
{
    /// <inheritdoc/>
    public sealed override void SeeSnapshot(PathView view)
    {
        if (view.IsAtEnd)
        {
            See(view);
        }
    }

    /// <inheritdoc/>
    public sealed override void SeeStep(PathView view, ReadOnlySpan<Happening> happenings) => See(view);

    /// <summary>Asks once.</summary>
    /// <param name="view">The path: within a step, or at its end.</param>
    protected abstract void See(PathView view);
}

/// <summary>Reads whether a condition holds in a step in which it may not: in every step, and at the end as it stands.</summary>
/// <param name="condition">The node that may not hold, or that must.</param>
/// <param name="forbidden">The value of the condition that violates.</param>
/// <param name="when">The node while which it counts.</param>
internal sealed class InvariantMeter(int condition, bool forbidden, int when) : ConditionMeter
{
    /// <summary>Number of columns: paths with a violation, paths, path-steps of the premise.</summary>
    public const int Width = 3;
    private bool isViolated;
    private int premise;

    /// <inheritdoc/>
    public override void Begin() => (isViolated, premise) = (false, 0);

    /// <inheritdoc/>
    public override void End(Span<long> columns)
    {
        columns[0] += isViolated ? 1 : 0;
        columns[1]++;
        columns[2] += premise;
    }

    protected override void See(PathView view)
    {
        if (view.Holds(when))
        {
            premise++;
            isViolated = isViolated || view.Holds(condition) == forbidden;
        }
    }
}

/// <summary>Reads whether one condition held in an earlier step than the first in which another holds.</summary>
/// <param name="first">The node that must come earlier.</param>
/// <param name="second">The other node.</param>
internal sealed class PrecedenceMeter(int first, int second) : ConditionMeter
{
    /// <summary>Number of columns: paths with a violation, paths, paths on which the second holds.</summary>
    public const int Width = 3;
    private bool hadFirst;
    private bool hadSecond;
    private bool isViolated;

    /// <inheritdoc/>
    public override void Begin() => (hadFirst, hadSecond, isViolated) = (false, false, false);

    /// <inheritdoc/>
    public override void End(Span<long> columns)
    {
        columns[0] += isViolated ? 1 : 0;
        columns[1]++;
        columns[2] += hadSecond ? 1 : 0;
    }

    protected override void See(PathView view)
    {
        if (hadSecond)
        {
            return;
        }

        hadSecond = view.Holds(second);
        isViolated = hadSecond && !hadFirst;
        hadFirst = hadFirst || view.Holds(first);
    }
}
