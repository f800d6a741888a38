using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on options and preconditions.</summary>
internal static class OptionWords
{
    public static readonly LocalizedText Heading = new("Options and their preconditions", "Optionen und ihre Voraussetzungen");
    public static readonly LocalizedText NoMeasures = new("no measures", "keine Maßnahmen");
    public static readonly LocalizedText None = new(
        "The result compares no strategies with the baseline.", "Das Ergebnis vergleicht keine Strategien mit dem Basisfall.");
    public static readonly LocalizedText BaselineIs = new("Baseline: {0}.", "Basisfall: {0}.");
    public static readonly LocalizedText BaselineNone = new("In the baseline no strategy is followed.", "Im Basisfall wird keine Strategie verfolgt.");
    public static readonly LocalizedText TakesPlace = new(
        "Every other strategy is run in the place of its actor's, all else as in the baseline.",
        "Jede andere Strategie tritt an die Stelle derjenigen ihres Akteurs; alles Übrige bleibt wie im Basisfall.");
    public static readonly LocalizedText Caption = new(
        "Strategies against the baseline: difference of model runs of 100, with standard error; ≈ 0: within noise",
        "Strategien im Vergleich zum Basisfall: Unterschied in Modellläufen von 100, mit Standardfehler; ≈ 0: im Rauschen");
    public static readonly LocalizedText Strategy = new("Strategy", "Strategie");
    public static readonly LocalizedText Admissible = new("Admissible", "Zulässig");
    public static readonly LocalizedText SeverityColumn = new("{0} or graver", "{0} oder schwerer");
    public static readonly LocalizedText Clear = new("Of the admissible strategies {0} moves most. {1}.", "Unter den zulässigen Strategien bewegt {0} am meisten. {1}.");
    public static readonly LocalizedText Change = new("{0}: {1}", "{0}: {1}");
    public static readonly LocalizedText Unclear = new("Without effect beyond noise: {0}.", "Ohne Wirkung über das Rauschen hinaus: {0}.");
    public static readonly LocalizedText AllNoise = new(
        "No strategy differs from the baseline beyond noise in what the table shows.",
        "Keine Strategie unterscheidet sich in den Größen der Tabelle über das Rauschen hinaus vom Basisfall.");
    public static readonly LocalizedText NoneAdmissible = new(
        "No admissible strategy differs from the baseline beyond noise.", "Keine zulässige Strategie unterscheidet sich über das Rauschen hinaus vom Basisfall.");
    public static readonly LocalizedText MeasuresHeading = new("Which preconditions are met", "Welche Voraussetzungen erfüllt werden");
    public static readonly LocalizedText MeasureChart = new("Measures with preconditions, where they wait for them", "Maßnahmen mit Voraussetzungen, wo sie diese abwarten");
    public static readonly LocalizedText MeasureConclusion = new("Most often agreed, {1}: {0} ({2}).", "Am häufigsten vereinbart {1}: {0} ({2}).");
    public static readonly LocalizedText Others = new("The annex tells the same of {0}.", "Für {0} steht dies im Anhang.");
    public static readonly LocalizedText EverAll = new("all preconditions met together at some time", "alle Voraussetzungen irgendwann zugleich erfüllt");
    public static readonly LocalizedText AgreedPart = new("agreed at some time", "irgendwann vereinbart");
    public static readonly LocalizedText InForceEnd = new("in force at the end", "am Ende in Kraft");
    public static readonly LocalizedText Agreed = new("Agreed {0}: {1}.", "Vereinbart {0}: {1}.");
    public static readonly LocalizedText Baseline = new("the baseline", "Basisfall");
    public static readonly LocalizedText InBaseline = new("in the baseline", "im Basisfall");
    public static readonly LocalizedText UnderStrategy = new("under {0}", "unter {0}");
    public static readonly LocalizedText Bottleneck = new(
        "The bottleneck is {0}, met at the end {1}; further preconditions: {2}.", "Engpass ist {0}, am Ende {1} erfüllt; weitere Voraussetzungen: {2}.");
    public static readonly LocalizedText Only = new(
        "The only precondition is {0}, met at the end {1}.", "Einzige Voraussetzung ist {0}, am Ende {1} erfüllt.");
    public static readonly LocalizedText Early = new("Agreed too early, without its preconditions, {0}: {1}.", "Verfrüht, ohne ihre Voraussetzungen, vereinbart {0}: {1}.");
    public static readonly LocalizedText NoMeasuresInModel = new("The model states no measures.", "Das Modell nennt keine Maßnahmen.");
    public static readonly LocalizedText NoPreconditions = new(
        "No measure that a strategy pursues waits for preconditions.", "Keine Maßnahme, die eine Strategie verfolgt, wartet auf Voraussetzungen.");
}
