using Detente.Numerics;

namespace Detente.Compiled;

/// <summary>What a reconsidered factor does, given the balances: thresholds of 16 bits for one decisiveness.</summary>
/// <remarks>
/// Fills itself as it is asked, so one thread only. An infinite decisiveness takes the better state for certain and among equals each alike.
/// Source of the rule: R. J. Glauber (1963); for decisions the logit response of R. McKelvey and T. Palfrey (1995).
/// </remarks>
internal sealed class ChoiceTable
{
    private const int FewStates = 4;
    private const int Cached = 8192; // differences of balances in hundredths; beyond it is computed each time
    private readonly double decisiveness;
    private readonly ushort[] thresholds = new ushort[(2 * Cached) + 1]; // from the largest deficit to the largest lead; 0: not known, or not of 16 bits
    private readonly double[] exponentials = new double[Cached];

    /// <summary>Initialises the table.</summary>
    /// <param name="decisiveness">Per point; 0 or more, may be infinite.</param>
    public ChoiceTable(double decisiveness) => this.decisiveness = decisiveness;

    /// <summary>The threshold at which a neighbour is taken: 1 / (1 + exp(-decisiveness * lead)).</summary>
    /// <param name="lead">Balance of the neighbour less that of the present state, in hundredths of a point.</param>
    public long Neighbour(int lead)
    {
        var at = (uint)(lead + Cached);
        return at < (uint)thresholds.Length && thresholds[at] is > 0 and var known ? known : Remembered(lead);
    }

    /// <summary>
    /// The weight of a state among several: exp(-decisiveness * lag) in parts of <see cref="MostParts"/>, at least 1 unless the decisiveness is
    /// infinite. All weights together stay below 2^<see cref="Bits"/>, so that each of 1 or more is met by a number of so many bits.
    /// </summary>
    /// <param name="lag">Balance of the best state less that of this one, in hundredths of a point; 0 or more.</param>
    /// <param name="states">Number of states of the factor.</param>
    public int Weight(int lag, int states)
    {
        var best = MostParts(states);
        if (lag >= Cached || exponentials[lag] == 0)
        {
            var exponential = Exponential(lag);
            if (lag >= Cached)
            {
                return Parts(best, exponential);
            }

            exponentials[lag] = exponential;
        }

        return Parts(best, exponentials[lag]);
    }

    /// <summary>The weight of the best state: 65,535, over the number of states where these are four or fewer.</summary>
    /// <param name="states">Number of states.</param>
    public static int MostParts(int states) => states <= FewStates ? 65_535 / states : 65_535;

    /// <summary>Bits of the number that chooses among several states: 16 for four or fewer, which engines do side by side, 32 for more.</summary>
    /// <param name="states">Number of states.</param>
    public static int Bits(int states) => states <= FewStates ? Thresholds.StateBits : Thresholds.EventBits;

    private int Parts(int best, double exponential) =>
        double.IsInfinity(decisiveness) ? best * (int)exponential : Math.Max(1, (int)((best * exponential) + 0.5));

    private long Remembered(int lead)
    {
        var size = Math.Abs((long)lead);
        var threshold = Compute((int)Math.Min(size, int.MaxValue));
        threshold = lead < 0 ? (1L << Thresholds.StateBits) - threshold : threshold;
        if (size <= Cached && threshold < 1L << Thresholds.StateBits)
        {
            thresholds[lead + Cached] = (ushort)threshold;
        }

        return threshold;
    }

    private long Compute(int lead)
    {
        if (double.IsInfinity(decisiveness))
        {
            return lead == 0 ? 1L << (Thresholds.StateBits - 1) : 1L << Thresholds.StateBits;
        }

        var odds = Elementary.Exp(-decisiveness * lead / 100);
        return Math.Min(Thresholds.Of(1 / (1 + odds), Thresholds.StateBits), (1L << Thresholds.StateBits) - 1); // the other one stays possible
    }

    private double Exponential(int lag)
    {
        if (double.IsInfinity(decisiveness))
        {
            return lag == 0 ? 1 : 0;
        }

        return Math.Max(Elementary.Exp(-decisiveness * lag / 100), double.Epsilon);
    }
}
