using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Cib;

/// <summary>What configurations must meet besides their balances, read at rest (see <see cref="RestReading"/>): no barred state, and the condition that was asked for.</summary>
/// <remarks>A state that is barred cannot be chosen, yet remains a rival: conditions touch the open states only, never the bounds.</remarks>
internal sealed class SideConditions
{
    private readonly Model model;
    private readonly ImmutableArray<(Condition Condition, ImmutableArray<int> Asks)> conditions;

    /// <summary>Initialises the conditions of a space.</summary>
    /// <param name="space">The space.</param>
    /// <exception cref="ArgumentException">A condition names a factor or state that is not there: only in models built by hand.</exception>
    public SideConditions(ConfigurationSpace space)
    {
        model = space.Model;
        var barriers = model.Barred.Select(barrier => (Condition)new Not(new AllOf([new FactorIn(barrier.Factor, barrier.States, null), barrier.While])));
        conditions =
        [
            .. barriers.Concat(space.Where is null ? [] : Parts(space.Where))
                .Select(condition => (condition, RestReading.FactorsIn(condition, model).Distinct().ToImmutableArray())),
        ];
        foreach (var (condition, _) in conditions)
        {
            RestReading.Check(condition, model);
        }
    }

    private SideConditions(Model model, ImmutableArray<(Condition Condition, ImmutableArray<int> Asks)> conditions)
    {
        this.model = model;
        this.conditions = conditions;
    }

    /// <summary>Those of them that ask for some factors, or for none that is not settled.</summary>
    /// <param name="factors">The factors.</param>
    /// <param name="open">The open states of every factor.</param>
    public SideConditions For(ImmutableArray<int> factors, UInt128[] open) =>
        new(model, [.. conditions.Where(condition => condition.Asks.All(factor => factors.Contains(factor) || UInt128.PopCount(open[factor]) == 1))]);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => conditions.IsEmpty;

    /// <summary>The factors that each of the conditions asks for.</summary>
    public IEnumerable<ImmutableArray<int>> Asks => conditions.Select(condition => condition.Asks);

    /// <summary>Closes every state with which some condition cannot be met in the box, one look at each.</summary>
    /// <param name="open">The open states of every factor, one bit each; changed by <paramref name="restrict"/> only.</param>
    /// <param name="restrict">Leaves a factor some of its states.</param>
    /// <returns>Whether any was closed; null when a condition cannot be met at all.</returns>
    public bool? Close(UInt128[] open, Action<int, UInt128> restrict)
    {
        var hasClosed = false;
        foreach (var (condition, asks) in conditions)
        {
            var truth = RestReading.Read(condition, model, open);
            if (truth == RestReading.Truth.False)
            {
                return null;
            }

            foreach (var factor in truth == RestReading.Truth.True ? [] : asks)
            {
                var left = Possible(condition, factor, open);
                if (left == 0)
                {
                    return null;
                }

                if (left != open[factor])
                {
                    restrict(factor, left);
                    hasClosed = true;
                }
            }
        }

        return hasClosed;
    }

    /// <summary>Marks the factors that must be settled before it is known whether every condition is met.</summary>
    /// <param name="open">The open states of every factor, one bit each.</param>
    /// <param name="inDoubt">One mark per factor; marks are only added.</param>
    public void Doubt(ReadOnlySpan<UInt128> open, Span<bool> inDoubt)
    {
        foreach (var (condition, asks) in conditions)
        {
            if (RestReading.Read(condition, model, open) == RestReading.Truth.True)
            {
                continue;
            }

            foreach (var factor in asks)
            {
                inDoubt[factor] = true;
            }
        }
    }

    private static IEnumerable<Condition> Parts(Condition condition) => condition is AllOf all ? all.Parts.SelectMany(Parts) : [condition];

    private UInt128 Possible(Condition condition, int factor, UInt128[] open)
    {
        var all = open[factor];
        var possible = UInt128.Zero;
        for (var left = all; left != 0; left &= left - 1)
        {
            open[factor] = left & (~left + 1);
            possible |= RestReading.Read(condition, model, open) == RestReading.Truth.False ? 0 : open[factor];
        }

        open[factor] = all;
        return possible;
    }
}
