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
    public static readonly LocalizedText CarriedBy = new("The best of them is carried above all by {0}", "Die beste Konfiguration wird vor allem getragen von {0}");
    public static readonly LocalizedText CarriedOne = new("It is carried above all by {0}", "Getragen wird es vor allem von {0}");
    public static readonly LocalizedText Carrier = new("{0} ({1}) for {2} ({3}; {4} points)", "{0} ({1}) zugunsten von {2} ({3}; {4} Punkte)");
    public static readonly LocalizedText Tightest = new(
        "; it is closest to tipping at {0}, where {1} leads by {2} points.",
        "; am ehesten kippt sie bei {0}, wo {1} um {2} Punkte vorn liegt.");
    public static readonly LocalizedText TightestOne = new(
        "; it is closest to tipping at {0}, where {1} leads by {2} points.",
        "; am ehesten kippt es bei {0}, wo {1} um {2} Punkte vorn liegt.");
    public static readonly LocalizedText TightestTied = new("; at {0} another state is as good as {1}.", "; bei {0} ist eine andere Ausprägung ebenso gut wie {1}.");
    public static readonly LocalizedText Unreachable = new("Meant never to hold: {0}.", "Soll nie eintreten: {0}.");
    public static readonly LocalizedText NoDescription = new("The model does not describe it.", "Das Modell beschreibt ihn nicht.");
    public static readonly LocalizedText NotExamined = new("The result says nothing on its consistency.", "Zu seiner Konsistenz sagt das Ergebnis nichts.");
}
