using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Detente.Language;
using Detente.Models;
using Detente.Reports.Tests.Linting;
using Detente.Reports.Tree;
using Detente.Studies;
using Detente.Testing;

namespace Detente.Reports.Tests;

/// <summary>Over every worked model in both languages: its consistent scenarios, and configurations that are none.</summary>
public sealed class ExplanationTextTests
{
    public static TheoryData<string> Models => [.. Directory.GetDirectories(RepositoryRoot.Combine("models")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Models))]
    public void No_paragraph_holds_a_percentage_a_word_of_chance_or_a_fault_of_style(string name)
    {
        var model = Read(name);
        foreach (var language in Enum.GetValues<ReaderLanguage>())
        {
            var text = new ExplanationText(model, language);
            var findings = Explained(model).SelectMany(explained => text.Passages(explained)).SelectMany(passage => BriefLinter.CheckSentences(passage, language));
            Assert.Empty(findings);
        }
    }

    [Theory]
    [InlineData("It will probably hold.", LintRule.ForbiddenWord)]
    [InlineData("It holds in 40 % of cases.", LintRule.Percentage)]
    [InlineData("Es hält nicht.", LintRule.Language)]
    [InlineData("It holds , perhaps.", LintRule.Style)]
    [InlineData("It holds “so.", LintRule.Style)]
    public void A_planted_fault_is_found(string sentence, object rule) =>
        Assert.Contains((LintRule)rule, BriefLinter.CheckSentences([sentence], ReaderLanguage.English).Select(finding => finding.Rule));

    [Theory]
    [MemberData(nameof(Models))]
    public void Both_languages_say_as_many_sentences_with_the_same_numbers(string name)
    {
        var model = Read(name);
        var (english, german) = (new ExplanationText(model, ReaderLanguage.English), new ExplanationText(model, ReaderLanguage.German));
        foreach (var explained in Explained(model))
        {
            Assert.Equal(
                english.Passages(explained).Select(passage => string.Join('|', passage.Select(Numbers))),
                german.Passages(explained).Select(passage => string.Join('|', passage.Select(Numbers))));
        }

        // Own words only; a decimal point and a comma are the same, and where words stand differs.
        static string Numbers(Phrase sentence) => string.Join(' ', sentence.Parts.OfType<OwnText>()
            .SelectMany(part => part.Text.Replace(',', '.').Split(' ', '\u00a0', '(', ')'))
            .Select(word => word.Trim('.', ':', ';'))
            .Where(word => word.Length > 0 && (char.IsAsciiDigit(word[^1]) || word[0] is '+' or '−'))
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_consistent_scenario_is_told_with_its_loop_its_reasons_its_weakest_and_its_firmest_link()
    {
        var model = Read("nato-russia-2015");
        var scenario = Scenarios(model).Scenarios[0];
        var why = new ExplanationText(model, ReaderLanguage.English).Why(Explain(model, scenario.States));
        Assert.Equal(3, why.Length);
        Assert.StartsWith("Consistent because for no factor is another state better supported than its own. A loop of mutual support holds it together: ", why[0], StringComparison.Ordinal);
        Assert.Contains("(Klein and Major 2015, p.\u00a02)", why[0], StringComparison.Ordinal);
        Assert.Contains("(ibid., p.\u00a02)", why[0], StringComparison.Ordinal);
        Assert.StartsWith("The weakest link is ", why[1], StringComparison.Ordinal);
        Assert.StartsWith("The firmest link is ", why[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReaderLanguage.English, " and ", ", as well as ")]
    [InlineData(ReaderLanguage.German, " und ", " sowie ")]
    public void Weakest_links_whose_titles_hold_an_and_are_told_apart(ReaderLanguage language, string and, string asWellAs)
    {
        var model = Read("nato-russia-2015");
        var isSeen = false;
        foreach (var explained in Explained(model).Where(explained => explained is { InconsistencyHundredths: 0, Weakest.Length: > 1 and < 6 }))
        {
            var titles = explained.Weakest.Select(factor => model.Factors[factor.Index].Title.In(language)).ToList();
            var hasAnd = titles.Exists(title => title.Contains(and, StringComparison.Ordinal));
            var listed = string.Join(", ", titles.SkipLast(1)) + (hasAnd ? asWellAs : and) + titles[^1] + ": ";
            Assert.Contains(listed, new ExplanationText(model, language).Why(explained)[1], StringComparison.Ordinal);
            isSeen |= hasAnd;
        }

        Assert.True(isSeen);
    }

    [Fact]
    public void A_support_as_strong_as_the_one_before_does_not_come_next()
    {
        var model = Read("nato-russia-2015");
        var texts = Explained(model).Where(explained => explained.InconsistencyHundredths == 0).Select(explained => new ExplanationText(model, ReaderLanguage.English).Why(explained)[0]).ToList();
        foreach (var text in texts)
        {
            var points = Regex.Matches(text, "(?<first>strongest support is|Next comes|Just as strong is) [^.]*, \\+(?<points>[0-9.]+)\u00a0points? against", RegexOptions.NonBacktracking)
                .Select(match => (First: match.Groups["first"].Value, Points: match.Groups["points"].Value))
                .ToList();
            Assert.True(points.Count > 1);
            Assert.All(points.Zip(points.Skip(1)), pair => Assert.Equal(pair.First.Points == pair.Second.Points, pair.Second.First == "Just as strong is"));
        }

        Assert.Contains(texts, text => text.Contains("Just as strong is", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("Next comes", StringComparison.Ordinal));
    }

    [Fact]
    public void No_link_is_called_the_firmest_when_others_are_as_firm()
    {
        var model = Read("somewhereland");
        var told = Explained(model)
            .Select(explained => (Leads: explained.Factors.Where(factor => factor.IsInfluenced).Select(factor => factor.LeadHundredths).ToList(), Why: new ExplanationText(model, ReaderLanguage.English).Why(explained)))
            .Where(told => told.Why.Length == 3)
            .Select(told => (IsShared: told.Leads.Count(lead => lead == told.Leads.Max()) > 1, SaysSo: told.Why[2].StartsWith("The firmest links are ", StringComparison.Ordinal)))
            .ToList();
        Assert.All(told, one => Assert.Equal(one.IsShared, one.SaysSo));
        Assert.Contains(told, one => one.IsShared);
        Assert.Contains(told, one => !one.IsShared);
    }

    [Fact]
    public void What_a_change_favours_stands_behind_it()
    {
        var model = Read("nato-russia-2015");
        var texts = Explained(model).SelectMany(explained => new ExplanationText(model, ReaderLanguage.German).Why(explained)).Where(text => text.Contains("zugunsten von", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.All(text.Split("zugunsten von").SkipLast(1), before => Assert.True(before.EndsWith(", ", StringComparison.Ordinal) || before.EndsWith(", jeweils ", StringComparison.Ordinal), before)));
    }

    // The brief names the strongest support outside a loop that several kinds share, or of all.
    [Theory]
    [InlineData("nato-russia-2015")]
    [InlineData("euromissiles-1979")]
    public void The_brief_and_the_paragraph_name_the_same_loop(string name)
    {
        var model = Read(name);
        var text = new ExplanationText(model, ReaderLanguage.English);
        var scenarios = Scenarios(model);
        foreach (var best in scenarios.Kinds.Select(kind => kind.Best).OfType<int>())
        {
            var scenario = scenarios.Scenarios[best];
            var loop = Detente.Reports.Sections.SupportLoop.Find(model, scenario.Balances);
            var told = string.Join(" → ", loop.Select(factor => $"{model.Factors[factor.Index].Title.En} (“{model.Factors[factor.Index].States[scenario.States[factor.Index]].Title.En}”)"));
            var why = text.Why(Explain(model, scenario.States))[0];
            Assert.Equal(loop.Length > 0, why.Contains("loop of mutual support", StringComparison.Ordinal));
            Assert.Contains(told, why, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_influence_of_a_paragraph_is_told_its_reason_once()
    {
        var model = Read("nato-russia-2015");
        foreach (var explained in Explained(model))
        {
            var whole = string.Join(' ', new ExplanationText(model, ReaderLanguage.German).Why(explained));
            var reasons = model.Influences.Select(influence => influence.Provenance.Because?.De.TrimEnd('.')).OfType<string>().Distinct();
            Assert.All(reasons, reason => Assert.True(whole.Split(reason).Length <= 2, reason));
        }
    }

    private static Model Read(string name) => ModelText.Read(RepositoryRoot.Combine("models", name), CancellationToken.None).Model!;

    private static ScenariosResult Scenarios(Model model) =>
        (ScenariosResult)new StudyRunner().Run(new ScenariosStudy(model, new StudyOptions()), null, CancellationToken.None);

    private static ConfigurationExplanation Explain(Model model, ImmutableArray<int> states) =>
        ((ExplainResult)new StudyRunner().Run(new ExplainStudy(model, new StudyOptions(), [states]), null, CancellationToken.None)).Configurations[0];

    // The first scenarios, then configurations of all sorts from a fixed seed.
    private static ImmutableArray<ConfigurationExplanation> Explained(Model model)
    {
        var random = new Random(1);
        ImmutableArray<ImmutableArray<int>> configurations =
        [
            .. Scenarios(model).Scenarios.Take(10).Select(scenario => scenario.States),
            .. Enumerable.Range(0, 10).Select(_ => model.Factors.Select(factor => random.Next(factor.States.Length)).ToImmutableArray()),
        ];
        return ((ExplainResult)new StudyRunner().Run(new ExplainStudy(model, new StudyOptions(), configurations), null, CancellationToken.None)).Configurations;
    }
}
