using System.Text.Json;
using Detente.Cli.Output;
using Detente.Cli.Rules;
using Detente.Cli.Syntax;
using Detente.Language;
using Detente.Models;

namespace Detente.Cli.Commands;

/// <summary>What <c>check</c> has to say of one model.</summary>
internal sealed class CheckReport(Invocation invocation, ModelReading reading)
{
    private readonly Wording wording = new(invocation.Language);

    /// <summary>How many errors there are.</summary>
    public int Errors { get; } = reading.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>How many warnings nobody has accepted.</summary>
    public int Warnings { get; } = reading.Diagnostics.Count(diagnostic =>
        diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.AcceptedBecause is null);

    private int Accepted => reading.Diagnostics.Length - Errors - Warnings;

    /// <summary>The model, when its rules can be read back.</summary>
    private Model? Sound => Errors == 0 ? reading.Model : null;

    public void WriteText(TextWriter writer, bool verbose)
    {
        foreach (var diagnostic in reading.Diagnostics.Where(diagnostic => verbose || diagnostic.AcceptedBecause is null))
        {
            writer.WriteLine(DiagnosticText.Write(diagnostic, reading, invocation.Language).TrimEnd('\n'));
            writer.WriteLine();
        }

        if (Sound is { } model)
        {
            WriteRules(writer, model, verbose);
            WriteDeadlines(writer, model);
            WriteSize(writer, model);
        }

        writer.WriteLine(Summary());
    }

    public void WriteJson() => new JsonAnswer(invocation)
    {
        Model = Sound,
        ModelHash = Sound is { } model ? ModelText.Hash(model) : null,
        Diagnostics = reading.Diagnostics,
        Result = WriteResult,
    }.Write();

    private void WriteRules(TextWriter writer, Model model, bool verbose)
    {
        var rules = ModelRule.Of(model).ToList();
        foreach (var rule in verbose ? rules : [])
        {
            writer.WriteLine($"{rule.Place}: {rule.Text}");
            foreach (var comparison in rule.Comparisons)
            {
                writer.WriteLine("    " + comparison);
            }
        }

        if (!verbose)
        {
            WriteComparisons(writer, rules);
        }
    }

    private void WriteComparisons(TextWriter writer, List<ModelRule> rules)
    {
        var comparisons = rules.SelectMany(rule => rule.Comparisons)
            .CountBy(comparison => comparison, StringComparer.Ordinal)
            .OrderBy(counted => counted.Key, StringComparer.Ordinal)
            .ToList();
        if (comparisons.Count == 0)
        {
            return;
        }

        writer.WriteLine(Say("Comparisons, the states they cover, and how often they are used:", "Vergleiche, die Zustände, die sie abdecken, und wie oft sie vorkommen:"));
        var table = new TextTable();
        foreach (var (comparison, times) in comparisons)
        {
            table.Row(comparison, wording.Whole(times) + "×");
        }

        table.Write(writer);
        writer.WriteLine();
    }

    private void WriteDeadlines(TextWriter writer, Model model)
    {
        var table = new TextTable().Left(3).Row(Say("Deadline of", "Frist von"), Say("date", "Tag"), Say("step", "Schritt"), Say("days of the step", "Tage des Schritts"));
        var deadlines = Deadline.Of(model).ToList();
        foreach (var deadline in deadlines)
        {
            var (from, to) = Days(model.Horizon!, deadline.Step);
            table.Row(deadline.Place, wording.Date(deadline.Date), wording.Whole(deadline.Step), $"{wording.Date(from)} – {wording.Date(to)}");
        }

        if (deadlines.Count > 0)
        {
            table.Write(writer);
            writer.WriteLine();
        }
    }

    private void WriteSize(TextWriter writer, Model model) => writer.WriteLine(Say(
        $"{model.Id}: factors {model.Factors.Length}, influences {model.Influences.Length}, events {model.Events.Length}, measures {model.Measures.Length}, kinds of future {model.Scenarios.Length}, claims {model.Claims.Length}",
        $"{model.Id}: Faktoren {model.Factors.Length}, Einflüsse {model.Influences.Length}, Ereignisse {model.Events.Length}, Maßnahmen {model.Measures.Length}, Zukunftstypen {model.Scenarios.Length}, Behauptungen {model.Claims.Length}"));

    private string Summary() => Say(
        $"{Count(Errors, "error", "errors")}, {Count(Warnings, "warning", "warnings")}" + (Accepted > 0 ? $", {Count(Accepted, "accepted warning", "accepted warnings")}" : ""),
        $"{Count(Errors, "Fehler", "Fehler")}, {Count(Warnings, "Warnung", "Warnungen")}" + (Accepted > 0 ? $", {Count(Accepted, "angenommene Warnung", "angenommene Warnungen")}" : ""));

    private void WriteResult(Utf8JsonWriter json)
    {
        json.WriteNumber("errors", Errors);
        json.WriteNumber("warnings", Warnings);
        json.WriteNumber("accepted", Accepted);
        json.WriteStartArray("rules");
        foreach (var rule in Sound is { } model ? ModelRule.Of(model) : [])
        {
            WriteRule(json, rule);
        }

        json.WriteEndArray();
        json.WriteStartArray("deadlines");
        foreach (var deadline in Sound is { } dated ? Deadline.Of(dated) : [])
        {
            var (from, to) = Days(Sound!.Horizon!, deadline.Step);
            json.WriteStartObject();
            json.WriteString("place", deadline.Place);
            json.WriteDate("date", deadline.Date);
            json.WriteNumber("step", deadline.Step);
            json.WriteDate("from", from);
            json.WriteDate("to", to);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter json, ModelRule rule)
    {
        json.WriteStartObject();
        json.WriteString("place", rule.Place);
        json.WriteString("text", rule.Text);
        json.WriteTexts("comparisons", rule.Comparisons);
        json.WriteEndObject();
    }

    private static (DateOnly From, DateOnly To) Days(Horizon horizon, int step) => (horizon.DateOf(step), horizon.DateOf(step + 1).AddDays(-1));

    private string Count(int number, string one, string many) => wording.Whole(number) + " " + (number == 1 ? one : many);

    private string Say(string english, string german) => invocation.Say(english, german);
}
