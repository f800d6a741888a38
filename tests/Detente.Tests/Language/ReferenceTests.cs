using Detente.Language;

namespace Detente.Tests.Language;

/// <summary>The reference of the language says what the reader accepts.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] ShapeCodes = ["DT2001", "DT2012", "DT2013", "DT2017", "DT2020", "DT2021", "DT2022"];

    private static string Reference { get; } = File.ReadAllText(RepositoryRoot.Combine("docs", "language", "reference.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Its_example_uses_keys_and_words_the_reader_knows()
    {
        const string Opening = "```yaml\n";
        var start = Reference.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        var example = Reference[start..Reference.IndexOf("```", start, StringComparison.Ordinal)];
        var reading = ModelText.Parse(example);
        Assert.DoesNotContain(reading.Diagnostics, diagnostic => diagnostic.Code.StartsWith("DT10", StringComparison.Ordinal) && diagnostic.Code != "DT1018");
        Assert.Equal(
            "",
            string.Concat(reading.Diagnostics
                .Where(diagnostic => ShapeCodes.Contains(diagnostic.Code, StringComparer.Ordinal))
                .Select(diagnostic => DiagnosticText.Write(diagnostic, reading, Models.ReaderLanguage.English))));
    }

    [Theory]
    [InlineData("push: 2, on: trust, half-life: 6 months")]
    [InlineData("push: 2, on: trust, towards: low, range: [1, 3], while: trust = low, stacks: true, cap: 4")]
    [InlineData("move: -1, on: trust")]
    [InlineData("set: low, on: trust")]
    [InlineData("draw: {low: 2, working: 1}, on: trust")]
    [InlineData("draw: {-1: 1, 0: 2, +1: 1}, on: trust, chance: 0.5, when: trust = low")]
    public void The_effects_it_lists_are_read(string effect)
    {
        var reading = ModelText.Parse($"detente: 1\nid: effects\nfactors:\n  trust: {{states: [broken, low, working]}}\nevents:\n  near-miss: {{rate: 0.1, effects: [{{{effect}}}]}}\n");
        Assert.NotNull(reading.Model);
    }
}
