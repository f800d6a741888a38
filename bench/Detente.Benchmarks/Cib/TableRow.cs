using System.Collections.Immutable;

namespace Detente.Benchmarks.Cib;

/// <summary>A row of the tables in bench/results/cib.md: matrices of one kind, seed after seed.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Title">What it is called in the table.</param>
/// <param name="Shape">What its matrices are made by; null for the one of JuCIB.</param>
/// <param name="Bound">The wall time the median is to stay under on the 2-core machine, in milliseconds; null: none, as far as it goes.</param>
internal sealed record TableRow(string Name, string Title, MatrixShape? Shape, int? Bound)
{
    /// <summary>A seed that no table shows.</summary>
    private const int WarmUpSeed = 1001;

    /// <summary>All rows, in the order of the tables.</summary>
    public static ImmutableArray<TableRow> All { get; } =
    [
        new("jucib", "JuCIB's bench_50x50", null, 15),
        new("20x3", "20 of 3, dense", new MatrixShape(20, 3, 1, 3), 200),
        new("24x3", "24 of 3, dense", new MatrixShape(24, 3, 1, 3), 2_000),
        new("28x3", "28 of 3, dense", new MatrixShape(28, 3, 1, 3), 12_000),
        new("30x3", "30 of 3, dense", new MatrixShape(30, 3, 1, 3), 40_000),
        new("15x4", "15 of 4, dense", new MatrixShape(15, 4, 1, 3), 150),
        new("20x4", "20 of 4 at 25 %", new MatrixShape(20, 4, 0.25, 3), 30),
        new("40x3", "40 of 3 at 15 %", new MatrixShape(40, 3, 0.15, 3), 30),
        new("30x4", "30 of 4 at 25 %", new MatrixShape(30, 4, 0.25, 3), 2_000),
        new("50x3", "50 of 3 at 15 %", new MatrixShape(50, 3, 0.15, 3), 1_500),
        new("100x3", "100 of 3 at 6 %", new MatrixShape(100, 3, 0.06, 3), null),
    ];

    /// <summary>The seeds of this row: there is only one matrix of JuCIB.</summary>
    /// <param name="most">Seeds asked for.</param>
    public IEnumerable<int> Seeds(int most) => Enumerable.Range(1, Shape is null ? 1 : most);

    /// <summary>The matrix of a seed.</summary>
    /// <param name="seed">The seed, from 1.</param>
    public RandomMatrix Matrix(int seed) => Shape is { } shape ? RandomMatrix.Create(shape, seed) : RandomMatrix.JuCib();

    /// <summary>A matrix of the same kind that no table shows.</summary>
    public RandomMatrix WarmUp() => Matrix(WarmUpSeed);
}
