using System.Text.Json;

namespace Detente.Cli.Tests.Commands;

/// <summary>The parts of <c>futures</c>: pathways, the effect of an event, a branch, perception.</summary>
public sealed class FuturesPartsTests
{
    private static readonly string Watchers = RepositoryRoot.Combine("tests", "Detente.Cli.Tests", "Models", "two-watchers.yaml");
    private static readonly string[] Small = ["futures", Watchers, "--draws", "6", "--paths", "60", "--seed", "7"];

    private static readonly Dictionary<string, string[]> Parts = new(StringComparer.Ordinal)
    {
        ["pathways"] = ["--pathways", "--window", "24 months", "--least-stay", "2"],
        ["effect-of"] = ["--effect-of", "summit"],
        ["window"] = ["--effect-of", "vote"],
        ["branch"] = ["--branch", "2021-07-01 caution"],
        ["perception"] = ["--perception"],
    };

    private static readonly string[] Maps = ["kinds", "severities", "factors", "events", "images", "moves", "shares", "atHorizon"];

    public static TheoryData<string> Names => [.. Parts.Keys];

    public static TheoryData<string, string> NamesAndLanguages
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in Parts.Keys)
            {
                data.Add(name, "en");
                data.Add(name, "de");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(NamesAndLanguages))]
    public void The_text_says_the_answer_first_and_then_the_figures(string part, string language)
    {
        var said = Shell.Run([.. Small, .. Parts[part], "--lang", language]);
        Assert.Equal(ExitCode.Fine, said.Code);
        Golden.Match($"futures-{part}.{language}.txt", said.Output);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_json_answer_is_the_same_in_every_language_and_with_any_threads(string part)
    {
        var said = Shell.Run([.. Small, .. Parts[part], "--format", "json", "--threads", "1"]);
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.Equal(said.Output, Shell.Run([.. Small, .. Parts[part], "--format", "json", "--threads", "2", "--lang", "de"]).Output);
        using var answer = JsonDocument.Parse(said.Output);
        Assert.Equal("futures", answer.RootElement.GetProperty("command").GetString());
    }

    [Fact]
    public void The_json_answer_is_as_documented()
    {
        var shapes = Parts.Select(part =>
        {
            using var answer = JsonDocument.Parse(Shell.Run([.. Small, .. part.Value, "--format", "json"]).Output);
            return $"{part.Key}\n{Shape(answer.RootElement.GetProperty("options"), 1)}{Shape(answer.RootElement.GetProperty("result"), 1)}";
        });
        Golden.Match("futures-parts.shapes.txt", string.Join('\n', shapes));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_key_of_an_answer_is_documented(string part)
    {
        var document = File.ReadAllText(RepositoryRoot.Combine("docs", "language", "json.md"));
        var section = document.Split("\n## ").Single(text => text.StartsWith("futures --pathways", StringComparison.Ordinal));
        using var answer = JsonDocument.Parse(Shell.Run([.. Small, .. Parts[part], "--format", "json"]).Output);
        string[] keys = [.. Keys(answer.RootElement.GetProperty("options")), .. Keys(answer.RootElement.GetProperty("result"))];
        Assert.All(keys.Distinct(), key => Assert.Contains(key, section, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Keys(JsonElement element, bool isMap = false) => element.ValueKind switch
    {
        JsonValueKind.Object when IsFigure(element) => [],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Keys(property.Value, Maps.Contains(property.Name)).Concat(isMap ? [] : [property.Name])),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Keys(item)),
        _ => [],
    };

    [Theory]
    [InlineData("effect-of")]
    [InlineData("branch")]
    public void A_difference_is_the_second_less_the_first(string part)
    {
        using var answer = JsonDocument.Parse(Shell.Run([.. Small, .. Parts[part], "--format", "json"]).Output);
        var groups = answer.RootElement.GetProperty("result").GetProperty("course").EnumerateObject().Where(group => group.Value.ValueKind == JsonValueKind.Object);
        var pairs = groups.SelectMany(group => group.Value.EnumerateObject()).Select(pair => pair.Value).ToList();
        double[] Means(JsonElement pair, string name) => [.. pair.GetProperty(name).GetProperty("mean").EnumerateArray().Select(mean => mean.GetDouble())];
        Assert.Equal(10, pairs.Count);
        Assert.All(pairs, pair => Assert.All(
            Means(pair, "second").Zip(Means(pair, "first"), Means(pair, "difference")),
            mean => Assert.Equal(mean.First - mean.Second, mean.Third, 1e-9)));
        Assert.Contains(pairs, pair => Means(pair, "difference").Any(mean => Math.Abs(mean) > 0.05));
    }

    [Fact]
    public void Nothing_is_called_a_probability()
    {
        var said = string.Concat(from part in Parts.Values from language in new[] { "en", "de" } select Shell.Run([.. Small, .. part, "--lang", language]).Output);
        Assert.DoesNotContain("probab", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("likel", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("wahrscheinlich", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('%', said);
    }

    [Theory]
    [InlineData("--branch|2021-07-01 none", "nobody pursues a measure")]
    [InlineData("--branch|2025-01-01 caution", "the difference to going on as before is within noise for every kind and severity")]
    [InlineData("--effect-of|vote", "without it every path would be the same")]
    [InlineData("--pathways|--no-measures", "No measures are pursued.")]
    [InlineData("--pathways|--strategy|caution", "HYPOTHETICAL, with the strategy: Caution.")]
    public void What_is_asked_is_said(string options, string expected)
    {
        var said = Shell.Run([.. Small, .. options.Split('|')]);
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.Contains(expected, said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--effect-of|sumit", "the model has no event \"sumit\"; did you mean summit?", "das Modell hat kein Ereignis „sumit“; ist summit gemeint?")]
    [InlineData("--effect-of|near-miss", "DT4352: The event near-miss has no date within the horizon; these have: summit, vote.", "diese haben eines: summit, vote.")]
    [InlineData("--branch|2021-07-01 cautoin", "Did you mean “caution”?", "Meinten Sie „caution“?")]
    [InlineData("--branch|2021-7-1 caution", "Did you mean “2021-07-01”?", "Meinten Sie „2021-07-01“?")]
    [InlineData("--branch|2031-07-01 caution", "DT4351: 2031-07-01 lies outside the horizon, 2020-01-01 to 2025-01-01.", "liegt außerhalb des Zeithorizonts")]
    [InlineData("--branch|2021-07-01", "The text ends too early", "Der Text endet zu früh")]
    [InlineData("--branch|2021-07-01 caution now", "“now” does not fit here", "„now“ passt hier nicht")]
    [InlineData("--branch|", "The expression is empty.", "Der Ausdruck ist leer.")]
    [InlineData("--pathways|--window|12 moths", "Did you mean “months”?", "Meinten Sie „months“?")]
    [InlineData("--pathways|--window|0 months", "A window is longer than nothing", "Ein Zeitraum ist länger als null")]
    [InlineData("--pathways|--least-stay|0", "a whole number from 1 to 1000 is expected", "erwartet wird eine ganze Zahl von 1 bis 1000")]
    [InlineData("--window|12 months", "--window needs --pathways", "--window braucht --pathways")]
    [InlineData("--pathways|--perception", "--pathways and --perception exclude each other", "--pathways und --perception schließen einander aus")]
    [InlineData("--branch|2021-07-01 none|--format|svg", "--effect-of and --branch have no picture", "--effect-of und --branch haben kein Bild")]
    [InlineData("--pathways|--chart|dots", "--pathways and --chart exclude each other", "--pathways und --chart schließen einander aus")]
    [InlineData("--perception|--exact", "--perception and --exact exclude each other", "--perception und --exact schließen einander aus")]
    public void Mistakes_are_named_with_what_was_meant(string options, string english, string german)
    {
        var (inEnglish, inGerman) = (Shell.Run([.. Small, .. options.Split('|')]), Shell.Run([.. Small, .. options.Split('|'), "--lang", "de"]));
        Assert.Equal((ExitCode.Usage, "", ExitCode.Usage, ""), (inEnglish.Code, inEnglish.Output, inGerman.Code, inGerman.Output));
        Assert.Contains(english, inEnglish.Error, StringComparison.Ordinal);
        Assert.Contains(german, inGerman.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--pathways")]
    [InlineData("--perception")]
    public void A_picture_can_be_had_of_what_unfolds(string option)
    {
        var said = Shell.Run([.. Small, option, "--format", "svg"]);
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.StartsWith("<svg ", said.Output, StringComparison.Ordinal);
        Assert.Equal(said.Output, Shell.Run([.. Small, option, "--format", "svg", "--threads", "2"]).Output);
    }

    [Theory]
    [InlineData("--pathways", "DT4354")]
    [InlineData("--perception", "DT4353")]
    public void What_the_model_lacks_is_said(string option, string code)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("plain.yaml", "detente: 1\nid: plain\nhorizon: {start: 2020-01-01, end: 2020-12-31}\nfactors: {t: {states: [a, b], initial: a, inertia: 1 year}}\n");
        var said = Shell.Run("futures", file, option, "--draws", "1", "--paths", "4");
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains(code, said.Error, StringComparison.Ordinal);
    }

    /// <summary>The names of everything in an answer; of a list, and of what goes by names of the model, the first only.</summary>
    private static string Shape(JsonElement element, int depth, bool isMap = false)
    {
        var indent = new string(' ', 2 * depth);
        return element.ValueKind switch
        {
            JsonValueKind.Object when IsFigure(element) => "",
            JsonValueKind.Object => string.Concat(element.EnumerateObject().Take(isMap ? 1 : int.MaxValue).Select(property =>
                $"{indent}{(isMap ? "*" : property.Name)}: {Kind(property.Value)}\n{Shape(property.Value, depth + 1, Maps.Contains(property.Name))}")),
            JsonValueKind.Array => element.EnumerateArray().Take(1).Select(first => Shape(first, depth)).SingleOrDefault(""),
            _ => "",
        };
    }

    private static bool IsFigure(JsonElement element) => element.ValueKind == JsonValueKind.Object
        && element.EnumerateObject().Select(property => property.Name).SequenceEqual(["mean", "se", "lower", "upper", "spread", "pathsNeeded"]);

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => $"[{element.GetArrayLength()}]",
        JsonValueKind.Number => "number",
        JsonValueKind.Object => IsFigure(element) ? "figure" : "object",
        _ => element.GetRawText(),
    };
}
