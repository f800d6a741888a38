using System.Text.Json;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Tests.Commands;

/// <summary>The options by which scenarios are looked for and chosen, on two powers: trust, posture, channels.</summary>
public sealed class ScenarioChoiceTests
{
    [Fact]
    public void Without_options_all_scenarios_are_asked_for()
    {
        var study = Asked();
        Assert.Equal((null, ScenarioSelection.First, 10_000), (study.Where, study.Selection, study.MostListed));
        Assert.Empty(study.Holds.Concat(study.Wish));
    }

    [Fact]
    public void Conditions_reach_the_study_joined_by_and()
    {
        var one = Asked("--where", "trust>=guarded");
        Assert.Equal("trust >= guarded", ConditionText.Write(one.Where!, one.Model));
        var two = Asked("--where", "trust >= guarded or channels = none", "--where", "not occurred(shooting)");
        Assert.Equal("(trust >= guarded or channels = none) and not occurred(shooting)", ConditionText.Write(two.Where!, two.Model));
    }

    [Fact]
    public void Held_factors_reach_the_study_from_all_their_options() =>
        Assert.Equal([Held(1, 0), Held(0, 2), Held(2, 1)], Asked("--hold", "posture = home", "--hold", "trust = working, channels = sporadic").Holds);

    [Theory]
    [InlineData("--top", "3", ScenarioSelection.HighestImpact, 3)]
    [InlineData("--different", "4", ScenarioSelection.MostDifferent, 4)]
    [InlineData("--most", "7", ScenarioSelection.First, 7)]
    [InlineData("--nearest", "trust = working, posture = home", ScenarioSelection.Nearest, 5)]
    public void A_selection_reaches_the_study_with_its_length(string option, string value, ScenarioSelection selection, int listed)
    {
        var study = Asked(option, value);
        Assert.Equal((selection, listed), (study.Selection, study.MostListed));
        Assert.Equal(selection == ScenarioSelection.Nearest ? [Held(0, 2), Held(1, 0)] : [], study.Wish);
    }

    [Fact]
    public void The_nearest_may_be_more_than_five_and_counting_lists_none()
    {
        Assert.Equal(9, Asked("--nearest", "trust = working", "--most", "9").MostListed);
        Assert.Equal(0, Asked("--count").MostListed);
    }

    [Theory]
    [InlineData("--top 3 --different 3", "--top and --different exclude each other", "--top und --different schließen einander aus")]
    [InlineData("--top 3 --most 3", "--top and --most exclude each other", "--top und --most schließen einander aus")]
    [InlineData("--different 3 --most 3", "--different and --most exclude each other", "--different und --most schließen einander aus")]
    [InlineData("--count --top 3", "--count and --top exclude each other", "--count und --top schließen einander aus")]
    [InlineData("--count --most 3", "--count and --most exclude each other", "--count und --most schließen einander aus")]
    [InlineData("--count --format svg", "--count lists no scenario that --format svg could draw", "--count führt kein Szenario auf, das --format svg zeichnen könnte")]
    [InlineData("--top 0", "a whole number from 1 to 100000", "eine ganze Zahl von 1 bis 100000")]
    [InlineData("--format xml", "text, json, svg or sl is expected", "erwartet wird text, json, svg oder sl")]
    public void What_contradicts_itself_is_refused_in_both_languages(string options, string english, string german)
    {
        foreach (var (language, expected) in new[] { ("en", english), ("de", german) })
        {
            var said = Shell.Run(["scenarios", Shell.SmallModel, .. options.Split(' '), "--lang", language]);
            Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
            Assert.Contains(expected, said.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_contradictions_are_named_at_once() =>
        Assert.Equal(4, Shell.Run("scenarios", Shell.SmallModel, "--count", "--top", "3", "--different", "2").Error.Count(c => c == '\n'));

    [Fact]
    public void All_mistakes_of_all_expressions_are_named_at_once_with_column_and_suggestion()
    {
        var said = Shell.Run(
            "scenarios", Shell.SmallModel, "--where", "trus = working", "--where", "posture = hom", "--hold", "trust = home", "--nearest", "channels = none, channels = regular", "--format", "json");
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Golden.Match("scenarios-mistakes.en.txt", said.Error);
    }

    [Fact]
    public void The_mistakes_are_named_in_German_too() => Golden.Match(
        "scenarios-mistakes.de.txt",
        Shell.Run("scenarios", Shell.SmallModel, "--where", "trus = working", "--hold", "trust = home, trust = broken", "--hold", "posture", "--lang", "de").Error);

    [Fact]
    public void A_factor_held_twice_is_refused() =>
        Assert.Contains("--hold: trust is named more than once", Shell.Run("scenarios", Shell.SmallModel, "--hold", "trust = broken", "--hold", "trust = working").Error, StringComparison.Ordinal);

    [Fact]
    public void A_doubt_about_a_condition_is_said_and_the_answer_given()
    {
        var said = Shell.Run("scenarios", Shell.SmallModel, "--where", "trust >= broken");
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.Contains("--where:1:1: warning DT3102", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Premises_selection_marks_and_what_an_intervention_changes_are_told(string language)
    {
        var said = Shell.RunIn(
            surroundings => surroundings with { Runner = new AnsweringRunner(Intervened) },
            "scenarios", Shell.SmallModel, "--lang", language,
            "--where", "trust <= guarded or occurred(shooting)", "--hold", "posture = home", "--nearest", "trust = working, channels = regular", "--most", "1");
        Assert.Equal(ExitCode.Fine, said.Code);
        Golden.Match($"scenarios-asked.{language}.txt", said.Output);
    }

    [Fact]
    public void The_json_answer_has_what_was_asked_and_what_changed()
    {
        var said = Shell.RunIn(
            surroundings => surroundings with { Runner = new AnsweringRunner(Intervened) },
            "scenarios", Shell.SmallModel, "--format", "json",
            "--where", "trust<=guarded", "--hold", "posture = home", "--nearest", "trust = working, channels = regular", "--most", "1");
        using var answer = JsonDocument.Parse(said.Output);
        var options = answer.RootElement.GetProperty("options");
        Assert.Equal(
            ("trust <= guarded", "home", "nearest", "working", 1),
            (options.GetProperty("where").GetString(), options.GetProperty("holds").GetProperty("posture").GetString(), options.GetProperty("selection").GetString(), options.GetProperty("wish").GetProperty("trust").GetString(), options.GetProperty("mostListed").GetInt32()));
        var result = answer.RootElement.GetProperty("result");
        Assert.Equal([(2, false, "freeze"), (0, true, "thaw")], result.GetProperty("scenarios").EnumerateArray().Select(scenario =>
            (scenario.GetProperty("unmet").GetInt32(), scenario.GetProperty("new").GetBoolean(), scenario.GetProperty("kind").GetString()!)));
        Assert.Equal(
            "{\"before\":3,\"stay\":1,\"new\":1,\"lost\":[[0,1,1],[1,0,1]]}",
            result.GetProperty("change").GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--top", "1", "Listed: 1 of 2, those with the highest total impact score.")]
    [InlineData("--different", "2", "Listed: 2 of 2, as different from one another as possible (in 3 factors at least).")]
    [InlineData("--most", "1", "Listed: 1 of 2, the first in the order of their states; --most lists more.\nFrom No. 2 on: the best of every kind of future that is not among them.")]
    public void The_text_says_which_scenarios_are_listed_and_of_how_many(string option, string value, string sentence) => Assert.Contains(
        sentence, Shell.RunIn(surroundings => surroundings with { Runner = new AnsweringRunner((_, plain) => plain) }, "scenarios", Shell.SmallModel, option, value).Output, StringComparison.Ordinal);

    [Fact]
    public void A_search_that_ended_early_counts_at_least()
    {
        var runner = new AnsweringRunner((_, plain) => plain with { Provenance = plain.Provenance with { Completeness = new Completeness(false, 9, 18) } });
        var said = Shell.RunIn(surroundings => surroundings with { Runner = runner }, "scenarios", Shell.SmallModel, "--top", "1");
        Assert.Contains("The search was not completed: 9 of 18 were decided.", said.Output, StringComparison.Ordinal);
        Assert.Contains("Listed: 1 of at least 2, ", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_scenario_says_the_kind_that_counts_it()
    {
        using var answer = JsonDocument.Parse(Shell.Run("scenarios", "nato-russia-2015", "--format", "json").Output);
        var result = answer.RootElement.GetProperty("result");
        var counted = result.GetProperty("scenarios").EnumerateArray().GroupBy(scenario => scenario.GetProperty("kind").GetString()!).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(
            result.GetProperty("kinds").EnumerateObject().Select(kind => (kind.Name, Count: kind.Value.GetProperty("count").GetInt32())).Where(kind => kind.Count > 0).Order(),
            counted.Select(kind => (kind.Key, kind.Value)).Order());
    }

    [Fact]
    public void Counting_prints_no_list_and_no_tableau()
    {
        var said = Shell.Run("scenarios", Shell.SmallModel, "--count");
        Assert.Contains("2 of 18 configurations are consistent", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("total impact score", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("│", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_goes_to_the_file()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("scenarios", Shell.SmallModel, "--format", "svg", "--out", folder.Combine("tableau.svg"));
        Assert.Equal((ExitCode.Fine, ""), (said.Code, said.Output));
        Assert.StartsWith("<svg ", File.ReadAllText(folder.Combine("tableau.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_commands_that_draw_take_svg() =>
        Assert.Contains("text or json is expected", Shell.Run("verify", Shell.SmallModel, "--format", "svg").Error, StringComparison.Ordinal);

    [Fact]
    public void The_help_names_the_formats_of_the_command()
    {
        Assert.Contains("--format text|json|svg", Shell.Run("scenarios", "--help").Output, StringComparison.Ordinal);
        Assert.Contains("--format text|json ", Shell.Run("verify", "--help").Output, StringComparison.Ordinal);
    }

    private static HeldState Held(int factor, int state) => new(new FactorId(factor), state);

    private static ScenariosResult Intervened(ScenariosStudy study, ScenariosResult plain) =>
        plain with { Change = new InterventionChange(3, 1, 1, [[0, 1, 1], [1, 0, 1]], [false, true]) };

    private static ScenariosStudy Asked(params string[] options)
    {
        var runner = new AnsweringRunner((_, plain) => plain);
        var said = Shell.RunIn(surroundings => surroundings with { Runner = runner }, ["scenarios", Shell.SmallModel, .. options]);
        Assert.Equal(ExitCode.Fine, said.Code);
        return runner.Asked!;
    }
}
