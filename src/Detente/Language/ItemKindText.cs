using Detente.Models;

namespace Detente.Language;

/// <summary>The kinds of inventory items as the language writes them.</summary>
public static class ItemKindText
{
    private static readonly (string Word, ItemKind Kind)[] Words =
    [
        ("actor", ItemKind.Actor),
        ("factor", ItemKind.Factor),
        ("initial-state", ItemKind.InitialState),
        ("influence", ItemKind.Influence),
        ("past-event", ItemKind.PastEvent),
        ("scheduled-event", ItemKind.ScheduledEvent),
        ("stochastic-event", ItemKind.StochasticEvent),
        ("measure", ItemKind.Measure),
        ("precondition", ItemKind.Precondition),
        ("constraint", ItemKind.Constraint),
        ("scenario-rule", ItemKind.ScenarioRule),
        ("indicator", ItemKind.Indicator),
        ("structure", ItemKind.Structure),
    ];

    /// <summary>Every kind with its word.</summary>
    internal static ReadOnlySpan<(string Word, ItemKind Kind)> All => Words;

    /// <summary>The word of a kind: <c>initial-state</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">No kind of the enumeration.</exception>
    public static string Write(ItemKind kind) => (int)kind >= 0 && (int)kind < Words.Length
        ? Words[(int)kind].Word
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No kind of item.");
}
