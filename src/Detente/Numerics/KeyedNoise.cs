using System.Text;

namespace Detente.Numerics;

/// <summary>Random numbers without a state: each one is a function of its key (seed, noise, path, step, purpose) and of nothing else.</summary>
/// <remarks>
/// The contract is docs/methods/sampling-contract.md. With <see cref="Mix64"/>, a bijection of 64 bits,
/// A = mix(mix(mix(seed + g) + noise + 1) + path + 1), B = mix(purpose + (step + 1) g), number = mix(A + B), g the golden gamma.
/// Same arguments, same bits on every machine; safe from any thread. Cost: one mix a number and one for B.
/// Sources: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators (OOPSLA 2014), with the finaliser
/// of D. Stafford (variant 13); purposes are hashed with FNV-1a of G. Fowler, L. C. Noll, K.-P. Vo.
/// </remarks>
internal static class KeyedNoise
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>The finaliser of SplitMix64: a bijection in which each input bit changes each output bit about half of the time.</summary>
    /// <param name="z">Any 64 bits.</param>
    public static ulong Mix64(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>The part A of the key: what is the same for all numbers of one path.</summary>
    /// <param name="seed">The seed; any value.</param>
    /// <param name="noise">Number of the draw, or the noise's id.</param>
    /// <param name="path">Number of the path.</param>
    public static ulong PathKey(ulong seed, ulong noise, ulong path) =>
        Mix64(Mix64(Mix64(seed + GoldenGamma) + noise + 1) + path + 1);

    /// <summary>The part B of the key: what is the same in all paths.</summary>
    /// <param name="purpose">See <see cref="Purpose"/>.</param>
    /// <param name="step">The step, from 0.</param>
    public static ulong StepKey(ulong purpose, int step) => Mix64(purpose + (((ulong)step + 1) * GoldenGamma));

    /// <summary>The number of a key: 64 bits, of which the high ones are used.</summary>
    /// <param name="pathKey">See <see cref="PathKey"/>.</param>
    /// <param name="stepKey">See <see cref="StepKey"/>.</param>
    public static ulong Number(ulong pathKey, ulong stepKey) => Mix64(pathKey + stepKey);

    /// <summary>A purpose: the hash of an element's qualified name and role, such as <c>events/x:happens</c>; never of its position.</summary>
    /// <param name="name">The name.</param>
    public static ulong Purpose(string name) => Mix64(Fnv1A(Encoding.UTF8.GetBytes(name)));

    /// <summary>The hash FNV-1a with 64 bits.</summary>
    /// <param name="bytes">What is hashed.</param>
    public static ulong Fnv1A(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 0x100000001B3;
        }

        return hash;
    }

    /// <summary>A number in [0, 1) from the high 53 bits.</summary>
    /// <param name="number">See <see cref="Number"/>.</param>
    public static double Unit(ulong number) => (number >> 11) * (1.0 / (1L << 53));
}
