using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What another strategy from a date on changes, in plain text.</summary>
internal sealed class BranchOffText(Model model, BranchResult result, ReaderLanguage language)
{
    private readonly Wording wording = new(language);
    private readonly CourseWords words = new(model, result, language);

    private (string First, string Second) Worlds => (words.Say("as before", "wie zuvor"), words.Say("branched off", "abgezweigt"));

    public void Write(TextWriter writer)
    {
        words.Head(writer, new("Branch", "Verzweigung"), Answer());
        WriteHorizon(writer);
        words.Yearly(writer, result.Course);
        WriteKinds(writer);
    }

    private IEnumerable<string> Answer()
    {
        var study = (BranchStudy)result.Provenance.Study;
        var date = wording.Date(result.Date);
        var strategy = study.Strategy is { } chosen ? words.Strategy(chosen) : null;
        yield return strategy is null
            ? words.Say($"HYPOTHETICAL: from {date} on nobody pursues a measure; what is agreed or in force by then stays.", $"HYPOTHETISCH: Ab {date} verfolgt niemand mehr eine Maßnahme; was bis dahin vereinbart oder in Kraft ist, bleibt.")
            : words.Say($"HYPOTHETICAL: from {date} on with the strategy {strategy}; what is agreed or in force by then stays.", $"HYPOTHETISCH: ab {date} mit der Strategie {strategy}; was bis dahin vereinbart oder in Kraft ist, bleibt.");
        var (name, series) = words.Shares(result.Course).Where(item => !PairedSeries.IsNoise(item.Series.Difference[^1]))
            .OrderByDescending(item => Math.Abs(item.Series.Difference[^1].Mean)).FirstOrDefault();
        yield return series is null
            ? words.Say(
                "At the horizon the difference to going on as before is within noise for every kind and severity.",
                "Am Ende des Zeithorizonts liegt der Unterschied zum Fortgang wie zuvor bei allen Zukunftstypen und Schweregraden im Rauschen.")
            : words.Say(
                $"At the horizon it changes most: {name}, from {words.Share(series.First[^1])} to {words.Share(series.Second[^1])} per cent of model runs ({words.Difference(series.Difference[^1])}); half of it is there by {Place(series.HalfBy)}.",
                $"Am Ende des Zeithorizonts ändert das am meisten: {name}, von {words.Share(series.First[^1])} auf {words.Share(series.Second[^1])} Prozent der Modellläufe ({words.Difference(series.Difference[^1])}); die Hälfte davon ist bis {Place(series.HalfBy)} da.");
    }

    private string Place(int? place) => place is { } known ? words.Date(result.Course.Dates[known]) : "–";

    private void WriteHorizon(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(words.Say(
            "At the horizon: share of model runs in per cent (severities: at least one such event by then), and by when how much of the difference is there",
            "Am Ende des Zeithorizonts: Anteil der Modellläufe in Prozent (Schweregrade: mindestens ein solches Ereignis bis dahin), und bis wann wie viel vom Unterschied da ist"));
        var table = new TextTable().Row("", Worlds.First, Worlds.Second, words.Say("difference", "Unterschied"), words.Say("half by", "Hälfte bis"), words.Say("nine tenths by", "neun Zehntel bis"));
        foreach (var (name, series) in words.Shares(result.Course))
        {
            table.Row(name, words.Share(series.First[^1]), words.Share(series.Second[^1]), words.Difference(series.Difference[^1]), Place(series.HalfBy), Place(series.NineTenthsBy));
        }

        table.Write(writer);
    }

    private void WriteKinds(TextWriter writer)
    {
        foreach (var kind in result.Kinds)
        {
            var title = words.Kind(kind.Kind.Index);
            writer.WriteLine();
            writer.WriteLine(words.Say(
                $"Of the runs in {title} at the branch ({words.Share(kind.Share)} per cent of model runs): per cent at the horizon; severities: from the branch on",
                $"Von den Läufen, die bei der Verzweigung in {title} sind ({words.Share(kind.Share)} Prozent der Modellläufe): Prozent am Ende des Zeithorizonts; Schweregrade: ab der Verzweigung"));
            var table = new TextTable().Row("", Worlds.First, Worlds.Second, words.Say("difference", "Unterschied"));
            foreach (var (place, figure) in kind.AtHorizon.Index())
            {
                table.Row(words.Kind(place), words.Share(figure.First), words.Share(figure.Second), words.Difference(figure.Difference));
            }

            foreach (var (place, figure) in kind.Severities.Index())
            {
                table.Row(words.Severity(place), words.Share(figure.First), words.Share(figure.Second), words.Difference(figure.Difference));
            }

            table.Write(writer);
        }
    }
}
