using System.Text.Json;
using Detente.Language;
using Detente.Models;

namespace Detente.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    [Theory]
    [InlineData("en", ReaderLanguage.English)]
    [InlineData("de", ReaderLanguage.German)]
    public void The_page_of_every_code_is_printed(string name, ReaderLanguage language)
    {
        Assert.NotEmpty(DiagnosticCatalog.Entries);
        Assert.All(DiagnosticCatalog.Entries, entry =>
        {
            var said = Shell.Run("explain", entry.Code, "--lang", name);
            Assert.Equal((ExitCode.Fine, ""), (said.Code, said.Error));
            Assert.StartsWith($"{entry.Code}: {entry.Title.In(language)}\n", said.Output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_code_may_be_written_in_small_letters() => Assert.Equal(Shell.Run("explain", "DT2004"), Shell.Run("explain", "dt2004"));

    [Theory]
    [InlineData("DT204", "did you mean DT2", "ist DT2")]
    [InlineData("nonsense", "there is no code \"nonsense\"\n", "den Code „nonsense“ gibt es nicht\n")]
    public void An_unknown_code_is_refused(string code, string english, string german)
    {
        var (inEnglish, inGerman) = (Shell.Run("explain", code), Shell.Run("explain", code, "--lang", "de"));
        Assert.Equal((ExitCode.Usage, "", ExitCode.Usage, ""), (inEnglish.Code, inEnglish.Output, inGerman.Code, inGerman.Output));
        Assert.Contains(english, inEnglish.Error, StringComparison.Ordinal);
        Assert.Contains(german, inGerman.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_answer_holds_both_languages()
    {
        using var answer = JsonDocument.Parse(Shell.Run("explain", "DT2004", "--format", "json").Output);
        var result = answer.RootElement.GetProperty("result");
        Assert.Equal("DT2004", result.GetProperty("code").GetString());
        Assert.Equal(Shell.Run("explain", "DT2004", "--lang", "de").Output, result.GetProperty("page").GetProperty("de").GetString());
    }
}
