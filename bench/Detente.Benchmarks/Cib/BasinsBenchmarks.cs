using BenchmarkDotNet.Attributes;
using Detente.Cib;
using Detente.Compiled;
using Detente.Models;

namespace Detente.Benchmarks.Cib;

/// <summary>The successors of all configurations of a dense random model of twelve three-state factors: 16 at a time against the scalar twin.</summary>
[ShortRunJob]
public class BasinsBenchmarks
{
    private const int Factors = 12;
    private SuccessorBlocks lanes = null!;
    private SuccessorBlocks scalar = null!;

    /// <summary>The rule of succession.</summary>
    [Params(SuccessionRule.Global, SuccessionRule.Local, SuccessionRule.Incremental)]
    public SuccessionRule Rule { get; set; }

    /// <summary>Builds the model: every ordered pair of factors, impacts of -3 to +3 points, seed 1.</summary>
    [GlobalSetup]
    public void Build()
    {
        var random = new Random(1);
        int[] offsets = [.. Enumerable.Range(0, Factors).Select(factor => 3 * factor)];
        var model = BasinsRace.ModelOf([.. offsets.Select(_ => 3)], (row, column) => row / 3 == column / 3 ? 0 : random.Next(-3, 4));
        var (matrix, space) = (new BalanceMatrix(ImpactTables.Of(model)), ConfigurationSpace.Of(model, free: true));
        (lanes, scalar) = (new LaneBlocks(matrix, space, Rule), new ScalarBlocks(matrix, space, Rule));
        if (Lanes() != Scalar())
        {
            throw new InvalidOperationException("The two ways disagree.");
        }
    }

    /// <summary>16 configurations at a time.</summary>
    [Benchmark]
    public long Lanes() => BasinsRace.Sum(lanes, lanes.Count);

    /// <summary>One configuration at a time, with shared sums.</summary>
    [Benchmark(Baseline = true)]
    public long Scalar() => BasinsRace.Sum(scalar, scalar.Count);
}
