using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What must stand above and below every result.</summary>
internal static class Banners
{
    /// <summary>What the run found doubtful.</summary>
    public static void WriteNotes(TextWriter writer, ResultProvenance provenance, ReaderLanguage language)
    {
        foreach (var warning in provenance.Warnings)
        {
            writer.WriteLine();
            writer.WriteLine($"{warning.Code}: {warning.Message.In(language)}");
            if (warning.AcceptedBecause is { } reason)
            {
                writer.WriteLine((language == ReaderLanguage.German ? "  Angenommen: " : "  Accepted: ") + reason.In(language));
            }
        }
    }

    /// <summary>Says that the writer of the model knew the outcome, when that is so.</summary>
    public static void Write(TextWriter writer, Model model, ReaderLanguage language)
    {
        if (model.Encoded is not { Hindsight: true } encoded)
        {
            return;
        }

        var wording = new Wording(language);
        var cutoff = model.Cutoff is { } date ? wording.Date(date) : null;
        writer.WriteLine(language == ReaderLanguage.German
            ? $"RÜCKSCHAU: niedergeschrieben {encoded.On}, als bekannt war, was {(cutoff is null ? "geschah" : $"nach dem {cutoff} geschah")}. Nichts hiervon ist eine Vorhersage."
            : $"HINDSIGHT: written down {encoded.On}, when it was known what happened{(cutoff is null ? "" : $" after {cutoff}")}. None of this is a forecast.");
    }
}
