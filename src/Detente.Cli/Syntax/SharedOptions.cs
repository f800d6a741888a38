using System.Collections.Immutable;
using System.Globalization;
using Detente.Models;

namespace Detente.Cli.Syntax;

/// <summary>The options that several commands take.</summary>
internal static class SharedOptions
{
    public const int MostDraws = 100_000;

    public const int MostPaths = 10_000_000;

    private static readonly LocalizedText Number = new("N", "N");

    public static OptionSyntax Help { get; } = new("--help", new("Shows this help.", "Zeigt diese Hilfe."));

    public static OptionSyntax Version { get; } = new("--version", new("Shows the version.", "Zeigt die Version."));

    public static OptionSyntax Format { get; } = new("--format", new("The form of the answer; text unless stated.", "Form der Antwort; ohne Angabe text."))
    {
        // Which ones depends on the command: see CommandSyntax.Formats.
        Value = LocalizedText.Same(string.Join('|', AnswerFormat.OfEveryCommand)),
    };

    public static OptionSyntax Language { get; } = new("--lang", new(
        "The language; otherwise what LC_ALL, LC_MESSAGES or LANG says, else English.",
        "Die Sprache; sonst die von LC_ALL, LC_MESSAGES oder LANG, sonst Englisch."))
    {
        Value = LocalizedText.Same("en|de"),
        Complaint = value => OneOf(value, "en", "de"),
    };

    public static OptionSyntax Out { get; } = new("--out", new(
        "Writes the answer to a file: all of it or nothing.",
        "Schreibt die Antwort in eine Datei: ganz oder gar nicht."))
    {
        Value = new("FILE", "DATEI"),
        Complaint = static value => value.Length == 0 ? new("the name of a file is expected", "erwartet wird ein Dateiname") : null,
    };

    public static OptionSyntax Seed { get; } = new("--seed", new(
        "The seed of all chance, 0 to 18446744073709551615; 1 unless stated.",
        "Startwert allen Zufalls, 0 bis 18446744073709551615; ohne Angabe 1."))
    {
        Value = Number,
        Complaint = static value => ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? null
            : new("a whole number from 0 to 18446744073709551615 is expected", "erwartet wird eine ganze Zahl von 0 bis 18446744073709551615"),
    };

    public static OptionSyntax Threads { get; } = new("--threads", new(
        "Threads to use, 0 to 1024; 0, the default: one per core. Changes no figure.",
        "Zahl der Threads, 0 bis 1024; 0, die Vorgabe: einer je Kern. Ändert kein Ergebnis."))
    {
        Value = Number,
        Complaint = value => Whole(value, 0, 1024),
    };

    public static OptionSyntax Draws { get; } = new("--draws", new(
        "Draws of the uncertain judgements, 1 to 100000; 50 unless stated. 1 takes every value at its point.",
        "Ziehungen der unsicheren Urteile, 1 bis 100000; ohne Angabe 50. Bei 1 gilt jeder Wert wie angegeben."))
    {
        Value = Number,
        Complaint = value => Whole(value, 1, MostDraws),
    };

    public static OptionSyntax Paths { get; } = new("--paths", new(
        "Paths per draw, 2 to 10000000; 200 unless stated.",
        "Verläufe je Ziehung, 2 bis 10000000; ohne Angabe 200."))
    {
        Value = Number,
        Complaint = value => Whole(value, 2, MostPaths),
    };

    /// <summary>What every command takes.</summary>
    public static ImmutableArray<OptionSyntax> All { get; } = [Format, Language, Out, Seed, Threads, Help, Version];

    public static OperandSyntax Model { get; } = new(
        new("MODEL", "MODELL"),
        new(
            "A file (.yaml; .scw of ScenarioWizard; .csv, a matrix with labels), a folder with model.yaml, or a name that detente models lists.",
            "Eine Datei (.yaml; .scw von ScenarioWizard; .csv, eine beschriftete Matrix), ein Ordner mit model.yaml oder ein Name aus detente models."));

    /// <summary>Complains unless the value is a whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static LocalizedText? Whole(string value, int least, int most)
    {
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return null;
        }

        var range = string.Create(CultureInfo.InvariantCulture, $"{least}|{most}").Split('|');
        return new($"a whole number from {range[0]} to {range[1]} is expected", $"erwartet wird eine ganze Zahl von {range[0]} bis {range[1]}");
    }

    /// <summary>Complains unless the value is a number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static LocalizedText? Real(string value, double least, double most)
    {
        if (double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return null;
        }

        var (from, to) = (least.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture));
        return new(
            $"a number from {from} to {to} is expected, with a decimal point",
            $"erwartet wird eine Zahl von {from} bis {to}, mit Dezimalpunkt");
    }

    /// <summary>Complains unless the value is one of the words.</summary>
    public static LocalizedText? OneOf(string value, params ReadOnlySpan<string> words)
    {
        if (words.Contains(value))
        {
            return null;
        }

        var others = string.Join(", ", words[..^1].ToArray());
        return new($"{others} or {words[^1]} is expected", $"erwartet wird {others} oder {words[^1]}");
    }
}
