using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on the pictures of escalation.</summary>
internal static class EscalationWords
{
    public static readonly LocalizedText Title = new("How it could escalate", "Wie es eskalieren könnte");
    public static readonly LocalizedText Ladder = new(
        "Runs that reach each severity or a graver one by the end of the horizon, by the pathway of the first such event",
        "Läufe, die jede Schwere oder eine höhere bis zum Ende des Zeithorizonts erreichen, nach dem Eskalationsweg des ersten solchen Ereignisses");
    public static readonly LocalizedText Flows = new(
        "From roots by way of events to severities: every run that has such an event once, by the first of its gravest",
        "Von den Auslösern über Ereignisse zur Schwere: jeder Lauf mit einem solchen Ereignis einmal, nach dem ersten seiner schwersten");
    public static readonly LocalizedText FlowsName = new("From roots to severities", "Von den Auslösern zur Schwere");
    public static readonly LocalizedText FlowsCaption = new(
        "From roots to severities: shares of model runs, every run once, by the first of its gravest events",
        "Von den Auslösern zur Schwere: Anteile der Modellläufe, jeder Lauf einmal, nach dem ersten seiner schwersten Ereignisse");
    public static readonly LocalizedText FlowsConclusion = new(
        "The gravest event of a run goes back to {0} most often ({1}); the highest severity of a run is {2} most often ({3}).",
        "Das schwerste Ereignis eines Laufs geht am häufigsten auf {0} zurück ({1}); die höchste Schwere eines Laufs ist am häufigsten {2} ({3}).");
    public static readonly LocalizedText From = new("From", "Von");
    public static readonly LocalizedText To = new("To", "Zu");
    public static readonly LocalizedText ToSeverity = new("severity {0}", "Schwere {0}");
    public static readonly LocalizedText ByAccident = new("by accident or misreading", "durch Unfall oder Fehldeutung");
    public static readonly LocalizedText ByDecision = new("by decision", "durch Entscheidung");
    public static readonly LocalizedText ByNeither = new("by neither pathway", "auf keinem der beiden Wege");
    public static readonly LocalizedText GoesOn = new("{0} of the chains go on", "{0} Ketten führen weiter");
    public static readonly LocalizedText Reached = new(
        "The severity {0} or a graver one is reached {1}: {2} first by accident or misreading, {3} first by decision.",
        "Die Schwere {0} oder eine höhere wird {1} erreicht: {2} zuerst durch Unfall oder Fehldeutung, {3} zuerst durch Entscheidung.");
    public static readonly LocalizedText NotReached = new("No model run reaches the severity {0}.", "Kein Modelllauf erreicht die Schwere {0}.");
    public static readonly LocalizedText Runs = new("{0} model runs, seed {1}.", "{0} Modellläufe, Startwert {1}.");
    public static readonly LocalizedText NoMeasures = new("No measures are pursued.", "Keine Maßnahmen werden verfolgt.");
    public static readonly LocalizedText Strategies = new("HYPOTHETICAL, with the strategy: {0}.", "HYPOTHETISCH, mit der Strategie: {0}.");
    public static readonly LocalizedText Meaning = new(
        "A share of model runs says what follows from the judgements; it describes the model, not the prospects of the world.",
        "Ein Anteil der Modellläufe sagt, was aus den Urteilen folgt; er beschreibt das Modell, nicht die Aussichten der Welt.");
}
