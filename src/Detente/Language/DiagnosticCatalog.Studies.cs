namespace Detente.Language;

/// <content>Codes of studies: what a model lacks for a question, or what the answer must not hide.</content>
public static partial class DiagnosticCatalog
{
    private static CatalogEntry[] StudyEntries() =>
    [
        Error("DT4001", "The model has no factors", "Das Modell hat keine Faktoren"),
        Error("DT4002", "The model has no horizon", "Das Modell hat keinen Horizont"),
        Error("DT4003", "A factor has no initial state", "Ein Faktor hat keinen Anfangszustand"),
        Error("DT4004", "A factor has no inertia", "Ein Faktor hat keine Trägheit"),
        Error("DT4005", "Two strategies of one actor", "Zwei Strategien eines Akteurs"),
        Error("DT4010", "Exact chances need a model without memory", "Exakte Anteile brauchen ein Modell ohne Gedächtnis"),
        Error("DT4011", "Too many configurations for exact chances", "Zu viele Konfigurationen für exakte Anteile"),
        Error("DT4012", "Too many elements for exact chances", "Zu viele Elemente für exakte Anteile"),
        Warning("DT4020", "The start is relaxing", "Der Anfang schwingt sich erst ein"),
        Warning("DT4021", "Its own influences reject an initial state", "Ein Anfangszustand wird von den eigenen Einflüssen abgelehnt"),
        Warning("DT4022", "Rest points that are not consistent", "Ruhepunkte, die nicht konsistent sind"),
        Warning("DT4023", "A rule can never hold in this model", "Eine Regel kann in diesem Modell nie gelten"),
        Warning("DT4024", "Nothing rules out an unreachable kind", "Nichts schließt einen unerreichbaren Zukunftstyp aus"),
        Error("DT4030", "The model has no scale of severity", "Das Modell hat keine Skala der Schwere"),
        Error("DT4031", "A measure to be taken out is not pursued", "Eine herauszunehmende Maßnahme wird nicht verfolgt"),
        Error("DT4201", "Too many configurations or ends for weights", "Zu viele Konfigurationen oder Enden für Gewichte"),
        Warning("DT4202", "Kinds are counted among the first scenarios only", "Zukunftstypen sind nur unter den ersten gezählt"),
        Warning("DT4203", "Not all configurations were decided", "Nicht über alle Konfigurationen wurde entschieden"),
        Warning("DT4204", "The list of scenarios is not proved", "Die Liste der Szenarien ist nicht bewiesen"),
        Warning("DT4211", "Only the heaviest cycles are listed", "Nur die gewichtigsten Zyklen sind aufgeführt"),
        Warning("DT4212", "Successions were given up", "Sukzessionen wurden aufgegeben"),
        Error("DT4351", "A date outside the horizon", "Ein Datum außerhalb des Zeithorizonts"),
        Error("DT4352", "An event without a date within the horizon", "Ein Ereignis ohne Datum innerhalb des Zeithorizonts"),
        Error("DT4353", "The model has no images", "Das Modell hat keine Bilder"),
        Error("DT4354", "The model names no kinds of future", "Das Modell nennt keine Zukunftstypen"),
    ];
}
