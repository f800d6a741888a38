using System.Text.Json;

namespace Detente.Cli.Tests.Commands;

/// <summary>Why scenarios are consistent (--explain), and the impact balance of any configuration (--of).</summary>
public sealed class ExplanationTests
{
    private const string Somewhere = "government = a2-prosperity, foreign-policy = b1-cooperation, economy = c1-shrinking, distribution = d1-balanced, social-cohesion = e2-tensions, social-values = f1-meritocratic";

    [Theory]
    [InlineData("somewhereland", "en")]
    [InlineData("somewhereland", "de")]
    [InlineData("nato-russia-2015", "en")]
    [InlineData("nato-russia-2015", "de")]
    public void The_first_scenarios_are_explained_in_paragraphs(string model, string language)
    {
        var said = Shell.Run("scenarios", model, "--explain", "--lang", language);
        Assert.Equal(ExitCode.Fine, said.Code);
        Golden.Match($"explain-{model}.{language}.txt", Paragraphs(said.Output));
    }

    [Fact]
    public void All_listed_are_explained_when_asked()
    {
        var said = Shell.Run("scenarios", "somewhereland", "--explain", "--verbose");
        Assert.Contains("\nNo. 10\n", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not explained", said.Output, StringComparison.Ordinal);
        Assert.Contains("\n7 more are not explained; --verbose explains all that are listed.\n", Shell.Run("scenarios", "somewhereland", "--explain").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("onsistent because", Shell.Run("scenarios", "somewhereland").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_consistent_within_the_tolerance_only_is_told_so()
    {
        var said = Shell.Run("scenarios", "somewhereland", "--explain", "--tolerance", "1");
        Assert.Contains("\nNo. 1\n  Consistent only within the tolerance of 1 point. Furthest behind is ", Unprotected(said.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_intervention_holds_is_not_asked_for_its_balance()
    {
        var said = Shell.Run("scenarios", "somewhereland", "--hold", "economy = c1-shrinking", "--explain");
        Assert.Contains("Consistent because for no factor but those held from outside", Flat(said.Output), StringComparison.Ordinal);
        Assert.Contains("Held from outside against its own balance: C. Economy (“C1 Shrinking”, 5 points behind “C2 Stagnant”).", Flat(said.Output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void The_balance_of_a_configuration_names_what_pulls_where_it_leads_and_what_is_nearest(string language)
    {
        var said = Shell.Run("scenarios", "somewhereland", "--of", Somewhere, "--lang", language);
        Assert.Equal(ExitCode.Fine, said.Code);
        Golden.Match($"balance.{language}.txt", said.Output);
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("sl")]
    public void A_balance_has_no_form_for_scenarios(string format)
    {
        var said = Shell.Run("scenarios", "somewhereland", "--of", Somewhere, "--format", format);
        Assert.Equal(ExitCode.Usage, said.Code);
        Assert.Empty(said.Output);
        Assert.Contains("--format " + format, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Factors_not_named_are_in_their_initial_states()
    {
        using var answer = Json(Shell.SmallModel, "channels = regular");
        var result = answer.RootElement.GetProperty("result");
        Assert.Equal(["broken", "forward", "regular"], result.GetProperty("states").EnumerateObject().Select(state => state.Value.GetString()));
        Assert.Equal("regular", answer.RootElement.GetProperty("options").GetProperty("of").GetProperty("channels").GetString());
    }

    [Fact]
    public void The_balance_in_json_is_as_documented() => Golden.Match("balance.json", Of(Shell.SmallModel, "trust = working, posture = forward", "--format", "json"));

    [Fact]
    public void The_explanations_in_json_are_as_documented() =>
        Golden.Match("explain.json", Unnamed(Shell.Run("scenarios", Shell.SmallModel, "--explain", "--format", "json").Output));

    [Fact]
    public void The_nearest_scenario_is_the_one_that_differs_in_the_fewest_factors()
    {
        using var all = JsonDocument.Parse(Shell.Run("scenarios", "somewhereland", "--format", "json").Output);
        var scenarios = all.RootElement.GetProperty("result").GetProperty("scenarios").EnumerateArray().Select(scenario => Indices(scenario)).ToList();
        using var answer = Json("somewhereland", Somewhere);
        int[] named = [1, 0, 0, 0, 1, 0];
        int Distance(int[] states) => states.Zip(named).Count(pair => pair.First != pair.Second);
        var nearest = answer.RootElement.GetProperty("result").GetProperty("nearest");
        Assert.Equal(scenarios.Min(Distance), Distance(Indices(nearest)));
        Assert.Equal(scenarios.Min(Distance), nearest.GetProperty("differences").EnumerateObject().Count());
    }

    // Nothing influences the oil price: it is as good in the state asked for as in its initial one.
    [Fact]
    public void The_nearest_scenario_keeps_what_nothing_influences()
    {
        using var answer = Json("nato-russia-2015", "oil-price = high");
        Assert.DoesNotContain(answer.RootElement.GetProperty("result").GetProperty("nearest").GetProperty("differences").EnumerateObject(), difference => difference.Name == "oil-price");
    }

    [Fact]
    public void A_consistent_configuration_has_no_nearest_one()
    {
        using var all = JsonDocument.Parse(Shell.Run("scenarios", "somewhereland", "--format", "json").Output);
        var states = all.RootElement.GetProperty("result").GetProperty("scenarios")[0].GetProperty("states");
        var written = string.Join(", ", states.EnumerateObject().Select(state => $"{state.Name} = {state.Value.GetString()}"));
        using var answer = Json("somewhereland", written);
        var result = answer.RootElement.GetProperty("result");
        Assert.Equal((JsonValueKind.Null, 0), (result.GetProperty("nearest").ValueKind, result.GetProperty("inconsistency").GetInt32()));
        Assert.Contains("Consistent because", Of("somewhereland", written), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void All_mistakes_of_a_configuration_are_said_at_once_with_their_place(string language)
    {
        var written = "economy = c1-shrinkin, governmnt = a1-patriots, foreign-policy = c1-shrinking";
        var said = Shell.Run("scenarios", "somewhereland", "--of", written, "--lang", language);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        foreach (var mistake in new[] { "c1-shrinkin,", "governmnt", "c1-shrinking" })
        {
            Assert.Contains($"--of:1:{written.IndexOf(mistake, StringComparison.Ordinal) + 1}: ", said.Error, StringComparison.Ordinal);
        }

        Assert.Contains(language == "de" ? "Meinten Sie „government“?" : "Did you mean “government”?", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "these factors have no initial state and must be named: foreign-policy, economy, distribution, social-cohesion, social-values")]
    [InlineData("de", "diese Faktoren haben keinen Anfangszustand und müssen genannt werden: foreign-policy, economy, distribution, social-cohesion, social-values")]
    public void Factors_without_an_initial_state_must_be_named(string language, string expected)
    {
        var said = Shell.Run("scenarios", "somewhereland", "--of", "government = a1-patriots", "--lang", language);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains(expected, said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--of", "trust = broken, trust = working", "trust is named more than once")]
    [InlineData("--of", "", "The expression is empty")]
    [InlineData("--of", "trust >= broken", "expected: “=”")]
    public void What_is_no_configuration_is_refused(string option, string value, string expected)
    {
        var said = Shell.Run("scenarios", Shell.SmallModel, option, value);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains(expected, said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--explain")]
    [InlineData("--weights")]
    [InlineData("--count")]
    [InlineData("--top", "3")]
    [InlineData("--where", "trust = broken")]
    public void A_configuration_and_a_search_exclude_each_other(params string[] other)
    {
        var said = Shell.Run(["scenarios", Shell.SmallModel, "--of", "trust = broken", .. other]);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains($"--of and {other[0]} exclude each other", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_has_no_picture()
    {
        var said = Shell.Run("scenarios", Shell.SmallModel, "--of", "trust = broken", "--format", "svg");
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains("--format svg", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_factors_are_argued_when_asked()
    {
        var (few, all) = (Of("nato-russia-2015", "trust = low"), Of("nato-russia-2015", "trust = low", "--verbose"));
        Assert.Contains("more factors are not shown; --verbose shows them.", few, StringComparison.Ordinal);
        Assert.DoesNotContain("not shown", all, StringComparison.Ordinal);
        Assert.True(all.Length > few.Length);
    }

    [Fact]
    public void A_barred_state_is_told_whatever_its_support()
    {
        using var folder = new TemporaryFolder();
        var model = folder.File("barred.yaml", File.ReadAllText(Shell.SmallModel) + "\nbarred:\n  - {factor: channels, states: [regular], while: \"trust = broken\"}\n");
        Assert.Contains("this configuration is not admissible: the model bars Channels (“regular”) here.", Flat(Of(model, "channels = regular, trust = broken")), StringComparison.Ordinal);
    }

    private static string Of(string model, string states, params string[] more)
    {
        var said = Shell.Run(["scenarios", model, "--of", states, .. more]);
        Assert.Equal(ExitCode.Fine, said.Code);
        return Unnamed(said.Output);
    }

    private static JsonDocument Json(string model, string states) => JsonDocument.Parse(Of(model, states, "--format", "json"));

    private static int[] Indices(JsonElement scenario) => [.. scenario.GetProperty("indices").EnumerateArray().Select(index => index.GetInt32())];

    // What stands above the paragraphs has golden files of its own.
    private static string Paragraphs(string output)
    {
        var start = new[] { "\nNo. 1", "\nNr. 1" }.Max(heading => output.LastIndexOf(heading + "\n", StringComparison.Ordinal) is var at and >= 0 ? at : output.LastIndexOf(heading + ":", StringComparison.Ordinal));
        return output[(start + 1)..];
    }

    private static string Unnamed(string output) => output.Replace(Shell.SmallModel, "two-powers.yaml", StringComparison.Ordinal);

    private static string Unprotected(string output) => output.Replace('\u00a0', ' ');

    private static string Flat(string output) => string.Join(' ', Unprotected(output).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
