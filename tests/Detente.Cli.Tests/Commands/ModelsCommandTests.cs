using System.Text.Json;

namespace Detente.Cli.Tests.Commands;

public sealed class ModelsCommandTests
{
    [Fact]
    public void Every_folder_of_models_is_listed_by_name_and_title()
    {
        var names = Directory.EnumerateDirectories(RepositoryRoot.Combine("models")).Select(path => Path.GetFileName(path)).ToList();
        var said = Shell.Run("models");
        Assert.Equal((ExitCode.Fine, ""), (said.Code, said.Error));
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains("  " + name + "  ", said.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("cannot be read", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_come_in_the_language_of_the_reader()
    {
        using var root = WithSmallModel();
        Assert.Equal("  small  Two powers\n", Listed(root, "--lang", "en").Output);
        Assert.Equal("  small  Zwei Mächte\n", Listed(root, "--lang", "de").Output);
    }

    [Fact]
    public void The_json_answer_holds_names_and_titles()
    {
        using var root = WithSmallModel();
        using var answer = JsonDocument.Parse(Listed(root, "--format", "json").Output);
        var model = Assert.Single(answer.RootElement.GetProperty("result").GetProperty("models").EnumerateArray());
        Assert.Equal(("small", "Zwei Mächte"), (model.GetProperty("name").GetString(), model.GetProperty("title").GetProperty("de").GetString()));
    }

    [Fact]
    public void A_listed_name_is_a_model_wherever_one_is()
    {
        using var root = WithSmallModel();
        var said = Shell.RunIn(around => around with { Variable = name => name == "DETENTE_ROOT" ? root.Path : null }, "scenarios", "small");
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.StartsWith("Consistent scenarios: Two powers\n", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_launcher_the_models_are_found_above_the_program()
    {
        var said = Shell.RunIn(around => around with { Variable = _ => null }, "models");
        Assert.Contains("  somewhereland  ", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_models_are_said_so()
    {
        using var root = new TemporaryFolder();
        Assert.Equal(new Said(ExitCode.Fine, "There are no worked models beside this program.\n", ""), Listed(root));
    }

    private static TemporaryFolder WithSmallModel()
    {
        var root = new TemporaryFolder();
        Directory.CreateDirectory(root.Combine("models"));
        File.Copy(Shell.SmallModel, Path.Combine(root.Combine("models"), "small.yaml"));
        return root;
    }

    private static Said Listed(TemporaryFolder root, params string[] options) =>
        Shell.RunIn(around => around with { Variable = name => name == "DETENTE_ROOT" ? root.Path : null }, ["models", .. options]);
}
