using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Detente.Language;

namespace Detente.Cli.Tests;

/// <summary>What the documents show is what the program does.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Tours => new("README.md", "README.de.md", "docs/guide/five-minutes.md");

    /// <summary>
    /// In a block marked <c>console</c> a command stands after <c>$ </c>; the lines after it are the first lines of its answer,
    /// and <c>...</c> stands for the rest. DETENTE_UPDATE_GOLDENS=1 renews as many lines as are shown.
    /// </summary>
    [Theory]
    [MemberData(nameof(Tours))]
    public void Every_command_of_a_tour_works_and_says_what_is_shown(string document)
    {
        var path = RepositoryRoot.Combine(document.Split('/'));
        var before = File.ReadAllText(path).ReplaceLineEndings("\n");
        var bodies = Blocks.Matches(before).Select(block => block.Groups["body"]).ToList();
        Assert.NotEmpty(bodies);
        var after = before;
        foreach (var body in Enumerable.Reverse(bodies))
        {
            after = after[..body.Index] + Replay(body.Value) + after[(body.Index + body.Length)..];
        }

        if (Golden.IsUpdating)
        {
            File.WriteAllText(path, after);
        }

        Assert.Equal(before, Golden.IsUpdating ? before : after);
    }

    [Fact]
    public void The_snippets_of_the_reference_are_readable_text()
    {
        var snippets = Snippets.Matches(File.ReadAllText(RepositoryRoot.Combine("docs", "language", "reference.md")).ReplaceLineEndings("\n"));
        Assert.NotEmpty(snippets);

        // DT1018: a text on its own includes no parts, which the first snippet shows. DT15xx: it leaves conditions out.
        Assert.All(snippets, snippet => Assert.DoesNotContain(
            ModelText.Parse(snippet.Groups["body"].Value).Diagnostics,
            diagnostic => diagnostic.Code.StartsWith("DT10", StringComparison.Ordinal) && diagnostic.Code != "DT1018"));
    }

    [Fact]
    public void The_documented_envelope_is_the_one_answered()
    {
        var documented = Regex.Match(Json(), "```json\n(?<body>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["body"].Value;
        Assert.Equal(Keys(documented), Keys(Shell.Run("check", Shell.SmallModel, "--format", "json").Output));

        static IEnumerable<string> Keys(string json)
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.EnumerateObject().Select(property => property.Name).ToList();
        }
    }

    [Theory]
    [InlineData("scenarios", "--weights")]
    [InlineData("futures", "--no-measures")]
    [InlineData("coverage", "--verbose")]
    public void The_documented_keys_of_a_result_are_those_answered(string command, string option)
    {
        var section = Json().Split("\n## ").Single(text => text.StartsWith(command + "\n", StringComparison.Ordinal));
        var documented = Rows.Matches(section).Select(row => row.Groups["key"].Value).Distinct();
        using var answer = JsonDocument.Parse(Shell.Run(command, Shell.SmallModel, option, "--format", "json").Output);
        Assert.Equal(documented, answer.RootElement.GetProperty("result").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var documents = Directory.EnumerateFiles(RepositoryRoot.Path, "*.md").Concat(Directory.EnumerateFiles(RepositoryRoot.Combine("docs"), "*.md", SearchOption.AllDirectories));
        var broken = from document in documents
                     from link in Links.Matches(File.ReadAllText(document))
                     let target = link.Groups["target"].Value.Split('#')[0]
                     where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
                     where !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
                     select Path.GetRelativePath(RepositoryRoot.Path, document) + " -> " + target;
        Assert.Empty(broken);
    }

    private static string Json() => File.ReadAllText(RepositoryRoot.Combine("docs", "language", "json.md")).ReplaceLineEndings("\n");

    private static string Replay(string body)
    {
        var replayed = new StringBuilder();
        var lines = body.Split('\n')[..^1];
        for (var i = 0; i < lines.Length; i++)
        {
            replayed.Append(lines[i]).Append('\n');
            Assert.StartsWith("$ ./", lines[i], StringComparison.Ordinal);
            var shown = lines.Skip(i + 1).TakeWhile(line => !line.StartsWith("$ ", StringComparison.Ordinal)).ToList();
            i += shown.Count;
            if (lines[i - shown.Count].StartsWith("$ ./detente ", StringComparison.Ordinal))
            {
                var cut = shown.Count > 0 && shown[^1] == "...";
                AppendAnswer(replayed, lines[i - shown.Count]["$ ./detente ".Length..], cut ? shown.Count - 1 : shown.Count, cut);
            }
        }

        return replayed.ToString();
    }

    private static void AppendAnswer(StringBuilder replayed, string command, int shown, bool cut)
    {
        using var folder = new TemporaryFolder();
        var words = command.Split(' ').Select(word => word.EndsWith(".html", StringComparison.Ordinal) ? folder.Combine(word) : word).ToArray();
        var said = Shell.RunIn(around => around, words);
        Assert.True(said.Code == ExitCode.Fine, command + " ended with " + said.Code + ": " + said.Error);
        var answer = said.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n')[..^1];
        foreach (var line in cut ? answer.Take(shown) : answer)
        {
            replayed.Append(line).Append('\n');
        }

        if (cut)
        {
            replayed.Append("...\n");
        }
    }

    [GeneratedRegex("```console\n(?<body>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks { get; }

    [GeneratedRegex("```yaml\n(?<body>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Snippets { get; }

    [GeneratedRegex(@"^\| `(?<key>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rows { get; }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links { get; }
}
