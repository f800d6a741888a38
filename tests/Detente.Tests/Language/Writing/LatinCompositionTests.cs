using Detente.Language;

namespace Detente.Tests.Language.Writing;

public sealed class LatinCompositionTests
{
    // Expected forms by Python 3.11 unicodedata.normalize("NFC", ...), Unicode 14.
    [Theory]
    [InlineData("Abru\u0308stung", "Abrüstung")]
    [InlineData("Tra\u0306\u0301ng", "Trắng")]
    [InlineData("a\u0302\u0301", "ấ")]
    [InlineData("C\u030Cesko", "Česko")]
    [InlineData("x\u0304", "x\u0304")]
    [InlineData("\u0308u", "\u0308u")]
    [InlineData("plain", "plain")]
    public void Composes_letters_and_their_marks(string text, string expected) =>
        Assert.Equal(expected, LatinComposition.Compose(text));
}
