using System.Text.Json;

namespace Detente.Cli.Tests.Commands;

public sealed class CoverageCommandTests
{
    private static string Covered { get; } = RepositoryRoot.Combine("tests", "Detente.Cli.Tests", "Models", "covered.yaml");

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void The_text_names_what_is_missing_and_crowded_and_every_item(string language)
    {
        var said = Shell.Run("coverage", Covered, "--verbose", "--lang", language);
        Assert.Equal((ExitCode.Findings, ""), (said.Code, said.Error));
        Golden.Match($"coverage.{language}.txt", said.Output);
    }

    [Fact]
    public void The_json_answer_is_as_documented()
    {
        var said = Shell.Run("coverage", Covered, "--format", "json");
        Assert.Equal((ExitCode.Findings, ""), (said.Code, said.Error));
        Golden.Match("coverage.json", said.Output);
    }

    [Fact]
    public void Items_asked_for_are_shown_with_their_elements_and_others_are_not()
    {
        var said = Shell.Run("coverage", Covered, "--item", "T-05", "--item", "T-01");
        var item = said.Output.IndexOf("T-05 (stochastic-event; text#p2): Something may go wrong\n    represented by: events/near-miss/outcomes/loss\n    only mentioned by: factors/trust\n", StringComparison.Ordinal);
        Assert.True(item >= 0 && said.Output.IndexOf("  T-01 (structure", StringComparison.Ordinal) > item, said.Output);
        Assert.DoesNotContain("T-04", said.Output, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(Shell.Run("coverage", Covered, "--item", "T-05", "--format", "json").Output);
        Assert.Equal("T-05", Assert.Single(json.RootElement.GetProperty("options").GetProperty("items").EnumerateArray()).GetString());
        Assert.Equal("T-05", Assert.Single(json.RootElement.GetProperty("result").GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(3, json.RootElement.GetProperty("result").GetProperty("missing").GetArrayLength());
    }

    [Fact]
    public void Without_the_list_only_what_is_wrong_is_shown()
    {
        var said = Shell.Run("coverage", Covered);
        Assert.DoesNotContain("T-05", said.Output, StringComparison.Ordinal);
        Assert.Contains("T-06", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "detente: the inventory has no item \"T-11\"; did you mean T-01?\n")]
    [InlineData("de", "detente: das Inventar hat keinen Eintrag „T-11“; ist T-01 gemeint?\n")]
    public void An_unknown_item_is_refused(string language, string expected) =>
        Assert.Equal(new Said(ExitCode.Usage, "", expected), Shell.Run("coverage", Covered, "--item", "T-11", "--lang", language));

    [Theory]
    [InlineData("en", "The model has no inventory of its source text (section items).\n")]
    [InlineData("de", "Das Modell hat kein Inventar seines Quellentextes (Abschnitt items).\n")]
    public void A_model_without_an_inventory_says_so_and_is_fine(string language, string expected)
    {
        var said = Shell.Run("coverage", Shell.SmallModel, "--lang", language);
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.EndsWith(expected, said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_inventory_is_fine()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("coverage", folder.File("m.yaml", """
            detente: 1
            id: complete
            items:
              T-01: {kind: factor, text: Trust matters}
            factors:
              trust: {states: [low, high], items: [T-01]}
            """));
        Assert.Equal((ExitCode.Fine, "Coverage of the source text: complete\n1 of 1 item is represented.\n"), (said.Code, said.Output));
    }

    [Fact]
    public void Neither_horizon_nor_initial_states_are_needed() => Assert.Equal(ExitCode.Fine, Shell.Run("coverage", "somewhereland").Code);
}
