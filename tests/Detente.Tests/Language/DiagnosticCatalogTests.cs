using Detente.Language;
using Detente.Models;

namespace Detente.Tests.Language;

/// <summary>Every code: raised by a bad model of its name, with its exact answer in both languages, and explained on a page.</summary>
public sealed class DiagnosticCatalogTests
{
    public static TheoryData<string> Names => [.. BadModels.Names];

    public static TheoryData<string> Codes => [.. DiagnosticCatalog.Entries.Select(entry => entry.Code)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bad_model_gets_its_exact_answer_in_both_languages(string name)
    {
        var reading = BadModels.Read(name);
        Assert.Contains(reading.Diagnostics, diagnostic => name.StartsWith(diagnostic.Code, StringComparison.Ordinal));
        Assert.Equal(reading.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), reading.Model is null);
        Golden.Match($"diagnostics/{name}.en.txt", All(reading, ReaderLanguage.English));
        Golden.Match($"diagnostics/{name}.de.txt", All(reading, ReaderLanguage.German));
    }

    /// <summary>Studies raise the codes DT4xxx; their tests are with the studies.</summary>
    public static TheoryData<string> CodesOfText => [.. DiagnosticCatalog.Entries.Select(entry => entry.Code).Where(code => !code.StartsWith("DT4", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(CodesOfText))]
    public void Every_code_has_a_bad_model(string code) =>
        Assert.Contains(BadModels.Names, name => name.StartsWith(code, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_page_in_both_languages_and_the_page_is_the_documentation(string code)
    {
        var (english, german) = (DiagnosticCatalog.Page(code, ReaderLanguage.English), DiagnosticCatalog.Page(code, ReaderLanguage.German));
        Assert.NotNull(english);
        Assert.NotNull(german);
        Assert.NotEqual(english, german);
        Assert.Contains("```", english, StringComparison.Ordinal);
        Assert.Contains("```", german, StringComparison.Ordinal);
        var document = File.ReadAllText(RepositoryRoot.Combine("docs", "diagnostics", code + ".md")).ReplaceLineEndings("\n");
        Assert.Contains(english[(english.IndexOf('\n', StringComparison.Ordinal) + 2)..].TrimEnd(), document, StringComparison.Ordinal);
        var entry = DiagnosticCatalog.Find(code)!;
        Assert.StartsWith($"# {code}: {entry.Title.En} / {entry.Title.De}\n", document, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_belongs_to_a_code() => Assert.All(
        Directory.EnumerateFiles(RepositoryRoot.Combine("docs", "diagnostics"), "DT*.md"),
        path => Assert.NotNull(DiagnosticCatalog.Find(Path.GetFileNameWithoutExtension(path))));

    [Fact]
    public void Codes_are_unique_and_ascending()
    {
        var codes = DiagnosticCatalog.Entries.Select(entry => entry.Code).ToList();
        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes);
        Assert.True(codes.Count >= 45);
    }

    [Fact]
    public void An_unknown_code_has_no_page() => Assert.Null(DiagnosticCatalog.Page("DT9999", ReaderLanguage.English));

    [Fact]
    public void A_code_is_found_in_either_case() => Assert.Equal("DT2004", DiagnosticCatalog.Find("dt2004")?.Code);

    private static string All(ModelReading reading, ReaderLanguage language) =>
        string.Concat(reading.Diagnostics.Select(diagnostic => DiagnosticText.Write(diagnostic, reading, language)));
}
