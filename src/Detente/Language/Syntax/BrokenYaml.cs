using Detente.Models;

namespace Detente.Language.Syntax;

/// <summary>Says in both languages what the YAML parser complains about.</summary>
internal static class BrokenYaml
{
    private static readonly (string Sign, LocalizedText Message)[] Known =
    [
        ("invalid mapping", new(
            "A second `: ` on one line, or a line indented too far; put a text with a colon in quotes.",
            "Ein zweites `: ` in einer Zeile oder eine zu weit eingerückte Zeile; ein Text mit Doppelpunkt gehört in Anführungszeichen.")),
        ("tab", new(
            "Lines are indented by blanks, never by tabs.",
            "Zeilen werden mit Leerzeichen eingerückt, nie mit Tabulatoren.")),
        ("quoted scalar", new(
            "The quotation mark is not closed, or a line inside it is not indented.",
            "Das Anführungszeichen ist nicht geschlossen oder eine Zeile darin nicht eingerückt.")),
        ("cannot start any token", new(
            "A text cannot begin with this character; put it in quotes.",
            "Mit diesem Zeichen kann kein Text beginnen; er gehört in Anführungszeichen.")),
        ("flow", new(
            "A bracket or brace is not closed, or a comma is missing.",
            "Eine Klammer ist nicht geschlossen, oder ein Komma fehlt.")),
        ("expected node content", new(
            "A value is missing here, or a comma or bracket is too many.",
            "Hier fehlt ein Wert, oder ein Komma oder eine Klammer ist zu viel.")),
        ("simple key", new(
            "A colon is missing behind this key.",
            "Hinter diesem Schlüssel fehlt ein Doppelpunkt.")),
        ("block", new(
            "The indentation of this line does not fit the lines above it.",
            "Die Einrückung dieser Zeile passt nicht zu den Zeilen darüber.")),
    ];

    private static readonly LocalizedText Unknown = new(
        "The YAML cannot be understood from here on: a bracket, a colon or a quotation mark may be missing.",
        "Ab hier ist das YAML nicht zu verstehen: Vielleicht fehlt eine Klammer, ein Doppelpunkt oder ein Anführungszeichen.");

    /// <summary>The explanation of the parser's own message, which exists in English only.</summary>
    public static LocalizedText Explain(string message)
    {
        foreach (var (sign, explanation) in Known)
        {
            if (message.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return explanation;
            }
        }

        return Unknown;
    }
}
