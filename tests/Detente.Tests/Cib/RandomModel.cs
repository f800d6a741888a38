using System.Collections.Immutable;
using Detente.Models;
using Detente.Tests.Compiled;

namespace Detente.Tests.Cib;

/// <summary>Small models of every kind of influence, from a seed: few distinct values, so that ties and boundary cases are common.</summary>
internal static class RandomModel
{
    public static Model Of(int seed, int mostFactors = 5, int mostStates = 4)
    {
        var random = new Random(seed);
        var factors = Enumerable.Range(0, random.Next(2, mostFactors + 1)).Select(f =>
        {
            var states = random.Next(1, mostStates + 1);
            return ModelBuilder.Factor($"f{f}", states, random.Next(3) == 0 ? FactorScale.Nominal : FactorScale.Ordered, random.Next(2) == 0 ? random.Next(states) : null);
        }).ToArray();
        var influences = from i in Enumerable.Range(0, random.Next(1, 3 * factors.Length))
                         select Influence(random, factors);
        return ModelBuilder.Model(factors, influences);
    }

    /// <summary>The same, with states barred in one model of three.</summary>
    public static Model WithBarriers(int seed)
    {
        var (model, random) = (Of(seed), new Random(seed));
        var factors = model.Factors.ToArray();
        return random.Next(3) > 0 ? model : model with { Barred = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Barred(random, factors))] };
    }

    private static Models.Barrier Barred(Random random, Factor[] factors)
    {
        var factor = random.Next(factors.Length);
        ImmutableArray<int> states = [.. Enumerable.Range(0, factors[factor].States.Length).Where(_ => random.Next(2) == 0)];
        return new Models.Barrier(new FactorId(factor), states, random.Next(4) == 0 ? new ConstantCondition(true) : When(random, factors), Provenance.Judgement);
    }

    private static Influence Influence(Random random, Factor[] factors)
    {
        // The last factor is rarely a target, so that factors that nothing influences occur; diagonals occur by themselves.
        var (source, target) = (random.Next(factors.Length), random.Next(random.Next(4) == 0 ? factors.Length : factors.Length - 1));
        var areOrdered = factors[source].Scale == FactorScale.Ordered && factors[target].Scale == FactorScale.Ordered;
        var influence = areOrdered && random.Next(2) == 0
            ? ModelBuilder.Weight(source, target, Points(random), random.Next(4) == 0 ? ImpactShape.Linear : ImpactShape.Level)
            : ModelBuilder.Cells(
                source,
                target,
                from a in Enumerable.Range(0, factors[source].States.Length)
                from b in Enumerable.Range(0, factors[target].States.Length)
                where random.Next(3) > 0
                select (a, b, Points(random)));
        return random.Next(4) == 0 ? influence with { When = When(random, factors) } : influence;
    }

    private static double Points(Random random) => random.Next(8) == 0 ? random.Next(-300, 301) / 100.0 : random.Next(-3, 4);

    private static Condition When(Random random, Factor[] factors)
    {
        var pair = new[] { random.Next(factors.Length), random.Next(factors.Length) };
        Condition Atom() => In(random, factors, pair[random.Next(2)]);
        return random.Next(5) switch
        {
            0 => Atom(),
            1 => new Not(Atom()),
            2 => new AllOf([Atom(), Atom()]),
            3 => new AnyOf([Atom(), new Not(Atom())]),
            _ => new AtLeast(2, [Atom(), Atom(), Atom()]),
        };
    }

    private static Condition In(Random random, Factor[] factors, int factor) =>
        ModelBuilder.In(factor, [.. Enumerable.Range(0, factors[factor].States.Length).Where(_ => random.Next(2) == 0)]);
}
