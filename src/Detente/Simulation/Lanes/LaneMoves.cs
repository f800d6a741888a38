namespace Detente.Simulation;

/// <summary>The lanes on which one factor may move to a neighbouring state in this step, and how much speaks for the upper of the two states.</summary>
internal sealed class LaneMoves
{
    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>The lanes, ascending.</summary>
    public ushort[] Lanes { get; } = new ushort[LaneWalk.MostLanes];

    /// <summary>The lower of the two states.</summary>
    public byte[] Edges { get; } = new byte[LaneWalk.MostLanes];

    /// <summary>Whether the move is upwards: 1 or 0.</summary>
    public byte[] Ups { get; } = new byte[LaneWalk.MostLanes];

    /// <summary>The lead of the upper state over the lower, in hundredths of a point.</summary>
    public int[] Leads { get; } = new int[LaneWalk.MostLanes];

    /// <summary>Lists lanes.</summary>
    /// <param name="states">The states of the factor by lane.</param>
    /// <param name="ups">Lanes that may move up.</param>
    /// <param name="downs">Lanes that may move down; in neither set twice.</param>
    public void Fill(ReadOnlySpan<byte> states, ReadOnlySpan<ulong> ups, ReadOnlySpan<ulong> downs)
    {
        var count = 0;
        for (var word = 0; word < ups.Length; word++)
        {
            for (var bits = ups[word] | downs[word]; bits != 0; bits &= bits - 1)
            {
                var bit = System.Numerics.BitOperations.TrailingZeroCount(bits);
                var lane = (word * LaneMask.WordLanes) + bit;
                var up = (int)((ups[word] >> bit) & 1);
                Lanes[count] = (ushort)lane;
                Ups[count] = (byte)up;
                Edges[count] = (byte)(states[lane] + up - 1);
                Leads[count] = 0;
                count++;
            }
        }

        Count = count;
    }
}
