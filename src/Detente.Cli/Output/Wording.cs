using System.Globalization;
using System.Numerics;
using Detente.Models;

namespace Detente.Cli.Output;

/// <summary>Numbers and dates as a reader of the language writes them.</summary>
/// <param name="Language">The language.</param>
internal readonly record struct Wording(ReaderLanguage Language)
{
    private const string Minus = "\u2212";

    private static readonly NumberFormatInfo English = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = Minus };

    private static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = Minus };

    private NumberFormatInfo Form => Language == ReaderLanguage.German ? German : English;

    /// <summary>The title of an element, or its id: an imported one may have no title.</summary>
    public string Name(LocalizedText title, string id) => string.IsNullOrWhiteSpace(title.In(Language)) ? id : title.In(Language);

    /// <summary>A whole number, grouped by thousands.</summary>
    public string Whole(BigInteger number) => number.ToString("N0", Form);

    /// <summary>A number with so many decimals.</summary>
    public string Number(double number, int decimals)
    {
        var rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Form);
    }

    /// <summary>A small number with two significant digits.</summary>
    public string Significant(double number) =>
        Number(number, number <= 0 ? 0 : Math.Clamp(1 - (int)Math.Floor(Math.Log10(number)), 0, 9));

    /// <summary>A share in per cent with one decimal, without the sign.</summary>
    public string Percent(double share) => Number(100 * share, 1);

    /// <summary>Points from hundredths, with as many decimals as they need.</summary>
    public string Points(long hundredths) => (hundredths / 100m).ToString("#,##0.##", Form);

    /// <summary>A date: 2016-07-08, in German 8.7.2016.</summary>
    public string Date(DateOnly date) => Language == ReaderLanguage.German
        ? date.ToString("d.M.yyyy", CultureInfo.InvariantCulture)
        : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A year: 2016.</summary>
    public string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>A month: 2016-07, in German 7/2016.</summary>
    public string Month(DateOnly date) => Language == ReaderLanguage.German
        ? date.ToString("M'/'yyyy", CultureInfo.InvariantCulture)
        : date.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
