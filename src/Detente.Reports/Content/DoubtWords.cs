using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on what is uncertain.</summary>
internal static class DoubtWords
{
    public static readonly LocalizedText Heading = new("What is uncertain", "Was unsicher ist");
    public static readonly LocalizedText BandChart = new("Judgement spread of the leading kinds of future", "Urteilsspanne der führenden Zukunftstypen");
    public static readonly LocalizedText BandConclusion = new(
        "At the end the judgement spread of {0} runs from {1} to {2}.", "Am Ende reicht die Urteilsspanne bei {0} von {1} bis {2}.");
    public static readonly LocalizedText BandNone = new("No judgement spread was found for {0}.", "Für {0} wurde keine Urteilsspanne festgestellt.");
    public static readonly LocalizedText NoBands = new(
        "Every judgement was taken at its stated value: the result holds no spread over judgements.",
        "Jedes Urteil ging mit seinem angegebenen Wert ein: Das Ergebnis enthält keine Spanne über die Urteile.");
    public static readonly LocalizedText Limits = new("Limits of the model", "Grenzen des Modells");
    public static readonly LocalizedText MorePaths = new(
        "Firmness. For {0} of the {1} shares of kinds of future the judgement spread is not yet firm; up to {2} runs per set of judgements would settle it.",
        "Belastbarkeit. Bei {0} der {1} Anteile von Zukunftstypen ist die Urteilsspanne noch nicht belastbar; dafür wären bis zu {2} Läufe je Urteilssatz nötig.");
    public static readonly LocalizedText MorePathsOne = new(
        "Firmness. For one of the {0} shares of kinds of future the judgement spread is not yet firm; up to {1} runs per set of judgements would settle it.",
        "Belastbarkeit. Bei einem der {0} Anteile von Zukunftstypen ist die Urteilsspanne noch nicht belastbar; dafür wären bis zu {1} Läufe je Urteilssatz nötig.");
    public static readonly LocalizedText Relaxation = new(
        "The start is not at rest: {0} changes of state in the first year would also happen without any event. What changes early says more about how the start was judged than about the course of events.",
        "Der Anfangszustand ist nicht im Gleichgewicht: {0} Zustandswechseln des ersten Jahres kämen auch ohne jedes Ereignis zustande. Was sich früh ändert, sagt mehr über die Einschätzung des Anfangs als über den Verlauf.");
    public static readonly LocalizedText RelaxationAll = new(
        "The start is not at rest: all changes of state in the first year would also happen without any event. What changes early says more about how the start was judged than about the course of events.",
        "Der Anfangszustand ist nicht im Gleichgewicht: Alle Zustandswechsel des ersten Jahres kämen auch ohne jedes Ereignis zustande. Was sich früh ändert, sagt mehr über die Einschätzung des Anfangs als über den Verlauf.");
    public static readonly LocalizedText Rejected = new(
        "The influences on {0} factors pull away from their state at the start: {1}.",
        "Bei {0} Faktoren drängen die Einflüsse von Anfang an aus der Ausgangslage: {1}.");
    public static readonly LocalizedText RejectedOne = new(
        "The influences on one factor pull away from its state at the start: {0}.",
        "Bei einem Faktor drängen die Einflüsse von Anfang an aus der Ausgangslage: {0}.");
    public static readonly LocalizedText RejectedFactor = new("{0} (from {1} towards {2})", "{0} (von {1} zu {2})");
    public static readonly LocalizedText AboveAll = new("above all {0}", "vor allem {0}");
    public static readonly LocalizedText RestPoints = new(
        "In {0} configurations the model comes to rest though they are not consistent: the way to a better state leads through a worse one.",
        "In {0} Konfigurationen kommt das Modell zur Ruhe, obwohl sie nicht konsistent sind: Der Weg zur besser gestützten Ausprägung führt über eine schlechter gestützte.");
    public static readonly LocalizedText RestPointsLeast = new(
        "In at least {0} configurations the model comes to rest though they are not consistent: the way to a better state leads through a worse one.",
        "In mindestens {0} Konfigurationen kommt das Modell zur Ruhe, obwohl sie nicht konsistent sind: Der Weg zur besser gestützten Ausprägung führt über eine schlechter gestützte.");
    public static readonly LocalizedText RestPointOne = new(
        "In one configuration the model comes to rest though it is not consistent: the way to a better state leads through a worse one.",
        "In einer Konfiguration kommt das Modell zur Ruhe, obwohl sie nicht konsistent ist: Der Weg zur besser gestützten Ausprägung führt über eine schlechter gestützte.");
    public static readonly LocalizedText RestPointLeast = new(
        "In at least one configuration the model comes to rest though it is not consistent: the way to a better state leads through a worse one.",
        "In mindestens einer Konfiguration kommt das Modell zur Ruhe, obwohl sie nicht konsistent ist: Der Weg zur besser gestützten Ausprägung führt über eine schlechter gestützte.");
    public static readonly LocalizedText Labels = new(
        "Of {0} influences {1} name a source for their direction. Their strength {2}.",
        "Von {0} Einflüssen stützen sich {1} für ihre Richtung auf eine Quelle. Wie stark sie wirken, {2}.");
    public static readonly LocalizedText StrengthJudged = new("is expert judgement throughout", "ist durchweg Expertenurteil");
    public static readonly LocalizedText StrengthMixed = new(
        "is expert judgement for {0}, data for {1} and quoted for {2}", "ist bei {0} Expertenurteil, bei {1} aus Daten gewonnen und bei {2} der Quelle entnommen");
    public static readonly LocalizedText Weakest = new(
        "The strongest influences without a source are {0}.", "Die stärksten Einflüsse ohne Quelle sind {0}.");
    public static readonly LocalizedText WeakestOne = new(
        "The strongest influence without a source is {0}.", "Der stärkste Einfluss ohne Quelle ist {0}.");
    public static readonly LocalizedText Incomplete = new(
        "The run is not complete: {0} of {1} units of work were done.", "Die Rechnung ist unvollständig: {0} von {1} Arbeitseinheiten wurden erledigt.");
}
