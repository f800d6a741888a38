using System.Collections.Immutable;
using System.Numerics;
using Detente.Cib;
using Detente.Models;

namespace Detente.Studies;

/// <summary>The sets of consistent scenarios without an intervention that tell what it changes.</summary>
/// <remarks>
/// What is consistent already with every held factor in its state stays so: the others' balances are the same, and those of the held ones are
/// not asked any more. So what is found with the intervention is that and what is new.
/// </remarks>
/// <param name="Stay">Those with every held factor in its state.</param>
/// <param name="Lost">The others.</param>
internal sealed record Intervention(ConsistentSet Stay, ConsistentSet Lost)
{
    /// <summary>Configurations that were not decided.</summary>
    public BigInteger Undecided => Stay.Undecided + Lost.Undecided;

    /// <summary>Searches the sets.</summary>
    /// <param name="study">What is run.</param>
    /// <param name="solve">Searches a space, and lists so many at most.</param>
    /// <returns>The sets, or null without an intervention.</returns>
    public static Intervention? Of(ScenariosStudy study, Func<ConfigurationSpace, int, ConsistentSet> solve)
    {
        if (study.Holds.IsEmpty)
        {
            return null;
        }

        var space = ConfigurationSpace.Of(study.Model, study.Free);
        space = study.Where is null ? space : space.Meeting(study.Where);
        var held = study.Holds.Select(hold => (Condition)new FactorIn(hold.Factor, [hold.State], null)).Aggregate((a, b) => new AllOf([a, b]));
        return new Intervention(solve(space.Meeting(held), 0), solve(space.Meeting(new Not(held)), study.MostListed));
    }

    /// <summary>What it changes; figures are least ones where a search ended early.</summary>
    /// <param name="with">The number of scenarios consistent with the intervention.</param>
    /// <param name="areNew">For every listed one whether it is consistent with the intervention only.</param>
    public InterventionChange Change(BigInteger with, ImmutableArray<bool> areNew) =>
        new(Stay.Count + Lost.Count, Stay.Count, BigInteger.Max(0, with - Stay.Count), Lost.Listed, areNew);
}
