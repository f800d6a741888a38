using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Detente.Cib;

/// <summary>
/// Where every configuration ends, exactly, without keeping every successor: one pass marks the successors, a second one finds the successors of
/// those, along which they are followed to their ends, and a third counts all configurations by the end of their successors.
/// </summary>
/// <remarks>
/// Memory: one bit and a half a configuration, 4 bytes for each configuration that is some other's successor, 8 for each on an end, and 8 a thread for each end.
/// Under the global and sequential rules few are successors, under the local and the incremental one many. Deterministic, whatever the number of threads.
/// </remarks>
internal sealed class ExactBasins : Basins
{
    /// <summary>The most configurations that can be followed.</summary>
    public const long MostConfigurations = ConfigurationSet.Most;

    /// <summary>The most configurations on ends that are kept apart: some hundred megabytes.</summary>
    public const int MostOnEnds = 1 << 24;

    /// <summary>The most successors that are followed: 1 GiB.</summary>
    private const int MostImages = 1 << 28;
    private const int Passes = 3;
    private readonly ConfigurationSpace space;
    private readonly ConfigurationSet images;
    private readonly Endings endings;
    private readonly long[] weights;

    private ExactBasins(ConfigurationSpace space, ConfigurationSet images, Endings endings, long[] weights)
    {
        this.space = space;
        this.images = images;
        this.endings = endings;
        this.weights = weights;
        Followed = (long)space.Count;
        CycleCount = Enumerable.Range(0, endings.Count).Count(end => endings.Length(end) > 1);
    }

    /// <inheritdoc/>
    public override long Followed { get; }

    /// <inheritdoc/>
    public override int CycleCount { get; }

    /// <inheritdoc/>
    public override IEnumerable<Attractor> Attractors => InOrder(Enumerable.Range(0, endings.Count));

    /// <summary>Follows all configurations. Time: three passes over them, on several threads.</summary>
    /// <param name="blocks">Their successors.</param>
    /// <param name="space">The configurations; at most <see cref="MostConfigurations"/>.</param>
    /// <param name="effort">Threads and progress.</param>
    /// <param name="cancellation">Stops the passes.</param>
    /// <returns>Null when there are too many successors or too many ends to keep apart.</returns>
    /// <exception cref="ArgumentException">Too many configurations.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ExactBasins? Sweep(SuccessorBlocks blocks, ConfigurationSpace space, SweepEffort effort, CancellationToken cancellation)
    {
        if (space.Count > MostConfigurations)
        {
            throw new ArgumentException("Too many configurations to follow.", nameof(space));
        }

        var sweep = new BlockSweep(blocks, Passes, effort);
        var reached = new ConfigurationSet((long)space.Count);
        sweep.Pass(() => reached, static (all, _, next) => all.Add(next), default, cancellation);
        if (!reached.Number(MostImages, cancellation))
        {
            return null;
        }

        var successors = new int[(int)reached.Count];
        sweep.Pass(() => (reached, successors), Link, new(reached.HasAny, null), cancellation);
        if (Endings.Follow(successors, MostOnEnds, cancellation) is not { } endings)
        {
            return null;
        }

        var counts = new EndCounts(endings.Count);
        sweep.Pass(
            () => (Ends: new int[blocks.Length], Own: counts.Open()),
            (worker, _, next) =>
            {
                reached.NumbersOf(next, worker.Ends);
                endings.Of(worker.Ends);
                counts.Count(worker.Own, worker.Ends);
            },
            new(null, worker => counts.Close(worker.Own)),
            cancellation);
        return new ExactBasins(space, reached, endings, counts.Totals);
    }

    /// <inheritdoc/>
    public override long Weight(ReadOnlySpan<int> x)
    {
        var place = space.Index(x);
        if (!images.Contains(place))
        {
            return 0;
        }

        var node = images.NumberOf(place);
        var end = endings.Of(node);
        return endings.Length(end) == 1 && endings.Nodes(end)[0] == node ? weights[end] : 0;
    }

    /// <inheritdoc/>
    public override ImmutableArray<Attractor> HeaviestCycles(int most) =>
    [
        .. InOrder(Enumerable.Range(0, endings.Count)
            .Where(end => endings.Length(end) > 1)
            .OrderByDescending(end => weights[end])
            .ThenBy(First)
            .Take(most)),
    ];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Link((ConfigurationSet Images, int[] Successors) to, long first, ReadOnlySpan<long> next)
    {
        var (set, successors) = to;
        var number = set.NumberOf(first);
        for (var i = 0; i < next.Length; i++)
        {
            if (set.Contains(first + i))
            {
                successors[number++] = set.NumberOf(next[i]);
            }
        }
    }

    private int First(int end) => endings.Nodes(end).Min();

    private IEnumerable<Attractor> InOrder(IEnumerable<int> ends) =>
        ends.OrderBy(First).Select(end => new Attractor(Configurations(end), weights[end]));

    private ImmutableArray<ImmutableArray<int>> Configurations(int end)
    {
        var nodes = endings.Nodes(end).ToList();
        var first = nodes.IndexOf(nodes.Min());
        return [.. nodes.Skip(first).Concat(nodes.Take(first)).Select(node => States(images.PlaceOf(node)))];
    }

    private ImmutableArray<int> States(long place)
    {
        var x = new int[space.States.Length];
        space.Configuration(place, x);
        return [.. x];
    }
}
