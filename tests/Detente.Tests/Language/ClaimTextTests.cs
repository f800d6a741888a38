using CsCheck;
using Detente.Language;
using Detente.Models;
using Detente.Tests.Language.Expressions;

namespace Detente.Tests.Language;

public sealed class ClaimTextTests
{
    private static readonly Model Small = ExpressionModels.Small;

    [Fact]
    public void Written_claims_read_back_as_equal_trees() =>
        (from model in ExpressionModels.RandomModel from statement in ExpressionModels.Statements(model) select (model, statement)).Sample(sample =>
        {
            var text = ClaimText.Write(sample.statement, sample.model);
            var (again, bag) = ExpressionModels.ParseClaim(text, sample.model);
            Assert.False(bag.HasErrors, text + "\n" + string.Join('\n', bag.Found));
            Assert.Equal(Structure.Of(sample.statement), Structure.Of(again));
            Assert.Equal(text, ClaimText.Write(again!, sample.model));
        }, iter: 2000, threads: 1);

    [Theory]
    [InlineData("share(escalating) is higher with trust held at broken than as modelled")]
    [InlineData("chance(clash, by 2025-09-30) is lower by at least 0.05 with strategy steps and without measure rules than with strategy none")]
    [InlineData("mean(trust, at 2016-07-08) falls because of election within 6 months and fades within 2 years")]
    [InlineData("order share(escalating, over 2015-10-01 to 2020-12-31) > share(trust = low, at 2017-01-01) > rate(near-miss.loss, while always)")]
    [InlineData("chance(near-miss) between 0.1 and 0.9")]
    [InlineData("never agreed(contact) and not trust >= guarded when channels = none")]
    [InlineData("always trust = broken")]
    [InlineData("(always and trust = low) before occurred(clash)")]
    [InlineData("initially trust = broken and channels = none")]
    [InlineData("loop trust -> channels -> elite is reinforcing")]
    [InlineData("share(trust = low) is lower without event election at 2016-07-08 and without influence trust -> channels than without loop trust -> channels")]
    [InlineData("share(between) is higher with event clash at 2017-01-01 and with trust held at low from 2016-01-01 than with event election")]
    public void Canonical_claims_stay_as_they_are(string written)
    {
        var (statement, bag) = ExpressionModels.ParseClaim(written, Small);
        Assert.False(bag.HasErrors, string.Join('\n', bag.Found));
        Assert.Equal(written, ClaimText.Write(statement!, Small));
    }

    [Theory]
    [InlineData("chance(clash, by 2025-09-30) is lower by at least 0.05 with strategy steps than with strategy none",
        "the share of runs with “clash (en)” by 30 September 2025 is by at least 0.05 lower with the strategy “steps (en)” than without any measure",
        "der Anteil der Läufe mit „clash (de)“ bis zum 30. September 2025 ist um mindestens 0,05 kleiner mit der Strategie „steps (de)“ als ohne jede Maßnahme")]
    [InlineData("share(escalating) above 0.5",
        "the share of “escalating (en)” at the end of the horizon lies above 0.5",
        "der Anteil von „escalating (de)“ am Ende des Horizonts liegt über 0,5")]
    [InlineData("trust = low before channels = none",
        "whenever this holds: channels (en) is “none (en)”; then this held earlier: trust (en) is “low (en)”",
        "wann immer gilt: channels (de) ist „none (de)“; dann galt zuvor: trust (de) ist „low (de)“")]
    public void Reading_in_words(string written, string english, string german)
    {
        var (statement, bag) = ExpressionModels.ParseClaim(written, Small);
        Assert.False(bag.HasErrors, string.Join('\n', bag.Found));
        Assert.Equal(english, ClaimText.Explain(statement!, Small, ReaderLanguage.English));
        Assert.Equal(german, ClaimText.Explain(statement!, Small, ReaderLanguage.German));
    }

    [Fact]
    public void Only_a_forecasting_model_speaks_of_probability()
    {
        var (statement, _) = ExpressionModels.ParseClaim("chance(clash) above 0.5", Small);
        Assert.Contains("probability", ClaimText.Explain(statement!, Small with { Mode = ModelMode.Forecast }, ReaderLanguage.English));
        Assert.DoesNotContain("probability", ClaimText.Explain(statement!, Small, ReaderLanguage.English));
    }

    [Fact]
    public void Comparisons_name_the_states_they_cover()
    {
        var (statement, _) = ExpressionModels.ParseClaim("never trust >= guarded when channels < regular", Small);
        Assert.Equal(["trust >= guarded: guarded, working", "channels < regular: none, sporadic"], ClaimText.Comparisons(statement!, Small));
    }
}
