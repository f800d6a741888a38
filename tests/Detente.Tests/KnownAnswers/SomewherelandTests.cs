using Detente.Compiled;
using Detente.Studies;

namespace Detente.Tests.KnownAnswers;

/// <summary>
/// Ten of 486 configurations are consistent (cross-impact.de, algorithm page 4); scores, leads and ends of global succession
/// from an independent computation on the published matrix. Integers: they agree exactly.
/// </summary>
public sealed class SomewherelandTests
{
    private static readonly ScenariosResult Result = ScenariosRun.Run(
        new ScenariosStudy(Somewhereland.Model, new StudyOptions()) { Weights = true }, new string('0', 64), null, CancellationToken.None);

    [Fact]
    public void Ten_of_486_configurations_are_consistent()
    {
        Assert.Equal(486, Result.Configurations);
        Assert.Equal(10, Result.Count);
        Assert.Empty(Result.Cycles);
    }

    [Theory]
    [InlineData(0, "0 1 1 0 0 1", 9, 0, 35, "0 0 1 4 5 0")]
    [InlineData(1, "0 2 0 1 2 2", 21, 1, 127, "10 1 3 2 1 4")]
    [InlineData(2, "0 2 1 0 0 1", 14, 0, 55, "4 0 1 4 8 0")]
    [InlineData(3, "0 2 1 0 0 2", 12, 0, 178, "1 0 1 2 8 0")]
    [InlineData(4, "1 0 2 1 1 0", 17, 0, 28, "0 0 4 14 0 4")]
    [InlineData(5, "1 1 2 1 1 0", 15, 0, 19, "0 0 2 14 1 4")]
    [InlineData(6, "2 0 1 0 0 1", 18, 0, 3, "0 0 3 10 10 2")]
    [InlineData(7, "2 0 2 1 0 0", 9, 0, 24, "0 0 3 4 0 2")]
    [InlineData(8, "2 1 1 0 0 1", 19, 0, 3, "0 0 5 10 11 2")]
    [InlineData(9, "2 1 2 1 0 0", 8, 0, 14, "0 0 1 4 1 2")]
    public void Each_has_its_scores_its_leads_and_its_weight(int place, string states, int total, int value, int weight, string leads)
    {
        var scenario = Result.Scenarios[place];
        Assert.Equal(states, CibCase.Join(scenario.States));
        Assert.Equal((100L * total, 100L * value, 0L, new ScenarioWeight(weight, null)), (scenario.TotalImpactHundredths, scenario.ConsistencyHundredths, scenario.InconsistencyHundredths, scenario.Weight!.Value));
        Assert.Equal(leads, string.Join(' ', scenario.Balances.Select(balance =>
        {
            var own = balance.ScoresHundredths[scenario.States[balance.Factor.Index]];
            return (own - balance.ScoresHundredths.Where((_, state) => state != scenario.States[balance.Factor.Index]).Max()) / 100;
        })));
    }

    // The manual's worked example: only the distribution of wealth is inconsistent.
    [Fact]
    public void The_balance_of_the_manuals_example_is_the_printed_one() => Assert.Equal(
        [0, 3, -3, 2, 1, -3, -9, -1, 10, -7, 7, 4, -1, -3, 2, -1, -1],
        ImpactTables.Of(Somewhereland.Model).Balance([1, 0, 2, 0, 0, 0]).SelectMany(scores => scores).Select(score => score / 100));
}
