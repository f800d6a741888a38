using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>Sampled paths in plain text: a line a path, a letter a quarter or a year; a small letter has a grave event in it.</summary>
internal sealed class PathsText(Model model, FuturesResult result, ReaderLanguage language)
{
    private const int MostLetters = 80;
    private const int QuarterMonths = 3;
    private readonly Wording wording = new(language);

    public void Write(TextWriter writer)
    {
        if (result.SampledPaths.IsEmpty)
        {
            writer.WriteLine(result.IsExact
                ? Say("Exact shares come without paths.", "Zu exakten Anteilen gehören keine Verläufe.")
                : Say("The model names no kinds of future (section scenarios).", "Das Modell nennt keine Zukunftstypen (Abschnitt scenarios)."));
            return;
        }

        var cells = Cells();
        WriteKey(writer, cells.IsYearly);
        var names = result.SampledPaths.Select(path => wording.Whole(path.Draw) + "/" + wording.Whole(path.Path)).ToList();
        var width = Math.Max(names.Max(name => name.Length), Head.Length);
        writer.WriteLine("  " + Head.PadRight(width) + "  " + Years(cells.Starts));
        foreach (var (path, name) in result.SampledPaths.Zip(names))
        {
            writer.WriteLine("  " + name.PadLeft(width) + "  " + Strip(path, cells.Starts));
        }
    }

    private string Head => Say("draw/path", "Ziehung/Verlauf");

    private void WriteKey(TextWriter writer, bool isYearly)
    {
        var study = result.Provenance.Study;
        var all = wording.Whole((System.Numerics.BigInteger)study.Options.Draws * study.Options.Paths);
        var shown = wording.Whole(result.SampledPaths.Length);
        writer.WriteLine(Say(
            $"{shown} of {all} model runs (seed {study.Options.Seed}): a letter {(isYearly ? "a year" : "a quarter")}, the kind of future at its end",
            $"{shown} von {all} Modellläufen (Startwert {study.Options.Seed}): ein Buchstabe je {(isYearly ? "Jahr" : "Quartal")}, der Zukunftstyp an dessen Ende"));
        foreach (var (kind, scenario) in model.Scenarios.Index())
        {
            writer.WriteLine($"  {KindLetter.Of(kind)}  {wording.Name(scenario.Title, scenario.Id)}");
        }

        var marked = SevereEvent.LeastMarked(model.Severities.Length);
        if (result.SampledPaths.Any(path => path.Severe.Any(one => one.Severity >= marked)))
        {
            var severity = wording.Name(model.Severities[marked].Title, model.Severities[marked].Id);
            writer.WriteLine(Say($"  small letter: an event of severity {severity} or graver", $"  Kleinbuchstabe: ein Ereignis der Schwere {severity} oder schwerer"));
        }
    }

    /// <summary>The steps at which cells begin, and the number of steps at the end: quarters, or years where those would be too many.</summary>
    private (List<int> Starts, bool IsYearly) Cells()
    {
        var quarters = Starts(QuarterMonths);
        return quarters.Count - 1 <= MostLetters && model.Horizon!.Step != TimeUnit.Year ? (quarters, false) : (Starts(4 * QuarterMonths), true);
    }

    private List<int> Starts(int months)
    {
        var starts = new List<int> { 0 };
        for (var n = 1; ; n++)
        {
            var due = result.Dates[0].AddMonths(n * months);
            var at = result.Dates.Index().FirstOrDefault(date => date.Item >= due, (result.Dates.Length - 1, default)).Item1;
            if (at > starts[^1])
            {
                starts.Add(at);
            }

            if (at == result.Dates.Length - 1)
            {
                return starts;
            }
        }
    }

    /// <summary>The years above the letters, each where it begins, as far as there is room.</summary>
    private string Years(List<int> starts)
    {
        var line = "";
        for (var cell = 0; cell < starts.Count - 1; cell++)
        {
            var begins = result.Dates[starts[cell]].Year;
            var isNew = cell == 0 || begins != result.Dates[starts[cell - 1]].Year;
            line = isNew && line.Length <= cell && (line.Length == 0 || line.Length < cell) ? line.PadRight(cell) + wording.Year(begins) : line;
        }

        return line;
    }

    private string Strip(SampledPath path, List<int> starts)
    {
        var marked = SevereEvent.LeastMarked(model.Severities.Length);
        return string.Concat(Enumerable.Range(0, starts.Count - 1).Select(cell =>
        {
            var letter = KindLetter.Of(path.Kinds[starts[cell + 1]]);
            return path.Severe.Any(one => one.Severity >= marked && one.Step >= starts[cell] && one.Step < starts[cell + 1]) ? char.ToLowerInvariant(letter) : letter;
        }));
    }

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
