using System.Text.Json;

namespace Detente.Cli.Tests.Commands;

public sealed class EscalationCommandTests
{
    private static readonly string[] Small = ["escalation", Shell.SmallModel, "--draws", "4", "--paths", "100", "--seed", "7"];
    private static readonly string[] Asked = [.. Small, "--strategy", "caution", "--without", "hotline", "--severity", "clash"];

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void The_text_answers_first_and_gives_ladder_routes_and_what_it_takes(string language)
    {
        var said = Shell.Run([.. Asked, "--lang", language]);
        Assert.Equal(ExitCode.Fine, said.Code);
        Golden.Match($"escalation.{language}.txt", said.Output);
    }

    [Fact]
    public void The_json_answer_is_as_documented() =>
        Golden.Match("escalation.json", Shell.Run([.. Asked, "--format", "json"]).Output.Replace(Shell.SmallModel, "two-powers.yaml", StringComparison.Ordinal));

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("svg")]
    public void Threads_change_no_byte(string format) => Assert.Equal(
        Shell.Run([.. Asked, "--format", format, "--threads", "1"]),
        Shell.Run([.. Asked, "--format", format, "--threads", "2"]));

    [Fact]
    public void The_json_answer_is_the_same_in_every_language() => Assert.Equal(
        Shell.Run([.. Asked, "--format", "json"]).Output,
        Shell.Run([.. Asked, "--format", "json", "--lang", "de"]).Output);

    [Fact]
    public void Shares_are_those_that_futures_gives()
    {
        using var futures = JsonDocument.Parse(Shell.Run("futures", Shell.SmallModel, "--draws", "4", "--paths", "100", "--format", "json").Output);
        using var escalation = JsonDocument.Parse(Shell.Run("escalation", Shell.SmallModel, "--draws", "4", "--paths", "100", "--format", "json").Output);
        var (one, other) = (futures.RootElement.GetProperty("result").GetProperty("escalation"), escalation.RootElement.GetProperty("result").GetProperty("severities"));
        Assert.All(one.EnumerateObject(), severity => Assert.Equal(severity.Value.GetProperty("share").GetRawText(), other.GetProperty(severity.Name).GetProperty("share").GetRawText()));
    }

    [Theory]
    [InlineData("--severity clsh", "the model has no severity \"clsh\"; did you mean clash?", "ist clash gemeint?")]
    [InlineData("--without hotlin", "the model has no measure \"hotlin\"; did you mean hotline?", "ist hotline gemeint?")]
    [InlineData("--strategy cautoin", "did you mean caution?", "ist caution gemeint?")]
    [InlineData("--without hotline --no-measures", "--without and --no-measures exclude each other", "schließen einander aus")]
    [InlineData("--exact", "--exact is no option here", "ist hier keine Option")]
    [InlineData("--format sl", "text, json or svg is expected", "text, json oder svg")]
    [InlineData("--without", "--without needs a value: --without M,...", "braucht einen Wert")]
    public void Wrong_options_are_refused(string options, string english, string german)
    {
        var (inEnglish, inGerman) = (Shell.Run([.. Small, .. options.Split(' ')]), Shell.Run([.. Small, .. options.Split(' '), "--lang", "de"]));
        Assert.Equal((ExitCode.Usage, "", ExitCode.Usage, ""), (inEnglish.Code, inEnglish.Output, inGerman.Code, inGerman.Output));
        Assert.Contains(english, inEnglish.Error, StringComparison.Ordinal);
        Assert.Contains(german, inGerman.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_that_nobody_pursues_is_refused_where_it_stands()
    {
        var said = Shell.Run([.. Small, "--without", "hotline"]);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains("two-powers.yaml:55:3: error DT4031: The measure hotline is not pursued", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_a_scale_is_told_which_key_it_lacks()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("plain.yaml", "detente: 1\nid: plain\nhorizon: {start: 2020-01-01, end: 2020-12-31}\nfactors: {t: {states: [a, b], initial: a, inertia: 1 year}}\n");
        var said = Shell.Run("escalation", file, "--lang", "de");
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains("Fehler DT4030: Das Modell hat keine Skala der Schwere", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "No model run reaches the severity “high”.")]
    [InlineData("de", "Kein Modelllauf erreicht die Schwere „hoch“.")]
    public void A_severity_that_no_run_reaches_is_said_to_be_so(string language, string expected)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File(
            "calm.yaml",
            "detente: 1\nid: calm\ntitle: {en: Calm, de: Ruhe}\nhorizon: {start: 2020-01-01, end: 2020-12-31}\nfactors: {t: {states: [a, b], initial: a, inertia: 1 year}}\n"
            + "severity: {high: {level: 1, title: {en: high, de: hoch}}}\nevents: {e: {rate: 0, severity: high}}\n");
        foreach (var format in new[] { "text", "svg" })
        {
            var said = Shell.Run("escalation", file, "--draws", "1", "--paths", "4", "--lang", language, "--format", format);
            Assert.Equal(ExitCode.Fine, said.Code);
            Assert.Contains(expected, said.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void In_plausibility_mode_nothing_is_called_a_probability()
    {
        var said = string.Concat(new[] { "en", "de" }.SelectMany(language => new[] { "text", "svg" }.Select(format => Shell.Run([.. Asked, "--lang", language, "--format", format]).Output)));
        Assert.DoesNotContain("probab", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("likel", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("wahrscheinlich", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('%', said);
    }
}
