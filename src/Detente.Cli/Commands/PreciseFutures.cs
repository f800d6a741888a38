using System.Globalization;
using Detente.Cli.Input;
using Detente.Cli.Syntax;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>Futures whose shares at the horizon are known to a stated standard error, as far as a bounded effort goes.</summary>
/// <param name="Result">The last and largest run.</param>
/// <param name="Asked">The standard error asked for, or null.</param>
internal sealed record PreciseFutures(FuturesResult Result, double? Asked)
{
    /// <summary>No more than so many runs in one go.</summary>
    private const long MostRuns = 4_000_000;

    public static OptionSyntax Option { get; } = new("--precision", new(
        "Doubles the draws (with --draws 1 the paths) until no share of a kind at the horizon has a larger standard error, 0.0001 to 0.5; at most 4 million runs.",
        "Verdoppelt die Ziehungen (bei --draws 1 die Verläufe), bis kein Anteil eines Zukunftstyps am Ende des Zeithorizonts einen größeren Standardfehler hat, 0.0001 bis 0.5; höchstens 4 Millionen Läufe."))
    {
        Value = new("SE", "SF"),
        Complaint = static value => SharedOptions.Real(value, 0.0001, 0.5),
    };

    /// <summary>The largest standard error of a kind's share at the horizon.</summary>
    public double LargestError => Result.Scenarios.Select(series => series.Values[^1].StandardError).DefaultIfEmpty(0).Max();

    /// <summary>Runs the study, again with twice the draws as long as the precision asked for is not reached. More draws help whatever the error comes from; more paths would not.</summary>
    public static PreciseFutures Run(OpenModel open, FuturesStudy study)
    {
        double? asked = open.Invocation.Value(Option) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;
        while (true)
        {
            var futures = new PreciseFutures(open.Run<FuturesResult>(study), asked);
            var options = study.Options;
            if (asked is null || futures.LargestError <= asked || 2L * options.Draws * options.Paths > MostRuns)
            {
                return futures;
            }

            study = study with
            {
                Options = options.Draws == 1 ? options with { Paths = 2 * options.Paths } : options with { Draws = 2 * options.Draws },
            };
        }
    }

    /// <summary>Says on standard error when the precision was not reached.</summary>
    public void Mention(Invocation invocation)
    {
        if (Asked is { } asked && LargestError > asked)
        {
            var reached = LargestError.ToString("0.#####", CultureInfo.InvariantCulture);
            invocation.Surroundings.Error.WriteLine(invocation.Say(
                $"detente: the precision asked for was not reached; the largest standard error is {reached}",
                $"detente: die verlangte Genauigkeit wurde nicht erreicht; der größte Standardfehler ist {reached.Replace('.', ',')}"));
        }
    }
}
