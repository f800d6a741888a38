using System.Buffers.Binary;
using Detente.Numerics;

namespace Detente.Benchmarks;

/// <summary>Keyed numbers as an endless stream of bytes, for test batteries.</summary>
internal static class NoiseStream
{
    private const int Chunk = 1 << 13;

    /// <summary>Writes the high 32 bits of the numbers of consecutive keys, lowest byte first, until the reader closes the stream.</summary>
    /// <param name="along"><c>paths</c>, <c>steps</c>, <c>purposes</c>, or <c>model</c>: the order in which a run uses them, 3 roles of 15 elements in 120 steps, path after path.</param>
    /// <param name="output">Where to.</param>
    public static void Write(string along, Stream output)
    {
        var purposes = Enumerable.Range(0, 45).Select(i => KeyedNoise.Purpose($"factors/f{i / 3}:role{i % 3}")).ToArray();
        var buffer = new byte[4 * Chunk];
        for (var first = 0UL; ; first += Chunk)
        {
            for (var i = 0; i < Chunk; i++)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(buffer.AsSpan(4 * i), (uint)(Number(along, first + (ulong)i, purposes) >> 32));
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

    private static ulong Number(string along, ulong i, ulong[] purposes) => along switch
    {
        "paths" => KeyedNoise.Number(KeyedNoise.PathKey(1, 1, i), KeyedNoise.StepKey(purposes[0], 0)),
        "steps" => KeyedNoise.Number(KeyedNoise.PathKey(1, 1, 0), KeyedNoise.StepKey(purposes[0], (int)i)),
        "purposes" => KeyedNoise.Number(KeyedNoise.PathKey(1, 1, 0), KeyedNoise.StepKey(KeyedNoise.Purpose($"factors/f{i}:choice"), 0)),
        _ => KeyedNoise.Number(KeyedNoise.PathKey(1, 1, i / 5400), KeyedNoise.StepKey(purposes[i % 45], (int)(i / 45 % 120))),
    };
}
