using Detente.Benchmarks.Cib;

namespace Detente.Rivals;

/// <summary>Which way of asking CP-SAT is the fastest: the table by which the formulation of <see cref="RivalTable"/> was chosen.</summary>
internal static class FormulationTable
{
    /// <summary>Measures and prints row after row.</summary>
    /// <param name="options">What was asked for.</param>
    public static void Print(TableOptions options)
    {
        Console.WriteLine($"{Surroundings.Today()}; {Surroundings.Line()}; limit {Spread.Short(options.Limit.TotalSeconds)} s an instance. Processor time, least / median / largest of {options.Seeds} seeds.");
        Console.WriteLine();
        Console.WriteLine($"| matrices | {string.Join(" | ", Enum.GetNames<Formulation>())} |");
        Console.WriteLine($"|---{string.Concat(Enum.GetNames<Formulation>().Select(_ => "|---"))}|");
        foreach (var row in options.Rows)
        {
            Console.WriteLine($"| {row.Title} | {string.Join(" | ", Enum.GetValues<Formulation>().Select(Cell))} |");

            string Cell(Formulation formulation) => Spread.OfTimes(
                [.. row.Seeds(options.Seeds).Select(seed => CpSatModel.Measure(row.Matrix(seed), formulation, options.Limit).Measured)],
                measured => measured.Processor);
        }
    }
}
