using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Checks;

/// <summary>The parts of conditions.</summary>
internal static class ConditionWalk
{
    /// <summary>The condition itself and everything inside it, in the order of reading.</summary>
    public static IEnumerable<Condition> Parts(Condition condition)
    {
        var open = new Stack<Condition>();
        open.Push(condition);
        while (open.TryPop(out var part))
        {
            yield return part;
            foreach (var inner in Inside(part).Reverse())
            {
                open.Push(inner);
            }
        }
    }

    private static ImmutableArray<Condition> Inside(Condition condition) => condition switch
    {
        AllOf all => all.Parts,
        AnyOf any => any.Parts,
        AtLeast some => some.Parts,
        Not not => [not.Part],
        Held held => [held.Part],
        _ => [],
    };
}
