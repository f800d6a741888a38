using System.Numerics;

namespace Detente.Simulation;

/// <summary>Sums over the states of many lanes.</summary>
/// <remarks>
/// States are below 128, so differences and their squares fit into 16 bits; sums are added up in 32 bits over at most <see cref="LaneWalk.MostLanes"/>
/// lanes. Vectors of bytes are widened to 16 and to 32 bits; what does not fill a vector is added one by one, which is also the plain twin.
/// </remarks>
internal static class LaneSums
{
    /// <summary>The sum of differences of states, and that of their squares.</summary>
    /// <param name="a">By lane the state.</param>
    /// <param name="b">By lane what is taken off it; as long.</param>
    public static (int Sum, int Squares) OfDifferences(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var (sums, squares) = (Vector<int>.Zero, Vector<int>.Zero);
        var lane = 0;
        for (; lane <= a.Length - Vector<byte>.Count; lane += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(a[lane..]), out var lowA, out var highA);
            Vector.Widen(new Vector<byte>(b[lane..]), out var lowB, out var highB);
            Add(Vector.AsVectorInt16(lowA - lowB), ref sums, ref squares);
            Add(Vector.AsVectorInt16(highA - highB), ref sums, ref squares);
        }

        var (sum, square) = (Vector.Sum(sums), Vector.Sum(squares));
        for (; lane < a.Length; lane++)
        {
            var difference = a[lane] - b[lane];
            sum += difference;
            square += difference * difference;
        }

        return (sum, square);
    }

    private static void Add(Vector<short> differences, ref Vector<int> sums, ref Vector<int> squares)
    {
        Vector.Widen(differences, out var low, out var high);
        sums += low + high;
        Vector.Widen(differences * differences, out low, out high);
        squares += low + high;
    }
}
