using System.Numerics;
using System.Runtime.InteropServices;

namespace Detente.Cib;

/// <summary>Adds rows of integers, several at a time. What is added must be at least as long as the sums.</summary>
internal static class Sums
{
    /// <summary>sums += plus.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="plus">What is added.</param>
    public static void Add(Span<int> sums, ReadOnlySpan<int> plus)
    {
        var wide = MemoryMarshal.Cast<int, Vector<int>>(sums);
        var widePlus = MemoryMarshal.Cast<int, Vector<int>>(plus);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] += widePlus[i];
        }

        for (var i = wide.Length * Vector<int>.Count; i < sums.Length; i++)
        {
            sums[i] += plus[i];
        }
    }

    /// <summary>sums += plus - minus.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="plus">What is added.</param>
    /// <param name="minus">What is taken off.</param>
    public static void Shift(Span<int> sums, ReadOnlySpan<int> plus, ReadOnlySpan<int> minus)
    {
        var wide = MemoryMarshal.Cast<int, Vector<int>>(sums);
        var widePlus = MemoryMarshal.Cast<int, Vector<int>>(plus);
        var wideMinus = MemoryMarshal.Cast<int, Vector<int>>(minus);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] += widePlus[i] - wideMinus[i];
        }

        for (var i = wide.Length * Vector<int>.Count; i < sums.Length; i++)
        {
            sums[i] += plus[i] - minus[i];
        }
    }
}
