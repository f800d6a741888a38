using System.Text.Json;
using System.Text.RegularExpressions;
using Detente.Language;

namespace Detente.Cli.Tests;

/// <summary>What the documents show is what the program does.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Tours => new("README.md", "README.de.md", "docs/guide/five-minutes.md", "docs/guide/euromissiles.md", "docs/guide/your-own-model.md", "docs/guide/your-own-model.de.md");

    [Theory]
    [MemberData(nameof(Tours))]
    public void Every_command_of_a_tour_works_and_says_what_is_shown(string document)
    {
        using var tour = new Tour(document);
        tour.Follow();
        Assert.NotEqual(0, tour.Commands);
        if (Golden.IsUpdating)
        {
            tour.Renew();
        }
        else
        {
            Assert.Equal(tour.Before, tour.After);
        }
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
    [InlineData("escalation", "--no-measures")]
    [InlineData("coverage", "--verbose")]
    [InlineData("verify", "--failed")]
    public void The_documented_keys_of_a_result_are_those_answered(string command, string option)
    {
        var section = Json().Split("\n## ").Single(text => text.StartsWith(command + "\n", StringComparison.Ordinal));
        var documented = Rows.Matches(section).Select(row => row.Groups["key"].Value).Distinct();
        using var answer = JsonDocument.Parse(Shell.Run(command, Shell.SmallModel, option, "--format", "json").Output);
        Assert.Equal(documented, answer.RootElement.GetProperty("result").EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void The_documented_keys_of_a_balance_are_those_answered()
    {
        var section = Json().Split("\n## ").Single(text => text.StartsWith("scenarios --of\n", StringComparison.Ordinal));
        using var answer = JsonDocument.Parse(Shell.Run("scenarios", Shell.SmallModel, "--of", "channels = regular", "--format", "json").Output);
        var result = answer.RootElement.GetProperty("result");
        Assert.Equal(Rows.Matches(section).Select(row => row.Groups["key"].Value), result.EnumerateObject().Select(property => property.Name));
        Assert.All(Members(result), key => Assert.Contains(key, section, StringComparison.Ordinal));

        // Names of factors and states are the model's.
        static IEnumerable<string> Members(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Members(property.Value).Append(property.Name)).Except(["trust", "posture", "channels", "broken", "guarded", "working", "home", "forward", "none", "sporadic", "regular"]),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Members),
            _ => [],
        };
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

    [GeneratedRegex("```yaml\n(?<body>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Snippets { get; }

    [GeneratedRegex(@"^\| `(?<key>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rows { get; }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links { get; }
}
