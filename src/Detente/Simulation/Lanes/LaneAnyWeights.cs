using Detente.Compiled;

namespace Detente.Simulation;

/// <summary>Weights by lag in hundredths of a point, up to the lag from which on they are all the same. Fills itself as it is asked, so one thread only.</summary>
internal sealed class LaneAnyWeights
{
    private const int Longest = 1 << 16;
    private readonly ChoiceTable choices;
    private readonly int states;
    private readonly int[] known; // 0: not known, or none

    /// <summary>Initialises the weights.</summary>
    /// <param name="choices">What they are of.</param>
    /// <param name="states">Number of states, two to four.</param>
    public LaneAnyWeights(ChoiceTable choices, int states)
    {
        this.choices = choices;
        this.states = states;
        var (same, last) = (0, Longest);
        var least = choices.Weight(Longest, states);
        while (same < last)
        {
            var middle = (same + last) / 2;
            (same, last) = choices.Weight(middle, states) == least ? (same, middle) : (middle + 1, last);
        }

        known = new int[same + 1];
    }

    /// <summary>The weight of a lag.</summary>
    /// <param name="lag">The lag; 0 or more.</param>
    public int this[int lag]
    {
        get
        {
            return (uint)lag < (uint)known.Length && known[lag] is not 0 and var weight ? weight : Found(lag);
        }
    }

    private int Found(int lag)
    {
        var within = Math.Min(lag, known.Length - 1);
        return lag > Longest ? choices.Weight(lag, states) : known[within] is not 0 and var weight ? weight : known[within] = choices.Weight(within, states);
    }
}
