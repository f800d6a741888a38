using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Cib;

/// <summary>The states that a model bars in configurations at rest (see <see cref="RestReading"/>). They cannot be chosen, yet remain rivals.</summary>
internal sealed class ClosedStates
{
    private readonly Model model;
    private readonly ImmutableArray<(int Factor, UInt128 States, Condition While, ImmutableArray<int> Asks)> barriers;

    /// <summary>Initialises the barriers of a model.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">A barrier names a factor or state that is not there: only in models built by hand.</exception>
    public ClosedStates(Model model)
    {
        this.model = model;
        foreach (var barrier in model.Barred)
        {
            RestReading.Check(new FactorIn(barrier.Factor, barrier.States, null), model);
            RestReading.Check(barrier.While, model);
        }

        barriers =
        [
            .. model.Barred.Select(barrier => (
                barrier.Factor.Index,
                RestReading.Bits(barrier.States),
                barrier.While,
                RestReading.FactorsIn(barrier.While, model).Distinct().ToImmutableArray())),
        ];
    }

    /// <summary>Closes the states barred in the whole box.</summary>
    /// <param name="box">The box.</param>
    /// <returns>Whether any was closed; null when a factor has no state left.</returns>
    public bool? Close(OpenStates box)
    {
        var hasClosed = false;
        foreach (var barrier in barriers)
        {
            var left = box.Open[barrier.Factor] & ~barrier.States;
            if (left == box.Open[barrier.Factor] || RestReading.Read(barrier.While, model, box.Open) != RestReading.Truth.True)
            {
                continue;
            }

            if (left == 0)
            {
                return null;
            }

            box.Restrict(barrier.Factor, left);
            hasClosed = true;
        }

        return hasClosed;
    }

    /// <summary>Marks the factors that must be settled before it is known whether an open state is barred.</summary>
    /// <param name="box">The box, closed.</param>
    /// <param name="inDoubt">One mark per factor; marks are only added.</param>
    public void Doubt(OpenStates box, Span<bool> inDoubt)
    {
        foreach (var barrier in barriers)
        {
            if ((box.Open[barrier.Factor] & barrier.States) == 0 || RestReading.Read(barrier.While, model, box.Open) != RestReading.Truth.Open)
            {
                continue;
            }

            foreach (var factor in barrier.Asks)
            {
                inDoubt[factor] = true;
            }
        }
    }
}
