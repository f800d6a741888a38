using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Structure;

namespace Detente.Studies;

/// <summary>Answers what shapes the relationship, from the graph of influences alone.</summary>
internal static class StructureRun
{
    private const int MostLoops = 10;

    /// <summary>Reads the structure of a model, every judgement at its stated point. Deterministic.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Stops the search for loops.</param>
    /// <exception cref="ArgumentException">A model with references to nowhere: only one built by hand.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static StructureSummary Run(Model model, CancellationToken cancellation)
    {
        var graph = InfluenceGraph.Of(model, ImpactTables.Of(model));
        var loops = ImageLoops.Find(graph, [.. model.Factors.Select(factor => factor.Image is not null)], MostLoops, cancellation);
        return new StructureSummary(
            Roles(model, graph.Strengths),
            graph.Strengths,
            [.. loops.Strongest.Select(loop => new FeedbackLoop([.. loop.Factors.Select(factor => new FactorId(factor))], true, loop.Strength))])
        {
            LoopsSearchedToLength = loops.SearchedLength,
        };
    }

    private static ImmutableArray<FactorRole> Roles(Model model, ImmutableArray<double> strengths)
    {
        var (influence, dependence) = (new double[model.Factors.Length], new double[model.Factors.Length]);
        for (var i = 0; i < strengths.Length; i++)
        {
            influence[model.Influences[i].From.Index] += strengths[i];
            dependence[model.Influences[i].To.Index] += strengths[i];
        }

        return [.. influence.Select((sum, factor) => new FactorRole(new FactorId(factor), sum, dependence[factor]))];
    }
}
