using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words of the head, the bottom line and the frame.</summary>
internal static class FrameWords
{
    public static readonly LocalizedText Banner = new(
        "Hindsight. The model was written down when the outcome was already known. None of its results may be read as foresight that was tested.",
        "Nachträglich verfasst. Das Modell wurde niedergelegt, als der Ausgang bereits bekannt war. Keines seiner Ergebnisse darf als geprüfte Voraussicht gelesen werden.");

    public static readonly LocalizedText FactCutoff = new("State of knowledge", "Wissensstand");
    public static readonly LocalizedText FactHorizon = new("Horizon", "Zeithorizont");
    public static readonly LocalizedText FactMode = new("Mode", "Modus");
    public static readonly LocalizedText FactModel = new("Model", "Modell");
    public static readonly LocalizedText FromTo = new("{0} to {1}", "{0} bis {1}");
    public static readonly LocalizedText Plausibility = new("plausibility (shares of model runs)", "Plausibilität (Anteile von Modellläufen)");
    public static readonly LocalizedText Forecast = new("forecast", "Prognose");
    public static readonly LocalizedText NotStated = new("not stated", "nicht angegeben");

    public static readonly LocalizedText BottomLine = new("Bottom line", "Das Wichtigste in Kürze");
    public static readonly LocalizedText Leader = new(
        "On {0}, at the end of the horizon, {1} is the most frequent kind of future: it holds {2}{3}.",
        "Am {0}, am Ende des Zeithorizonts, ist {1} der häufigste Zukunftstyp: Er liegt {2} vor{3}.");
    public static readonly LocalizedText RunnerUp = new("Next comes {0}, {1}{2}.", "Es folgt {0}, {1}{2}.");
    public static readonly LocalizedText DominantSame = new(
        "It also prevails over the horizon as a whole: it holds for the longest time {0}{1}.",
        "Auch über den gesamten Zeithorizont herrscht er vor: Er hält {0} am längsten an{1}.");
    public static readonly LocalizedText DominantOther = new(
        "Over the horizon as a whole, however, {0} prevails: it holds for the longest time {1}{2}.",
        "Über den gesamten Zeithorizont herrscht dagegen {0} vor: Dieser Typ hält {1} am längsten an{2}.");
    public static readonly LocalizedText SureFirm = new(
        "How sure: the lead exceeds sampling noise and survives the examined disagreement, for the judgement spreads of the two leading kinds do not overlap.",
        "Wie belastbar: Der Vorsprung übersteigt das Stichprobenrauschen und hält auch abweichenden Urteilen stand, denn die Urteilsspannen der beiden führenden Typen überschneiden sich nicht.");
    public static readonly LocalizedText SureOverlap = new(
        "How sure: the lead exceeds sampling noise, but the judgement spreads of the two leading kinds overlap. Other defensible judgements may reverse their order.",
        "Wie belastbar: Der Vorsprung übersteigt das Stichprobenrauschen, doch die Urteilsspannen der beiden führenden Typen überschneiden sich. Andere vertretbare Urteile können die Reihenfolge umkehren.");
    public static readonly LocalizedText SureNoBand = new(
        "How sure: the lead exceeds sampling noise. How far other judgements would move it was not examined.",
        "Wie belastbar: Der Vorsprung übersteigt das Stichprobenrauschen. Wie weit andere Urteile ihn verschieben würden, wurde nicht untersucht.");
    public static readonly LocalizedText SureNoise = new(
        "How sure: the lead lies within sampling noise. The runs do not tell the two leading kinds apart.",
        "Wie belastbar: Der Vorsprung liegt im Stichprobenrauschen. Die Läufe trennen die beiden führenden Typen nicht.");
    public static readonly LocalizedText Severe = new(
        "Escalation: the step {0} is reached or passed {1}{2}{3}.",
        "Eskalation: Die Stufe {0} wird {1} erreicht oder überschritten{2}{3}.");
    public static readonly LocalizedText SevereNever = new(
        "Escalation to {0} or beyond does not occur in any model run.",
        "Zu einer Eskalation der Stufe {0} oder darüber kommt es in keinem Modelllauf.");
    public static readonly LocalizedText Shift = new(
        "What would shift it most among the admissible options: {0}. Change in {1} at the end: {2}.",
        "Was das Bild unter den zulässigen Optionen am stärksten verschöbe: {0}. Änderung bei {1} am Ende: {2}.");
    public static readonly LocalizedText ShiftNothing = new(
        "What would shift it: none of the admissible options moves the share of {0} beyond noise.",
        "Was das Bild verschöbe: Keine der zulässigen Optionen bewegt den Anteil von {0} über das Rauschen hinaus.");
    public static readonly LocalizedText SetAside = new(
        "Set aside because it breaks a hard limit: {0}.",
        "Außer Betracht, weil eine harte Grenze verletzt wird: {0}.");
    public static readonly LocalizedText ShiftUnknown = new(
        "What would shift it: the result compares no strategies with the baseline.",
        "Was das Bild verschöbe: Das Ergebnis vergleicht keine Strategien mit dem Basisfall.");
    public static readonly LocalizedText NoShares = new(
        "The result holds no shares of kinds of future: there is nothing to say on how the relationship evolves.",
        "Das Ergebnis enthält keine Anteile von Zukunftstypen: Zur Entwicklung der Beziehung lässt sich nichts sagen.");

    public static readonly LocalizedText Frame = new("Frame of this brief", "Rahmen dieses Papiers");
    public static readonly LocalizedText Encoded = new("The model was written down by {0} ({1}).", "Niedergelegt hat das Modell: {0} ({1}).");
    public static readonly LocalizedText EncodedBlind = new(
        "What happened after the cut-off was not known to the writer.",
        "Was nach dem Stichtag geschah, war dabei nicht bekannt.");
    public static readonly LocalizedText Preference = new(
        "Declared preference: the sponsor would like to see {0}. This is stated here, apart from all results, and enters none of them.",
        "Offengelegte Präferenz: Der Auftraggeber wünscht sich {0}. Das steht hier, getrennt von allen Ergebnissen, und geht in keines ein.");
    public static readonly LocalizedText NoPreference = new("The sponsor has declared no preferred scenario.", "Der Auftraggeber hat kein bevorzugtes Szenario offengelegt.");
    public static readonly LocalizedText Marks = new(
        "Small letters say what a passage rests on, back to the letter before: ",
        "Kleine Buchstaben sagen, worauf sich eine Passage bis zum vorigen Buchstaben zurück stützt: ");
    public static readonly LocalizedText ReadShares = new(
        "Frequencies count model runs. They describe the model, not the odds of the world; brackets give the judgement spread, within which nine of ten sets of defensible judgements lie.",
        "Häufigkeiten zählen Modellläufe. Sie beschreiben das Modell, nicht die Aussichten der Welt; in Klammern steht die Urteilsspanne, in der neun von zehn Sätzen vertretbarer Urteile liegen.");
    public static readonly LocalizedText ReadForecast = new(
        "Figures are the model's forecast, counted in model runs; brackets give the judgement spread, within which nine of ten sets of defensible judgements lie.",
        "Die Zahlen sind die Prognose des Modells, gezählt in Modellläufen; in Klammern steht die Urteilsspanne, in der neun von zehn Sätzen vertretbarer Urteile liegen.");
}
