using Detente.Models;

namespace Detente.Language.Checks;

/// <summary>Whether conditions can hold at all, as far as states and dates alone tell.</summary>
internal sealed class Reach(Model model)
{
    /// <summary>False only when no state and no date of the horizon fulfils the condition.</summary>
    public bool CanHold(Condition condition) => condition switch
    {
        ConstantCondition constant => constant.Value,
        FactorIn states => !states.States.IsEmpty,
        AllOf all => all.Parts.All(CanHold) && !Contradict(all),
        AnyOf any => any.Parts.Any(CanHold),
        Not not => !AlwaysHolds(not.Part),
        AtLeast some => some.Parts.Count(CanHold) >= some.Count,
        Held held => CanHold(held.Part),
        DateCondition date => Dates(date).Any,
        _ => true,
    };

    private bool AlwaysHolds(Condition condition) => condition switch
    {
        ConstantCondition constant => constant.Value,
        FactorIn states => states.States.Length == model.Factors[states.Factor.Index].States.Length,
        AllOf all => all.Parts.All(AlwaysHolds),
        AnyOf any => any.Parts.Any(AlwaysHolds),
        Not not => !CanHold(not.Part),
        AtLeast some => some.Parts.Count(AlwaysHolds) >= some.Count,
        Held held => AlwaysHolds(held.Part),
        DateCondition date => Dates(date).All,
        _ => false,
    };

    /// <summary>Whether parts ask for different states of one factor at once.</summary>
    private static bool Contradict(AllOf all) =>
        all.Parts.OfType<FactorIn>().GroupBy(part => part.Factor).Any(group => group
            .Select(part => part.States.AsEnumerable())
            .Aggregate((left, right) => left.Intersect(right))
            .FirstOrDefault(-1) < 0);

    /// <summary>Whether a comparison holds on any, and on all, first days of the horizon's steps.</summary>
    private (bool Any, bool All) Dates(DateCondition condition)
    {
        if (model.Horizon is not { } horizon)
        {
            return (true, false);
        }

        var (first, last) = (Sign(horizon.Start), Sign(horizon.DateOf(horizon.StepCount - 1)));
        var exact = horizon.DateOf(Math.Clamp(horizon.StepOf(condition.Date), 0, horizon.StepCount - 1)) == condition.Date;
        return condition.Operator switch
        {
            Comparison.Equal => (exact, exact && first == last),
            Comparison.NotEqual => (!exact || first != last, !exact),
            Comparison.Less => (first < 0, last < 0),
            Comparison.LessOrEqual => (first <= 0, last <= 0),
            Comparison.Greater => (last > 0, first > 0),
            _ => (last >= 0, first >= 0),
        };

        int Sign(DateOnly date) => Math.Sign(date.CompareTo(condition.Date));
    }
}
