using System.Collections.Immutable;
using System.Numerics;
using Detente.Models;

namespace Detente.Cib;

/// <summary>The configurations looked for in a space: all of them, with proof, unless the budget ended the search.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Listed">The lexically first of them, as many as were asked for.</param>
/// <param name="Nodes">Boxes looked at.</param>
/// <param name="Undecided">Configurations the budget did not reach; 0 when the count is proved.</param>
internal sealed record ConsistentSet(BigInteger Count, ImmutableArray<ImmutableArray<int>> Listed, long Nodes, BigInteger Undecided);

/// <summary>
/// Branch and bound over boxes of configurations. A state is closed when the most its balance can lead that of some rival by
/// lies below minus the tolerance; rivals count whether or not they are open themselves. A box in which the least of all leads
/// suffices is consistent as a whole, and is counted without being entered. Looking for configurations that are at rest under
/// neighbour moves only, a state is closed for the sake of rivals within reach; what is then proved to be at rest is cut up until
/// it is known to be consistent, or not.
/// </summary>
/// <remarks>Deterministic, one thread. Memory: one box for each level of the tree, at most the number of all states.</remarks>
internal sealed class ConsistencySearch
{
    private readonly BalanceMatrix matrix;
    private readonly bool[][] moves;
    private readonly long[] reach;
    private readonly List<OpenStates> levels = [];
    private readonly ClosedStates barred;
    private readonly SearchGoal goal;
    private readonly ScenarioList list;
    private readonly IProgress<double>? progress;
    private readonly CancellationToken cancellation;
    private readonly long mostNodes;
    private BigInteger count;
    private BigInteger undecided;
    private double settled;
    private long nodes;

    private ConsistencySearch(BalanceMatrix matrix, Model model, SearchLimits limits, IProgress<double>? progress, CancellationToken cancellation)
    {
        this.matrix = matrix;
        barred = new ClosedStates(model);
        this.progress = progress;
        this.cancellation = cancellation;
        list = new ScenarioList(limits.MostListed);
        mostNodes = limits.MostNodes;
        goal = limits.Goal;
        moves = [.. matrix.States.Select((_, source) => matrix.States.Select((_, target) => source != target && Moves(source, target)).ToArray())];
        reach = [.. matrix.States.Select((_, factor) => Reach(factor))];
    }

    /// <summary>Finds all configurations that are looked for.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="space">The configurations looked at.</param>
    /// <param name="limits">What is looked for, tolerance, length of the list.</param>
    /// <param name="progress">Told now and then which share of the configurations is settled, 0 to 1; or null.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ConsistentSet Solve(
        BalanceMatrix matrix,
        ConfigurationSpace space,
        SearchLimits limits,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var search = new ConsistencySearch(matrix, space.Model, limits, progress, cancellation);
        search.levels.Add(new OpenStates(matrix, new BoundTerms(matrix), space, limits));
        search.Enter(0, 1);
        return new ConsistentSet(search.count, search.list.InOrder(), search.nodes, search.undecided);
    }

    private void Enter(int level, double share)
    {
        cancellation.ThrowIfCancellationRequested();
        var box = levels[level];
        if (nodes == mostNodes)
        {
            undecided += box.Count;
            return;
        }

        nodes++;
        if (!Close(box) || (goal == SearchGoal.RestsOnly && box.IsConsistent))
        {
            Settle(share);
            return;
        }

        var factor = Next(box, withinReach: true);
        if (factor < 0 && goal == SearchGoal.RestsOnly && !box.IsInconsistent)
        {
            factor = Next(box, withinReach: false);
        }

        if (factor < 0)
        {
            count += box.Count;
            list.Add(box.Open);
            Settle(share);
            return;
        }

        if (levels.Count == level + 1)
        {
            levels.Add(box.Copy());
        }

        var states = box.Open[factor];
        var part = share / (int)UInt128.PopCount(states);
        for (var left = states; left != 0; left &= left - 1)
        {
            levels[level + 1].Become(box);
            levels[level + 1].Restrict(factor, left & (~left + 1));
            Enter(level + 1, part);
        }
    }

    // Until neither bounds nor barriers close another state; false: no configuration is left.
    private bool Close(OpenStates box)
    {
        while (box.Propagate())
        {
            if (barred.Close(box) is not { } hasClosed)
            {
                return false;
            }

            if (!hasClosed)
            {
                return true;
            }
        }

        return false;
    }

    // The open factor with the fewest states, then the one that moves most, among those in doubt and those that move one in doubt; -1: nothing is in doubt.
    private int Next(OpenStates box, bool withinReach)
    {
        var (best, fewest) = (-1, int.MaxValue);
        Span<bool> inDoubt = stackalloc bool[matrix.States.Length];
        for (var factor = 0; factor < inDoubt.Length; factor++)
        {
            inDoubt[factor] = withinReach ? box.IsInDoubt(factor) : box.MayBeInconsistent(factor);
        }

        barred.Doubt(box, inDoubt);

        for (var factor = 0; factor < inDoubt.Length; factor++)
        {
            var states = (int)UInt128.PopCount(box.Open[factor]);
            if (states > 1
                && (states < fewest || (states == fewest && reach[factor] > reach[best]))
                && (inDoubt[factor] || MovesOneOf(factor, inDoubt)))
            {
                (best, fewest) = (factor, states);
            }
        }

        return best;
    }

    private bool MovesOneOf(int source, ReadOnlySpan<bool> targets)
    {
        for (var target = 0; target < targets.Length; target++)
        {
            if (targets[target] && moves[source][target])
            {
                return true;
            }
        }

        return false;
    }

    private bool Moves(int source, int target)
    {
        for (var state = 0; state < matrix.States[source]; state++)
        {
            if (matrix.Row(source, state).Slice(matrix.Offsets[target], matrix.States[target]).ContainsAnyExcept(0))
            {
                return true;
            }
        }

        return matrix.Conditional.Any(influence => influence.Target == target && (influence.Source == source || influence.When!.Factors.Contains(source)));
    }

    // How far the choice of a factor's state can shift the balances of all others, summed.
    private long Reach(int factor)
    {
        long sum = 0;
        for (var place = 0; place < matrix.Width; place++)
        {
            var (least, most) = (int.MaxValue, int.MinValue);
            for (var state = 0; state < matrix.States[factor]; state++)
            {
                least = Math.Min(least, matrix.Row(factor, state)[place]);
                most = Math.Max(most, matrix.Row(factor, state)[place]);
            }

            sum += most - least;
        }

        return sum;
    }

    private void Settle(double share)
    {
        settled += share;
        if (nodes % 4096 == 0)
        {
            progress?.Report(settled);
        }
    }
}

/// <summary>What a search looks for.</summary>
internal enum SearchGoal
{
    /// <summary>Configurations in which no state has a better rival.</summary>
    Consistent,

    /// <summary>Configurations that are not consistent, though no state has a better rival that a redraw could reach: of factors that move to neighbours only these count.</summary>
    RestsOnly,
}

/// <summary>What a search looks for, and what it is limited by.</summary>
/// <param name="ToleranceHundredths">The largest inconsistency allowed, in hundredths of a point; 0 or more.</param>
/// <param name="MostListed">The most configurations listed; all are counted.</param>
/// <param name="MostNodes">The most boxes looked at; what is left then stays undecided.</param>
internal readonly record struct SearchLimits(int ToleranceHundredths, int MostListed, long MostNodes = long.MaxValue)
{
    /// <summary>What is looked for; <see cref="SearchGoal.Consistent"/> unless stated.</summary>
    public SearchGoal Goal { get; init; }
}
