using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Where the counts of a <see cref="WindowMeter"/> stand. Items are the events, then the severities: events of at least that severity.</summary>
/// <param name="model">The model.</param>
/// <param name="inside">By step whether it lies in the window; some do and some do not.</param>
internal sealed class WindowLayout(CompiledModel model, bool[] inside)
{
    /// <summary>Counts per item, see the fields from <see cref="Inside"/> on.</summary>
    public const int PerItem = 8;

    /// <summary>Happenings in the window; then their squares per path.</summary>
    public const int Inside = 0;

    /// <summary>Happenings outside; then their squares.</summary>
    public const int Outside = 2;

    /// <summary>Happenings in the window times the steps outside less those outside times the steps inside; then its squares.</summary>
    public const int Contrast = 4;

    /// <summary>Happenings in the window less those of the same path in the first world; then its squares.</summary>
    public const int Difference = 6;

    /// <summary>Number of events.</summary>
    public int Events { get; } = model.Events.Length;

    /// <summary>Number of items.</summary>
    public int Items { get; } = model.Events.Length + model.Model.Severities.Length;

    /// <summary>Steps in the window.</summary>
    public int StepsInside { get; } = inside.Count(step => step);

    /// <summary>Steps outside.</summary>
    public int StepsOutside { get; } = inside.Count(step => !step);

    /// <summary>Whether a step lies in the window.</summary>
    /// <param name="step">The step.</param>
    public bool IsInside(int step) => inside[step];
}

/// <summary>Counts events in the steps of a window and outside them.</summary>
/// <param name="model">The model of the world.</param>
/// <param name="layout">Where the counts stand.</param>
internal sealed class WindowMeter(CompiledModel model, WindowLayout layout) : LaneMeter
{
    private readonly int[] inside = new int[LaneWalk.MostLanes * layout.Items];
    private readonly int[] outside = new int[LaneWalk.MostLanes * layout.Items];

    /// <inheritdoc/>
    public override int Width => layout.Items * WindowLayout.PerItem;

    /// <inheritdoc/>
    public override void Begin(LaneWalk lanes)
    {
        Array.Clear(inside);
        Array.Clear(outside);
    }

    /// <inheritdoc/>
    public override void SeeStep(LaneWalk lanes, Span<long> counts)
    {
        var numbers = layout.IsInside(lanes.Step) ? inside : outside;
        foreach (var (lane, happening) in lanes.Happenings)
        {
            var first = lane * layout.Items;
            numbers[first + happening.Event]++;
            for (var severity = model.Events[happening.Event].Outcomes[happening.Outcome].Severity; severity >= 0; severity--)
            {
                numbers[first + layout.Events + severity]++;
            }
        }
    }

    /// <inheritdoc/>
    public override void End(LaneWalk lanes, Span<long> counts)
    {
        for (var at = 0; at < lanes.Paths.Count * layout.Items; at++)
        {
            var sums = counts[(at % layout.Items * WindowLayout.PerItem)..];
            Add(sums[WindowLayout.Inside..], inside[at]);
            Add(sums[WindowLayout.Outside..], outside[at]);
            Add(sums[WindowLayout.Contrast..], ((long)inside[at] * layout.StepsOutside) - ((long)outside[at] * layout.StepsInside));
        }
    }

    /// <inheritdoc/>
    public override void Compare(LaneMeter reference, LaneWalk lanes, Span<long> counts)
    {
        var other = ((WindowMeter)reference).inside;
        for (var at = 0; at < lanes.Paths.Count * layout.Items; at++)
        {
            Add(counts[((at % layout.Items * WindowLayout.PerItem) + WindowLayout.Difference)..], inside[at] - other[at]);
        }
    }

    private static void Add(Span<long> sums, long number)
    {
        sums[0] += number;
        sums[1] += number * number;
    }
}
