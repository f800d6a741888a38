using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>The impact balance of one configuration in plain text: why it is consistent or not, the balance of every factor, and who argues for and against each state.</summary>
internal sealed class BalanceText(Model model, ExplainResult result, ReaderLanguage language)
{
    private const int Hanging = 4;

    private readonly Wording wording = new(language);
    private readonly ConfigurationExplanation explained = result.Configurations[0];

    /// <summary>The states that were named; all others are initial ones.</summary>
    public required ImmutableArray<HeldState> Named { get; init; }

    /// <summary>Whether the arguments on all factors are shown; otherwise those named, those behind and the weakest links.</summary>
    public required bool IsVerbose { get; init; }

    /// <summary>The tolerance, in hundredths of a point.</summary>
    public required long Tolerance { get; init; }

    /// <summary>Writes the answer.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="nearest">The nearest consistent scenarios; null for a configuration that is one.</param>
    public void Write(TextWriter writer, ScenariosResult? nearest)
    {
        writer.WriteLine(Say($"Impact balance of a configuration: {model.Title.En}", $"Bilanz einer Konfiguration: {model.Title.De}"));
        Banners.Write(writer, model, language);
        WriteConfiguration(writer);
        writer.WriteLine(Say(
            $"Consistency value {wording.Points(explained.ConsistencyHundredths)}, inconsistency {wording.Points(explained.InconsistencyHundredths)}, total impact score {wording.Points(explained.TotalImpactHundredths)}.",
            $"Konsistenzwert {wording.Points(explained.ConsistencyHundredths)}, Inkonsistenz {wording.Points(explained.InconsistencyHundredths)}, Gesamtwirkung {wording.Points(explained.TotalImpactHundredths)}."));
        if (result.HasConditionalInfluences)
        {
            writer.WriteLine(Say(
                "Conditional influences take part; pairwise cross-impact balance does not know them.",
                "Bedingte Einflüsse sind beteiligt; die paarweise Cross-Impact-Bilanz kennt sie nicht."));
        }

        WriteWords(writer, nearest);
        WriteTable(writer);
        WriteArguments(writer);
        Banners.WriteNotes(writer, result.Provenance, language);
    }

    private void WriteConfiguration(TextWriter writer)
    {
        var named = string.Join(", ", Named.Select(held => Factor(held.Factor) + " = " + State(held.Factor, held.State)));
        writer.WriteLine(Named.Length == model.Factors.Length
            ? Say($"Named: {named}.", $"Genannt: {named}.")
            : Say($"Named: {named}; all other factors are in their initial states.", $"Genannt: {named}; alle übrigen Faktoren sind im Anfangszustand."));
    }

    private void WriteWords(TextWriter writer, ScenariosResult? nearest)
    {
        var text = new ExplanationText(model, language);
        writer.WriteLine();
        foreach (var paragraph in text.Why(explained, Tolerance))
        {
            ExplanationsText.WriteParagraph(writer, paragraph);
        }

        if (nearest is not null)
        {
            ExplanationsText.WriteParagraph(writer, text.Onward(explained, nearest));
        }
    }

    private void WriteTable(TextWriter writer)
    {
        writer.WriteLine();
        var table = new TextTable().Left(1, 3, 6).Row(
            Say("Factor", "Faktor"), Say("own state", "eigene Ausprägung"), Say("balance", "Bilanz"),
            Say("best rival", "beste andere"), Say("balance", "Bilanz"), Say("lead", "Vorsprung"), "");
        foreach (var factor in explained.Factors)
        {
            var scores = factor.Balance.ScoresHundredths;
            var rival = factor.BestRival;
            table.Row(
                Factor(factor.Factor),
                State(factor.Factor, factor.State),
                wording.Points(scores[factor.State]),
                rival is { } state ? State(factor.Factor, state) : "",
                rival is { } other ? wording.Points(scores[other]) : "",
                rival is null ? "" : wording.Points(factor.LeadHundredths),
                !factor.IsInfluenced ? Say("nothing influences it", "nichts wirkt darauf") : factor.LeadHundredths < 0 ? Say("◄ behind", "◄ im Rückstand") : explained.Weakest.Contains(factor.Factor) ? Say("◄ weakest", "◄ am schwächsten") : "");
        }

        table.Write(writer);
    }

    private void WriteArguments(TextWriter writer)
    {
        var shown = explained.Factors
            .Where(factor => factor.IsInfluenced && (IsVerbose || factor.LeadHundredths < 0 || explained.Weakest.Contains(factor.Factor) || Named.Any(held => held.Factor == factor.Factor)))
            .ToList();
        if (shown.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine(Say("Arguments for (▲) and against (▼) each state, in points; ► marks its own:", "Argumente für (▲) und gegen (▼) jede Ausprägung, in Punkten; ► steht vor der eigenen:"));
        foreach (var factor in shown)
        {
            writer.WriteLine();
            writer.WriteLine("  " + Factor(factor.Factor));
            foreach (var (state, score) in factor.Balance.ScoresHundredths.Index())
            {
                writer.WriteLine($"  {(state == factor.State ? "►" : " ")} {State(factor.Factor, state)}: {wording.Points(score)}");
                WriteSide(writer, "▲", factor.Arguments[state].Where(argument => argument.ImpactHundredths > 0));
                WriteSide(writer, "▼", factor.Arguments[state].Where(argument => argument.ImpactHundredths < 0));
            }
        }

        var left = explained.Factors.Count(factor => factor.IsInfluenced) - shown.Count;
        if (left > 0)
        {
            writer.WriteLine();
            writer.WriteLine(Say($"  {wording.Whole(left)} more factors are not shown; --verbose shows them.", $"  {wording.Whole(left)} weitere Faktoren sind nicht gezeigt; --verbose zeigt sie."));
        }
    }

    private void WriteSide(TextWriter writer, string mark, IEnumerable<StateArgument> arguments)
    {
        var list = string.Join("; ", arguments.Select(Describe));
        if (list.Length == 0)
        {
            return;
        }

        foreach (var line in TextColumns.Wrapped(mark + " " + list, ExplanationsText.Width - Hanging, 2))
        {
            writer.WriteLine(new string(' ', Hanging) + line);
        }
    }

    private string Describe(StateArgument argument)
    {
        var influence = model.Influences[argument.Influence];
        var points = (argument.ImpactHundredths > 0 ? "+" : "") + wording.Points(argument.ImpactHundredths);
        var when = influence.When is { } condition ? Say(", as ", ", da ") + ConditionText.Explain(condition, model, language) : "";
        return $"{Factor(influence.From)} ({State(influence.From, explained.States[influence.From.Index])}{when})\u00a0{points}";
    }

    private string Factor(FactorId factor) => wording.Name(model.Factors[factor.Index].Title, model.Factors[factor.Index].Id);

    private string State(FactorId factor, int state) => wording.Name(model.Factors[factor.Index].States[state].Title, model.Factors[factor.Index].States[state].Id);

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
