using Detente.Language.Exchange;

namespace Detente.Tests.Language.Exchange;

public sealed class ImpactTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("+3", 300)]
    [InlineData("-12", -1200)]
    [InlineData("\u22122", -200)]
    [InlineData("007", 700)]
    [InlineData("1.5", 150)]
    [InlineData("1,05", 105)]
    [InlineData(".25", 25)]
    [InlineData("2.", 200)]
    [InlineData("2.5000", 250)]
    [InlineData("100.00", 10_000)]
    [InlineData("-100", -10_000)]
    public void Numbers_of_every_usual_form_are_read(string text, int hundredths)
    {
        Assert.Equal(hundredths, ImpactText.Read(text, out var complaint));
        Assert.Null(complaint);
    }

    [Theory]
    [InlineData("", "missing")]
    [InlineData("-", "not a number")]
    [InlineData(".", "not a number")]
    [InlineData("--1", "not a number")]
    [InlineData("1 2", "not a number")]
    [InlineData("1e2", "not a number")]
    [InlineData("1.2.3", "not a number")]
    [InlineData("NaN", "not a number")]
    [InlineData("٣", "not a number")]
    [InlineData("0.001", "finer")]
    [InlineData("100.01", "out of bounds")]
    [InlineData("99999999999999999999", "out of bounds")]
    public void Everything_else_is_refused_with_the_reason(string text, string reason)
    {
        Assert.Equal(0, ImpactText.Read(text, out var complaint));
        Assert.Contains(reason, complaint!.En, StringComparison.Ordinal);
    }
}
