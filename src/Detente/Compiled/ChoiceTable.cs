using Detente.Numerics;

namespace Detente.Compiled;

/// <summary>What a reconsidered factor does, given the balances: thresholds of 16 bits for one decisiveness.</summary>
/// <remarks>
/// Fills itself as it is asked, so one thread only. An infinite decisiveness takes the better state for certain and among equals each alike.
/// Source of the rule: R. J. Glauber (1963); for decisions the logit response of R. McKelvey and T. Palfrey (1995).
/// </remarks>
internal sealed class ChoiceTable
{
    private const int Cached = 8192; // differences of balances in hundredths; beyond it is computed each time
    private readonly double decisiveness;
    private readonly long[] thresholds = new long[Cached];
    private readonly double[] weights = new double[Cached];

    /// <summary>Initialises the table.</summary>
    /// <param name="decisiveness">Per point; 0 or more, may be infinite.</param>
    public ChoiceTable(double decisiveness) => this.decisiveness = decisiveness;

    /// <summary>The threshold at which a neighbour is taken: 1 / (1 + exp(-decisiveness * lead)).</summary>
    /// <param name="lead">Balance of the neighbour less that of the present state, in hundredths of a point.</param>
    public long Neighbour(int lead)
    {
        if (lead < 0)
        {
            return (1L << Thresholds.StateBits) - Neighbour(-lead);
        }

        if (lead >= Cached)
        {
            return Compute(lead);
        }

        if (thresholds[lead] == 0)
        {
            thresholds[lead] = Compute(lead);
        }

        return thresholds[lead];
    }

    /// <summary>The weight of a state among several: exp(-decisiveness * lag); never 0 unless the decisiveness is infinite.</summary>
    /// <param name="lag">Balance of the best state less that of this one, in hundredths of a point; 0 or more.</param>
    public double Weight(int lag)
    {
        if (lag >= Cached)
        {
            return ComputeWeight(lag);
        }

        if (weights[lag] == 0)
        {
            weights[lag] = ComputeWeight(lag);
        }

        return weights[lag];
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

    private double ComputeWeight(int lag)
    {
        if (double.IsInfinity(decisiveness))
        {
            return lag == 0 ? 1 : 0;
        }

        return Math.Max(Elementary.Exp(-decisiveness * lag / 100), double.Epsilon);
    }
}
