using System.Collections.Immutable;
using System.Numerics;

namespace Detente.Cib;

/// <summary>The configurations looked for in a space: all of them, with proof, unless the budget ended the search.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Listed">The first of them, in the order and as many as were asked for.</param>
/// <param name="Nodes">Boxes looked at.</param>
/// <param name="Undecided">Configurations the budget did not reach, at most; 0 when the count is proved.</param>
internal sealed record ConsistentSet(BigInteger Count, ImmutableArray<ImmutableArray<int>> Listed, long Nodes, BigInteger Undecided)
{
    /// <summary>Whether none was passed over that should come before one listed; false where a box was too large to look through.</summary>
    public bool IsListProved { get; init; } = true;
}

/// <summary>What a search looks for.</summary>
internal enum SearchGoal
{
    /// <summary>Configurations in which no state has a better rival.</summary>
    Consistent,

    /// <summary>Configurations that are not consistent, though no state has a better rival that a redraw could reach: of factors that move to neighbours only these count.</summary>
    RestsOnly,
}

/// <summary>How states are closed that no consistent configuration of a box has. The set found is the same; the time is not.</summary>
internal enum SearchStrategy
{
    /// <summary>By how full the matrix is.</summary>
    ByDensity,

    /// <summary>By a weighted sum of all balances: pays where most factors influence each other.</summary>
    Surrogate,

    /// <summary>By trying every open state, one step deep: pays where few do.</summary>
    LookAhead,
}

/// <summary>What a search looks for, and what it is limited by.</summary>
/// <param name="ToleranceHundredths">The largest inconsistency allowed, in hundredths of a point; 0 or more.</param>
/// <param name="MostListed">The most configurations listed; all are counted.</param>
/// <param name="MostNodes">The most boxes looked at; what is left then stays undecided.</param>
internal readonly record struct SearchLimits(int ToleranceHundredths, int MostListed, long MostNodes = long.MaxValue)
{
    /// <summary>How many boxes are some seconds' work: a box takes some 0.3 ns for each judged cell and state of its target, more where there are many.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="seconds">Seconds of one core.</param>
    public static long BoxesIn(BalanceMatrix matrix, int seconds)
    {
        var tenths = matrix.Tables.Layout.Influences.Sum(influence => (long)influence.SourceStates * influence.TargetStates * 3 * influence.TargetStates * (1 + (influence.TargetStates / 32)));
        return Math.Max(1_000, seconds * 10_000_000_000L / Math.Max(10_000, tenths));
    }

    /// <summary>What is looked for; <see cref="SearchGoal.Consistent"/> unless stated.</summary>
    public SearchGoal Goal { get; init; }

    /// <summary>How states are closed; by density unless stated.</summary>
    public SearchStrategy Strategy { get; init; }

    /// <summary>Which are listed first; null: in lexical order.</summary>
    public ScenarioOrder? Order { get; init; }

    /// <summary>Threads to use; 0: one per core. Changes nothing that is found.</summary>
    public int Threads { get; init; }
}
