using System.Collections.Immutable;

namespace Detente.Studies;

/// <summary>Quantiles of the time until the first event, among the paths that have one.</summary>
/// <remarks>
/// A share q of these paths has it before the quantile; within a step they are taken to be spread evenly. Error: with e the standard error of that
/// share at the quantile, half the distance between the quantiles at q - e and q + e (R. S. Woodruff 1952).
/// </remarks>
internal static class FirstTimes
{
    /// <summary>With fewer paths than this the order statistics say nothing.</summary>
    private const int LeastPaths = 20;
    private static readonly ImmutableArray<double> Levels = [0.1, 0.5, 0.9];

    /// <summary>The quantiles.</summary>
    /// <param name="firstIn">By draw and step: paths whose first event came in it.</param>
    /// <param name="paths">Paths per draw.</param>
    /// <param name="stepYears">Length of a step in years.</param>
    /// <returns>None when fewer than 20 paths have one.</returns>
    public static ImmutableArray<PassageTime> Of(ImmutableArray<ImmutableArray<long>> firstIn, int paths, double stepYears)
    {
        var steps = firstIn[0].Length;
        var before = firstIn.Select(draw => Cumulated(draw)).ToArray();
        var all = Enumerable.Range(0, steps + 1).Select(step => before.Sum(draw => draw[step])).ToArray();
        if (all[steps] < LeastPaths)
        {
            return [];
        }

        double Steps(double level) => At(all, level * all[steps]);
        return
        [
            .. Levels.Select(level =>
            {
                var step = Math.Min(steps, (int)Math.Ceiling(Steps(level)));
                var error = Ratio.Of([.. before.Select(draw => new RatioSums(draw[step], draw[steps], draw[step], draw[step], draw[steps]))], paths)!.Value.StandardError;
                var half = (Steps(Math.Min(1, level + error)) - Steps(Math.Max(0, level - error))) / 2;
                return new PassageTime(level, new Figure(Steps(level) * stepYears, half * stepYears, null, null, default));
            }),
        ];
    }

    private static long[] Cumulated(ImmutableArray<long> ofSteps)
    {
        var sums = new long[ofSteps.Length + 1];
        for (var step = 0; step < ofSteps.Length; step++)
        {
            sums[step + 1] = sums[step] + ofSteps[step];
        }

        return sums;
    }

    /// <summary>When, in steps, a cumulated count reaches a number.</summary>
    private static double At(long[] cumulated, double number)
    {
        var step = 0;
        while (step < cumulated.Length - 2 && cumulated[step + 1] < number)
        {
            step++;
        }

        var within = cumulated[step + 1] - cumulated[step];
        return step + (within == 0 ? 0 : Math.Clamp((number - cumulated[step]) / within, 0, 1));
    }
}
