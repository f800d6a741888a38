using Detente.Models;
using Detente.Reports.Sections;
using Detente.Reports.Tests.Samples;

namespace Detente.Reports.Tests.Sections;

public sealed class DissentTests
{
    private static readonly Model Kingdoms = TwoKingdoms.Model;

    [Fact]
    public void The_widest_split_of_a_side_comes_first()
    {
        var (side, splits) = Assert.Single(Dissent.Splits(Kingdoms));
        Assert.Equal(0, side.Index);
        Assert.Equal(["parley", "tolls"], splits.Select(split => split.Issue.Id));
        Assert.Equal((-3, 3), (splits[0].Lowest, splits[0].Highest));
    }

    [Fact]
    public void Members_of_members_belong_to_the_side()
    {
        var deep = Kingdoms with { Actors = Kingdoms.Actors.SetItem(3, Kingdoms.Actors[3] with { In = new ActorId(2) }) };
        Assert.Equal(2, Assert.Single(Dissent.Splits(deep)).Splits.Length);
    }

    [Fact]
    public void One_actor_cannot_be_split() =>
        Assert.Empty(Dissent.Splits(Kingdoms with { Actors = [.. Kingdoms.Actors.Take(1)] }));

    [Fact]
    public void A_difference_of_degree_is_no_split() =>
        Assert.Empty(Dissent.Splits(Kingdoms with { Actors = Kingdoms.Actors.SetItem(3, Kingdoms.Actors[3] with { Positions = [new("parley", -1)] }) }));

    [Theory]
    [InlineData(-1, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(-1, 0, false)]
    public void A_sign_is_contested_when_the_range_has_both(double low, double high, bool expected) => Assert.Equal(expected, Dissent.IsContested(new Estimate(0, low, high)));

    [Fact]
    public void An_expert_is_compared_with_the_model()
    {
        var difference = Assert.Single(Dissent.Differences(Kingdoms, Kingdoms.Experts[0]));
        Assert.Equal(1, difference.Distance);
        Assert.Equal(2, difference.Ours!.Weight!.Value.Value);
    }

    [Fact]
    public void A_judgement_that_the_model_lacks_differs_by_its_size()
    {
        var expert = Kingdoms.Experts[0] with { Judgements = [new Influence("new", new(TwoKingdoms.Tolls), new(TwoKingdoms.FleetSeen)) { Cells = [new(0, 0, Estimate.Point(-2))] }] };
        var difference = Assert.Single(Dissent.Differences(Kingdoms, expert));
        Assert.Null(difference.Ours);
        Assert.Equal(2, difference.Distance);
    }

    [Theory]
    [InlineData(ReaderLanguage.English, "Within “Valdria” positions, on a scale from −3 to +3, range on “Parley at the river” from −3 (Lords of the March) to +3 (The abbots), on “Common tolls” from −1 (The abbots) to +1 (Lords of the March).")]
    [InlineData(ReaderLanguage.German, "Im Lager „Valdria“ reichen die Positionen auf der Skala von −3 bis +3 zu „Unterredung am Fluss“ von −3 (Herren der Mark) bis +3 (Die Äbte), zu „Gemeinsame Zölle“ von −1 (Die Äbte) bis +1 (Herren der Mark).")]
    [InlineData(ReaderLanguage.English, "For one of 7 influences even the sign is contested, since the range of the judgement crosses zero: Regime of the tolls → Strength of the Valdrian garrisons.")]
    [InlineData(ReaderLanguage.German, "Bei einem von 7 Einflüssen ist selbst das Vorzeichen strittig, denn die Urteilsspanne schließt die Null ein: Zollregime → Stärke der valdrischen Garnisonen.")]
    [InlineData(ReaderLanguage.English, "“The scouts” judges one influence differently from the model: Strength of the Valdrian garrisons → Garrisons as Ironmark sees them (+3 points instead of +2).")]
    [InlineData(ReaderLanguage.German, "„Die Späher“ beurteilt einen Einfluss anders als das Modell: Stärke der valdrischen Garnisonen → Garnisonen in den Augen Eisenmarks (+3 statt +2 Punkte).")]
    public void The_body_names_dissent(ReaderLanguage language, string sentence) =>
        Assert.Contains(sentence, BriefDocumentTests.Body(SampleBrief.Full, language), StringComparison.Ordinal);

    [Fact]
    public void A_model_without_dissent_says_so()
    {
        Assert.Contains("The model records no dissent", BriefDocumentTests.Body(SampleBrief.Empty, ReaderLanguage.English), StringComparison.Ordinal);
        Assert.DoesNotContain("annex-dissent", Written.Html(SampleBrief.Empty, ReaderLanguage.English), StringComparison.Ordinal);
    }
}
