using System.Collections.Immutable;

namespace Detente.Simulation;

/// <summary>Which dates of the horizon are kept: all of them, or every second, third, ... and the last one.</summary>
internal sealed class TimeGrid
{
    private readonly int[] places; // by step its place among the kept ones, or -1

    /// <summary>Initialises the grid.</summary>
    /// <param name="stepCount">Number of steps; dates are 0 to this.</param>
    /// <param name="most">The most dates kept, the last one apart; 1 or more.</param>
    public TimeGrid(int stepCount, int most)
    {
        var every = (stepCount + most) / most;
        Steps = [.. Enumerable.Range(0, stepCount + 1).Where(step => step % every == 0 || step == stepCount)];
        places = new int[stepCount + 1];
        Array.Fill(places, -1);
        foreach (var (place, step) in Steps.Index())
        {
            places[step] = place;
        }
    }

    /// <summary>The dates kept, ascending; the first and the last date are among them.</summary>
    public ImmutableArray<int> Steps { get; }

    /// <summary>How many dates are kept.</summary>
    public int Count => Steps.Length;

    /// <summary>The place of a date among those kept; -1: it is not kept.</summary>
    /// <param name="step">The date.</param>
    public int Place(int step) => places[step];
}
