using System.Text.Json;

namespace Detente.Cli.Tests.Commands;

public sealed class WhyCommandTests
{
    private static readonly string[] Small = ["why", Shell.SmallModel, "--draws", "4", "--paths", "60", "--seed", "7"];
    private static readonly string[] Between = [.. Small, "--kind", "between", "--at", "2022-05-15", "--strategy", "caution"];

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void The_text_says_what_carries_it_when_paths_part_and_tells_paths(string language)
    {
        var said = Shell.Run([.. Between, "--lang", language]);
        Assert.Equal(ExitCode.Fine, said.Code);
        Golden.Match($"why.{language}.txt", said.Output);
    }

    [Fact]
    public void The_json_answer_is_as_documented() =>
        Golden.Match("why.json", Shell.Run([.. Between, "--format", "json"]).Output.Replace(Shell.SmallModel, "two-powers.yaml", StringComparison.Ordinal));

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void Threads_change_no_byte(string format) => Assert.Equal(
        Shell.Run([.. Small, "--format", format, "--threads", "1"]),
        Shell.Run([.. Small, "--format", format, "--threads", "2"]));

    [Fact]
    public void Unless_stated_it_is_the_most_frequent_kind_at_the_end_of_the_horizon()
    {
        using var answer = JsonDocument.Parse(Shell.Run([.. Small, "--format", "json"]).Output);
        var result = answer.RootElement.GetProperty("result");
        Assert.Equal(("freeze", "2023-01-01"), (result.GetProperty("kind").GetString(), result.GetProperty("at").GetString()));
        using var futures = JsonDocument.Parse(Shell.Run(["futures", .. Small[1..], "--format", "json"]).Output);
        Assert.Equal(
            futures.RootElement.GetProperty("result").GetProperty("scenarios").GetProperty("freeze").GetProperty("share").EnumerateArray().Last().GetDouble(),
            result.GetProperty("shares").GetProperty("freeze").GetProperty("mean").GetDouble());
    }

    [Theory]
    [InlineData("en", "in none of the model runs", "At the end of the horizon")]
    [InlineData("de", "in keinem Modelllauf", "Am Ende des Zeithorizonts")]
    public void A_kind_that_never_comes_out_is_told_so(string language, string share, string when)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("model.yaml", File.ReadAllText(Shell.SmallModel).Replace("rule: \"trust >= guarded and channels = regular\"", "rule: \"trust >= guarded and trust = broken\"", StringComparison.Ordinal));
        var said = Shell.Run("why", file, "--kind", "thaw", "--draws", "2", "--paths", "20", "--lang", language);
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.Contains(share, said.Output, StringComparison.Ordinal);
        Assert.Contains(when, said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--kind thow", "the model has no kind of future \"thow\"; did you mean thaw?", "das Modell hat keinen Zukunftstyp „thow“; ist thaw gemeint?")]
    [InlineData("--at 2020-13-01", "--at 2020-13-01: a date such as 2020-07-01 is expected", "--at 2020-13-01: erwartet wird ein Datum wie 2020-07-01")]
    [InlineData("--at 2020-01-15", "within the horizon, from 2020-04-01 to 2023-01-01", "im Zeithorizont liegen, von 2020-04-01 bis 2023-01-01")]
    [InlineData("--at 2023-01-02", "within the horizon, from 2020-04-01 to 2023-01-01", "im Zeithorizont liegen, von 2020-04-01 bis 2023-01-01")]
    [InlineData("--strategy cautoin", "did you mean caution?", "ist caution gemeint?")]
    [InlineData("--strategy caution --no-measures", "exclude each other", "schließen einander aus")]
    public void Wrong_options_are_refused(string options, string english, string german)
    {
        var (inEnglish, inGerman) = (Shell.Run([.. Small, .. options.Split(' ')]), Shell.Run([.. Small, .. options.Split(' '), "--lang", "de"]));
        Assert.Equal((ExitCode.Usage, "", ExitCode.Usage, ""), (inEnglish.Code, inEnglish.Output, inGerman.Code, inGerman.Output));
        Assert.Contains(english, inEnglish.Error, StringComparison.Ordinal);
        Assert.Contains(german, inGerman.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "DT4354")]
    [InlineData("--kind thaw", "DT4354")]
    public void A_model_without_kinds_is_told_which_key_it_lacks(string options, string code)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("plain.yaml", "detente: 1\nid: plain\nhorizon: {start: 2020-01-01, end: 2020-12-31}\nfactors: {t: {states: [a, b], initial: a, inertia: 1 year}}\n");
        var said = Shell.Run(["why", file, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains(code, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_a_horizon_is_told_which_key_it_lacks()
    {
        var said = Shell.Run("why", "somewhereland", "--at", "2020-01-01");
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains("model.yaml: error DT4002: ", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("euromissiles-1979")]
    [InlineData("nato-russia-2015")]
    public void A_worked_model_is_told_without_a_word_of_chances(string model)
    {
        foreach (var language in new[] { "en", "de" })
        {
            var said = Shell.Run("why", model, "--draws", "1", "--paths", "20", "--lang", language);
            Assert.Equal(ExitCode.Fine, said.Code);
            Assert.DoesNotContain("probab", said.Output, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("likel", said.Output, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("wahrscheinlich", said.Output, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('%', said.Output);
            Assert.DoesNotContain("->", said.Output, StringComparison.Ordinal); // names of elements are for machines
        }
    }
}
