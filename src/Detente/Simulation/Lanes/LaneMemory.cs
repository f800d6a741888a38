using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Detente.Simulation;

/// <summary>Bytes that begin at a multiple of 64 and stay where they are, so that no vector of 64 bytes lies on two lines of the cache.</summary>
internal sealed class LaneMemory
{
    /// <summary>Bytes of a vector, and of a line of the cache.</summary>
    public const int Line = 64;
    private readonly byte[] bytes;
    private readonly int first;

    /// <summary>Takes memory, all zero.</summary>
    /// <param name="length">How many bytes.</param>
    public LaneMemory(int length)
    {
        bytes = GC.AllocateArray<byte>(length + Line, pinned: true);
        first = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0) & (Line - 1));
        Length = length;
    }

    /// <summary>How many bytes.</summary>
    public int Length { get; }

    /// <summary>All of it.</summary>
    public Span<byte> All => bytes.AsSpan(first, Length);

    /// <summary>The byte at a place.</summary>
    /// <param name="at">The place.</param>
    public ref byte this[int at] => ref bytes[first + at];

    /// <summary>Part of it.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="length">How many bytes.</param>
    public Span<byte> AsSpan(int at, int length) => bytes.AsSpan(first + at, length);

    /// <summary>The byte at a place, without looking whether it is inside.</summary>
    /// <param name="at">The place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte At(int at) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), first + at);

    /// <summary>Part of it as numbers of another type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="at">Where it begins, in bytes.</param>
    /// <param name="count">How many.</param>
    public Span<T> As<T>(int at, int count)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(All.Slice(at, count * Unsafe.SizeOf<T>()));
}
