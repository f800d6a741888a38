using CsCheck;
using Detente.Language;
using Detente.Language.Expressions;
using Detente.Language.Syntax;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Tests.Language.Expressions;

public sealed class ConditionParserTests
{
    private static readonly Names Small = Names.Of(ExpressionModels.Small);

    /// <summary>Each finding as code, the characters it points at, and what was probably meant.</summary>
    internal static string Findings(string text, Func<LocatedText, Names, DiagnosticBag, object?> parse)
    {
        var bag = new DiagnosticBag();
        var result = parse(LocatedText.Of(text), Small, bag);
        Assert.Equal(bag.HasErrors, result is null);
        return string.Join(" ", bag.Found.Select(found =>
            $"{found.Code}[{text[(found.Span.Column - 1)..(found.Span.EndColumn - 1)]}]{(found.DidYouMean is { } meant ? "?" + meant : "")}"));
    }

    [Theory]
    [InlineData("", "DT1501[]")]
    [InlineData("   ", "DT1501[   ]")]
    [InlineData("trust == low", "DT1502[==]?=")]
    [InlineData("trust ≥ low && channels = none", "DT1502[≥]?>= DT1502[&&]?and")]
    [InlineData("trust = low § channels = none", "DT1502[§] DT1503[channels]")]
    [InlineData("trust low", "DT1503[low]")]
    [InlineData("trust", "DT1503[]")]
    [InlineData("trust = 3", "DT1503[3]")]
    [InlineData("trust = low AND channels = none", "DT1503[AND]?and")]
    [InlineData("trust = low and or channels = none", "DT1503[or]")]
    [InlineData("and", "DT1503[and] DT1503[]")]
    [InlineData("not", "DT1503[]")]
    [InlineData("trust in low", "DT1503[low]")]
    [InlineData("trust in ()", "DT1503[)]")]
    [InlineData("(trust = low", "DT1504[(]")]
    [InlineData("trust = low)", "DT1504[)]")]
    [InlineData("((trust = low) or (trust = broken)", "DT1504[(]")]
    [InlineData("held((trust = low, 3 months)", "DT1503[,]")]
    [InlineData("trus >= low", "DT2101[trus]?trust")]
    [InlineData("Trust >= low", "DT2101[Trust]?trust")]
    [InlineData("economy >= low", "DT2101[economy]")]
    [InlineData("clash >= low", "DT2101[clash]")]
    [InlineData("trust = gaurded", "DT2102[gaurded]?guarded")]
    [InlineData("trust = xyz", "DT2102[xyz]")]
    [InlineData("trust = regular", "DT2103[regular]")]
    [InlineData("occurred(clas)", "DT2104[clas]?clash")]
    [InlineData("occurred(near-miss.lost)", "DT2105[lost]?loss")]
    [InlineData("in-force(contacts)", "DT2106[contacts]?contact")]
    [InlineData("agreed(trust)", "DT2106[trust]")]
    [InlineData("in-scenario(escalation)", "DT2108[escalation]?escalating")]
    [InlineData("occurred(severity >= crises)", "DT2109[crises]?crisis")]
    [InlineData("occured(clash)", "DT2110[occured]?occurred")]
    [InlineData("foo(clash, (1)) and trust = xyz", "DT2110[foo] DT2102[xyz]")]
    [InlineData("date < 2018-02-30", "DT2111[2018-02-30]")]
    [InlineData("date < 2018-2-3", "DT2111[2018-2-3]?2018-02-03")]
    [InlineData("date < 2018-02", "DT2111[2018-02]?2018-02-01")]
    [InlineData("count(clash) >= 2", "DT2112[)]")]
    [InlineData("held(trust = low)", "DT2112[)]")]
    [InlineData("occurred(clash, 0 months)", "DT2112[0]")]
    [InlineData("occurred(clash, 3 monts)", "DT2112[monts]?month")]
    [InlineData("date < 1812-01-01", "DT2111[1812-01-01]")]
    [InlineData("occurred(clash, 1001 years)", "DT2112[1001]")]
    [InlineData("occurred(clash, 1e309 years)", "DT2112[1e309]")]
    [InlineData("occurred(clash, soon)", "DT2112[soon]")]
    [InlineData("count(clash, 1 year) >= 1.5", "DT2113[1.5]")]
    [InlineData("count(clash, 1 year) >= 99999999999", "DT2113[99999999999]")]
    [InlineData("at-least(3, trust = low, channels = none)", "DT2114[3]")]
    [InlineData("at-least(0, trust = low)", "DT2114[0]")]
    [InlineData("trust in (low, broken, low)", "DT2117[low]")]
    [InlineData("elite < hardliners", "DT3101[<]")]
    [InlineData("trust >= broken", "DT3102[trust >= broken]")]
    [InlineData("trust < broken or elite = realists", "DT3102[trust < broken]")]
    [InlineData("elite in (realists, hardliners)", "DT3102[(realists, hardliners)]")]
    [InlineData("during(clash)", "DT3103[clash]")]
    [InlineData("occurred(severity > war)", "DT3105[severity > war]")]
    [InlineData("trus = low and channels = many or (trust = regular", "DT2101[trus]?trust DT2102[many] DT2103[regular] DT1504[(]")]
    [InlineData("trust = and elite = realist", "DT2102[and] DT1503[elite]")]
    [InlineData("trust = 1 or channels = spordaic and held(clash, 1 month)", "DT1503[1] DT2102[spordaic]?sporadic DT2101[clash]")]
    public void Mistakes_are_found_with_their_place(string text, string findings) => Assert.Equal(findings, Findings(text, ConditionParser.Parse));

    [Theory]
    [InlineData("when: trust >= gaurded", 1, 16, 23)]
    [InlineData("when: 'trust >= gaurded'", 1, 17, 24)]
    [InlineData("when: \"\\ttrust \\u003e= gaurded\"", 1, 24, 31)]
    [InlineData("when: trust >=\n  gaurded", 2, 3, 10)]
    [InlineData("when: 'trust >=\n\n    gaurded'", 3, 5, 12)]
    [InlineData("when: >-\n  always and\n  trust >= gaurded", 3, 12, 19)]
    [InlineData("when: |\n  always and\n\n  trust >= gaurded\n", 4, 12, 19)]
    [InlineData("- {when: \"trust >= gaurded\"}", 1, 20, 27)]
    public void Places_are_those_in_the_file(string yaml, int line, int column, int endColumn)
    {
        var bag = new DiagnosticBag();
        var (root, _) = YamlReader.Read(new SourceText("m.yaml", yaml.StartsWith('-') ? "x:\n" + yaml : yaml), bag, TestContext.Current.CancellationToken);
        var shift = yaml.StartsWith('-') ? 1 : 0;
        var value = root.Entries[0].Value;
        value = value is ListNode list ? ((MapNode)list.Items[0]).Entries[0].Value : value;
        Assert.Null(ConditionParser.Parse(((ScalarNode)value).Value, Small, bag));
        var found = Assert.Single(bag.Found);
        Assert.Equal("DT2102", found.Code);
        Assert.Equal(new TextSpan("m.yaml", line + shift, column, line + shift, endColumn), found.Span);
    }

    [Fact]
    public void Of_a_factor_whose_states_are_unknown_nothing_more_is_said()
    {
        var names = new Names();
        names.Factors.Add(new FactorName("trust", FactorScale.Ordered, []));
        var bag = new DiagnosticBag();
        Assert.Null(ConditionParser.Parse(LocatedText.Of("trust >= low and trust in (a, b, a)"), names, bag));
        Assert.Empty(bag.Found);
    }

    [Fact]
    public void Messages_exist_in_both_languages_and_name_what_is_expected()
    {
        var bag = new DiagnosticBag();
        Assert.Null(ConditionParser.Parse(LocatedText.Of("trust = 3"), Small, bag));
        Assert.Equal(
            new LocalizedText(
                "“3” does not fit here; expected: a state of “trust” (“broken”, “low”, “guarded” or “working”).",
                "„3“ passt hier nicht; erwartet: ein Zustand von „trust“ („broken“, „low“, „guarded“ oder „working“)."),
            bag.Found[0].Message);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    public void Nesting_has_a_limit(int depth, int errors)
    {
        string[] deep =
        [
            new string('(', depth) + "always" + new string(')', depth),
            string.Concat(Enumerable.Repeat("not ", depth)) + "always",
            string.Concat(Enumerable.Repeat("at-least(1, ", depth)) + "always" + new string(')', depth),
        ];
        foreach (var text in deep)
        {
            var bag = new DiagnosticBag();
            Assert.Equal(errors == 0, ConditionParser.Parse(LocatedText.Of(text), Small, bag) is not null);
            Assert.Equal(Enumerable.Repeat("DT1505", errors), bag.Found.Select(found => found.Code));
        }
    }

    [Fact]
    public void Length_has_a_limit()
    {
        var text = string.Join(" or ", Enumerable.Repeat("always", 1000));
        Assert.NotNull(ExpressionModels.Parse(text, ExpressionModels.Small).Condition);
        var bag = new DiagnosticBag();
        Assert.Null(ConditionParser.Parse(LocatedText.Of(text + new string(' ', 100)), Small, bag));
        Assert.Equal("DT1506", Assert.Single(bag.Found).Code);
    }

    [Fact]
    public void Any_text_is_read_without_breaking_down() =>
        Check.Sample(
            Gen.Int[0, Scraps.Length - 1].Array[0, 40].Select(places => string.Join(' ', places.Select(place => Scraps[place]))),
            text =>
            {
                var (condition, bag) = ExpressionModels.Parse(text, ExpressionModels.Small);
                Assert.Equal(bag.HasErrors, condition is null);
                var (statement, claimBag) = ExpressionModels.ParseClaim(text, ExpressionModels.Small);
                Assert.Equal(claimBag.HasErrors, statement is null);
            },
            iter: 5000,
            threads: 1);

    private static readonly string[] Scraps =
    [
        "trust", "channels", "elite", "low", "none", "clash", "election", "near-miss", "loss", "contact", "steps", "escalating", "crisis",
        "(", ")", "(", ")", ",", ".", "->", "=", "!=", "<", "<=", ">", ">=", "and", "or", "not", "in", "always", "never", "date", "severity",
        "occurred", "count", "held", "in-force", "agreed", "during", "at-least", "in-scenario", "chance", "share", "rate", "mean",
        "order", "loop", "initially", "before", "when", "is", "lower", "higher", "by", "at", "least", "as", "modelled", "with", "without",
        "strategy", "event", "influence", "measure", "than", "rises", "because", "of", "within", "fades", "above", "between", "while",
        "over", "to", "from", "reinforcing", "2", "24", "months", "2016-07-08", "0.5", "§", "\u0000", "🙂",
    ];
}
