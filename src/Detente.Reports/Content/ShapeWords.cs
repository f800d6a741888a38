using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on what shapes the relationship.</summary>
internal static class ShapeWords
{
    public static readonly LocalizedText Heading = new("What shapes the relationship", "Was die Beziehung prägt");
    public static readonly LocalizedText Drivers = new(
        "Most influence on the others starts here: {0}. Most strongly driven by the others: {1}.",
        "Die stärksten Treiber: {0}. Am stärksten von anderen getrieben: {1}.");
    public static readonly LocalizedText NoFactors = new(
        "The result holds no roles of factors.", "Das Ergebnis enthält keine Angaben zur Rolle der Faktoren.");
    public static readonly LocalizedText NoInfluences = new(
        "The model states no influences between its factors.", "Das Modell nennt keine Einflüsse zwischen seinen Faktoren.");
    public static readonly LocalizedText ChartTitle = new("Who drives and who is driven", "Wer treibt und wer getrieben wird");
    public static readonly LocalizedText ChartConclusion = new(
        "{0} gives most ({1} points), {2} takes most ({3} points).",
        "{0} wirkt am stärksten ({1} Punkte), {2} wird am stärksten bewegt ({3} Punkte).");
    public static readonly LocalizedText Influence = new("influence on others", "Einfluss auf andere");
    public static readonly LocalizedText Dependence = new("dependence on others", "Abhängigkeit von anderen");
    public static readonly LocalizedText Points = new("points of judgement", "Urteilspunkte");
    public static readonly LocalizedText Strongest = new("The strongest influences apart from the spiral below", "Die stärksten Einflüsse außerhalb der Spirale");
    public static readonly LocalizedText StrongestOfAll = new("The strongest influences", "Die stärksten Einflüsse");
    public static readonly LocalizedText Promotes = new("{0} → {1} (promoting): {2}{3}.", "{0} → {1} (fördernd): {2}{3}.");
    public static readonly LocalizedText Restrains = new("{0} → {1} (restraining): {2}{3}.", "{0} → {1} (hemmend): {2}{3}.");
    public static readonly LocalizedText Depends = new("{0} → {1} (depending on the state): {2}{3}.", "{0} → {1} (je nach Ausprägung): {2}{3}.");
    public static readonly LocalizedText LoopHeading = new("The spiral of images", "Die Spirale der Wahrnehmungen");
    public static readonly LocalizedText LoopOpening = new(
        "One chain of influences runs through what the sides believe of each other and back to its beginning; each turn reinforces the next.",
        "Eine Wirkungskette läuft durch das, was die Seiten voneinander glauben, an ihren Anfang zurück; jeder Umlauf verstärkt den nächsten.");
    public static readonly LocalizedText LoopFurther = new(
        "The model holds {0} such loops; this is the strongest.", "Das Modell enthält {0} solche Schleifen; diese ist die stärkste.");
    public static readonly LocalizedText LinkSame = new("{0} → {1} (more brings more): {2}{3}.", "{0} → {1} (mehr bewirkt mehr): {2}{3}.");
    public static readonly LocalizedText LinkOpposite = new("{0} → {1} (more brings less): {2}{3}.", "{0} → {1} (mehr bewirkt weniger): {2}{3}.");
    public static readonly LocalizedText LinkOther = new("{0} → {1} (depending on the state): {2}{3}.", "{0} → {1} (je nach Ausprägung): {2}{3}.");
    public static readonly LocalizedText SeenWorse = new(
        "{0}: the image is worse than the thing in {1} time steps.",
        "{0}: In {1} Zeitschritten ist das Bild schlimmer als die Sache.");
}
