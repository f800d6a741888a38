using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>Where configurations drawn uniformly end: the estimate of their basins for spaces of any size.</summary>
/// <remarks>Deterministic: the same samples and the same counts whatever the number of threads. Memory: 32 kB a factor and thread for configurations met before, and the ends.</remarks>
internal sealed class SampledBasins : Basins
{
    /// <summary>The most configurations on ends that are kept apart.</summary>
    public const int MostOnEnds = 1 << 20;

    private const int ChunkSamples = 256;

    // When over half of so many never end, more of them would tell no more.
    private const int FirstSamples = 1_000;
    private readonly ImmutableArray<Attractor> attractors;
    private readonly Dictionary<ImmutableArray<int>, long> fixedPoints;

    private SampledBasins(ImmutableArray<Attractor> attractors, long followed, long lost)
    {
        this.attractors = attractors;
        Followed = followed;
        Lost = lost;
        fixedPoints = attractors.Where(end => end.Configurations.Length == 1).ToDictionary(end => end.Configurations[0], end => end.Weight, ConfigurationComparer.Instance);
    }

    /// <inheritdoc/>
    public override long Followed { get; }

    /// <summary>How many of them came to no end within <see cref="SampleWalker.MostSteps"/> steps.</summary>
    public long Lost { get; }

    /// <inheritdoc/>
    public override IEnumerable<Attractor> Attractors => attractors;

    /// <inheritdoc/>
    public override int CycleCount => attractors.Length - fixedPoints.Count;

    /// <summary>Follows a sample. When more than half of the first thousand come to no end, it stays at those.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="space">The configurations, any number.</param>
    /// <param name="rule">The rule of succession.</param>
    /// <param name="effort">Seed, size of the sample, threads and progress.</param>
    /// <param name="cancellation">Stops the walks within one of them.</param>
    /// <returns>Null when there are too many ends to keep apart.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SampledBasins? Follow(BalanceMatrix matrix, ConfigurationSpace space, SuccessionRule rule, SampleEffort effort, CancellationToken cancellation)
    {
        var sample = new Sample(matrix, space, rule, effort);
        var first = Math.Min(FirstSamples, effort.Samples);
        var followed = first;
        sample.Follow(0, first, cancellation);
        if (2 * sample.Lost <= first)
        {
            sample.Follow(first, effort.Samples, cancellation);
            followed = effort.Samples;
        }

        var ends = sample.Ends();
        return ends.Sum(end => (long)end.Configurations.Length) > MostOnEnds ? null : new SampledBasins(ends, followed, sample.Lost);
    }

    /// <inheritdoc/>
    public override long Weight(ReadOnlySpan<int> x) => fixedPoints.GetValueOrDefault([.. x]);

    /// <inheritdoc/>
    public override ImmutableArray<Attractor> HeaviestCycles(int most) =>
    [
        .. attractors.Where(end => end.Configurations.Length > 1)
            .OrderByDescending(end => end.Weight)
            .Take(most)
            .OrderBy(end => end.Configurations[0], ConfigurationComparer.Instance),
    ];

    private sealed class Sample(BalanceMatrix matrix, ConfigurationSpace space, SuccessionRule rule, SampleEffort effort)
    {
        private readonly Succession succession = new(matrix, space, rule);
        private readonly ConfigurationDraw draw = new(space, effort.Seed);
        private readonly ConcurrentBag<SampleWalker> walkers = [];
        private readonly Lock gate = new();
        private long done;

        public long Lost => walkers.Sum(walker => walker.Lost);

        public void Follow(long from, long to, CancellationToken cancellation)
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = effort.Threads == 0 ? Environment.ProcessorCount : effort.Threads, CancellationToken = cancellation };
            Parallel.For(
                0,
                (to - from + ChunkSamples - 1) / ChunkSamples,
                options,
                () => walkers.TryTake(out var walker) ? walker : new SampleWalker(matrix, succession),
                (chunk, _, walker) =>
                {
                    var start = from + (chunk * ChunkSamples);
                    Follow(walker, start, Math.Min(to, start + ChunkSamples), cancellation);
                    return walker;
                },
                walkers.Add);
        }

        // An end belongs to all walkers that came to it.
        public ImmutableArray<Attractor> Ends() =>
        [
            .. walkers.SelectMany(walker => walker.Ends)
                .GroupBy(end => end.Configurations[0], ConfigurationComparer.Instance)
                .Select(met => new Attractor(met.First().Configurations, met.Sum(end => end.Weight)))
                .Where(end => end.Weight > 0)
                .OrderBy(end => end.Configurations[0], ConfigurationComparer.Instance),
        ];

        private void Follow(SampleWalker walker, long from, long to, CancellationToken cancellation)
        {
            Span<int> x = new int[matrix.States.Length];
            for (var number = from; number < to && walker.OnEnds <= MostOnEnds; number++)
            {
                cancellation.ThrowIfCancellationRequested();
                draw.Draw(number, x);
                walker.Follow(x);
            }

            if (effort.Progress is not null)
            {
                lock (gate)
                {
                    done += to - from;
                    effort.Progress.Report((double)done / effort.Samples);
                }
            }
        }
    }
}

/// <summary>How a sample is followed.</summary>
/// <param name="Samples">Number of configurations; 1 or more.</param>
/// <param name="Seed">The seed; any value.</param>
internal sealed record SampleEffort(long Samples, ulong Seed)
{
    /// <summary>Threads to use; 0 (default): one per core. Changes no figure.</summary>
    public int Threads { get; init; }

    /// <summary>Told now and then which share is done, 0 to 1; one call at a time. Default null: nobody.</summary>
    public IProgress<double>? Progress { get; init; }
}
