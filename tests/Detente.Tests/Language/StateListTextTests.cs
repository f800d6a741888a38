using Detente.Language;
using Detente.Models;
using Detente.Tests.Language.Expressions;

namespace Detente.Tests.Language;

public sealed class StateListTextTests
{
    [Fact]
    public void Factors_and_states_are_found_in_the_order_written()
    {
        var reading = StateListText.Parse(" channels = none,trust=guarded ", ExpressionModels.Small, "--hold");
        Assert.Empty(reading.Diagnostics);
        var factors = ExpressionModels.Small.Factors;
        Assert.Equal(["channels = none", "trust = guarded"], reading.States.Select(pair => $"{factors[pair.Factor.Index].Id} = {factors[pair.Factor.Index].States[pair.State].Id}"));
    }

    [Theory]
    [InlineData("", "DT1501[]")]
    [InlineData("trust", "DT1503[]")]
    [InlineData("trust = ", "DT1503[]")]
    [InlineData("trust low", "DT1503[low]")]
    [InlineData("trust = low channels = none", "DT1503[channels]")]
    [InlineData("trust = low,", "DT1503[]")]
    [InlineData("trust >= low", "DT1503[>=]")]
    [InlineData("trust = regular", "DT2103[regular]")]
    [InlineData("trus = low, channels = nine, elite = realists", "DT2101[trus]?trust DT2102[nine]?none")]
    public void Mistakes_are_found_all_at_once_with_their_place(string text, string findings)
    {
        var reading = StateListText.Parse(text, ExpressionModels.Small, "--hold");
        Assert.Empty(reading.States);
        Assert.All(reading.Diagnostics, found => Assert.Equal("--hold", found.Span.File));
        Assert.Equal(findings, string.Join(" ", reading.Diagnostics.Select(found =>
            $"{found.Code}[{text[(found.Span.Column - 1)..(found.Span.EndColumn - 1)]}]{(found.DidYouMean is { } meant ? "?" + meant : "")}")));
    }
}
