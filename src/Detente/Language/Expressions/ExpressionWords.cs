using System.Collections.Frozen;

namespace Detente.Language.Expressions;

/// <summary>The words of conditions.</summary>
internal static class ExpressionWords
{
    /// <summary>The functions of conditions, in the order of the reference.</summary>
    public static readonly string[] Functions =
        ["occurred", "count", "held", "in-force", "agreed", "during", "at-least", "in-scenario"];

    /// <summary>Words that no factor, event, measure, strategy, scenario or severity may be called by (states may).</summary>
    public static FrozenSet<string> Reserved { get; } =
        Functions.Concat(["in", "or", "and", "not", "none", "date", "severity", "always", "never"]).ToFrozenSet(StringComparer.Ordinal);
}
