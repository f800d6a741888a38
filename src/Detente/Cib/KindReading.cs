using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Cib;

/// <summary>Which configurations one kind of future can be, and must be.</summary>
/// <param name="HasStatePart">Whether its rule says anything about states, or is constant; otherwise no configuration is counted.</param>
/// <param name="Possible">Configurations that it can be.</param>
/// <param name="Certain">Those of them that it is whatever else happens.</param>
internal sealed record KindReading(bool HasStatePart, KindMembers Possible, KindMembers Certain)
{
    /// <summary>
    /// Reads configurations by the rules of the kinds. A configuration says nothing about events, measures, dates and the past, so a rule is
    /// true, false, or open on it: open where these decide (Kleene's three values). <c>held(c)</c> is false where c is, else open;
    /// <c>in-scenario</c> is open. A configuration can be a kind when the rule is not false and no earlier one is true; it must be one when
    /// the rule is true and every earlier one is false. So it can be of several kinds, and is certainly of one at most.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="configurations">The configurations in lexical order, with total impact scores.</param>
    /// <returns>One reading per kind, in declaration order. Places are those in <paramref name="configurations"/>; the best has the highest score, the first on a tie.</returns>
    /// <exception cref="ArgumentException">A rule names a factor or state that is not there: only in models built by hand.</exception>
    public static ImmutableArray<KindReading> Of(Model model, IReadOnlyList<(ImmutableArray<int> States, long TotalImpact)> configurations)
    {
        var rules = model.Scenarios.Select(scenario => scenario.Rule).ToArray();
        var says = rules.Select(SaysStates).ToArray();
        Array.ForEach(rules, rule => Check(rule, model));
        var (possible, certain) = (new KindMembers[rules.Length], new KindMembers[rules.Length]);
        for (var place = 0; place < configurations.Count; place++)
        {
            var (isOpen, isDecided) = (false, false);
            for (var kind = 0; kind < rules.Length && !isDecided; kind++)
            {
                var truth = Read(rules[kind], configurations[place].States);
                if (says[kind] && truth != Truth.False)
                {
                    possible[kind] = possible[kind].With(place, configurations);
                    certain[kind] = truth == Truth.True && !isOpen ? certain[kind].With(place, configurations) : certain[kind];
                }

                isOpen |= truth == Truth.Open;
                isDecided = truth == Truth.True;
            }
        }

        return [.. says.Select((said, kind) => new KindReading(said, possible[kind], certain[kind]))];
    }

    private static Truth Read(Condition condition, ImmutableArray<int> x) => condition switch
    {
        ConstantCondition constant => constant.Value ? Truth.True : Truth.False,
        FactorIn atom => atom.States.Contains(x[atom.Factor.Index]) ? Truth.True : Truth.False,
        Not not => (Truth)(-(int)Read(not.Part, x)),
        AllOf all => Least(all.Parts.Length, all.Parts, x),
        AnyOf any => Least(1, any.Parts, x),
        AtLeast some => Least(some.Count, some.Parts, x),
        Held held => Read(held.Part, x) == Truth.False ? Truth.False : Truth.Open,
        _ => Truth.Open,
    };

    private static Truth Least(int count, ImmutableArray<Condition> parts, ImmutableArray<int> x)
    {
        var (yes, open) = (0, 0);
        foreach (var part in parts)
        {
            var truth = Read(part, x);
            yes += truth == Truth.True ? 1 : 0;
            open += truth == Truth.Open ? 1 : 0;
        }

        return yes >= count ? Truth.True : yes + open >= count ? Truth.Open : Truth.False;
    }

    private static bool SaysStates(Condition condition) => condition switch
    {
        FactorIn or ConstantCondition => true,
        Held held => SaysStates(held.Part),
        _ => Parts(condition).Any(SaysStates),
    };

    private static void Check(Condition condition, Model model)
    {
        if (condition is FactorIn { Factor.Index: var factor } atom
            && (factor < 0 || factor >= model.Factors.Length || atom.States.Any(state => state < 0 || state >= model.Factors[factor].States.Length)))
        {
            throw new ArgumentException("The rule of a scenario names a factor or state that the model does not have.", nameof(model));
        }

        foreach (var part in Parts(condition))
        {
            Check(part, model);
        }
    }

    private static ImmutableArray<Condition> Parts(Condition condition) => condition switch
    {
        Not not => [not.Part],
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        AtLeast some => some.Parts,
        Held held => [held.Part],
        _ => [],
    };

    // Signed so that negation is a change of sign.
    private enum Truth
    {
        False = -1,
        Open = 0,
        True = 1,
    }
}

/// <summary>The configurations of one kind.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Best">Place of the one with the highest total impact score, the first on a tie; null when there is none.</param>
internal readonly record struct KindMembers(long Count, int? Best)
{
    /// <summary>These and one more, which comes after them.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="configurations">All configurations.</param>
    public KindMembers With(int place, IReadOnlyList<(ImmutableArray<int> States, long TotalImpact)> configurations) =>
        new(Count + 1, Best is { } best && configurations[best].TotalImpact >= configurations[place].TotalImpact ? best : place);
}
