using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;

namespace Detente.Cib;

/// <summary>
/// Branch and bound over boxes of configurations. A state is closed when the most its balance can lead that of some rival by
/// lies below minus the tolerance; rivals count whether or not they are open themselves. A box in which the least of all leads
/// suffices is consistent as a whole, and is counted without being entered. Groups of factors that have nothing to do with each other
/// once the first states are closed are searched apart, and their numbers multiplied. Looking for configurations that are at rest under
/// neighbour moves only, a state is closed for the sake of rivals within reach; what is then proved to be at rest is cut up until
/// it is known to be consistent, or not.
/// </summary>
/// <remarks>
/// Exact: bounds are sums of whole numbers. What is found, and what a budget leaves, does not depend on the number of threads.
/// Memory: a box for each level of the tree and each of some hundred parts. Cost: exponential at worst; bench/results has what to expect.
/// </remarks>
/// <typeparam name="T">Short where all bounds fit, else int.</typeparam>
internal sealed class ConsistencySearch<T>
    where T : unmanaged, IBinaryInteger<T>
{
    // Some milliseconds' worth: below, threads do not pay.
    private const long BoxesAtFirst = 1024;

    // Enough that the last ones to end do not keep a thread waiting for long, few enough to hold; when few are left they are cut up again.
    private const int MostParts = 256;
    private const int FewestShare = 8;

    // Bytes that the boxes of all parts may take; a large model is cut into fewer parts.
    private const long MostBytes = 256L << 20;

    // A round ends after so many boxes of each part, so that what is left of a budget can be dealt out anew.
    private const long BoxesPerRound = 1 << 14;

    private readonly SearchGround<T> ground;
    private readonly SearchLimits limits;
    private readonly CancellationToken cancellation;
    private long nodes;

    private ConsistencySearch(SearchGround<T> ground, SearchLimits limits, CancellationToken cancellation)
    {
        this.ground = ground;
        this.limits = limits;
        this.cancellation = cancellation;
    }

    /// <summary>Finds all configurations of a box that are looked for.</summary>
    /// <param name="tables">The tables of the leads.</param>
    /// <param name="open">The open states of every factor.</param>
    /// <param name="conditions">What else they must meet.</param>
    /// <param name="call">What is looked for, who is told, and what stops it.</param>
    public static ConsistentSet Solve(LeadTables tables, UInt128[] open, SideConditions conditions, SearchCall call)
    {
        var rows = new BoxGround<T>(tables, new LeadRows<T>(tables), new ConditionalTerms(tables));
        var order = call.Limits.Order ?? new ScenarioOrder(tables.Matrix);
        var common = new SearchGround<T>(rows, conditions, new SearchFindings(new ScenarioList(call.Limits.MostListed, order), call.Progress))
        {
            Goal = call.Limits.Goal,
            Surrogate = typeof(T) == typeof(short) && IsDense(tables, call.Limits) ? new SurrogateTables(tables) : null,
        };
        var search = new ConsistencySearch<T>(common, call.Limits, call.Cancellation);
        return search.Run(new Box<T>(rows, open), call, order);
    }

    private ConsistentSet Run(Box<T> box, SearchCall call, ScenarioOrder order)
    {
        cancellation.ThrowIfCancellationRequested();
        if (limits.MostNodes == 0)
        {
            return new ConsistentSet(0, [], 0, box.Count);
        }

        var root = new SearchNode<T>(box, ground.Surrogate is null ? null : new SurrogateBound(ground.Surrogate)) { Share = 1L << 60 };
        var first = new SearchPart<T>(ground, root);
        nodes = 1;
        nodes += new BoxSearch<T>(ground, cancellation).Settle(first);
        if (first.Depth == 0)
        {
            return Found(0);
        }

        // For rests a factor may be in doubt for two reasons, and the total of what is left apart is no product.
        var islands = limits.Goal == SearchGoal.Consistent ? Islands.Of(box, ground, order.ByImpact) : [];
        return islands.Count(island => island.Length > 1) > 1 ? Apart(box, islands, call, order) : Together(first);
    }

    private ConsistentSet Together(SearchPart<T> first)
    {
        // A small search ends here, on one thread.
        nodes += new BoxSearch<T>(ground, cancellation).Continue(first, Math.Min(BoxesAtFirst, limits.MostNodes - nodes));
        List<SearchPart<T>> parts = first.Depth > 0 ? [first] : [];
        while (parts.Count > 0 && nodes < limits.MostNodes)
        {
            parts = parts.Count < MostPartsOf(ground) / FewestShare ? Cut(parts) : parts;

            // What is left of the budget is dealt out evenly; a part that needs less leaves the rest to the next round.
            var each = Math.Min(BoxesPerRound, Math.Max(1, (limits.MostNodes - nodes) / Math.Max(1, parts.Count)));
            nodes += Continue([.. parts.Take((int)Math.Min(parts.Count, limits.MostNodes - nodes))], each);
            parts.RemoveAll(part => part.Depth == 0);
        }

        var undecided = parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part.Undecided);
        return Found(undecided);
    }

    private ConsistentSet Found(BigInteger undecided) =>
        new(ground.Found.Count, ground.Found.Listed, nodes, undecided) { IsListProved = ground.Found.IsListProved };

    private long Continue(List<SearchPart<T>> parts, long each)
    {
        var looked = 0L;
        Parallel.ForEach(
            Partitioner.Create(parts, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = limits.Threads == 0 ? Environment.ProcessorCount : limits.Threads, CancellationToken = cancellation },
            () => new BoxSearch<T>(ground, cancellation),
            (part, _, search) =>
            {
                Interlocked.Add(ref looked, search.Continue(part, each));
                return search;
            },
            _ => { });
        return looked;
    }

    // Parts for the threads: always the first in line is cut up, so that they come out alike in size.
    private List<SearchPart<T>> Cut(List<SearchPart<T>> parts)
    {
        var search = new BoxSearch<T>(ground, cancellation);
        var line = new Queue<SearchPart<T>>(parts);
        while (line.Count > 0 && line.Count < MostPartsOf(ground) && nodes + line.Peek().Branches <= limits.MostNodes)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var part in line.Dequeue().Split())
            {
                nodes += 1 + search.Settle(part);
                if (part.Depth > 0)
                {
                    line.Enqueue(part);
                }
            }
        }

        return [.. line];
    }

    private ConsistentSet Apart(Box<T> box, ImmutableArray<ImmutableArray<int>> islands, SearchCall call, ScenarioOrder order)
    {
        var (count, undecided, whole) = (BigInteger.One, BigInteger.Zero, box.Count);
        var parts = new List<(ImmutableArray<int> Factors, ImmutableArray<ImmutableArray<int>> Listed)>();
        var isListProved = true;
        var inDoubt = new bool[ground.Factors];
        box.Doubt(inDoubt, withinReach: false);
        foreach (var (place, island) in islands.Index())
        {
            // The others stay in some state: nothing that is in doubt here asks for it. A settled factor in doubt belongs to those that move it.
            var minded = island.Union(island.SelectMany(factor => ground.Box.Tables.Moved[factor]).Where(factor => inDoubt[factor])).ToImmutableArray();
            UInt128[] open = [.. box.Open.Select((states, factor) => island.Contains(factor) ? states : states & (~states + 1))];
            var tables = ground.Box.Tables.For(minded);
            var found = Solve(tables, open, ground.Conditions.For(island, box.Open), call with
            {
                // A hard island must not leave the others nothing.
                Limits = limits with { MostNodes = Math.Max(0, limits.MostNodes - nodes) / (islands.Length - place) },
                Progress = call.Progress is null ? null : new Progress(call.Progress, place, islands.Length),
            });
            nodes += found.Nodes;
            isListProved &= found.IsListProved;
            count *= found.Count;
            undecided += found.Undecided * whole / island.Aggregate(BigInteger.One, (size, factor) => size * (int)UInt128.PopCount(box.Open[factor]));
            parts.Add((island, found.Listed));
            if (found.Count.IsZero && found.Undecided.IsZero)
            {
                return new ConsistentSet(0, [], nodes, 0);
            }
        }

        return new ConsistentSet(count, ScenarioList.Join(parts, limits.MostListed, order, cancellation), nodes, BigInteger.Min(undecided, whole - count))
        {
            IsListProved = isListProved,
        };
    }

    // A part has a box for each level, of which there are about as many as factors.
    private static int MostPartsOf(SearchGround<T> ground)
    {
        var bytes = (long)ground.Factors * ground.BytesOfNode;
        return (int)Math.Clamp(MostBytes / Math.Max(1, bytes), 4, MostParts);
    }

    private static bool IsDense(LeadTables tables, SearchLimits limits)
    {
        // The sum is of all leads, those over rivals out of reach included.
        if (limits.Strategy != SearchStrategy.ByDensity || limits.Goal != SearchGoal.Consistent)
        {
            return limits.Strategy == SearchStrategy.Surrogate && limits.Goal == SearchGoal.Consistent;
        }

        var factors = tables.Matrix.States.Length;
        var blocks = tables.Moved.Select((moved, source) => moved.Count(target => target != source)).Sum();
        return blocks > 0.5 * factors * (factors - 1) && tables.Matrix.States.Max() <= 8;
    }

    private sealed class Progress(IProgress<double> whole, int place, int places) : IProgress<double>
    {
        public void Report(double value) => whole.Report((place + value) / places);
    }
}

/// <summary>What a search is asked, who is told how far it is, and what stops it.</summary>
/// <param name="Limits">What is looked for.</param>
/// <param name="Progress">Told now and then which share of the configurations is settled, 0 to 1; or null.</param>
/// <param name="Cancellation">Stops the search.</param>
internal sealed record SearchCall(SearchLimits Limits, IProgress<double>? Progress, CancellationToken Cancellation);

/// <summary>Finds the consistent scenarios of a space. See <see cref="ConsistencySearch{T}"/>.</summary>
internal static class ConsistencySearch
{
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
        var tables = LeadTables.Of(matrix, space, limits);
        UInt128[] open = [.. space.States.Zip(space.Held, (states, held) => held is { } state ? UInt128.One << state : (UInt128.One << states) - 1)];
        var (conditions, call) = (new SideConditions(space), new SearchCall(limits, progress, cancellation));

        // A bound can lie as far below its start as it can lie above, and twice that in between.
        return tables.Largest < short.MaxValue / 4
            ? ConsistencySearch<short>.Solve(tables, open, conditions, call)
            : ConsistencySearch<int>.Solve(tables, open, conditions, call);
    }
}
