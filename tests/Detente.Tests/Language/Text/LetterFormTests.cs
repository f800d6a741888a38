using Detente.Language.Text;

namespace Detente.Tests.Language.Text;

public sealed class LetterFormTests
{
    /// <summary>Computed apart from this program: python3, unicodedata.normalize("NFC", text).</summary>
    [Theory]
    [InlineData("\u0061\u0308", "\u00E4")]
    [InlineData("\u0041\u030A", "\u00C5")]
    [InlineData("\u0065\u0323\u0302", "\u1EC7")]
    [InlineData("\u0065\u0302\u0323", "\u1EC7")]
    [InlineData("\u00EA\u0323", "\u1EC7")]
    [InlineData("\u006F\u0302\u0301", "\u1ED1")]
    [InlineData("\u0073\u0323\u0307", "\u1E69")]
    [InlineData("\u0073\u0307\u0323", "\u1E69")]
    [InlineData("\u1E9B\u0323", "\u1E9B\u0323")]
    [InlineData("\u0071\u0307\u0323", "\u0071\u0323\u0307")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\u2126", "\u03A9")]
    [InlineData("\u212A", "\u004B")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\u03B1\u0313\u0301\u0345", "\u1F84")]
    [InlineData("\u0438\u0306", "\u0439")]
    [InlineData("\u0435\u0308", "\u0451")]
    [InlineData("\u0075\u0308\u0304", "\u01D6")]
    [InlineData("\u005A\u030C\u0064\u0323\u030C", "\u017D\u1E0D\u030C")]
    [InlineData("\u0308", "\u0308")]
    [InlineData("\u0078\u0308\u0061", "\u1E8D\u0061")]
    [InlineData("\u0061\u0361\u0062", "\u0061\u0361\u0062")]
    [InlineData("\u1F71", "\u03AC")]
    public void Letters_with_separate_marks_become_whole_letters(string written, string normalized)
    {
        Assert.Equal(normalized, LetterForm.Normalized(written));
        Assert.Equal(normalized, LetterForm.Normalized(normalized));
    }

    [Fact]
    public void A_normalized_text_is_the_same_object()
    {
        var text = "Übermaß, naïve, 東京, 🙂";
        Assert.Same(text, LetterForm.Normalized(text));
    }
}
