using Detente.Architecture.Tests.Rules;

namespace Detente.Architecture.Tests;

/// <summary>What stands in the files, tests included. Every rule is also given a planted file that it must refuse.</summary>
public sealed class FileTests
{
    private static readonly IReadOnlyDictionary<string, string> NoExceptions = new Dictionary<string, string>(StringComparer.Ordinal);

    private static IEnumerable<SourceFile> Code => SourceFile.Below("src", ".cs").Concat(SourceFile.Below("tests", ".cs")).Concat(SourceFile.Below("bench", ".cs"));

    [Fact]
    public void Files_are_short() => Violations.None(FileRules.TooLong(Code, Exceptions.Read("long-files.txt")));

    [Fact]
    public void A_planted_long_file_is_found()
    {
        var file = new SourceFile("src/A.cs", string.Concat(Enumerable.Repeat("x\n", FileRules.LongestFile + 1)));
        Assert.Equal(["src/A.cs has 401 lines, 400 are allowed"], FileRules.TooLong([file], NoExceptions));
        Assert.Empty(FileRules.TooLong([file with { Text = file.Text[2..] }], NoExceptions));
    }

    [Fact]
    public void Exceptions_are_needed_and_have_a_reason()
    {
        var exceptions = Exceptions.Read("long-files.txt");
        var tooLong = FileRules.TooLong(Code, NoExceptions).ToList();
        Assert.All(exceptions.Keys, path => Assert.Contains(tooLong, violation => violation.StartsWith(path + " ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_planted_exception_without_a_reason_is_refused() => Assert.Throws<FormatException>(() => Exceptions.Parse("list", "src/A.cs"));

    [Fact]
    public void Projects_reference_only_what_they_may() => Violations.None(FileRules.References(SourceFile.Below("src", ".csproj")));

    [Theory]
    [InlineData("Detente", "Detente.Reports", "Detente references Detente.Reports")]
    [InlineData("Detente.Reports", "Detente.Cli", "Detente.Reports references Detente.Cli")]
    [InlineData("Detente.Cli", "Detente.Web", "Detente.Cli references Detente.Web")]
    [InlineData("Detente.Extras", "Detente", "Detente.Extras is not in the list of projects")]
    public void A_planted_reference_is_found(string project, string target, string violation)
    {
        var text = $"<Project><ItemGroup><ProjectReference Include=\"..\\{target}\\{target}.csproj\" /></ItemGroup></Project>";
        Assert.Equal([violation], FileRules.References([new SourceFile($"src/{project}/{project}.csproj", text)]));
    }

    [Fact]
    public void Every_project_has_a_lock_file() => Violations.None(FileRules.Unlocked(SourceFile.OfRepository().Select(file => file.Path)));

    [Fact]
    public void A_planted_project_without_a_lock_file_is_found() => Assert.Equal(
        ["src/B/B.csproj has no packages.lock.json beside it"],
        FileRules.Unlocked(["src/A/A.csproj", "src/A/packages.lock.json", "src/B/B.csproj"]));

    [Fact]
    public void No_file_names_a_registry_or_a_place_on_one_machine() => Violations.None(FileRules.PlacesOfOneMachine(SourceFile.OfRepository()));

    [Theory]
    [InlineData("<add value=\"https://api.nu" + "get.org/x\" />")]
    [InlineData("\"resolved\": \"https://registry.np" + "mjs.org/a\"")]
    [InlineData("cd /ro" + "ot/project")]
    [InlineData("path: /ho" + "me/ann/models")]
    [InlineData("C:\\Us" + "ers\\Ann")]
    public void A_planted_place_is_found(string line) => Assert.Single(FileRules.PlacesOfOneMachine([new SourceFile("a.txt", "fine\n" + line)]));

    [Fact]
    public void A_path_of_a_web_address_is_no_place() =>
        Assert.Empty(FileRules.PlacesOfOneMachine([new SourceFile("a.md", "see https://example.org/ho" + "me/page and $HOME/x")]));

    [Fact]
    public void Numerics_knows_no_domain_word() => Violations.None(FileRules.DomainWordsIn(SourceFile.Below("src/Detente/Numerics", ".cs")));

    [Fact]
    public void A_planted_domain_word_is_found() => Assert.Equal(
        ["src/Detente/Numerics/A.cs:1 says scenario"],
        FileRules.DomainWordsIn([new SourceFile("src/Detente/Numerics/A.cs", "int ScenarioCount;\nint statistics;")]));
}
