using System.Collections.Immutable;
using System.Numerics;
using Detente.Language;
using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What a study of scenarios was asked beyond the model, and what that does to its answer: condition, intervention, selection.</summary>
internal sealed class ScenariosAsked(Model model, ScenariosResult result, ReaderLanguage language)
{
    // Their distances are compared in pairs.
    private const int MostCompared = 200;

    private readonly Wording wording = new(language);
    private readonly ScenariosStudy study = (ScenariosStudy)result.Provenance.Study;

    /// <summary>How many scenarios were selected; the best of every kind that is not among them may follow.</summary>
    public int Selected => (int)BigInteger.Min(study.MostListed, BigInteger.Min(result.Count, result.Scenarios.Length));

    /// <summary>The condition and the intervention; nothing without them.</summary>
    public void WritePremises(TextWriter writer)
    {
        if (!study.Holds.IsEmpty)
        {
            writer.WriteLine(Say("HYPOTHETICAL: held from outside, whatever their own balance says: ", "HYPOTHETISCH: von außen festgehalten, was immer ihre Bilanz sagt: ") + States(study.Holds) + ".");
        }

        if (study.Where is not { } where)
        {
            return;
        }

        writer.WriteLine(Say("Only configurations that meet: ", "Nur Konfigurationen mit: ") + ConditionText.Write(where, model));
        if (where.Walk().Any(part => part is FactorIn { Written: { Operator: not Comparison.Equal } }))
        {
            foreach (var comparison in ConditionText.Comparisons(where, model))
            {
                writer.WriteLine("  " + comparison);
            }
        }

        if (where.Walk().Any(part => part is Occurred or CountCondition or Held or InForce or Agreed or During or DateCondition or InScenario))
        {
            writer.WriteLine(Say(
                "It is read at rest: the states have always been so, nothing happens, no measure is in force, the date is the last of the horizon.",
                "Sie wird in Ruhe gelesen: Die Zustände sind von jeher so, nichts geschieht, keine Maßnahme ist in Kraft, das Datum ist das letzte des Horizonts."));
        }
    }

    /// <summary>Which scenarios are listed, and of how many; nothing when it is all of them in their order.</summary>
    public void WriteSelection(TextWriter writer)
    {
        var least = result.Provenance.Completeness.IsComplete ? new LocalizedText("", "") : new("at least ", "mindestens ");
        var (listed, all) = (wording.Whole(Selected), least.In(language) + wording.Whole(result.Count));
        if (study.Selection == ScenarioSelection.First && result.Count <= Selected)
        {
            return;
        }

        writer.WriteLine(study.Selection switch
        {
            ScenarioSelection.HighestImpact => Say($"Listed: {listed} of {all}, those with the highest total impact score.", $"Aufgeführt: {listed} von {all}, die mit der höchsten Gesamtwirkung."),
            ScenarioSelection.MostDifferent => Say($"Listed: {listed} of {all}, as different from one another as possible{Apart()}.", $"Aufgeführt: {listed} von {all}, möglichst verschieden voneinander{Apart()}."),
            ScenarioSelection.Nearest => Say($"Listed: {listed} of {all}, those nearest to what was wished for: {States(study.Wish)}.", $"Aufgeführt: {listed} von {all}, die dem Gewünschten am nächsten kommen: {States(study.Wish)}."),
            _ => Say($"Listed: {listed} of {all}, the first in the order of their states; --most lists more.", $"Aufgeführt: {listed} von {all}, die ersten in der Reihenfolge ihrer Zustände; --most führt mehr auf."),
        });
        if (result.Scenarios.Length > Selected)
        {
            writer.WriteLine(Say(
                $"From No. {wording.Whole(Selected + 1)} on: the best of every kind of future that is not among them.",
                $"Ab Nr. {wording.Whole(Selected + 1)}: von jedem Zukunftstyp das beste, soweit es nicht darunter ist."));
        }
    }

    /// <summary>How many states that were wished for a scenario does not have; null without a wish.</summary>
    public int? Unmet(ConsistentScenario scenario) => study.Wish.IsEmpty ? null : study.Wish.Count(wished => scenario.States[wished.Factor.Index] != wished.State);

    /// <summary>What an intervention changes, with a tableau of the scenarios lost; nothing without one.</summary>
    public void WriteChange(TextWriter writer)
    {
        if (result.Change is not { } change)
        {
            return;
        }

        var lost = change.Before - change.Stay;
        writer.WriteLine();
        writer.WriteLine(Say(
            $"Consistent without the intervention: {wording.Whole(change.Before)}; of these stay: {wording.Whole(change.Stay)}, are lost: {wording.Whole(lost)}. New with it: {wording.Whole(change.New)}.",
            $"Ohne den Eingriff konsistent: {wording.Whole(change.Before)}; davon bleiben: {wording.Whole(change.Stay)}, fallen weg: {wording.Whole(lost)}. Neu mit ihm: {wording.Whole(change.New)}."));
        if (change.Lost.IsEmpty)
        {
            return;
        }

        var tableau = Tableau.Of(model, change.Lost);
        writer.WriteLine();
        writer.WriteLine(Say("Lost, numbered on their own:", "Weggefallen, mit eigenen Nummern:"));
        new TableauText(model, tableau, language).Write(writer);
        if (lost > tableau.Columns.Length)
        {
            var shown = wording.Whole(tableau.Columns.Length);
            writer.WriteLine(Say($"  Shown: {shown} of {wording.Whole(lost)}, different ones.", $"  Gezeigt: {shown} von {wording.Whole(lost)}, verschiedene."));
        }
    }

    /// <summary>In how many factors any two of those selected differ at least.</summary>
    private string Apart()
    {
        if (Selected is < 2 or > MostCompared)
        {
            return "";
        }

        var states = result.Scenarios.Take(Selected).Select(scenario => scenario.States).ToList();
        var least = states.SelectMany((one, place) => states.Skip(place + 1).Select(other => one.Zip(other).Count(pair => pair.First != pair.Second))).Min();
        return Say($" (in {wording.Whole(least)} factors at least)", $" (in mindestens {wording.Whole(least)} Faktoren)");
    }

    private string States(ImmutableArray<HeldState> states) => string.Join(", ", states.Select(held =>
        $"{model.Factors[held.Factor.Index].Title.In(language)} = {model.Factors[held.Factor.Index].States[held.State].Title.In(language)}"));

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
