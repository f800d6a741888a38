using System.Collections.Immutable;
using System.Globalization;
using Detente.Reports.Tree;

namespace Detente.Reports.Html;

/// <summary>Places dates between two edges and marks the years.</summary>
internal readonly record struct TimeAxis(DateOnly First, DateOnly Last, double Left, double Right)
{
    private const double LeastYearWidth = 30;

    public static TimeAxis Over(ImmutableArray<DateOnly> dates, double left, double right) => new(dates[0], dates[^1], left, right);

    public double X(DateOnly date) =>
        Left + ((Right - Left) * Math.Clamp((date.DayNumber - First.DayNumber) / (double)Math.Max(1, Last.DayNumber - First.DayNumber), 0, 1));

    /// <summary>Ticks at the turn of each year, or of every second, fifth or tenth where they would be crowded.</summary>
    public void DrawYears(Canvas canvas, double y)
    {
        var years = Math.Max(1, (Last.DayNumber - First.DayNumber) / 365.25);
        var room = (Right - Left) / years;
        var every = new[] { 1, 2, 5, 10, 20, 50 }.FirstOrDefault(step => room * step >= LeastYearWidth, 100);
        for (var year = First.Year + 1; year <= Last.Year; year++)
        {
            if (year % every == 0)
            {
                var x = X(new DateOnly(year, 1, 1));
                canvas.Line(x, y, x, y + 3, Canvas.Ink);
                canvas.Text(x, y + 12, new ChartText(year.ToString(CultureInfo.InvariantCulture), IsOwn: true), Anchor.Middle);
            }
        }
    }
}
