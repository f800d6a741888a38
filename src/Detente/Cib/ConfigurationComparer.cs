using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Detente.Numerics;

namespace Detente.Cib;

/// <summary>Configurations are equal when their states are, and ordered by their first different one.</summary>
internal sealed class ConfigurationComparer : IEqualityComparer<ImmutableArray<int>>, IComparer<ImmutableArray<int>>
{
    private ConfigurationComparer()
    {
    }

    /// <summary>The only one needed.</summary>
    public static ConfigurationComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceCompareTo(y.AsSpan());

    /// <inheritdoc/>
    public bool Equals(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceEqual(y.AsSpan());

    /// <inheritdoc/>
    public int GetHashCode([DisallowNull] ImmutableArray<int> obj) =>
        (int)obj.Aggregate(0UL, (hash, state) => KeyedNoise.Mix64(hash + (ulong)state + 1));
}
