using Detente.Language;

namespace Detente.Tests.Language;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Ä b", 3)]
    [InlineData("e\u0301", 1)]
    [InlineData("信任", 4)]
    [InlineData("a\u200Bb", 2)]
    [InlineData("🕊", 2)]
    public void Wide_characters_take_two_columns_and_combining_ones_none(string text, int columns) => Assert.Equal(columns, DisplayWidth.Of(text));
}
