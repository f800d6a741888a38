using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on why a kind of future comes out, and on paths told in time.</summary>
/// <remarks>A title may be a singular or a plural, of any gender: it stands in quotation marks, or where no other word depends on that.</remarks>
internal static class WhyWords
{
    public static readonly LocalizedText AtEnd = new("At the end of the horizon", "Am Ende des Zeithorizonts");
    public static readonly LocalizedText AtMonth = new("At the beginning of {0}", "Anfang {0}");
    public static readonly LocalizedText AtDay = new("On {0}", "Am {0}");
    public static readonly LocalizedText Outcome = new(
        "{0} the kind of future is {1} {2} (standard error {3} in 100)", "{0} steht {2} (Standardfehler: {3} von 100) der Zukunftstyp {1}");
    public static readonly LocalizedText OutcomeNone = new(
        "{0} the kind of future is {1} in none of the model runs.", "{0} steht in keinem Modelllauf der Zukunftstyp {1}.");
    public static readonly LocalizedText OutcomeAll = new(
        "{0} the kind of future is {1} in all model runs.", "{0} steht in allen Modellläufen der Zukunftstyp {1}.");
    public static readonly LocalizedText Dominant = new("; no other kind is more frequent.", "; kein anderer kommt häufiger vor.");
    public static readonly LocalizedText Minor = new("; {0} is the most frequent kind.", "; am häufigsten ist {0}.");

    public static readonly LocalizedText Carried = new(
        "What carries it most is {0}: without it, the kind would come out {1} (standard error of the difference {2} in 100).",
        "Am stärksten trägt ihn {0}: Ohne {3} käme er {1} heraus (Standardfehler der Differenz: {2} von 100).");
    public static readonly LocalizedText NotCarried = new(
        "Of the {0} elements tried there is none without which the kind would come out less often beyond noise.",
        "Unter den {0} geprüften Elementen ist keines, ohne das dieser Zukunftstyp seltener herauskäme, als das Rauschen zulässt.");
    public static readonly LocalizedText Opposed = new(
        "What stands most against it is {0}: without it, the kind would come out {1} (standard error of the difference {2} in 100).",
        "Am stärksten steht ihm {0} entgegen: Ohne {3} käme er {1} heraus (Standardfehler der Differenz: {2} von 100).");
    public static readonly LocalizedText Changing = new(
        "Of the measures that nobody pursues, {0} would change most: with it, the kind would come out {1} (standard error of the difference {2} in 100).",
        "Von den Maßnahmen, die niemand verfolgt, würde {0} am meisten ändern: Mit ihr käme er {1} heraus (Standardfehler der Differenz: {2} von 100).");
    public static readonly LocalizedText NotChanging = new(
        "None of the measures that nobody pursues would change it beyond noise.",
        "Keine der Maßnahmen, die niemand verfolgt, würde daran mehr ändern, als das Rauschen zulässt.");

    public static readonly LocalizedText Parted = new(
        "The paths that end there part from the others from {0} on, first by {1}; at the end {2} tells them apart most.",
        "Die Verläufe, die dort enden, trennen sich ab {0} von den übrigen, zuerst durch {1}; am Ende unterscheidet sie {2} am stärksten.");
    public static readonly LocalizedText PartedByOne = new(
        "The paths that end there part from the others from {0} on, by {1}.", "Die Verläufe, die dort enden, trennen sich ab {0} von den übrigen, und zwar durch {1}.");
    public static readonly LocalizedText PartedHalf = new(
        "From {0} on, being in the kind already decides at least half of it.", "Ab {0} ist mindestens die Hälfte der Trennung daran abzulesen, ob ein Verlauf schon zu diesem Zukunftstyp gehört.");
    public static readonly LocalizedText NotParted = new(
        "Before that date nothing tells the paths that end there from the others beyond noise.",
        "Bis dahin unterscheidet nichts die Verläufe, die dort enden, von den übrigen, soweit es sich vom Rauschen abhebt.");

    public static readonly LocalizedText Influence = new("the influence of {0} on {1}", "der Einfluss von {0} auf {1}");
    public static readonly LocalizedText OneInfluence = new("the influence of {0} on {1} ({2} alone)", "der Einfluss von {0} auf {1} (allein {2})");
    public static readonly LocalizedText Tendency = new("the tendency of {0}", "die Neigung von {0}");
    public static readonly LocalizedText TendencyTo = new("the tendency of {0} towards {1}", "die Neigung von {0} zu {1}");
    public static readonly LocalizedText Event = new("the event {0}", "das Ereignis {0}");
    public static readonly LocalizedText Measure = new("the measure {0}", "die Maßnahme {0}");
    public static readonly LocalizedText FactorBy = new("the factor {0}", "den Faktor {0}");
    public static readonly LocalizedText EventBy = new("the event {0}", "das Ereignis {0}");
    public static readonly LocalizedText FactorName = new("the factor {0}", "der Faktor {0}");

    /// <summary>What "without" is followed by, in the order of the sorts.</summary>
    public static readonly LocalizedText Without = new("it|it|it|it|it|it", "diesen Einfluss|diesen Einfluss|diese Neigung|dieses Ereignis|diese Maßnahme|diese Maßnahme");

    public static readonly LocalizedText Typical = new("A typical path to {0}", "Ein typischer Verlauf zu {0}");
    public static readonly LocalizedText OtherRoute = new("Another way to {0}", "Ein anderer Weg zu {0}");
    public static readonly LocalizedText Furthest = new("The most unusual path to {0}", "Der ungewöhnlichste Verlauf zu {0}");
    public static readonly LocalizedText Elsewhere = new("A path that could have ended there and ends in {0}", "Ein Verlauf, der dort hätte enden können und bei {0} endet");
    public static readonly LocalizedText Identity = new(" (seed {0}, draw {1}, path {2})", " (Startwert {0}, Ziehung {1}, Verlauf {2})");

    public static readonly LocalizedText Begins = new("It begins in the kind {0}.", "Am Anfang steht der Zukunftstyp {0}.");
    public static readonly LocalizedText Agrees = new(
        "Over all dates and factors it is in the state usual on the way to this kind in {0} of 100 cases.",
        "Über alle Zeitpunkte und Faktoren gerechnet steht er in {0} von 100 Fällen im Zustand, der auf dem Weg zu diesem Zukunftstyp üblich ist.");
    public static readonly LocalizedText StaysClose = new(
        "At {0} of 100 dates three quarters of its factors or more are in the state usual on the way to {1}.",
        "An {0} von 100 Zeitpunkten stehen drei Viertel seiner Faktoren oder mehr im Zustand, der auf dem Weg zu {1} üblich ist.");
    public static readonly LocalizedText RootShared = new(
        "Its first grave event goes back to {0}, as on {1} of 100 paths that end there.", "Sein erstes schweres Ereignis geht auf {0} zurück, wie auf {1} von 100 Verläufen, die dort enden.");
    public static readonly LocalizedText RootlessShared = new(
        "It gets there without a grave event, like {0} of 100 paths that end there.", "Er kommt ohne ein schweres Ereignis dorthin, wie {0} von 100 Verläufen, die dort enden.");
    public static readonly LocalizedText Root = new("Its first grave event goes back to {0}.", "Sein erstes schweres Ereignis geht auf {0} zurück.");
    public static readonly LocalizedText Rootless = new("There is no grave event on it.", "Ein schweres Ereignis gibt es auf ihm nicht.");

    public static readonly LocalizedText Happened = new("{0}.", "{0}.");
    public static readonly LocalizedText HappenedSo = new("{0}; outcome: {1}.", "{0}; Ausgang: {1}.");
    public static readonly LocalizedText SetOff = new(" It was set off by {0}.", " Den Anstoß gab {0}.");
    public static readonly LocalizedText Changed = new("{0}: {1} instead of {2}.", "{0}: {1} statt {2}.");
    public static readonly LocalizedText Reason = new(" Main reason: {0}.", " Hauptgrund: {0}.");
    public static readonly LocalizedText Reasons = new(" Main reasons: {0}.", " Hauptgründe: {0}.");
    public static readonly LocalizedText BroughtAbout = new(" Directly brought about by {0}.", " Unmittelbare Ursache: {0}.");
    public static readonly LocalizedText ByChance = new(" What acts on it did not speak for it; this is chance.", " Was auf ihn wirkt, sprach nicht dafür; das ist Zufall.");
    public static readonly LocalizedText WasBarred = new(" The old state was barred.", " Der bisherige Zustand war gesperrt.");
    public static readonly LocalizedText PullOfState = new("{0} ({1})", "{0} ({1})");
    public static readonly LocalizedText PullOfTendency = new("its own tendency", "die eigene Neigung");
    public static readonly LocalizedText PullOfEvent = new("the after-effect of {0}", "die Nachwirkung von {0}");
    public static readonly LocalizedText KindChanged = new("Kind of future: {0} instead of {1}.", "Zukunftstyp: {0} statt {1}.");
    public static readonly LocalizedText Agreed = new("Agreed: {0}.", "Vereinbart: {0}.");
    public static readonly LocalizedText TakesEffect = new("In force: {0}.", "In Kraft: {0}.");
    public static readonly LocalizedText AgreedInForce = new("Agreed and in force: {0}.", "Vereinbart und in Kraft: {0}.");
    public static readonly LocalizedText Ended = new("Ended: {0}.", "Beendet: {0}.");
    public static readonly LocalizedText Early = new("{0}, without its preconditions", "{0}, ohne die Voraussetzungen");
    public static readonly LocalizedText Untold = new("Left out: {0} lesser or passing changes.", "Ausgelassen: {0} kleinere oder vorübergehende Änderungen.");
    public static readonly LocalizedText UntoldOne = new("Left out: one lesser or passing change.", "Ausgelassen: eine kleinere oder vorübergehende Änderung.");
}
