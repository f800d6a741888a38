using Detente.Models;

namespace Detente.Compiled;

/// <summary>Conditions as they read if nothing had happened: every <c>occurred</c> is false and every <c>count</c> is 0, the history included.</summary>
internal static class QuietConditions
{
    /// <summary>Whether a condition asks for events of the past.</summary>
    /// <param name="condition">The condition.</param>
    public static bool AsksForEvents(Condition condition) => condition.Walk().Any(part => part is Occurred or CountCondition);

    /// <summary>The condition with no event of the past.</summary>
    /// <param name="condition">The condition.</param>
    public static Condition Of(Condition condition) => condition switch
    {
        Occurred => new ConstantCondition(false),
        CountCondition count => new ConstantCondition(count.Operator.Holds(0, count.Number)),
        AllOf all => new AllOf([.. all.Parts.Select(Of)]),
        AnyOf any => new AnyOf([.. any.Parts.Select(Of)]),
        AtLeast some => new AtLeast(some.Count, [.. some.Parts.Select(Of)]),
        Not not => new Not(Of(not.Part)),
        Held held => new Held(Of(held.Part), held.Window),
        _ => condition,
    };
}
