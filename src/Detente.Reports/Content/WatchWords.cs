using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on what to observe.</summary>
internal static class WatchWords
{
    public static readonly LocalizedText Heading = new("What to watch", "Worauf zu achten ist");
    public static readonly LocalizedText None = new("The model names no indicators.", "Das Modell nennt keine Indikatoren.");
    public static readonly LocalizedText Crossed = new(
        "If {0} reaches “{1}”, this speaks for the state {2} of the factor {3}{4}.",
        "Erreicht {0} die Schwelle „{1}“, spricht das für die Ausprägung {2} des Faktors {3}{4}.");
    public static readonly LocalizedText Open = new("{0} tells of the factor {1}; no threshold is set{2}.", "{0} gibt Auskunft über den Faktor {1}; eine Schwelle ist nicht festgelegt{2}.");
    public static readonly LocalizedText Marks = new(
        "In the best supported scenarios this state goes with {0}.", "In den am besten gestützten Szenarien gehört diese Ausprägung zu {0}.");
}
