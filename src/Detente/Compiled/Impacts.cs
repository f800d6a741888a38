using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>Turns judgements into impacts: whole hundredths of a point, the only numbers that engines add.</summary>
internal static class Impacts
{
    /// <summary>A stated or drawn number of points in hundredths, rounded half away from zero.</summary>
    /// <param name="points">Points.</param>
    public static int Hundredths(double points) => checked((int)Math.Round(points * 100, MidpointRounding.AwayFromZero));

    /// <summary>
    /// The impacts of a weight on the states of its target. With u(a) = 2a/(n-1) - 1 and d(a,b) = |u(a) - u(b)| for w > 0,
    /// |u(a) + u(b)| for w &lt; 0: impact(a,b) = |w| * (mean over b' of d(a,b') - d(a,b)); linear: w * u(a) * u(b).
    /// Computed as one fraction of integers and rounded once, half away from zero. A factor with one state has no position: 0.
    /// </summary>
    /// <param name="hundredths">The weight in hundredths of a point.</param>
    /// <param name="sourceStates">Number of states of the source.</param>
    /// <param name="targetStates">Number of states of the target.</param>
    /// <param name="shape">How the weight is spread.</param>
    /// <returns>Rows source states, columns target states, row after row.</returns>
    public static int[] OfWeight(int hundredths, int sourceStates, int targetStates, ImpactShape shape)
    {
        var impacts = new int[sourceStates * targetStates];
        if (sourceStates < 2 || targetStates < 2)
        {
            return impacts;
        }

        for (var a = 0; a < sourceStates; a++)
        {
            var (numerators, denominator) = UnitRow(hundredths < 0, a, (sourceStates, targetStates), shape);
            for (var b = 0; b < targetStates; b++)
            {
                impacts[(a * targetStates) + b] = DivideRounded(Math.Abs((long)hundredths) * numerators[b], denominator);
            }
        }

        return impacts;
    }

    /// <summary>How one point of a weight is spread over the states of its target, as numerators over a common denominator; see <see cref="OfWeight"/>.</summary>
    /// <param name="isNegative">Whether the weight is below 0.</param>
    /// <param name="a">The state of the source.</param>
    /// <param name="states">Number of states of the source and of the target; 2 or more each.</param>
    /// <param name="shape">How the weight is spread.</param>
    public static (long[] Numerators, long Denominator) UnitRow(bool isNegative, int a, (int Source, int Target) states, ImpactShape shape)
    {
        var (numerators, centred) = (new long[states.Target], isNegative ? -Centred(a, states.Source) : Centred(a, states.Source));
        for (var b = 0; b < numerators.Length; b++)
        {
            numerators[b] = shape == ImpactShape.Linear ? centred * Centred(b, states.Target) : LevelNumerator(centred, states.Source, b, states.Target);
        }

        var product = (states.Source - 1L) * (states.Target - 1);
        return (numerators, shape == ImpactShape.Linear ? product : states.Target * product);
    }

    /// <summary>
    /// How one point of a lean is spread over the states of a factor, as numerators over <see cref="LeanDenominator"/>:
    /// along the order u(b); towards s, mean over b' of |u(s) - u(b')| less |u(s) - u(b)|; of a nominal factor, 1 on s.
    /// </summary>
    /// <param name="factor">The factor.</param>
    /// <param name="towards">The state, or null for along the order.</param>
    public static long[] LeanNumerators(Factor factor, int? towards)
    {
        var n = factor.States.Length;
        var numerators = new long[n];
        for (var b = 0; b < n; b++)
        {
            numerators[b] = towards switch
            {
                null => (long)n * Centred(b, n),
                { } s when factor.Scale == FactorScale.Nominal => s == b ? LeanDenominator(n) : 0,
                { } s => n < 2 ? 0 : LevelNumerator(Centred(s, n), n, b, n) / (n - 1),
            };
        }

        return numerators;
    }

    /// <summary>The denominator of <see cref="LeanNumerators"/>: n (n - 1), or 1 for a factor with one state.</summary>
    /// <param name="states">Number of states.</param>
    public static long LeanDenominator(int states) => states < 2 ? 1 : (long)states * (states - 1);

    /// <summary>What a lean adds to each state, in hundredths of a point.</summary>
    /// <param name="hundredths">Its weight in hundredths of a point.</param>
    /// <param name="numerators">See <see cref="LeanNumerators"/>.</param>
    public static int[] OfLean(int hundredths, ImmutableArray<long> numerators)
    {
        var points = new int[numerators.Length];
        for (var state = 0; state < points.Length; state++)
        {
            points[state] = DivideRounded(hundredths * numerators[state], LeanDenominator(points.Length));
        }

        return points;
    }

    /// <summary>A fraction of integers rounded to an integer, half away from zero.</summary>
    /// <param name="numerator">Numerator.</param>
    /// <param name="denominator">Denominator; above 0.</param>
    public static int DivideRounded(long numerator, long denominator)
    {
        var twice = (2 * Math.Abs(numerator)) + denominator;
        var rounded = twice / (2 * denominator);
        return checked((int)(numerator < 0 ? -rounded : rounded));
    }

    private static long Centred(int state, int states) => (2L * state) - (states - 1);

    // sum over b' of D(a,b') - nt * D(a,b) with D = |u(a) - u(b)| * (ns-1) * (nt-1); the sign of the weight is already in the source's position.
    private static long LevelNumerator(long centredSource, int sourceStates, int b, int targetStates)
    {
        long Distance(int target) => Math.Abs((centredSource * (targetStates - 1)) - (Centred(target, targetStates) * (sourceStates - 1)));
        long sum = 0;
        for (var other = 0; other < targetStates; other++)
        {
            sum += Distance(other);
        }

        return sum - (targetStates * Distance(b));
    }
}
