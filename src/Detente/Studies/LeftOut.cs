using Detente.Language;
using Detente.Language.Exchange;
using Detente.Models;

namespace Detente.Studies;

/// <summary>What of a model a cross-impact matrix has no place for: one warning for each sort of thing.</summary>
internal static class LeftOut
{
    /// <summary>The warnings, in the order of the language.</summary>
    /// <param name="model">The model.</param>
    /// <param name="language">The language that is written.</param>
    /// <param name="withTexts">Whether the file holds reasons, short titles and colours.</param>
    public static IEnumerable<Diagnostic> Of(Model model, ReaderLanguage language, bool withTexts)
    {
        var sorts = Frame(model, language).Concat(withTexts ? [] : Texts(model)).Concat(Judgements(model)).Concat(Time(model)).Concat(Conclusions(model));
        return from sort in sorts
               where sort.IsThere
               select StudyDiagnostics.About(model, "DT5104", sort.Element, new LocalizedText($"Left out of the file: {sort.En}.", $"Nicht in der Datei: {sort.De}."));
    }

    private static IEnumerable<Sort> Frame(Model model, ReaderLanguage language)
    {
        var isGerman = language == ReaderLanguage.German;
        yield return new("title", HasTwoLanguages(model), isGerman ? "the English wording" : "the German wording", isGerman ? "die englische Fassung" : "die deutsche Fassung");
        yield return new("question", model.Question is not null, "the question", "die Fragestellung");
        yield return new("sources", !model.Sources.IsEmpty || !model.Items.IsEmpty, "sources and the inventory", "Quellen und Inventar");
        yield return new("actors", !model.Actors.IsEmpty, "actors and their positions", "Akteure und ihre Positionen");
        yield return new("groups", !model.Groups.IsEmpty, "groups of factors", "Gruppen von Faktoren");
    }

    private static IEnumerable<Sort> Texts(Model model)
    {
        var reasons = model.Factors.Select(factor => factor.Provenance.Because).Concat(model.Influences.Select(influence => influence.Provenance.Because));
        yield return new("influences", reasons.Any(reason => reason is not null), "reasons", "Begründungen");
        yield return new(
            "factors",
            model.Factors.Any(factor => factor.Short is not null || factor.States.Any(state => state.Short is not null || state.Colour != FactorState.DefaultColour)),
            "short titles and colours",
            "Kurztitel und Farben");
        yield return new("notes/" + MatrixImport.ProjectNote, model.Notes.Any(note => note.Id == MatrixImport.ProjectNote), "the text on the project", "der Text zum Projekt");
    }

    private static IEnumerable<Sort> Judgements(Model model)
    {
        var cells = model.Influences.SelectMany(influence => influence.Cells.Select(cell => cell.Impact)).Concat(model.Influences.Select(influence => influence.Weight ?? default));
        yield return new("factors", model.Factors.Any(factor => factor.Scale == FactorScale.Ordered), "the order of states", "die Ordnung der Zustände");
        yield return new("factors", model.Factors.Any(factor => factor.Image is not null), "that some factors are images of others", "dass manche Faktoren Bilder anderer sind");
        yield return new("factors", model.Factors.Any(factor => factor.Initial is not null), "initial states", "Anfangszustände");
        yield return new("factors", model.Factors.Any(factor => factor.Inertia is not null), "inertia", "Trägheiten");
        yield return new("influences", cells.Any(cell => cell.IsUncertain), "ranges of impacts", "Spannen von Wirkungen");
        yield return new("influences", model.Influences.Any(influence => influence.Delay is not null), "delays of influences; the influences are written", "Verzögerungen von Einflüssen; die Einflüsse selbst stehen darin");
        yield return new("tendencies", !model.Tendencies.IsEmpty, "tendencies", "Neigungen");
        yield return new("barred", !model.Barred.IsEmpty, "barred states", "gesperrte Zustände");
    }

    private static IEnumerable<Sort> Time(Model model)
    {
        yield return new("horizon", model.Horizon is not null, "the horizon", "der Horizont");
        yield return new("events", !model.Events.IsEmpty || !model.History.IsEmpty, "events and history", "Ereignisse und Vorgeschichte");
        yield return new("measures", !model.Measures.IsEmpty || !model.Strategies.IsEmpty, "measures and strategies", "Maßnahmen und Strategien");
        yield return new("constraints", !model.Constraints.IsEmpty, "constraints", "Grenzen");
    }

    private static IEnumerable<Sort> Conclusions(Model model)
    {
        yield return new("scenarios", !model.Scenarios.IsEmpty || model.Objective is not null, "kinds of future and the objective", "Zukunftstypen und das Ziel");
        yield return new("indicators", !model.Indicators.IsEmpty || !model.Evidence.IsEmpty || !model.Watched.IsEmpty, "indicators and evidence", "Indikatoren und Belege");
        yield return new("questions", !model.Questions.IsEmpty, "questions", "Fragen");
        yield return new("experts", !model.Experts.IsEmpty, "judgements of experts", "Urteile von Fachleuten");
        yield return new("claims", !model.Claims.IsEmpty, "claims", "Behauptungen");
        yield return new("notes", model.Notes.Any(note => note.Id != MatrixImport.ProjectNote), "notes", "Notizen");
    }

    private static bool HasTwoLanguages(Model model) => model.Factors
        .SelectMany(factor => factor.States.SelectMany(state => new[] { state.Title, state.Short }).Append(factor.Title).Append(factor.Short).Append(factor.Provenance.Because))
        .Concat(model.Influences.Select(influence => influence.Provenance.Because))
        .Append(model.Title)
        .Any(text => text is not null && text.En != text.De);

    private readonly record struct Sort(string Element, bool IsThere, string En, string De);
}
