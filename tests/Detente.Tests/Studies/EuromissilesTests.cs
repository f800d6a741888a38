using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Tests.Studies;

/// <summary>The second rivalry: another conflict in the same language, and how it answers its claims.</summary>
public sealed class EuromissilesTests
{
    private static readonly StudyOptions Some = new() { Draws = 10, Paths = 100 };

    private static Model Model { get; } =
        ModelText.Read(RepositoryRoot.Combine("models", "euromissiles-1979")).Model ?? throw new InvalidDataException("The model cannot be read.");

    private static StudyResult Run(Study study) => new StudyRunner().Run(study, null, CancellationToken.None);

    [Fact]
    public void Nothing_is_to_be_said_of_the_text() =>
        Assert.Empty(ModelText.Read(RepositoryRoot.Combine("models", "euromissiles-1979")).Diagnostics);

    [Fact]
    public void No_rate_rests_on_what_was_written_after_the_cut_off()
    {
        var stochastic = Model.Events.Where(one => one.Trigger is Stochastic).ToList();
        Assert.True(stochastic.Count > 4);
        Assert.All(stochastic, one => Assert.NotNull(one.Provenance.Because));
        Assert.All(
            stochastic.SelectMany(one => one.Provenance.Sources),
            reference => Assert.True((Model.Sources[reference.Source.Index].Year ?? 0) <= Model.Cutoff!.Value.Year));
    }

    [Fact]
    public void Every_judgement_has_a_reason()
    {
        Assert.All(Model.Influences, influence => Assert.NotNull(influence.Provenance.Because));
        Assert.All(Model.Tendencies, tendency => Assert.NotNull(tendency.Provenance.Because));
    }

    [Fact]
    public void No_factor_sticks_and_no_kind_takes_all()
    {
        var futures = (FuturesResult)Run(new FuturesStudy(Model, Some));
        Assert.All(futures.Factors, states => Assert.All(states, dates => Assert.InRange(dates[^1], 0.005, 0.8)));
        Assert.All(futures.Scenarios, kind => Assert.InRange(kind.Values[^1].Mean, 0.03, 0.6));
    }

    [Fact]
    public void Not_more_than_a_quarter_of_the_claims_is_about_form()
    {
        var formal = Model.Claims.Count(claim => claim.Statement is InitialFact or Invariant or LoopSign);
        Assert.InRange(formal, 1, Model.Claims.Length / 4);
    }

    /// <summary>Pins, not successes: what the claims came to, frozen before their first run. A change here is a change to be explained in the guide.</summary>
    [Fact]
    public void The_claims_are_answered_as_recorded()
    {
        var result = (VerifyResult)Run(new VerifyStudy(Model, new StudyOptions { Draws = 50, Paths = 200 }));
        var others = result.Claims.Where(claim => claim.Verdict is not Verdict.Holds).Select(claim => (Model.Claims[claim.Claim].Id, claim.Verdict));
        Assert.Equal(22, result.Claims.Length);
        Assert.Equal(
            [
                ("c06-stationing-answered", Verdict.Fails),
                ("c07-spiral-costs", Verdict.Fails),
                ("c12-walkout-by-caretakers", Verdict.Fails),
                ("c14-deadline-fills-squares", Verdict.Undecided),
                ("c20-third-areas-spoil", Verdict.Fails),
            ],
            others);
    }
}
