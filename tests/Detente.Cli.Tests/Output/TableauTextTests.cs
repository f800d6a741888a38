using System.Collections.Immutable;
using Detente.Cli.Output;
using Detente.Language;
using Detente.Models;
using Detente.Reports;

namespace Detente.Cli.Tests.Output;

public sealed class TableauTextTests
{
    [Fact]
    public void A_bar_stands_between_neighbours_that_differ_only() => Assert.Equal(
        """
          Factor │ 1            │ 2            │ 3
          ───────┼──────────────┼──────────────┼──────────────
          First  │ low                         │ high
          Second │ low          │ high

        """.ReplaceLineEndings("\n"),
        Written(Of("First", "Second"), [[0, 0], [0, 1], [1, 1]]));

    [Fact]
    public void Wide_characters_and_long_titles_keep_the_bars_in_line()
    {
        var text = Written(Of("信任信任", "Dichte militärischer Nahbegegnungen im Luftraum über der See", "e\u0301e\u0301"), [[0, 0, 1], [1, 0, 0], [1, 1, 0]]);
        var bars = text.Split('\n').Where(line => line.Length > 0).Select(line => DisplayWidth.Of(line.Split('│', '┼')[0])).Distinct();
        Assert.Single(bars);
    }

    [Fact]
    public void What_has_no_title_goes_by_its_name() => Assert.Contains("  f1     │ low", Written(Of("First", " "), [[0, 0], [1, 0]]), StringComparison.Ordinal);

    [Fact]
    public void Scenarios_that_do_not_fit_stand_in_blocks_of_about_equal_size()
    {
        var text = Written(Of([.. Enumerable.Range(0, 12).Select(i => $"A factor with a rather long title, number {i}")]), [.. Enumerable.Range(0, 12).Select(i => Enumerable.Range(0, 12).Select(f => f == i ? 1 : 0).ToImmutableArray())]);
        Assert.All(text.Split('\n'), line => Assert.InRange(DisplayWidth.Of(line), 0, 118));
        var heads = text.Split('\n').Where(line => line.StartsWith("  Factor ", StringComparison.Ordinal)).Select(line => line.Count(c => c == '│')).ToList();
        Assert.Equal([4, 4, 4], heads);
    }

    private static Model Of(params ImmutableArray<string> titles) => new()
    {
        Id = "made",
        Title = LocalizedText.Same("Made"),
        Factors = [.. titles.Select((title, i) => new Factor("f" + i, LocalizedText.Same(title), FactorScale.Ordered, [new FactorState("low", LocalizedText.Same("low")), new FactorState("high", LocalizedText.Same("high"))]))],
    };

    private static string Written(Model model, ImmutableArray<ImmutableArray<int>> configurations)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new TableauText(model, Tableau.Of(model, configurations), ReaderLanguage.English).Write(writer);
        return writer.ToString();
    }
}
