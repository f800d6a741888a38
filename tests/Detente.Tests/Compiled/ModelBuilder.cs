using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Tests.Compiled;

/// <summary>Small models straight from records, for tests of what lies below the language.</summary>
internal static class ModelBuilder
{
    public static Factor Factor(string id, int states, FactorScale scale = FactorScale.Ordered, int? initial = null) =>
        new(id, LocalizedText.Same(id), scale, [.. Enumerable.Range(0, states).Select(state => new FactorState($"{id}{state}", LocalizedText.Same($"{id}{state}")))])
        {
            Initial = initial,
        };

    public static Model Model(IEnumerable<Factor> factors, params IEnumerable<Influence> influences) =>
        new() { Id = "small", Title = LocalizedText.Same("Small"), Factors = [.. factors], Influences = [.. influences] };

    public static Influence Weight(int from, int to, double points, ImpactShape shape = ImpactShape.Level) =>
        new($"f{from} -> f{to}", new FactorId(from), new FactorId(to)) { Weight = Estimate.Point(points), Shape = shape };

    public static Influence Cells(int from, int to, params IEnumerable<(int Source, int Target, double Points)> cells) =>
        new($"f{from} -> f{to}", new FactorId(from), new FactorId(to))
        {
            Cells = [.. cells.Select(cell => new ImpactCell(cell.Source, cell.Target, Estimate.Point(cell.Points)))],
        };

    public static Condition In(int factor, params ImmutableArray<int> states) => new FactorIn(new FactorId(factor), states, null);
}
