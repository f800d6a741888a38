using System.Globalization;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What was measured for a claim, in words. Shares are written as fractions of runs, never as percentages.</summary>
internal sealed class ClaimWords(Model model, ReaderLanguage language)
{
    private readonly Wording wording = new(language);

    /// <summary>What was measured, what was asked for, and by how much the claim passes or misses.</summary>
    public string Sentences(ClaimOutcome outcome)
    {
        var (figures, margin) = (Figures(outcome), Margin(outcome));
        return char.ToUpperInvariant(figures[0]) + figures[1..] + "." + (margin.Length > 0 ? " " + margin + "." : "");
    }

    /// <summary>The figure alone, for a table.</summary>
    public string Short(ClaimOutcome outcome) => model.Claims[outcome.Claim].Statement switch
    {
        ComparedWorlds claim => Say(
            $"{Bare(outcome, ClaimFigureKind.First)} against {Bare(outcome, ClaimFigureKind.Second)} {Unit(claim.Quantity)}",
            $"{Bare(outcome, ClaimFigureKind.First)} gegenüber {Bare(outcome, ClaimFigureKind.Second)} {Unit(claim.Quantity)}"),
        EventResponse claim => $"{Signed(Find(outcome, ClaimFigureKind.Difference)?.Value ?? 0, Decimals(outcome))} {Unit(claim.Quantity)}",
        QuantityOrder claim => Ordered(claim, outcome, " > "),
        QuantityLevel claim => $"{Bare(outcome, ClaimFigureKind.First)} {Unit(claim.Quantity)}",
        Invariant or Precedence => Say("broken in ", "verletzt in ") + Violations(outcome),
        InitialFact => Say("at the start", "zu Beginn"),
        _ => Say("sign of the loop", "Vorzeichen der Schleife"),
    };

    /// <summary>The margin in standard errors; empty without a margin or without an error.</summary>
    public string InErrors(ClaimOutcome outcome) => outcome is { Margin: { } margin, MarginError: > 0 and { } error }
        ? wording.Number(margin / error, 1).TrimStart('\u2212')
        : "";

    /// <summary>Where the claim comes from: references as the model writes them, and items of the source text.</summary>
    public string Sources(Provenance provenance)
    {
        IEnumerable<string> places = provenance.Sources.IsEmpty
            ? [Say("judgement", "Urteil")]
            : provenance.Sources.Select(place => SourceText.Write(place, model));
        return string.Join(", ", places.Concat(provenance.Items));
    }

    private string Figures(ClaimOutcome outcome) => model.Claims[outcome.Claim].Statement switch
    {
        ComparedWorlds claim => Compared(claim, outcome),
        EventResponse claim => Response(claim, outcome),
        QuantityOrder claim => Say($"{Ordered(claim, outcome, ", ")}; had to be in descending order", $"{Ordered(claim, outcome, ", ")}; verlangt: in absteigender Folge"),
        QuantityLevel claim => $"{Measured(outcome, ClaimFigureKind.First)} {Unit(claim.Quantity)}; {Bounds(claim)}",
        Invariant claim => Broken(claim, outcome),
        Precedence => Say(
            $"in {Violations(outcome)} the second came without the first before it",
            $"in {Violations(outcome)} kam das Zweite ohne das Erste davor"),
        InitialFact => outcome.Verdict == Verdict.Holds ? Say("holds at the start", "gilt zu Beginn") : Say("does not hold at the start", "gilt zu Beginn nicht"),
        LoopSign claim => Loop(claim, outcome),
        var other => throw new ArgumentException("A statement of an unknown form: " + other.GetType().Name, nameof(outcome)),
    };

    private string Margin(ClaimOutcome outcome)
    {
        if (outcome.Margin is not { } margin)
        {
            return "";
        }

        if (margin == 0 && (outcome.MarginError ?? 0) == 0)
        {
            // Neither passed nor missed by anything: which of both it is depends on whether the comparison is strict.
            return Say("It lies exactly on the threshold", "Sie liegt genau auf der Schwelle");
        }

        var amount = WithError(wording.Number(Math.Abs(margin), Decimals(outcome)), outcome.MarginError ?? 0, outcome);
        var errors = InErrors(outcome) is { Length: > 0 } count ? Say($" ({count} standard errors)", $" ({count} Standardfehler)") : "";
        return (margin < 0 ? Say("It misses this by ", "Sie verfehlt das um ") : Say("It passes this by ", "Sie erfüllt das um ")) + amount + errors;
    }

    /// <summary>Whether what a claim speaks of is counted by steps of runs rather than by runs.</summary>
    public static bool CountsSteps(Statement statement)
    {
        IEnumerable<Quantity> quantities = statement switch
        {
            ComparedWorlds claim => [claim.Quantity],
            QuantityOrder claim => claim.Quantities,
            QuantityLevel claim => [claim.Quantity],
            _ => [],
        };
        return quantities.Any(quantity => quantity is EventRate or Share { From: not null });
    }

    private string Compared(ComparedWorlds claim, ClaimOutcome outcome)
    {
        var (first, second) = (Measured(outcome, ClaimFigureKind.First), Measured(outcome, ClaimFigureKind.Second));
        var least = claim.ByAtLeast > 0 ? Plain(claim.ByAtLeast) : null;
        return Say(
            $"{first} against {second} {Unit(claim.Quantity)}, difference {Difference(outcome, ClaimFigureKind.Difference)}; had to be {(claim.IsLower ? "lower" : "higher")}{(least is null ? "" : " by at least " + least)}",
            $"{first} gegenüber {second} {Unit(claim.Quantity)}, Unterschied {Difference(outcome, ClaimFigureKind.Difference)}; verlangt: {(least is null ? "" : $"um mindestens {least} ")}{(claim.IsLower ? "kleiner" : "größer")}");
    }

    private string Response(EventResponse claim, ClaimOutcome outcome)
    {
        var difference = Difference(outcome, ClaimFigureKind.Difference);
        var text = Say(
            $"with the event less without it {difference} {Unit(claim.Quantity)}, at its largest within the time; had to {(claim.Rises ? "rise" : "fall")}",
            $"mit dem Ereignis weniger ohne es {difference} {Unit(claim.Quantity)}, am größten innerhalb der Frist; verlangt: {(claim.Rises ? "Anstieg" : "Rückgang")}");
        return Find(outcome, ClaimFigureKind.AfterFading) is null
            ? text
            : text + Say(
                $"; afterwards {Difference(outcome, ClaimFigureKind.AfterFading)}, had to be under half of it",
                $"; danach {Difference(outcome, ClaimFigureKind.AfterFading)}, verlangt: weniger als die Hälfte");
    }

    private string Ordered(QuantityOrder claim, ClaimOutcome outcome, string between)
    {
        var units = claim.Quantities.Select(Unit).Distinct(StringComparer.Ordinal).ToList();
        var figures = outcome.Figures.Where(figure => figure.Kind == ClaimFigureKind.Ordered)
            .Zip(claim.Quantities, (figure, quantity) => Value(figure, outcome, between == ", ") + (units.Count > 1 ? " " + Unit(quantity) : ""));
        return string.Join(between, figures) + (units.Count > 1 ? "" : " " + units[0]);
    }

    private string Bounds(QuantityLevel claim) => (claim.Above, claim.Below) switch
    {
        ({ } low, { } high) => Say($"had to be between {Plain(low)} and {Plain(high)}", $"verlangt: zwischen {Plain(low)} und {Plain(high)}"),
        ({ } low, _) => Say("had to be above ", "verlangt: über ") + Plain(low),
        (_, { } high) => Say("had to be below ", "verlangt: unter ") + Plain(high),
        _ => "",
    };

    private string Broken(Invariant claim, ClaimOutcome outcome) => claim.IsAlways
        ? Say($"did not hold in {Violations(outcome)}; had to hold always", $"galt nicht in {Violations(outcome)}; verlangt: immer")
        : Say($"held in {Violations(outcome)}; had to hold never", $"galt in {Violations(outcome)}; verlangt: nie");

    private string Loop(LoopSign claim, ClaimOutcome outcome)
    {
        var asked = claim.IsReinforcing ? Say("reinforcing", "verstärkend") : Say("balancing", "ausgleichend");
        return outcome.Verdict == Verdict.Holds
            ? Say($"the loop is {asked}", $"die Schleife ist {asked}")
            : Say($"the loop is not {asked}: it has the other sign, or none", $"die Schleife ist nicht {asked}: Sie hat das andere Vorzeichen oder keines");
    }

    private string Violations(ClaimOutcome outcome) => Find(outcome, ClaimFigureKind.Violations) switch
    {
        { Value: > 0 } share => Value(share, outcome, isFull: true) + Say(" of runs", " der Läufe"),
        _ => Say("no run", "keinem Lauf"),
    };

    private string Measured(ClaimOutcome outcome, ClaimFigureKind kind) => Find(outcome, kind) is { } figure ? Value(figure, outcome, isFull: true) : "–";

    private string Bare(ClaimOutcome outcome, ClaimFigureKind kind) => Find(outcome, kind) is { } figure ? Value(figure, outcome, isFull: false) : "–";

    private string Difference(ClaimOutcome outcome, ClaimFigureKind kind) => Find(outcome, kind) is { } figure
        ? WithError(Signed(figure.Value, Decimals(outcome)), figure.StandardError, outcome) + (figure.IsWithinNoise ? Say(" (within noise)", " (im Rahmen des Zufalls)") : "")
        : "–";

    private string Value(ClaimFigure figure, ClaimOutcome outcome, bool isFull)
    {
        var value = wording.Number(figure.Value, Decimals(outcome));
        return isFull ? WithError(value, figure.StandardError, outcome) : value;
    }

    private string WithError(string value, double error, ClaimOutcome outcome) =>
        error > 0 ? $"{value} ± {wording.Number(error, Decimals(outcome))}" : value;

    private string Signed(double value, int decimals)
    {
        var text = wording.Number(value, decimals);
        return value > 0 ? "+" + text : text;
    }

    private string Unit(Quantity quantity) => quantity switch
    {
        Share { From: not null } => Say("of the steps", "der Schritte"),
        EventRate => Say("a year", "je Jahr"),
        MeanPosition => Say("on the scale from 0 to 1", "auf der Skala von 0 bis 1"),
        _ => Say("of runs", "der Läufe"),
    };

    // A threshold as the model states it.
    private string Plain(double number)
    {
        var text = number.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '\u2212');
        return language == ReaderLanguage.German ? text.Replace('.', ',') : text;
    }

    // As many as the smallest error needs for its first digit, and two at least; exact figures as many as the smallest figure needs.
    private static int Decimals(ClaimOutcome outcome)
    {
        var errors = outcome.Figures.Select(figure => figure.StandardError).Append(outcome.MarginError ?? 0).Where(error => error > 0);
        var values = outcome.Figures.Select(figure => Math.Abs(figure.Value)).Where(value => value > 0);
        var least = errors.DefaultIfEmpty(values.DefaultIfEmpty(1).Min()).Min();
        return least switch { >= 0.0095 => 2, >= 0.00095 => 3, _ => 4 };
    }

    private static ClaimFigure? Find(ClaimOutcome outcome, ClaimFigureKind kind)
    {
        foreach (var figure in outcome.Figures)
        {
            if (figure.Kind == kind)
            {
                return figure;
            }
        }

        return null;
    }

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
