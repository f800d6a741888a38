using System.Collections.Immutable;
using Detente.Cli.Input;
using Detente.Cli.Syntax;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Commands;

/// <summary>The options by which scenarios are looked for and chosen.</summary>
internal static class ScenarioChoice
{
    private const int NearestListed = 5;
    private const int MostListed = 100_000;

    private static readonly LocalizedText Number = new("N", "N");

    private static readonly LocalizedText States = new("\"FACTOR = STATE, ...\"", "\"FAKTOR = ZUSTAND, ...\"");

    private static readonly OptionSyntax Where = new("--where", new(
        "Only configurations that meet a condition of the model language; may be given several times. What it says of events, measures and dates is read at rest.",
        "Nur Konfigurationen, die eine Bedingung der Modellsprache erfüllen; mehrmals möglich. Was sie über Ereignisse, Maßnahmen und Daten sagt, wird in Ruhe gelesen."))
    {
        Value = new("CONDITION", "BEDINGUNG"),
        Repeats = true,
    };

    private static readonly OptionSyntax Hold = new("--hold", new(
        "An intervention: holds factors in a state from outside, whatever their own balance says, and tells what that changes; may be given several times.",
        "Ein Eingriff: hält Faktoren von außen in einem Zustand, was immer ihre Bilanz sagt, und nennt, was sich dadurch ändert; mehrmals möglich."))
    {
        Value = States,
        Repeats = true,
    };

    private static readonly OptionSyntax Top = new("--top", new(
        "Lists the N scenarios with the highest total impact score, highest first.",
        "Führt die N Szenarien mit der höchsten Gesamtwirkung auf, die höchste zuerst."))
    {
        Value = Number,
        Complaint = static value => SharedOptions.Whole(value, 1, MostListed),
    };

    private static readonly OptionSyntax Different = new("--different", new(
        "Lists N scenarios that differ as much as possible from one another.",
        "Führt N möglichst verschiedene Szenarien auf."))
    {
        Value = Number,
        Complaint = static value => SharedOptions.Whole(value, 1, MostListed),
    };

    private static readonly OptionSyntax Nearest = new("--nearest", new(
        "Lists the scenarios nearest to the states wished for, 5 unless --most says otherwise.",
        "Führt die Szenarien auf, die den gewünschten Zuständen am nächsten kommen, ohne --most 5."))
    {
        Value = States,
    };

    private static readonly OptionSyntax Most = new("--most", new(
        "The most scenarios listed, 1 to 100000; 10000 unless stated.",
        "Höchstzahl der aufgeführten Szenarien, 1 bis 100000; ohne Angabe 10000."))
    {
        Value = Number,
        Complaint = static value => SharedOptions.Whole(value, 1, MostListed),
    };

    public static readonly OptionSyntax Count = new("--count", new(
        "Counts the scenarios and lists none.",
        "Zählt die Szenarien und führt keines auf."));

    public static ImmutableArray<OptionSyntax> Options { get; } = [Where, Hold, Top, Different, Nearest, Most, Count];

    public static ImmutableArray<(OptionSyntax One, OptionSyntax Other)> Exclusive { get; } =
    [
        (Top, Different),
        (Top, Nearest),
        (Different, Nearest),
        (Top, Most),
        (Different, Most),
        (Count, Top),
        (Count, Different),
        (Count, Nearest),
        (Count, Most),
    ];

    /// <summary>The study with what the options ask for.</summary>
    /// <exception cref="Refusal">An option names what the model does not have, or nothing is left to draw; it says all mistakes.</exception>
    public static ScenariosStudy Of(OpenModel open, ScenariosStudy study)
    {
        var invocation = open.Invocation;
        var mistakes = new OptionMistakes(open);
        if (invocation.Has(Count) && invocation.Format == AnswerFormat.Svg)
        {
            mistakes.Add(new LocalizedText("--count lists no scenario that --format svg could draw", "--count führt kein Szenario auf, das --format svg zeichnen könnte"));
        }

        if (invocation.Has(Count) && invocation.Format == AnswerFormat.Solutions)
        {
            mistakes.Add(new LocalizedText("--count lists no scenario that --format sl could hold", "--count führt kein Szenario auf, das --format sl aufnehmen könnte"));
        }

        var asked = study with
        {
            Where = Condition(open, mistakes),
            Holds = StateList.Read(open, Hold, mistakes),
            Wish = StateList.Read(open, Nearest, mistakes),
            Selection = invocation.Has(Top) ? ScenarioSelection.HighestImpact
                : invocation.Has(Different) ? ScenarioSelection.MostDifferent
                : invocation.Has(Nearest) ? ScenarioSelection.Nearest
                : ScenarioSelection.First,
            MostListed = invocation.Has(Count) ? 0
                : invocation.Has(Top) ? invocation.Integer(Top, 0)
                : invocation.Has(Different) ? invocation.Integer(Different, 0)
                : invocation.Integer(Most, invocation.Has(Nearest) ? NearestListed : study.MostListed),
        };
        mistakes.Refuse();
        return asked;
    }

    /// <summary>All conditions of --where joined by and; null when there is none.</summary>
    private static Condition? Condition(OpenModel open, OptionMistakes mistakes)
    {
        var written = open.Invocation.Values(Where);
        var parts = ImmutableArray.CreateBuilder<Condition>();
        foreach (var (place, text) in written.Index())
        {
            var name = OptionMistakes.Name(Where.Name, place, written.Length);
            var reading = ConditionText.Parse(text, open.Model, name);
            mistakes.Add(text, name, reading.Diagnostics);
            if (reading.Condition is { } condition)
            {
                parts.Add(condition);
            }
        }

        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new AllOf(parts.ToImmutable()),
        };
    }
}
