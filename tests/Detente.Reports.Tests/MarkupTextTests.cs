namespace Detente.Reports.Tests;

public sealed class MarkupTextTests
{
    [Theory]
    [InlineData("Détente & Co.", "Détente &amp; Co.")]
    [InlineData("<script>\"'", "&lt;script&gt;&quot;&#39;")]
    [InlineData("a\u0000b\u001bc\ufffe", "abc")]
    [InlineData("tab\tline\n", "tab\tline\n")]
    [InlineData("\U0001F54A", "\U0001F54A")]
    public void Markup_is_escaped_and_forbidden_characters_are_dropped(string text, string expected) =>
        Assert.Equal(expected, MarkupText.Escape(text));
}
