using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The consistent scenarios in plain text: what was searched, kinds, list, tableau.</summary>
internal sealed class ScenariosText(Model model, ScenariosResult result, ReaderLanguage language)
{
    /// <summary>Scenarios in the list.</summary>
    public const int MostLines = 40;

    private readonly Wording wording = new(language);
    private readonly ScenariosAsked asked = new(model, result, language);
    private readonly SuccessionText succession = new(model, result, language);

    public void Write(TextWriter writer)
    {
        var study = (ScenariosStudy)result.Provenance.Study;
        writer.WriteLine(Say($"Consistent scenarios: {model.Title.En}", $"Konsistente Szenarien: {model.Title.De}"));
        Banners.Write(writer, model, language);
        asked.WritePremises(writer);
        WriteExtent(writer, study);
        if (result.Scenarios.Length > 0 && study.MostListed > 0)
        {
            WriteList(writer, study);
            WriteTableau(writer);
        }

        WriteKinds(writer, study.MostListed > 0);
        asked.WriteChange(writer);
        if (study.Weights)
        {
            succession.Write(writer);
        }

        Banners.WriteNotes(writer, result.Provenance, language);
    }

    private void WriteExtent(TextWriter writer, ScenariosStudy study)
    {
        var hundredths = (long)Math.Round(100 * study.Tolerance);
        var (points, isOne) = (wording.Points(hundredths), hundredths == 100);
        var (count, all) = (wording.Whole(result.Count), wording.Whole(result.Configurations));
        var least = result.Provenance.Completeness.IsComplete ? new LocalizedText("", "") : new("at least ", "mindestens ");
        writer.WriteLine(Say(
            $"{least.En}{count} of {all} configurations {(result.Count.IsOne ? "is" : "are")} consistent (inconsistency at most {points} {(isOne ? "point" : "points")}).",
            $"{least.De}{count} von {all} Konfigurationen {(result.Count.IsOne ? "ist" : "sind")} konsistent (Inkonsistenz höchstens {points} {(isOne ? "Punkt" : "Punkte")})."));
        writer.WriteLine(result.Provenance.Completeness.IsComplete
            ? Say("All configurations were decided.", "Über alle Konfigurationen wurde entschieden.")
            : Say(
                $"The search was not completed: {wording.Whole(result.Provenance.Completeness.Done)} of {wording.Whole(result.Provenance.Completeness.Asked)} were decided.",
                $"Die Suche ist unvollständig: entschieden sind {wording.Whole(result.Provenance.Completeness.Done)} von {wording.Whole(result.Provenance.Completeness.Asked)}."));
        var margin = study.Tolerance > 0 ? $" by more than {points} {(isOne ? "point" : "points")}" : "";
        writer.WriteLine(Say(
            $"Consistency says that the judgements, weighed together, support no other state better{margin}, not that the future will come about.",
            study.Tolerance > 0
                ? $"Konsistenz besagt, dass die Urteile zusammengenommen keine andere Ausprägung um mehr als {points} {(isOne ? "Punkt" : "Punkte")} besser stützen, nicht dass die Zukunft eintritt."
                : "Konsistenz besagt, dass die Urteile zusammengenommen keine andere Ausprägung besser stützen, nicht dass die Zukunft eintritt."));
        if (result.HeldFactors.Length > 0)
        {
            var held = string.Join(", ", result.HeldFactors.Select(id => model.Factors[id.Index].Title.In(language)));
            writer.WriteLine(Say(
                $"Held at their initial state because nothing influences them (--free frees them): {held}.",
                $"Im Anfangszustand festgehalten, weil nichts auf sie wirkt (--free gibt sie frei): {held}."));
        }

        if (result.HasConditionalInfluences)
        {
            writer.WriteLine(Say(
                "Conditional influences take part; pairwise cross-impact balance does not know them.",
                "Bedingte Einflüsse sind beteiligt; die paarweise Cross-Impact-Bilanz kennt sie nicht."));
        }
    }

    private void WriteList(TextWriter writer, ScenariosStudy study)
    {
        writer.WriteLine();
        asked.WriteSelection(writer);
        var header = new List<string> { Say("No.", "Nr."), Say("consistency value", "Konsistenzwert"), Say("total impact score", "Gesamtwirkung") };
        if (study.Weights)
        {
            header.Add(Say("weight (configurations that end here)", "Gewicht (Konfigurationen, die hier enden)"));
        }

        if (!study.Wish.IsEmpty)
        {
            header.Add(Say("wished states not met", "verfehlte Wünsche"));
        }

        if (result.Change is not null)
        {
            header.Add(Say("with the intervention", "mit dem Eingriff"));
        }

        var table = new TextTable().Row(header);
        foreach (var (number, scenario) in result.Scenarios.Take(MostLines).Index())
        {
            var row = new List<string> { Number(number), wording.Points(scenario.ConsistencyHundredths), wording.Points(scenario.TotalImpactHundredths) };
            if (study.Weights)
            {
                row.Add(scenario.Weight is { } weight ? succession.Weight(weight) : "");
            }

            if (asked.Unmet(scenario) is { } unmet)
            {
                row.Add(wording.Whole(unmet));
            }

            if (result.Change is { } change)
            {
                row.Add(change.IsNew[number] ? Say("new", "neu") : Say("stays", "bleibt"));
            }

            table.Row(row);
        }

        table.Write(writer);
        if (result.Scenarios.Length > MostLines)
        {
            var rest = wording.Whole(result.Scenarios.Length - MostLines);
            writer.WriteLine(Say($"  {rest} more of the list are not shown; --format json has them.", $"  {rest} weitere der Liste sind nicht gezeigt; --format json nennt sie."));
        }
    }

    private void WriteTableau(TextWriter writer)
    {
        writer.WriteLine();
        var tableau = Tableau.Of(result);
        new TableauText(model, tableau, language).Write(writer);
        if (tableau.Extent(result, language) is { Length: > 0 } extent)
        {
            writer.WriteLine("  " + extent);
        }
    }

    private void WriteKinds(TextWriter writer, bool isListed)
    {
        if (result.Kinds.Length == 0)
        {
            return;
        }

        writer.WriteLine();
        // Numbers are those of the list: without it there are none.
        string[] best = isListed ? [Say("highest total impact score", "höchste Gesamtwirkung")] : [];
        var table = new TextTable().Row([Say("Kind of future", "Zukunftstyp"), Say("consistent scenarios of it, at rest", "konsistente Szenarien davon, in Ruhe"), .. best]);
        foreach (var kind in result.Kinds)
        {
            var number = kind.Best is { } place ? Say("No. ", "Nr. ") + Number(place) : Say("none", "keines");
            table.Row(
            [
                model.Scenarios[kind.Scenario.Index].Title.In(language),
                kind.HasStatePart ? wording.Whole(kind.Count) : Say("speaks of events only", "spricht nur von Ereignissen"),
                .. isListed ? (string[])[number] : [],
            ]);
        }

        table.Write(writer);
    }

    private string Number(int index) => wording.Whole(index + 1);

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
