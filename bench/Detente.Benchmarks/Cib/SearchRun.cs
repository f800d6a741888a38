using System.Collections.Immutable;
using System.Numerics;
using Detente.Cib;
using Detente.Compiled;

namespace Detente.Benchmarks.Cib;

/// <summary>The library's search on one matrix, ready to be run and measured.</summary>
internal sealed class SearchRun
{
    /// <summary>How many scenarios the program lists unless it is told otherwise.</summary>
    public const int UsuallyListed = 10_000;

    private readonly BalanceMatrix matrix;
    private readonly ConfigurationSpace space;

    /// <summary>Prepares a matrix: what a run is not charged for.</summary>
    /// <param name="random">The matrix.</param>
    public SearchRun(RandomMatrix random)
    {
        var model = random.ToModel();
        matrix = new BalanceMatrix(ImpactTables.Of(model));
        space = ConfigurationSpace.Of(model, free: true);
    }

    /// <summary>Number of configurations.</summary>
    public BigInteger Configurations => space.Count;

    /// <summary>Searches, the set-up of the search included.</summary>
    /// <param name="mostListed">The most scenarios listed; 0 only counts them.</param>
    /// <param name="limit">Wall time after which it is given up.</param>
    public SearchOutcome Run(int mostListed, TimeSpan limit)
    {
        var share = new Share();
        ConsistentSet? set = null;
        var measured = Measurement.Of(() =>
        {
            using var cancellation = new CancellationTokenSource(limit);
            try
            {
                set = ConsistencySearch.Solve(matrix, space, new SearchLimits(0, mostListed), share, cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }

            return set.Undecided.IsZero;
        });
        return set is null
            ? new SearchOutcome(measured, null, null, [], share.Settled)
            : new SearchOutcome(measured, set.Count, set.Nodes, set.Listed, measured.IsFinished ? 1 : share.Settled);
    }

    /// <summary>As <see cref="Run"/>; of several runs, where one is over too soon to be measured alone, the middle one.</summary>
    /// <param name="mostListed">The most scenarios listed.</param>
    /// <param name="limit">Wall time after which a run is given up.</param>
    public SearchOutcome Measure(int mostListed, TimeSpan limit) => Measurement.Middle(() => Run(mostListed, limit), run => run.Measured);

    /// <summary>Searches again and again, until the code is compiled for good.</summary>
    /// <param name="mostListed">As in <see cref="Run"/>.</param>
    /// <param name="length">How long.</param>
    public void WarmUp(int mostListed, TimeSpan length)
    {
        for (var spent = 0.0; spent < length.TotalSeconds;)
        {
            spent += Run(mostListed, length).Measured.Wall;
        }
    }

    private sealed class Share : IProgress<double>
    {
        private double settled;

        public double Settled => Volatile.Read(ref settled);

        public void Report(double value) => Volatile.Write(ref settled, value);
    }
}

/// <summary>What came of a run of the search.</summary>
/// <param name="Measured">What it took.</param>
/// <param name="Count">Number of consistent scenarios; null when it was given up.</param>
/// <param name="Nodes">Boxes looked at; null when it was given up.</param>
/// <param name="Listed">The scenarios listed.</param>
/// <param name="Settled">The share of all configurations known to be consistent or not, 0 to 1.</param>
internal sealed record SearchOutcome(Measurement Measured, BigInteger? Count, long? Nodes, ImmutableArray<ImmutableArray<int>> Listed, double Settled);
