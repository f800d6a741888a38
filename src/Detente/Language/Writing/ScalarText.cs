using System.Globalization;
using Detente.Language.Expressions;
using Detente.Models;

namespace Detente.Language.Writing;

/// <summary>Numbers, dates and periods as the language writes them.</summary>
internal static class ScalarText
{
    /// <summary>The shortest digits that read back as the same number; zero without a sign.</summary>
    public static string Number(double number) => number == 0 ? "0" : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Year-month-day.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>24 months</c>.</summary>
    public static string Period(Period period) => Count(period.Count) + " " + ScalarReader.UnitWord(period);

    /// <summary>The word for a step of so much.</summary>
    public static string Unit(TimeUnit unit) => ScalarReader.UnitWord(new Period(1, unit));

    /// <summary>Six decimals at most, as periods are read; the shortest digits where that is not enough.</summary>
    private static string Count(double number)
    {
        var text = number.ToString("0.######", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture) == number ? text : Number(number);
    }
}
