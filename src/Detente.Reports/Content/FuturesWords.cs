using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on how the relationship evolves and escalates.</summary>
internal static class FuturesWords
{
    public static readonly LocalizedText Heading = new("How the relationship evolves", "Wie sich die Beziehung entwickelt");
    public static readonly LocalizedText None = new(
        "The result holds no shares of kinds of future over time.", "Das Ergebnis enthält keine Anteile von Zukunftstypen im Zeitverlauf.");
    public static readonly LocalizedText ChartTitle = new("Share of model runs by kind of future", "Anteil der Modellläufe nach Zukunftstyp");
    public static readonly LocalizedText ChartConclusion = new(
        "{0} changes most over the horizon: it holds {1} at the start and {2} at the end.", "Am stärksten ändert sich {0}: {1} am Anfang, {2} am Ende.");
    public static readonly LocalizedText ChartNoChange = new(
        "From the start to the end no kind of future changes beyond noise.", "Vom Anfang bis zum Ende ändert sich kein Zukunftstyp über den Rahmen des Zufalls hinaus.");
    public static readonly LocalizedText Axis = new("of 100 model runs", "von 100 Modellläufen");
    public static readonly LocalizedText AxisForecast = new("% of model runs", "% der Modellläufe");
    public static readonly LocalizedText Cutoff = new("cut-off", "Stichtag");
    public static readonly LocalizedText Begins = new("At the start {0} holds {1}.", "Zu Beginn liegt {0} {1} vor.");
    public static readonly LocalizedText BeginsAndLeads = new(
        "At the start {0} holds {1}, and no other kind overtakes it later beyond sampling noise.",
        "Zu Beginn liegt {0} {1} vor, und kein anderer Typ überholt ihn später über den Rahmen des Zufalls hinaus.");
    public static readonly LocalizedText LeadsFrom = new("From {0} on {1} is most frequent.", "Ab {0} ist {1} am häufigsten.");
    public static readonly LocalizedText LeadChanges = new("The most frequent kind changes {0} times over the horizon.", "Der häufigste Typ wechselt im Zeitverlauf {0}-mal.");
    public static readonly LocalizedText KindWithShare = new("{0} {1}", "{0} {1}");

    public static readonly LocalizedText EscalationHeading = new("How it could escalate", "Wie es eskalieren könnte");
    public static readonly LocalizedText NoScale = new(
        "The result says nothing on escalation: the model has no scale of severity.",
        "Zur Eskalation sagt das Ergebnis nichts: Das Modell hat keine Skala der Schwere.");
    public static readonly LocalizedText EscalationChart = new("Model runs with an escalation by severity and path", "Modellläufe mit Eskalation nach Schwere und Weg");
    public static readonly LocalizedText EscalationConclusion = new(
        "The step {0} is reached or passed {1}, the step {2} {3}.", "Die Stufe {0} wird {1} erreicht oder überschritten, die Stufe {2} {3}.");
    public static readonly LocalizedText EscalationConclusionOne = new("The step {0} is reached or passed {1}.", "Die Stufe {0} wird {1} erreicht oder überschritten.");
    public static readonly LocalizedText Inadvertent = new("first by accident or misreading", "zuerst durch Unfall oder Fehldeutung");
    public static readonly LocalizedText Deliberate = new("first by decision", "zuerst durch Entscheidung");
    public static readonly LocalizedText OtherPath = new("by neither path", "auf keinem der beiden Wege");
    public static readonly LocalizedText Higher = new("; graver: {0}", "; darüber: {0}");
    public static readonly LocalizedText Paths = new(
        "The way to the step {0} or beyond begins with an accident or a misreading {1} and with a decision {2}.",
        "Der Weg zur Stufe {0} oder darüber hinaus beginnt {1} mit einem Unfall oder einer Fehldeutung und {2} mit einer Entscheidung.");
    public static readonly LocalizedText Routes = new(
        "The most frequent triggers and the shortest way from them: {0}.", "Die häufigsten Auslöser und der kürzeste Weg von dort: {0}.");
    public static readonly LocalizedText Route = new("{0} ({1})", "{0} ({1})");
    public static readonly LocalizedText NoRoot = new(
        "No single trigger accounts for 1 of 100 model runs.", "Kein einzelner Auslöser kommt auf 1 von 100 Modellläufen.");
    public static readonly LocalizedText Onward = new(
        "How many chains of events go on to the next step depends on the height reached: {0}.", "Wie viele Ereignisketten zur nächsten Stufe weiterführen, hängt von der erreichten Höhe ab: {0}.");
    public static readonly LocalizedText OnwardOne = new(
        "Of the chains of events that reach {0}, {1} go on to the next step.", "Von den Ereignisketten, die {0} erreichen, führen {1} zur nächsten Stufe weiter.");
    public static readonly LocalizedText OnwardFrom = new("{1} from {0}", "{1} ab {0}");
    public static readonly LocalizedText Riskiest = new(
        "While {1} holds, events of this gravity are {0} times as frequent as under {2}{3}.",
        "Solange {1} vorliegt, sind Ereignisse dieser Schwere {0}-mal so häufig wie unter {2}{3}.");
    public static readonly LocalizedText RuleNamesEvents = new(
        "; in part by definition, for the rule of the former names past events",
        "; zum Teil ist das Definition, denn die Regel des ersten Typs nennt vergangene Ereignisse");
    public static readonly LocalizedText CountsByRule = new(
        "; but {0} of them count there only because the rule of this kind names past events",
        "; allerdings zählen {0} davon nur deshalb dort, weil die Regel dieses Typs vergangene Ereignisse nennt");
    public static readonly LocalizedText NotReached = new("The step {0} is not reached in any model run.", "Die Stufe {0} wird in keinem Modelllauf erreicht.");
}
