using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on what is uncertain.</summary>
internal static class DoubtWords
{
    public static readonly LocalizedText Heading = new("What is uncertain", "Was unsicher ist");
    public static readonly LocalizedText BandChart = new("Judgement spread of the leading kinds of future", "Urteilsspanne der führenden Zukunftstypen");
    public static readonly LocalizedText BandConclusion = new(
        "At the end the judgement spread of {0} runs from {1} to {2}.", "Am Ende reicht die Urteilsspanne von {0} von {1} bis {2}.");
    public static readonly LocalizedText BandNone = new("No judgement spread was found for {0}.", "Für {0} wurde keine Urteilsspanne festgestellt.");
    public static readonly LocalizedText NoBands = new(
        "Every judgement was taken at its stated value: the result holds no spread over judgements.",
        "Jedes Urteil ging mit seinem angegebenen Wert ein: Das Ergebnis enthält keine Spanne über die Urteile.");
    public static readonly LocalizedText MorePaths = new(
        "For {0} of {1} figures of kinds the spread is not yet firm: up to {2} runs per set of judgements would be needed.",
        "Bei {0} von {1} Zahlen zu Zukunftstypen ist die Spanne noch nicht belastbar: Bis zu {2} Läufe je Urteilssatz wären nötig.");
    public static readonly LocalizedText Relaxation = new(
        "The start does not rest: {0} of the change of states in the first year would happen without any event. Early changes tell of the start as encoded rather than of history.",
        "Der Ausgangszustand ruht nicht: {0} der Zustandsänderungen des ersten Jahres geschähen ohne jedes Ereignis. Frühe Veränderungen verraten mehr über die Kodierung des Ausgangs als über den Verlauf.");
    public static readonly LocalizedText Labels = new(
        "Of {0} influences {1} rest on a quoted source, {2} on data and {3} on expert judgement.",
        "Von {0} Einflüssen stützen sich {1} auf eine zitierte Quelle, {2} auf Daten und {3} auf Expertenurteil.");
    public static readonly LocalizedText Elements = new(
        "Of all {0} elements of the model {1} are expert judgement.",
        "Von allen {0} Bausteinen des Modells sind {1} Expertenurteil.");
    public static readonly LocalizedText Weakest = new(
        "The strongest influences without a source are {0}.", "Die stärksten Einflüsse ohne Quelle sind {0}.");
    public static readonly LocalizedText WeakestOne = new(
        "The strongest influence without a source is {0}.", "Der stärkste Einfluss ohne Quelle ist {0}.");
    public static readonly LocalizedText Arrow = new("{0} → {1}", "{0} → {1}");
    public static readonly LocalizedText Conditional = new(
        "Some influences hold only under a condition, which goes beyond pairwise cross-impact balance; the set of consistent scenarios is still exact.",
        "Einige Einflüsse gelten nur unter einer Bedingung; das geht über die paarweise Cross-Impact-Bilanzanalyse hinaus, die Menge der konsistenten Szenarien ist dennoch exakt.");
    public static readonly LocalizedText Incomplete = new(
        "The run is not complete: {0} of {1} units of work were done.", "Der Lauf ist unvollständig: {0} von {1} Arbeitseinheiten wurden erledigt.");
    public static readonly LocalizedText Decisiveness = new(
        "How decidedly factors follow the balance of influences is itself a judgement: {0}.",
        "Wie entschieden Faktoren der Bilanz der Einflüsse folgen, ist selbst ein Urteil: {0}.");
}
