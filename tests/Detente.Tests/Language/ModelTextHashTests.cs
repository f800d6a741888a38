using Detente.Language;
using Detente.Models;

namespace Detente.Tests.Language;

public sealed class ModelTextHashTests
{
    private const string Canonical =
        "detente: 1\nid: two\ntitle: {en: Two, de: Zwei}\n\n"
        + "factors:\n  trust: {title: {en: Trust, de: Vertrauen für alle}, states: [low, high]}\n";

    private static Model Two { get; } = new()
    {
        Id = "two",
        Title = new LocalizedText("Two", "Zwei"),
        Factors =
        [
            new Factor("trust", new LocalizedText("Trust", "Vertrauen für alle"), FactorScale.Ordered,
                [new FactorState("low", LocalizedText.Same("low")), new FactorState("high", LocalizedText.Same("high"))]),
        ],
    };

    [Fact]
    public void The_canonical_text_is_as_stated() => Assert.Equal(Canonical, ModelText.Write(Two));

    /// <summary>Computed apart from this program: python3, hashlib.sha256(canonical.encode("utf-8")).hexdigest().</summary>
    [Fact]
    public void The_hash_is_that_of_the_canonical_text() =>
        Assert.Equal("d3a2a4f27bba0a2f96bf096a61c678a0a75703ac65734a577333044cc8acdd57", ModelText.Hash(Two));

    [Theory]
    [InlineData("id: two\ndetente: 1\r\ntitle: {de: 'Zwei', en: \"T\\x77o\"}\r\n# a comment\r\nfactors:\r\n    trust: {title: {en: Trust, de: Vertrauen für alle}, scale: ordered, states: {low: low, high: }}\r\n")]
    [InlineData("\uFEFFdetente: 1\nid: two\ntitle: {en: Two, de: Zwei}\nfactors:\n  trust:\n    title: {en: Trust, de: \"Vertrauen\n      für alle\"}\n    states: [low, high]\n")]
    public void Every_way_of_writing_the_same_model_has_the_same_hash(string text)
    {
        var reading = ModelText.Parse(text);
        Assert.True(reading.Model is not null, string.Join('\n', reading.Diagnostics));
        Assert.Equal(ModelText.Hash(Two), ModelText.Hash(reading.Model));
    }

    [Fact]
    public void Letters_typed_with_separate_marks_do_not_matter() =>
        Assert.Equal(
            ModelText.Hash(Two with { Question = LocalizedText.Same("Stabilita\u0308t?") }),
            ModelText.Hash(Two with { Question = LocalizedText.Same("Stabilit\u00E4t?") }));

    [Fact]
    public void Another_model_has_another_hash() =>
        Assert.NotEqual(ModelText.Hash(Two), ModelText.Hash(Two with { Title = new LocalizedText("Two", "Zwo") }));
}
