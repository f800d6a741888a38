using System.Collections.Immutable;
using System.Globalization;
using Detente.Language;
using Detente.Language.Expressions;
using Detente.Models;

namespace Detente.Studies;

/// <summary>What studies of courses may find missing: codes DT435x and their texts.</summary>
internal static class CourseDiagnostics
{
    /// <summary>A date lies outside the horizon.</summary>
    public const string OutsideHorizon = "DT4351";

    /// <summary>An event has no date within the horizon.</summary>
    public const string NoDates = "DT4352";

    /// <summary>The model has no images.</summary>
    public const string NoImages = "DT4353";

    /// <summary>The model has no kinds of future.</summary>
    public const string NoKinds = "DT4354";

    /// <summary>Refuses a model without kinds of future.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="StudyException">It has none.</exception>
    public static void NeedKinds(Model model)
    {
        if (model.Scenarios.IsEmpty)
        {
            throw Refused(model, NoKinds, "scenarios", new LocalizedText(
                "The model names no kinds of future; what is asked needs the key scenarios.",
                "Das Modell nennt keine Zukunftstypen; die Frage braucht den Schlüssel scenarios."));
        }
    }

    /// <summary>Refuses a model without images.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="StudyException">It has none.</exception>
    public static void NeedImages(Model model)
    {
        if (model.Factors.All(factor => factor.Image is null))
        {
            throw Refused(model, NoImages, "factors", new LocalizedText(
                "The model has no images: no factor says with image what it is an image of.",
                "Das Modell hat keine Bilder: Kein Faktor sagt mit image, wovon er ein Bild ist."));
        }
    }

    /// <summary>The step that holds a date.</summary>
    /// <param name="model">The model; it has a horizon.</param>
    /// <param name="date">The date.</param>
    /// <exception cref="StudyException">It lies before the start, or after the step that follows the last one.</exception>
    public static int NeedStep(Model model, DateOnly date)
    {
        var horizon = model.Horizon!;
        var step = horizon.StepOf(date);
        if (step >= 0 && step <= horizon.StepCount)
        {
            return step;
        }

        var (first, last) = (horizon.DateOf(0), horizon.DateOf(horizon.StepCount));
        throw Refused(model, OutsideHorizon, "horizon", new LocalizedText(
            FormattableString.Invariant($"{date:yyyy-MM-dd} lies outside the horizon, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}."),
            FormattableString.Invariant($"{date:yyyy-MM-dd} liegt außerhalb des Zeithorizonts, {first:yyyy-MM-dd} bis {last:yyyy-MM-dd}.")),
            (step < 0 ? first : last).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>The dates of an event within the horizon.</summary>
    /// <param name="model">The model; it has a horizon.</param>
    /// <param name="e">The event.</param>
    /// <exception cref="StudyException">There are none.</exception>
    public static ImmutableArray<DateOnly> NeedDates(Model model, EventId e)
    {
        var own = Dates(model, model.Events[e.Index]);
        if (!own.IsEmpty)
        {
            return own;
        }

        var name = model.Events[e.Index].Id;
        string[] others = [.. model.Events.Where(other => !Dates(model, other).IsEmpty).Select(other => other.Id)];
        var list = string.Join(", ", others);
        throw Refused(model, NoDates, "events/" + name, new LocalizedText(
            $"The event {name} has no date within the horizon; " + (others.Length == 0 ? "no event has one." : $"these have: {list}."),
            $"Das Ereignis {name} hat kein Datum innerhalb des Zeithorizonts; " + (others.Length == 0 ? "kein Ereignis hat eines." : $"diese haben eines: {list}.")),
            Suggestion.For(name, others) ?? (others.Length == 1 ? others[0] : null));
    }

    private static ImmutableArray<DateOnly> Dates(Model model, ModelEvent e) => e.Trigger is Scheduled scheduled
        ? [.. scheduled.Dates.Where(date => model.Horizon!.StepOf(date) is var step && step >= 0 && step < model.Horizon.StepCount)]
        : [];

    private static StudyException Refused(Model model, string code, string element, LocalizedText message, string? didYouMean = null) =>
        new([new Diagnostic(code, DiagnosticSeverity.Error, TextSpan.Whole(model.Id), message) { Element = element, DidYouMean = didYouMean }]);
}
