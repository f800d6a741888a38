using System.Collections.Immutable;
using System.Numerics;
using Detente.Cib;
using Detente.Compiled;
using Detente.Language;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Finds configurations that neighbour moves do not leave though they are not consistent.</summary>
internal static class RestWarnings
{
    private const int MostListed = 20;
    private const int MostNamed = 10;

    // Of one core.
    private const int MostSeconds = 8;

    /// <summary>Searches with the balance of <c>scenarios</c>: conditional influences count, tendencies do not, factors that nothing influences are held.</summary>
    /// <param name="model">The model.</param>
    /// <param name="mostBoxes">The most boxes of configurations the search looks at; null: some seconds' worth for the size of the model.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>What was found, with a warning if anything was.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (RestPointList Rests, ImmutableArray<Diagnostic> Warnings) Of(Model model, long? mostBoxes, CancellationToken cancellation)
    {
        var matrix = new BalanceMatrix(ImpactTables.Of(model));
        var found = ConsistencySearch.Solve(
            matrix,
            ConfigurationSpace.Of(model, free: false),
            new SearchLimits(0, MostListed, mostBoxes ?? SearchLimits.BoxesIn(matrix, MostSeconds)) { Goal = SearchGoal.RestsOnly },
            null,
            cancellation);
        var rests = new RestPointList((long)BigInteger.Min(found.Count, long.MaxValue), found.Listed, found.Undecided.IsZero);
        return (rests, rests.Count == 0 ? [] : [Warning(model, matrix, rests)]);
    }

    private static Diagnostic Warning(Model model, BalanceMatrix matrix, RestPointList rests)
    {
        var x = rests.Listed[0];
        var jump = Jump(matrix, x);
        var (factor, number) = (model.Factors[jump.Factor], (rests.IsComplete ? "" : "≥ ") + Points.Whole(rests.Count));
        var shown = string.Join(", ", x.Take(MostNamed).Select((state, place) => $"{model.Factors[place].Id} = {model.Factors[place].States[state].Id}"))
            + (x.Length > MostNamed ? ", ..." : "");
        return StudyDiagnostics.Warning(model, StudyDiagnostics.Rests, "influences", new LocalizedText(
            $"Steps to neighbouring states come to rest at configurations that are not consistent ({number}); in the first, {factor.Id} = {factor.States[x[jump.Factor]].Id} would have to jump to {factor.States[jump.State].Id} to gain {Points.EnglishWithUnit(jump.Lead)}: {shown}.",
            $"Schritte zu benachbarten Zuständen kommen an Konfigurationen zur Ruhe, die nicht konsistent sind ({number}); in der ersten müsste {factor.Id} = {factor.States[x[jump.Factor]].Id} nach {factor.States[jump.State].Id} springen, um {Points.GermanWithUnit(jump.Lead)} zu gewinnen: {shown}."));
    }

    // The factor furthest behind its best state, the first on a tie.
    private static (int Factor, int State, int Lead) Jump(BalanceMatrix matrix, ImmutableArray<int> x)
    {
        var scores = new int[matrix.Width];
        matrix.Score(x.AsSpan(), scores);
        var best = (Factor: 0, State: 0, Lead: 0);
        for (var factor = 0; factor < x.Length; factor++)
        {
            var own = scores.AsSpan(matrix.Offsets[factor], matrix.States[factor]);
            var rival = Consistency.BestRival(own, x[factor]);
            if (rival >= 0 && own[rival] - own[x[factor]] > best.Lead)
            {
                best = (factor, rival, own[rival] - own[x[factor]]);
            }
        }

        return best;
    }
}
