using Detente.Language;

namespace Detente.Tests.Language;

/// <summary>Mistakes put into a copy of a shipped model of many parts: each gets one diagnostic, at its line, and no other.</summary>
public sealed class SeededMistakesTests
{
    private const string Shipped = "nato-russia-2015";

    // File, first text to be found, what it becomes.
    private static readonly (string File, string Good, string Bad)[] Mistakes =
    [
        ("factors.yaml", "initial: broken", "initial: brokn"),
        ("factors.yaml", "group: images", "group: imagez"),
        ("influences.yaml", "weight: 2.5", "wieght: 2.5"),
        ("influences.yaml", "to: trust", "to: trsut"),
        ("measures.yaml", "gate: advisory", "gate: advisry"),
        ("events.yaml", "at: 2016-07-08", "at: 2016-02-30"),
        ("scenarios.yaml", "trust = working", "trust = workin"),
        ("claims.yaml", "is lower", "is lowr"),
        ("actors.yaml", "in: nato", "in: natoo"),
        ("model.yaml", "step: month", "step: fortnight"),
    ];

    private static readonly (string File, string Good, string Bad)[] Alone =
    [
        .. Mistakes,
        ("factors.yaml", "inertia: never", "inertia: newer"),
        ("factors.yaml", "states:", "sates:"),
        ("factors.yaml", "held-by: russia", "held-by: rusia"),
        ("factors.yaml", "since: 2014-03", "since: 2014-13"),
        ("influences.yaml", "from: trust", "form: trust"),
        ("influences.yaml", "range: [1, 3]", "range: [3, 1]"),
        ("measures.yaml", "uptake: ", "uptke: "),
        ("measures.yaml", "preconditions:", "precondition:"),
        ("scenarios.yaml", "rule: otherwise", "rule: \"trust >= low\""),
        ("scenarios.yaml", "title: {en: Pragmatic", "titel: {en: Pragmatic"),
        ("model.yaml", "cutoff: 2015-09-30", "cutof: 2015-09-30"),
        ("model.yaml", "year: 2015", "year: soon"),
    ];

    [Fact]
    public void Ten_mistakes_get_ten_diagnostics_at_their_lines()
    {
        var (found, expected) = Check(Mistakes);
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_mistake_gets_one_diagnostic()
    {
        foreach (var mistake in Alone)
        {
            var (found, expected) = Check(mistake);
            Assert.True(found.SequenceEqual(expected), $"{mistake.Bad}: {string.Join(", ", found)} instead of {expected[0]}");
        }
    }

    private static (List<string> Found, List<string> Expected) Check(params (string File, string Good, string Bad)[] mistakes)
    {
        using var folder = new ScratchFolder();
        foreach (var path in Directory.EnumerateFiles(RepositoryRoot.Combine("models", Shipped)))
        {
            folder.Write(Path.GetFileName(path), File.ReadAllText(path));
        }

        var expected = new List<string>();
        foreach (var (file, good, bad) in mistakes)
        {
            var text = File.ReadAllText(folder.PathOf(file));
            var place = text.IndexOf(good, StringComparison.Ordinal);
            Assert.True(place >= 0, $"{file} does not hold {good}");
            folder.Write(file, text[..place] + bad + text[(place + good.Length)..]);
            expected.Add($"{file}:{text.AsSpan(0, place).Count('\n') + 1}");
        }

        var errors = ModelText.Read(folder.Path).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return ([.. errors.Select(error => $"{Path.GetFileName(error.Span.File)}:{error.Span.Line}")], expected);
    }
}
