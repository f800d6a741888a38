namespace Detente.Language;

/// <content>Codes of conditions and claims: DT1090 formatting, DT15xx their text, DT21xx their names and shape, DT31xx their meaning.</content>
public static partial class DiagnosticCatalog
{
    private static CatalogEntry[] ExpressionEntries() =>
    [
        Error("DT1090", "The file cannot be formatted", "Die Datei lässt sich nicht formatieren"),
        Error("DT1501", "The expression is empty", "Der Ausdruck ist leer"),
        Error("DT1502", "A character is not known in expressions", "Ein Zeichen ist in Ausdrücken nicht bekannt"),
        Error("DT1503", "Something else is expected in the expression", "Im Ausdruck wird etwas anderes erwartet"),
        Error("DT1504", "A parenthesis has no counterpart", "Einer Klammer fehlt das Gegenstück"),
        Error("DT1505", "The expression is nested too deeply", "Der Ausdruck ist zu tief verschachtelt"),
        Error("DT1506", "The expression is too long", "Der Ausdruck ist zu lang"),
        Error("DT2101", "There is no such factor", "Diesen Faktor gibt es nicht"),
        Error("DT2102", "There is no such state", "Diesen Zustand gibt es nicht"),
        Error("DT2103", "The state belongs to another factor", "Der Zustand gehört zu einem anderen Faktor"),
        Error("DT2104", "There is no such event", "Dieses Ereignis gibt es nicht"),
        Error("DT2105", "There is no such outcome", "Diesen Ausgang gibt es nicht"),
        Error("DT2106", "There is no such measure", "Diese Maßnahme gibt es nicht"),
        Error("DT2107", "There is no such strategy", "Diese Strategie gibt es nicht"),
        Error("DT2108", "There is no such scenario", "Dieses Szenario gibt es nicht"),
        Error("DT2109", "There is no such severity", "Diesen Schweregrad gibt es nicht"),
        Error("DT2110", "There is no such function", "Diese Funktion gibt es nicht"),
        Error("DT2111", "The date in an expression is not valid", "Das Datum in einem Ausdruck ist ungültig"),
        Error("DT2112", "The window is missing or not valid", "Das Zeitfenster fehlt oder ist ungültig"),
        Error("DT2113", "The number in an expression is not valid", "Die Zahl in einem Ausdruck ist ungültig"),
        Error("DT2114", "At-least asks for more or fewer than there are", "At-least verlangt mehr oder weniger, als da ist"),
        Error("DT2115", "A factor stands twice in a loop", "Ein Faktor steht zweimal in einer Schleife"),
        Error("DT2116", "An order has only one quantity", "Eine Rangfolge hat nur eine Größe"),
        Error("DT2117", "A state stands twice in a list", "Ein Zustand steht zweimal in einer Aufzählung"),
        Error("DT3101", "The states have no order", "Die Zustände haben keine Ordnung"),
        Warning("DT3102", "A comparison covers no state or all states", "Ein Vergleich umfasst keinen oder alle Zustände"),
        Error("DT3103", "The event is not scheduled", "Das Ereignis ist nicht terminiert"),
        Error("DT3104", "The upper end lies below the lower one", "Das obere Ende liegt unter dem unteren"),
        Warning("DT3105", "No severity is counted", "Kein Schweregrad wird gezählt"),
        Error("DT3106", "There is no mean without an order", "Ohne Ordnung gibt es keinen Mittelwert"),
        Error("DT3107", "The event needs a date", "Das Ereignis braucht ein Datum"),
        Error("DT3108", "A claim's date lies outside the horizon", "Das Datum einer Behauptung liegt außerhalb des Horizonts"),
        Error("DT3109", "Edits of a world contradict each other", "Änderungen einer Welt widersprechen sich"),
        Error("DT3110", "What follows an event has no date", "Was auf ein Ereignis folgt, hat kein Datum"),
        Error("DT3111", "The time to fade is too short", "Die Zeit zum Abklingen ist zu kurz"),
        Warning("DT3112", "There is no such influence to take out", "Es gibt keinen solchen Einfluss, der entfallen könnte"),
    ];
}
