using Detente.Models;
using Detente.Reports;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>Why the listed scenarios are consistent, a paragraph each.</summary>
internal sealed class ExplanationsText(Model model, ScenariosResult result, ReaderLanguage language)
{
    /// <summary>Paragraphs are wrapped at this width.</summary>
    public const int Width = 100;

    private readonly Wording wording = new(language);
    private readonly ExplanationText text = new(model, language);

    /// <summary>Writes a paragraph for each of the first scenarios, and how many are left.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="explanations">The explanations of the first scenarios, in their order.</param>
    public void Write(TextWriter writer, ExplainResult explanations)
    {
        var tolerance = (long)Math.Round(100 * ((ScenariosStudy)result.Provenance.Study).Tolerance);
        foreach (var (number, explained) in explanations.Configurations.Index())
        {
            writer.WriteLine();
            writer.WriteLine(Heading(number, result.Scenarios[number].Kind));
            foreach (var paragraph in text.Why(explained, tolerance))
            {
                WriteParagraph(writer, paragraph);
            }
        }

        if (result.Scenarios.Length > explanations.Configurations.Length)
        {
            var left = result.Scenarios.Length - explanations.Configurations.Length;
            var rest = wording.Whole(left);
            writer.WriteLine();
            writer.WriteLine(Say(
                $"{rest} more {(left == 1 ? "is" : "are")} not explained; --verbose explains all that are listed.",
                left == 1 ? "1 weiteres ist nicht erklärt; --verbose erklärt alle aufgeführten." : $"{rest} weitere sind nicht erklärt; --verbose erklärt alle aufgeführten."));
        }
    }

    /// <summary>Writes running text in lines of moderate width.</summary>
    public static void WriteParagraph(TextWriter writer, string text)
    {
        foreach (var line in TextColumns.Wrapped(text, Width - 2))
        {
            writer.WriteLine("  " + line);
        }
    }

    private string Heading(int number, ScenarioId? kind) => Say("No. ", "Nr. ") + wording.Whole(number + 1)
        + (kind is { } id ? ": " + wording.Name(model.Scenarios[id.Index].Title, model.Scenarios[id.Index].Id) : "");

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
