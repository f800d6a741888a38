using System.Text.Json;

namespace Detente.Cli.Tests.Commands;

public sealed class ScenariosCommandTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void The_text_names_list_tableau_kinds_and_cycles(string language)
    {
        var said = Shell.Run("scenarios", Shell.SmallModel, "--weights", "--lang", language);
        Assert.Equal(ExitCode.Fine, said.Code);
        Golden.Match($"scenarios.{language}.txt", said.Output);
    }

    [Fact]
    public void The_json_answer_is_as_documented() =>
        Golden.Match("scenarios.json", Shell.Run("scenarios", Shell.SmallModel, "--weights", "--tolerance", "1", "--format", "json").Output.Replace(Shell.SmallModel, "two-powers.yaml", StringComparison.Ordinal));

    [Fact]
    public void Somewhereland_has_the_ten_consistent_scenarios_of_its_source()
    {
        // Weimer-Jehle's teaching case: ten strictly consistent scenarios of 486 configurations.
        using var answer = JsonDocument.Parse(Shell.Run("scenarios", "somewhereland", "--format", "json").Output);
        var result = answer.RootElement.GetProperty("result");
        Assert.Equal((486, 10, 10), (result.GetProperty("configurations").GetInt32(), result.GetProperty("count").GetInt32(), result.GetProperty("scenarios").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, result.GetProperty("scenarios")[0].GetProperty("weight").ValueKind);
    }

    [Fact]
    public void Threads_change_no_byte() => Assert.Equal(
        Shell.Run("scenarios", "somewhereland", "--weights", "--format", "json", "--threads", "1"),
        Shell.Run("scenarios", "somewhereland", "--weights", "--format", "json", "--threads", "2"));

    [Theory]
    [InlineData("global", "en", "exact counts by global succession: all 18 configurations")]
    [InlineData("local", "de", "durch lokale Sukzession exakt gezählt: Alle 18 Konfigurationen")]
    [InlineData("sequential", "de", "durch sequenzielle Sukzession")]
    [InlineData("incremental", "en", "by incremental succession")]
    public void A_rule_of_succession_asks_for_weights_by_it(string rule, string language, string expected) =>
        Assert.Contains(expected, Shell.Run("scenarios", Shell.SmallModel, "--succession", rule, "--lang", language).Output, StringComparison.Ordinal);

    // 2 * 10^13 configurations: 2,500 are followed.
    [Theory]
    [InlineData("en", "Weights are estimates by global succession: 2,500 of 20,061,226,008,576 configurations, drawn at random (seed 7)", @"  \d[\d,]* ± \d[\d,]*\n")]
    [InlineData("de", "durch globale Sukzession geschätzt: 2.500 von 20.061.226.008.576 Konfigurationen, zufällig gezogen (Startwert 7)", @"  \d[\d.]* ± \d[\d.]*\n")]
    public void Sampled_weights_say_so_with_their_errors(string language, string expected, string weight)
    {
        var said = Shell.Run("scenarios", "nato-russia-2015", "--precision", "0.01", "--seed", "7", "--lang", language);
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.Contains(expected, said.Output, StringComparison.Ordinal);
        Assert.Matches(weight, said.Output);
    }

    [Fact]
    public void Sampled_weights_are_objects_with_value_and_error_in_json()
    {
        using var answer = JsonDocument.Parse(Shell.Run("scenarios", "nato-russia-2015", "--precision", "0.01", "--succession", "incremental", "--format", "json").Output);
        var (options, result) = (answer.RootElement.GetProperty("options"), answer.RootElement.GetProperty("result"));
        Assert.Equal(("incremental", 0.01, false), (options.GetProperty("succession").GetString(), options.GetProperty("precision").GetDouble(), options.GetProperty("exact").GetBoolean()));
        Assert.Equal(2_500, result.GetProperty("sampled").GetInt32());
        Assert.All(result.GetProperty("scenarios").EnumerateArray(), scenario => Assert.True(scenario.GetProperty("weight").GetProperty("error").GetDouble() > 0));
        Assert.Contains(result.GetProperty("scenarios").EnumerateArray(), scenario => scenario.GetProperty("weight").GetProperty("value").GetInt64() > 0);
    }

    [Fact]
    public void Exact_weights_of_too_many_configurations_are_refused()
    {
        var said = Shell.Run("scenarios", "nato-russia-2015", "--exact");
        Assert.Equal(ExitCode.Usage, said.Code);
        Assert.Contains("DT4201", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--succession", "adiabatic")]
    [InlineData("--precision", "0")]
    public void Values_out_of_range_are_refused(string option, string value) =>
        Assert.Equal(ExitCode.Usage, Shell.Run("scenarios", Shell.SmallModel, option, value).Code);

    [Fact]
    public void A_larger_tolerance_lets_more_through()
    {
        Assert.True(Count("0") < Count("1") && Count("1") < Count("1000"));

        static int Count(string tolerance)
        {
            using var answer = JsonDocument.Parse(Shell.Run("scenarios", "somewhereland", "--tolerance", tolerance, "--format", "json").Output);
            return answer.RootElement.GetProperty("result").GetProperty("count").GetInt32();
        }
    }

    [Theory]
    [InlineData("en", "error DT")]
    [InlineData("de", "Fehler DT")]
    public void A_model_with_an_error_is_not_run(string language, string expected)
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("scenarios", folder.File("broken.yaml", "detente: 1\nid: broken\n"), "--lang", language);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Output));
        Assert.Contains(expected, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_with_an_error_answers_in_json_with_its_diagnostics_and_no_result()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("scenarios", folder.File("broken.yaml", "detente: 1\nid: broken\n"), "--format", "json");
        using var answer = JsonDocument.Parse(said.Output);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Error));
        Assert.NotEqual(0, answer.RootElement.GetProperty("diagnostics").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("result").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("model").ValueKind);
    }

    [Fact]
    public void A_title_cannot_steer_the_terminal()
    {
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Shell.SmallModel).Replace("{en: Two powers, de: Zwei Mächte}", "\"Two \\e[31mpowers\"", StringComparison.Ordinal);
        var said = Shell.Run("scenarios", folder.File("red.yaml", text));
        Assert.DoesNotContain('\e', said.Output + said.Error);
    }
}
