using Detente.Cib;
using Detente.Compiled;
using Detente.Models;

namespace Detente.Tests.KnownAnswers;

/// <summary>
/// The cross-impact matrices of the shared cases: published models (Stockholm Environment Institute; Schweizer and Jamieson-Lane 2023;
/// Weimer-Jehle's Somewhereland) and random ones, with sets, scores and basins computed elsewhere. All numbers are integers and agree exactly.
/// </summary>
public sealed class CibCaseTests
{
    public static TheoryData<string> Cases => [.. CibCase.Names];

    public static TheoryData<string, string> Successions => new(
        from name in CibCase.Names
        from rule in Enum.GetNames<SuccessionRule>()
        select (name, rule));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_consistent_scenarios_and_their_scores_are_those_known(string name)
    {
        var known = CibCase.Read(name);
        var found = Solve(known.Model, 0);
        var matrix = new BalanceMatrix(ImpactTables.Of(known.Model));
        var scored = found.Listed.Select(x =>
        {
            var scores = new int[matrix.Width];
            matrix.Score(x.AsSpan(), scores);
            var consistency = Consistency.Of(matrix, x.AsSpan(), scores);
            return (CibCase.Join(x), (int)consistency.TotalImpact / 100, consistency.Value / 100);
        }).ToList();
        Assert.Equal(known.Consistent, scored);
        if (known.Published.Any())
        {
            Assert.Equal(known.Published, scored);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void As_many_configurations_as_known_stay_within_each_inconsistency(string name)
    {
        var known = CibCase.Read(name);
        Assert.SkipUnless(known.CountsByInconsistency.Any(), "The case says nothing about inconsistent configurations.");
        Assert.All(known.CountsByInconsistency, entry => Assert.Equal(entry.Count, Solve(known.Model, 100 * entry.Points).Count));
    }

    [Theory]
    [MemberData(nameof(Successions))]
    public void Every_configuration_ends_where_it_is_known_to(string name, string rule)
    {
        var known = CibCase.Read(name);
        var basins = known.Ends(rule switch
        {
            nameof(SuccessionRule.Global) => "basins_global",
            nameof(SuccessionRule.Local) => "basins_local_max_inconsistency",
            nameof(SuccessionRule.Sequential) => "basins_sequential_in_descriptor_order",
            _ => "basins_incremental_one_step",
        });
        Assert.SkipWhen(basins is null, "The case has no basins of this succession.");
        var space = ConfigurationSpace.Of(known.Model, free: true);
        Assert.SkipWhen(space.Count > 100_000_000, "The case has more configurations than fit a quick test.");
        var blocks = SuccessorBlocks.Of(new BalanceMatrix(ImpactTables.Of(known.Model)), space, Enum.Parse<SuccessionRule>(rule));
        List<Attractor> found = [.. ExactBasins.Sweep(blocks, space, new SweepEffort(), CancellationToken.None)!.Attractors];
        Assert.Equal(basins!.Count(), found.Count);

        // A cycle is named by some configuration on it.
        Assert.All(basins!, basin => Assert.Single(found, attractor =>
            attractor.Weight == basin.Weight
                && attractor.Configurations.Length == basin.Length
                && attractor.Configurations.Any(x => CibCase.Join(x) == basin.Representative)));
    }

    private static ConsistentSet Solve(Model model, int tolerance) => ConsistencySearch.Solve(
        new BalanceMatrix(ImpactTables.Of(model)), ConfigurationSpace.Of(model, free: true), new SearchLimits(tolerance, 10_000), null, CancellationToken.None);
}
