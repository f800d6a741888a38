using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Html;
using Detente.Reports.Sections;
using Detente.Studies;

namespace Detente.Reports;

/// <summary>The scenario tableau as one SVG that stands alone: white ground, system fonts, no reference to anything outside.</summary>
/// <remarks>The text is well-formed XML with a title and a description for readers who do not see it. The same result and language give the same characters.</remarks>
public static class TableauPicture
{
    private const double NarrowestWidth = 680;
    private const double ColumnWidth = 78;
    private const double NameWidth = 170;
    private const int HashShown = 12;

    /// <summary>Writes the tableau of the scenarios listed, <see cref="Tableau.MostColumns"/> of them at most.</summary>
    /// <param name="result">The result; one without scenarios gives a picture that says so.</param>
    /// <param name="language">The language of the reader.</param>
    /// <param name="writer">Where to; neither flushed nor closed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(ScenariosResult result, ReaderLanguage language, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        var model = result.Provenance.Study.Model;
        var voice = new Voice(language, model.Mode);
        var part = new TableauPart(result, Tableau.Of(result), voice);
        var chart = part.Chart("tableau", 0, model.Factors.Length);
        var width = Math.Max(NarrowestWidth, NameWidth + (chart.Columns * ColumnWidth));
        var title = voice.Word(TableauWords.Title) + ": " + voice.Analyst(model.Title, model.Id).Plain;
        var conclusion = part.Conclusion(0, model.Factors.Length).Plain;
        var extent = part.Extent().Plain;
        string[] above = [model.Encoded is { Hindsight: true } ? voice.Word(FrameWords.Banner) : "", .. part.Premises().Select(premise => premise.Plain), extent];
        string[] below = [conclusion, Meaning(result, voice), model.Id + " · " + result.Provenance.ModelHash[..HashShown]];

        new ChartSheet(chart.Id, language, title)
        {
            Width = width,
            Description = (conclusion + " " + extent).TrimEnd(),
            Above = above,
            Charts = chart.Columns > 0 ? [("", chart)] : [],
            Below = below,
        }.Write(writer);
    }

    private static string Meaning(ScenariosResult result, Voice voice) => result.Provenance.Study is ScenariosStudy { Tolerance: > 0 and var tolerance }
        ? voice.Say(TableauWords.NotFrequencyWithin, voice.Stated(tolerance)).Plain
        : voice.Word(TableauWords.NotFrequency);
}
