using System.Collections.Immutable;
using Detente.Language.Expressions;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language;

/// <summary>What came of reading a branch.</summary>
/// <param name="Branch">The date, and the strategy followed from then on (null: none, nobody pursues a measure); null when there is an error.</param>
/// <param name="Diagnostics">All mistakes, by place.</param>
public sealed record BranchReading((DateOnly From, StrategyId? Strategy)? Branch, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Branches: a date and the strategy that is followed from then on, <c>2018-03-01 caution</c> or <c>2018-03-01 none</c>.</summary>
public static class BranchText
{
    /// <summary>Reads a branch with the names of a model.</summary>
    /// <param name="text">The text, of 10,000 characters at most.</param>
    /// <param name="model">The model whose names it uses.</param>
    /// <param name="fileName">What spans call the text.</param>
    public static BranchReading Parse(string text, Model model, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(fileName);
        var bag = new DiagnosticBag();
        if (TokenCursor.Over(LocatedText.Of(text, fileName), bag) is not { } cursor)
        {
            return new BranchReading(null, bag.InOrderOf([fileName]));
        }

        var names = new NameReader(cursor, Names.Of(model));
        (DateOnly, StrategyId?)? branch = null;
        if (new ScalarReader(cursor).Date() is { } from)
        {
            var isNone = names.Names.Strategies.Find("none") is null && cursor.TryWord("none");
            var strategy = isNone ? null : names.Strategy();
            branch = (from, strategy);
            if (isNone || strategy is not null)
            {
                cursor.End();
            }
        }

        return new BranchReading(cursor.HasFailed ? null : branch, bag.InOrderOf([fileName]));
    }
}
