namespace Detente.Tests;

/// <summary>The helper every golden test leans on is itself seen to fail.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void Equal_texts_do_not_differ() => Assert.Null(Golden.Difference("a\nb\n", "a\nb\n"));

    [Fact]
    public void The_first_differing_line_is_named() =>
        Assert.Equal("line 2:\n  expected: b\n  actual:   x", Golden.Difference("a\nb\nc", "a\nx\ny"));

    [Fact]
    public void A_text_that_ends_early_says_so() =>
        Assert.Equal("line 2:\n  expected: b\n  actual:   (the text ends here)", Golden.Difference("a\nb", "a"));

    [Fact]
    public void A_missing_golden_file_fails()
    {
        Assert.SkipWhen(Golden.IsUpdating, "Goldens are being written.");
        Assert.Throws<Xunit.Sdk.FailException>(() => Golden.Match("there/is/no/such.txt", "text"));
    }
}
