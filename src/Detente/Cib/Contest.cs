using System.Collections.Immutable;
using Detente.Compiled;

namespace Detente.Cib;

/// <summary>A factor's own state against one rival, in a configuration: by how much it leads, and which other states would let the rival overtake.</summary>
/// <remarks>Points are whole hundredths. Conditional influences take part: every answer is from the impacts in force after the change. Immutable.</remarks>
internal sealed class Contest
{
    private readonly ImpactTables tables;
    private readonly ImmutableArray<int> x;
    private readonly int rival;

    /// <summary>Initialises a contest.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="x">One state per factor.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="rival">Another state of it.</param>
    public Contest(BalanceMatrix matrix, ImmutableArray<int> x, int factor, int rival)
    {
        (tables, this.x, Factor, this.rival) = (matrix.Tables, x, factor, rival);
        States = matrix.States;
        Influences = [.. tables.Layout.Influences.Where(influence => influence.Target == factor)];
        Lead = LeadIn(x.AsSpan());
    }

    /// <summary>The factor.</summary>
    public int Factor { get; }

    /// <summary>Number of states of every factor.</summary>
    public ImmutableArray<int> States { get; }

    /// <summary>The influences on the factor, in force or not, in declaration order.</summary>
    public ImmutableArray<CompiledInfluence> Influences { get; }

    /// <summary>The configuration.</summary>
    public ImmutableArray<int> Configuration => x;

    /// <summary>Balance of the own state less that of the rival; below 0 where the rival is ahead.</summary>
    public int Lead { get; }

    /// <summary>The lead of the own state over the rival, if the other factors were in other states.</summary>
    /// <param name="at">One state per factor; that of the factor itself as in the configuration.</param>
    public int LeadIn(ReadOnlySpan<int> at) => LeadIn(at, Influences);

    /// <summary>What some of the influences add to the lead.</summary>
    /// <param name="at">One state per factor.</param>
    /// <param name="influences">The influences.</param>
    public int LeadIn(ReadOnlySpan<int> at, ImmutableArray<CompiledInfluence> influences)
    {
        var lead = 0;
        foreach (var influence in influences)
        {
            lead += influence.When?.Holds(at) ?? true ? Advantage(influence, at[influence.Source]) : 0;
        }

        return lead;
    }

    /// <summary>What an influence adds to the own state less what it adds to the rival.</summary>
    /// <param name="influence">The influence.</param>
    /// <param name="sourceState">State of its source.</param>
    public int Advantage(CompiledInfluence influence, int sourceState)
    {
        var row = tables.Row(influence.Index, sourceState);
        return row[x[Factor]] - row[rival];
    }

    /// <summary>The other factors whose states the lead depends on, ascending.</summary>
    public IEnumerable<int> Deciding() => Influences
        .SelectMany(Asked)
        .Distinct()
        .Where(factor => factor != Factor)
        .Order();

    /// <summary>The factors whose states decide what an influence adds.</summary>
    /// <param name="influence">The influence.</param>
    public static IEnumerable<int> Asked(CompiledInfluence influence) => influence.When is { } when ? when.Factors.Append(influence.Source) : [influence.Source];

    /// <summary>Every change of one other factor's state under which the rival strictly beats the own state, with the lead after it, by factor and state.</summary>
    public IEnumerable<(int Factor, int State, int Lead)> Singles()
    {
        var at = x.ToArray();
        foreach (var factor in Deciding())
        {
            for (var state = 0; state < States[factor]; state++)
            {
                at[factor] = state;
                if (state != x[factor] && LeadIn(at) is var lead and < 0)
                {
                    yield return (factor, state, lead);
                }
            }

            at[factor] = x[factor];
        }
    }
}
