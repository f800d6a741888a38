using Detente.Language.Exchange;

namespace Detente.Tests.Language.Exchange;

public sealed class Windows1252Tests
{
    [Fact]
    public void Every_byte_that_stands_for_a_character_comes_back()
    {
        var undefined = Enumerable.Range(0, 256).Where(value =>
        {
            var text = Windows1252.Decode([(byte)value], out var place);
            Assert.True(place == 0 || Windows1252.Encode(text[0]) == value);
            return place == 0;
        });
        Assert.Equal([0x81, 0x8D, 0x8F, 0x90, 0x9D], undefined);
    }

    [Fact]
    public void Its_own_characters_are_those_of_the_mapping_table() =>
        Assert.Equal("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸäß", Windows1252.Decode([.. Enumerable.Range(0x80, 0x20).Select(value => (byte)value).Except(new byte[] { 0x81, 0x8D, 0x8F, 0x90, 0x9D }), 0xE4, 0xDF], out _));

    [Fact]
    public void What_it_does_not_have_is_found() => Assert.Equal((2, -1), (Windows1252.FirstMissing("äöж"), Windows1252.FirstMissing("„äöü“ – 5 €")));
}
