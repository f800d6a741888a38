using System.Collections.Immutable;
using System.Globalization;
using Detente.Models;

namespace Detente.Studies;

/// <summary>An element, or a part of one, that can carry items of the inventory.</summary>
/// <param name="Name">As diagnostics call it, parts behind a slash: <c>factors/trust/inertia</c>.</param>
/// <param name="Provenance">Its own provenance; parts inherit nothing.</param>
/// <param name="Traits">What it is.</param>
internal readonly record struct ItemCarrier(string Name, Provenance Provenance, CarrierTraits Traits);

/// <summary>Walks everything of a model that can carry items, in the order of the language's sections.</summary>
internal static class ItemCarriers
{
    /// <summary>All carriers of a model, also those without items.</summary>
    public static IEnumerable<ItemCarrier> Of(Model model) =>
    [
        .. Frame(model),
        .. model.Factors.SelectMany(Factor),
        .. Judgements(model),
        .. model.Events.SelectMany(Event),
        .. Options(model),
        .. Observations(model),
    ];

    private static IEnumerable<ItemCarrier> Frame(Model model) =>
    [
        .. model.Horizon is { } horizon ? [new ItemCarrier("horizon", horizon.Provenance, CarrierTraits.Horizon)] : Enumerable.Empty<ItemCarrier>(),
        .. model.Actors.Select(actor => new ItemCarrier("actors/" + actor.Id, actor.Provenance, CarrierTraits.Actor)),
        .. model.Groups.Select(group => new ItemCarrier("groups/" + group.Id, group.Provenance, CarrierTraits.Group)),
    ];

    private static IEnumerable<ItemCarrier> Factor(Factor factor)
    {
        var name = "factors/" + factor.Id;
        var traits = CarrierTraits.Factor
            | (factor.Initial is null ? 0 : CarrierTraits.FactorWithInitial)
            | (factor.Image is null ? 0 : CarrierTraits.Image)
            | (factor.Inertia is { Up: null, Down: null } ? CarrierTraits.StillFactor : 0);
        yield return new ItemCarrier(name, factor.Provenance, traits);
        if (factor.Inertia is { } inertia)
        {
            yield return new ItemCarrier(name + "/inertia", inertia.Provenance, CarrierTraits.Inertia);
        }
    }

    private static IEnumerable<ItemCarrier> Judgements(Model model) =>
    [
        .. model.Influences.Select(influence => new ItemCarrier("influences/" + influence.Name, influence.Provenance, CarrierTraits.Influence)),
        .. model.Tendencies.Select(tendency => new ItemCarrier("tendencies/" + tendency.Name, tendency.Provenance, CarrierTraits.Tendency)),
        .. Counted(model.Barred, barrier => "barred/" + model.Factors[barrier.Factor.Index].Id, (name, barrier) => new ItemCarrier(name, barrier.Provenance, CarrierTraits.Barred)),
    ];

    private static IEnumerable<ItemCarrier> Event(ModelEvent item)
    {
        var name = "events/" + item.Id;
        var isScheduled = item.Trigger is Scheduled;
        yield return new ItemCarrier(name, item.Provenance, CarrierTraits.Event | (isScheduled ? CarrierTraits.ScheduledEvent : CarrierTraits.ChanceEvent));
        foreach (var part in Causes(name, item.Trigger).Concat(Multipliers(name, item.Multipliers)))
        {
            yield return part;
        }

        foreach (var outcome in item.Outcomes)
        {
            var inner = $"{name}/outcomes/{outcome.Id}";
            yield return new ItemCarrier(inner, outcome.Provenance, CarrierTraits.Outcome | (isScheduled ? CarrierTraits.ScheduledOutcome : CarrierTraits.ChanceOutcome));
            foreach (var part in Multipliers(inner, outcome.Multipliers))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<ItemCarrier> Causes(string name, Trigger trigger) => (trigger as Consequence)?.Causes.Select((cause, i) =>
        new ItemCarrier(Part(name, "caused-by", i), cause.Provenance, CarrierTraits.Cause | InWindow(cause.When))) ?? [];

    private static IEnumerable<ItemCarrier> Multipliers(string name, ImmutableArray<Multiplier> multipliers) => multipliers.Select((multiplier, i) =>
        new ItemCarrier(Part(name, "multipliers", i), multiplier.Provenance, CarrierTraits.Multiplier | InWindow(multiplier.When)));

    private static IEnumerable<ItemCarrier> Options(Model model) =>
    [
        .. Counted(model.History, past => "history/" + Written(model, past.Of), (name, past) => new ItemCarrier(name, past.Provenance, CarrierTraits.History)),
        .. model.Measures.SelectMany(Measure),
        .. model.Strategies.Select(strategy => new ItemCarrier("strategies/" + strategy.Id, strategy.Provenance, Traits(strategy))),
        .. model.Constraints.Select(constraint => new ItemCarrier("constraints/" + constraint.Id, constraint.Provenance, CarrierTraits.Constraint)),
        .. model.Scenarios.Select(scenario => new ItemCarrier(
            "scenarios/" + scenario.Id,
            scenario.Provenance,
            CarrierTraits.Scenario | (scenario.Unreachable is null ? 0 : CarrierTraits.UnreachableScenario))),
        .. model.Objective is { } objective ? [new ItemCarrier("objective", objective.Provenance, CarrierTraits.Objective)] : Enumerable.Empty<ItemCarrier>(),
    ];

    private static IEnumerable<ItemCarrier> Measure(Measure measure) =>
    [
        new ItemCarrier("measures/" + measure.Id, measure.Provenance, CarrierTraits.Measure | (measure.Early.IsEmpty ? 0 : CarrierTraits.EarlyMeasure)),
        .. measure.Preconditions.Select(precondition => new ItemCarrier($"measures/{measure.Id}/preconditions/{precondition.Id}", precondition.Provenance, CarrierTraits.Precondition)),
    ];

    private static CarrierTraits Traits(Strategy strategy) =>
        CarrierTraits.Strategy | (strategy.Pursuits.Any(pursuit => pursuit.When is not null || !pursuit.After.IsEmpty) ? CarrierTraits.WaitingStrategy : 0);

    private static IEnumerable<ItemCarrier> Observations(Model model) =>
    [
        .. model.Indicators.Select(indicator => new ItemCarrier("indicators/" + indicator.Id, indicator.Provenance, CarrierTraits.Indicator)),
        .. model.Questions.Select(question => new ItemCarrier("questions/" + question.Id, question.Provenance, CarrierTraits.Question)),
        .. model.Evidence.Select(item => new ItemCarrier("evidence/" + item.Id, item.Provenance, CarrierTraits.None)),
        .. model.Experts.SelectMany(expert => expert.Judgements.Select(judgement => new ItemCarrier($"experts/{expert.Id}/{judgement.Name}", judgement.Provenance, CarrierTraits.None))),
        .. model.Claims.Select(claim => new ItemCarrier("claims/" + claim.Id, claim.Provenance, CarrierTraits.Claim)),
        .. model.Notes.Select(note => new ItemCarrier("notes/" + note.Id, note.Provenance, CarrierTraits.Note)),
    ];

    /// <summary>Elements without a name of their own: the second that concerns the same gets <c>#2</c>.</summary>
    private static IEnumerable<ItemCarrier> Counted<T>(ImmutableArray<T> elements, Func<T, string> concerns, Func<string, T, ItemCarrier> carrier)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            var name = concerns(element);
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            yield return carrier(count == 1 ? name : name + "#" + count.ToString(CultureInfo.InvariantCulture), element);
        }
    }

    private static CarrierTraits InWindow(Condition? when) => when?.Walk().Any(part => part is During) is true ? CarrierTraits.InWindow : 0;

    private static string Part(string name, string key, int place) => $"{name}/{key}/{(place + 1).ToString(CultureInfo.InvariantCulture)}";

    private static string Written(Model model, EventReference reference)
    {
        var item = model.Events[reference.Event.Index];
        return reference.Outcome is { } outcome ? item.Id + "." + item.Outcomes[outcome].Id : item.Id;
    }
}
