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
    public static string Period(Period period) => Number(period.Count) + " " + ScalarReader.UnitWord(period);
}
