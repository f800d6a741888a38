using System.Collections.Immutable;
using Detente.Models;
using Detente.Numerics;

namespace Detente.Compiled;

/// <summary>All judged numbers of a model, each in a slot and with the qualified name that keys its draws.</summary>
/// <remarks>Filled while a model is compiled, then only read; safe from any thread.</remarks>
internal sealed class NumberTable
{
    /// <summary>Values of a draw are keyed by a path that no run has.</summary>
    private const ulong NoPath = ulong.MaxValue;
    private const int NoStep = -1;

    private readonly List<Estimate> estimates = [];
    private readonly List<ulong> purposes = [];
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);

    /// <summary>Number of slots.</summary>
    public int Count => estimates.Count;

    /// <summary>The names, in the order of the slots.</summary>
    public ImmutableArray<string> Names => [.. byName.OrderBy(entry => entry.Value).Select(entry => entry.Key)];

    /// <summary>Takes a number in.</summary>
    /// <param name="name">Its qualified name; unique in the model.</param>
    /// <param name="estimate">The number.</param>
    /// <returns>Its slot.</returns>
    /// <exception cref="ArgumentException">The name is taken, or the number is none or outside its own range.</exception>
    public int Add(string name, Estimate estimate)
    {
        if (!(estimate.Low <= estimate.Value && estimate.Value <= estimate.High))
        {
            throw new ArgumentException($"The number {name} is none or lies outside its range.", nameof(estimate));
        }

        byName.Add(name, estimates.Count);
        estimates.Add(estimate);
        purposes.Add(KeyedNoise.Purpose(name + ":value"));
        return estimates.Count - 1;
    }

    /// <summary>Every number at its stated point.</summary>
    public double[] StatedPoints() => [.. estimates.Select(estimate => estimate.Value)];

    /// <summary>A draw: every uncertain number from its triangular distribution.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="draw">Number of the draw.</param>
    public double[] Sample(ulong seed, ulong draw)
    {
        var values = StatedPoints();
        var key = KeyedNoise.Key(seed, draw, NoPath);
        for (var slot = 0; slot < values.Length; slot++)
        {
            if (estimates[slot].IsUncertain)
            {
                var u = KeyedNoise.Unit(KeyedNoise.Number(key, KeyedNoise.StepKey(purposes[slot], NoStep)));
                values[slot] = Triangular.Quantile(estimates[slot].Low, estimates[slot].Value, estimates[slot].High, u);
            }
        }

        return values;
    }
}
