using Detente.Models;

namespace Detente.Cli.Tests.Syntax;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("prophesy", "\"prophesy\" is no command", "„prophesy“ ist kein Befehl")]
    [InlineData("chek", "did you mean check?", "ist check gemeint?")]
    [InlineData("check", "check needs MODEL", "check braucht MODELL")]
    [InlineData("check a b", "\"b\" is one word too many", "„b“ ist ein Wort zu viel")]
    [InlineData("models a", "\"a\" is one word too many", "„a“ ist ein Wort zu viel")]
    [InlineData("check a --sed 1", "--sed is no option here; did you mean --seed?", "--sed ist hier keine Option; ist --seed gemeint?")]
    [InlineData("check a --draws 5", "--draws is no option here", "--draws ist hier keine Option")]
    [InlineData("check a --seed", "--seed needs a value: --seed N", "--seed braucht einen Wert: --seed N")]
    [InlineData("check a --out --verbose", "--out needs a value: --out FILE", "--out braucht einen Wert: --out DATEI")]
    [InlineData("check a --seed 1 --seed 2", "--seed is given more than once", "--seed ist mehrmals angegeben")]
    [InlineData("check a --seed -1", "from 0 to 18446744073709551615", "von 0 bis 18446744073709551615")]
    [InlineData("check a --threads 2000", "a whole number from 0 to 1024", "eine ganze Zahl von 0 bis 1024")]
    [InlineData("check a --format xml", "text or json is expected", "erwartet wird text oder json")]
    [InlineData("futures a --draws 0", "a whole number from 1 to 100000", "eine ganze Zahl von 1 bis 100000")]
    [InlineData("futures a --draws 2.5", "a whole number from 1 to 100000", "eine ganze Zahl von 1 bis 100000")]
    [InlineData("futures a --paths 1", "a whole number from 2 to 10000000", "eine ganze Zahl von 2 bis 10000000")]
    [InlineData("futures a --precision 0,01", "a number from 0.0001 to 0.5", "eine Zahl von 0.0001 bis 0.5")]
    [InlineData("futures a --precision NaN", "a number from 0.0001 to 0.5", "eine Zahl von 0.0001 bis 0.5")]
    [InlineData("scenarios a --tolerance -1", "a number from 0 to 1000", "eine Zahl von 0 bis 1000")]
    public void A_wrong_word_is_refused_in_both_languages(string words, string english, string german)
    {
        var (inEnglish, inGerman) = (Shell.Run([.. words.Split(' '), "--lang", "en"]), Shell.Run([.. words.Split(' '), "--lang", "de"]));
        Assert.Equal((ExitCode.Usage, ""), (inEnglish.Code, inEnglish.Output));
        Assert.Equal((ExitCode.Usage, ""), (inGerman.Code, inGerman.Output));
        Assert.Contains(english, inEnglish.Error, StringComparison.Ordinal);
        Assert.Contains(german, inGerman.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_words_are_named_at_once()
    {
        var said = Shell.Run("futures", "a", "--draws", "0", "--paths", "1", "--lang", "fr");
        Assert.Equal(4, said.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void A_word_after_two_hyphens_is_no_option()
    {
        var said = Shell.Run("check", "--", "--seed");
        Assert.Contains("worked model \"--seed\"", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "", ReaderLanguage.English)]
    [InlineData("", "", "de_DE.UTF-8", ReaderLanguage.German)]
    [InlineData("de_AT.UTF-8", "", "en_GB.UTF-8", ReaderLanguage.German)]
    [InlineData("C", "", "de_DE.UTF-8", ReaderLanguage.English)]
    [InlineData("", "de_CH", "en_GB.UTF-8", ReaderLanguage.German)]
    public void The_environment_says_the_language(string all, string messages, string lang, ReaderLanguage expected)
    {
        string? Variable(string name) => name switch { "LC_ALL" => all, "LC_MESSAGES" => messages, "LANG" => lang, _ => null };
        Assert.Equal(expected, Cli.Syntax.CommandLine.LanguageOf(["check", "a"], Variable));
        Assert.Equal(ReaderLanguage.German, Cli.Syntax.CommandLine.LanguageOf(["check", "a", "--lang", "de"], Variable));
        Assert.Equal(ReaderLanguage.English, Cli.Syntax.CommandLine.LanguageOf(["check", "a", "--lang=en"], Variable));
    }

    [Fact]
    public void Every_command_has_help_in_both_languages()
    {
        Assert.All(Application.Commands, command =>
        {
            var (english, german) = (Shell.Run(command.Name, "--help"), Shell.Run(command.Name, "--help", "--lang", "de"));
            Assert.Equal((ExitCode.Fine, "", ExitCode.Fine, ""), (english.Code, english.Error, german.Code, german.Error));
            Assert.StartsWith(command.Summary.En, english.Output, StringComparison.Ordinal);
            Assert.StartsWith(command.Summary.De, german.Output, StringComparison.Ordinal);
            Assert.All(command.Options, option => Assert.Contains("  " + option.Name, german.Output, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_text_of_the_help_exists_in_both_languages()
    {
        var options = Application.Commands.SelectMany(command => command.Options).Concat(Cli.Syntax.SharedOptions.All).Distinct();
        Assert.All(options.Select(option => option.Help).Concat(Application.Commands.Select(command => command.Summary)), text => Assert.NotEqual(text.En, text.De));
    }

    [Theory]
    [InlineData("en", "Commands:")]
    [InlineData("de", "Befehle:")]
    public void The_help_names_every_command(string language, string heading)
    {
        var said = Shell.Run("--help", "--lang", language);
        Assert.Equal((ExitCode.Fine, ""), (said.Code, said.Error));
        Assert.Contains(heading, said.Output, StringComparison.Ordinal);
        Assert.All(Application.Commands, command => Assert.Contains("\n  " + command.Name, said.Output, StringComparison.Ordinal));
        Assert.All(said.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 120));
    }
}
