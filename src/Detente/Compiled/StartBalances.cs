using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>What speaks for and against the states of every factor at the start, every number at its stated point, nothing pushed.</summary>
/// <remarks>Factors have stood at their initial states, so a delayed influence reads them, too; an influence with a condition counts if it holds there.</remarks>
internal sealed class StartBalances
{
    private readonly CompiledModel model;
    private readonly PathView view;
    private readonly ImmutableArray<StartPart> parts;

    /// <summary>Adds up the balances of a model.</summary>
    /// <param name="model">The model.</param>
    public StartBalances(CompiledModel model)
    {
        this.model = model;
        view = new PathView(model.Conditions, model.Factors.Length, model.Measures.Length);
        for (var factor = 0; factor < view.States.Length; factor++)
        {
            view.States[factor] = model.Factors[factor].Initial;
        }

        view.Reset();
        var tables = ImpactTables.Of(model.Model);
        var points = model.Numbers.StatedPoints();
        parts =
        [
            .. model.Impacts.Influences
                .Where(influence => influence.When?.Holds(view.States) ?? true)
                .Select(influence => new StartPart(influence.Target, influence.Source, [.. tables.Row(influence.Index, view.States[influence.Source])])),
            .. model.Tendencies.Select(tendency => new StartPart(tendency.Factor, null, [.. Impacts.OfLean(Impacts.Hundredths(points[tendency.Slot]), tendency.Numerators)])),
        ];
    }

    /// <summary>What acts on a factor at the start: influences, then tendencies, each in declaration order.</summary>
    /// <param name="factor">The factor.</param>
    public IEnumerable<StartPart> On(int factor) => parts.Where(part => part.Factor == factor);

    /// <summary>The state that the redraws could bring a factor to and that its balance prefers most to its initial one, the first on a tie.</summary>
    /// <param name="factor">The factor.</param>
    /// <returns>The state, and its lead over the initial one in hundredths of a point, above 0; null when there is none.</returns>
    public (int State, int Lead)? Preferred(int factor)
    {
        var compiled = model.Factors[factor];
        var balance = new int[compiled.States];
        foreach (var part in On(factor))
        {
            for (var state = 0; state < balance.Length; state++)
            {
                balance[state] += part.Points[state];
            }
        }

        (int State, int Lead)? best = null;
        for (var state = 0; state < balance.Length; state++)
        {
            var lead = balance[state] - balance[compiled.Initial];
            var movesThere = (compiled.MovesToNeighbours && state < compiled.Initial ? compiled.DownSlot : compiled.UpSlot) >= 0;
            if (lead > (best?.Lead ?? 0) && movesThere && !IsBarred(factor, state))
            {
                best = (state, lead);
            }
        }

        return best;
    }

    private bool IsBarred(int factor, int state)
    {
        foreach (var barrier in model.Factors[factor].Barriers)
        {
            if (barrier.States[state] && view.Holds(barrier.While))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What one influence, or one tendency, adds to the states of a factor at the start.</summary>
/// <param name="Factor">The factor it acts on.</param>
/// <param name="Source">The factor it comes from; null for a tendency.</param>
/// <param name="Points">By state, in hundredths of a point.</param>
internal sealed record StartPart(int Factor, int? Source, ImmutableArray<int> Points);
