using Detente.Language.Expressions;

namespace Detente.Tests.Language.Expressions;

public sealed class SuggestionTests
{
    /// <summary>Distances counted by hand: one each for a letter missing, too many, wrong, or two neighbours swapped.</summary>
    [Theory]
    [InlineData("trust", "trust", 0)]
    [InlineData("trst", "trust", 1)]
    [InlineData("trrust", "trust", 1)]
    [InlineData("trusd", "trust", 1)]
    [InlineData("turst", "trust", 1)]
    [InlineData("TRUST", "trust", 0)]
    [InlineData("", "trust", 5)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance(string first, string second, int distance)
    {
        Assert.Equal(distance, Suggestion.Distance(first, second));
        Assert.Equal(distance, Suggestion.Distance(second, first));
    }

    [Theory]
    [InlineData("chanels", "channels")]
    [InlineData("lwo", "low")]
    [InlineData("xyz", null)]
    [InlineData("tru", null)]
    public void The_nearest_within_a_third_of_the_length(string written, string? meant) =>
        Assert.Equal(meant, Suggestion.For(written, ["trust", "channels", "low", "chapels-and-more"]));

    [Fact]
    public void A_very_long_name_is_not_compared() => Assert.Null(Suggestion.For(new string('a', 101), [new string('a', 101)]));
}
