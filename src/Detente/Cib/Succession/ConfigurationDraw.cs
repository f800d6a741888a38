using Detente.Numerics;

namespace Detente.Cib;

/// <summary>Draws configurations uniformly, each by its number: held factors in their states, every other one in any of its states with equal chances.</summary>
/// <remarks>
/// The number of a factor's state is keyed by seed, number of the configuration and <c>factors/F:configuration</c> (docs/methods/sampling-contract.md).
/// Of 64 bits the remainder that would make some states likelier is drawn anew (Lemire 2019). Immutable, safe from any thread.
/// </remarks>
internal sealed class ConfigurationDraw
{
    private readonly ulong seed;
    private readonly ConfigurationSpace space;
    private readonly ulong[] purposes;

    /// <summary>Initialises the draw.</summary>
    /// <param name="space">The configurations.</param>
    /// <param name="seed">The seed; any value.</param>
    public ConfigurationDraw(ConfigurationSpace space, ulong seed)
    {
        this.space = space;
        this.seed = seed;
        purposes = [.. space.Model.Factors.Select(factor => KeyedNoise.Purpose($"factors/{factor.Id}:configuration"))];
    }

    /// <summary>Draws a configuration.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="x">Takes one state per factor.</param>
    public void Draw(long number, Span<int> x)
    {
        var key = KeyedNoise.Key(seed, 0, (ulong)number);
        for (var factor = 0; factor < x.Length; factor++)
        {
            x[factor] = space.Held[factor] ?? Below(key, purposes[factor], (ulong)space.States[factor]);
        }
    }

    private static int Below(ulong key, ulong purpose, ulong states)
    {
        var remainder = (0 - states) % states;
        for (var attempt = 0; ; attempt++)
        {
            var state = Math.BigMul(KeyedNoise.Number(key, KeyedNoise.StepKey(purpose, attempt)), states, out var low);
            if (low >= remainder)
            {
                return (int)state;
            }
        }
    }
}
