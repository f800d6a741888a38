using System.Collections.Immutable;
using Detente.Language.Expressions;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language;

/// <summary>What came of reading a list of states.</summary>
/// <param name="States">Factors with one of their states, in the order written; a factor may stand there twice. Empty when there is an error.</param>
/// <param name="Diagnostics">All mistakes, by place.</param>
public sealed record StateListReading(ImmutableArray<(FactorId Factor, int State)> States, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Lists of factors with one state each: <c>trust = low, channels = none</c>.</summary>
public static class StateListText
{
    /// <summary>Reads a list with the names of a model; every mistake in it at once.</summary>
    /// <param name="text">The text, of 10,000 characters at most.</param>
    /// <param name="model">The model whose names it uses.</param>
    /// <param name="fileName">What spans call the text.</param>
    public static StateListReading Parse(string text, Model model, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(fileName);
        var bag = new DiagnosticBag();
        if (TokenCursor.Over(LocatedText.Of(text, fileName), bag) is not { } cursor)
        {
            return new StateListReading([], bag.InOrderOf([fileName]));
        }

        var names = new NameReader(cursor, Names.Of(model));
        var states = ImmutableArray.CreateBuilder<(FactorId Factor, int State)>();
        do
        {
            if (Pair(cursor, names) is { } pair)
            {
                states.Add(pair);
            }
            else
            {
                cursor.Recover();
            }
        }
        while (cursor.TrySign(","));
        cursor.End(",");
        return new StateListReading(cursor.HasFailed ? [] : states.ToImmutable(), bag.InOrderOf([fileName]));
    }

    private static (FactorId Factor, int State)? Pair(TokenCursor cursor, NameReader names) =>
        names.Factor() is { } factor && cursor.Sign("=") && names.State(factor.Known) is { } state ? (factor.Id, state) : null;
}
