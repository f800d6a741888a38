using System.Text.Json;

namespace Detente.Cli.Tests.Commands;

public sealed class FuturesCommandTests
{
    private static readonly string[] Small = ["futures", Shell.SmallModel, "--draws", "4", "--paths", "50", "--seed", "7"];

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void The_text_names_shares_errors_spreads_and_what_dominates(string language)
    {
        var said = Shell.Run([.. Small, "--lang", language]);
        Assert.Equal(ExitCode.Fine, said.Code);
        Golden.Match($"futures.{language}.txt", said.Output);
    }

    [Fact]
    public void The_json_answer_is_as_documented() =>
        Golden.Match("futures.json", Shell.Run([.. Small, "--format", "json"]).Output.Replace(Shell.SmallModel, "two-powers.yaml", StringComparison.Ordinal));

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void Threads_change_no_byte(string format) => Assert.Equal(
        Shell.Run([.. Small, "--format", format, "--threads", "1"]),
        Shell.Run([.. Small, "--format", format, "--threads", "2"]));

    [Fact]
    public void Another_seed_gives_other_shares() => Assert.NotEqual(
        Shell.Run("futures", Shell.SmallModel, "--draws", "4", "--paths", "50", "--format", "json", "--seed", "1").Output.Replace("\"seed\": 1", "", StringComparison.Ordinal),
        Shell.Run("futures", Shell.SmallModel, "--draws", "4", "--paths", "50", "--format", "json", "--seed", "2").Output.Replace("\"seed\": 2", "", StringComparison.Ordinal));

    [Fact]
    public void Without_draws_there_is_no_judgement_spread()
    {
        var said = Shell.Run("futures", Shell.SmallModel, "--draws", "1", "--paths", "100", "--format", "json");
        using var answer = JsonDocument.Parse(said.Output);
        var thaw = answer.RootElement.GetProperty("result").GetProperty("scenarios").GetProperty("thaw");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (thaw.GetProperty("lower").ValueKind, thaw.GetProperty("upper").ValueKind));
        Assert.DoesNotContain("judgement spread", Shell.Run("futures", Shell.SmallModel, "--draws", "1", "--paths", "100").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_of_all_kinds_add_up_to_one_at_every_date()
    {
        using var answer = JsonDocument.Parse(Shell.Run([.. Small, "--format", "json"]).Output);
        var result = answer.RootElement.GetProperty("result");
        var shares = result.GetProperty("scenarios").EnumerateObject().Select(kind => kind.Value.GetProperty("share").EnumerateArray().Select(share => share.GetDouble()).ToList()).ToList();
        Assert.All(Enumerable.Range(0, result.GetProperty("dates").GetArrayLength()), t => Assert.Equal(1, shares.Sum(share => share[t]), 1e-12));
    }

    [Theory]
    [InlineData("caution", "HYPOTHETICAL, with the strategy: Caution.")]
    [InlineData(null, "No measures are pursued.")]
    public void A_strategy_is_marked_as_a_what_if(string? strategy, string expected)
    {
        var said = Shell.Run([.. Small, .. strategy is null ? ["--no-measures"] : new[] { "--strategy", strategy }]);
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.Contains(expected + "\n", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--strategy cautoin", "did you mean caution?", "ist caution gemeint?")]
    [InlineData("--strategy caution --no-measures", "exclude each other", "schließen einander aus")]
    public void A_wrong_strategy_is_refused(string options, string english, string german)
    {
        var (inEnglish, inGerman) = (Shell.Run([.. Small, .. options.Split(' ')]), Shell.Run([.. Small, .. options.Split(' '), "--lang", "de"]));
        Assert.Equal((ExitCode.Usage, "", ExitCode.Usage, ""), (inEnglish.Code, inEnglish.Output, inGerman.Code, inGerman.Output));
        Assert.Contains(english, inEnglish.Error, StringComparison.Ordinal);
        Assert.Contains(german, inGerman.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_precision_is_reached_by_more_draws()
    {
        using var answer = JsonDocument.Parse(Shell.Run("futures", Shell.SmallModel, "--draws", "4", "--paths", "50", "--precision", "0.02", "--format", "json").Output);
        Assert.InRange(answer.RootElement.GetProperty("result").GetProperty("precisionReached").GetDouble(), 0, 0.02);
        Assert.True(answer.RootElement.GetProperty("result").GetProperty("precisionMet").GetBoolean());
        Assert.True(answer.RootElement.GetProperty("options").GetProperty("draws").GetInt32() > 4);
        Assert.Equal(50, answer.RootElement.GetProperty("options").GetProperty("paths").GetInt32());
    }

    [Theory]
    [InlineData("--draws 12 --paths 50 --precision 0.03", "detente: the largest standard error of a share is 0.0", " draws of 50 paths each\n", "detente: der größte Standardfehler eines Anteils ist 0,0", " Ziehungen zu je 50 Verläufen\n")]
    [InlineData("--draws 1 --paths 500 --precision 0.03", "(at most 0.030 was asked for)", "it took 1 draw of 500 paths\n", "(verlangt: höchstens 0,030)", "gerechnet mit 1 Ziehung mit 500 Verläufen\n")]
    public void What_a_precision_took_is_said(string options, string english, string took, string german, string gerechnet)
    {
        string[] words = ["futures", Shell.SmallModel, .. options.Split(' ')];
        var (inEnglish, inGerman) = (Shell.Run(words).Error, Shell.Run([.. words, "--lang", "de"]).Error);
        Assert.Contains(english, inEnglish, StringComparison.Ordinal);
        Assert.Contains(took, inEnglish, StringComparison.Ordinal);
        Assert.Contains(german, inGerman, StringComparison.Ordinal);
        Assert.Contains(gerechnet, inGerman, StringComparison.Ordinal);
    }

    [Fact]
    public void A_precision_within_one_draw_is_reached_by_more_paths()
    {
        using var answer = JsonDocument.Parse(Shell.Run("futures", Shell.SmallModel, "--draws", "1", "--paths", "50", "--precision", "0.02", "--format", "json").Output);
        Assert.InRange(answer.RootElement.GetProperty("result").GetProperty("precisionReached").GetDouble(), 0, 0.02);
        Assert.True(answer.RootElement.GetProperty("options").GetProperty("paths").GetInt32() > 50);
    }

    [Fact]
    public void Exact_shares_have_no_error_and_are_met_by_sampled_ones()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("exact.yaml", WithoutMemory());
        using var exact = JsonDocument.Parse(Shell.Run("futures", file, "--exact", "--format", "json").Output);
        using var sampled = JsonDocument.Parse(Shell.Run("futures", file, "--draws", "1", "--paths", "20000", "--format", "json").Output);
        Assert.True(exact.RootElement.GetProperty("result").GetProperty("exact").GetBoolean());
        Assert.Equal(0, Figure(exact, "se"));
        Assert.Equal(Figure(exact, "share"), Figure(sampled, "share"), 4.5 * Figure(sampled, "se"));
        Assert.Equal(ExitCode.Fine, Shell.Run("futures", file, "--exact").Code);

        static double Figure(JsonDocument answer, string name) =>
            answer.RootElement.GetProperty("result").GetProperty("scenarios").GetProperty("thaw").GetProperty(name).EnumerateArray().Last().GetDouble();
    }

    [Fact]
    public void What_has_a_memory_cannot_be_computed_exactly()
    {
        var said = Shell.Run("futures", Shell.SmallModel, "--exact", "--lang", "de");
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains("two-powers.yaml:67:3: Fehler DT4010", said.Error, StringComparison.Ordinal);
        Assert.Contains("   67 |   no-clash: ", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_warnings_that_check_shows_are_mentioned() => Assert.Equal(
        "detente: the model has 2 warnings; detente check shows more\n",
        Shell.Run("futures", Shell.SmallModel, "--draws", "2", "--paths", "2").Error);

    [Fact]
    public void What_a_factor_lacks_is_said_where_the_factor_stands()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("model.yaml", File.ReadAllText(Shell.SmallModel).Replace("    initial: forward\n", "", StringComparison.Ordinal));
        var said = Shell.Run("futures", file);
        Assert.Equal(ExitCode.Usage, said.Code);
        Assert.Contains("model.yaml:20:3: error DT4003: The factor posture has no initial state", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_a_horizon_is_told_which_key_it_lacks()
    {
        var said = Shell.Run("futures", "somewhereland");
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains("model.yaml: error DT4002: ", said.Error, StringComparison.Ordinal);
        Assert.Contains("horizon", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void In_plausibility_mode_nothing_is_called_a_probability()
    {
        string[][] commands = [Small, ["scenarios", Shell.SmallModel], ["check", Shell.SmallModel], ["--help"], .. Application.Commands.Select(command => new[] { command.Name, "--help" })];
        var said = string.Concat(from command in commands from language in new[] { "en", "de" } select Shell.Run([.. command, "--lang", language]).Output);
        Assert.DoesNotContain("probab", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("likel", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("wahrscheinlich", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('%', said);
    }

    [Theory]
    [InlineData("en", "(1 draw of the judgements,", "The model names no kinds of future")]
    [InlineData("de", "(1 Ziehung der Urteile,", "Das Modell nennt keine Zukunftstypen")]
    public void A_model_without_kinds_is_told_so(string language, string runs, string expected)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("plain.yaml", "detente: 1\nid: plain\nhorizon: {start: 2020-01-01, end: 2020-12-31}\nfactors: {t: {states: [a, b], initial: a, inertia: 1 year}}\n");
        var said = Shell.Run("futures", file, "--draws", "1", "--paths", "4", "--lang", language);
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.Contains(runs, said.Output, StringComparison.Ordinal);
        Assert.Contains(expected, said.Output, StringComparison.Ordinal);
    }

    // The one constraint looks back; without it nothing does.
    private static string WithoutMemory() => string.Join('\n', File.ReadAllLines(Shell.SmallModel).Where(line => !line.Contains("no-clash", StringComparison.Ordinal) && line != "constraints:"));
}
