using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The pathways of kinds in plain text.</summary>
internal sealed class PathwaysText(Model model, PathwaysResult result, ReaderLanguage language)
{
    private readonly Wording wording = new(language);
    private readonly CourseWords words = new(model, result, language);

    private PathwaysStudy Study => (PathwaysStudy)result.Provenance.Study;

    public void Write(TextWriter writer)
    {
        words.Head(writer, new("Pathways of kinds of future", "Abfolgen der Zukunftstypen"), Answer());
        WriteWindows(writer);
        WriteMoves(writer);
        WriteStays(writer);
        WriteFirst(writer);
        WriteTree(writer);
    }

    private IEnumerable<string> Answer()
    {
        var (place, node) = result.Tree.Index().Where(node => node.Item.Ends is not null).MaxBy(node => node.Item.Ends!.Value.Mean);
        var kinds = new List<string>();
        for (var at = place; at >= 0; at = result.Tree[at].Parent)
        {
            kinds.Insert(0, words.Kind(result.Tree[at].Kind!.Value.Index));
        }

        var pathway = string.Join(words.Say(", then ", ", dann "), kinds);
        yield return words.Say(
            $"Most frequent pathway: {pathway} ({words.Share(node.Ends!.Value)} per cent of model runs).",
            $"Häufigste Abfolge: {pathway} ({words.Share(node.Ends!.Value)} Prozent der Modellläufe).");
        var (first, last) = (Dominant(result.Windows[0]), Dominant(result.Windows[^1]));
        yield return words.Say(
            $"Dominant in the first window: {first}; in the last: {last} per cent of model runs.",
            $"Vorherrschend im ersten Abschnitt: {first}; im letzten: {last} Prozent der Modellläufe.");
    }

    private string Dominant(WindowDominance window)
    {
        var (kind, share) = window.Shares.Index().MaxBy(pair => pair.Item.Mean);
        return $"{words.Kind(kind)}, {words.Share(share)}";
    }

    private void WriteWindows(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(words.Say(
            "Dominant kind by window: share of model runs in which it holds longest in the window that begins at the date, in per cent",
            "Vorherrschender Zukunftstyp nach Abschnitten: Anteil der Modellläufe, in denen er im Abschnitt ab dem Datum am längsten anhält, in Prozent"));
        var table = new TextTable().Row(["", .. result.Windows.Select(window => words.Date(result.Dates[window.First]))]);
        for (var kind = 0; kind < model.Scenarios.Length; kind++)
        {
            table.Row([words.Kind(kind), .. result.Windows.Select(window => wording.Percent(window.Shares[kind].Mean))]);
            table.Row([words.Say("  standard error", "  Standardfehler"), .. result.Windows.Select(window => "±" + wording.Percent(window.Shares[kind].StandardError))]);
        }

        table.Write(writer);
    }

    private void WriteMoves(TextWriter writer)
    {
        string[] numbers = [.. model.Scenarios.Select((_, kind) => wording.Whole(kind + 1))];
        var titles = model.Scenarios.Select((_, kind) => $"{numbers[kind]}  {words.Kind(kind)}").ToList();
        void Matrix(string title, Func<KindMove, string> cell)
        {
            writer.WriteLine();
            writer.WriteLine(title);
            var table = new TextTable().Row([words.Say("from", "von"), .. numbers.Select(number => words.Say("to ", "zu ") + number)]);
            foreach (var kind in result.Kinds)
            {
                table.Row([titles[kind.Kind.Index], .. kind.Moves.Select((move, to) => to == kind.Kind.Index ? "·" : cell(move))]);
            }

            table.Write(writer);
        }

        Matrix(words.Say("Moves between kinds: mean number per run", "Übergänge zwischen Zukunftstypen: mittlere Zahl je Lauf"), move => words.Number(move.PerRun, 2));
        Matrix(
            words.Say("Moves between kinds: mean number in a year spent in the first", "Übergänge zwischen Zukunftstypen: mittlere Zahl in einem Jahr, das im ersten verbracht wird"),
            move => move.PerYear is { } rate ? words.Number(rate, 2) : "–");
    }

    private void WriteStays(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(words.Say("How long a kind lasts once it holds", "Wie lange ein Zukunftstyp anhält, sobald er gilt"));
        var table = new TextTable().Row(
            "",
            words.Say("stays per run", "Aufenthalte je Lauf"),
            words.Say("mean years", "Jahre im Mittel"),
            words.Say("median, steps", "Median, Schritte"),
            words.Say("cut off by the horizon, per cent", "vom Horizont abgeschnitten, Prozent"));
        foreach (var kind in result.Kinds)
        {
            table.Row(
                words.Kind(kind.Kind.Index),
                words.Number(kind.Stays.PerRun, 2),
                kind.Stays.Years is { } years ? words.Number(years, 2) : "–",
                Steps(kind.Stays.Median),
                kind.Stays.Censored is { } censored ? words.Share(censored) : "–");
        }

        table.Write(writer);
        writer.WriteLine(words.Say(
            "  Mean: time spent in the kind over departures from it. Median: stays cut off count up to there; in brackets with two standard errors either way.",
            "  Mittel: im Typ verbrachte Zeit durch Zahl der Abgänge. Median: Abgeschnittene zählen bis dorthin; in Klammern mit zwei Standardfehlern nach beiden Seiten."));
    }

    private string Steps(TimeQuantile median) => median switch
    {
        { Steps: null, Earliest: null } => "–",
        { Steps: { } steps } when median.Earliest == steps && median.Latest == steps => wording.Whole(steps),
        _ => $"{(median.Steps is { } steps ? wording.Whole(steps) : "–")} ({(median.Earliest is { } low ? wording.Whole(low) : "–")}–{(median.Latest is { } high ? wording.Whole(high) : words.Say("later", "später"))})",
    };

    private void WriteFirst(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(words.Say(
            "First reached: share of model runs by the horizon, in per cent; dates by which a quarter, half and three quarters of all runs have reached it",
            "Zuerst erreicht: Anteil der Modellläufe bis zum Ende des Zeithorizonts, in Prozent; Daten, bis zu denen ein Viertel, die Hälfte und drei Viertel aller Läufe ihn erreicht haben"));
        var table = new TextTable().Row("", words.Say("share", "Anteil"), words.Say("a quarter", "ein Viertel"), words.Say("half", "die Hälfte"), words.Say("three quarters", "drei Viertel"));
        foreach (var kind in result.Kinds)
        {
            table.Row([words.Kind(kind.Kind.Index), words.Share(kind.First.ByDate[^1]), .. kind.First.Quantiles.Select(Date)]);
        }

        table.Write(writer);
    }

    private string Date(TimeQuantile quantile)
    {
        string Place(int? step, string otherwise) => step is { } known ? words.Date(result.Dates[known]) : otherwise;
        return quantile switch
        {
            { Steps: null, Earliest: null } => "–",
            { Steps: { } steps } when quantile.Earliest == steps && quantile.Latest == steps => words.Date(result.Dates[steps]),
            _ => $"{Place(quantile.Steps, "–")} ({Place(quantile.Earliest, "–")}–{Place(quantile.Latest, words.Say("later", "später"))})",
        };
    }

    private void WriteTree(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(words.Say(
            "Pathways: which kind follows which; share of model runs that come this way, and that end here, in per cent; mean entry in years after the start",
            "Abfolgen: welcher Zukunftstyp auf welchen folgt; Anteil der Modellläufe, die diesen Weg nehmen, und die hier enden, in Prozent; mittlerer Eintritt in Jahren nach dem Beginn"));
        var table = new TextTable().Row("", words.Say("come", "kommen"), words.Say("end", "enden"), words.Say("entry", "Eintritt"));
        foreach (var node in result.Tree)
        {
            table.Row(
                new string(' ', 2 * node.Depth) + (node.Kind is { } kind ? words.Kind(kind.Index) : words.Say("others", "andere")),
                words.Share(node.Share),
                node.Ends is { } ends ? words.Share(ends) : "",
                node.EnteredAfterYears is { } entered && node.Depth > 0 ? words.Number(entered, 1) : "");
        }

        table.Write(writer);
        var (stay, changes) = (wording.Whole(Study.LeastStay), wording.Whole(result.Changes));
        writer.WriteLine(words.Say(
            $"  A kind that holds at fewer than {stay} dates in a row belongs to what came before. Up to {changes} changes are followed; branches below {wording.Percent(Study.LeastShare)} per cent of model runs are gathered as others.",
            $"  Ein Zukunftstyp, der an weniger als {stay} Daten nacheinander gilt, zählt zu dem davor. Verfolgt werden bis zu {changes} Wechsel; Zweige unter {wording.Percent(Study.LeastShare)} Prozent der Modellläufe sind als andere zusammengefasst."));
    }
}
