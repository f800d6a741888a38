using System.Collections.Immutable;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The futures in plain text. Every share is named as a share of model runs.</summary>
internal sealed class FuturesText(Model model, FuturesResult result, ReaderLanguage language)
{
    private readonly Wording wording = new(language);

    /// <summary>Dots in all, 20 or 50.</summary>
    public int Dots { get; init; } = 20;

    public void Write(TextWriter writer)
    {
        WriteHead(writer);
        WriteDots(writer, [result.Dates.Length - 1]);
        WriteKinds(writer);
        WriteDominance(writer);
        WriteEscalation(writer);
        WriteEvents(writer);
        WriteMeasures(writer);
        WriteBeliefs(writer);
        WriteNotes(writer);
    }

    /// <summary>Writes one picture only: the paths, or the dots at the start of each year and at the end.</summary>
    public void WritePicture(TextWriter writer, bool isPaths)
    {
        WriteHead(writer);
        if (isPaths)
        {
            writer.WriteLine();
            new PathsText(model, result, language).Write(writer);
        }
        else
        {
            WriteDots(writer, [.. CourseWords.YearlyPlaces(result.Dates).Skip(1)]);
        }

        Banners.WriteNotes(writer, result.Provenance, language);
    }

    private void WriteHead(TextWriter writer)
    {
        writer.WriteLine(Say($"Futures: {model.Title.En}", $"Zukünfte: {model.Title.De}"));
        Banners.Write(writer, model, language);
        WriteRuns(writer);
    }

    private void WriteDots(TextWriter writer, ImmutableArray<int> dates)
    {
        foreach (var date in result.Scenarios.IsEmpty ? [] : dates)
        {
            writer.WriteLine();
            new RunDotsText(model, result, language).Write(writer, date, Dots);
        }
    }

    private void WriteRuns(TextWriter writer)
    {
        var study = (FuturesStudy)result.Provenance.Study;
        var runs = new RunWords(model, language);
        if (result.IsExact)
        {
            writer.WriteLine(Say(
                "Exact chances over all configurations, every judgement at its point.",
                "Exakte Anteile über alle Konfigurationen, jedes Urteil an seinem Punkt."));
        }
        else
        {
            writer.WriteLine(runs.Sampled(study.Options));
        }

        writer.WriteLine(runs.Meaning);
        writer.WriteLine(runs.Strategies(study.Strategies, study.NoMeasures));
        if (!result.Provenance.Completeness.IsComplete)
        {
            writer.WriteLine(Say("Not all runs asked for were made.", "Nicht alle verlangten Läufe wurden gerechnet."));
        }
    }

    private void WriteKinds(TextWriter writer)
    {
        if (result.Scenarios.Length == 0)
        {
            writer.WriteLine();
            writer.WriteLine(Say(
                "The model names no kinds of future (section scenarios); --format json gives the share of every state.",
                "Das Modell nennt keine Zukunftstypen (Abschnitt scenarios); --format json gibt den Anteil jedes Zustands an."));
            return;
        }

        var columns = CourseWords.YearlyPlaces(result.Dates);
        writer.WriteLine();
        writer.WriteLine(Say("Kinds of future: share of model runs at the date, in per cent", "Zukunftstypen: Anteil der Modellläufe am Datum, in Prozent"));
        var table = new TextTable().Row(["", .. columns.Select(t => wording.Month(result.Dates[t]))]);
        foreach (var (index, scenario) in model.Scenarios.Index())
        {
            var figures = result.Scenarios[index].Values;
            table.Row([scenario.Title.In(language), .. columns.Select(t => wording.Percent(figures[t].Mean))]);
            if (!result.IsExact)
            {
                table.Row([Say("  standard error", "  Standardfehler"), .. columns.Select(t => "±" + wording.Percent(figures[t].StandardError))]);
            }

            if (columns.Any(t => figures[t].Lower is not null))
            {
                table.Row([Say("  judgement spread", "  Urteilsspanne"), .. columns.Select(t => Band(figures[t]))]);
            }
        }

        table.Write(writer);
        WriteSpread(writer);
    }

    private void WriteSpread(TextWriter writer)
    {
        var horizon = result.Scenarios.Select(series => series.Values[^1]).ToList();
        if (horizon.Exists(figure => figure.Lower is not null))
        {
            writer.WriteLine(Say(
                "  Judgement spread: where nine of ten draws of the judgements lie (5 to 95 per cent), chance between paths taken out.",
                "  Urteilsspanne: wo neun von zehn Ziehungen der Urteile liegen (5 bis 95 Prozent), ohne den Zufall der Verläufe."));
        }

        foreach (var (index, figure) in horizon.Index())
        {
            var title = model.Scenarios[index].Title.In(language);
            if (figure.Spread.Kind == SpreadKind.NoneFound)
            {
                writer.WriteLine(Say($"  {title}: no judgement spread found at the horizon.", $"  {title}: am Ende des Zeithorizonts keine Urteilsspanne festgestellt."));
            }
            else if (figure.Spread.Kind == SpreadKind.MorePathsNeeded)
            {
                var needed = wording.Whole(figure.Spread.PathsNeeded);
                writer.WriteLine(Say(
                    $"  {title}: more paths needed for the judgement spread at the horizon (--paths {needed}).",
                    $"  {title}: für die Urteilsspanne am Ende des Zeithorizonts sind mehr Verläufe nötig (--paths {needed})."));
            }
        }
    }

    private void WriteDominance(TextWriter writer)
    {
        if (result.Dominance.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(Say(
            "Dominant kind of future: share of model runs in which it holds longest, in per cent",
            "Vorherrschender Zukunftstyp: Anteil der Modellläufe, in denen er am längsten anhält, in Prozent"));
        var table = new TextTable();
        foreach (var (figure, index) in result.Dominance.Select((figure, index) => (figure, index)).OrderByDescending(pair => pair.figure.Mean))
        {
            table.Row(model.Scenarios[index].Title.In(language), wording.Percent(figure.Mean), Error(figure), Band(figure));
        }

        table.Write(writer);
    }

    private void WriteEscalation(TextWriter writer)
    {
        if (result.Escalation.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(Say(
            "Escalation by the end of the horizon: share of model runs with at least one such event, in per cent",
            "Eskalation bis zum Ende des Zeithorizonts: Anteil der Modellläufe mit mindestens einem solchen Ereignis, in Prozent"));
        var table = new TextTable().Left(6).Row(
            Say("Severity, or graver", "Schwere, oder schwerer"),
            Say("share", "Anteil"),
            "",
            Say("inadvertent", "ungewollt"),
            Say("deliberate", "gewollt"),
            Say("goes on", "geht weiter"),
            Say("most frequent root", "häufigster Auslöser"));
        foreach (var risk in result.Escalation)
        {
            var end = risk.ByDate.Values[^1];
            table.Row(
                model.Severities[risk.Severity].Title.In(language),
                wording.Percent(end.Mean),
                Error(end),
                WithError(risk.Inadvertent),
                WithError(risk.Deliberate),
                risk.Onward is { } onward ? WithError(onward, risk.OnwardError) : "",
                Root(risk));
        }

        table.Write(writer);
        writer.WriteLine(Say(
            "  ±: standard error. Pathways and root: of the first such event of a run. Goes on: of the chains of events that reach this severity, those that reach the next one.",
            "  ±: Standardfehler. Eskalationsweg und Auslöser: des ersten solchen Ereignisses eines Laufs. Geht weiter: von den Ereignisketten mit dieser Schwere die, die die nächste erreichen."));
    }

    private string Root(SeverityRisk risk)
    {
        var best = risk.Roots.Select((figure, index) => (figure.Mean, index)).OrderByDescending(pair => pair.Mean).FirstOrDefault();
        return best.Mean > 0 ? $"{model.Events[best.index].Title.In(language)} ({WithError(risk.Roots[best.index])})" : "";
    }

    private void WriteEvents(TextWriter writer)
    {
        if (result.Events.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        var table = new TextTable().Row(
            Say("Events", "Ereignisse"),
            Say("share of runs, per cent", "Anteil der Läufe, Prozent"),
            Say("mean number per run", "mittlere Zahl je Lauf"));
        foreach (var figures in result.Events)
        {
            table.Row(
                model.Events[figures.Event.Index].Title.In(language),
                WithError(figures.AtLeastOnce),
                wording.Number(figures.Expected.Mean, 2) + (result.IsExact ? "" : " ±" + wording.Number(figures.Expected.StandardError, 2)));
        }

        table.Write(writer);
    }

    private void WriteMeasures(TextWriter writer)
    {
        if (result.Measures.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        var table = new TextTable().Row(
            Say("Measures, shares of runs in per cent", "Maßnahmen, Anteile der Läufe in Prozent"),
            Say("agreed", "vereinbart"),
            Say("too early", "verfrüht"),
            Say("in force at the end", "am Ende in Kraft"),
            Say("preconditions ever met", "Voraussetzungen je erfüllt"));
        foreach (var figures in result.Measures.Where(measure => measure.Agreed.Mean > 0))
        {
            table.Row(
                model.Measures[figures.Measure.Index].Title.In(language),
                WithError(figures.Agreed),
                WithError(figures.AgreedEarly),
                figures.InForce.IsEmpty ? "" : WithError(figures.InForce[^1], figures.InForceErrors.IsEmpty ? null : figures.InForceErrors[^1]),
                WithError(figures.AllPreconditionsEver));
        }

        if (result.Measures.Any(measure => measure.Agreed.Mean > 0))
        {
            table.Write(writer);
        }

        var never = string.Join("; ", result.Measures.Where(measure => measure.Agreed.Mean <= 0).Select(measure => model.Measures[measure.Measure.Index].Title.In(language)));
        if (never.Length > 0)
        {
            writer.WriteLine(Say("  Agreed in no run: ", "  In keinem Lauf vereinbart: ") + never + ".");
        }
    }

    private void WriteBeliefs(TextWriter writer)
    {
        if (result.Images.Length == 0 && result.ConstraintsBroken.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        var table = new TextTable();
        foreach (var image in result.Images)
        {
            table.Row(
                model.Factors[image.Image.Index].Title.In(language),
                Say("seen worse than it is, per cent of the time: ", "schlechter gesehen, als es ist, Prozent der Zeit: ") + WithError(image.SeenWorse));
        }

        foreach (var (index, broken) in result.ConstraintsBroken.Index())
        {
            table.Row(
                model.Constraints[index].Title.In(language),
                Say("constraint broken, per cent of runs: ", "Grenze verletzt, Prozent der Läufe: ") + WithError(broken));
        }

        table.Left(1).Write(writer);
    }

    private void WriteNotes(TextWriter writer)
    {
        Banners.WriteNotes(writer, result.Provenance, language);
        if (result.OverriddenEffects > 0)
        {
            writer.WriteLine();
            writer.WriteLine(Say(
                $"Effects overridden by another in the same step: {wording.Number(result.OverriddenEffects, 2)} per run.",
                $"Wirkungen, die eine andere im selben Schritt überschrieb: {wording.Number(result.OverriddenEffects, 2)} je Lauf."));
        }
    }

    private string Error(Figure figure) => result.IsExact ? "" : "±" + wording.Percent(figure.StandardError);

    private string WithError(Figure figure) => WithError(figure.Mean, figure.StandardError);

    private string WithError(double share, double? error) =>
        wording.Percent(share) + (result.IsExact || error is null ? "" : " ±" + wording.Percent(error.Value));

    private string Band(Figure figure) => figure is { Lower: { } lower, Upper: { } upper }
        ? wording.Number(100 * lower, 0) + "–" + wording.Number(100 * upper, 0)
        : "";

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
