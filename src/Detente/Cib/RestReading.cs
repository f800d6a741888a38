using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Cib;

/// <summary>
/// Reads conditions on configurations at rest: the states have always been as they are, nothing happens, no measure is in force,
/// and the date is the last day of the horizon. So <c>held(c)</c> is c; <c>occurred</c>, <c>during</c>, <c>in-force</c> and <c>agreed</c>
/// are false and every count is 0; a date holds as of the horizon's end, and is false without a horizon.
/// </summary>
/// <remarks>On a box of configurations a condition is true, false, or open where some of its configurations differ (Kleene's three values).</remarks>
internal static class RestReading
{
    /// <summary>A truth value; signed so that negation is a change of sign.</summary>
    internal enum Truth
    {
        /// <summary>False on all configurations of the box.</summary>
        False = -1,

        /// <summary>Not decided for the whole box.</summary>
        Open = 0,

        /// <summary>True on all configurations of the box.</summary>
        True = 1,
    }

    /// <summary>Reads a condition on one configuration.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="model">The model it is of.</param>
    /// <param name="x">One state per factor.</param>
    public static bool Holds(Condition condition, Model model, ReadOnlySpan<int> x)
    {
        Span<UInt128> open = new UInt128[x.Length];
        for (var factor = 0; factor < x.Length; factor++)
        {
            open[factor] = UInt128.One << x[factor];
        }

        return Read(condition, model, open) == Truth.True;
    }

    /// <summary>Reads a condition on a box.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="model">The model it is of.</param>
    /// <param name="open">The open states of every factor, one bit each.</param>
    public static Truth Read(Condition condition, Model model, ReadOnlySpan<UInt128> open) => condition switch
    {
        ConstantCondition constant => Of(constant.Value),
        FactorIn atom => Read(atom, open),
        Not not => (Truth)(-(int)Read(not.Part, model, open)),
        AllOf all => Least(all.Parts.Length, all.Parts, model, open),
        AnyOf any => Least(1, any.Parts, model, open),
        AtLeast some => Least(some.Count, some.Parts, model, open),
        Held held => Read(held.Part, model, open),
        CountCondition count => Of(count.Operator.Holds(0, count.Number)),
        DateCondition date => Of(model.Horizon is { } horizon && date.Operator.Holds(horizon.End.DayNumber, date.Date.DayNumber)),
        InScenario inside => Read(inside, model, open),
        _ => Truth.False,
    };

    /// <summary>Whether a condition asks for states anywhere, or for nothing at all: otherwise configurations cannot meet it.</summary>
    /// <param name="condition">The condition.</param>
    public static bool AsksForStates(Condition condition) => condition.Walk().Any(part => part is FactorIn or ConstantCondition);

    /// <summary>The factors whose states decide a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="model">The model it is of.</param>
    public static IEnumerable<int> FactorsIn(Condition condition, Model model) => condition.Walk().SelectMany(part => part switch
    {
        FactorIn atom => [atom.Factor.Index],
        InScenario inside => model.Scenarios.Take(inside.Scenario.Index + 1).SelectMany(kind => FactorsIn(kind.Rule, model)),
        _ => [],
    });

    /// <summary>Refuses a condition on a factor or state that is not there: only in models built by hand.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="model">The model it is of.</param>
    /// <exception cref="ArgumentException">There is one.</exception>
    public static void Check(Condition condition, Model model)
    {
        foreach (var atom in condition.Walk().OfType<FactorIn>())
        {
            var factor = atom.Factor.Index;
            if (factor < 0 || factor >= model.Factors.Length || atom.States.Any(state => state < 0 || state >= model.Factors[factor].States.Length))
            {
                throw new ArgumentException("A condition names a factor or state that the model does not have.", nameof(condition));
            }
        }
    }

    private static Truth Read(FactorIn atom, ReadOnlySpan<UInt128> open)
    {
        var states = open[atom.Factor.Index];
        var covered = states & Bits(atom.States);
        return covered == 0 ? Truth.False : covered == states ? Truth.True : Truth.Open;
    }

    // Its rule and none before it.
    private static Truth Read(InScenario inside, Model model, ReadOnlySpan<UInt128> open)
    {
        var earlier = Truth.False;
        for (var kind = 0; kind < inside.Scenario.Index; kind++)
        {
            earlier = (Truth)Math.Max((int)earlier, (int)Read(model.Scenarios[kind].Rule, model, open));
        }

        return (Truth)Math.Min(-(int)earlier, (int)Read(model.Scenarios[inside.Scenario.Index].Rule, model, open));
    }

    private static Truth Least(int count, ImmutableArray<Condition> parts, Model model, ReadOnlySpan<UInt128> open)
    {
        var (yes, undecided) = (0, 0);
        foreach (var part in parts)
        {
            var truth = Read(part, model, open);
            yes += truth == Truth.True ? 1 : 0;
            undecided += truth == Truth.Open ? 1 : 0;
        }

        return yes >= count ? Truth.True : yes + undecided >= count ? Truth.Open : Truth.False;
    }

    /// <summary>States as bits.</summary>
    /// <param name="states">The states.</param>
    public static UInt128 Bits(ImmutableArray<int> states)
    {
        var bits = UInt128.Zero;
        foreach (var state in states)
        {
            bits |= UInt128.One << state;
        }

        return bits;
    }

    private static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
