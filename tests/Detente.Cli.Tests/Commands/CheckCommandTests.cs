using System.Text.Json;

namespace Detente.Cli.Tests.Commands;

public sealed class CheckCommandTests
{
    // Ten mistakes of different kinds, each on a line of its own.
    private const string TenMistakes = """
        detente: 1
        id: ten
        title: {en: Ten, de: Zehn}
        horizon: {start: 2020-01-01, end: 2019-01-01, step: month}
        factors:
          trust:
            title: {en: Trust, de: Vertrauen}
            states: {low: {en: low, de: gering}, high: {en: high, de: hoch}}
            initial: hihg
            inertia: 6 moons
          posture:
            title: {en: Posture, de: Aufstellung}
            states: {home: {en: home, de: daheim}, forward: {en: forward, de: vorn}}
            initial: home
            inertia: 6 months
            colour: blue
        influences:
          - {from: trsut, to: posture, weight: 1}
          - {from: posture, to: trust, weight: two}
          - {from: posture, to: trust, weight: 1, when: "posture >> home"}
        severity: {incident: {level: 1, title: {en: Incident, de: Zwischenfall}}}
        events:
          clash: {title: {en: Clash, de: Zusammenstoß}, rate: -1, severity: incident}
        scenarios:
          worse: {title: {en: Worse, de: Schlechter}, rule: "trust <= lowest"}
          rest: {title: {en: Rest, de: Rest}, rule: otherwise}
          rest: {title: {en: Rest, de: Rest}, rule: otherwise}
        """;

    [Fact]
    public void Ten_mistakes_are_ten_errors_each_at_its_line()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("check", folder.File("ten.yaml", TenMistakes), "--format", "json");
        Assert.Equal(ExitCode.Usage, said.Code);
        using var answer = JsonDocument.Parse(said.Output);
        var lines = answer.RootElement.GetProperty("diagnostics").EnumerateArray()
            .Where(diagnostic => diagnostic.GetProperty("severity").GetString() == "error")
            .Select(diagnostic => diagnostic.GetProperty("line").GetInt32());
        Assert.Equal([4, 9, 10, 16, 18, 19, 20, 23, 25, 27], lines);
        Assert.Equal(10, answer.RootElement.GetProperty("result").GetProperty("errors").GetInt32());
    }

    [Theory]
    [InlineData("en", "ten.yaml:9:14: error DT", "10 errors")]
    [InlineData("de", "ten.yaml:9:14: Fehler DT", "10 Fehler")]
    public void Mistakes_are_shown_with_their_place_and_a_mark_in_both_languages(string language, string place, string summary)
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("check", folder.File("ten.yaml", TenMistakes), "--lang", language);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Error));
        Assert.Contains(place, said.Output, StringComparison.Ordinal);
        Assert.Contains("initial: hihg\n", said.Output, StringComparison.Ordinal);
        Assert.Contains("^^^^\n", said.Output, StringComparison.Ordinal);
        Assert.Contains(summary, said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void A_warning_nobody_has_accepted_is_a_finding(string language)
    {
        var said = Shell.Run("check", Shell.SmallModel, "--lang", language);
        Assert.Equal((ExitCode.Findings, ""), (said.Code, said.Error));
        Golden.Match($"check.{language}.txt", said.Output.Replace(Shell.SmallModel, "two-powers.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_whose_warnings_are_accepted_is_clean()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("check", folder.File("model.yaml", Accepted()));
        Assert.Equal((ExitCode.Fine, ""), (said.Code, said.Error));
        Assert.Contains("0 errors, 0 warnings, 2 accepted warnings\n", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DT3016", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("DT4021", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_acceptance_of_what_a_study_looks_for_is_needless_when_it_finds_nothing_there()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("check", folder.File("model.yaml", Accepted().Replace("at: factors/channels", "at: factors/trust", StringComparison.Ordinal)));
        Assert.Equal(ExitCode.Findings, said.Code);
        Assert.Contains("warning DT4021: channels starts at sporadic", said.Output, StringComparison.Ordinal);
        Assert.Contains("warning DT3027: The warning DT4021 (factors/trust) is accepted but not raised", said.Output, StringComparison.Ordinal);
        Assert.Contains("0 errors, 2 warnings, 1 accepted warning\n", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_acceptance_of_what_only_longer_runs_show_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("check", folder.File("model.yaml", Accepted() + "  - {code: DT4020, because: {en: it settles, de: es setzt sich}}\n  - {code: DT4022, because: {en: a valley, de: ein Tal}}\n"));
        Assert.Equal((ExitCode.Fine, ""), (said.Code, said.Error));
    }

    [Fact]
    public void Accepted_warnings_are_shown_with_their_reason_on_demand()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("check", folder.File("model.yaml", Accepted()), "--verbose");
        Assert.Contains("Accepted: nothing of the kind happened", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_printed_back_in_full_on_demand()
    {
        var said = Shell.Run("check", Shell.SmallModel, "--verbose");
        Assert.Contains("scenarios/thaw/rule: trust >= guarded and channels = regular\n    trust >= guarded: guarded, working\n", said.Output, StringComparison.Ordinal);
        Assert.Contains("claims/c01: share(thaw) is lower with trust held at broken than as modelled\n", said.Output, StringComparison.Ordinal);
        Assert.Contains("events/shooting/caused-by: channels < regular\n", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_answer_is_as_documented()
    {
        var said = Shell.Run("check", Shell.SmallModel, "--format", "json");
        Assert.Equal(ExitCode.Findings, said.Code);
        Golden.Match("check.json", said.Output.Replace(Shell.SmallModel, "two-powers.yaml", StringComparison.Ordinal));
    }

    [Fact]
    public void The_json_answer_is_the_same_in_every_language() => Assert.Equal(
        Shell.Run("check", Shell.SmallModel, "--format", "json", "--lang", "en"),
        Shell.Run("check", Shell.SmallModel, "--format", "json", "--lang", "de"));

    [Theory]
    [InlineData("no-such.yaml", "there is no file or folder no-such.yaml", "Datei oder Ordner no-such.yaml gibt es nicht")]
    [InlineData("no-such", "no file, folder or worked model \"no-such\"", "weder Datei noch Ordner noch Beispielmodell „no-such“")]
    [InlineData("nato-rusia-2015", "did you mean nato-russia-2015?", "ist nato-russia-2015 gemeint?")]
    public void A_model_that_is_not_there_is_refused(string name, string english, string german)
    {
        var (inEnglish, inGerman) = (Shell.Run("check", name), Shell.Run("check", name, "--lang", "de"));
        Assert.Equal((ExitCode.Usage, "", ExitCode.Usage, ""), (inEnglish.Code, inEnglish.Output, inGerman.Code, inGerman.Output));
        Assert.Contains(english, inEnglish.Error, StringComparison.Ordinal);
        Assert.Contains(german, inGerman.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_model_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("check", folder.Path);
        Assert.Equal(ExitCode.Usage, said.Code);
        Assert.Contains("model.yaml", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_garbage_is_an_error_with_a_place()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Combine("garbage.yaml");
        File.WriteAllBytes(file, [.. Enumerable.Range(0, 4096).Select(i => (byte)((i * 167) + (i >> 3)))]);
        var said = Shell.Run("check", file);
        Assert.Equal((ExitCode.Usage, ""), (said.Code, said.Error));
        Assert.Contains("garbage.yaml:1:", said.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(said.Output, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void A_key_given_twice_is_an_error_that_names_both_places()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("check", folder.File("twice.yaml", File.ReadAllText(Shell.SmallModel) + "\nid: other\n"));
        Assert.Equal(ExitCode.Usage, said.Code);
        Assert.Contains("twice.yaml:3:1", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_an_error()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCode.Usage, Shell.Run("check", folder.File("empty.yaml", "")).Code);
    }

    [Fact]
    public void The_answer_can_go_to_a_file()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run("check", Shell.SmallModel, "--out", folder.Combine("answer.txt"));
        Assert.Equal(new Said(ExitCode.Findings, "", ""), said);
        Assert.Equal(Shell.Run("check", Shell.SmallModel).Output, File.ReadAllText(folder.Combine("answer.txt")));
    }

    private static string Accepted() => File.ReadAllText(Shell.SmallModel)
        + """

        accepted:
          - {code: DT3016, at: severity/clash, because: {en: nothing of the kind happened, de: nichts dergleichen geschah}}
          - {code: DT4021, at: factors/channels, because: {en: the talks were kept up all the same, de: gesprochen wurde trotzdem}}

        """;
}
