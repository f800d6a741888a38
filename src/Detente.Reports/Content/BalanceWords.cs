using Detente.Models;

namespace Detente.Reports.Content;

/// <summary>Words on why a configuration is consistent, or is not, and what would have to change.</summary>
/// <remarks>A title may be a singular or a plural, of any gender: it stands where no other word depends on that.</remarks>
internal static class BalanceWords
{
    public static readonly LocalizedText Points = new("{0}\u00a0points", "{0}\u00a0Punkte");
    public static readonly LocalizedText OnePoint = new("{0}\u00a0point", "{0}\u00a0Punkt");
    public static readonly LocalizedText Argument = new("{0} ({1}, {2})", "{0} ({1}, {2})");
    public static readonly LocalizedText AndMore = new("{0} and {1} more", "{0} und {1} weitere");

    public static readonly LocalizedText Consistent = new(
        "Consistent because for no factor is another state better supported than its own.",
        "Konsistent, weil bei keinem Faktor eine andere Ausprägung besser gestützt wird als die eigene.");
    public static readonly LocalizedText ConsistentBut = new(
        "Consistent because for no factor but those held from outside is another state better supported than its own.",
        "Konsistent, weil bei keinem Faktor außer den von außen festgehaltenen eine andere Ausprägung besser gestützt wird als die eigene.");
    public static readonly LocalizedText Loop = new(
        "A loop of mutual support holds it together: {0}.", "Ein Kreis gegenseitiger Stützung trägt das Ganze: {0}.");
    public static readonly LocalizedText Strongest = new(
        "The strongest support is {0} → {1}, {2} against {3}.", "Die stärkste Stütze ist {0} → {1}, {2} gegenüber {3}.");
    public static readonly LocalizedText StrongestOutside = new(
        "Outside this loop the strongest support is {0} → {1}, {2} against {3}.", "Außerhalb dieses Kreises ist die stärkste Stütze {0} → {1}, {2} gegenüber {3}.");
    public static readonly LocalizedText AsStrong = new("Just as strong is {0} → {1}, {2} against {3}.", "Ebenso stark ist {0} → {1}, {2} gegenüber {3}.");
    public static readonly LocalizedText Next = new("Next comes {0} → {1}, {2} against {3}.", "Es folgt {0} → {1}, {2} gegenüber {3}.");

    public static readonly LocalizedText Weakest = new("The weakest link is {0}: {1}.", "Das schwächste Glied ist {0}: {1}.");
    public static readonly LocalizedText WeakestTied = new(
        "The weakest links are {0}: each has another state that is supported just as well.",
        "Die schwächsten Glieder sind {0}: Jeweils wird eine andere Ausprägung ebenso gut gestützt.");
    public static readonly LocalizedText WeakestClose = new(
        "The weakest links are {0}: each leads its best rival by only {1}.",
        "Die schwächsten Glieder sind {0}: Der Vorsprung vor der nächstbesten Ausprägung beträgt jeweils nur {1}.");
    public static readonly LocalizedText Firmest = new("The firmest link is {0}: {1}.", "Das festeste Glied ist {0}: {1}.");
    public static readonly LocalizedText FirmestAlike = new(
        "The firmest links are {0}: each leads its best rival by {1}.",
        "Die festesten Glieder sind {0}: Der Vorsprung vor der nächstbesten Ausprägung beträgt jeweils {1}.");
    public static readonly LocalizedText Link = new("{0}: {1}", "{0}: {1}");
    public static readonly LocalizedText Leads = new("{0} leads {1} by {2}", "{0} liegt um {2} vor {1}");
    public static readonly LocalizedText LeadsOnly = new("{0} leads {1} by only {2}", "{0} liegt nur um {2} vor {1}");
    public static readonly LocalizedText Tied = new(
        "{0} and {1} are equally well supported, so that the slightest shift decides",
        "{0} und {1} werden gleich gut gestützt, so dass die kleinste Verschiebung entscheidet");
    public static readonly LocalizedText Unopposed = new("nothing speaks for or against any of its states", "für oder gegen seine Ausprägungen spricht nichts");

    public static readonly LocalizedText BothSides = new(
        "The strongest support of {0} against {2} is {1}, that of {2} against {0} is {3}.",
        "Die stärkste Stütze von {0} gegenüber {2} ist {1}, die von {2} gegenüber {0} ist {3}.");
    public static readonly LocalizedText OneSide = new("The strongest support of {0} against {2} is {1}.", "Die stärkste Stütze von {0} gegenüber {2} ist {1}.");

    public static readonly LocalizedText OneChange = new(
        "Were {0} to become {1} instead of {3}, {2} would win; no other factor could tip it on its own.",
        "Nur ein einziger Faktor könnte es allein kippen: {0} ({1} statt {3}); dann setzte sich {2} durch.");
    public static readonly LocalizedText AnyChange = new(
        "Each of these changes alone would tip it: {0}.", "Jede dieser Änderungen würde es allein kippen: {0}.");
    public static readonly LocalizedText ManyChanges = new(
        "{0} factors could tip it on their own, above all {1}.", "{0} Faktoren könnten es allein kippen, vor allem {1}.");
    public static readonly LocalizedText OneForLink = new(
        "For {0} ({1} or {2}) a single change would tip the balance: {3}.", "Bei {0} ({1} oder {2}) genügt eine Änderung: {3}.");
    public static readonly LocalizedText AnyForLink = new(
        "For {0} ({1} or {2}) each of these changes alone would tip the balance: {3}.", "Bei {0} ({1} oder {2}) genügt jede dieser Änderungen allein: {3}.");
    public static readonly LocalizedText ManyForLink = new(
        "For {0} ({1} or {2}) a change in one of {4} factors would tip the balance, above all {3}.", "Bei {0} ({1} oder {2}) genügt eine Änderung bei einem von {4} Faktoren, vor allem {3}.");
    public static readonly LocalizedText OneInFavour = new("{0}, in favour of {1}", "{0}, zugunsten von {1}");
    public static readonly LocalizedText AllInFavour = new("{0}, each in favour of {1}", "{0}, jeweils zugunsten von {1}");
    public static readonly LocalizedText Together = new(
        "No single change would tip it; {0} together would: {1}, in favour of {2}.",
        "Keine einzelne Änderung würde es kippen; {0} zusammen schon: {1}, zugunsten von {2}.");
    public static readonly LocalizedText FewerOpen = new(
        " Whether fewer would do is open: the search was bounded.", " Ob weniger genügen, ist offen: Die Suche war begrenzt.");
    public static readonly LocalizedText NoChange = new(
        "No change of the other factors would tip it.", "Keine Änderung der übrigen Faktoren würde es kippen.");
    public static readonly LocalizedText NoneFound = new(
        "No change of the other factors was found that would tip it; the search was bounded.",
        "Keine Änderung der übrigen Faktoren, die es kippen würde, wurde gefunden; die Suche war begrenzt.");

    public static readonly LocalizedText Judgement = new(
        "A different judgement within its stated range would be enough: {0} → {1} at {2} instead of {3} points (range {4} to {5}).",
        "Schon ein anderes Urteil innerhalb der angegebenen Spanne würde genügen: {0} → {1} mit {2} statt {3} Punkten (Spanne {4} bis {5}).");
    public static readonly LocalizedText NoJudgement = new(
        "No single judgement would tip it within its stated range.", "Innerhalb der angegebenen Spannen kippt kein einzelnes Urteil das Ergebnis.");

    public static readonly LocalizedText InconsistentOne = new(
        "Inconsistent because one factor is drawn towards another state.", "Inkonsistent, weil ein Faktor in eine andere Ausprägung drängt.");
    public static readonly LocalizedText Inconsistent = new(
        "Inconsistent because {0} of {1} factors are drawn towards another state.",
        "Inkonsistent, weil {0} von {1} Faktoren in eine andere Ausprägung drängen.");
    public static readonly LocalizedText Tolerated = new(
        "Consistent only within the tolerance of {0}.", "Konsistent nur innerhalb der Toleranz ({0}).");
    public static readonly LocalizedText OnlyBehind = new("It concerns {0}: {1}.", "Betroffen ist {0}: {1}.");
    public static readonly LocalizedText FurthestBehind = new("Furthest behind is {0}: {1}.", "Am weitesten zurück liegt {0}: {1}.");
    public static readonly LocalizedText Trails = new("{0} trails {1} by {2}", "{0} bleibt um {2} hinter {1} zurück");
    public static readonly LocalizedText AlsoBehind = new("Also behind: {0}.", "Ebenfalls im Rückstand: {0}.");
    public static readonly LocalizedText Behind = new("{0} ({1}, {2} behind {3})", "{0} ({1}, {2} hinter {3})");
    public static readonly LocalizedText HeldOutside = new(
        "Held from outside against its own balance: {0}.", "Von außen gegen die eigene Bilanz festgehalten: {0}.");
    public static readonly LocalizedText Barred = new(
        "Whatever its support, this configuration is not admissible: the model bars {0} here.",
        "Ungeachtet der Stützung ist diese Konfiguration nicht zulässig: Das Modell sperrt hier {0}.");

    public static readonly LocalizedText Settles = new(
        "If every factor kept moving to its best supported state, all at once, the whole would come to rest {0} in a consistent configuration: {1}.",
        "Rückte jeder Faktor immer wieder in seine am besten gestützte Ausprägung, alle zugleich, käme das Ganze {0} in einer konsistenten Konfiguration zur Ruhe: {1}.");
    public static readonly LocalizedText Cycles = new(
        "If every factor kept moving to its best supported state, all at once, the whole would never come to rest: {0} it would turn in a cycle of {1} configurations.",
        "Rückte jeder Faktor immer wieder in seine am besten gestützte Ausprägung, alle zugleich, käme das Ganze nie zur Ruhe: {0} liefe es in einem Zyklus von {1} Konfigurationen um.");
    public static readonly LocalizedText NoEnd = new(
        "If every factor kept moving to its best supported state, no end was found within 10,000 steps.",
        "Rückte jeder Faktor immer wieder in seine am besten gestützte Ausprägung, fand sich innerhalb von 10.000 Schritten kein Ende.");
    public static readonly LocalizedText AtOnce = new("from the start", "von Anfang an");
    public static readonly LocalizedText AfterOne = new("after one step", "nach einem Schritt");
    public static readonly LocalizedText After = new("after {0} steps", "nach {0} Schritten");

    public static readonly LocalizedText NearestToo = new(
        "No consistent scenario is nearer.", "Ein näher gelegenes konsistentes Szenario gibt es nicht.");
    public static readonly LocalizedText Nearest = new(
        "The nearest consistent scenario differs in {0} factors: {1}.", "Das nächstgelegene konsistente Szenario unterscheidet sich in {0} Faktoren: {1}.");
    public static readonly LocalizedText NearestOne = new(
        "The nearest consistent scenario differs in one factor: {1}.", "Das nächstgelegene konsistente Szenario unterscheidet sich in einem Faktor: {1}.");
    public static readonly LocalizedText NoScenario = new("There is no consistent scenario.", "Ein konsistentes Szenario gibt es nicht.");
    public static readonly LocalizedText NoneKnown = new("No consistent scenario was found.", "Ein konsistentes Szenario wurde nicht gefunden.");
    public static readonly LocalizedText NotAllDecided = new(
        "The search was not completed: a nearer one cannot be excluded.", "Die Suche ist unvollständig: Ein näher gelegenes ist nicht ausgeschlossen.");
}
