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
    public static readonly LocalizedText LeadFuture = new("Leading kind.", "Vorherrschender Typ.");
    public static readonly LocalizedText LeadSure = new("How firm.", "Wie belastbar.");
    public static readonly LocalizedText LeadEscalation = new("Escalation.", "Eskalation.");
    public static readonly LocalizedText LeadShift = new("What shifts it.", "Was ihn verschiebt.");
    public static readonly LocalizedText LeadClaims = new("Test against the sources.", "Prüfung an den Quellen.");
    public static readonly LocalizedText LeadWatch = new("What to watch.", "Worauf zu achten ist.");
    public static readonly LocalizedText Leader = new(
        "At the end of the horizon ({0}) {1} is the most frequent kind of future: it holds {2}{3}.",
        "Am Ende des Zeithorizonts ({0}) ist {1} der häufigste Zukunftstyp: Er liegt {2} vor{3}.");
    public static readonly LocalizedText RunnerUp = new("{0} follows {1}{2}.", "An zweiter Stelle folgt {0} {1}{2}.");
    public static readonly LocalizedText DominantSame = new(
        "It also prevails over the horizon as a whole: it lasts longest {0}{1}.",
        "Auch über den gesamten Zeithorizont herrscht er vor: Er hält {0} am längsten an{1}.");
    public static readonly LocalizedText DominantOther = new(
        "Over the horizon as a whole, however, {0} prevails: it lasts longest {1}{2}.",
        "Über den gesamten Zeithorizont herrscht dagegen {0} vor: Dieser Typ hält {1} am längsten an{2}.");
    public static readonly LocalizedText SureFirm = new(
        "The lead exceeds sampling noise and survives differing judgements: the judgement spreads of the two leading kinds do not overlap.",
        "Der Vorsprung geht über den Rahmen des Zufalls hinaus und besteht auch bei abweichenden Urteilen: Die Urteilsspannen der beiden führenden Typen überschneiden sich nicht.");
    public static readonly LocalizedText SureOverlap = new(
        "The lead exceeds sampling noise, but the judgement spreads of the two leading kinds overlap: other defensible judgements may reverse their order.",
        "Der Vorsprung geht über den Rahmen des Zufalls hinaus, doch die Urteilsspannen der beiden führenden Typen überschneiden sich: Andere vertretbare Urteile können die Reihenfolge umkehren.");
    public static readonly LocalizedText SureNoBand = new(
        "The lead exceeds sampling noise. How far other judgements would move it was not examined.",
        "Der Vorsprung geht über den Rahmen des Zufalls hinaus. Wie weit andere Urteile ihn verschieben würden, wurde nicht untersucht.");
    public static readonly LocalizedText SureNoise = new(
        "The lead is within noise: the runs do not tell the two leading kinds apart.",
        "Der Vorsprung liegt im Rahmen des Zufalls: Die Läufe trennen die beiden führenden Typen nicht.");
    public static readonly LocalizedText Severe = new(
        "The step {0} is reached or passed {1}{2}{3}.",
        "Die Stufe {0} wird {1} erreicht oder überschritten{2}{3}.");
    public static readonly LocalizedText SevereNever = new(
        "{0} or anything graver does not come about in any model run.",
        "Zur Stufe {0} oder darüber hinaus kommt es in keinem Modelllauf.");
    public static readonly LocalizedText Shift = new(
        "Among the admissible options {0} moves the picture most: at the end of the horizon {1} holds {2}.",
        "Unter den zulässigen Optionen verschiebt {0} das Bild am stärksten: {1} liegt dann am Ende des Zeithorizonts {2} vor.");
    public static readonly LocalizedText ShiftNothing = new(
        "None of the admissible options moves the share of {0} beyond noise.",
        "Keine der zulässigen Optionen bewegt den Anteil von {0} über den Rahmen des Zufalls hinaus.");
    public static readonly LocalizedText SetAside = new(
        "Options that overstep a hard limit are left aside: {0}.",
        "Optionen, die eine harte Grenze überschreiten, bleiben außer Betracht: {0}.");
    public static readonly LocalizedText ShiftUnknown = new(
        "The result compares no strategies with the baseline.",
        "Das Ergebnis vergleicht keine Strategien mit dem Basisfall.");
    public static readonly LocalizedText FailuresNamed = new("The failures are named under “{0}”.", "Welche es verfehlt, steht unter „{0}“.");
    public static readonly LocalizedText NoShares = new(
        "The result holds no shares of kinds of future: there is nothing to say on how the relationship evolves.",
        "Das Ergebnis enthält keine Anteile von Zukunftstypen: Zur Entwicklung der Beziehung lässt sich nichts sagen.");

    public static readonly LocalizedText Frame = new("About this brief", "Zu diesem Papier");
    public static readonly LocalizedText Encoded = new("The model was written down by “{0}” ({1}).", "Verfasst wurde das Modell von „{0}“ ({1}).");
    public static readonly LocalizedText EncodedBlind = new(
        "What happened after the cut-off was not known to the writer.",
        "Was nach dem Stichtag geschah, war dabei nicht bekannt.");
    public static readonly LocalizedText Preference = new(
        "The sponsor’s declared preference is {0}. It is stated here, apart from all results, and enters none of them.",
        "Die offengelegte Präferenz des Auftraggebers ist {0}. Sie steht hier, getrennt von allen Ergebnissen, und geht in keines ein.");
    public static readonly LocalizedText NoPreference = new("The sponsor has declared no preferred scenario.", "Der Auftraggeber hat kein bevorzugtes Szenario offengelegt.");
    public static readonly LocalizedText Marks = new(
        "Small letters say what a passage rests on, back to the letter before: ",
        "Kleine Buchstaben sagen, worauf sich eine Passage bis zum vorigen Buchstaben zurück stützt: ");
    public static readonly LocalizedText ReadShares = new(
        "Frequencies count model runs. They describe the model, not the odds of the world; brackets give the judgement spread, within which nine of ten sets of defensible judgements lie.",
        "Häufigkeiten zählen Modellläufe. Sie beschreiben das Modell, nicht die Aussichten der Welt; in Klammern steht die Urteilsspanne, in der neun von zehn Sätzen vertretbarer Urteile liegen.");
    public static readonly LocalizedText ReadForecast = new(
        "Figures are the model’s forecast, counted in model runs; brackets give the judgement spread, within which nine of ten sets of defensible judgements lie.",
        "Die Zahlen sind die Prognose des Modells, gezählt in Modellläufen; in Klammern steht die Urteilsspanne, in der neun von zehn Sätzen vertretbarer Urteile liegen.");
}
