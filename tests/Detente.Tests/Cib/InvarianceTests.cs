using System.Collections.Immutable;
using Detente.Cib;
using Detente.Compiled;
using Detente.Models;

namespace Detente.Tests.Cib;

/// <summary>What the choice of names and of a zero point must not change.</summary>
public sealed class InvarianceTests
{
    [Fact]
    public void A_constant_on_a_judgement_group_changes_no_margin_no_scenario_and_no_succession()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var model = AsCells(RandomModel.Of(seed));
            var shifted = Shifted(model, seed);
            Assert.Equal(Consistent(model).Select(found => (Told(found.States), found.Consistency)), Consistent(shifted).Select(found => (Told(found.States), found.Consistency)));
            foreach (var rule in Enum.GetValues<SuccessionRule>())
            {
                Assert.Equal(Ends(model, rule), Ends(shifted, rule));
            }
        }
    }

    [Fact]
    public void New_places_of_factors_and_states_permute_the_scenarios()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var model = AsCells(RandomModel.Of(seed));
            var random = new Random(seed);
            var places = Enumerable.Range(0, model.Factors.Length).ToArray();
            random.Shuffle(places);
            var states = model.Factors.Select(factor =>
            {
                var to = Enumerable.Range(0, factor.States.Length).ToArray();
                random.Shuffle(to);
                return to;
            }).ToArray();
            var expected = Consistent(model).Select(found =>
            {
                var x = new int[places.Length];
                for (var f = 0; f < x.Length; f++)
                {
                    x[places[f]] = states[f][found.States[f]];
                }

                return (Told(x), found.Consistency);
            });
            Assert.Equal(
                expected.OrderBy(found => found.Item1, StringComparer.Ordinal),
                Consistent(Relabelled(model, places, states)).Select(found => (Told(found.States), found.Consistency)).OrderBy(found => found.Item1, StringComparer.Ordinal));
        }
    }

    // The same impacts, cell by cell, all cells named: names of places can then be changed without changing weights.
    private static Model AsCells(Model model)
    {
        var tables = ImpactTables.Of(model);
        return model with
        {
            Influences =
            [
                .. model.Influences.Select((influence, i) => influence with
                {
                    Weight = null,
                    Cells =
                    [
                        .. from a in Enumerable.Range(0, model.Factors[influence.From.Index].States.Length)
                           from b in Enumerable.Range(0, model.Factors[influence.To.Index].States.Length)
                           select new ImpactCell(a, b, Estimate.Point(tables.Row(i, a)[b] / 100.0)),
                    ],
                }),
            ],
        };
    }

    private static Model Shifted(Model model, int seed)
    {
        var random = new Random(seed);
        return model with
        {
            Influences =
            [
                .. model.Influences.Select(influence =>
                {
                    var (row, constant) = (random.Next(4), random.Next(-400, 401) / 100.0);
                    return influence with
                    {
                        Cells = [.. influence.Cells.Select(cell => cell.SourceState == row ? cell with { Impact = Estimate.Point(cell.Impact.Value + constant) } : cell)],
                    };
                }),
            ],
        };
    }

    private static Model Relabelled(Model model, int[] places, int[][] states)
    {
        var factors = new Factor[places.Length];
        for (var f = 0; f < places.Length; f++)
        {
            factors[places[f]] = model.Factors[f] with { Initial = model.Factors[f].Initial is { } initial ? states[f][initial] : null };
        }

        Condition Moved(Condition condition) => condition switch
        {
            FactorIn atom => new FactorIn(new FactorId(places[atom.Factor.Index]), [.. atom.States.Select(state => states[atom.Factor.Index][state])], null),
            Not not => new Not(Moved(not.Part)),
            AllOf all => new AllOf([.. all.Parts.Select(Moved)]),
            AnyOf any => new AnyOf([.. any.Parts.Select(Moved)]),
            AtLeast some => some with { Parts = [.. some.Parts.Select(Moved)] },
            _ => condition,
        };

        return model with
        {
            Factors = [.. factors],
            Influences =
            [
                .. model.Influences.Select(influence => new Influence(influence.Name, new FactorId(places[influence.From.Index]), new FactorId(places[influence.To.Index]))
                {
                    Cells =
                    [
                        .. influence.Cells.Select(cell => new ImpactCell(
                            states[influence.From.Index][cell.SourceState],
                            states[influence.To.Index][cell.TargetState],
                            cell.Impact)),
                    ],
                    When = influence.When is null ? null : Moved(influence.When),
                }).Reverse(),
            ],
        };
    }

    private static List<(string Configurations, long Weight)> Ends(Model model, SuccessionRule rule)
    {
        var space = ConfigurationSpace.Of(model, free: false);
        var blocks = SuccessorBlocks.Of(new BalanceMatrix(ImpactTables.Of(model)), space, rule);
        return
        [
            .. ExactBasins.Sweep(blocks, space, new SweepEffort { Threads = 1 }, CancellationToken.None)!
                .Attractors.Select(end => (string.Join(' ', end.Configurations.Select(x => Told(x))), end.Weight)),
        ];
    }

    private static List<(ImmutableArray<int> States, int Consistency)> Consistent(Model model)
    {
        var matrix = new BalanceMatrix(ImpactTables.Of(model));
        var found = ConsistencySearch.Solve(matrix, ConfigurationSpace.Of(model, free: false), new SearchLimits(100, int.MaxValue), null, CancellationToken.None);
        var scores = new int[matrix.Width];
        return
        [
            .. found.Listed.Select(x =>
            {
                matrix.Score(x.AsSpan(), scores);
                return (x, Consistency.Of(matrix, x.AsSpan(), scores).Value);
            }),
        ];
    }

    private static string Told(IEnumerable<int> x) => string.Join(',', x);
}
