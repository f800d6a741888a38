using Detente.Language.Expressions;

namespace Detente.Tests.Language.Expressions;

public sealed class ClaimParserTests
{
    [Theory]
    [InlineData("", "DT1501[]")]
    [InlineData("share(escalating)", "DT1503[]")]
    [InlineData("share(escalating) is", "DT1503[]")]
    [InlineData("share(escalating) is smaller as modelled than as modelled", "DT1503[smaller]")]
    [InlineData("share(escalating) is lower with strategie steps than as modelled", "DT1503[strategie]?strategy")]
    [InlineData("share(escalating) is lower with strategy step than with strategy none", "DT2107[step]?steps")]
    [InlineData("share(escalating) is lower without strategy steps than as modelled", "DT1503[strategy]")]
    [InlineData("share(escalation) above 0.5", "DT2108[escalation]?escalating")]
    [InlineData("shares(escalating) above 0.5", "DT2110[shares]?share")]
    [InlineData("chance(clsh) above 0.5", "DT2104[clsh]?clash")]
    [InlineData("chance(clash, by 2016-13-01) above 0.5", "DT2111[2016-13-01]")]
    [InlineData("chance(clash) above high", "DT1503[high]")]
    [InlineData("chance(clash) between 0.9 and 0.1", "DT3104[0.9]")]
    [InlineData("chance(clash) is lower by at least -1 as modelled than as modelled", "DT2113[-1]")]
    [InlineData("chance(clash) above 0.5 or more", "DT1503[or]")]
    [InlineData("share(trust = low, over 2018-01-01 to 2017-01-01) above 0.5", "DT3104[2018-01-01]")]
    [InlineData("rate(clash, trust = low) above 1", "DT1503[trust]")]
    [InlineData("mean(elite) above 0.5", "DT3106[elite]")]
    [InlineData("mean(trust) rises because of clsh within 0 months", "DT2104[clsh]?clash DT2112[0]")]
    [InlineData("mean(trust) rises because of clash", "DT1503[]")]
    [InlineData("order share(escalating)", "DT2116[order]")]
    [InlineData("order share(escalating) share(between)", "DT1503[share]")]
    [InlineData("order share(escalating) > trust", "DT1503[trust]")]
    [InlineData("loop trust is reinforcing", "DT1503[is]")]
    [InlineData("loop trust -> channels -> trust is reinforcing", "DT2115[trust]")]
    [InlineData("loop trust -> chanels is balanced", "DT2101[chanels]?channels DT1503[balanced]?balancing")]
    [InlineData("trust = low", "DT1503[]")]
    [InlineData("trust = low before channels = non", "DT2102[non]?none")]
    [InlineData("never trust = lwo when channels = non", "DT2102[lwo]?low DT2102[non]?none")]
    [InlineData("never trust = 3 when channels = non", "DT1503[3] DT2102[non]?none")]
    [InlineData("never", "DT1503[]")]
    [InlineData("initially", "DT1503[]")]
    [InlineData("share(escalating) is higher with event clash than as modelled", "DT3107[clash]")]
    [InlineData("share(escalating) is higher with trust held at none than as modelled", "DT2103[none]")]
    [InlineData("share(escalating) is higher with trst held at low than as modelled", "DT2101[trst]?trust")]
    [InlineData("share(escalating) is higher without measure contacts and without influence trust -> elites than as modelled", "DT2106[contacts]?contact DT2101[elites]?elite")]
    public void Mistakes_are_found_with_their_place(string text, string findings) =>
        Assert.Equal(findings, ConditionParserTests.Findings(text, ClaimParser.Parse));
}
