namespace Detente.Language;

/// <content>Codes of meaning.</content>
public static partial class DiagnosticCatalog
{
    private static CatalogEntry[] MeaningEntries() =>
    [
        Error("DT3001", "A weight needs two ordered factors", "Ein Gewicht braucht zwei geordnete Faktoren"),
        Error("DT3002", "Events cause each other in a circle", "Ereignisse verursachen einander im Kreis"),
        Error("DT3003", "The effect is allowed for measures only", "Diese Wirkung ist nur Maßnahmen erlaubt"),
        Error("DT3004", "The factor has no order", "Der Faktor hat keine Ordnung"),
        Error("DT3005", "Early effects need an advisory gate", "Frühe Wirkungen brauchen eine beratende Schranke"),
        Error("DT3006", "The push never ends", "Der Schub endet nie"),
        Error("DT3007", "The condition of an influence asks too much", "Die Bedingung eines Einflusses fragt zu viel"),
        Warning("DT3008", "A factor influences itself", "Ein Faktor beeinflusst sich selbst"),
        Warning("DT3010", "Nothing moves the factor", "Nichts bewegt den Faktor"),
        Warning("DT3011", "The factor moves nothing", "Der Faktor bewegt nichts"),
        Error("DT3012", "An image of an image", "Ein Bild von einem Bild"),
        Error("DT3013", "A row of likelihoods does not add up to 1", "Eine Zeile von Wahrscheinlichkeiten ergibt nicht 1"),
        Error("DT3014", "A likelihood is below 0.01", "Eine Wahrscheinlichkeit liegt unter 0,01"),
        Error("DT3015", "The value lies outside its range", "Der Wert liegt außerhalb seiner Spanne"),
        Warning("DT3016", "A window reaches before the start without history", "Ein Fenster reicht ohne Vorgeschichte vor den Beginn"),
        Error("DT3017", "History is not before the start", "Die Vorgeschichte liegt nicht vor dem Beginn"),
        Error("DT3018", "The deadline lies outside the horizon", "Die Frist liegt außerhalb des Horizonts"),
        Warning("DT3019", "The event lies outside the horizon", "Das Ereignis liegt außerhalb des Horizonts"),
        Warning("DT3020", "The event is too frequent for the step", "Das Ereignis ist für den Schritt zu häufig"),
        Warning("DT3021", "Fast factors stand in a loop", "Schnelle Faktoren stehen in einer Schleife"),
        Error("DT3023", "The scenarios need one remainder, at the end", "Die Szenarien brauchen genau einen Rest, am Ende"),
        Error("DT3024", "An actor has two strategies in the baseline", "Ein Akteur hat zwei Strategien in der Grundlinie"),
        Warning("DT3025", "A scenario cannot be reached and gives no reason", "Ein Szenario ist unerreichbar, ohne Begründung"),
        Warning("DT3026", "The condition can never hold", "Die Bedingung kann nie gelten"),
        Warning("DT3027", "An accepted warning is not raised", "Eine angenommene Warnung kommt nicht vor"),
        Error("DT3028", "Only warnings can be accepted", "Nur Warnungen können angenommen werden"),
        Error("DT3029", "The horizon ends before it starts", "Der Horizont endet, bevor er beginnt"),
        Error("DT3030", "The horizon has too many steps", "Der Horizont hat zu viele Schritte"),
        Error("DT3031", "All weights are zero", "Alle Gewichte sind null"),
        Error("DT3032", "Stacking pushes need a cap that fits", "Häufende Schübe brauchen eine passende Obergrenze"),
        Error("DT3033", "Actors contain each other in a circle", "Akteure enthalten einander im Kreis"),
        Error("DT3034", "A measure waits for one that is not pursued before it", "Eine Maßnahme wartet auf eine, die nicht vor ihr verfolgt wird"),
        Error("DT3035", "Severity levels do not ascend", "Die Schweregrade steigen nicht an"),
        Error("DT3036", "The initial state began after the start", "Der Anfangszustand begann nach dem Beginn"),
        Error("DT3037", "The objective does not order all scenarios", "Das Ziel ordnet nicht alle Szenarien"),
        Error("DT3038", "All states are barred", "Alle Zustände sind gesperrt"),
        Error("DT3039", "A scenario's rule asks for a scenario", "Die Regel eines Szenarios fragt nach einem Szenario"),
        Error("DT3040", "The factor has one inertia only", "Der Faktor hat nur eine Trägheit"),
    ];
}
