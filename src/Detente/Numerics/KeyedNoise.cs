using System.Runtime.CompilerServices;
using System.Text;

namespace Detente.Numerics;

/// <summary>Random numbers without a state: each one is a function of its key (seed, noise, path, step, purpose) and of nothing else.</summary>
/// <remarks>
/// The contract is docs/methods/sampling-contract.md. With <see cref="Mix64"/>, a bijection of 64 bits, and g the golden gamma:
/// K(x) = mix(mix(mix(seed + g) + noise + 1) + x + 1) and B = mix(purpose + (step + 1) g). A whole number of a key is mix(K(path) + B).
/// The numbers of a step of a path are made of bytes, so that a mix serves eight paths: with A = mix(K(path / 64) + (w + 1) g), w = path mod 64 / 8,
/// byte j is byte (path mod 8), the lowest first, of mix(A + B + j g); byte 0 is the highest of the number.
/// Same arguments, same bits on every machine; safe from any thread. Cost: one mix a byte and one for B.
/// Sources: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators (OOPSLA 2014), with the finaliser
/// of D. Stafford (variant 13); purposes are hashed with FNV-1a of G. Fowler, L. C. Noll, K.-P. Vo.
/// </remarks>
internal static class KeyedNoise
{
    /// <summary>2^64 over the golden ratio, odd: what distinguishes neighbouring keys before they are mixed.</summary>
    public const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>The finaliser of SplitMix64: a bijection in which each input bit changes each output bit about half of the time.</summary>
    /// <param name="z">Any 64 bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix64(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>The part K of the key: what is the same for all whole numbers of one path or one block of 64 paths.</summary>
    /// <param name="seed">The seed; any value.</param>
    /// <param name="noise">Number of the draw, or the noise's id.</param>
    /// <param name="of">Number of the path, or of the block.</param>
    public static ulong Key(ulong seed, ulong noise, ulong of) =>
        Mix64(Mix64(Mix64(seed + GoldenGamma) + noise + 1) + of + 1);

    /// <summary>The part A of the key of the eight paths that share a word of bytes.</summary>
    /// <param name="blockKey">See <see cref="Key"/>, of the block.</param>
    /// <param name="word">The word, 0 to 7.</param>
    public static ulong WordKey(ulong blockKey, int word) => Mix64(blockKey + (((ulong)word + 1) * GoldenGamma));

    /// <summary>The key of the numbers that a path uses in its steps.</summary>
    /// <param name="seed">The seed; any value.</param>
    /// <param name="noise">Number of the draw, or the noise's id.</param>
    /// <param name="path">Number of the path.</param>
    public static PathKey PathKey(ulong seed, ulong noise, ulong path) =>
        new(WordKey(Key(seed, noise, path / 64), (int)(path % 64 / 8)), (int)(path % 8) * 8);

    /// <summary>One byte of the number of a path in a step.</summary>
    /// <param name="key">The path.</param>
    /// <param name="stepKey">See <see cref="StepKey"/>.</param>
    /// <param name="place">Which byte; 0 is the highest.</param>
    public static int Byte(PathKey key, ulong stepKey, int place) => (int)(Mix64(key.Word + stepKey + ((ulong)place * GoldenGamma)) >> key.Shift) & 0xFF;

    /// <summary>Whether the number of a path in a step is below a threshold; as many bytes are made as it takes to know.</summary>
    /// <param name="key">The path.</param>
    /// <param name="stepKey">See <see cref="StepKey"/>.</param>
    /// <param name="threshold">The threshold, 0 to 2^bits.</param>
    /// <param name="bits">Bits of the number; a multiple of 8.</param>
    public static bool IsBelow(PathKey key, ulong stepKey, long threshold, int bits)
    {
        for (var left = bits - 8; left >= 0; left -= 8)
        {
            var difference = Byte(key, stepKey, ((bits - left) / 8) - 1) - (threshold >> left);
            if (difference != 0)
            {
                return difference < 0;
            }

            threshold &= (1L << left) - 1;
        }

        return false;
    }

    /// <summary>The part B of the key: what is the same in all paths.</summary>
    /// <param name="purpose">See <see cref="Purpose"/>.</param>
    /// <param name="step">The step, from 0.</param>
    public static ulong StepKey(ulong purpose, int step) => Mix64(purpose + (((ulong)step + 1) * GoldenGamma));

    /// <summary>The whole number of a key: 64 bits.</summary>
    /// <param name="pathKey">See <see cref="Key"/>.</param>
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

/// <summary>The key of the numbers that a path uses in its steps.</summary>
/// <param name="Word">Part A of the eight paths that share a word.</param>
/// <param name="Shift">Where the path's byte stands in the word: 0, 8, ... 56.</param>
internal readonly record struct PathKey(ulong Word, int Shift);
