namespace Detente.Models;

/// <summary>A number as the analyst states it: a point, or a point with a range.</summary>
/// <remarks>
/// In a draw of the uncertain judgements a range is read as a triangular distribution with
/// <see cref="Low"/>, <see cref="Value"/> (the mode) and <see cref="High"/>; a point is the same in every draw.
/// </remarks>
/// <param name="Value">The stated point; between <paramref name="Low"/> and <paramref name="High"/>. The unit is that of the element.</param>
/// <param name="Low">Lower end of the range; equal to <paramref name="Value"/> for a point.</param>
/// <param name="High">Upper end of the range; equal to <paramref name="Value"/> for a point.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>Whether a range was stated.</summary>
    public bool IsUncertain => Low < High;

    /// <summary>A number without a range.</summary>
    /// <param name="value">The number.</param>
    public static Estimate Point(double value) => new(value, value, value);
}

/// <summary>A unit of calendar time.</summary>
public enum TimeUnit
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week, 7 days.</summary>
    Week,

    /// <summary>A month, 30.4375 days.</summary>
    Month,

    /// <summary>A quarter of a year, 91.3125 days.</summary>
    Quarter,

    /// <summary>A year, 365.25 days.</summary>
    Year,
}

/// <summary>A length of time such as "24 months". Not a date and not a number of steps: those depend on the horizon.</summary>
/// <param name="Count">How many units; zero or more.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct Period(double Count, TimeUnit Unit)
{
    /// <summary>The length in days, with 30.4375 days to a month and 365.25 to a year.</summary>
    public double Days => Count * DaysIn(Unit);

    /// <summary>The length in years of 365.25 days.</summary>
    public double Years => Days / 365.25;

    /// <summary>The days of one unit.</summary>
    /// <param name="unit">The unit.</param>
    public static double DaysIn(TimeUnit unit) => unit switch
    {
        TimeUnit.Day => 1,
        TimeUnit.Week => 7,
        TimeUnit.Month => 30.4375,
        TimeUnit.Quarter => 91.3125,
        _ => 365.25,
    };
}

/// <summary>A length of time, possibly with a range.</summary>
/// <param name="Value">The stated length.</param>
/// <param name="Low">The shortest; equal to <paramref name="Value"/> for a point.</param>
/// <param name="High">The longest; equal to <paramref name="Value"/> for a point.</param>
public readonly record struct PeriodEstimate(Period Value, Period Low, Period High)
{
    /// <summary>The same range in years of 365.25 days.</summary>
    public Estimate Years => new(Value.Years, Low.Years, High.Years);

    /// <summary>A length without a range.</summary>
    /// <param name="value">The length.</param>
    public static PeriodEstimate Point(Period value) => new(value, value, value);
}
