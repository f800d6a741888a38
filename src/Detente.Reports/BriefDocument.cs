using Detente.Models;
using Detente.Reports.Sections;
using Detente.Studies;

namespace Detente.Reports;

/// <summary>The brief: two to four pages for a principal, with an annex for the reviewer.</summary>
public static class BriefDocument
{
    /// <summary>Says in words, tables and charts what a brief study found, and nothing that it does not hold.</summary>
    /// <remarks>
    /// In plausibility mode frequencies are counts of model runs and never percentages; titles and reasons are the model's own.
    /// Deterministic; linear in the size of the model and the result.
    /// </remarks>
    /// <param name="result">What was found. Its lists may be empty: then the brief says what is missing.</param>
    /// <param name="language">The language of the reader.</param>
    /// <returns>The report, ready for a writer.</returns>
    /// <exception cref="ArgumentNullException">The result is null.</exception>
    public static Report From(BriefResult result, ReaderLanguage language)
    {
        ArgumentNullException.ThrowIfNull(result);
        var context = new BriefContext(result, language);
        var model = context.Model;
        return new Report(
            FrameSections.Front(context),
            [
                FrameSections.BottomLine(context),
                FuturesSection.From(context),
                ShapeSection.From(context),
                KindsSection.From(context),
                EscalationSection.From(context),
                OptionsSection.From(context),
                DoubtSection.From(context),
                WatchSection.From(context),
                FrameSections.About(context),
            ],
            AnnexSection.From(context))
        {
            Title = context.Voice.Analyst(model.Title, model.Id).Plain,
            Language = language,
            ModelId = model.Id,
            IsHindsight = model.Encoded is { Hindsight: true },
            Mode = model.Mode,
        };
    }
}
