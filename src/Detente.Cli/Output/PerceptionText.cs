using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>How far images are from the things, in plain text.</summary>
internal sealed class PerceptionText(Model model, PerceptionResult result, ReaderLanguage language)
{
    private readonly Wording wording = new(language);
    private readonly CourseWords words = new(model, result, language);

    private (string First, string Second) Worlds => (words.Say("as modelled", "wie modelliert"), words.Say("transparent", "transparent"));

    public void Write(TextWriter writer)
    {
        words.Head(writer, new("Perception", "Wahrnehmung"), Answer());
        WriteReadings(writer);
        WriteDistances(writer);
        foreach (var image in result.Images)
        {
            writer.WriteLine();
            writer.Write(words.Say("Transparency. ", "Transparenz. ") + words.Factor(image.Image) + words.Say(": the image true at all times", ": Das Bild stimmt jederzeit"));
            words.AtHorizon(writer, image.Transparent, Worlds);
        }

        if (result.AllTransparent is { } all)
        {
            writer.WriteLine();
            writer.Write(words.Say("Transparency. All images true at all times", "Transparenz. Alle Bilder stimmen jederzeit"));
            words.AtHorizon(writer, all, Worlds);
        }

        writer.WriteLine(words.Say(
            "  Transparent: every influence and every condition that reads the image reads the thing in its place; the image itself is no longer read by anything.",
            "  Transparent: Jeder Einfluss und jede Bedingung, die das Bild liest, liest an seiner Stelle die Sache; das Bild selbst wird von nichts mehr gelesen."));
    }

    private IEnumerable<string> Answer()
    {
        foreach (var image in result.Images)
        {
            var of = model.Factors[image.Image.Index].Image!;
            var holder = wording.Name(model.Actors[of.HeldBy.Index].Title, model.Actors[of.HeldBy.Index].Id);
            yield return words.Say(
                $"{words.Factor(image.Image)} ({holder}): read as worse than it is {words.Share(image.Worse)} per cent of the time, as better {words.Share(image.Better)}.",
                $"{words.Factor(image.Image)} ({holder}): {words.Share(image.Worse)} Prozent der Zeit schlechter gelesen, als die Sache ist, {words.Share(image.Better)} besser.");
        }

        var transparent = result.AllTransparent ?? result.Images[0].Transparent;
        var (name, series) = words.Shares(transparent).Where(item => !PairedSeries.IsNoise(item.Series.Difference[^1]))
            .OrderByDescending(item => Math.Abs(item.Series.Difference[^1].Mean)).FirstOrDefault();
        yield return series is null
            ? words.Say("Transparency changes nothing at the horizon beyond noise.", "Transparenz ändert am Ende des Zeithorizonts nichts, was über das Rauschen hinausgeht.")
            : words.Say(
                $"Transparency changes most at the horizon: {name}, {words.Difference(series.Difference[^1])} percentage points of model runs.",
                $"Transparenz ändert am Ende des Zeithorizonts am meisten: {name}, {words.Difference(series.Difference[^1])} Prozentpunkte der Modellläufe.");
    }

    private void WriteReadings(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(words.Say(
            "How the holder reads the thing: per cent of the time; longest spell of reading it as worse, in steps",
            "Wie der Betrachter die Sache liest: Prozent der Zeit; längste Spanne, in der er sie schlechter liest, in Schritten"));
        var table = new TextTable().Row(
            "",
            words.Say("worse", "schlechter"),
            words.Say("better", "besser"),
            words.Say("longest spell", "längste Spanne"),
            words.Say("half of runs up to", "Hälfte der Läufe bis"),
            words.Say("nine tenths up to", "neun Zehntel bis"));
        foreach (var image in result.Images)
        {
            table.Row([words.Factor(image.Image), words.Share(image.Worse), words.Share(image.Better), words.Number(image.LongestSpell, 1), .. image.LongestSpells.Select(Length)]);
        }

        table.Write(writer);
    }

    private string Length(TimeQuantile quantile) =>
        $"{wording.Whole(quantile.Steps ?? 0)}{(quantile.Earliest == quantile.Steps && quantile.Latest == quantile.Steps ? "" : $" ({wording.Whole(quantile.Earliest ?? 0)}–{(quantile.Latest is { } high ? wording.Whole(high) : "…")})")}";

    private void WriteDistances(TextWriter writer)
    {
        var columns = CourseWords.YearlyPlaces(result.Dates);
        writer.WriteLine();
        writer.WriteLine(words.Say(
            "Mean distance of image and thing in states; above 0: read as worse than it is",
            "Mittlerer Abstand von Bild und Sache in Zuständen; über 0: schlechter gelesen, als sie ist"));
        var table = new TextTable().Row(["", .. columns.Select(place => words.Date(result.Dates[place]))]);
        foreach (var image in result.Images)
        {
            table.Row([words.Factor(image.Image), .. columns.Select(place => CourseWords.Signed(wording.Number(image.Distance[place].Mean, 2), image.Distance[place].Mean))]);
            table.Row([words.Say("  standard error", "  Standardfehler"), .. columns.Select(place => "±" + wording.Number(image.Distance[place].StandardError, 2))]);
            table.Row([words.Say("  absolute", "  absolut"), .. columns.Select(place => wording.Number(image.AbsoluteDistance[place].Mean, 2))]);
            table.Row([words.Say("  standard error", "  Standardfehler"), .. columns.Select(place => "±" + wording.Number(image.AbsoluteDistance[place].StandardError, 2))]);
        }

        table.Write(writer);
    }
}
