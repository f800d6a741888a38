using System.Text.Json.Nodes;

namespace Detente.Cli.Tests.Commands;

/// <summary>Common random numbers over the model that is shipped: what nothing uses changes no figure of anything else.</summary>
public sealed class ReferenceModelTests
{
    private const string Reference = "nato-russia-2015";

    private const string Unused = "  unused-rumour: {title: {en: Rumour, de: Gerücht}, states: [quiet, loud, deafening], initial: loud, inertia: 3 months}\n";

    private static string Folder { get; } = RepositoryRoot.Combine("models", Reference);

    private static Said Futures(string model, params string[] more) =>
        Shell.Run(["futures", model, "--draws", "4", "--paths", "50", "--seed", "7", "--format", "json", .. more]);

    /// <summary>Copies the model, changed in its factors.</summary>
    private static string Changed(TemporaryFolder folder, Func<string, string> change)
    {
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            var text = File.ReadAllText(file);
            var name = Path.GetFileName(file);
            folder.File(name, name == "factors.yaml" ? change(text) : text);
        }

        return folder.Path;
    }

    private static JsonObject Result(Said said)
    {
        Assert.Equal((ExitCode.Fine, ""), (said.Code, said.Error));
        var result = JsonNode.Parse(said.Output)!["result"]!.AsObject();
        Assert.True(result["factors"]!.AsObject().Count > 15);
        result.Remove("relaxationShare"); // a mean over all factors, the unused one included
        return result;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Deleting_a_factor_that_nothing_uses_leaves_every_other_figure_to_the_byte(bool isFirst)
    {
        using var folder = new TemporaryFolder();
        var with = Result(Futures(Changed(folder, text => isFirst ? text.Replace("factors:\n", "factors:\n" + Unused, StringComparison.Ordinal) : text + Unused)));
        var unused = with["factors"]!.AsObject();
        var series = unused["unused-rumour"]!.AsObject().Select(state => state.Value!.AsArray().Select(share => share!.GetValue<double>()).Distinct().Count());
        Assert.All(series, values => Assert.True(values > 10)); // it does move
        unused.Remove("unused-rumour");
        Assert.Equal(Result(Futures(Folder)).ToJsonString(), with.ToJsonString());
    }

    [Fact]
    public void Threads_change_no_byte() => Assert.Equal(Futures(Folder, "--threads", "1"), Futures(Folder, "--threads", "2"));
}
