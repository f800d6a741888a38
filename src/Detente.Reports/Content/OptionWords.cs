using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on options and preconditions.</summary>
internal static class OptionWords
{
    public static readonly LocalizedText Heading = new("Options and their preconditions", "Optionen und ihre Voraussetzungen");
    public static readonly LocalizedText NoMeasures = new("no measures", "keine Maßnahmen");
    public static readonly LocalizedText None = new(
        "The result compares no strategies with the baseline.", "Das Ergebnis vergleicht keine Strategien mit dem Basisfall.");
    public static readonly LocalizedText BaselineIs = new("The baseline is {0}.", "Basisfall ist {0}.");
    public static readonly LocalizedText BaselineNone = new("In the baseline no strategy is followed.", "Im Basisfall wird keine Strategie verfolgt.");
    public static readonly LocalizedText Caption = new(
        "Strategies against the baseline: difference of model runs of 100, with standard error",
        "Strategien im Vergleich zum Basisfall: Unterschied in Modellläufen von 100, mit Standardfehler");
    public static readonly LocalizedText Strategy = new("Strategy", "Strategie");
    public static readonly LocalizedText SeverityColumn = new("{0} or graver", "{0} oder schwerer");
    public static readonly LocalizedText Noise = new("within noise", "im Rauschen");
    public static readonly LocalizedText Clear = new(
        "The clearest effect is that of {0}, in model runs of 100: {1}.",
        "Am deutlichsten wirkt {0}, in Modellläufen von 100: {1}.");
    public static readonly LocalizedText Change = new("{0} by {1}", "{0} um {1}");
    public static readonly LocalizedText Unclear = new("Without effect beyond noise: {0}.", "Ohne Wirkung über das Rauschen hinaus: {0}.");
    public static readonly LocalizedText AllNoise = new(
        "No strategy differs from the baseline beyond noise in what the table shows.",
        "Keine Strategie unterscheidet sich in den Größen der Tabelle über das Rauschen hinaus vom Basisfall.");
    public static readonly LocalizedText MeasuresHeading = new("Which preconditions are met", "Welche Voraussetzungen erfüllt werden");
    public static readonly LocalizedText MeasureChart = new("Measures: preconditions and agreement", "Maßnahmen: Voraussetzungen und Einigung");
    public static readonly LocalizedText MeasureConclusion = new(
        "Most often agreed is {0} ({1}), least often {2} ({3}).", "Am häufigsten vereinbart wird {0} ({1}), am seltensten {2} ({3}).");
    public static readonly LocalizedText MeasureConclusionOne = new("{0} is agreed {1}.", "{0} wird {1} vereinbart.");
    public static readonly LocalizedText EverAll = new("all preconditions met together at some time", "alle Voraussetzungen irgendwann zugleich erfüllt");
    public static readonly LocalizedText AgreedPart = new("agreed at some time", "irgendwann vereinbart");
    public static readonly LocalizedText InForceEnd = new("in force at the end", "am Ende in Kraft");
    public static readonly LocalizedText Agreed = new("{0} is agreed {1} under {2}.", "{0} wird unter {2} {1} vereinbart.");
    public static readonly LocalizedText Baseline = new("the baseline", "dem Basisfall");
    public static readonly LocalizedText Bottleneck = new(
        "The bottleneck is {0}, met at the end {1}.", "Engpass ist {0}, am Ende {1} erfüllt.");
    public static readonly LocalizedText Only = new(
        "Its precondition {0} is met at the end {1}.", "Die Voraussetzung {0} ist am Ende {1} erfüllt.");
    public static readonly LocalizedText Early = new("It is agreed without its preconditions {0}.", "Ohne ihre Voraussetzungen vereinbart wird sie {0}.");
    public static readonly LocalizedText NoMeasuresInModel = new("The model states no measures.", "Das Modell nennt keine Maßnahmen.");
    public static readonly LocalizedText Broken = new("The limit {0} is broken {1}.", "Die Grenze {0} wird verletzt: {1}.");
    public static readonly LocalizedText BrokenHard = new(
        "The limit {0}, which makes an option inadmissible, is broken {1}.",
        "Die Grenze {0}, deren Verletzung eine Option unzulässig macht, wird verletzt: {1}.");
    public static readonly LocalizedText BrokenUnder = new("{0} under {1}", "{0} unter {1}");
    public static readonly LocalizedText NotBroken = new("None of the limits that the model sets is broken.", "Keine der Grenzen, die das Modell setzt, wird verletzt.");
}
