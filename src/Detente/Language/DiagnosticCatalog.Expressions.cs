namespace Detente.Language;

/// <content>Codes of conditions and claims: DT11xx their text, DT21xx their names and shape, DT31xx their meaning.</content>
public static partial class DiagnosticCatalog
{
    private static CatalogEntry[] ExpressionEntries() =>
    [
    ];
}
