using Detente.Cli.Output;
using Detente.Language;

namespace Detente.Cli.Tests.Output;

public sealed class TextColumnsTests
{
    [Theory]
    [InlineData("", 10, 0, "")]
    [InlineData("one two three", 20, 0, "one two three")]
    [InlineData("one two three", 7, 0, "one two|three")]
    [InlineData("one two three four", 9, 2, "one two|  three|  four")]
    [InlineData("abcdefghij", 6, 0, "abcde-|fghij")]
    [InlineData("one abcdefghij", 6, 2, "one|  abc-|  def-|  ghij")]
    [InlineData("abcdefgh", 7, 0, "abcd-|efgh")]
    [InlineData("信任信任信任", 7, 0, "信任信-|任信任")]
    [InlineData(" a \n b ", 9, 0, "a b")]
    public void Text_is_cut_at_blanks_and_long_words_are_broken(string text, int width, int indent, string lines) =>
        Assert.Equal(lines, string.Join('|', TextColumns.Wrapped(text, width, indent)));

    [Theory]
    [InlineData("信任 und weitere überlange Zusammensetzungswörter")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301 🕊🕊🕊🕊🕊🕊")]
    public void No_line_is_wider_than_asked(string text) => Assert.All(
        from width in Enumerable.Range(4, 30) from line in TextColumns.Wrapped(text, width, 1) select (line, width), found => Assert.InRange(DisplayWidth.Of(found.line), 0, found.width));

    [Fact]
    public void Padding_counts_columns_and_not_characters() => Assert.Equal(("信任  ", "e\u0301  "), (TextColumns.Padded("信任", 6), TextColumns.Padded("e\u0301", 3)));
}
