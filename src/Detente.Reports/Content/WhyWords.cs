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
        "{0} the kind of future is {1} {2} (standard error {3})", "{0} steht {2} (Standardfehler {3}) der Zukunftstyp {1}");
    public static readonly LocalizedText OutcomeAlways = new("{0} the kind of future is {1} {2}", "{0} steht {2} der Zukunftstyp {1}");
    public static readonly LocalizedText Minor = new(", while {0} is the most frequent", ", während am häufigsten {0} vorkommt");

    public static readonly LocalizedText Carried = new(
        "; what carries it most is {0}, without {3} it would be {1} (standard error of the difference {2}).",
        "; am stärksten trägt ihn {0}, ohne {3} es {1} wären (Standardfehler der Differenz {2}).");
    public static readonly LocalizedText NotCarried = new(
        "; among the {0} elements tried there is none without which it would be fewer beyond noise.",
        "; unter den {0} geprüften Elementen ist keines, ohne das es nachweisbar weniger wären.");
    public static readonly LocalizedText Opposed = new("without {0} it would be {1} (standard error of the difference {2})", "ohne {0} wären es {1} (Standardfehler der Differenz {2})");
    public static readonly LocalizedText Added = new(
        "with {0}, which nobody pursues so far, it would be {1} (standard error of the difference {2})",
        "mit der Maßnahme {0}, die bisher niemand verfolgt, wären es {1} (Standardfehler der Differenz {2})");
    public static readonly LocalizedText NoneAdded = new(
        "of the measures that nobody pursues none would change it beyond noise", "von den Maßnahmen, die niemand verfolgt, würde keine nachweisbar etwas ändern");

    public static readonly LocalizedText Parted = new(
        "The paths that end there part from the others from {0} on, first {1} and in the end most clearly {2}; half of the parting is done {3}.",
        "Die Verläufe, die dort enden, trennen sich ab {0} von den übrigen, zuerst {1}, am Ende am deutlichsten {2}; zur Hälfte vollzogen ist die Trennung {3}.");
    public static readonly LocalizedText PartedByOne = new(
        "The paths that end there part from the others from {0} on, first and most clearly {1}; half of the parting is done {2}.",
        "Die Verläufe, die dort enden, trennen sich ab {0} von den übrigen, zuerst und am deutlichsten {1}; zur Hälfte vollzogen ist die Trennung {2}.");
    public static readonly LocalizedText HalfBy = new("by {0}", "ab {0}");
    public static readonly LocalizedText HalfThen = new("by then", "schon dann");
    public static readonly LocalizedText NotParted = new(
        "On the way nothing tells the paths that end there from the others beyond noise.",
        "Unterwegs hebt sich nichts, was diese Verläufe von den übrigen unterscheidet, vom Rauschen ab.");

    public static readonly LocalizedText Influence = new("the influence of {0} on {1}", "der Einfluss von {0} auf {1}");
    public static readonly LocalizedText OneInfluence = new("the influence of {0} on {1} ({2} alone)", "der Einfluss von {0} auf {1} (allein {2})");
    public static readonly LocalizedText Tendency = new("the tendency of {0}", "die Neigung von {0}");
    public static readonly LocalizedText TendencyTo = new("the tendency of {0} towards {1}", "die Neigung von {0} zu {1}");
    public static readonly LocalizedText Event = new("the event {0}", "das Ereignis {0}");
    public static readonly LocalizedText Measure = new("the measure {0}", "die Maßnahme {0}");
    public static readonly LocalizedText ByFactor = new("in the factor {0}", "beim Faktor {0}");
    public static readonly LocalizedText ByEvent = new("by the event {0}", "durch das Ereignis {0}");

    /// <summary>An influence in the accusative; the other sorts have the same form.</summary>
    public static readonly LocalizedText InfluenceAccusative = new("the influence of {0} on {1}", "den Einfluss von {0} auf {1}");
    public static readonly LocalizedText OneInfluenceAccusative = new("the influence of {0} on {1} ({2} alone)", "den Einfluss von {0} auf {1} (allein {2})");

    /// <summary>The relative pronoun after "without", in the order of the sorts.</summary>
    public static readonly LocalizedText Without = new("which|which|which|which|which|which", "den|den|die|das|die|die");
    public static readonly LocalizedText Only = new("only {0}", "nur {0}");

    public static readonly LocalizedText Typical = new("A typical path to {0}", "Ein typischer Verlauf zu {0}");
    public static readonly LocalizedText OtherRoute = new("Another way to {0}", "Ein anderer Weg zu {0}");
    public static readonly LocalizedText Furthest = new("The most unusual path to {0}", "Der ungewöhnlichste Verlauf zu {0}");
    public static readonly LocalizedText Elsewhere = new("A path that could have ended there and ends in {0}", "Ein Verlauf, der dort hätte enden können und bei {0} endet");
    public static readonly LocalizedText Identity = new(" (seed {0}, draw {1}, path {2})", " (Startwert {0}, Ziehung {1}, Verlauf {2})");

    public static readonly LocalizedText Begins = new("It begins in the kind {0}.", "Am Anfang steht der Zukunftstyp {0}.");
    public static readonly LocalizedText Agrees = new(
        "Taking all dates and factors together, it does what is usual on the way there in {0} of 100 cases.",
        "Über alle Zeitpunkte und Faktoren gerechnet entspricht er in {0} von 100 Fällen dem, was auf dem Weg dorthin üblich ist.");
    public static readonly LocalizedText StaysClose = new(
        "At {0} of 100 dates at least three quarters of its factors are as usual on the way to {1}.",
        "Zu {0} von 100 Zeitpunkten entsprechen mindestens drei Viertel seiner Faktoren dem, was auf dem Weg zu {1} üblich ist.");
    public static readonly LocalizedText RootShared = new(
        "Its first grave event goes back to {0}, as on {1} of 100 paths that end there.", "Sein erstes schweres Ereignis geht auf {0} zurück, wie auf {1} von 100 Verläufen, die dort enden.");
    public static readonly LocalizedText RootlessShared = new(
        "It gets there without a grave event, like {0} of 100 paths that end there.", "Er kommt ohne ein schweres Ereignis dorthin, wie {0} von 100 Verläufen, die dort enden.");
    public static readonly LocalizedText Root = new("Its first grave event goes back to {0}.", "Sein erstes schweres Ereignis geht auf {0} zurück.");
    public static readonly LocalizedText Rootless = new("There is no grave event on it.", "Ein schweres Ereignis gibt es auf ihm nicht.");

    public static readonly LocalizedText HappenedSo = new("{0}; outcome: {1}.", "{0}; Ausgang: {1}.");
    public static readonly LocalizedText SetOff = new(" It was set off by {0}.", " Den Anstoß gab {0}.");
    public static readonly LocalizedText Changed = new("{0}: {1} instead of {2}.", "{0}: {1} statt {2}.");
    public static readonly LocalizedText ChangedAgain = new("{0}: again {1} instead of {2}.", "{0}: wieder {1} statt {2}.");
    public static readonly LocalizedText Reason = new(" Main reason: {0}.", " Hauptgrund: {0}.");
    public static readonly LocalizedText Reasons = new(" Main reasons: {0}.", " Hauptgründe: {0}.");
    public static readonly LocalizedText BroughtAbout = new(" Directly brought about by {0}.", " Unmittelbare Ursache: {0}.");
    public static readonly LocalizedText ByChance = new(
        " Chance decided, against what acted on it.",
        " Das entschied der Zufall, gegen die Einflüsse.");
    public static readonly LocalizedText ByEvenChance = new(
        " Chance decided; what acted on it was in balance.", " Das entschied der Zufall, denn die Einflüsse hielten sich die Waage.");
    public static readonly LocalizedText WasBarred = new(" The old state was barred.", " Der bisherige Zustand war gesperrt.");
    public static readonly LocalizedText PullOfState = new("{0} ({1})", "{0} ({1})");
    public static readonly LocalizedText PullOfTendency = new("its own tendency", "die eigene Neigung");
    public static readonly LocalizedText PullOfEvent = new("the after-effect of {0}", "die Nachwirkung von {0}");
    public static readonly LocalizedText KindChanged = new("Kind of future: {0} instead of {1}.", "Zukunftstyp: {0} statt {1}.");
    public static readonly LocalizedText KindChangedAgain = new("Kind of future: again {0} instead of {1}.", "Zukunftstyp: wieder {0} statt {1}.");
    public static readonly LocalizedText Agreed = new("Agreed: {0}.", "Vereinbart: {0}.");
    public static readonly LocalizedText TakesEffect = new("In force: {0}.", "In Kraft: {0}.");
    public static readonly LocalizedText AgreedInForce = new("Agreed and in force: {0}.", "Vereinbart und in Kraft: {0}.");
    public static readonly LocalizedText Ended = new("Ended: {0}.", "Beendet: {0}.");
    public static readonly LocalizedText Early = new("{0}, without its preconditions", "{0}, ohne die Voraussetzungen");
    public static readonly LocalizedText Untold = new("Left out: {0} lesser or passing changes.", "Ausgelassen: {0} kleinere oder vorübergehende Änderungen.");
    public static readonly LocalizedText UntoldOne = new("Left out: one lesser or passing change.", "Ausgelassen: eine kleinere oder vorübergehende Änderung.");
}
