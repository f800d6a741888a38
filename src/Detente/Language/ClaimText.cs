using System.Collections.Immutable;
using Detente.Language.Expressions;
using Detente.Models;

namespace Detente.Language;

/// <summary>The statements of claims as text: as the language writes them, and as people read them.</summary>
/// <remarks>Deterministic and independent of the machine's culture; cost grows with the number of nodes.</remarks>
public static class ClaimText
{
    /// <summary>The canonical text; it reads back as an equal statement.</summary>
    /// <param name="statement">A statement as the language can state it.</param>
    /// <param name="model">The model whose names it uses.</param>
    public static string Write(Statement statement, Model model) => new ClaimWriter(model).Statement(statement);

    /// <summary>The statement in words, with titles in place of names.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="model">The model whose names it uses; a chance is called a probability only when it forecasts.</param>
    /// <param name="language">The reader's language.</param>
    public static string Explain(Statement statement, Model model, ReaderLanguage language) =>
        new ClaimExplainer(model, language).Statement(statement);

    /// <summary>Each comparison of a factor, in order of appearance, with the states it covers, as <see cref="ConditionText.Comparisons"/>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="model">The model whose names it uses.</param>
    public static ImmutableArray<string> Comparisons(Statement statement, Model model) =>
        [.. Conditions(statement).SelectMany(condition => ConditionText.Comparisons(condition, model))];

    /// <summary>The conditions a statement holds, in order of appearance.</summary>
    internal static IEnumerable<Condition> Conditions(Statement statement) => statement switch
    {
        ComparedWorlds compared => Conditions(compared.Quantity),
        EventResponse response => Conditions(response.Quantity),
        QuantityOrder order => order.Quantities.SelectMany(Conditions),
        QuantityLevel level => Conditions(level.Quantity),
        Invariant { When: { } when } invariant => [invariant.Condition, when],
        Invariant invariant => [invariant.Condition],
        Precedence precedence => [precedence.First, precedence.Second],
        InitialFact fact => [fact.Condition],
        _ => [],
    };

    private static IEnumerable<Condition> Conditions(Quantity quantity) => quantity switch
    {
        Chance { Condition: { } condition } => [condition],
        Share share => [share.Condition],
        EventRate rate => [rate.While],
        _ => [],
    };
}
