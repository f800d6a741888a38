using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>How it could escalate in plain text: a sentence that answers, then tables. Every share is named as a share of model runs.</summary>
internal sealed class EscalationText(Model model, EscalationResult result, ReaderLanguage language)
{
    private readonly Wording wording = new(language);
    private readonly EscalationWording figures = new(language);
    private readonly EscalationNames names = new(model, language);

    private SeverityFigures Chosen => result.Severities[result.Severity];

    private bool IsReached => Chosen.First.All.Mean > 0;

    public void Write(TextWriter writer)
    {
        writer.WriteLine(Say($"Escalation: {model.Title.En}", $"Eskalation: {model.Title.De}"));
        Banners.Write(writer, model, language);
        WriteAnswer(writer);
        WriteRuns(writer);
        WriteLadder(writer);
        WriteDates(writer);
        WriteTimes(writer);
        WriteRoots(writer);
        WriteRoutes(writer);
        WriteFlows(writer);
        new EscalationChangesText(model, result, language).Write(writer);
        Banners.WriteNotes(writer, result.Provenance, language);
    }

    private void WriteAnswer(TextWriter writer)
    {
        var severity = names.OfSeverity(result.Severity);
        writer.WriteLine();
        if (!IsReached)
        {
            writer.WriteLine(Say($"No model run reaches the severity “{severity}”.", $"Kein Modelllauf erreicht die Schwere „{severity}“."));
            return;
        }

        var first = Chosen.First;
        writer.WriteLine(Say(
            $"The severity “{severity}” or a graver one is reached in {figures.Share(first.All)} of 100 model runs by the end of the horizon: in {figures.Share(first.Inadvertent)} first by accident or misreading, in {figures.Share(first.Deliberate)} first by decision.",
            $"Die Schwere „{severity}“ oder eine höhere wird bis zum Ende des Zeithorizonts in {figures.Share(first.All)} von 100 Modellläufen erreicht: in {figures.Share(first.Inadvertent)} zuerst durch Unfall oder Fehldeutung, in {figures.Share(first.Deliberate)} zuerst durch Entscheidung."));
        var route = Chosen.Routes.IsEmpty ? "" : names.Of(Chosen.Routes[0].Links);
        if (route.Length > 0)
        {
            writer.WriteLine(Say(
                $"The most frequent route: {route} (in {figures.Share(Chosen.Routes[0].Share)} of 100).",
                $"Die häufigste Ereignisfolge: {route} (in {figures.Share(Chosen.Routes[0].Share)} von 100)."));
        }

        WriteStrongest(writer, EscalationRole.Amplifier, "What feeds it most", "Am meisten trägt dazu bei");
        WriteStrongest(writer, EscalationRole.Brake, "What curbs it most", "Am meisten bremst");
        var without = ((EscalationStudy)result.Provenance.Study).Without;
        if (!without.IsEmpty && result.Explanations[0].Change.Share is var share)
        {
            writer.WriteLine(Say(
                $"Taken out as asked: {names.Of(without)}. Inadvertent {figures.Change(share.Inadvertent)}, deliberate {figures.Change(share.Deliberate)} runs of 100{Noisy(share)}.",
                $"Wie verlangt herausgenommen: {names.Of(without)}. Ungewollt {figures.Change(share.Inadvertent)}, gewollt {figures.Change(share.Deliberate)} Läufe von 100{Noisy(share)}."));
        }
    }

    private string Noisy(PathwayFigures change) => (EscalationChange.IsNoise(change.Inadvertent), EscalationChange.IsNoise(change.Deliberate)) switch
    {
        (true, true) => Say(", both within noise", ", beides im Rauschen"),
        (true, false) => Say(", the former within noise", ", das Erste im Rauschen"),
        (false, true) => Say(", the latter within noise", ", das Zweite im Rauschen"),
        _ => "",
    };

    private void WriteStrongest(TextWriter writer, EscalationRole role, string english, string german)
    {
        if (result.Changes.FirstOrDefault(change => change.Role == role && change.Without is not MeasuresElement { Measures.Length: > 1 }) is { } strongest)
        {
            var name = names.Of(strongest.Without);
            writer.WriteLine(Say(
                $"{english}: {name} (without it {figures.Change(strongest.Share.All)} runs of 100).",
                $"{german}: {name} (fehlt dies, {figures.Change(strongest.Share.All)} Läufe von 100)."));
        }
    }

    private void WriteRuns(TextWriter writer)
    {
        var study = (EscalationStudy)result.Provenance.Study;
        var (draws, paths) = (study.Options.Draws, study.Options.Paths);
        var all = wording.Whole((System.Numerics.BigInteger)draws * paths);
        writer.WriteLine();
        writer.WriteLine(Say(
            $"Shares of {all} model runs ({wording.Whole(draws)} {(draws == 1 ? "draw" : "draws")} of the judgements, {wording.Whole(paths)} paths each), seed {study.Options.Seed}; ± is one standard error.",
            $"Anteile von {all} Modellläufen ({wording.Whole(draws)} {(draws == 1 ? "Ziehung" : "Ziehungen")} der Urteile, je {wording.Whole(paths)} Verläufe), Startwert {study.Options.Seed}; ± ist ein Standardfehler."));
        writer.WriteLine(Say(
            "A share of model runs says what follows from the judgements; it describes the model, not the prospects of the world.",
            "Ein Anteil der Modellläufe sagt, was aus den Urteilen folgt; er beschreibt das Modell, nicht die Aussichten der Welt."));
        writer.WriteLine(Strategies(study));
    }

    private string Strategies(EscalationStudy study)
    {
        if (study.NoMeasures)
        {
            return Say("No measures are pursued.", "Keine Maßnahmen werden verfolgt.");
        }

        var chosen = study.Strategies.IsEmpty ? model.Baseline : study.Strategies;
        var titles = string.Join(", ", chosen.Select(id => wording.Name(model.Strategies[id.Index].Title, model.Strategies[id.Index].Id)));
        return study.Strategies.IsEmpty
            ? titles.Length == 0 ? Say("Baseline: no strategy.", "Basisfall: keine Strategie.") : Say("Baseline: ", "Basisfall: ") + titles + "."
            : Say("HYPOTHETICAL, with the strategy: ", "HYPOTHETISCH, mit der Strategie: ") + titles + ".";
    }

    private void WriteLadder(TextWriter writer)
    {
        Title(
            writer,
            "The ladder: runs of 100 with at least one event of this severity or graver, and by the pathway of the first one",
            "Die Stufen: Läufe von 100 mit mindestens einem Ereignis dieser Schwere oder schwerer, und nach dem Eskalationsweg des ersten");
        var table = new TextTable().Row(
            Say("Severity, or graver", "Schwere, oder schwerer"),
            Say("runs of 100", "Läufe von 100"),
            Say("inadvertent", "ungewollt"),
            Say("deliberate", "gewollt"),
            Say("neither", "weder noch"),
            Say("number per run", "Zahl je Lauf"),
            Say("chains of 100 that go on", "Ketten von 100, die weitergehen"));
        foreach (var one in result.Severities.Reverse())
        {
            table.Row(
                names.OfSeverity(one.Severity),
                figures.Share(one.First.All),
                figures.Share(one.First.Inadvertent),
                figures.Share(one.First.Deliberate),
                figures.Share(one.First.Neither),
                figures.Number(one.Expected.All),
                one.Onward is { } onward ? figures.Share(onward) : "");
        }

        table.Write(writer);
        writer.WriteLine(Say(
            "  Goes on: of the chains of events within a step that reach this severity, those that reach the next one.",
            "  Weitergehen: von den Ereignisketten eines Schritts mit dieser Schwere die, die die nächste erreichen."));
    }

    private void WriteDates(TextWriter writer)
    {
        var columns = Yearly(result.Dates);
        Title(
            writer,
            "By date: runs of 100 with at least one such event before it",
            "Nach Datum: Läufe von 100 mit mindestens einem solchen Ereignis davor");
        var table = new TextTable().Row(["", .. columns.Select(t => wording.Month(result.Dates[t]))]);
        foreach (var one in result.Severities.Reverse())
        {
            table.Row([names.OfSeverity(one.Severity), .. columns.Select(t => figures.Share(one.ByDate.Values[t]))]);
        }

        table.Write(writer);
    }

    private void WriteTimes(TextWriter writer)
    {
        Title(
            writer,
            "Time to the first one in years: by when 10, 50 and 90 of 100 of the runs that have one had it",
            "Zeit bis zum ersten in Jahren: bis wann es in 10, 50 und 90 von 100 der Läufe eingetreten war, die eines haben");
        var table = new TextTable().Row("", Say("10 of 100", "10 von 100"), Say("50 of 100", "50 von 100"), Say("90 of 100", "90 von 100"), Say("runs of 100 without one", "Läufe von 100 ohne eines"));
        foreach (var one in result.Severities.Reverse())
        {
            var times = one.FirstTimes.IsEmpty ? ["–", "–", "–"] : one.FirstTimes.Select(time => figures.Number(time.Years));
            table.Row([names.OfSeverity(one.Severity), .. times, figures.Share(one.Without)]);
        }

        table.Write(writer);
        if (result.Severities.Any(one => one.FirstTimes.IsEmpty))
        {
            writer.WriteLine(Say("  – where fewer than 20 runs have one.", "  – wo weniger als 20 Läufe eines haben."));
        }
    }

    private void WriteRoots(TextWriter writer)
    {
        var roots = result.Severities.SelectMany(one => one.Roots.Select(root => root.Root)).Distinct().OrderBy(root => root.Index).ToList();
        if (roots.Count == 0)
        {
            return;
        }

        Title(
            writer,
            "Roots: runs of 100 whose first event of this severity or graver came of it",
            "Auslöser: Läufe von 100, deren erstes Ereignis dieser Schwere oder schwerer auf ihn zurückgeht");
        var table = new TextTable().Row(["", .. result.Severities.Select(one => names.OfSeverity(one.Severity))]);
        foreach (var root in roots)
        {
            table.Row([names.Of(root), .. result.Severities.Select(one => one.Roots.FirstOrDefault(figures => figures.Root == root) is { } found ? figures.Share(found.Share.All) : "–")]);
        }

        table.Write(writer);
    }

    private void WriteRoutes(TextWriter writer)
    {
        if (!IsReached)
        {
            return;
        }

        var severity = names.OfSeverity(result.Severity);
        Title(
            writer,
            $"Routes to “{severity}” or graver: runs of 100 whose first such event came by it",
            $"Ereignisfolgen bis zur Schwere „{severity}“: Läufe von 100, deren erstes Ereignis dieser Schwere oder schwerer so kam");
        var table = new TextTable();
        foreach (var route in Chosen.Routes)
        {
            table.Wrapped(names.Of(route.Links), figures.Share(route.Share), PathwayOf(route.Pathway));
        }

        if (Chosen.OtherRouteCount > 0)
        {
            var count = wording.Whole(Chosen.OtherRouteCount);
            table.Row(Chosen.OtherRouteCount == 1 ? Say("one other route", "eine andere Ereignisfolge") : Say($"{count} other routes", $"{count} andere Ereignisfolgen"), figures.Share(Chosen.OtherRoutes));
        }

        table.Left(2).Write(writer);
    }

    private void WriteFlows(TextWriter writer)
    {
        if (result.Flows.Flows.IsEmpty)
        {
            return;
        }

        Title(
            writer,
            "From roots to severities: every run once, by the first of its gravest events, in runs of 100",
            "Von den Auslösern zur Schwere: jeder Lauf einmal, nach dem ersten seiner schwersten Ereignisse, in Läufen von 100");
        var table = new TextTable().Left(1).Row(Say("From", "Von"), Say("to", "zu"), Say("inadvertent", "ungewollt"), Say("deliberate", "gewollt"), Say("neither", "weder noch"));
        foreach (var link in result.Flows.Flows.GroupBy(flow => (flow.From, flow.To)))
        {
            string Of(Pathway pathway) => link.FirstOrDefault(flow => flow.Pathway == pathway) is { } found ? figures.Share(found.Share) : "0";
            table.Row(NameOf(link.Key.From), NameOf(link.Key.To), Of(Pathway.Inadvertent), Of(Pathway.Deliberate), Of(Pathway.None));
        }

        table.Write(writer);
    }

    private string NameOf(int node) => result.Flows.Nodes[node] is { Severity: { } severity } ? $"= {names.OfSeverity(severity)}" : names.Of(result.Flows.Nodes[node].Event!.Value);

    private string PathwayOf(Pathway pathway) => pathway switch
    {
        Pathway.Inadvertent => Say("inadvertent", "ungewollt"),
        Pathway.Deliberate => Say("deliberate", "gewollt"),
        _ => Say("neither", "weder noch"),
    };

    // The first date of every second year after the start, and the last date.
    private static ImmutableArray<int> Yearly(ImmutableArray<DateOnly> dates)
    {
        var columns = new List<int>();
        for (var year = 2; columns.Count == 0 || columns[^1] < dates.Length - 1; year += 2)
        {
            var due = dates[0].AddYears(year);
            var index = dates.ToList().FindIndex(date => date >= due);
            columns.Add(index < 0 ? dates.Length - 1 : index);
        }

        return [.. columns.Distinct()];
    }

    private void Title(TextWriter writer, string english, string german)
    {
        writer.WriteLine();
        writer.WriteLine(Say(english, german));
    }

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
