using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>What an element is, as far as it matters for the kinds of item it can represent.</summary>
[Flags]
internal enum CarrierTraits : long
{
    /// <summary>Nothing that represents an item: evidence, and judgements of experts kept apart.</summary>
    None = 0,
    Horizon = 1L << 0,
    Actor = 1L << 1,
    Group = 1L << 2,
    Factor = 1L << 3,
    FactorWithInitial = 1L << 4,
    Image = 1L << 5,
    StillFactor = 1L << 6,
    Inertia = 1L << 7,
    Influence = 1L << 8,
    Tendency = 1L << 9,
    Barred = 1L << 10,
    Event = 1L << 11,
    ScheduledEvent = 1L << 12,
    ChanceEvent = 1L << 13,
    Outcome = 1L << 14,
    ScheduledOutcome = 1L << 15,
    ChanceOutcome = 1L << 16,
    Multiplier = 1L << 17,
    Cause = 1L << 18,
    InWindow = 1L << 19,
    History = 1L << 20,
    Measure = 1L << 21,
    EarlyMeasure = 1L << 22,
    Precondition = 1L << 23,
    Strategy = 1L << 24,
    WaitingStrategy = 1L << 25,
    Constraint = 1L << 26,
    Scenario = 1L << 27,
    UnreachableScenario = 1L << 28,
    Objective = 1L << 29,
    Indicator = 1L << 30,
    Question = 1L << 31,
    Claim = 1L << 32,
    Note = 1L << 33,
}

/// <summary>Which elements can represent which kinds of item: the one table. Published in docs/language/coverage.md.</summary>
public static class CoverageRules
{
    private static readonly ImmutableArray<(ItemKind Kind, ImmutableArray<CarrierTraits> By)> Table =
    [
        (ItemKind.Actor, [CarrierTraits.Actor]),
        (ItemKind.Factor, [CarrierTraits.Factor]),
        (ItemKind.InitialState, [CarrierTraits.FactorWithInitial, CarrierTraits.History]),
        (ItemKind.Influence,
        [
            CarrierTraits.Influence, CarrierTraits.Tendency, CarrierTraits.Barred, CarrierTraits.Image, CarrierTraits.Event,
            CarrierTraits.Outcome, CarrierTraits.Multiplier, CarrierTraits.Cause, CarrierTraits.EarlyMeasure,
        ]),
        (ItemKind.PastEvent, [CarrierTraits.History, CarrierTraits.Factor]),
        (ItemKind.ScheduledEvent, [CarrierTraits.ScheduledEvent, CarrierTraits.ScheduledOutcome, CarrierTraits.InWindow]),
        (ItemKind.StochasticEvent, [CarrierTraits.ChanceEvent, CarrierTraits.ChanceOutcome]),
        (ItemKind.Measure, [CarrierTraits.Measure, CarrierTraits.Strategy]),
        (ItemKind.Precondition, [CarrierTraits.Precondition, CarrierTraits.WaitingStrategy]),
        (ItemKind.Constraint, [CarrierTraits.Constraint, CarrierTraits.Barred, CarrierTraits.Precondition, CarrierTraits.UnreachableScenario, CarrierTraits.Note]),
        (ItemKind.ScenarioRule, [CarrierTraits.Scenario]),
        (ItemKind.Indicator, [CarrierTraits.Indicator, CarrierTraits.Question, CarrierTraits.Objective, CarrierTraits.Claim]),
        (ItemKind.Structure, [CarrierTraits.Horizon, CarrierTraits.Group, CarrierTraits.Inertia, CarrierTraits.StillFactor, CarrierTraits.Note]),
    ];

    /// <summary>The elements that can represent a kind of item, in words.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">No kind of the enumeration.</exception>
    public static LocalizedText Elements(ItemKind kind)
    {
        var words = By(kind).Select(Words).ToList();
        return new LocalizedText(string.Join(", ", words.Select(word => word.En)), string.Join(", ", words.Select(word => word.De)));
    }

    /// <summary>Whether an element of these traits represents a kind of item it carries; otherwise it only mentions it.</summary>
    internal static bool Represents(CarrierTraits traits, ItemKind kind) => By(kind).Any(trait => (traits & trait) != 0);

    private static ImmutableArray<CarrierTraits> By(ItemKind kind) => (int)kind >= 0 && (int)kind < Table.Length
        ? Table[(int)kind].By
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No kind of item.");

    private static LocalizedText Words(CarrierTraits trait) => trait switch
    {
        CarrierTraits.Horizon => new("the horizon", "der Zeithorizont"),
        CarrierTraits.Actor => new("actors", "Akteure"),
        CarrierTraits.Group => new("groups", "Gruppen"),
        CarrierTraits.Factor => new("factors", "Faktoren"),
        CarrierTraits.FactorWithInitial => new("factors with an initial state", "Faktoren mit Anfangszustand"),
        CarrierTraits.Image => new("images", "Bilder"),
        CarrierTraits.StillFactor => new("factors with `inertia: never`", "Faktoren mit `inertia: never`"),
        CarrierTraits.Inertia => new("the inertia of a factor", "die Trägheit eines Faktors"),
        CarrierTraits.Influence => new("influences", "Einflüsse"),
        CarrierTraits.Tendency => new("tendencies", "Neigungen"),
        CarrierTraits.Barred => new("barred states", "gesperrte Zustände"),
        CarrierTraits.Event => new("events", "Ereignisse"),
        CarrierTraits.ScheduledEvent => new("events with dates", "Ereignisse mit Terminen"),
        CarrierTraits.ChanceEvent => new("events with a rate or causes", "Ereignisse mit Rate oder Ursachen"),
        CarrierTraits.Outcome => new("outcomes", "Ausgänge"),
        CarrierTraits.ScheduledOutcome => new("outcomes of events with dates", "Ausgänge von Ereignissen mit Terminen"),
        CarrierTraits.ChanceOutcome => new("outcomes of events with a rate or causes", "Ausgänge von Ereignissen mit Rate oder Ursachen"),
        CarrierTraits.Multiplier => new("multipliers", "Multiplikatoren"),
        CarrierTraits.Cause => new("causes", "Ursachen"),
        CarrierTraits.InWindow => new("multipliers and causes with `during(...)`", "Multiplikatoren und Ursachen mit `during(...)`"),
        CarrierTraits.History => new("history", "Vorgeschichte"),
        CarrierTraits.Measure => new("measures", "Maßnahmen"),
        CarrierTraits.EarlyMeasure => new("measures with `early` effects", "Maßnahmen mit Wirkungen unter `early`"),
        CarrierTraits.Precondition => new("preconditions", "Voraussetzungen"),
        CarrierTraits.Strategy => new("strategies", "Strategien"),
        CarrierTraits.WaitingStrategy => new("strategies with `when` or `after`", "Strategien mit `when` oder `after`"),
        CarrierTraits.Constraint => new("constraints", "Grenzen"),
        CarrierTraits.Scenario => new("kinds of future", "Zukunftstypen"),
        CarrierTraits.UnreachableScenario => new("kinds of future marked `unreachable`", "Zukunftstypen mit `unreachable`"),
        CarrierTraits.Objective => new("the objective", "das Ziel (`objective`)"),
        CarrierTraits.Indicator => new("indicators", "Indikatoren"),
        CarrierTraits.Question => new("questions", "Fragen"),
        CarrierTraits.Claim => new("claims", "Behauptungen"),
        _ => new("notes", "Anmerkungen"),
    };
}
