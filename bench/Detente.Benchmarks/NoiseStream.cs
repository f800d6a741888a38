using System.Buffers.Binary;
using Detente.Numerics;

namespace Detente.Benchmarks;

/// <summary>Keyed numbers as an endless stream of bytes, for test batteries.</summary>
internal static class NoiseStream
{
    private const int Chunk = 1 << 13;

    /// <summary>Writes words of eight bytes, one of each of eight paths, until the reader closes the stream.</summary>
    /// <param name="along"><c>paths</c>, <c>steps</c>, <c>purposes</c>, <c>places</c> (bytes of one number), or <c>model</c>: the order in which a run uses them, 3 roles of 15 elements in 120 steps, eight paths after the other.</param>
    /// <param name="output">Where to.</param>
    public static void Write(string along, Stream output)
    {
        var purposes = Enumerable.Range(0, 45).Select(i => KeyedNoise.Purpose($"factors/f{i / 3}:role{i % 3}")).ToArray();
        var buffer = new byte[8 * Chunk];
        for (var first = 0UL; ; first += Chunk)
        {
            for (var i = 0; i < Chunk; i++)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(buffer.AsSpan(8 * i), Word(along, first + (ulong)i, purposes));
            }

            try
            {
                output.Write(buffer);
            }
            catch (IOException)
            {
                return; // the reader has enough
            }
        }
    }

    private static ulong Word(string along, ulong i, ulong[] purposes) => along switch
    {
        "paths" => Word(8 * i, KeyedNoise.StepKey(purposes[0], 0), 0),
        "steps" => Word(0, KeyedNoise.StepKey(purposes[0], (int)i), 0),
        "purposes" => Word(0, KeyedNoise.StepKey(KeyedNoise.Purpose($"factors/f{i}:choice"), 0), 0),
        "places" => Word(8 * (i / 4), KeyedNoise.StepKey(purposes[0], 0), (int)(i % 4)),
        _ => Word(8 * (i / 5400), KeyedNoise.StepKey(purposes[i % 45], (int)(i / 45 % 120)), 0),
    };

    private static ulong Word(ulong path, ulong stepKey, int place) =>
        KeyedNoise.Mix64(KeyedNoise.PathKey(1, 1, path).Word + stepKey + ((ulong)place * KeyedNoise.GoldenGamma));
}
