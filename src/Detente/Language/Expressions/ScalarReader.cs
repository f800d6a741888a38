using System.Globalization;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Reads the numbers, dates and periods of an expression.</summary>
internal sealed class ScalarReader(TokenCursor cursor)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;
    private const int MostYears = 1000;

    private static readonly (string One, string Many, TimeUnit Unit)[] Units =
    [
        ("day", "days", TimeUnit.Day), ("week", "weeks", TimeUnit.Week), ("month", "months", TimeUnit.Month),
        ("quarter", "quarters", TimeUnit.Quarter), ("year", "years", TimeUnit.Year),
    ];

    /// <summary>A whole number, 0 or more.</summary>
    public int? Whole()
    {
        if (cursor.Current.Kind is not (TokenKind.Number or TokenKind.Date))
        {
            cursor.Unexpected(new LocalizedText("a whole number", "eine ganze Zahl"));
            return null;
        }

        var token = cursor.Take();
        if (int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        cursor.Error("DT2113", token, Wording.About(
            token.Text, "{0} is not a whole number from 0 to 2147483647.", "{0} ist keine ganze Zahl von 0 bis 2147483647."));
        return 1;
    }

    /// <summary>A number.</summary>
    public double? Number()
    {
        if (cursor.Current.Kind is not (TokenKind.Number or TokenKind.Date))
        {
            cursor.Unexpected(new LocalizedText("a number", "eine Zahl"));
            return null;
        }

        var token = cursor.Take();
        if (Parse(token) is { } number)
        {
            return number;
        }

        cursor.Error("DT2113", token, Wording.About(
            token.Text, "{0} is not a number, or it is too large.", "{0} ist keine Zahl oder zu groß."));
        return 0;
    }

    /// <summary>A day written as year-month-day.</summary>
    public DateOnly? Date()
    {
        if (cursor.Current.Kind is not (TokenKind.Date or TokenKind.Number))
        {
            cursor.Unexpected(new LocalizedText("a date such as 2016-07-08", "ein Datum wie 2016-07-08"));
            return null;
        }

        var token = cursor.Take();
        if (DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= FirstYear and <= LastYear)
        {
            return date;
        }

        string[] looser = ["yyyy-M-d", "yyyy-M", "yyyy"];
        var meant = DateOnly.TryParseExact(token.Text, looser, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= FirstYear and <= LastYear
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
        cursor.Error("DT2111", token, Wording.About(
            token.Text,
            "{0} is not a date between 1900 and 2200; dates are written year-month-day, as in 2016-07-08.",
            "{0} ist kein Datum zwischen 1900 und 2200; ein Datum wird als Jahr-Monat-Tag geschrieben, etwa 2016-07-08."), meant);
        return date;
    }

    /// <summary>A length of time, longer than nothing.</summary>
    public Period? Period()
    {
        var first = cursor.Current;
        if (first.Kind != TokenKind.Number)
        {
            cursor.Error("DT2112", first, new LocalizedText(
                "A window such as “24 months” is missing.", "Hier fehlt ein Zeitraum wie „24 months“."));
            return null;
        }

        var number = Parse(cursor.Take());
        if (cursor.Current.Kind != TokenKind.Word)
        {
            cursor.Unexpected(Wording.AnyOf(Units.Select(unit => unit.Many)));
            return null;
        }

        var word = cursor.Take();
        var place = Array.FindIndex(Units, unit => unit.One == word.Text || unit.Many == word.Text);
        if (place < 0)
        {
            cursor.Error(
                "DT2112",
                word,
                Wording.Joined(
                    Wording.About(word.Text, "{0} is no unit of time; there are ", "{0} ist keine Zeiteinheit; es gibt "),
                    LocalizedText.Same(string.Join(", ", Units.Select(unit => unit.Many)) + ".")),
                Suggestion.For(word.Text, Units.SelectMany(unit => new[] { unit.One, unit.Many })));
            return new Period(1, TimeUnit.Month);
        }

        var period = new Period(number ?? 0, Units[place].Unit);
        if (period.Count <= 0 || period.Years > MostYears)
        {
            cursor.Error("DT2112", first, new LocalizedText(
                "A window is longer than nothing and at most 1000 years long.", "Ein Zeitraum ist länger als null und höchstens 1000 Jahre lang."));
        }

        return period;
    }

    /// <summary>The word for so many of a unit, as the language writes it.</summary>
    public static string UnitWord(Period period) =>
        Array.Find(Units, unit => unit.Unit == period.Unit) is var found && period.Count == 1 ? found.One : found.Many;

    private static double? Parse(Token token) =>
        double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e300 ? number : null;
}
