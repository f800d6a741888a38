using System.Text.Json;

namespace Detente.Cli.Tests.Commands;

public sealed class BriefCommandTests
{
    private static readonly string[] Small = ["brief", Shell.SmallModel, "--draws", "3", "--paths", "20"];

    [Theory]
    [InlineData("en", "Two powers", "The brief is in ")]
    [InlineData("de", "Zwei Mächte", "Das Szenariopapier steht in ")]
    public void The_brief_is_one_html_file_in_the_language_of_the_reader(string language, string title, string told)
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run([.. Small, "--lang", language, "--out", folder.Combine("brief.html")]);
        var html = File.ReadAllText(folder.Combine("brief.html"));
        Assert.Equal(ExitCode.Fine, said.Code);
        Assert.StartsWith(told, said.Output, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
        Assert.Contains(title, html, StringComparison.Ordinal);
        Assert.EndsWith("</html>", html.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(["brief.html"], folder.Names());
    }

    [Fact]
    public void Threads_change_no_byte_and_an_earlier_brief_is_replaced()
    {
        using var folder = new TemporaryFolder();
        var (one, two) = (folder.Combine("one.html"), folder.File("two.html", "earlier"));
        Shell.Run([.. Small, "--threads", "1", "--out", one]);
        Shell.Run([.. Small, "--threads", "2", "--out", two]);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
    }

    [Fact]
    public void The_json_answer_names_the_file_and_the_run()
    {
        using var folder = new TemporaryFolder();
        using var answer = JsonDocument.Parse(Shell.Run([.. Small, "--format", "json", "--out", folder.Combine("brief.html")]).Output);
        Assert.Equal(folder.Combine("brief.html"), answer.RootElement.GetProperty("result").GetProperty("file").GetString());
        Assert.Equal((3, 20), (answer.RootElement.GetProperty("options").GetProperty("draws").GetInt32(), answer.RootElement.GetProperty("options").GetProperty("paths").GetInt32()));
        Assert.True(File.Exists(folder.Combine("brief.html")));
    }

    [Fact]
    public void Without_a_file_it_is_refused_before_anything_runs()
    {
        Assert.Equal(new Said(ExitCode.Usage, "", "detente: brief needs --out FILE.html\n"), Shell.Run(Small));
        Assert.Equal(new Said(ExitCode.Usage, "", "detente: brief braucht --out DATEI.html\n"), Shell.Run([.. Small, "--lang", "de"]));
    }

    [Fact]
    public void A_folder_as_the_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        var said = Shell.Run([.. Small, "--out", folder.Path]);
        Assert.Equal(new Said(ExitCode.Usage, "", $"detente: {folder.Path} cannot be written: it is a folder\n"), WithoutWarnings(said));
    }

    [Fact]
    public void A_full_disk_is_said_so()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        var said = Shell.Run([.. Small, "--out", "/dev/full", "--lang", "de"]);
        Assert.Equal(new Said(ExitCode.Usage, "", "detente: /dev/full kann nicht geschrieben werden: es ist kein Platz mehr\n"), WithoutWarnings(said));
    }

    private static Said WithoutWarnings(Said said) =>
        said with { Error = string.Concat(said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains("warning", StringComparison.Ordinal)).Select(line => line + "\n")) };
}
