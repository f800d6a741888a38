using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>Where configurations end under succession: how many in each fixed point and cycle.</summary>
internal abstract class Basins
{
    /// <summary>How many configurations were followed: all of them, or those of a sample.</summary>
    public abstract long Followed { get; }

    /// <summary>The ends that were come to, by their lexically first configuration.</summary>
    public abstract IEnumerable<Attractor> Attractors { get; }

    /// <summary>Number of cycles that were come to.</summary>
    public abstract int CycleCount { get; }

    /// <summary>How many of those followed end in a fixed point; 0 for a configuration that is none.</summary>
    /// <param name="x">One state per factor; held factors in their states.</param>
    public abstract long Weight(ReadOnlySpan<int> x);

    /// <summary>The cycles in which most end, by their lexically first configuration.</summary>
    /// <param name="most">How many at most; the lexically first on a tie.</param>
    public abstract ImmutableArray<Attractor> HeaviestCycles(int most);
}

/// <summary>A fixed point or a cycle of succession.</summary>
/// <param name="Configurations">Its configurations in order, beginning with the lexically first; one for a fixed point.</param>
/// <param name="Weight">How many of the configurations followed end in it, itself included.</param>
internal sealed record Attractor(ImmutableArray<ImmutableArray<int>> Configurations, long Weight);
