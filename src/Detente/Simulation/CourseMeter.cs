using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Where the counts of a <see cref="CourseMeter"/> stand: for each item and date kept the sum, the sum of squares, and both of the difference to the first world.</summary>
/// <remarks>Items are the kinds of future, then the severities (an event of at least that severity before the date), then the factors (the state).</remarks>
/// <param name="model">The model; worlds with edits of it have the same items.</param>
/// <param name="grid">The dates kept.</param>
internal sealed class CourseLayout(CompiledModel model, TimeGrid grid)
{
    /// <summary>Counts of an item at a date: sum, squares, sum and squares of the difference.</summary>
    public const int PerCell = 4;

    /// <summary>The dates kept.</summary>
    public TimeGrid Grid { get; } = grid;

    /// <summary>Number of kinds.</summary>
    public int Kinds { get; } = model.Model.Scenarios.Length;

    /// <summary>Number of severities.</summary>
    public int Severities { get; } = model.Model.Severities.Length;

    /// <summary>Number of factors.</summary>
    public int Factors { get; } = model.Factors.Length;

    /// <summary>Number of counts.</summary>
    public int Width => (Kinds + Severities + Factors) * Grid.Count * PerCell;

    /// <summary>Item of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public int OfKind(int kind) => kind;

    /// <summary>Item of a severity.</summary>
    /// <param name="severity">The severity.</param>
    public int OfSeverity(int severity) => Kinds + severity;

    /// <summary>Item of a factor.</summary>
    /// <param name="factor">The factor.</param>
    public int OfFactor(int factor) => Kinds + Severities + factor;

    /// <summary>Where the counts of an item at a date begin.</summary>
    /// <param name="item">The item.</param>
    /// <param name="place">Place of the date among those kept.</param>
    public int At(int item, int place) => ((item * Grid.Count) + place) * PerCell;
}

/// <summary>Counts the course of kinds, severities and factors over time, and its difference to the first world path by path.</summary>
/// <remarks>Memory: for each date kept a byte per lane and factor, a bit per lane, kind and severity.</remarks>
internal sealed class CourseMeter : LaneMeter
{
    private readonly CompiledModel model;
    private readonly CourseLayout layout;
    private readonly ulong[][] sets; // by date kept, then kind and severity: the lanes
    private readonly byte[][] states; // by date kept, then factor: by lane the state
    private readonly ulong[][] escalated; // by severity: the lanes with such an event so far
    private readonly byte[] zeros = new byte[LaneWalk.MostLanes];

    /// <summary>Initialises a meter.</summary>
    /// <param name="model">The model of the world.</param>
    /// <param name="layout">Where its counts stand.</param>
    public CourseMeter(CompiledModel model, CourseLayout layout)
    {
        const int words = LaneWalk.MostLanes / LaneMask.WordLanes;
        this.model = model;
        this.layout = layout;
        sets = [.. Enumerable.Range(0, layout.Grid.Count).Select(_ => new ulong[(layout.Kinds + layout.Severities) * words])];
        states = [.. Enumerable.Range(0, layout.Grid.Count).Select(_ => new byte[layout.Factors * LaneWalk.MostLanes])];
        escalated = [.. Enumerable.Range(0, layout.Severities).Select(_ => new ulong[words])];
    }

    /// <inheritdoc/>
    public override int Width => layout.Width;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        foreach (var mask in escalated)
        {
            Array.Clear(mask);
        }
    }

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts)
    {
        foreach (var (lane, happening) in lanes.Happenings)
        {
            for (var severity = model.Events[happening.Event].Outcomes[happening.Outcome].Severity; severity >= 0; severity--)
            {
                LaneMask.Set(escalated[severity], lane);
            }
        }
    }

    /// <inheritdoc/>
    public override void SeeSnapshot(LaneWalk lanes, Span<long> counts)
    {
        if (layout.Grid.Place(lanes.Step) is not (>= 0 and var place))
        {
            return;
        }

        for (var kind = 0; kind < layout.Kinds; kind++)
        {
            Keep(lanes.InScenario(kind), layout.OfKind(kind), place, lanes, counts);
        }

        for (var severity = 0; severity < layout.Severities; severity++)
        {
            Keep(escalated[severity].AsSpan(0, lanes.Words), layout.OfSeverity(severity), place, lanes, counts);
        }

        for (var factor = 0; factor < layout.Factors; factor++)
        {
            var now = lanes.States(factor)[..lanes.Paths.Count];
            now.CopyTo(StatesAt(place, factor, lanes));
            var (sum, squares) = LaneSums.OfDifferences(now, zeros.AsSpan(0, now.Length));
            Add(counts[layout.At(layout.OfFactor(factor), place)..], sum, squares);
        }
    }

    /// <inheritdoc/>
    public override void Compare(LaneMeter reference, LaneWalk lanes, Span<long> counts)
    {
        var other = (CourseMeter)reference;
        for (var place = 0; place < layout.Grid.Count; place++)
        {
            for (var item = 0; item < layout.Kinds + layout.Severities; item++)
            {
                var own = SetAt(place, item, lanes);
                var theirs = other.SetAt(place, item, lanes);
                var (more, less) = (0, 0);
                for (var word = 0; word < own.Length; word++)
                {
                    more += System.Numerics.BitOperations.PopCount(own[word] & ~theirs[word] & lanes.Valid[word]);
                    less += System.Numerics.BitOperations.PopCount(theirs[word] & ~own[word] & lanes.Valid[word]);
                }

                Add(counts[(layout.At(item, place) + 2)..], more - less, more + less);
            }

            for (var factor = 0; factor < layout.Factors; factor++)
            {
                var (sum, squares) = LaneSums.OfDifferences(StatesAt(place, factor, lanes), other.StatesAt(place, factor, lanes));
                Add(counts[(layout.At(layout.OfFactor(factor), place) + 2)..], sum, squares);
            }
        }
    }

    private static void Add(Span<long> counts, int sum, int squares)
    {
        counts[0] += sum;
        counts[1] += squares;
    }

    private void Keep(ReadOnlySpan<ulong> mask, int item, int place, LaneWalk lanes, Span<long> counts)
    {
        mask.CopyTo(SetAt(place, item, lanes));
        var count = LaneMask.CountBoth(mask, lanes.Valid);
        Add(counts[layout.At(item, place)..], count, count);
    }

    private Span<ulong> SetAt(int place, int item, LaneWalk lanes) =>
        sets[place].AsSpan(item * (LaneWalk.MostLanes / LaneMask.WordLanes), lanes.Words);

    private Span<byte> StatesAt(int place, int factor, LaneWalk lanes) =>
        states[place].AsSpan(factor * LaneWalk.MostLanes, lanes.Paths.Count);
}
