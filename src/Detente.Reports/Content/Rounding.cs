namespace Detente.Reports.Content;

/// <summary>How many decimals a standard error allows: the place of its own first digit, the convention of measurement reports.</summary>
internal static class Rounding
{
    /// <summary>Decimals for a value with this error; an exact value gets the most allowed.</summary>
    /// <param name="standardError">The error; 0 when exact.</param>
    /// <param name="most">The most decimals wanted.</param>
    public static int Decimals(double standardError, int most)
    {
        if (!(standardError > 0))
        {
            return most;
        }

        // 0.096 is 0.1 when rounded to one digit: its place is the first decimal, not the second.
        var exponent = (int)Math.Floor(Math.Log10(standardError));
        if (Math.Round(standardError / Math.Pow(10, exponent), MidpointRounding.AwayFromZero) >= 10)
        {
            exponent++;
        }

        return Math.Clamp(-exponent, 0, most);
    }

    /// <summary>Decimals for a share between 0 and 1: hundredths at most, thousandths where hundredths would hide it.</summary>
    public static int ShareDecimals(double share, double standardError) =>
        Math.Max(1, Decimals(standardError, share is > 0 and < 0.01 or > 0.99 and < 1 ? 3 : 2));

    /// <summary>A rounded value, half away from zero.</summary>
    public static double Round(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
