using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words of the tables that hold what the model states besides factors, influences and rules.</summary>
internal static class CatalogueWords
{
    public static readonly LocalizedText FactorNature = new("Nature", "Eigenart");
    public static readonly LocalizedText ImageOf = new("image of {0} held by {1}", "Wahrnehmung: {0}, durch {1}");
    public static readonly LocalizedText DecisionOf = new("decision of {0}", "Entscheidung: {0}");
    public static readonly LocalizedText Since = new("as at the start since {0}", "in der Ausgangslage seit {0}");
    public static readonly LocalizedText InertiaBoth = new("inertia {0}", "Trägheit {0}");
    public static readonly LocalizedText InertiaApart = new("inertia upwards {0}, downwards {1}", "Trägheit aufwärts {0}, abwärts {1}");
    public static readonly LocalizedText OnlyEvents = new("by events only", "nur durch Ereignisse");
    public static readonly LocalizedText Group = new("group {0}", "Gruppe {0}");

    public static readonly LocalizedText Tendencies = new("Tendencies: lasting leans of factors, in points", "Neigungen: dauerhafte Tendenzen von Faktoren, in Punkten");
    public static readonly LocalizedText Towards = new("{0} towards {1}", "{0} zu {1}");
    public static readonly LocalizedText AlongOrder = new("{0} along the order of the states", "{0} in der Reihenfolge der Ausprägungen");

    public static readonly LocalizedText Outcomes = new(
        "What events are and do: outcomes, severity, path and effects", "Was Ereignisse sind und bewirken: Ausgänge, Schwere, Weg und Wirkungen");
    public static readonly LocalizedText Outcome = new("{0}: {1} (weight {2})", "{0}: {1} (Gewicht {2})");
    public static readonly LocalizedText Severity = new("Severity", "Schwere");
    public static readonly LocalizedText Path = new("Path", "Weg");
    public static readonly LocalizedText Effects = new("Effects", "Wirkungen");
    public static readonly LocalizedText ByAccident = new("by accident", "unbeabsichtigt");
    public static readonly LocalizedText ByDecision = new("by decision", "beabsichtigt");
    public static readonly LocalizedText History = new("Events before the start", "Ereignisse vor dem Beginn");

    public static readonly LocalizedText MeasuresCaption = new(
        "Measures: whose they are, how they come about and what they do", "Maßnahmen: wessen sie sind, wie sie zustande kommen und was sie bewirken");
    public static readonly LocalizedText Terms = new("Terms", "Bedingungen");
    public static readonly LocalizedText Step = new("step {0}", "Schritt {0}");
    public static readonly LocalizedText Strict = new("waits for its preconditions", "wartet auf ihre Voraussetzungen");
    public static readonly LocalizedText Advisory = new("can be agreed without its preconditions", "auch ohne ihre Voraussetzungen vereinbar");
    public static readonly LocalizedText Uptake = new("agreed at a rate of {0} a year", "vereinbart mit der Rate {0} im Jahr");
    public static readonly LocalizedText Lead = new("in force after {0}", "in Kraft nach {0}");
    public static readonly LocalizedText Pause = new("pause {0}", "Pause {0}");
    public static readonly LocalizedText Cost = new("cost {0}", "Kosten {0}");
    public static readonly LocalizedText Early = new("too early: {0}", "verfrüht: {0}");

    public static readonly LocalizedText Push = new("{0}: push {1} points", "{0}: Schub {1} Punkte");
    public static readonly LocalizedText PushTowards = new("{0}: push {1} points towards {2}", "{0}: Schub {1} Punkte zu {2}");
    public static readonly LocalizedText HalfLife = new(", half-life {0}", ", Halbwertszeit {0}");
    public static readonly LocalizedText While = new(", while {0}", ", solange gilt: {0}");
    public static readonly LocalizedText Stacks = new(", adding up", ", sich summierend");
    public static readonly LocalizedText Move = new("{0}: move {1}", "{0}: Schritt {1}");
    public static readonly LocalizedText Set = new("{0}: set to {1}", "{0}: gesetzt auf {1}");
    public static readonly LocalizedText Draw = new("{0}: drawn from {1}", "{0}: gezogen aus {1}");
    public static readonly LocalizedText Alternative = new("{0} (weight {1})", "{0} (Gewicht {1})");
    public static readonly LocalizedText HoldUp = new("{0}: no rise", "{0}: kein Anstieg");
    public static readonly LocalizedText HoldDown = new("{0}: no fall", "{0}: kein Rückgang");
    public static readonly LocalizedText HoldBoth = new("{0}: held", "{0}: festgehalten");
    public static readonly LocalizedText Multiply = new("{0}: times {1}", "{0}: mal {1}");
    public static readonly LocalizedText Chance = new(", taking effect with weight {0}", ", wirksam mit Gewicht {0}");
    public static readonly LocalizedText Rate = new(", {0} times a year", ", {0}-mal im Jahr");
    public static readonly LocalizedText When = new(", when {0}", ", wenn: {0}");

    public static readonly LocalizedText Indicators = new(
        "Indicators: what each level says of the factor, threshold, who watches and how often", "Indikatoren: was jede Stufe über den Faktor sagt, Schwelle, wer beobachtet und wie oft");
    public static readonly LocalizedText Indicator = new("Indicator", "Indikator");
    public static readonly LocalizedText Levels = new("Weights of the levels by state", "Gewichte der Stufen je Ausprägung");
    public static readonly LocalizedText Threshold = new("Threshold", "Schwelle");
    public static readonly LocalizedText Watched = new("Watched by", "Beobachtung");
    public static readonly LocalizedText Every = new("once in {0}", "je {0}");
    public static readonly LocalizedText Row = new("{0}: {1}", "{0}: {1}");

    public static readonly LocalizedText Questions = new("Questions with a date: how each is decided", "Datierte Fragen: wie jede entschieden wird");
    public static readonly LocalizedText Question = new("Question", "Frage");
    public static readonly LocalizedText Deadline = new("Date", "Termin");
    public static readonly LocalizedText Resolution = new("Decided by", "Entscheidung");
    public static readonly LocalizedText ResolutionText = new("{0}: {1}; decides: {2}", "{0}: {1}; es entscheidet: {2}");
    public static readonly LocalizedText Annuls = new("; annulled if: {0}", "; hinfällig, falls: {0}");
    public static readonly LocalizedText OutcomeYes = new("outcome: yes", "Ausgang: ja");
    public static readonly LocalizedText OutcomeNo = new("outcome: no", "Ausgang: nein");

    public static readonly LocalizedText Observations = new("Evidence since the start", "Beobachtungen seit dem Beginn");
    public static readonly LocalizedText Observed = new("Observed", "Beobachtet");
    public static readonly LocalizedText Grade = new("Grade", "Güte");
    public static readonly LocalizedText Objective = new("What options are valued by", "Woran Optionen gemessen werden");
    public static readonly LocalizedText ValuedBy = new("Kind or severity", "Typ oder Schwere");
    public static readonly LocalizedText Place = new("Place or weight", "Rang oder Gewicht");
    public static readonly LocalizedText Notes = new("Notes to the model", "Anmerkungen zum Modell");
    public static readonly LocalizedText NoteText = new("Note", "Anmerkung");
    public static readonly LocalizedText Items = new(
        "The source text was taken apart into {0} items; the command “coverage” says which element represents each of them.",
        "Der Quellentext wurde in {0} Einzelaussagen zerlegt; welcher Baustein welche davon abbildet, sagt der Befehl „coverage“.");
    public static readonly LocalizedText ActorsWithout = new("Actors without stated positions: {0}.", "Akteure ohne festgehaltene Positionen: {0}.");
}
