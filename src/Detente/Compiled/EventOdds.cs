using Detente.Numerics;

namespace Detente.Compiled;

/// <summary>The probabilities of one event in one draw.</summary>
internal sealed class EventOdds
{
    private readonly EventOrigin origin;
    private readonly double basis;
    private readonly double[] weights;
    private readonly long[]? outcomes;

    /// <summary>Initialises the probabilities.</summary>
    /// <param name="of">The event.</param>
    /// <param name="values">The draw's numbers by slot.</param>
    /// <param name="stepYears">Length of a step in years.</param>
    public EventOdds(CompiledEvent of, double[] values, double stepYears)
    {
        origin = of.Origin;
        basis = of.Slot < 0 ? 0 : origin == EventOrigin.Scheduled ? values[of.Slot] : values[of.Slot] * stepYears;
        var most = 1.0;
        foreach (var multiplier in of.Multipliers)
        {
            most *= Math.Max(1, values[multiplier.Slot]);
        }

        Largest = origin == EventOrigin.Consequence ? 0 : Threshold(most * Math.Max(1, of.Dates.DefaultIfEmpty(1).Max()));
        weights = [.. of.Outcomes.Select(outcome => values[outcome.Slot])];
        if (of.Outcomes.All(outcome => outcome.Multipliers.IsEmpty))
        {
            outcomes = new long[weights.Length];
            Thresholds.Cumulate(weights, Thresholds.EventBits, outcomes);
        }
    }

    /// <summary>The threshold above which it cannot happen, whatever multiplies it.</summary>
    public long Largest { get; }

    /// <summary>The cumulative thresholds of its outcomes when nothing multiplies them; otherwise null.</summary>
    public long[]? Outcomes => outcomes;

    /// <summary>The weights of its outcomes before they are multiplied.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>The threshold of its happening at least once in a step.</summary>
    /// <param name="multiplier">Product of what multiplies it; of a scheduled event times its dates in the step.</param>
    public long Threshold(double multiplier) => Thresholds.Of(
        origin == EventOrigin.Scheduled ? Elementary.Multiplied(basis, multiplier) : Elementary.OneMinusExpOfMinus(basis * multiplier),
        Thresholds.EventBits);

    /// <summary>A Poisson number by inversion; high numbers for low random numbers.</summary>
    /// <param name="multiplier">Product of what multiplies its rate.</param>
    /// <param name="number">32 random bits.</param>
    /// <returns>0 or more; the tail beyond 2^-32 is cut off, a mean above 500 counts as 500.</returns>
    public int Poisson(double multiplier, long number)
    {
        var mean = Math.Min(basis * multiplier, 500);
        var probability = Elementary.Exp(-mean);
        var below = Elementary.OneMinusExpOfMinus(mean); // probability of more than k
        var k = 0;
        while (number < Thresholds.Of(below, Thresholds.EventBits))
        {
            k++;
            probability *= mean / k;
            below -= probability;
            if (k > mean && below < 1e-10)
            {
                break;
            }
        }

        return k;
    }
}
