using Detente.Models;

namespace Detente.Language;

/// <summary>What the language calls the kinds of inventory items.</summary>
internal static class ItemKindWords
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
    public static ReadOnlySpan<(string Word, ItemKind Kind)> All => Words;

    /// <summary>The word of a kind.</summary>
    public static string Of(ItemKind kind) => Words[(int)kind].Word;
}
