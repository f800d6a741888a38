using Detente.Models;
using Detente.Reports.Tests.Samples;
using Detente.Studies;

namespace Detente.Reports.Tests.Sections;

public sealed class LimitsPartTests
{
    private static readonly Figure Often = SampleBrief.Share(0.4, 0.011, 0.3, 0.5);

    [Fact]
    public void A_hard_limit_that_nothing_oversteps_is_named_all_the_same() => Assert.Contains(
        "An option that oversteps a hard limit in any run is inadmissible. Kept throughout is the hard limit “Honour of the crown”.", Body(SampleBrief.Full, ReaderLanguage.English), StringComparison.Ordinal);

    [Theory]
    [InlineData(ReaderLanguage.English, "This rules out “Opening of the roads” because of “Honour of the crown” (in 40 of 100 model runs).")]
    [InlineData(ReaderLanguage.German, "Damit scheidet „Öffnung der Straßen“ wegen „Ehre der Krone“ (in 40 von 100 Modellläufen) aus.")]
    public void An_option_that_oversteps_a_hard_limit_is_ruled_out(ReaderLanguage language, string sentence)
    {
        var result = SampleBrief.Full with { Options = [.. SampleBrief.Full.Options.Select(option => option.Strategy is null ? option : option with { Futures = Broken(option.Futures) })] };
        Assert.Contains(sentence, Body(result, language), StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_that_oversteps_a_hard_limit_says_so() => Assert.Contains(
        "Even the baseline oversteps “Honour of the crown” (in 40 of 100 model runs).", Body(SampleBrief.Full with { Futures = Broken(SampleBrief.Full.Futures) }, ReaderLanguage.English), StringComparison.Ordinal);

    [Fact]
    public void Soft_limits_alone_rule_nothing_out()
    {
        var model = TwoKingdoms.Model with { Constraints = [.. TwoKingdoms.Model.Constraints.Select(constraint => constraint with { IsHard = false })] };
        Assert.Contains("All limits in this model are soft", Body(Written.With(SampleBrief.Full, model), ReaderLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_constraints_there_is_nothing_on_limits()
    {
        var html = Written.Html(Written.With(SampleBrief.Full, TwoKingdoms.Model with { Constraints = [] }), ReaderLanguage.English);
        Assert.DoesNotContain("Which limits hold", html, StringComparison.Ordinal);
        Assert.DoesNotContain("table-breaches", html, StringComparison.Ordinal);
    }

    private static FuturesResult Broken(FuturesResult futures) => futures with { ConstraintsBroken = futures.ConstraintsBroken.SetItem(0, Often) };

    private static string Body(BriefResult result, ReaderLanguage language) => BriefDocumentTests.Body(result, language);
}
