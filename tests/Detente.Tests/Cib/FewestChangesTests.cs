using System.Collections.Immutable;
using Detente.Cib;
using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Cib;

public sealed class FewestChangesTests
{
    [Fact]
    public void A_bounded_search_claims_no_more_than_it_has_seen()
    {
        var (unproven, proven) = (0, 0);
        for (var seed = 0; seed < 2_000; seed++)
        {
            var (model, random) = (RandomModel.Of(seed), new Random(seed));
            ImmutableArray<int> x = [.. model.Factors.Select(factor => random.Next(factor.States.Length))];
            var (matrix, isOrdered) = (new BalanceMatrix(ImpactTables.Of(model)), model.Factors.Select(factor => factor.Scale == FactorScale.Ordered).ToImmutableArray());
            for (var factor = 0; factor < x.Length; factor++)
            {
                for (var rival = 0; rival < matrix.States[factor]; rival++)
                {
                    var contest = new Contest(matrix, x, factor, rival);
                    if (rival == x[factor] || contest.Lead < 0)
                    {
                        continue;
                    }

                    var (bounded, all) = (FewestChanges.Find(contest, isOrdered, 1), FewestChanges.Find(contest, isOrdered));
                    Assert.True(all.IsProven);
                    Assert.True(!bounded.IsProven || bounded.Changes.Length == all.Changes.Length, $"seed {seed}");
                    Assert.True(bounded.Changes.IsEmpty || bounded.Changes.Length >= all.Changes.Length, $"seed {seed}");
                    (unproven, proven) = bounded.IsProven ? (unproven, proven + 1) : (unproven + 1, proven);
                }
            }
        }

        Assert.True(unproven > 20 && proven > 1_000, $"{unproven} unproven, {proven} proven");
    }

    // b's first state leads by 2. The second influence, of 3 points for the other state, counts in a2 with c2 and d2 only: one group of three.
    [Fact]
    public void Factors_that_a_condition_joins_are_changed_together()
    {
        var model = Model(
            [Factor("a", 2), Factor("b", 2), Factor("c", 2), Factor("d", 2)],
            Cells(0, 1, (0, 0, 2), (1, 0, 2)),
            Cells(0, 1, (1, 1, 3)) with { When = new AllOf([In(2, 1), In(3, 1)]) });
        var contest = new Contest(new BalanceMatrix(ImpactTables.Of(model)), [0, 0, 0, 0], 1, 1);
        Assert.Equal([(0, 1), (2, 1), (3, 1)], FewestChanges.Find(contest, [true, true, true, true]).Changes);
        var bounded = FewestChanges.Find(contest, [true, true, true, true], 1);
        Assert.True(bounded is { Changes.IsEmpty: true, IsProven: false });
    }
}
