namespace Detente.Language;

/// <content>Codes of files that other programs write and read.</content>
public static partial class DiagnosticCatalog
{
    private static CatalogEntry[] ExchangeEntries() =>
    [
        Error("DT5001", "The file is not of the kind its name says", "Die Datei ist nicht von der Art, die ihr Name nennt"),
        Error("DT5002", "The file ends too early", "Die Datei endet zu früh"),
        Error("DT5003", "The line does not fit here", "Die Zeile passt hier nicht"),
        Error("DT5004", "There are too many or too few entries", "Es sind zu viele oder zu wenige Einträge"),
        Error("DT5005", "The impact is not valid", "Die Wirkung ist ungültig"),
        Error("DT5006", "A quotation mark is not closed", "Ein Anführungszeichen wird nicht geschlossen"),
        Error("DT5007", "There are too many factors or states, or none", "Es gibt zu viele Faktoren oder Zustände, oder keine"),
        Error("DT5008", "A byte stands for no character", "Ein Byte steht für kein Zeichen"),
        Error("DT5009", "Rows and columns of the matrix differ", "Zeilen und Spalten der Matrix stimmen nicht überein"),
        Warning("DT5010", "Names are empty or repeated", "Namen sind leer oder wiederholt"),
        Warning("DT5011", "A part of the file is not known", "Ein Teil der Datei ist nicht bekannt"),
        Warning("DT5012", "The file may have been cut off", "Die Datei ist vielleicht abgeschnitten"),
        Error("DT5101", "A conditional influence does not fit the file", "Ein bedingter Einfluss passt nicht in die Datei"),
        Error("DT5102", "An impact does not fit the file", "Eine Wirkung passt nicht in die Datei"),
        Error("DT5103", "A text does not fit the file", "Ein Text passt nicht in die Datei"),
        Warning("DT5104", "Something is left out of the file", "Etwas fehlt in der geschriebenen Datei"),
        Warning("DT5105", "The file gives a name instead of none", "Die Datei nennt einen Namen, wo keiner ist"),
    ];
}
