using Detente.Language;
using Detente.Models;

namespace Detente.Tests.Language;

/// <summary>The mark stands under what is meant.</summary>
public sealed class DiagnosticTextTests
{
    [Fact]
    public void A_tab_widens_to_four_columns() => Assert.Equal(
        "t.yaml:1:3: error DT2004: Message.\n    1 | a   bad\n      |     ^^^\n",
        Write("a\tbad", new TextSpan("t.yaml", 1, 3, 1, 6)));

    [Fact]
    public void Wide_characters_take_two_columns_and_combining_ones_none() => Assert.Equal(
        "t.yaml:1:6: error DT2004: Message.\n    1 | 漢字e\u0301 bad\n      |      ^^^^\n",
        Write("漢字e\u0301 bad", new TextSpan("t.yaml", 1, 5, 1, 9)).Replace(":1:5:", ":1:6:", StringComparison.Ordinal));

    [Fact]
    public void A_long_line_is_cut_around_the_span()
    {
        var text = Write(new string('a', 500) + "bad" + new string('b', 500), new TextSpan("t.yaml", 1, 501, 1, 504));
        var lines = text.Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 130));
        Assert.Equal("bad", lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), 3));
        Assert.Equal(3, lines[2].Count(c => c == '^'));
        Assert.Contains(" | ...aaa", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("bbb...", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_over_several_lines_is_marked_to_the_end_of_the_first() => Assert.Equal(
        "t.yaml:1:4: error DT2004: Message.\n    1 | a: [b,\n      |    ^^^\n",
        Write("a: [b,\n  c]", new TextSpan("t.yaml", 1, 4, 2, 5)));

    [Fact]
    public void An_empty_span_at_the_end_gets_one_mark() => Assert.Equal(
        "t.yaml:1:3: error DT2004: Message.\n    1 | a:\n      |   ^\n",
        Write("a:", new TextSpan("t.yaml", 1, 3, 1, 3)));

    [Fact]
    public void A_file_as_a_whole_has_no_line() => Assert.Equal("t.yaml: error DT2004: Message.\n", Write("a", TextSpan.Whole("t.yaml")));

    [Fact]
    public void Characters_that_steer_a_terminal_are_replaced() =>
        Assert.DoesNotContain('\u009B', Write("a \u009B31m \u202E b", new TextSpan("t.yaml", 1, 1, 1, 2)));

    [Fact]
    public void German_uses_its_own_words_and_quotation_marks()
    {
        var diagnostic = new Diagnostic("DT3010", DiagnosticSeverity.Warning, TextSpan.Whole("t.yaml"), new LocalizedText("Message.", "Meldung."))
        {
            DidYouMean = "trust",
            AcceptedBecause = new LocalizedText("So it is.", "So ist es."),
        };
        Assert.Equal("t.yaml: Warnung DT3010: Meldung.\n  Meinten Sie „trust“?\n  Angenommen: So ist es.\n", DiagnosticText.Write(diagnostic, Reading("a"), ReaderLanguage.German));
        Assert.Equal("t.yaml: warning DT3010: Message.\n  Did you mean “trust”?\n  Accepted: So it is.\n", DiagnosticText.Write(diagnostic, Reading("a"), ReaderLanguage.English));
    }

    private static string Write(string file, TextSpan span) => DiagnosticText.Write(
        new Diagnostic("DT2004", DiagnosticSeverity.Error, span, new LocalizedText("Message.", "Meldung.")),
        Reading(file),
        ReaderLanguage.English);

    private static ModelReading Reading(string file) => ModelText.Parse(file, "t.yaml");
}
