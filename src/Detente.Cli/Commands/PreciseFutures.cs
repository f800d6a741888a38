using System.Globalization;
using Detente.Cli.Output;
using Detente.Cli.Syntax;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>Futures whose shares are known to a stated standard error, as far as a bounded effort goes.</summary>
internal static class PreciseFutures
{
    public static OptionSyntax Option { get; } = new("--precision", new(
        "Adds draws, or paths where chance makes nearly all of the error, until no share of model runs has a larger standard error, 0.0001 to 0.5; at most 4 million runs.",
        "Fügt Ziehungen hinzu, oder Verläufe, wo fast der ganze Fehler Zufall ist, bis kein Anteil der Modellläufe einen größeren Standardfehler hat, 0.0001 bis 0.5; höchstens 4 Millionen Läufe."))
    {
        Value = new("SE", "SF"),
        Complaint = static value => SharedOptions.Real(value, 0.0001, 0.5),
    };

    /// <summary>A study with the precision asked for, if one is.</summary>
    public static FuturesStudy Asked(Invocation invocation, FuturesStudy study) =>
        study with { Precision = invocation.Value(Option) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null };

    /// <summary>Says on standard error what the precision took, or that it was not reached; nothing when none was asked for.</summary>
    public static void Mention(Invocation invocation, FuturesResult result)
    {
        if (result.Precision is not { } precision)
        {
            return;
        }

        var wording = new Wording(invocation.Language);
        var (asked, reached) = (wording.Significant(precision.Asked), wording.Significant(precision.Reached));
        var options = result.Provenance.Study.Options;
        var (draws, paths) = (wording.Whole(options.Draws), wording.Whole(options.Paths));
        var english = $"{draws} {(options.Draws == 1 ? "draw" : "draws")} of {paths} paths{(options.Draws == 1 ? "" : " each")}";
        var german = $"{draws} {(options.Draws == 1 ? "Ziehung mit" : "Ziehungen zu je")} {paths} Verläufen";
        invocation.Surroundings.Error.WriteLine(precision.IsMet
            ? invocation.Say(
                $"detente: the largest standard error of a share is {reached} (at most {asked} was asked for); it took {english}",
                $"detente: der größte Standardfehler eines Anteils ist {reached} (verlangt: höchstens {asked}); gerechnet mit {german}")
            : invocation.Say(
                $"detente: stopped at the limit with {english}; the largest standard error of a share is {reached}, not the {asked} asked for",
                $"detente: an der Obergrenze abgebrochen, mit {german}; der größte Standardfehler eines Anteils ist {reached}, nicht {asked} wie verlangt"));
    }
}
