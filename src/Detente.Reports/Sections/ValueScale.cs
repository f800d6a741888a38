using System.Collections.Immutable;
using Detente.Reports.Content;

namespace Detente.Reports.Sections;

/// <summary>Round ends and labels for the scale of a chart.</summary>
internal static class ValueScale
{
    private const int Intervals = 4;

    /// <summary>A round number not below the greatest value, that splits into four.</summary>
    public static double Top(double greatest)
    {
        if (!(greatest > 0))
        {
            return 1;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(greatest)));
        return new[] { 1, 2, 4, 6, 8, 10 }.Select(times => times * unit).First(top => top >= greatest);
    }

    /// <summary>Labels at 0, a quarter, half, three quarters and the end.</summary>
    public static ImmutableArray<string> Labels(Voice voice, double top) =>
        [.. Enumerable.Range(0, Intervals + 1).Select(i => voice.Stated(top * i / Intervals))];

    /// <summary>Labels of a scale of shares up to <paramref name="top"/>: runs of 100, or per cent in forecasts.</summary>
    public static ImmutableArray<string> ShareLabels(Voice voice, double top) =>
        [.. Enumerable.Range(0, Intervals + 1).Select(i => voice.Stated(100 * top * i / Intervals))];
}
