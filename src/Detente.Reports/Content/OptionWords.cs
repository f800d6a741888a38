using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on options and preconditions.</summary>
internal static class OptionWords
{
    public static readonly LocalizedText Heading = new("Options and their preconditions", "Optionen und ihre Voraussetzungen");
    public static readonly LocalizedText NoMeasures = new("no measures", "keine Maßnahmen");
    public static readonly LocalizedText None = new(
        "The result compares no strategies with the baseline.", "Das Ergebnis vergleicht keine Strategien mit dem Basisfall.");
    public static readonly LocalizedText BaselineIs = new("In the baseline {0}.", "Im Basisfall verfolgen {0}.");
    public static readonly LocalizedText BaselineIsOne = new("In the baseline {0}.", "Im Basisfall verfolgt {0}.");
    public static readonly LocalizedText Follows = new("{0} follows {1}", "{0} die Strategie {1}");
    public static readonly LocalizedText FollowTogether = new("{0} follow {1}", "{0} gemeinsam die Strategie {1}");
    public static readonly LocalizedText BaselineNone = new("In the baseline no strategy is followed.", "Im Basisfall wird keine Strategie verfolgt.");
    public static readonly LocalizedText TakesPlace = new(
        "Each alternative takes the place of its actor’s strategy; all else stays as in the baseline.",
        "Jede Alternative ersetzt die Strategie ihres Akteurs; alles Übrige bleibt wie im Basisfall.");
    public static readonly LocalizedText Caption = new(
        "Strategies against the baseline: difference of model runs of 100, with standard error; ≈ 0: within noise",
        "Strategien im Vergleich zum Basisfall: Unterschied in Modellläufen von 100, mit Standardfehler; ≈ 0: im Rahmen des Zufalls");
    public static readonly LocalizedText Strategy = new("Strategy", "Strategie");
    public static readonly LocalizedText Admissible = new("Admissible", "Zulässig");
    public static readonly LocalizedText SeverityColumn = new("{0} or graver", "{0} oder schwerer");
    public static readonly LocalizedText Clear = new(
        "Among the admissible strategies {0} moves the picture most: {1}.", "Unter den zulässigen Strategien verschiebt {0} das Bild am stärksten: {1}.");
    public static readonly LocalizedText Change = new("{0} {1}", "{0} {1}");
    public static readonly LocalizedText Adds = new("It pursues, beyond the baseline: {0}.", "Sie verfolgt über den Basisfall hinaus: {0}.");
    public static readonly LocalizedText InStep = new("in step {0} {1}", "in Schritt {0} {1}");
    public static readonly LocalizedText Unclear = new("{0} has no effect beyond noise.", "Keine Wirkung über den Rahmen des Zufalls hinaus hat {0}.");
    public static readonly LocalizedText UnclearSeveral = new("{0} have no effect beyond noise.", "Keine Wirkung über den Rahmen des Zufalls hinaus haben {0}.");
    public static readonly LocalizedText AllNoise = new(
        "No strategy differs from the baseline beyond noise in what the table shows.",
        "Keine Strategie unterscheidet sich in den Größen der Tabelle über den Rahmen des Zufalls hinaus vom Basisfall.");
    public static readonly LocalizedText NoneAdmissible = new(
        "No admissible strategy differs from the baseline beyond noise.", "Keine zulässige Strategie unterscheidet sich über den Rahmen des Zufalls hinaus vom Basisfall.");
    public static readonly LocalizedText MeasuresHeading = new("Which preconditions are met", "Welche Voraussetzungen erfüllt werden");
    public static readonly LocalizedText MeasureChart = new("Measures with preconditions, where they wait for them", "Maßnahmen mit Voraussetzungen, wo sie diese abwarten");
    public static readonly LocalizedText MeasureConclusion = new("The measure {0} is agreed most often, {2} {1}.", "Am häufigsten wird die Maßnahme {0} vereinbart, {2} {1}.");
    public static readonly LocalizedText Others = new("The annex says the same of {0}.", "Dasselbe steht im Anhang für {0}.");
    public static readonly LocalizedText EverAll = new("all preconditions met together at some time", "alle Voraussetzungen irgendwann zugleich erfüllt");
    public static readonly LocalizedText AgreedPart = new("agreed at some time", "irgendwann vereinbart");
    public static readonly LocalizedText InForceEnd = new("in force at the end", "am Ende in Kraft");
    public static readonly LocalizedText Agreed = new("{0} agreement is reached on {1}.", "{0} kommt eine Vereinbarung zustande über {1}.");
    public static readonly LocalizedText Baseline = new("the baseline", "Basisfall");
    public static readonly LocalizedText InBaseline = new("in the baseline", "im Basisfall");
    public static readonly LocalizedText InBaselineFirst = new("In the baseline", "Im Basisfall");
    public static readonly LocalizedText UnderStrategy = new("under {0}", "unter {0}");
    public static readonly LocalizedText UnderStrategyFirst = new("Under {0}", "Unter {0}");
    public static readonly LocalizedText Bottleneck = new(
        "The bottleneck is the precondition {0}, {1}. Also needed, with the runs in which they hold at the end: {2}.",
        "Den Engpass bildet die Voraussetzung {0}, {1}. Außerdem nötig, mit den Läufen, in denen sie am Ende erfüllt sind: {2}.");
    public static readonly LocalizedText Only = new("The only precondition is {0}, {1}.", "Die einzige Voraussetzung ist {0}, {1}.");
    public static readonly LocalizedText Met = new("met {0} at the start and {1} at the end", "zu Beginn {0} und am Ende {1} erfüllt");
    public static readonly LocalizedText MetAlike = new("met {0} at the start as at the end", "zu Beginn wie am Ende {0} erfüllt");
    public static readonly LocalizedText MetNever = new("which is never met", "die nie erfüllt ist");
    public static readonly LocalizedText AlsoOne = new(
        "The bottleneck is the precondition {0}, {1}. Also needed is {2}.", "Den Engpass bildet die Voraussetzung {0}, {1}. Außerdem nötig ist {2}.");
    public static readonly LocalizedText AtEnd = new("{0} ({1} at the end)", "{0} (am Ende {1})");
    public static readonly LocalizedText Early = new(
        "{0} agreement comes too early, without the preconditions: {1}.", "{0} kommt die Vereinbarung verfrüht, ohne die Voraussetzungen: {1}.");
    public static readonly LocalizedText NoMeasuresInModel = new("The model states no measures.", "Das Modell nennt keine Maßnahmen.");
    public static readonly LocalizedText NoPreconditions = new(
        "No measure that a strategy pursues waits for preconditions.", "Keine Maßnahme, die eine Strategie verfolgt, wartet auf Voraussetzungen.");
}
