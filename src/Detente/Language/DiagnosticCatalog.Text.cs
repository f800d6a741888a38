namespace Detente.Language;

/// <content>Codes of files and YAML.</content>
public static partial class DiagnosticCatalog
{
    private static CatalogEntry[] TextEntries() =>
    [
        Error("DT1001", "There is no such file", "Die Datei gibt es nicht"),
        Error("DT1002", "The file cannot be read", "Die Datei ist nicht lesbar"),
        Error("DT1003", "The folder has no model.yaml", "Der Ordner enthält keine model.yaml"),
        Error("DT1004", "The file is too large", "Die Datei ist zu groß"),
        Error("DT1005", "The file is not UTF-8 text", "Die Datei ist kein UTF-8-Text"),
        Error("DT1006", "The YAML is broken", "Das YAML ist fehlerhaft"),
        Error("DT1007", "Anchors and aliases are not allowed", "Anker und Verweise sind nicht erlaubt"),
        Error("DT1008", "Tags are not allowed", "Typangaben (Tags) sind nicht erlaubt"),
        Error("DT1009", "A key stands twice", "Ein Schlüssel steht zweimal"),
        Error("DT1010", "There is more than one document in the file", "Die Datei enthält mehrere Dokumente"),
        Error("DT1011", "The file holds no map of sections", "Die Datei enthält keine Abschnitte"),
        Error("DT1012", "Lists and maps are nested too deeply", "Listen und Maps sind zu tief verschachtelt"),
        Error("DT1013", "Merge keys are not allowed", "Zusammenführungsschlüssel sind nicht erlaubt"),
        Error("DT1014", "A key is not plain text", "Ein Schlüssel ist kein einfacher Text"),
        Error("DT1015", "An included file is missing", "Eine eingebundene Datei fehlt"),
        Error("DT1016", "An include leads out of the folder", "Eine Einbindung führt aus dem Ordner hinaus"),
        Error("DT1017", "A file is included twice", "Eine Datei wird zweimal eingebunden"),
        Error("DT1018", "An include stands where none is allowed", "Eine Einbindung steht, wo keine erlaubt ist"),
        Error("DT1019", "There are too many findings", "Es gibt zu viele Befunde"),
    ];
}
