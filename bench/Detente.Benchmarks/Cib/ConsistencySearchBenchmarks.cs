using BenchmarkDotNet.Attributes;
using Detente.Cib;
using Detente.Compiled;
using Detente.Models;

namespace Detente.Benchmarks.Cib;

/// <summary>All consistent configurations of a dense random model of three-state factors: branch and bound against scoring every configuration.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ConsistencySearchBenchmarks
{
    private BalanceMatrix matrix = null!;
    private ConfigurationSpace space = null!;

    /// <summary>Number of factors; 3 to the power of it configurations.</summary>
    [Params(8, 10, 12)]
    public int Factors { get; set; }

    /// <summary>Builds the model: every ordered pair of factors, impacts of -3 to +3 points, seed 1.</summary>
    [GlobalSetup]
    public void Build()
    {
        var random = new Random(1);
        var model = new Model
        {
            Id = "random",
            Title = LocalizedText.Same("Random"),
            Factors = [.. Enumerable.Range(0, Factors).Select(f => new Factor($"f{f}", LocalizedText.Same($"f{f}"), FactorScale.Nominal, [.. "abc".Select(State)]))],
            Influences =
            [
                .. from f in Enumerable.Range(0, Factors)
                   from g in Enumerable.Range(0, Factors)
                   where f != g
                   select new Influence($"f{f} -> f{g}", new FactorId(f), new FactorId(g))
                   {
                       Cells = [.. from a in Enumerable.Range(0, 3) from b in Enumerable.Range(0, 3) select new ImpactCell(a, b, Estimate.Point(random.Next(-3, 4)))],
                   },
            ],
        };
        matrix = new BalanceMatrix(ImpactTables.Of(model));
        space = ConfigurationSpace.Of(model, free: true);
        if (BranchAndBound() != BruteForce())
        {
            throw new InvalidOperationException("The two ways disagree.");
        }

        static FactorState State(char name) => new(name.ToString(), LocalizedText.Same(name.ToString()));
    }

    /// <summary>The search of the library, its set-up included.</summary>
    [Benchmark]
    public long BranchAndBound() =>
        (long)ConsistencySearch.Solve(matrix, space, new SearchLimits(0, int.MaxValue), null, CancellationToken.None).Count;

    /// <summary>Every configuration scored from nothing.</summary>
    [Benchmark(Baseline = true)]
    public long BruteForce()
    {
        var (x, scores) = (new int[Factors], new int[matrix.Width]);
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
