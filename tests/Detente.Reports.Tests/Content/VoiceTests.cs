using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Tests.Content;

public sealed class VoiceTests
{
    private static readonly Voice English = new(ReaderLanguage.English, ModelMode.Plausibility);
    private static readonly Voice German = new(ReaderLanguage.German, ModelMode.Plausibility);

    [Fact]
    public void Dates_have_the_form_of_the_language()
    {
        Assert.Equal("1\u00a0October\u00a02015", English.Date(new DateOnly(2015, 10, 1)));
        Assert.Equal("1.\u00a0Oktober\u00a02015", German.Date(new DateOnly(2015, 10, 1)));
    }

    [Fact]
    public void Numbers_have_the_form_of_the_language()
    {
        Assert.Equal("1,234.5", English.Stated(1234.5));
        Assert.Equal("1.234,5", German.Stated(1234.5));
        Assert.Equal("−0.5 (−1 to 0)", English.Range(new Estimate(-0.5, -1, 0)));
        Assert.Equal("0", English.Fixed(-0.001, 0));
    }

    [Fact]
    public void Quotation_marks_are_those_of_the_language()
    {
        Assert.Equal("“a”", English.Quote("a").Plain);
        Assert.Equal("„a“", German.Quote("a").Plain);
    }

    [Fact]
    public void Lists_end_with_and()
    {
        Assert.Equal("a, b and c", English.List(["a", "b", "c"]).Plain);
        Assert.Equal("a und b", German.List(["a", "b"]).Plain);
    }

    [Fact]
    public void Small_numbers_are_words()
    {
        Assert.Equal("Three", English.SpelledFirst(3));
        Assert.Equal("zwölf", German.Spelled(12));
        Assert.Equal("13", German.Spelled(13));
    }

    [Fact]
    public void Braces_in_words_of_the_model_are_no_places() =>
        Assert.Equal("{0}", English.Say(new LocalizedText("{0}", "{0}"), new AnalystText("{0}")).Plain);
}
