using Detente.Models;
using Detente.Reports.Tests.Samples;

namespace Detente.Reports.Tests.Linting;

public sealed class BriefLinterTests
{
    public static TheoryData<string, ReaderLanguage> Briefs
    {
        get
        {
            var data = new TheoryData<string, ReaderLanguage>();
            foreach (var name in (string[])["full", "without bands", "empty", "large", "verdicts", .. ModelBriefs.Names])
            {
                data.Add(name, ReaderLanguage.English);
                data.Add(name, ReaderLanguage.German);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Briefs))]
    public void Nothing_is_found_in_what_the_program_writes(string name, ReaderLanguage language)
    {
        var result = name switch { "full" => SampleBrief.Full, "without bands" => SampleBrief.WithoutBands, "empty" => SampleBrief.Empty, "large" => LargeBrief.Result, "verdicts" => VerdictBriefs.Of(LargeBrief.Result), _ => ModelBriefs.Of(name) };
        Assert.Empty(Written.Findings(result, language));
    }

    /// <summary>Every rule is seen failing: one planted fault each.</summary>
    [Theory]
    [InlineData("</main>", "</mian>", LintRule.Form)]
    [InlineData("is the most frequent kind", "is the most likely kind", LintRule.ForbiddenWord)]
    [InlineData("is the most frequent kind", "is probably the main kind", LintRule.ForbiddenWord)]
    [InlineData("52 of 100 model runs", "52 % of model runs", LintRule.Percentage)]
    [InlineData("<div class=\"banner\" role=\"note\">", "<div role=\"note\">", LintRule.Hindsight)]
    [InlineData("<desc id=\"chart-kinds-desc\">", "<desc id=\"chart-kinds-desc\"/><metadata>", LintRule.Form)]
    [InlineData("<table id=\"table-kinds\">", "<table id=\"table-of-kinds\">", LintRule.Chart)]
    [InlineData("role=\"img\"", "role=\"figure\"", LintRule.Chart)]
    [InlineData("<figcaption><span class=\"s\">", "<figcaption><span>", LintRule.Chart)]
    [InlineData("<html lang=\"en\">", "<html>", LintRule.Language)]
    [InlineData("How it could escalate", "Wie es wird und was ist", LintRule.Language)]
    [InlineData("<main>", "<main><script>1</script>", LintRule.ExternalReference)]
    [InlineData("<main>", "<main><a href=\"https://example.invalid\">.</a>", LintRule.ExternalReference)]
    [InlineData("<style>", "<style>@import 'a.css';", LintRule.ExternalReference)]
    [InlineData("url(#chart-kinds", "url(//example.invalid/#chart-kinds", LintRule.ExternalReference)]
    [InlineData("<section id=\"shape\"", "<p>Bare words.</p><section id=\"shape\"", LintRule.Unlabelled)]
    [InlineData("<section id=\"shape\"", "<p><span class=\"s\">Bare words.</span></p><section id=\"shape\"", LintRule.Unlabelled)]
    [InlineData("<section id=\"shape\"", "<table><tbody><tr><td>1</td></tr></tbody></table><section id=\"shape\"", LintRule.Unlabelled)]
    [InlineData("<section id=\"shape\"", "<h5>Deep</h5><section id=\"shape\"", LintRule.Structure)]
    [InlineData("<section id=\"shape\"", "<div id=\"about\"/><section id=\"shape\"", LintRule.Structure)]
    [InlineData("href=\"#source-1\"", "href=\"#source-9\"", LintRule.Structure)]
    [InlineData("<th scope=\"col\">", "<th>", LintRule.Structure)]
    [InlineData("How it could escalate", "How {0} could escalate", LintRule.Structure)]
    [InlineData("<section id=\"shape\"", "<p><span class=\"s\">Two  blanks.<abbr class=\"mark\">M</abbr></span></p><section id=\"shape\"", LintRule.Style)]
    [InlineData("<section id=\"shape\"", "<p><span class=\"s\">A blank .<abbr class=\"mark\">M</abbr></span></p><section id=\"shape\"", LintRule.Style)]
    [InlineData("<section id=\"shape\"", "<p><span class=\"s\">Nothing ().<abbr class=\"mark\">M</abbr></span></p><section id=\"shape\"", LintRule.Style)]
    [InlineData("<section id=\"shape\"", "<p><span class=\"s\">It is null.<abbr class=\"mark\">M</abbr></span></p><section id=\"shape\"", LintRule.Style)]
    [InlineData("<section id=\"shape\"", "<p><span class=\"s\">The “first.<abbr class=\"mark\">M</abbr></span></p><section id=\"shape\"", LintRule.Style)]
    [InlineData("<section id=\"shape\"", "<p><span class=\"s\">A a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a.<abbr class=\"mark\">M</abbr></span></p><section id=\"shape\"", LintRule.Style)]
    public void A_planted_fault_is_found(string sound, string faulty, object rule)
    {
        var report = BriefDocument.From(SampleBrief.Full, ReaderLanguage.English);
        var html = Written.Html(report);
        Assert.Contains(sound, html, StringComparison.Ordinal);
        Assert.Contains(BriefLinter.Check(report, html.Replace(sound, faulty, StringComparison.Ordinal)), finding => finding.Rule.Equals(rule));
    }

    [Fact]
    public void English_left_in_the_German_brief_is_found()
    {
        var report = BriefDocument.From(SampleBrief.Full, ReaderLanguage.German);
        var html = Written.Html(report).Replace("Wie es eskalieren könnte", "The path of escalation", StringComparison.Ordinal);
        Assert.Contains(BriefLinter.Check(report, html), finding => finding.Rule == LintRule.Language);
    }

    [Fact]
    public void Words_of_the_model_are_the_analysts()
    {
        var model = TwoKingdoms.Model with { Question = new LocalizedText("How likely is war, in %?", "Wie wahrscheinlich ist Krieg, in Prozent?") };
        Assert.Empty(Written.Findings(Written.With(SampleBrief.Full, model), ReaderLanguage.English));
        Assert.Empty(Written.Findings(Written.With(SampleBrief.Full, model), ReaderLanguage.German));
    }

    [Fact]
    public void A_forecast_may_use_percentages()
    {
        var forecast = Written.With(SampleBrief.Full, TwoKingdoms.Model with { Mode = ModelMode.Forecast });
        Assert.Empty(Written.Findings(forecast, ReaderLanguage.English));
        Assert.Contains("52\u00a0% of the model runs", Written.Html(forecast, ReaderLanguage.English), StringComparison.Ordinal);
    }
}
