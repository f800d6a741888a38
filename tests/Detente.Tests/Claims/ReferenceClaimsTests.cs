using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Tests.Claims;

/// <summary>What the reference model says to the claims of its paper: verdicts are pinned, not successes; and what the claims hang on.</summary>
public sealed class ReferenceClaimsTests
{
    private const int Draws = 20;

    private static Model Reference { get; } = ModelText.Read(RepositoryRoot.Combine("models", "nato-russia-2015")).Model!;

    private static VerifyResult Verify(Model model, params string[] claims) => (VerifyResult)new StudyRunner().Run(
        new VerifyStudy(model, new StudyOptions { Draws = Draws, Paths = 100 }) { Claims = [.. claims.Select(name => Place(model, name))] },
        null,
        TestContext.Current.CancellationToken);

    private static int Place(Model model, string name) => model.Claims.Index().Single(claim => claim.Item.Id.EndsWith("-" + name, StringComparison.Ordinal)).Index;

    private static Verdict[] Verdicts(Model model, params string[] claims) => [.. Verify(model, claims).Claims.Select(claim => claim.Verdict)];

    private static int FactorOf(string id) => Reference.Factors.Index().Single(factor => factor.Item.Id == id).Index;

    [Fact]
    public void Verdicts_on_the_paper_are_these()
    {
        var result = Verify(Reference);
        var others = result.Claims.Where(claim => claim.Verdict != Verdict.Holds).Select(claim => $"{Reference.Claims[claim.Claim].Id} {claim.Verdict}");
        Assert.Equal(92, result.Claims.Length);
        Assert.Equal(
            [
                "c08-partnership-is-safer Undecided",
                "c42-strain-shows-force Undecided",
                "c49-hardship-closes Undecided",
                "c54-warsaw-costs-trust Undecided",
                "c77-minsk-first Vacuous",
            ],
            others);
    }

    [Fact]
    public void At_most_a_quarter_of_the_claims_needs_no_run()
    {
        var easy = Reference.Claims.Count(claim => claim.Statement is InitialFact or LoopSign or Invariant { IsAlways: true });
        Assert.True(Reference.Claims.Length >= 60);
        Assert.True(easy * 4 <= Reference.Claims.Length, $"{easy} of {Reference.Claims.Length}");
    }

    [Fact]
    public void Hardship_opens_nothing_without_the_conditional_influence()
    {
        Assert.Equal([Verdict.Holds], Verdicts(Reference, "hardship-opens"));
        var without = Reference with { Influences = Reference.Influences.RemoveAll(influence => influence.Name == "hardship-opens") };
        Assert.Equal(Reference.Influences.Length - 1, without.Influences.Length);
        Assert.Equal([Verdict.Fails], Verdicts(without, "hardship-opens"));
    }

    [Fact]
    public void Nothing_waits_when_the_gates_are_removed()
    {
        string[] gates = ["council-gated", "practical-gated-by-minsk", "practical-gated-by-relations", "practical-gated-by-deterrence"];
        Assert.All(Verdicts(Reference, gates), verdict => Assert.Equal(Verdict.Holds, verdict));
        var open = Reference with
        {
            Measures = [.. Reference.Measures.Select(measure => measure with { Preconditions = [], Early = [] })],
            Strategies = [.. Reference.Strategies.Select(strategy => strategy with { Pursuits = [.. strategy.Pursuits.Select(pursuit => pursuit with { When = null })] })],
        };
        Assert.All(Verdicts(open, gates), verdict => Assert.Equal(Verdict.Fails, verdict));
    }

    [Fact]
    public void Without_the_biases_of_the_images_both_postures_are_high_less_often()
    {
        var images = Reference.Factors.Index().Where(factor => factor.Item.Image is not null).Select(factor => factor.Index).ToHashSet();
        var unbiased = Reference with { Tendencies = Reference.Tendencies.RemoveAll(tendency => images.Contains(tendency.Factor.Index)) };
        Assert.Equal(2, Reference.Tendencies.Length - unbiased.Tendencies.Length);
        double[] differences = [.. Enumerable.Range(1, 16).Select(seed => BothHigh(Reference, (ulong)seed) - BothHigh(unbiased, (ulong)seed))];
        var mean = differences.Average();
        var error = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / differences.Length / (differences.Length - 1));
        Assert.True(mean > 3 * error, $"{mean} ± {error} more often with the biases");
    }

    /// <summary>Share of runs in which both postures are high five years on, judgements at their stated points.</summary>
    private static double BothHigh(Model model, ulong seed)
    {
        var high = new AllOf(
        [
            new FactorIn(new FactorId(FactorOf("nato-posture")), [2, 3], null),
            new FactorIn(new FactorId(FactorOf("russian-posture")), [2, 3], null),
        ]);
        var claim = new Claim("high", null, new QuantityLevel(new Share(high, null, new DateOnly(2020, 9, 30)), 0, null), Provenance.Judgement);
        var result = (VerifyResult)new StudyRunner().Run(
            new VerifyStudy(model with { Claims = [claim] }, new StudyOptions { Draws = 1, Paths = 1_000, Seed = seed }),
            null,
            TestContext.Current.CancellationToken);
        return result.Claims[0].Figures[0].Value;
    }
}
