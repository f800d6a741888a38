using System.Collections.Immutable;
using System.Numerics;
using Detente.Cib;
using Detente.Compiled;
using Detente.Models;
using Detente.Tests.Compiled;

namespace Detente.Tests.Cib;

/// <summary>A small random model and what is asked of it, from a seed.</summary>
internal sealed record RandomQuestion(int Seed, Model Model)
{
    public bool Free => Seed % 3 == 0;

    public Condition? Where { get; private init; }

    public IReadOnlyList<(int Factor, int State)> Holds { get; private init; } = [];

    public BalanceMatrix Matrix => new(ImpactTables.Of(Model));

    public ConfigurationSpace Space
    {
        get
        {
            var space = ConfigurationSpace.Of(Model, Free).Holding(Holds);
            return Where is null ? space : space.Meeting(Where);
        }
    }

    public SearchLimits Limits => new(Seed % 5 * 50, int.MaxValue)
    {
        Strategy = (SearchStrategy)(Seed % 7 % 3),
        Threads = 1 + (Seed % 11 % 3),
    };

    /// <summary>Number of configurations there are, whatever they must meet.</summary>
    public BigInteger Configurations => All().Count();

    public static RandomQuestion Of(int seed)
    {
        var (model, random) = (RandomModel.WithBarriers(seed), new Random(seed + 1_000_000));
        var factors = model.Factors;
        ImmutableArray<int> Some(int factor) => [.. Enumerable.Range(0, factors[factor].States.Length).Where(_ => random.Next(2) == 0)];
        Condition Atom() => random.Next(factors.Length) is var factor ? ModelBuilder.In(factor, [.. Some(factor)]) : throw new InvalidOperationException();
        return new RandomQuestion(seed, model)
        {
            Where = random.Next(9) switch
            {
                0 => Atom(),
                1 => new Not(Atom()),
                2 => new AnyOf([new Not(Atom()), Atom()]),
                3 => new AllOf([Atom(), new AnyOf([Atom(), Atom()])]),
                4 => new AtLeast(2, [Atom(), Atom(), Atom()]),
                _ => null,
            },
            Holds = [.. Enumerable.Range(0, factors.Length).Where(_ => random.Next(8) == 0).Select(factor => (factor, random.Next(factors[factor].States.Length)))],
        };
    }

    /// <summary>What is consistent, in lexical order: a held factor may be in any state, that of others is asked.</summary>
    public List<int[]> TryEverything(int? tolerance = null) =>
    [
        .. All().Where(x => !BruteForce.IsBarred(Model, x)
            && (Where is null || BruteForce.Holds(Where, x))
            && BruteForce.ConsistencyValue(BruteForce.Balance(Model, x), x, factor => Holds.All(hold => hold.Factor != factor)) >= -(tolerance ?? Limits.ToleranceHundredths)),
    ];

    private IEnumerable<int[]> All()
    {
        var moved = Model with { Factors = [.. Model.Factors.Select((factor, place) => Holds.Any(hold => hold.Factor == place) ? factor with { Initial = null } : factor)] };
        return BruteForce.Configurations(moved, Free).Where(x => Holds.All(hold => x[hold.Factor] == hold.State));
    }
}
