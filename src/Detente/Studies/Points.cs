using System.Globalization;

namespace Detente.Studies;

/// <summary>Points as messages write them.</summary>
internal static class Points
{
    /// <summary>Hundredths as points with a decimal point: <c>-0.75</c>, <c>1</c>.</summary>
    /// <param name="hundredths">Hundredths of a point.</param>
    public static string English(long hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The same with a decimal comma.</summary>
    /// <param name="hundredths">Hundredths of a point.</param>
    public static string German(long hundredths) => English(hundredths).Replace('.', ',');

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The same with the unit: <c>1 point</c>, <c>0.75 points</c>.</summary>
    /// <param name="hundredths">Hundredths of a point.</param>
    public static string EnglishWithUnit(long hundredths) => English(hundredths) + (hundredths == 100 ? " point" : " points");

    /// <summary>The same with the unit: <c>1 Punkt</c>, <c>0,75 Punkte</c>.</summary>
    /// <param name="hundredths">Hundredths of a point.</param>
    public static string GermanWithUnit(long hundredths) => German(hundredths) + (hundredths == 100 ? " Punkt" : " Punkte");
}
