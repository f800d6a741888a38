using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Detente.Cli.Tests.Commands;

/// <summary>Common random numbers over the model that is shipped: what nothing uses changes no figure of anything else.</summary>
public sealed class ReferenceModelTests
{
    private const string Reference = "nato-russia-2015";

    private const string Unused = "  unused-rumour: {title: {en: Rumour, de: Gerücht}, states: [quiet, loud, deafening], initial: loud, inertia: 3 months}\n";

    private static string Folder { get; } = RepositoryRoot.Combine("models", Reference);

    private static Said Futures(string model, params string[] more) =>
        Shell.Run(["futures", model, "--draws", "4", "--paths", "50", "--seed", "7", "--format", "json", .. more]);

    /// <summary>Copies the model, changed in its factors, or anywhere.</summary>
    private static string Changed(TemporaryFolder folder, Func<string, string> change) => Changed(folder, (name, text) => name == "factors.yaml" ? change(text) : text);

    private static string Changed(TemporaryFolder folder, Func<string, string, string> change)
    {
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            var text = File.ReadAllText(file);
            var name = Path.GetFileName(file);
            folder.File(name, change(name, text));
        }

        return folder.Path;
    }

    private static string[] Pieces(string text, string border) => Regex.Split(text, border, RegexOptions.Multiline, TimeSpan.FromSeconds(10));

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
        with["factorsSe"]!.AsObject().Remove("unused-rumour");
        Assert.Equal(Result(Futures(Folder)).ToJsonString(), with.ToJsonString());
    }

    [Theory]
    [InlineData("factors")]
    [InlineData("influences")]
    [InlineData("tendencies")]
    [InlineData("events")]
    [InlineData("measures")]
    public void The_order_of_what_is_declared_changes_no_figure(string section)
    {
        using var folder = new TemporaryFolder();
        var reversed = 0;
        var turned = Changed(folder, (_, text) => string.Concat(Pieces(text, "(?=^[a-z]+:)").Select(part =>
        {
            var elements = part.StartsWith(section + ":\n", StringComparison.Ordinal) ? Pieces(part, "(?=^  [-a-z])") : [part];
            reversed += elements.Length - 1;
            return string.Concat(elements.Skip(1).Reverse().Prepend(elements[0]));
        })));
        Assert.True(reversed > 5, $"Only {reversed} elements changed places.");
        var (expected, actual) = (Result(Futures(Folder)), Result(Futures(turned)));
        Assert.True(JsonNode.DeepEquals(expected, actual), "A figure changed.");
    }

    [Fact]
    public void Threads_change_no_byte() => Assert.Equal(Futures(Folder, "--threads", "1"), Futures(Folder, "--threads", "2"));
}
