using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Text to the statement of a claim.</summary>
internal static class ClaimParser
{
    /// <summary>Reads a claim; every mistake goes to the bag with its place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">What is declared.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    /// <returns>The statement, or null after an error.</returns>
    public static Statement? Parse(LocatedText text, Names names, DiagnosticBag bag)
    {
        if (TokenCursor.Over(text, bag) is not { } cursor)
        {
            return null;
        }

        var statement = new ClaimReader(cursor, new NameReader(cursor, names), new ScalarReader(cursor)).Read();
        if (statement is not null)
        {
            cursor.End();
        }

        return cursor.HasFailed ? null : statement;
    }
}
