using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on the kinds of future and their inner consistency.</summary>
internal static class KindWords
{
    public static readonly LocalizedText Heading = new("The kinds of future and why each can hold together", "Die Zukunftstypen und was sie zusammenhält");
    public static readonly LocalizedText Count = new(
        "Of {0} possible configurations {1} are consistent: in each of them every factor is in the state that the others support best.",
        "Von {0} möglichen Konfigurationen sind {1} konsistent: In jeder von ihnen hat jeder Faktor die Ausprägung, die von den übrigen am besten gestützt wird.");
    public static readonly LocalizedText CountOne = new(
        "Of {0} possible configurations one is consistent: in it every factor is in the state that the others support best.",
        "Von {0} möglichen Konfigurationen ist eine konsistent: In ihr hat jeder Faktor die Ausprägung, die von den übrigen am besten gestützt wird.");
    public static readonly LocalizedText CountNone = new(
        "None of the {0} possible configurations is consistent: in each of them at least one factor is drawn towards another state.",
        "Keine der {0} möglichen Konfigurationen ist konsistent: In jeder drängt mindestens ein Faktor in eine andere Ausprägung.");
    public static readonly LocalizedText NotFrequency = new(
        "Consistency tells whether a future can last, not how often it comes about.",
        "Konsistenz besagt, ob eine Zukunft Bestand haben kann, nicht, wie oft sie eintritt.");
    public static readonly LocalizedText NoKinds = new("The model names no kinds of future.", "Das Modell benennt keine Zukunftstypen.");
    public static readonly LocalizedText Meets = new("{0} consistent scenarios are of this kind.", "{0} konsistente Szenarien gehören zu diesem Typ.");
    public static readonly LocalizedText MeetsOne = new("One consistent scenario is of this kind.", "Ein konsistentes Szenario gehört zu diesem Typ.");
    public static readonly LocalizedText MeetsNone = new(
        "No consistent scenario is of this kind: the states it asks for do not support one another in the long run.",
        "Kein konsistentes Szenario gehört zu diesem Typ: Die Ausprägungen, die er verlangt, stützen einander nicht auf Dauer.");
    public static readonly LocalizedText NoStatePart = new(
        "Its rule asks for events and not for states: consistency has nothing to say about it.",
        "Seine Regel verlangt Ereignisse und keine Ausprägungen: Aus der Konsistenz folgt dazu nichts.");
    public static readonly LocalizedText MeetsNoneRemainder = new(
        "No consistent scenario is of this kind: it is what remains between the others, a passage rather than a state.",
        "Kein konsistentes Szenario gehört zu diesem Typ: Er umfasst, was zwischen den übrigen liegt, ist also eher Übergang als Zustand.");
    public static readonly LocalizedText Marks = new(" What sets the best supported of them apart: {0}.", " Was das am besten gestützte auszeichnet: {0}.");
    public static readonly LocalizedText MarksOne = new(" What sets it apart: {0}.", " Was es auszeichnet: {0}.");
    public static readonly LocalizedText Changed = new("{0} ({1} instead of {2})", "{0} ({1} statt {2})");
    public static readonly LocalizedText Unchanged = new("{0} ({1} as at the start)", "{0} ({1} wie zu Beginn)");
    public static readonly LocalizedText Plain = new("{0} ({1})", "{0} ({1})");
    public static readonly LocalizedText SharedLoop = new(
        "One and the same loop of mutual support holds {0} together{1}: {2}.",
        "Ein und derselbe Kreis gegenseitiger Stützung trägt {0}{1}: {2}.");
    public static readonly LocalizedText SharedSpiral = new(
        "The same loop that makes the security dilemma holds {0} together{1}.",
        "Derselbe Kreis, der das Sicherheitsdilemma ausmacht, trägt auch {0}{1}.");
    public static readonly LocalizedText OtherStates = new(", in other states each time", ", jeweils in anderen Ausprägungen");
    public static readonly LocalizedText Loop = new(
        "It is held together by a loop of mutual support: {0}. ", "Getragen wird es von einem Kreis gegenseitiger Stützung: {0}. ");
    public static readonly LocalizedText Strongest = new("Its strongest support is {0} → {1} ({2} points).", "Die stärkste Stütze ist {0} → {1} ({2} Punkte).");
    public static readonly LocalizedText StrongestOutside = new(
        "Outside this loop its strongest support is {0} → {1} ({2} points).", "Außerhalb dieses Kreises ist die stärkste Stütze {0} → {1} ({2} Punkte).");
    public static readonly LocalizedText Because = new("{0}{1}.", "{0}{1}.");
    public static readonly LocalizedText Unreachable = new("The model rules this kind out: {0}.", "Das Modell schließt diesen Typ aus: {0}.");
    public static readonly LocalizedText NoDescription = new("The model does not describe it.", "Das Modell beschreibt ihn nicht.");
    public static readonly LocalizedText NotExamined = new("The result says nothing on its consistency.", "Zu seiner Konsistenz sagt das Ergebnis nichts.");
}
