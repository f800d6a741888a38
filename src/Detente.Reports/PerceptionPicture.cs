using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Html;
using Detente.Studies;

namespace Detente.Reports;

/// <summary>How far images are from the things over time, as one SVG that stands alone, with its figures by year as a table below; its title is its conclusion.</summary>
/// <remarks>White ground, system fonts, no reference to anything outside. The same result and language give the same characters.</remarks>
public static class PerceptionPicture
{
    private const int HashShown = 12;
    private const int MostColumns = 7;

    /// <summary>Writes the picture.</summary>
    /// <param name="result">The result.</param>
    /// <param name="language">The language of the reader.</param>
    /// <param name="writer">Where to; neither flushed nor closed.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(PerceptionResult result, ReaderLanguage language, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        var study = (PerceptionStudy)result.Provenance.Study;
        var voice = new Voice(language, study.Model.Mode);
        string Name(ImagePerception image) => voice.Analyst(study.Model.Factors[image.Image.Index].Title, study.Model.Factors[image.Image.Index].Id).Plain;
        var most = result.Images.MaxBy(image => image.Worse.Mean)!;
        var title = voice.Say(CourseWords.Misread, Name(most), new Shares(voice).Of(most.Worse.Mean, most.Worse.StandardError)).Plain;
        var runs = voice.Whole((System.Numerics.BigInteger)study.Options.Draws * study.Options.Paths);
        var reading = voice.Say(CourseWords.PerceptionReading, runs).Plain;
        using var body = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var canvas = new Canvas(body, "perception");

        var top = PictureSheet.Title(canvas, title, PictureSheet.Width);
        top = PictureSheet.Sentences(canvas, [.. Pictures.Above(study, voice), reading], PictureSheet.Width, top) + 8;
        top = new DistanceDrawing(canvas, PictureSheet.Width).Draw(
            result.Dates,
            [.. result.Images.Select(image => new DistanceLine(
                Name(image),
                [.. image.Distance.Select(figure => figure.Mean)],
                [.. image.Distance.Select(figure => PairedSeries.Errors * figure.StandardError)]))],
            top);
        int[] columns = [.. Enumerable.Range(0, MostColumns).Select(column => column * (result.Dates.Length - 1) / (MostColumns - 1)).Distinct()];
        IReadOnlyList<string> heading = ["", .. columns.Select(place => FormattableString.Invariant($"{result.Dates[place].Month}/{result.Dates[place].Year}"))];
        top = PictureSheet.Table(
            canvas,
            [heading, .. result.Images.Select(image => (IReadOnlyList<string>)[Name(image), .. columns.Select(place =>
                $"{voice.Signed(image.Distance[place].Mean, 2)} ± {voice.Fixed(image.Distance[place].StandardError, 2)}")])],
            70,
            top);
        top = PictureSheet.Sentences(canvas, [voice.Word(CourseWords.NotProspects), study.Model.Id + " · " + result.Provenance.ModelHash[..HashShown]], PictureSheet.Width, top + 4);
        new PictureSheet("perception", language).Begin(writer, (PictureSheet.Width, top), title, reading);
        canvas.WritePatterns(writer);
        writer.Write(body.ToString());
        writer.Write("</svg>\n");
    }
}
