using System.Collections;
using System.Collections.Immutable;

namespace Detente.Cib;

/// <summary>Where every configuration ends under succession: exact, by a sweep over all of them.</summary>
/// <param name="Attractors">Fixed points and cycles, by their lexically first configuration.</param>
internal sealed record Basins(ImmutableArray<Attractor> Attractors)
{
    /// <summary>The most configurations that a study sweeps: 80 MB and some seconds.</summary>
    public const int MostConfigurations = 20_000_000;

    // Small enough for cancellation to be prompt, large enough that starting one costs nothing.
    private const int Chunk = 1 << 14;

    /// <summary>Sweeps all configurations. Memory: 4 bytes and one bit each; time: two passes, the first on several threads.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="space">The configurations; at most <see cref="Array.MaxLength"/>.</param>
    /// <param name="rule">The rule of succession. Held factors stay: nothing influences them.</param>
    /// <param name="threads">Threads to use; 0: one per core. Changes no figure.</param>
    /// <param name="cancellation">Stops the sweep.</param>
    /// <exception cref="ArgumentException">Too many configurations.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Basins Sweep(BalanceMatrix matrix, ConfigurationSpace space, SuccessionRule rule, int threads, CancellationToken cancellation)
    {
        if (space.Count > Array.MaxLength)
        {
            throw new ArgumentException("Too many configurations to sweep.", nameof(space));
        }

        var next = new int[(int)space.Count];
        var chunks = (next.Length + Chunk - 1) / Chunk;
        Parallel.For(
            0,
            chunks,
            new ParallelOptions { MaxDegreeOfParallelism = threads == 0 ? -1 : threads, CancellationToken = cancellation },
            chunk => Successors(matrix, space, rule, next.AsSpan(chunk * Chunk, Math.Min(Chunk, next.Length - (chunk * Chunk))), chunk * Chunk));
        return new Basins(Follow(next, space, cancellation));
    }

    // Scores of neighbouring configurations share the sums over their first factors: partial[f] holds those over the factors up to f.
    private static void Successors(BalanceMatrix matrix, ConfigurationSpace space, SuccessionRule rule, Span<int> next, int start)
    {
        var factors = space.States.Length;
        var partial = Enumerable.Range(0, factors + 1).Select(_ => new int[matrix.Width]).ToArray();
        var (x, after, scores) = (new int[factors], new int[factors], new int[matrix.Width]);
        space.Configuration(start, x);
        var changed = 0;
        for (var i = 0; i < next.Length; i++)
        {
            for (var factor = changed; factor < factors; factor++)
            {
                partial[factor].CopyTo(partial[factor + 1], 0);
                matrix.Extend(x, factor, partial[factor + 1]);
            }

            partial[factors].CopyTo(scores, 0);
            Succession.Step(rule, matrix, x, scores, after);
            next[i] = (int)space.Index(after);
            changed = Advance(space, x);
        }
    }

    // To the lexically next configuration; the first factor that changed.
    private static int Advance(ConfigurationSpace space, int[] x)
    {
        for (var factor = x.Length - 1; factor >= 0; factor--)
        {
            if (space.Held[factor] is not null)
            {
                continue;
            }

            if (++x[factor] < space.States[factor])
            {
                return factor;
            }

            x[factor] = 0;
        }

        return 0;
    }

    // Walks from every configuration until it meets one whose end is known, or its own trail: then a cycle is closed.
    // A known end is written over the successor as the complement of the attractor's number.
    private static ImmutableArray<Attractor> Follow(int[] next, ConfigurationSpace space, CancellationToken cancellation)
    {
        var onTrail = new BitArray(next.Length);
        var cycles = new List<ImmutableArray<int>>();
        var weights = new List<long>();
        for (var start = 0; start < next.Length; start++)
        {
            if (start % Chunk == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (next[start] < 0)
            {
                continue;
            }

            var at = start;
            while (next[at] >= 0 && !onTrail[at])
            {
                onTrail[at] = true;
                at = next[at];
            }

            var end = ~next[at];
            if (next[at] >= 0)
            {
                end = cycles.Count;
                cycles.Add(Cycle(next, at));
                weights.Add(0);
            }

            for (at = start; next[at] >= 0;)
            {
                (at, next[at]) = (next[at], ~end);
                weights[end]++;
            }
        }

        return
        [
            .. cycles.Zip(weights)
                .OrderBy(attractor => attractor.First[0])
                .Select(attractor => new Attractor([.. attractor.First.Select(index => States(space, index))], attractor.Second)),
        ];
    }

    // The cycle through a configuration, beginning with its lexically first one.
    private static ImmutableArray<int> Cycle(int[] next, int through)
    {
        var first = through;
        for (var at = next[through]; at != through; at = next[at])
        {
            first = Math.Min(first, at);
        }

        var cycle = ImmutableArray.CreateBuilder<int>();
        var current = first;
        do
        {
            cycle.Add(current);
            current = next[current];
        }
        while (current != first);
        return cycle.ToImmutable();
    }

    private static ImmutableArray<int> States(ConfigurationSpace space, int index)
    {
        var x = new int[space.States.Length];
        space.Configuration(index, x);
        return [.. x];
    }
}

/// <summary>A fixed point or a cycle of succession.</summary>
/// <param name="Configurations">Its configurations in order, beginning with the lexically first; one for a fixed point.</param>
/// <param name="Weight">Number of configurations that end in it, itself included.</param>
internal sealed record Attractor(ImmutableArray<ImmutableArray<int>> Configurations, long Weight);
