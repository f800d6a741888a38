using CsCheck;
using Detente.Language;
using Detente.Models;
using Detente.Tests.Language.Expressions;

namespace Detente.Tests.Language;

public sealed class ConditionTextTests
{
    private static readonly Model Small = ExpressionModels.Small;

    [Fact]
    public void A_condition_outside_a_model_is_read_with_its_names_and_mistakes_have_their_place()
    {
        Assert.Equal("trust >= low", ConditionText.Write(ConditionText.Parse("trust>=low", Small, "--where").Condition!, Small));
        var wrong = ConditionText.Parse("trus >= low and channels = nine", Small, "--where");
        Assert.Null(wrong.Condition);
        Assert.Equal(["DT2101 --where:1:1-5 trust", "DT2102 --where:1:28-32 none"], wrong.Diagnostics.Select(found =>
            FormattableString.Invariant($"{found.Code} {found.Span.File}:{found.Span.Line}:{found.Span.Column}-{found.Span.EndColumn} {found.DidYouMean}")));
    }

    [Fact]
    public void Written_conditions_read_back_as_equal_trees() =>
        (from model in ExpressionModels.RandomModel from condition in ExpressionModels.Conditions(model, 3) select (model, condition)).Sample(sample =>
        {
            var text = ConditionText.Write(sample.condition, sample.model);
            var (again, bag) = ExpressionModels.Parse(text, sample.model);
            Assert.False(bag.HasErrors, text + "\n" + string.Join('\n', bag.Found));
            Assert.Equal(Structure.Of(sample.condition), Structure.Of(again));
            Assert.Equal(text, ConditionText.Write(again!, sample.model));
        }, iter: 2000, threads: 1);

    [Theory]
    [InlineData("(trust>=guarded)and channels in(regular,sporadic)", "trust >= guarded and channels in (sporadic, regular)")]
    [InlineData("not (trust = low or trust = broken)", "not (trust = low or trust = broken)")]
    [InlineData("not channels in (none)", "channels not in (none)")]
    [InlineData("(trust = low or trust = broken) and date < 2018-01-01", "(trust = low or trust = broken) and date < 2018-01-01")]
    [InlineData("trust = low or (trust = broken and always)", "trust = low or trust = broken and always")]
    [InlineData("occurred(near-miss . loss, 1 months)", "occurred(near-miss.loss, 1 month)")]
    [InlineData("occurred(severity > incident)", "occurred(severity >= crisis)")]
    [InlineData("occurred(severity > war)", "occurred(severity > war)")]
    [InlineData("at-least( 2, trust <= low, channels = none, never )", "at-least(2, trust <= low, channels = none, never)")]
    [InlineData("count(severity >= crisis, 1.5 year) >= 2", "count(severity >= crisis, 1.5 years) >= 2")]
    public void Text_is_canonical(string written, string canonical)
    {
        var (condition, bag) = ExpressionModels.Parse(written, Small);
        Assert.False(bag.HasErrors, string.Join('\n', bag.Found));
        Assert.Equal(canonical, ConditionText.Write(condition!, Small));
    }

    [Fact]
    public void Comparisons_name_the_states_they_cover()
    {
        var (condition, _) = ExpressionModels.Parse("trust >= guarded and not (channels < none or held(trust != low, 6 months)) or elite in (realists)", Small);
        Assert.Equal(
            ["trust >= guarded: guarded, working", "channels < none: (none)", "trust != low: broken, guarded, working"],
            ConditionText.Comparisons(condition!, Small));
    }

    [Theory]
    [InlineData("trust >= guarded", "trust (en) at least “guarded (en)” (guarded (en), working (en))", "trust (de) mindestens „guarded (de)“ (guarded (de), working (de))")]
    [InlineData("trust = low and (channels = none or elite not in (realists, hardliners))",
        "trust (en) is “low (en)” and (channels (en) is “none (en)” or elite (en) is not “realists (en)” or “hardliners (en)”)",
        "trust (de) ist „low (de)“ und (channels (de) ist „none (de)“ oder elite (de) ist nicht „realists (de)“ oder „hardliners (de)“)")]
    [InlineData("not occurred(near-miss.loss, 24 months)",
        "not: “near-miss (en)” with the outcome “loss (en)” happened in the last 24 months",
        "nicht: „near-miss (de)“ mit dem Ausgang „loss (de)“ trat in den letzten 24 Monaten ein")]
    [InlineData("count(severity >= crisis, 1 year) > 2",
        "an event of severity “crisis (en)” or “war (en)” in the last year: more than 2 times",
        "ein Ereignis der Schwere „crisis (de)“ oder „war (de)“ im letzten Jahr: mehr als 2-mal")]
    [InlineData("held(during(election), 1.5 weeks)",
        "in the window around “election (en)” throughout the last 1.5 weeks",
        "im Zeitfenster um „election (de)“ durchgehend in den letzten 1,5 Wochen")]
    [InlineData("date >= 2016-07-08 or in-force(rules)",
        "the date is 8 July 2016 or later or “rules (en)” is in force",
        "das Datum liegt am oder nach dem 8. Juli 2016 oder „rules (de)“ ist in Kraft")]
    public void Reading_in_words(string written, string english, string german)
    {
        var (condition, bag) = ExpressionModels.Parse(written, Small);
        Assert.False(bag.HasErrors, string.Join('\n', bag.Found));
        Assert.Equal(english, ConditionText.Explain(condition!, Small, ReaderLanguage.English));
        Assert.Equal(german, ConditionText.Explain(condition!, Small, ReaderLanguage.German));
    }
}
