using Detente.Language.Binding;
using Detente.Models;

namespace Detente.Language.Exchange;

/// <summary>Impacts as files of other programs write them: decimal numbers, whole or with up to two decimals that are not zero.</summary>
internal static class ImpactText
{
    private const int Most = 10_000;

    /// <summary>The impact in hundredths of a point; 0 for a text that is none.</summary>
    /// <param name="text">The number without blanks around it.</param>
    /// <param name="complaint">What is wrong with it, or null.</param>
    public static int Read(ReadOnlySpan<char> text, out LocalizedText? complaint)
    {
        complaint = null;
        var isNegative = text is ['-' or '\u2212', ..];
        var digits = isNegative || text is ['+', ..] ? text[1..] : text;
        var mark = digits.IndexOfAny('.', ',');
        var whole = mark < 0 ? digits : digits[..mark];
        var decimals = mark < 0 ? [] : digits[(mark + 1)..].TrimEnd('0');
        if (!digits.ContainsAnyInRange('0', '9') || whole.ContainsAnyExceptInRange('0', '9') || decimals.ContainsAnyExceptInRange('0', '9'))
        {
            complaint = text.IsEmpty
                ? new LocalizedText("A number is missing here.", "Hier fehlt eine Zahl.")
                : new LocalizedText($"`{Shown(text)}` is not a number.", $"`{Shown(text)}` ist keine Zahl.");
            return 0;
        }

        if (decimals.Length > 2)
        {
            complaint = new LocalizedText($"`{Shown(text)}` is finer than a hundredth of a point.", $"`{Shown(text)}` ist feiner als ein Hundertstel eines Punkts.");
            return 0;
        }

        whole = whole.TrimStart('0');
        var hundredths = whole.Length > 3 ? Most + 1 : (100 * Number(whole)) + (decimals.Length == 1 ? 10 * Number(decimals) : Number(decimals));
        if (hundredths > Most)
        {
            complaint = new LocalizedText($"`{Shown(text)}` is out of bounds: impacts lie between -100 and 100.", $"`{Shown(text)}` liegt außerhalb der Grenzen: Wirkungen liegen zwischen -100 und 100.");
            return 0;
        }

        return isNegative ? -hundredths : hundredths;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (10 * number) + digit - '0';
        }

        return number;
    }

    private static string Shown(ReadOnlySpan<char> text) => Values.Short(text.ToString());
}
