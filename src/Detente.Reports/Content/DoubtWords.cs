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
    public static readonly LocalizedText MorePaths = new(
        "For {0} of {1} figures of kinds the spread is not yet firm: up to {2} runs per set of judgements would be needed.",
        "Bei {0} von {1} Zahlen zu Zukunftstypen ist die Spanne noch nicht belastbar: Bis zu {2} Läufe je Urteilssatz wären nötig.");
    public static readonly LocalizedText Relaxation = new(
        "The start does not rest: {0} changes of state in the first year would happen without any event. Early changes tell of the start as encoded rather than of history.",
        "Der Ausgangszustand ruht nicht: {0} Zustandsänderungen des ersten Jahres geschähen ohne jedes Ereignis. Frühe Veränderungen verraten mehr über die Kodierung des Ausgangs als über den Verlauf.");
    public static readonly LocalizedText Labels = new(
        "Of {0} influences {1} name a source for what they claim; the figure of their strength is expert judgement for {2}, data for {3} and quoted for {4}.",
        "Von {0} Einflüssen nennen {1} eine Quelle für das, was sie behaupten; die Zahl ihrer Stärke ist bei {2} Expertenurteil, bei {3} aus Daten und bei {4} zitiert.");
    public static readonly LocalizedText Weakest = new(
        "The strongest influences without a source: {0}.", "Die stärksten Einflüsse ohne Quelle: {0}.");
    public static readonly LocalizedText WeakestOne = new(
        "The strongest influence without a source: {0}.", "Der stärkste Einfluss ohne Quelle: {0}.");
    public static readonly LocalizedText Arrow = new("{0} → {1}", "{0} → {1}");
    public static readonly LocalizedText Incomplete = new(
        "The run is not complete: {0} of {1} units of work were done.", "Der Lauf ist unvollständig: {0} von {1} Arbeitseinheiten wurden erledigt.");
}
