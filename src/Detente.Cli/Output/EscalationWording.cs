using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>Figures of escalation as text: shares in model runs of 100, with their standard errors.</summary>
/// <param name="Language">The reader's language.</param>
internal readonly record struct EscalationWording(ReaderLanguage Language)
{
    private const int MostDecimals = 4;

    private Wording Wording => new(Language);

    /// <summary>A share with its error, in runs of 100: <c>12.3 ±0.5</c>.</summary>
    public string Share(Figure share) => IsNothing(share) ? "0" : $"{Wording.Number(100 * share.Mean, Decimals(100 * share.StandardError))} {Error(100 * share.StandardError)}";

    /// <summary>A change of a share with its sign and error.</summary>
    public string Change(Figure change) => IsNothing(change) ? "0" : $"{Signed(100 * change.Mean, Decimals(100 * change.StandardError))} {Error(100 * change.StandardError)}";

    /// <summary>The same with what lies two standard errors to either side.</summary>
    public string ChangeWithin(Figure change)
    {
        if (IsNothing(change))
        {
            return "0";
        }

        var decimals = Decimals(100 * change.StandardError);
        var (least, most) = (Signed(100 * (change.Mean - (2 * change.StandardError)), decimals), Signed(100 * (change.Mean + (2 * change.StandardError)), decimals));
        return Language == ReaderLanguage.German ? $"{Change(change)} (zwei Standardfehler: {least} bis {most})" : $"{Change(change)} (two standard errors: {least} to {most})";
    }

    /// <summary>The same for a table: changes that cannot be told from none stand in brackets.</summary>
    public string MarkedChange(Figure change) => EscalationChange.IsNoise(change) && !IsNothing(change) ? $"({Change(change)})" : Change(change);

    /// <summary>A number with its error.</summary>
    public string Number(Figure number) => IsNothing(number) ? "0" : $"{Wording.Number(number.Mean, Decimals(number.StandardError, 2))} {Error(number.StandardError, 2)}";

    // On no path at all.
    private static bool IsNothing(Figure figure) => figure is { Mean: 0, StandardError: 0 };

    private string Error(double error, int least = 1) => "±" + Wording.Number(error, Decimals(error, least));

    private string Signed(double number, int decimals)
    {
        var text = Wording.Number(number, decimals);
        return Math.Round(number, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" + text : text;
    }

    // As many as show a digit of the error, four at most.
    private static int Decimals(double error, int least = 1)
    {
        var decimals = least;
        while (error > 0 && decimals < MostDecimals && error < 0.5 * Math.Pow(10, -decimals))
        {
            decimals++;
        }

        return decimals;
    }
}
