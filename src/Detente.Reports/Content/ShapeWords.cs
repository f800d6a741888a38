using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on what shapes the relationship.</summary>
internal static class ShapeWords
{
    public static readonly LocalizedText Heading = new("What shapes the relationship", "Was die Beziehung prägt");
    public static readonly LocalizedText Drivers = new(
        "The strongest drivers are {0}; most dependent are {1}.", "Die stärksten Treiber sind {0}; am stärksten abhängig sind {1}.");
    public static readonly LocalizedText DriversOne = new(
        "The strongest driver is {0}; most dependent is {1}.", "Der stärkste Treiber ist {0}; am stärksten abhängig ist {1}.");
    public static readonly LocalizedText NoFactors = new(
        "The result holds no roles of factors.", "Das Ergebnis enthält keine Angaben zur Rolle der Faktoren.");
    public static readonly LocalizedText NoInfluences = new(
        "The model states no influences between its factors.", "Das Modell nennt keine Einflüsse zwischen seinen Faktoren.");
    public static readonly LocalizedText ChartTitle = new("Who drives and who is driven", "Wer treibt und wer getrieben wird");
    public static readonly LocalizedText ChartConclusion = new(
        "{0} has the largest influence ({1} points), {2} the largest dependence ({3} points).",
        "Den größten Einfluss hat {0} ({1} Punkte), die größte Abhängigkeit {2} ({3} Punkte).");
    public static readonly LocalizedText Influence = new("influence on others", "Einfluss auf andere");
    public static readonly LocalizedText Dependence = new("dependence on others", "Abhängigkeit von anderen");
    public static readonly LocalizedText Points = new("points of judgement", "Urteilspunkte");
    public static readonly LocalizedText Strongest = new("The strongest influences beyond the security dilemma", "Die stärksten Einflüsse außerhalb des Sicherheitsdilemmas");
    public static readonly LocalizedText StrongestOfAll = new("The strongest influences", "Die stärksten Einflüsse");
    public static readonly LocalizedText Same = new("{0} → {1} (same direction): {2}{3}.", "{0} → {1} (gleichsinnig): {2}{3}.");
    public static readonly LocalizedText Opposite = new("{0} → {1} (opposite direction): {2}{3}.", "{0} → {1} (gegensinnig): {2}{3}.");
    public static readonly LocalizedText Depends = new("{0} → {1} (depending on the state): {2}{3}.", "{0} → {1} (je nach Ausprägung): {2}{3}.");
    public static readonly LocalizedText LoopHeading = new("The security dilemma", "Das Sicherheitsdilemma");
    public static readonly LocalizedText LoopOpening = new(
        "What one side does, the other perceives and answers: through these images the effect runs back to where it began and reinforces itself.",
        "Was die eine Seite tut, nimmt die andere wahr und beantwortet es: Über diese Wahrnehmungen läuft die Wirkung an ihren Anfang zurück und verstärkt sich selbst.");
    public static readonly LocalizedText LoopFurther = new(
        "Of {0} such loops this is the strongest.", "Unter {0} solchen Schleifen ist diese die stärkste.");
    public static readonly LocalizedText LoopFurtherLeast = new(
        "Of at least {0} such loops this is the strongest.", "Unter mindestens {0} solchen Schleifen ist diese die stärkste.");
    public static readonly LocalizedText SeenWorse = new(
        "{1} appears worse to {0} than it is in {2} time steps.",
        "{1} erscheint dem Akteur {0} in {2} Zeitschritten ungünstiger, als es zutrifft.");
}
