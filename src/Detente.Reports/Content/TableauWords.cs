using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on the scenario tableau.</summary>
internal static class TableauWords
{
    public static readonly LocalizedText Title = new("Tableau of the consistent scenarios", "Tableau der konsistenten Szenarien");
    public static readonly LocalizedText TitlePart = new("Tableau of the consistent scenarios, part {0} of {1}", "Tableau der konsistenten Szenarien, Teil {0} von {1}");
    public static readonly LocalizedText Scenario = new("Scenario", "Szenario");
    public static readonly LocalizedText NoKind = new("none", "keiner");
    public static readonly LocalizedText Consistency = new("Consistency value", "Konsistenzwert");
    public static readonly LocalizedText TotalImpact = new("Total impact score", "Gesamtwirkung");
    public static readonly LocalizedText Weight = new("Weight (configurations that end here)", "Gewicht (Konfigurationen, die hier enden)");
    public static readonly LocalizedText Sampled = new("{0} ± {1}", "{0}\u00a0± {1}");

    public static readonly LocalizedText One = new("One scenario is shown.", "Gezeigt ist ein Szenario.");
    public static readonly LocalizedText Differ = new(
        "The {0} scenarios agree in {1} of {2} factors; {3} takes the most states, {4}.",
        "Die {0} Szenarien stimmen in {1} von {2} Faktoren überein; die meisten Ausprägungen hat {3}, nämlich {4}.");
    public static readonly LocalizedText DifferInAll = new(
        "The {0} scenarios agree in none of the {1} factors; {2} takes the most states, {3}.",
        "Die {0} Szenarien stimmen in keinem der {1} Faktoren überein; die meisten Ausprägungen hat {2}, nämlich {3}.");
    public static readonly LocalizedText Agree = new(
        "The {0} scenarios agree in all {1} factors shown here.", "Die {0} Szenarien stimmen in allen {1} hier gezeigten Faktoren überein.");
    public static readonly LocalizedText Nothing = new("No configuration is consistent: there is nothing to show.", "Keine Konfiguration ist konsistent: Es gibt nichts zu zeigen.");
    public static readonly LocalizedText NotFrequency = new(
        "Consistency says that the judgements, weighed together, support no other state better, not that the future will come about. Similar scenarios stand side by side.",
        "Konsistenz besagt, dass die Urteile zusammengenommen keine andere Ausprägung besser stützen, nicht dass die Zukunft eintritt. Ähnliche Szenarien stehen nebeneinander.");

    public static readonly LocalizedText NotFrequencyWithin = new(
        "Consistency says that the judgements, weighed together, support no other state better by more than the tolerance of {0}, not that the future will come about. Similar scenarios stand side by side.",
        "Konsistenz besagt, dass die Urteile zusammengenommen keine andere Ausprägung um mehr als die Toleranz von {0} besser stützen, nicht dass die Zukunft eintritt. Ähnliche Szenarien stehen nebeneinander.");

    public static readonly LocalizedText Where = new("Only configurations are looked at that meet: {0}.", "Betrachtet sind nur Konfigurationen mit: {0}.");
    public static readonly LocalizedText Held = new(
        "HYPOTHETICAL: held from outside, without asking for their own balance: {0}.", "HYPOTHETISCH: von außen festgehalten, ohne Frage nach der eigenen Bilanz: {0}.");
    public static readonly LocalizedText HeldState = new("{0}: {1}", "{0}: {1}");
    public static readonly LocalizedText New = new("With the intervention only", "Nur mit dem Eingriff");

    public static readonly LocalizedText Extent = new(
        "Shown: {0} of {1} consistent scenarios, {2}.", "Gezeigt: {0} von {1} konsistenten Szenarien, {2}.");
    public static readonly LocalizedText ExtentLeast = new(
        "Shown: {0} of at least {1} consistent scenarios, {2}.", "Gezeigt: {0} von mindestens {1} konsistenten Szenarien, {2}.");
    public static readonly LocalizedText ByKind = new(
        "the one with the highest total impact score of every kind of future, then always the one that differs most from those shown",
        "das mit der höchsten Gesamtwirkung je Zukunftstyp, dann jeweils das, das sich von den gezeigten am stärksten unterscheidet");
    public static readonly LocalizedText ByDifference = new(
        "the one with the highest total impact score, then always the one that differs most from those shown",
        "das mit der höchsten Gesamtwirkung, dann jeweils das, das sich von den gezeigten am stärksten unterscheidet");
    public static readonly LocalizedText AmongListed = new("{0} (among the {1} listed)", "{0} (unter den {1} aufgeführten)");
    public static readonly LocalizedText First = new("the first in the order of their states", "die ersten in der Reihenfolge ihrer Ausprägungen");
    public static readonly LocalizedText HighestImpact = new("those with the highest total impact score", "die mit der höchsten Gesamtwirkung");
    public static readonly LocalizedText MostDifferent = new("those that differ most from one another", "die am stärksten voneinander verschiedenen");
    public static readonly LocalizedText Nearest = new("those nearest to the states wished for", "die den gewünschten Ausprägungen nächsten");

    public static readonly LocalizedText TwinName = new("Consistent scenarios by state", "Konsistente Szenarien nach Ausprägungen");
    public static readonly LocalizedText TwinCaption = new(
        "Consistent scenarios by state: in which of them each holds; ≈: another state is as well supported",
        "Konsistente Szenarien nach Ausprägungen: in welchen jede gilt; ≈: eine andere ist ebenso gut gestützt");
    public static readonly LocalizedText TwinColumn = new("State (numbers of the scenarios)", "Ausprägung (Nummern der Szenarien)");
    public static readonly LocalizedText TwinEntry = new("{0} ({1})", "{0} ({1})");
}
