using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on how the relationship evolves and escalates.</summary>
internal static class FuturesWords
{
    public static readonly LocalizedText Heading = new("How the relationship evolves", "Wie sich die Beziehung entwickelt");
    public static readonly LocalizedText None = new(
        "The result holds no shares of kinds of future over time.", "Das Ergebnis enthält keine Anteile von Zukunftstypen im Zeitverlauf.");
    public static readonly LocalizedText ChartTitle = new("Share of model runs by kind of future", "Anteil der Modellläufe nach Zukunftstyp");
    public static readonly LocalizedText ChartConclusion = new("At the end {0} leads {1}; {2} follows {3}.", "Am Ende führt {0} {1}; es folgt {2} {3}.");
    public static readonly LocalizedText ChartConclusionOne = new("At the end {0} holds {1}.", "Am Ende liegt {0} {1} vor.");
    public static readonly LocalizedText Axis = new("of 100 model runs", "von 100 Modellläufen");
    public static readonly LocalizedText AxisForecast = new("% of model runs", "% der Modellläufe");
    public static readonly LocalizedText Cutoff = new("cut-off", "Stichtag");
    public static readonly LocalizedText Begins = new("At the start {0} holds {1}.", "Zu Beginn liegt {0} {1} vor.");
    public static readonly LocalizedText LeadsThroughout = new("No other kind is ahead of it beyond noise at any later date.", "Kein anderer Typ liegt zu einem späteren Zeitpunkt über das Rauschen hinaus vorn.");
    public static readonly LocalizedText LeadsFrom = new("From {0} on {1} is most frequent.", "Ab {0} ist {1} am häufigsten.");
    public static readonly LocalizedText LeadChanges = new("The lead changes {0} times over the horizon.", "Die Führung wechselt im Zeitverlauf {0}-mal.");
    public static readonly LocalizedText Dominance = new(
        "Counted over the whole horizon, the kind that holds longest is {0}.",
        "Über den gesamten Zeithorizont gezählt hält am längsten an: {0}.");
    public static readonly LocalizedText KindWithShare = new("{0} {1}", "{0} {1}");
    public static readonly LocalizedText Gains = new(
        "The largest gain is that of {0}: {1} more of 100 model runs at the end than at the start.",
        "Am meisten gewinnt {0}: am Ende {1} von 100 Modellläufen mehr als zu Beginn.");

    public static readonly LocalizedText EscalationHeading = new("How it could escalate", "Wie es eskalieren könnte");
    public static readonly LocalizedText NoScale = new(
        "The result says nothing on escalation: the model has no scale of severity.",
        "Zur Eskalation sagt das Ergebnis nichts: Das Modell hat keine Skala der Schwere.");
    public static readonly LocalizedText EscalationChart = new("Model runs with an escalation by severity and path", "Modellläufe mit Eskalation nach Schwere und Weg");
    public static readonly LocalizedText EscalationConclusion = new(
        "{0} or graver occurs {1}, {2} or graver {3}.", "{0} oder Schwereres tritt {1} ein, {2} oder Schwereres {3}.");
    public static readonly LocalizedText EscalationConclusionOne = new("{0} or graver occurs {1}.", "{0} oder Schwereres tritt {1} ein.");
    public static readonly LocalizedText Inadvertent = new("first by accident or misreading", "zuerst durch Unfall oder Fehldeutung");
    public static readonly LocalizedText Deliberate = new("first by decision", "zuerst durch Entscheidung");
    public static readonly LocalizedText OtherPath = new("by neither path", "auf keinem der beiden Wege");
    public static readonly LocalizedText Reached = new("{0} or graver is reached {1}{2}.", "{0} oder Schwereres wird {1} erreicht{2}.");
    public static readonly LocalizedText Paths = new(
        "The way to {0} begins {1} by accident or misreading and {2} by decision.",
        "Der Weg zu {0} beginnt {1} mit Unfall oder Fehldeutung und {2} mit einer Entscheidung.");
    public static readonly LocalizedText Roots = new("Most often it starts with {0}.", "Am häufigsten steht am Anfang {0}.");
    public static readonly LocalizedText Onward = new(
        "How many of the chains of events that reach a step go on to the next: {0}.", "Wie viele der Ereignisketten, die eine Stufe erreichen, bis zur nächsten weitergehen: {0}.");
    public static readonly LocalizedText OnwardFrom = new("from {0} {1}", "ab {0} {1}");
    public static readonly LocalizedText Riskiest = new(
        "Such events are most frequent while {0} holds: {1} a year.", "Am häufigsten sind solche Ereignisse, solange {0} herrscht: {1} im Jahr.");
    public static readonly LocalizedText NotReached = new("{0} is not reached in any model run.", "{0} wird in keinem Modelllauf erreicht.");
}
