using System.Collections.Immutable;
using Detente.Language.Expressions;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Language;

/// <summary>What came of reading a condition that stands in no model.</summary>
/// <param name="Condition">The condition; null exactly when there is an error among the diagnostics.</param>
/// <param name="Diagnostics">All mistakes and doubts, by place.</param>
public sealed record ConditionReading(Condition? Condition, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Conditions as text: as the language writes them, and as people read them.</summary>
/// <remarks>Deterministic and independent of the machine's culture; cost grows with the number of nodes.</remarks>
public static class ConditionText
{
    /// <summary>Reads a condition that stands in no model, with the names of one.</summary>
    /// <param name="text">The text, of 10,000 characters at most.</param>
    /// <param name="model">The model whose names it uses.</param>
    /// <param name="fileName">What spans call the text.</param>
    public static ConditionReading Parse(string text, Model model, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(fileName);
        var bag = new DiagnosticBag();
        var condition = ConditionParser.Parse(LocatedText.Of(text, fileName), Names.Of(model), bag);
        return new ConditionReading(condition, bag.InOrderOf([fileName]));
    }

    /// <summary>The canonical text: one blank between words, parentheses only where needed. It reads back as an equal condition.</summary>
    /// <param name="condition">A condition as the language can state it: joined parts are two or more, lists of states name at least one.</param>
    /// <param name="model">The model whose names it uses.</param>
    public static string Write(Condition condition, Model model) => new ConditionWriter(model).Any(condition);

    /// <summary>The condition in words, with titles in place of names and with the states every comparison covers.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="model">The model whose names it uses.</param>
    /// <param name="language">The reader's language.</param>
    public static string Explain(Condition condition, Model model, ReaderLanguage language) =>
        new ConditionExplainer(model, language).Any(condition);

    /// <summary>Each comparison of a factor, in order of appearance, with the states it covers: <c>trust >= guarded: guarded, working</c>.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="model">The model whose names it uses.</param>
    /// <returns>One line for each comparison; a comparison that covers nothing ends with <c>(none)</c>.</returns>
    public static ImmutableArray<string> Comparisons(Condition condition, Model model)
    {
        var writer = new ConditionWriter(model);
        return
        [
            .. from part in condition.Walk().OfType<FactorIn>()
               where part.Written is not null
               let states = model.Factors[part.Factor.Index].States
               let covered = part.States.IsEmpty ? "(none)" : string.Join(", ", part.States.Select(state => states[state].Id))
               select $"{writer.Any(part)}: {covered}",
        ];
    }
}
