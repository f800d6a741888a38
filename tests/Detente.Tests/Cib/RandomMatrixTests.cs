using System.Security.Cryptography;
using System.Text;
using Detente.Benchmarks.Cib;
using Detente.Cib;
using Detente.Compiled;
using Detente.Tests.KnownAnswers;

namespace Detente.Tests.Cib;

/// <summary>The matrices that benchmarks are run on are those of their recipes, number for number.</summary>
public sealed class RandomMatrixTests
{
    /// <summary>SHA-256 of what the recipe in <see cref="RandomMatrix.Create"/> prints when CPython 3.11.7 runs it, in the form of <see cref="RandomMatrix.ToString"/>.</summary>
    [Theory]
    [InlineData(3, 2, 1, 3, 1, "fdde87da05ac2cbb42ae6e015f105b4fd8f00ca47ef745dafd0a3d93ca68a5c3")]
    [InlineData(20, 3, 1, 3, 1, "b069bbc5d774b84cabbded9bf2421807a6800fa9b1cd5e0918a3221a415cc0df")]
    [InlineData(15, 4, 1, 3, 2, "a892af609c48457584e9af5c5e03ebd9bce2456fce4aedae80c896adca8e92ca")]
    [InlineData(20, 4, 0.25, 3, 3, "7a7f43d70187a30bf3fe24361bd668386d7088a838ce300c77fdad5a4e0a2f94")]
    [InlineData(100, 3, 0.06, 3, 5, "106dea244abd5c8ae7c66c5ce60c0c553a59c163c6354a66b8d83d64ee0c1b73")]
    [InlineData(6, 3, 0.5, 1, 123456, "3c10ff65280c3e47d26d879aaaa4812bce9274ef49cfabc65c73d00dffb87f4b")]
    [InlineData(5, 7, 0.9, 100, 0, "5eed769ac209b762fb4bcef7221076ac332a43d34d6ef6b0863670a9ce372494")]
    public void A_seed_gives_the_matrix_that_Python_gives(int factors, int states, double density, int range, int seed, string hash)
    {
        var text = RandomMatrix.Create(new MatrixShape(factors, states, density, range), seed).ToString();
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text))));
    }

    [Fact]
    public void The_matrix_of_JuCIB_is_that_of_the_shared_case()
    {
        var published = new BalanceMatrix(ImpactTables.Of(CibCase.Read("jucib_bench_50x50").Model));
        var made = new BalanceMatrix(ImpactTables.Of(RandomMatrix.JuCib().ToModel()));
        Assert.Equal(published.States, made.States);
        for (var factor = 0; factor < made.States.Length; factor++)
        {
            for (var state = 0; state < made.States[factor]; state++)
            {
                Assert.Equal(published.Row(factor, state).ToArray(), made.Row(factor, state).ToArray());
            }
        }
    }

    /// <summary>Five scenarios: what ScenarioWizard printed of that matrix, as JuCIB's tests keep it.</summary>
    [Fact]
    public void The_matrix_of_JuCIB_has_the_published_number_of_scenarios()
    {
        var model = RandomMatrix.JuCib().ToModel();
        var found = ConsistencySearch.Solve(
            new BalanceMatrix(ImpactTables.Of(model)), ConfigurationSpace.Of(model, free: true), new SearchLimits(0, int.MaxValue), null, CancellationToken.None);
        Assert.Equal(5, found.Count);
        Assert.Equal("3 2 3 0 2 0 0 1 0 2 1 2 1 1 1", CibCase.Join(found.Listed[^1]));
    }

    [Fact]
    public void A_model_has_an_influence_for_every_block_and_an_impact_for_every_cell()
    {
        var matrix = RandomMatrix.Create(new MatrixShape(6, 3, 0.5, 1), 123456);
        var table = new BalanceMatrix(ImpactTables.Of(matrix.ToModel()));
        for (var row = 0; row < matrix.Impacts.Length; row++)
        {
            Assert.Equal(matrix.Impacts[row].Select(impact => 100 * impact), table.Row(row / 3, row % 3).ToArray());
        }
    }
}
