using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Text to condition.</summary>
internal static class ConditionParser
{
    /// <summary>Reads a condition; every mistake goes to the bag with its place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">What is declared.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    /// <returns>The condition, or null after an error.</returns>
    public static Condition? Parse(LocatedText text, Names names, DiagnosticBag bag)
    {
        if (TokenCursor.Over(text, bag) is not { } cursor)
        {
            return null;
        }

        var condition = new ConditionReader(cursor, new NameReader(cursor, names), new ScalarReader(cursor)).Any();
        cursor.End("and", "or");
        return cursor.HasFailed ? null : condition;
    }
}
