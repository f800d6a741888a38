using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on the kinds of future and their inner consistency.</summary>
internal static class KindWords
{
    public static readonly LocalizedText Heading = new("The kinds of future and why each can hold together", "Die Zukunftstypen und was sie zusammenhält");
    public static readonly LocalizedText Count = new(
        "Of {0} possible configurations {1} are consistent: in each of them every factor is in the state that the others support best.",
        "Von {0} möglichen Konfigurationen sind {1} konsistent: In jeder steht jeder Faktor in der Ausprägung, die die übrigen am besten stützen.");
    public static readonly LocalizedText CountOne = new(
        "Of {0} possible configurations one is consistent: in it every factor is in the state that the others support best.",
        "Von {0} möglichen Konfigurationen ist eine konsistent: In ihr steht jeder Faktor in der Ausprägung, die die übrigen am besten stützen.");
    public static readonly LocalizedText CountNone = new(
        "None of the {0} possible configurations is consistent: in each some factor would fare better in another state.",
        "Keine der {0} möglichen Konfigurationen ist konsistent: In jeder drängt mindestens ein Faktor in eine andere Ausprägung.");
    public static readonly LocalizedText NotFrequency = new(
        "Consistency says that a future can hold together, not how often it comes about.",
        "Konsistenz besagt, dass eine Zukunft in sich tragen kann, nicht, wie oft sie eintritt.");
    public static readonly LocalizedText NoKinds = new("The model names no kinds of future.", "Das Modell benennt keine Zukunftstypen.");
    public static readonly LocalizedText Meets = new("{0} consistent scenarios meet its rule.", "{0} konsistente Szenarien erfüllen seine Regel.");
    public static readonly LocalizedText MeetsOne = new("One consistent scenario meets its rule.", "Ein konsistentes Szenario erfüllt seine Regel.");
    public static readonly LocalizedText MeetsNone = new(
        "No consistent scenario meets its rule: the states it asks for do not hold one another in place.",
        "Kein konsistentes Szenario erfüllt seine Regel: Die Ausprägungen, die sie verlangt, stützen einander nicht auf Dauer.");
    public static readonly LocalizedText NoStatePart = new(
        "Its rule asks for events and not for states; consistency has nothing to say on it.",
        "Seine Regel verlangt Ereignisse und keine Ausprägungen; die Konsistenz kann dazu nichts sagen.");
    public static readonly LocalizedText MeetsNoneRemainder = new(
        "No consistent scenario falls under it: it holds what lies between the other kinds and does not rest in itself.",
        "Kein konsistentes Szenario fällt darunter: Er fasst, was zwischen den übrigen liegt, und ruht nicht in sich.");
    public static readonly LocalizedText Marks = new(" Marks of the best of them: {0}.", " Kennzeichen des besten: {0}.");
    public static readonly LocalizedText MarksOne = new(" Its marks: {0}.", " Kennzeichen: {0}.");
    public static readonly LocalizedText Changed = new("{0}: {1} (at the start: {2})", "{0}: {1} (zu Beginn: {2})");
    public static readonly LocalizedText Unchanged = new("{0}: {1} (as at the start)", "{0}: {1} (wie zu Beginn)");
    public static readonly LocalizedText Plain = new("{0}: {1}", "{0}: {1}");
    public static readonly LocalizedText SharedLoop = new(
        "One and the same loop of mutual support holds {0} together{1}: {2}.",
        "Ein und derselbe Kreis gegenseitiger Stützung hält {0} zusammen{1}: {2}.");
    public static readonly LocalizedText SharedSpiral = new(
        "The spiral of images holds {0} together as a loop of mutual support{1}.",
        "Die Spirale der Wahrnehmungen hält {0} als Kreis gegenseitiger Stützung zusammen{1}.");
    public static readonly LocalizedText OtherStates = new(", in other states each time", ", jeweils in anderen Ausprägungen");
    public static readonly LocalizedText Loop = new(
        "It is held by a loop of mutual support: {0}. ", "Zusammen hält dies ein Kreis gegenseitiger Stützung: {0}. ");
    public static readonly LocalizedText Strongest = new("Strongest support: {0} → {1} ({2} points).", "Stärkste Stütze: {0} → {1} ({2} Punkte).");
    public static readonly LocalizedText StrongestOutside = new(
        "Strongest support outside the loop: {0} → {1} ({2} points).", "Stärkste Stütze außerhalb des Kreises: {0} → {1} ({2} Punkte).");
    public static readonly LocalizedText Because = new("{0}{1}.", "{0}{1}.");
    public static readonly LocalizedText KnifesEdge = new(
        "On a knife’s edge: {0} (another state is as well supported).", "Auf Messers Schneide: {0} (eine andere Ausprägung ist ebenso gut gestützt).");
    public static readonly LocalizedText Unreachable = new("Out of reach by design of the model: {0}.", "Im Modell als unerreichbar gesetzt: {0}.");
    public static readonly LocalizedText NoDescription = new("The model does not describe it.", "Das Modell beschreibt ihn nicht.");
    public static readonly LocalizedText NotExamined = new("The result says nothing on its consistency.", "Zu seiner Konsistenz sagt das Ergebnis nichts.");
}
