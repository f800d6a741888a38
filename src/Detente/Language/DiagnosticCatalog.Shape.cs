namespace Detente.Language;

/// <content>Codes of names and shape.</content>
public static partial class DiagnosticCatalog
{
    private static CatalogEntry[] ShapeEntries() =>
    [
        Error("DT2001", "The key is not known here", "Der Schlüssel ist hier nicht bekannt"),
        Error("DT2002", "A key is missing", "Ein Schlüssel fehlt"),
        Error("DT2003", "Something of another shape is expected", "Hier wird etwas anderes erwartet"),
        Error("DT2004", "The name is not declared", "Der Name ist nicht erklärt"),
        Error("DT2005", "A name is declared twice", "Ein Name ist zweimal erklärt"),
        Error("DT2006", "The name is a word of the language", "Der Name ist ein Wort der Sprache"),
        Error("DT2007", "The name is not well formed", "Der Name ist nicht wohlgeformt"),
        Error("DT2008", "The number of states is not allowed", "Die Zahl der Zustände ist nicht erlaubt"),
        Error("DT2009", "A number is expected", "Hier wird eine Zahl erwartet"),
        Error("DT2010", "A whole number is expected", "Hier wird eine ganze Zahl erwartet"),
        Error("DT2011", "The date is not valid", "Das Datum ist ungültig"),
        Error("DT2012", "The period is not valid", "Der Zeitraum ist ungültig"),
        Error("DT2013", "The word is not among the choices", "Das Wort steht nicht zur Wahl"),
        Warning("DT2014", "A text lacks a language", "Einem Text fehlt eine Sprache"),
        Error("DT2015", "The matrix does not fit the states", "Die Matrix passt nicht zu den Zuständen"),
        Error("DT2016", "A cell is given twice", "Eine Zelle ist zweimal angegeben"),
        Error("DT2017", "A cell is not written as source -> target", "Eine Zelle ist nicht als Quelle -> Ziel geschrieben"),
        Error("DT2018", "The source reference is not well formed", "Der Quellenverweis ist nicht wohlgeformt"),
        Error("DT2019", "The range is not valid", "Die Spanne ist ungültig"),
        Error("DT2020", "Exactly one of several keys is needed", "Genau einer von mehreren Schlüsseln ist nötig"),
        Error("DT2021", "The key does not fit here", "Der Schlüssel passt hier nicht"),
        Error("DT2022", "The number is out of bounds", "Die Zahl liegt außerhalb der Grenzen"),
        Error("DT2023", "The version of the language is not known", "Die Sprachversion ist nicht bekannt"),
        Error("DT2024", "Something is empty", "Etwas ist leer"),
        Error("DT2025", "A name stands twice in a list", "Ein Name steht zweimal in einer Liste"),
        Warning("DT2026", "Points are rounded to hundredths", "Punkte werden auf Hundertstel gerundet"),
        Error("DT2027", "The item is not in the inventory", "Der Eintrag steht nicht im Inventar"),
        Error("DT2028", "The colour is not valid", "Die Farbe ist ungültig"),
    ];
}
