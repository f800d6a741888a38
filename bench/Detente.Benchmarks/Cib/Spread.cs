using System.Globalization;

namespace Detente.Benchmarks.Cib;

/// <summary>Least, median and largest of a row's figures; runs that were given up count as larger than any.</summary>
internal static class Spread
{
    /// <summary>Three times, in a unit that suits the median: <c>1.2 / 3.4 / 5.6 ms</c>.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="time">Which of their times, in seconds.</param>
    public static string OfTimes(IReadOnlyCollection<Measurement> runs, Func<Measurement, double> time)
    {
        var seconds = runs.Select(run => run.IsFinished ? time(run) : double.PositiveInfinity).ToList();
        var finished = seconds.Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var (scale, unit) = Math.Min(Median(seconds), finished) < 1 ? (1000, "ms") : (1, "s");
        return seconds.TrueForAll(double.IsInfinity) ? "-" : Three(seconds.Select(value => value * scale)) + " " + unit;
    }

    /// <summary>Three numbers; one where there is only one, or where none is known.</summary>
    /// <param name="values">The numbers; infinity for what is not known.</param>
    public static string Three(IEnumerable<double> values)
    {
        var list = values.ToList();
        return list.Count == 1 || list.TrueForAll(double.IsInfinity) ? Short(list[0]) : $"{Short(list.Min())} / {Short(Median(list))} / {Short(list.Max())}";
    }

    /// <summary>The median: of an even number of values the mean of the middle two.</summary>
    /// <param name="values">The values, at least one.</param>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>A number to three figures; an infinite one as a dash.</summary>
    /// <param name="value">The number.</param>
    public static string Short(double value)
    {
        if (double.IsInfinity(value))
        {
            return "-";
        }

        var decimals = value is 0 or >= 100 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(value)), 0, 4);
        var text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }
}
