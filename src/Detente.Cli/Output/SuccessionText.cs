using Detente.Cib;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>Weights and cycles in plain text: how they were found, and what changes in each cycle.</summary>
internal sealed class SuccessionText(Model model, ScenariosResult result, ReaderLanguage language)
{
    /// <summary>Cycles in the list, the heaviest first. JSON has more.</summary>
    public const int MostCycles = 20;

    /// <summary>The longest cycle whose configurations are shown side by side.</summary>
    public const int MostSteps = 6;

    private readonly Wording wording = new(language);

    /// <summary>A weight, with its standard error when it is sampled.</summary>
    public string Weight(ScenarioWeight weight) => weight.StandardError is { } error
        ? $"{wording.Whole(weight.Configurations)} ± {wording.Number(error, 0)}"
        : wording.Whole(weight.Configurations);

    /// <summary>Writes how the weights were found, and the cycles.</summary>
    public void Write(TextWriter writer)
    {
        var study = (ScenariosStudy)result.Provenance.Study;
        writer.WriteLine();
        var (rule, all) = (Rule(study.Succession), wording.Whole(result.Configurations));
        writer.WriteLine(result.Sampled is { } sampled
            ? Say(
                $"Weights are estimates by {rule.En} succession: {wording.Whole(sampled)} of {all} configurations, drawn at random (seed {study.Options.Seed}), were followed; ± is the standard error.",
                $"Die Gewichte sind durch {rule.De} Sukzession geschätzt: {wording.Whole(sampled)} von {all} Konfigurationen, zufällig gezogen (Startwert {study.Options.Seed}), wurden verfolgt; ± ist der Standardfehler.")
            : Say(
                $"Weights are exact counts by {rule.En} succession: all {all} configurations were followed.",
                $"Die Gewichte sind durch {rule.De} Sukzession exakt gezählt: Alle {all} Konfigurationen wurden verfolgt."));
        if (result.Cycles.IsEmpty)
        {
            writer.WriteLine(result.Sampled is null
                ? Say("No succession ends in a cycle.", "Keine Sukzession endet in einem Zyklus.")
                : Say("No succession that was followed ends in a cycle.", "Keine der verfolgten Sukzessionen endet in einem Zyklus."));
            return;
        }

        writer.WriteLine(Say("Cycles in which successions end:", "Zyklen, in denen Sukzessionen enden:"));
        WriteCycles(writer, [.. result.Cycles.OrderByDescending(cycle => cycle.Weight.Configurations)]);
    }

    private void WriteCycles(TextWriter writer, IReadOnlyList<SuccessionCycle> cycles)
    {
        var table = new TextTable().Row(Say("No.", "Nr."), Say("length", "Länge"), Say("factors that change", "Faktoren, die wechseln"), Say("weight", "Gewicht"));
        foreach (var (number, cycle) in cycles.Take(MostCycles).Index())
        {
            table.Row(Number(number), wording.Whole(cycle.Configurations.Length), wording.Whole(Changing(cycle).Count()), Weight(cycle.Weight));
        }

        table.Write(writer);
        if (cycles.Count > MostCycles)
        {
            var rest = wording.Whole(cycles.Count - MostCycles);
            writer.WriteLine(Say($"  {rest} more are not shown; --format json lists them.", $"  {rest} weitere sind nicht gezeigt; --format json nennt sie."));
        }

        foreach (var (number, cycle) in cycles.Take(MostCycles).Index())
        {
            if (cycle.Configurations.Length <= MostSteps)
            {
                writer.WriteLine();
                WriteSteps(writer, number, cycle);
            }
        }
    }

    // Only the factors that change: the others are those of the whole cycle.
    private void WriteSteps(TextWriter writer, int number, SuccessionCycle cycle)
    {
        var steps = cycle.Configurations.Length;
        var table = new TextTable().Left([.. Enumerable.Range(0, steps + 1)])
            .Row([Say("Cycle ", "Zyklus ") + Number(number), .. Enumerable.Range(0, steps).Select(step => Say("step ", "Schritt ") + Number(step))]);
        foreach (var factor in Changing(cycle))
        {
            table.Row([model.Factors[factor].Title.In(language), .. cycle.Configurations.Select(x => model.Factors[factor].States[x[factor]].Title.In(language))]);
        }

        table.Write(writer);
    }

    private IEnumerable<int> Changing(SuccessionCycle cycle) =>
        Enumerable.Range(0, model.Factors.Length).Where(factor => cycle.Configurations.Any(x => x[factor] != cycle.Configurations[0][factor]));

    private static LocalizedText Rule(SuccessionRule rule) => rule switch
    {
        SuccessionRule.Local => new("local", "lokale"),
        SuccessionRule.Sequential => new("sequential", "sequenzielle"),
        SuccessionRule.Incremental => new("incremental", "inkrementelle"),
        _ => new("global", "globale"),
    };

    private string Number(int index) => wording.Whole(index + 1);

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
