using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>Whether conditions can hold at any time of any path, within bounds on the states.</summary>
/// <remarks>
/// States are tried. What else a condition asks for (events, measures, dates) is free, either way, the same thing everywhere alike; only
/// <c>held(c)</c> implies c. So "never" is proved, "can hold" means that no state forbids it. One thread.
/// </remarks>
internal sealed class ConditionSearch
{
    // Some milliseconds; conditions as people write them take a few dozen.
    private const int MostBoxes = 20_000;
    private const int Either = 3;
    private const int Yes = 2;
    private readonly Model model;
    private readonly List<UInt128> open;
    private readonly Dictionary<string, int> free = new(StringComparer.Ordinal);
    private int boxes;

    /// <summary>Initialises a search.</summary>
    /// <param name="model">The model.</param>
    /// <param name="states">The states every factor may be in, one bit each.</param>
    public ConditionSearch(Model model, ImmutableArray<UInt128> states)
    {
        this.model = model;
        open = [.. states];
    }

    /// <summary>A condition as a formula.</summary>
    /// <param name="condition">The condition; null always holds.</param>
    public Formula Of(Condition? condition) => condition switch
    {
        null => Formula.True,
        ConstantCondition constant => constant.Value ? Formula.True : Formula.False,
        FactorIn atom => new Literal(atom.Factor.Index, Literal.Bits(atom.States)),
        Not not => new Negation(Of(not.Part)),
        AllOf all => new Threshold(all.Parts.Length, [.. all.Parts.Select(Of)]),
        AnyOf any => new Threshold(1, [.. any.Parts.Select(Of)]),
        AtLeast some => new Threshold(some.Count, [.. some.Parts.Select(Of)]),
        Held held => Formula.All(Of(held.Part), Free(held)),
        InScenario kind => OfKind(kind.Scenario.Index),
        _ => Free(condition),
    };

    /// <summary>That a kind of future is the one that holds: its rule does, and none before it.</summary>
    /// <param name="kind">The kind.</param>
    public Formula OfKind(int kind) => Formula.All(
        [.. model.Scenarios.Take(kind).Select(earlier => new Negation(Of(earlier.Rule))), Of(model.Scenarios[kind].Rule)]);

    /// <summary>Whether a formula of this search can hold.</summary>
    /// <param name="formula">The formula.</param>
    /// <returns>False: proved that it cannot; null: the budget ended the search.</returns>
    public bool? CanHold(Formula formula) => Solve(formula, out _);

    /// <summary>The same, with values at which it holds.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="values">Takes open values of every variable, factors first, for all of which it holds; empty unless it can hold.</param>
    public bool? Solve(Formula formula, out ImmutableArray<UInt128> values)
    {
        boxes = 0;
        UInt128[] box = [.. open];
        var canHold = Search(formula, box);
        values = canHold is true ? [.. box] : [];
        return canHold;
    }

    // True leaves the box at values for which the formula holds.
    private bool? Search(Formula formula, UInt128[] box)
    {
        if (boxes++ == MostBoxes)
        {
            return null;
        }

        if (formula.Read(box) is { } truth)
        {
            return truth;
        }

        var literal = formula.Undecided(box);
        var values = box[literal.Variable];
        foreach (var half in (ReadOnlySpan<UInt128>)[values & literal.Values, values & ~literal.Values])
        {
            box[literal.Variable] = half;
            var canHold = Search(formula, box);
            if (canHold is not false)
            {
                return canHold;
            }
        }

        box[literal.Variable] = values;
        return false;
    }

    private Literal Free(Condition condition)
    {
        var name = ConditionNames.Of(condition, model);
        if (!free.TryGetValue(name, out var variable))
        {
            variable = open.Count;
            open.Add(Either);
            free.Add(name, variable);
        }

        return new Literal(variable, Yes);
    }
}
