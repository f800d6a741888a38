using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Output;

/// <summary>What is taken out of a model, and the ways of a chain, in words.</summary>
/// <param name="model">The model.</param>
/// <param name="language">The reader's language.</param>
internal sealed class EscalationNames(Model model, ReaderLanguage language)
{
    private readonly Wording wording = new(language);

    /// <summary>A cause of an event.</summary>
    public static Cause CauseOf(Model model, EventId of, int place) => ((Consequence)model.Events[of.Index].Trigger).Causes[place];

    /// <summary>The multiplier of an element.</summary>
    public static Multiplier MultiplierOf(Model model, MultiplierElement element)
    {
        var of = model.Events[element.Of.Event.Index];
        return (element.Of.Outcome is { } outcome ? of.Outcomes[outcome].Multipliers : of.Multipliers)[element.Multiplier];
    }

    /// <summary>The condition of an element.</summary>
    public static Condition ConditionOf(Model model, ConditionElement element) =>
        (element.Cause is { } place ? CauseOf(model, element.Event, place).When : model.Events[element.Event.Index].When)!;

    /// <summary>An event.</summary>
    public string Of(EventId of) => wording.Name(model.Events[of.Index].Title, model.Events[of.Index].Id);

    /// <summary>A severity.</summary>
    public string OfSeverity(int severity) => wording.Name(model.Severities[severity].Title, model.Severities[severity].Id);

    /// <summary>A factor.</summary>
    public string Of(FactorId of) => wording.Name(model.Factors[of.Index].Title, model.Factors[of.Index].Id);

    /// <summary>An event with its outcome where it can have several.</summary>
    public string Of(RouteLink link)
    {
        var of = model.Events[link.Event.Index];
        return of.Outcomes.Length == 1 ? Of(link.Event) : $"{Of(link.Event)} ({wording.Name(of.Outcomes[link.Outcome].Title, of.Outcomes[link.Outcome].Id)})";
    }

    /// <summary>A route.</summary>
    public string Of(IEnumerable<RouteLink> links) => string.Join(" → ", links.Select(Of));

    /// <summary>Measures, with "and" before the last.</summary>
    public string Of(IReadOnlyList<MeasureId> measures)
    {
        var names = measures.Select(measure => wording.Name(model.Measures[measure.Index].Title, model.Measures[measure.Index].Id)).ToList();
        return names.Count < 2 ? names[0] : string.Join(", ", names[..^1]) + Say(" and ", " und ") + names[^1];
    }

    /// <summary>What is taken out.</summary>
    public string Of(EscalationElement element) => element switch
    {
        RootElement root => Of(root.Event),
        CauseElement cause => $"{Of(CauseOf(model, cause.Event, cause.Cause).Of)} → {Of(cause.Event)}",
        MultiplierElement rule => MultiplierOf(model, rule) is var multiplier ? $"{Of(rule.Of)} {Times(multiplier.Factor)} [{ConditionText.Write(multiplier.When, model)}]" : "",
        MeasureEffectElement effect => (MultiplyEffect)model.Measures[effect.Measure.Index].Effects[effect.Effect] is var own ? $"{Of(own.Of)} {Times(own.Factor)} [{Of([effect.Measure])}]" : "",
        ConditionElement condition => $"{(condition.Cause is { } place ? Of(CauseOf(model, condition.Event, place).Of) + " → " : "")}{Of(condition.Event)} [{ConditionText.Write(ConditionOf(model, condition), model)}]",
        MeasuresElement measures => Of(measures.Measures),
        _ => throw new ArgumentException("An element of an unknown kind.", nameof(element)),
    };

    /// <summary>Of which sort it is.</summary>
    public string SortOf(EscalationElement element) => element switch
    {
        RootElement => Say("event", "Ereignis"),
        CauseElement => Say("cause", "Ursache"),
        MultiplierElement or MeasureEffectElement => Say("multiplier", "Multiplikator"),
        ConditionElement => Say("condition", "Bedingung"),
        MeasuresElement { Measures.Length: > 1 } => Say("measures", "Maßnahmen"),
        _ => Say("measure", "Maßnahme"),
    };

    private string Of(EventReference of) => of.Outcome is { } outcome ? Of(new RouteLink(of.Event, outcome)) : Of(of.Event);

    private string Times(Estimate factor) => "× " + wording.Points((long)Math.Round(100 * factor.Value));

    private string Say(string english, string german) => language == ReaderLanguage.German ? german : english;
}
