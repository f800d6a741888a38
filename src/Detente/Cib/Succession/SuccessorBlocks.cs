namespace Detente.Cib;

/// <summary>
/// All configurations in lexical order, cut into blocks within which only the last free factors differ, with the place of each one's successor.
/// </summary>
/// <remarks>Immutable, safe to use from any thread; each thread opens a reader of its own.</remarks>
internal abstract class SuccessorBlocks
{
    // A longer block spreads what is computed once over more configurations; tables of so many shorts stay in a core's second-level cache.
    private const int MostInBlock = 1024;
    private const int MostTabulated = 1 << 16;

    /// <summary>Initialises the cut.</summary>
    /// <param name="space">The configurations; fewer than 2^62.</param>
    /// <param name="width">Numbers that one configuration takes in a table.</param>
    protected SuccessorBlocks(ConfigurationSpace space, int width)
    {
        Space = space;
        Free = [.. Enumerable.Range(0, space.States.Length).Where(factor => space.Held[factor] is null && space.States[factor] > 1)];
        Outer = Free.Length;
        Length = 1;
        while (Outer > 0)
        {
            var longer = Length * space.States[Free[Outer - 1]];
            if (Length > 1 && (longer > MostInBlock || (long)longer * width > MostTabulated))
            {
                break;
            }

            Length = longer;
            Outer--;
        }

        Count = (long)space.Count / Length;
    }

    /// <summary>Number of blocks.</summary>
    public long Count { get; }

    /// <summary>Configurations in a block: <see cref="Count"/> times this are all.</summary>
    public int Length { get; }

    /// <summary>The configurations.</summary>
    protected ConfigurationSpace Space { get; }

    /// <summary>The factors that take more than one state, in declaration order.</summary>
    protected int[] Free { get; }

    /// <summary>How many of <see cref="Free"/>, from the first, are the same throughout a block.</summary>
    protected int Outer { get; }

    /// <summary>The blocks by the quickest way there is: several configurations an instruction where the impacts allow it, else one by one.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="space">The configurations; fewer than 2^62.</param>
    /// <param name="rule">The rule of succession.</param>
    public static SuccessorBlocks Of(BalanceMatrix matrix, ConfigurationSpace space, SuccessionRule rule) =>
        space.Count > 1 && LaneBlocks.Fits(matrix, rule) ? new LaneBlocks(matrix, space, rule) : new ScalarBlocks(matrix, space, rule);

    /// <summary>A reader for one thread.</summary>
    public abstract SuccessorReader Open();
}

/// <summary>Reads the blocks one after the other; neighbouring blocks share work.</summary>
internal abstract class SuccessorReader
{
    /// <summary>The places of the successors of a block's configurations, in order.</summary>
    /// <param name="block">The block's number.</param>
    /// <returns>Valid until the next call.</returns>
    public abstract ReadOnlySpan<long> Read(long block);
}
