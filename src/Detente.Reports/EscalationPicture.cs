using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Html;
using Detente.Reports.Sections;
using Detente.Studies;

namespace Detente.Reports;

/// <summary>How it could escalate as one SVG that stands alone: the ladder of severities, and the flows from root events to them.</summary>
/// <remarks>
/// White ground, system fonts, no reference to anything outside; well-formed XML with a title and a description for readers who do not see it. The
/// pathways differ in hatching, so that it can be read in grey. The same result and language give the same characters.
/// </remarks>
public static class EscalationPicture
{
    private const double Width = 800;
    private const double LadderWidth = 560;
    private const double Gap = 22;
    private const int HashShown = 12;

    /// <summary>Writes the picture.</summary>
    /// <param name="result">The result; one in which nothing is reached gives a picture that says so.</param>
    /// <param name="language">The language of the reader.</param>
    /// <param name="writer">Where to; neither flushed nor closed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(EscalationResult result, ReaderLanguage language, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        var study = (EscalationStudy)result.Provenance.Study;
        var (model, options) = (study.Model, study.Options);
        var voice = new Voice(language, model.Mode);
        using var body = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var canvas = new Canvas(body, "escalation");
        var title = voice.Word(EscalationWords.Title) + ": " + voice.Analyst(model.Title, model.Id).Plain;
        var conclusion = Conclusion(result, model, voice);
        string[] above = [model.Encoded is { Hindsight: true } ? voice.Word(FrameWords.Banner) : "", Premise(study, voice), conclusion];
        string[] below =
        [
            voice.Say(EscalationWords.Runs, voice.Whole((System.Numerics.BigInteger)options.Draws * options.Paths), options.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)).Plain
                + " " + voice.Word(EscalationWords.Meaning),
            model.Id + " · " + result.Provenance.ModelHash[..HashShown],
        ];

        var top = PictureSheet.Title(canvas, title, Width);
        top = PictureSheet.Sentences(canvas, above, Width, top) + 8;
        var rungs = result.Severities.Select(one => new Rung(one.Severity, one.First.All, one.First.Inadvertent, one.First.Deliberate, one.Onward)).ToList();
        if (rungs.Count > 0)
        {
            top = Draw(body, canvas, voice.Word(EscalationWords.Ladder), top, () => new LadderDrawing(canvas, LadderWidth).Draw(EscalationCharts.Ladder("escalation", rungs, model, voice)));
        }

        if (!result.Flows.Nodes.IsEmpty)
        {
            top = Draw(body, canvas, voice.Word(EscalationWords.Flows), top, () => new FlowDrawing(canvas, Width).Draw(EscalationCharts.Flows("escalation", result.Flows, model, voice)));
        }

        top = PictureSheet.Sentences(canvas, below, Width, top);
        new PictureSheet("escalation", language).Begin(writer, (Width, top), title, conclusion);
        canvas.WritePatterns(writer);
        writer.Write(body.ToString());
        writer.Write("</svg>\n");
    }

    private static double Draw(StringWriter body, Canvas canvas, string heading, double top, Func<double> draw)
    {
        top += canvas.Lines(0, top, Canvas.Wrap(heading, Width), isOwn: true, " font-weight=\"700\"");
        body.Write($"<g transform=\"translate(0 {Canvas.Number(top - 4)})\">\n");
        var height = draw();
        body.Write("</g>\n");
        return top + height + Gap;
    }

    private static string Premise(EscalationStudy study, Voice voice)
    {
        var titles = study.Strategies.Select(strategy => voice.Analyst(study.Model.Strategies[strategy.Index].Title, study.Model.Strategies[strategy.Index].Id)).ToList();
        return study.NoMeasures ? voice.Word(EscalationWords.NoMeasures)
            : titles.Count > 0 ? voice.Say(EscalationWords.Strategies, voice.ListOfTitles(titles)).Plain
            : "";
    }

    private static string Conclusion(EscalationResult result, Model model, Voice voice)
    {
        var (shares, chosen) = (new Shares(voice), result.Severities[result.Severity].First);
        var severity = voice.Quote(voice.Analyst(model.Severities[result.Severity].Title, model.Severities[result.Severity].Id));
        return chosen.All.Mean > 0
            ? voice.Say(EscalationWords.Reached, severity, shares.In(chosen.All), shares.In(chosen.Inadvertent), shares.In(chosen.Deliberate)).Plain
            : voice.Say(EscalationWords.NotReached, severity).Plain;
    }
}
