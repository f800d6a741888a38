using System.Collections.Frozen;

namespace Detente.Language.Syntax;

/// <summary>The sections of a model.</summary>
internal static class SectionNames
{
    /// <summary>Sections that hold one value and stand once in a model.</summary>
    public static readonly string[] Single =
    [
        "detente", "id", "include", "title", "question", "mode", "cutoff", "encoded", "horizon", "preference", "decisiveness", "objective",
    ];

    /// <summary>Sections that map ids to elements; those of several parts are joined.</summary>
    public static readonly string[] Maps =
    [
        "sources", "items", "issues", "actors", "groups", "factors", "severity", "events", "measures", "strategies", "constraints", "scenarios",
        "indicators", "questions", "evidence", "experts", "claims", "notes",
    ];

    /// <summary>Sections that are lists; those of several parts are joined.</summary>
    public static readonly string[] Lists = ["influences", "tendencies", "barred", "history", "baseline", "watched", "accepted"];

    public static FrozenSet<string> All { get; } = Single.Concat(Maps).Concat(Lists).ToFrozenSet(StringComparer.Ordinal);
}
