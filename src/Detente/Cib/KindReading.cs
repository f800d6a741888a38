using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Cib;

/// <summary>Which configurations one kind of future is at rest.</summary>
/// <param name="HasStatePart">Whether its rule asks for states, or for nothing; otherwise no configuration is counted.</param>
/// <param name="Count">How many configurations are of this kind.</param>
/// <param name="Best">Place of the one with the highest total impact score, the first on a tie; null when there is none.</param>
internal sealed record KindReading(bool HasStatePart, long Count, int? Best)
{
    /// <summary>Gives every configuration to the first kind whose rule it meets at rest (see <see cref="RestReading"/>): to one at most.</summary>
    /// <param name="model">The model.</param>
    /// <param name="configurations">The configurations in lexical order, with total impact scores.</param>
    /// <returns>One reading per kind, in declaration order. Places are those in <paramref name="configurations"/>.</returns>
    /// <exception cref="ArgumentException">A rule names a factor or state that is not there: only in models built by hand.</exception>
    public static ImmutableArray<KindReading> Of(Model model, IReadOnlyList<(ImmutableArray<int> States, long TotalImpact)> configurations)
    {
        var kinds = model.Scenarios.Select(scenario => new KindReading(RestReading.AsksForStates(scenario.Rule), 0, null)).ToArray();
        foreach (var scenario in model.Scenarios)
        {
            RestReading.Check(scenario.Rule, model);
        }

        for (var place = 0; place < configurations.Count; place++)
        {
            var (states, score) = configurations[place];
            if (KindOf(model, states) is { } kind)
            {
                var found = kinds[kind];
                var isBetter = found.Best is not { } best || score > configurations[best].TotalImpact;
                kinds[kind] = found with { Count = found.Count + 1, Best = isBetter ? place : found.Best };
            }
        }

        return [.. kinds];
    }

    /// <summary>The first kind whose rule a configuration meets at rest; null when there is none, or when its rule says nothing about states.</summary>
    /// <param name="model">The model.</param>
    /// <param name="states">One state per factor.</param>
    public static int? KindOf(Model model, ImmutableArray<int> states)
    {
        for (var kind = 0; kind < model.Scenarios.Length; kind++)
        {
            if (RestReading.Holds(model.Scenarios[kind].Rule, model, states.AsSpan()))
            {
                return RestReading.AsksForStates(model.Scenarios[kind].Rule) ? kind : null;
            }
        }

        return null;
    }
}
