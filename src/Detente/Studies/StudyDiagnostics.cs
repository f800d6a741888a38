using System.Collections.Immutable;
using Detente.Language;
using Detente.Language.Checks;
using Detente.Models;

namespace Detente.Studies;

/// <summary>What a study may find missing in a model, or unable to take: codes DT40xx and their texts, in one place.</summary>
internal static class StudyDiagnostics
{
    /// <summary>The model has no factors.</summary>
    public const string NoFactors = "DT4001";

    /// <summary>The model has no horizon.</summary>
    public const string NoHorizon = "DT4002";

    /// <summary>A factor has no initial state.</summary>
    public const string NoInitial = "DT4003";

    /// <summary>A factor has no inertia.</summary>
    public const string NoInertia = "DT4004";

    /// <summary>Two chosen strategies have an actor in common.</summary>
    public const string TwoStrategies = "DT4005";

    /// <summary>An element has a memory that exact chances do not know.</summary>
    public const string Memory = "DT4010";

    /// <summary>There are too many configurations for exact chances.</summary>
    public const string TooManyConfigurations = "DT4011";

    /// <summary>There are too many events, measures and constraints for exact chances.</summary>
    public const string TooManyElements = "DT4012";

    /// <summary>Much of the first year's change would happen without any event.</summary>
    public const string Relaxation = "DT4020";

    /// <summary>What acts on a factor at the start rejects its initial state.</summary>
    public const string StartRejected = "DT4021";

    /// <summary>Neighbour moves come to rest at configurations that are not consistent.</summary>
    public const string Rests = "DT4022";

    /// <summary>A rule can never hold in this model.</summary>
    public const string NeverHolds = "DT4023";

    /// <summary>Nothing rules out a kind that is marked unreachable.</summary>
    public const string CanBeReached = "DT4024";

    /// <summary>The model has no scale of severity.</summary>
    public const string NoSeverities = "DT4030";

    /// <summary>A measure that is to be taken out is not pursued.</summary>
    public const string NotPursued = "DT4031";

    /// <summary>Refuses a model that lacks what every study needs.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="StudyException">It has no factors.</exception>
    public static void NeedFactors(Model model)
    {
        if (model.Factors.IsEmpty)
        {
            throw new StudyException([Error(model, NoFactors, "factors", new LocalizedText(
                "The model has no factors; every study needs the key factors.",
                "Das Modell hat keine Faktoren; jede Untersuchung braucht den Schlüssel factors."))]);
        }
    }

    /// <summary>Refuses a model that lacks what the walk through time needs, naming every missing key.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="StudyException">Something is missing.</exception>
    public static void NeedTime(Model model)
    {
        NeedFactors(model);
        if (MissingForTime(model) is { IsEmpty: false } missing)
        {
            throw new StudyException(missing);
        }
    }

    /// <summary>What a model with factors lacks for the walk through time; nothing when it can be walked.</summary>
    /// <param name="model">The model.</param>
    public static ImmutableArray<Diagnostic> MissingForTime(Model model)
    {
        var missing = ImmutableArray.CreateBuilder<Diagnostic>();
        if (model.Horizon is null)
        {
            missing.Add(Error(model, NoHorizon, "horizon", new LocalizedText(
                "The model has no horizon; futures need the key horizon with start, end and step.",
                "Das Modell hat keinen Horizont; Zukünfte brauchen den Schlüssel horizon mit start, end und step.")));
        }

        foreach (var factor in model.Factors)
        {
            var element = "factors/" + factor.Id;
            if (factor.Initial is null)
            {
                missing.Add(Error(model, NoInitial, element, new LocalizedText(
                    $"The factor {factor.Id} has no initial state; futures need its key initial.",
                    $"Der Faktor {factor.Id} hat keinen Anfangszustand; Zukünfte brauchen seinen Schlüssel initial.")));
            }

            if (factor.Inertia is null)
            {
                missing.Add(Error(model, NoInertia, element, new LocalizedText(
                    $"The factor {factor.Id} has no inertia; futures need its key inertia (a period, or never).",
                    $"Der Faktor {factor.Id} hat keine Trägheit; Zukünfte brauchen seinen Schlüssel inertia (eine Dauer oder never).")));
            }
        }

        return missing.ToImmutable();
    }

    /// <summary>Refuses two chosen strategies of one actor.</summary>
    /// <param name="model">The model.</param>
    /// <param name="chosen">The chosen strategies.</param>
    /// <exception cref="StudyException">There are two of one actor.</exception>
    public static void NeedOneStrategyPerActor(Model model, ImmutableArray<StrategyId> chosen)
    {
        for (var later = 1; later < chosen.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var (first, second) = (model.Strategies[chosen[earlier].Index], model.Strategies[chosen[later].Index]);
                if (first.Of.Intersect(second.Of).Select(actor => model.Actors[actor.Index].Id).FirstOrDefault() is { } shared)
                {
                    throw new StudyException([Error(model, TwoStrategies, "strategies/" + second.Id, new LocalizedText(
                        $"The strategies {first.Id} and {second.Id} are both of {shared}; one per actor can be followed.",
                        $"Die Strategien {first.Id} und {second.Id} gehören beide zu {shared}; je Akteur wird eine verfolgt."))]);
                }
            }
        }
    }

    /// <summary>Refuses a model that does not say how grave its events are.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="StudyException">It has no scale of severity.</exception>
    public static void NeedSeverities(Model model)
    {
        if (model.Severities.IsEmpty)
        {
            throw new StudyException([Error(model, NoSeverities, "severity", new LocalizedText(
                "The model has no scale of severity; escalation needs the key severity and events that name its steps.",
                "Das Modell hat keine Skala der Schwere; für Eskalation braucht es den Schlüssel severity und Ereignisse, die seine Stufen nennen."))]);
        }
    }

    /// <summary>Refuses measures that nobody pursues: taking them out would change nothing.</summary>
    /// <param name="model">The model.</param>
    /// <param name="measures">The measures to be taken out.</param>
    /// <param name="pursued">Those that are pursued.</param>
    /// <exception cref="StudyException">One is not pursued.</exception>
    public static void NeedPursued(Model model, ImmutableArray<MeasureId> measures, ImmutableArray<int> pursued)
    {
        var idle = measures.Where(measure => !pursued.Contains(measure.Index)).Select(measure => model.Measures[measure.Index].Id).ToList();
        if (idle.Count > 0)
        {
            throw new StudyException([.. idle.Select(id => Error(model, NotPursued, "measures/" + id, new LocalizedText(
                $"The measure {id} is not pursued under the strategies followed; taking it out changes nothing.",
                $"Die Maßnahme {id} wird unter den verfolgten Strategien nicht verfolgt; sie herauszunehmen ändert nichts.")))]);
        }
    }

    /// <summary>An element has a memory.</summary>
    /// <param name="model">The model.</param>
    /// <param name="element">The element, such as <c>influences/a -> b</c>.</param>
    /// <param name="what">What of it remembers.</param>
    public static Diagnostic HasMemory(Model model, string element, LocalizedText what) => Error(model, Memory, element, new LocalizedText(
        $"Exact chances cannot be computed: {element} has a memory ({what.En}). Leave out --exact, or carry the memory as a factor.",
        $"Exakte Anteile lassen sich nicht berechnen: {element} hat ein Gedächtnis ({what.De}). --exact weglassen oder das Gedächtnis als Faktor führen."));

    /// <summary>There are too many configurations.</summary>
    /// <param name="model">The model.</param>
    /// <param name="configurations">How many there are, measures included.</param>
    /// <param name="limit">How many are allowed.</param>
    public static Diagnostic TooMany(Model model, System.Numerics.BigInteger configurations, int limit) => Error(model, TooManyConfigurations, null, new LocalizedText(
        FormattableString.Invariant($"Exact chances cannot be computed: {configurations} configurations of factors and measures, {limit} are allowed."),
        FormattableString.Invariant($"Exakte Anteile lassen sich nicht berechnen: {configurations} Konfigurationen aus Faktoren und Maßnahmen, erlaubt sind {limit}.")));

    /// <summary>There are too many things to remember whether they ever happened.</summary>
    /// <param name="model">The model.</param>
    /// <param name="marks">How many there are.</param>
    /// <param name="limit">How many are allowed.</param>
    public static Diagnostic TooManyMarks(Model model, int marks, int limit) => Error(model, TooManyElements, null, new LocalizedText(
        FormattableString.Invariant($"Exact chances cannot be computed: {marks} severities, events, measures (each twice) and constraints, {limit} are allowed."),
        FormattableString.Invariant($"Exakte Anteile lassen sich nicht berechnen: {marks} Schweregrade, Ereignisse, Maßnahmen (je zweimal) und Grenzen, erlaubt sind {limit}.")));

    /// <summary>The warning that the start relaxes, when it does by more than a third.</summary>
    /// <param name="model">The model.</param>
    /// <param name="share">Share of the first year's change that happens with all events off, or null.</param>
    public static ImmutableArray<Diagnostic> Relaxes(Model model, double? share)
    {
        if (share is not > ModelWarnings.LargestRelaxation || model.Events.IsEmpty)
        {
            return [];
        }

        var percent = Math.Round(100 * share.Value, MidpointRounding.AwayFromZero);
        return [Warning(model, Relaxation, "horizon", new LocalizedText(
            FormattableString.Invariant($"{percent} of 100 changes of state in the first year happen with all events off: the start is relaxing, this is not history."),
            FormattableString.Invariant($"{percent} von 100 Zustandsänderungen des ersten Jahres geschehen auch ohne jedes Ereignis: Der Anfang schwingt sich erst ein, das ist keine Geschichte.")))];
    }

    /// <summary>A warning, with the reason for which the model accepts it, if it does.</summary>
    /// <param name="model">The model.</param>
    /// <param name="code">Its code.</param>
    /// <param name="element">The element it concerns.</param>
    /// <param name="message">What is doubtful.</param>
    public static Diagnostic Warning(Model model, string code, string element, LocalizedText message) => Acceptance.Mark(
        new Diagnostic(code, DiagnosticSeverity.Warning, TextSpan.Whole(model.Id), message) { Element = element },
        model.Accepted);

    /// <summary>A diagnostic with the severity of its code; a warning with the reason for which the model accepts it, if it does.</summary>
    /// <param name="model">The model.</param>
    /// <param name="code">Its code.</param>
    /// <param name="element">The element it concerns.</param>
    /// <param name="message">What there is to say.</param>
    public static Diagnostic About(Model model, string code, string element, LocalizedText message) =>
        DiagnosticCatalog.SeverityOf(code) == DiagnosticSeverity.Warning ? Warning(model, code, element, message) : Error(model, code, element, message);

    private static Diagnostic Error(Model model, string code, string? element, LocalizedText message) =>
        new(code, DiagnosticSeverity.Error, TextSpan.Whole(model.Id), message) { Element = element };
}
