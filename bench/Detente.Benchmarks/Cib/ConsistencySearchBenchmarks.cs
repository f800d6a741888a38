using BenchmarkDotNet.Attributes;
using Detente.Cib;
using Detente.Compiled;

namespace Detente.Benchmarks.Cib;

/// <summary>All consistent configurations of random matrices, dense and sparse: branch and bound against scoring every configuration.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ConsistencySearchBenchmarks
{
    private BalanceMatrix matrix = null!;
    private ConfigurationSpace space = null!;

    /// <summary>What the matrix is made by, a key of <see cref="Kinds"/>.</summary>
    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    /// <summary>Small enough for scoring every configuration.</summary>
    public static IEnumerable<string> Kinds => Shapes.Keys;

    private static Dictionary<string, MatrixShape> Shapes { get; } = new(StringComparer.Ordinal)
    {
        ["8 of 3, dense"] = new(8, 3, 1, 3),
        ["10 of 3, dense"] = new(10, 3, 1, 3),
        ["12 of 3, dense"] = new(12, 3, 1, 3),
        ["9 of 4, dense"] = new(9, 4, 1, 3),
        ["12 of 3 at 25 %"] = new(12, 3, 0.25, 3),
        ["9 of 4 at 25 %"] = new(9, 4, 0.25, 3),
    };

    /// <summary>Builds the matrix, seed 1, and refuses to measure what is wrong.</summary>
    [GlobalSetup]
    public void Build()
    {
        var model = RandomMatrix.Create(Shapes[Kind], 1).ToModel();
        matrix = new BalanceMatrix(ImpactTables.Of(model));
        space = ConfigurationSpace.Of(model, free: true);
        if (BranchAndBound() != BruteForce())
        {
            throw new InvalidOperationException("The two ways disagree.");
        }
    }

    /// <summary>The search of the library, its set-up included.</summary>
    [Benchmark]
    public long BranchAndBound() =>
        (long)ConsistencySearch.Solve(matrix, space, new SearchLimits(0, int.MaxValue), null, CancellationToken.None).Count;

    /// <summary>Every configuration scored from nothing.</summary>
    [Benchmark(Baseline = true)]
    public long BruteForce()
    {
        var (x, scores) = (new int[matrix.States.Length], new int[matrix.Width]);
        long found = 0;
        for (long index = 0; index < (long)space.Count; index++)
        {
            space.Configuration(index, x);
            matrix.Score(x, scores);
            found += Consistency.Of(matrix, x, scores).Inconsistency == 0 ? 1 : 0;
        }

        return found;
    }
}
