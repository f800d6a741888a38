using System.Xml.Linq;
using Detente.Models;
using Detente.Reports.Tests.Samples;
using Detente.Studies;

namespace Detente.Reports.Tests;

public sealed class TableauPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(ReaderLanguage.English, "en")]
    [InlineData(ReaderLanguage.German, "de")]
    public void The_picture_is_drawn_as_agreed(ReaderLanguage language, string code) => Golden.Match($"tableau.{code}.svg", Draw(SampleBrief.Full.Scenarios, language));

    [Fact]
    public void It_stands_alone_and_is_described()
    {
        var drawing = XDocument.Parse(Draw(SampleBrief.Full.Scenarios, ReaderLanguage.German)).Root!;
        Assert.Equal((Svg + "svg", "de"), (drawing.Name, (string?)drawing.Attribute(XNamespace.Xml + "lang")));
        Assert.NotEmpty(drawing.Element(Svg + "title")!.Value);
        Assert.StartsWith("Die drei Szenarien stimmen in keinem der 6 Faktoren überein", drawing.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(drawing.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "href" or "src");
        Assert.DoesNotContain(drawing.Descendants(), element => element.Name.LocalName is "script" or "image" or "style");
        Assert.Contains(drawing.Elements(Svg + "text"), text => text.Value.StartsWith("Nachträglich verfasst.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_state_shown_is_printed_in_its_box()
    {
        var result = SampleBrief.Full.Scenarios;
        var texts = XDocument.Parse(Draw(result, ReaderLanguage.English)).Descendants(Svg + "text").Select(text => text.Value).ToList();
        foreach (var (index, factor) in result.Provenance.Study.Model.Factors.Index())
        {
            Assert.Contains(factor.Title.En, texts);
            Assert.All(result.Scenarios, scenario => Assert.Contains(factor.States[scenario.States[index]].Title.En, texts));
        }
    }

    [Fact]
    public void An_intervention_is_marked_as_hypothetical_and_what_is_new_with_it()
    {
        var result = SampleBrief.Full.Scenarios;
        var model = result.Provenance.Study.Model;
        var study = new ScenariosStudy(model, new StudyOptions()) { Holds = [new HeldState(new FactorId(0), 1)], Where = new FactorIn(new FactorId(1), [0], new WrittenComparison(Comparison.Equal, 0)) };
        var drawn = Draw(
            result with { Provenance = result.Provenance with { Study = study }, Change = new InterventionChange(3, 1, 2, [], [false, true, true]) }, ReaderLanguage.English);
        var texts = XDocument.Parse(drawn).Descendants(Svg + "text").Select(text => text.Value).ToList();
        Assert.Contains(texts, text => text.StartsWith("HYPOTHETICAL: held from outside", StringComparison.Ordinal) && text.Contains(model.Factors[0].Title.En + ": " + model.Factors[0].States[1].Title.En, StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("Only configurations are looked at that meet: ", StringComparison.Ordinal));
        Assert.Equal((2, 1), (texts.Count(text => text == "yes"), texts.Count(text => text == "no")));
    }

    [Fact]
    public void Weights_stand_below_with_their_error_where_they_were_sampled()
    {
        var result = SampleBrief.Full.Scenarios;
        var weighted = result with { Scenarios = [.. result.Scenarios.Select((scenario, i) => scenario with { Weight = new ScenarioWeight(1000 + i, i == 0 ? 12.4 : null) })] };
        var texts = XDocument.Parse(Draw(weighted, ReaderLanguage.English)).Descendants(Svg + "text").Select(text => text.Value.Replace('\u00a0', ' ')).ToList();
        Assert.Contains("1,000 ± 12", texts);
        Assert.Contains("1,001", texts);
    }

    [Fact]
    public void Colours_of_a_factor_take_the_place_of_the_shades_where_one_of_its_states_has_one()
    {
        var result = TableauTests.Result([[0], [1]], [1, 2]);
        var model = result.Provenance.Study.Model;
        var factor = model.Factors[0];
        var coloured = model with { Factors = [factor with { States = [factor.States[0] with { Colour = "12AB0F" }, .. factor.States[1..]] }] };
        var drawn = Draw(result with { Provenance = result.Provenance with { Study = new ScenariosStudy(coloured, new StudyOptions()) } }, ReaderLanguage.English);
        Assert.Equal(["#12ab0f", "#ffffff"], Grounds(drawn));
        Assert.DoesNotContain("#12ab0f", Grounds(Draw(result, ReaderLanguage.English)));

        static IEnumerable<string?> Grounds(string drawing) =>
            XDocument.Parse(drawing).Descendants(Svg + "rect").Select(box => (string?)box.Attribute("fill")).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Within_a_tolerance_it_does_not_claim_more_than_that()
    {
        var result = SampleBrief.Full.Scenarios;
        var study = new ScenariosStudy(result.Provenance.Study.Model, new StudyOptions()) { Tolerance = 1.5 };
        var drawn = Draw(result with { Provenance = result.Provenance with { Study = study } }, ReaderLanguage.German);
        var text = string.Join(' ', XDocument.Parse(drawn).Descendants(Svg + "text").Select(line => line.Value));
        Assert.Contains("um mehr als die Toleranz von 1,5 besser stützen", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_scenarios_it_says_so() =>
        Assert.Contains("Keine Konfiguration ist konsistent", Draw(SampleBrief.Empty.Scenarios, ReaderLanguage.German), StringComparison.Ordinal);

    [Fact]
    public void A_title_cannot_break_the_picture()
    {
        var result = TableauTests.Result([[0], [1]], [1, 2]);
        var model = result.Provenance.Study.Model;
        var hostile = model with { Title = LocalizedText.Same("</svg><script>\u0007"), Factors = [model.Factors[0] with { Title = LocalizedText.Same("\"<&'") }] };
        var drawing = XDocument.Parse(Draw(result with { Provenance = result.Provenance with { Study = new ScenariosStudy(hostile, new StudyOptions()) } }, ReaderLanguage.English));
        Assert.Contains(drawing.Descendants(Svg + "text"), text => text.Value == "\"<&'");
    }

    internal static string Draw(ScenariosResult result, ReaderLanguage language)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        TableauPicture.Write(result, language, writer);
        return writer.ToString();
    }
}
