using System.Collections.Immutable;

namespace Detente.Models;

/// <summary>One thing the source text says, in the analyst's words.</summary>
/// <param name="Id">Its name, as elements write it in <c>items</c>: <c>S-24</c>.</param>
/// <param name="Text">What the source says, paraphrased.</param>
/// <param name="Kinds">Which kinds of element can represent it; one or more.</param>
/// <param name="Place">Where the source says it, or null.</param>
public sealed record InventoryItem(string Id, LocalizedText Text, ImmutableArray<ItemKind> Kinds, SourceReference? Place);

/// <summary>What kind of element an item of the source text asks for.</summary>
public enum ItemKind
{
    /// <summary>A party or somebody in it.</summary>
    Actor,

    /// <summary>Something that shapes the relationship, or a state of it.</summary>
    Factor,

    /// <summary>How things stand at the start.</summary>
    InitialState,

    /// <summary>What drives what.</summary>
    Influence,

    /// <summary>Something that happened before the start.</summary>
    PastEvent,

    /// <summary>Something on a date.</summary>
    ScheduledEvent,

    /// <summary>Something that may happen.</summary>
    StochasticEvent,

    /// <summary>Something that can be done.</summary>
    Measure,

    /// <summary>What must hold before something can be done.</summary>
    Precondition,

    /// <summary>What may not be, or is out of reach.</summary>
    Constraint,

    /// <summary>What marks a kind of future.</summary>
    ScenarioRule,

    /// <summary>Something to observe, to aim at or to be measured by.</summary>
    Indicator,

    /// <summary>How the whole is built: span of time, layers, persistence.</summary>
    Structure,
}
