using System.Collections.Immutable;
using System.Xml.Linq;
using Detente.Models;
using Detente.Reports.Tests.Samples;
using Detente.Studies;

namespace Detente.Reports.Tests.Sections;

public sealed class ClaimsPartTests
{
    [Theory]
    [InlineData(ReaderLanguage.English, "Of seven claims of its sources the model reproduces three. One remains undecided because the figure lies too close to the threshold. One is vacuous because what it speaks of hardly ever comes about in the runs. The annex has all of them. It does not reproduce the following two:")]
    [InlineData(ReaderLanguage.German, "Von sieben Aussagen seiner Quellen gibt das Modell drei wieder. Eine bleibt unentschieden, weil die Zahl zu nahe an der Schwelle liegt. Eine ist gegenstandslos, weil in den Läufen kaum vorkommt, wovon sie handelt. Alle stehen im Anhang. Nicht wieder gibt es die folgenden zwei:")]
    [InlineData(ReaderLanguage.English, "A landing of troops shakes the trust between the crowns (Aldermann and Scrivener 1451, p. 14).")]
    [InlineData(ReaderLanguage.German, "Eine Landung von Truppen erschüttert das Vertrauen der Kronen (Aldermann und Scrivener 1451, S. 14).")]
    public void The_body_counts_claims_and_names_every_failure(ReaderLanguage language, string sentence) =>
        Assert.Contains(sentence, BriefDocumentTests.Body(SampleBrief.Full, language), StringComparison.Ordinal);

    [Fact]
    public void A_single_failure_stands_in_one_sentence() =>
        Assert.Contains("It does not reproduce: Open war never breaks out (Aldermann and Scrivener 1451, p. 14).", Body([.. SampleVerification.Claims.Where(one => one.Claim != 1)]), StringComparison.Ordinal);

    [Theory]
    [InlineData("The model was tested against one claim of its sources and reproduces it.", 2)]
    [InlineData("The model was tested against one claim of its sources and does not show it. It does not reproduce: Open war never breaks out", 6)]
    [InlineData("The model was tested against two claims of its sources and reproduces all of them.", 0, 2)]
    [InlineData("Of two claims of its sources the model reproduces none.", 1, 6)]
    public void Few_claims_are_counted_in_their_own_words(string sentence, params int[] claims) =>
        Assert.Contains(sentence, Body([.. SampleVerification.Claims.Where(one => claims.Contains(one.Claim))]), StringComparison.Ordinal);

    [Fact]
    public void Without_claims_nothing_is_shown_to_behave_as_the_sources_say() =>
        Assert.Contains("The model states no claims of its sources", Body([]), StringComparison.Ordinal);

    [Fact]
    public void A_brief_that_verified_nothing_is_silent_on_claims()
    {
        var html = Written.Html(SampleBrief.Full with { Verification = null }, ReaderLanguage.English);
        Assert.DoesNotContain("annex-claims", html, StringComparison.Ordinal);
        Assert.DoesNotContain("How the model answers its sources", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_annex_holds_every_claim_failures_first()
    {
        var annex = Annex(SampleBrief.Full, ReaderLanguage.English);
        Assert.Equal(["table-claims-fails", "table-claims-undecided", "table-claims-vacuous", "table-claims-holds"], annex.Elements("table").Select(table => (string?)table.Attribute("id")));
        Assert.Equal(SampleBrief.Full.Verification!.Claims.Length, annex.Descendants("tbody").Elements("tr").Count());
    }

    [Theory]
    [InlineData(ReaderLanguage.English, "0.312 ± 0.004; against 0.310 ± 0.004; difference +0.0020 ± 0.0006; at the end of the time to fade +0.0010 ± 0.0005; margin −0.0020 ± 0.0006")]
    [InlineData(ReaderLanguage.English, "in the order stated 0.66 ± 0.01 · 0.64 ± 0.01; margin +0.02 ± 0.02")]
    [InlineData(ReaderLanguage.English, "violated in a share of 0.0040 ± 0.0006")]
    [InlineData(ReaderLanguage.English, "what it speaks of came about 12 times")]
    [InlineData(ReaderLanguage.English, "p. 14 (A-07)")]
    [InlineData(ReaderLanguage.German, "0,35 ± 0,01; gegenüber 0,52 ± 0,01; Unterschied −0,17 ± 0,01; Abstand +0,17 ± 0,01")]
    [InlineData(ReaderLanguage.German, "am Modell abgelesen, ohne Läufe")]
    [InlineData(ReaderLanguage.German, "Nicht wiedergegeben: 2 von 7.")]
    [InlineData(ReaderLanguage.German, "wovon sie handelt, trat 12-mal ein")]
    public void The_annex_gives_figures_with_their_errors(ReaderLanguage language, string words) =>
        Assert.Contains(words, Annex(SampleBrief.Full, language).Value.Replace('\u00a0', ' '), StringComparison.Ordinal);

    private static XElement Annex(BriefResult result, ReaderLanguage language) =>
        XDocument.Parse(Written.Html(result, language)).Descendants("section").Single(section => (string?)section.Attribute("id") == "annex-claims");

    private static string Body(ImmutableArray<ClaimOutcome> claims) => BriefDocumentTests.Body(
        SampleBrief.Full with { Verification = SampleBrief.Full.Verification! with { Claims = claims } }, ReaderLanguage.English);
}
