using System.Collections.Immutable;

namespace Detente.Studies;

/// <summary>Which share of stays has ended after so many steps, where some are cut off before their end.</summary>
/// <remarks>
/// The product-limit estimate (E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, 1958): in each step the share that ends
/// of those that have lasted so long. Its error by leaving out one draw at a time (jackknife, R. G. Miller 1974); with one draw by M. Greenwood (1926),
/// each stay by itself. Cost: steps times draws.
/// </remarks>
internal static class StayLengths
{
    /// <summary>Ended stays by number of steps.</summary>
    /// <param name="ended">By draw and number of steps: stays that ended then.</param>
    /// <param name="cut">By draw and number of steps: stays cut off then.</param>
    public static ImmutableArray<Figure> Ended(long[][] ended, long[][] cut)
    {
        var steps = ended[0].Length;
        var (allEnded, allCut) = (Sum(ended, steps), Sum(cut, steps));
        var last = Lasting(allEnded, allCut);
        var errors = ended.Length == 1 ? Greenwood(allEnded, allCut, last) : Jackknife((ended, cut), (allEnded, allCut));
        return [.. last.Select((lasting, step) => new Figure(1 - lasting, errors[step], null, null, default))];
    }

    private static long[] Sum(long[][] draws, int steps) => [.. Enumerable.Range(0, steps).Select(step => draws.Sum(draw => draw[step]))];

    /// <summary>The share still lasting after so many steps; where none has lasted so long, the last share known.</summary>
    private static double[] Lasting(long[] ended, long[] cut)
    {
        var lasting = new double[ended.Length];
        var (share, atRisk) = (1.0, ended.Sum() + cut.Sum());
        for (var step = 0; step < lasting.Length; step++)
        {
            share *= atRisk == 0 ? 1 : 1 - ((double)ended[step] / atRisk);
            lasting[step] = share;
            atRisk -= ended[step] + cut[step];
        }

        return lasting;
    }

    private static double[] Greenwood(long[] ended, long[] cut, double[] lasting)
    {
        var errors = new double[ended.Length];
        var (sum, atRisk) = (0.0, (double)(ended.Sum() + cut.Sum()));
        for (var step = 0; step < errors.Length; step++)
        {
            sum += atRisk > ended[step] ? ended[step] / atRisk / (atRisk - ended[step]) : 0;
            errors[step] = lasting[step] * Math.Sqrt(sum);
            atRisk -= ended[step] + cut[step];
        }

        return errors;
    }

    private static double[] Jackknife((long[][] Ended, long[][] Cut) draws, (long[] Ended, long[] Cut) all)
    {
        var count = draws.Ended.Length;
        var steps = all.Ended.Length;
        var (sums, squares) = (new double[steps], new double[steps]);
        var whole = Lasting(all.Ended, all.Cut);
        for (var draw = 0; draw < count; draw++)
        {
            var without = Lasting(Less(all.Ended, draws.Ended[draw]), Less(all.Cut, draws.Cut[draw]));
            for (var step = 0; step < steps; step++)
            {
                var difference = without[step] - whole[step]; // small numbers: their squares do not cancel
                sums[step] += difference;
                squares[step] += difference * difference;
            }
        }

        return [.. sums.Select((sum, step) => Math.Sqrt((count - 1.0) / count * Math.Max(0, squares[step] - (sum * sum / count))))];
    }

    private static long[] Less(long[] all, long[] part) => [.. all.Select((number, step) => number - part[step])];
}
