using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Cli.Rules;

/// <summary>A comparison of a factor with a state, and the states it covers.</summary>
/// <param name="Comparison">As written: <c>trust &gt;= guarded</c>.</param>
/// <param name="Factor">The factor.</param>
/// <param name="States">The states it covers, ascending.</param>
internal sealed record CoveredStates(string Comparison, FactorId Factor, ImmutableArray<int> States)
{
    /// <summary>The comparisons in a condition, in order; lists of states are left out, they name their states themselves.</summary>
    public static IEnumerable<CoveredStates> Of(Condition condition, Model model) => condition switch
    {
        AllOf all => all.Parts.SelectMany(part => Of(part, model)),
        AnyOf any => any.Parts.SelectMany(part => Of(part, model)),
        AtLeast some => some.Parts.SelectMany(part => Of(part, model)),
        Not not => Of(not.Part, model),
        Held held => Of(held.Part, model),
        FactorIn { Written: { } written } comparison => [Of(comparison, written, model.Factors[comparison.Factor.Index])],
        _ => [],
    };

    /// <summary>The names of the states covered, or a dash.</summary>
    public string Names(Model model)
    {
        var states = model.Factors[Factor.Index].States;
        return States.IsEmpty ? "-" : string.Join(", ", States.Select(state => states[state].Id));
    }

    private static CoveredStates Of(FactorIn comparison, WrittenComparison written, Factor factor)
    {
        var sign = written.Operator switch
        {
            Models.Comparison.Equal => "=",
            Models.Comparison.NotEqual => "!=",
            Models.Comparison.Less => "<",
            Models.Comparison.LessOrEqual => "<=",
            Models.Comparison.Greater => ">",
            _ => ">=",
        };
        return new($"{factor.Id} {sign} {factor.States[written.State].Id}", comparison.Factor, comparison.States);
    }
}
