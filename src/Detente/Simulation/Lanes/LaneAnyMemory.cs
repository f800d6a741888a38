namespace Detente.Simulation;

/// <summary>What the redraw of one factor on all lanes works with: all in one piece, the same for all factors.</summary>
internal sealed class LaneAnyMemory
{
    private const int Row = LaneWalk.MostLanes;
    private const int Spare = LaneMemory.Line; // behind lists, whose last vector is written whole
    private readonly int dense;

    /// <summary>Takes the memory.</summary>
    /// <param name="rows">Rows of states.</param>
    /// <param name="gathered">The most rows gathered for one factor.</param>
    public LaneAnyMemory(int rows, int gathered)
    {
        Choices = rows * Row;
        Numbers = Choices + (2 * Row);
        Lanes = Numbers + Row;
        Chosen = Lanes + Row + Spare;
        Lags = Chosen + Row + Spare;
        Starts = Lags + (LaneAnyRows.FewStates * LaneMemory.Line);
        From = Starts + (2 * LaneMemory.Line);
        Leads = From + LaneMemory.Line;
        dense = Leads + (LaneAnyRows.FewStates * LaneMemory.Line);
        Memory = new LaneMemory(dense + ((gathered + 8) * LaneMemory.Line));
    }

    /// <summary>The memory; it begins with the rows of states.</summary>
    public LaneMemory Memory { get; }

    /// <summary>By lane the first byte of the number that chooses, then the second: as if they were two more rows.</summary>
    public int Choices { get; }

    /// <summary>By lane the first byte of the number that says who is reconsidered: at most the first byte of the threshold where it is.</summary>
    public int Numbers { get; }

    /// <summary>The lanes redrawn, by their place among the 64 of their word, one after the other.</summary>
    public int Lanes { get; }

    /// <summary>What they are redrawn to.</summary>
    public int Chosen { get; }

    /// <summary>By state what 64 of them lag behind, in units.</summary>
    public int Lags { get; }

    /// <summary>By word how many redrawn lanes there are before it; then all. 32 bits each.</summary>
    public int Starts { get; }

    /// <summary>By word the place of its first redrawn lane among the 64 looked at; 0 for those before.</summary>
    public int From { get; }

    /// <summary>By state but the first its lead on 64 of them.</summary>
    public int Leads { get; }

    /// <summary>Of 64 redrawn lanes the byte of a gathered row.</summary>
    /// <param name="place">Place of the row among those gathered; 0 and 1: the number that chooses.</param>
    public int Dense(int place) => dense + (place * LaneMemory.Line);

    /// <summary>Where a row of states begins.</summary>
    /// <param name="row">The row.</param>
    public static int RowAt(int row) => row * Row;
}
