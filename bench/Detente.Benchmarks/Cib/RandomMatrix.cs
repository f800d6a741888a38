using System.Globalization;
using System.Text;
using Detente.Models;

namespace Detente.Benchmarks.Cib;

/// <summary>A cross-impact matrix made from a published recipe: whole points, rows source states, columns target states.</summary>
/// <param name="States">Number of states of every factor.</param>
/// <param name="Impacts">One row and one column for every state of every factor.</param>
internal sealed record RandomMatrix(int[] States, int[][] Impacts)
{
    /// <summary>
    /// Every block off the diagonal is there with a probability, and then holds whole numbers uniform from -range to range. In Python, with
    /// <c>g = random.Random(seed)</c>: for source and target factor in order, if they differ and <c>g.random() &lt; density</c>, row after row <c>g.randint(-range, range)</c>.
    /// </summary>
    /// <param name="shape">The recipe.</param>
    /// <param name="seed">The seed.</param>
    public static RandomMatrix Create(MatrixShape shape, int seed)
    {
        var (factors, states) = (shape.Factors, shape.States);
        var random = MersenneTwister.OfPython((uint)seed);
        var impacts = Empty(factors * states);
        for (var source = 0; source < factors; source++)
        {
            for (var target = 0; target < factors; target++)
            {
                if (source != target && random.Share() < shape.Density)
                {
                    for (var cell = 0; cell < states * states; cell++)
                    {
                        impacts[(source * states) + (cell / states)][(target * states) + (cell % states)] = random.PythonInteger(-shape.Range, shape.Range);
                    }
                }
            }
        }

        return new RandomMatrix([.. Enumerable.Repeat(states, factors)], impacts);
    }

    /// <summary>
    /// The matrix by which JuCIB measures itself, <c>bench_50x50</c> of its tests: 5 factors of 4 states, 10 of 3; <c>numpy.random.seed(0)</c>,
    /// <c>randint(-2, 3, (50, 50))</c>, blocks on the diagonal emptied. 60,466,176 configurations, 5 of them consistent.
    /// </summary>
    public static RandomMatrix JuCib()
    {
        int[] states = [4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3];
        var random = MersenneTwister.OfNumpy(0);
        var impacts = Empty(states.Sum());
        foreach (var row in impacts)
        {
            for (var column = 0; column < row.Length; column++)
            {
                row[column] = random.NumpyInteger(-2, 2);
            }
        }

        var offset = 0;
        foreach (var count in states)
        {
            for (var state = 0; state < count; state++)
            {
                impacts[offset + state].AsSpan(offset, count).Clear();
            }

            offset += count;
        }

        return new RandomMatrix(states, impacts);
    }

    /// <summary>A model of nominal factors with an influence for every block that is not empty.</summary>
    public Model ToModel()
    {
        var offsets = States.Select((_, factor) => States.Take(factor).Sum()).ToArray();
        var influences = from source in Enumerable.Range(0, States.Length)
                         from target in Enumerable.Range(0, States.Length)
                         let cells = Cells(source, target).ToList()
                         where cells.Count > 0
                         select new Influence($"f{source} -> f{target}", new FactorId(source), new FactorId(target)) { Cells = [.. cells] };
        return new Model
        {
            Id = "random",
            Title = LocalizedText.Same("Random"),
            Factors = [.. States.Select((count, factor) => new Factor($"f{factor}", LocalizedText.Same($"f{factor}"), FactorScale.Nominal, [.. Enumerable.Range(0, count).Select(State)]))],
            Influences = [.. influences],
        };

        IEnumerable<ImpactCell> Cells(int source, int target) =>
            from a in Enumerable.Range(0, States[source])
            from b in Enumerable.Range(0, States[target])
            let impact = Impacts[offsets[source] + a][offsets[target] + b]
            where impact != 0
            select new ImpactCell(a, b, Estimate.Point(impact));

        static FactorState State(int state) => new($"s{state}", LocalizedText.Same($"s{state}"));
    }

    /// <summary>As text: the numbers of states of all factors in one line, where all are alike their number and that of the states, then the rows, commas between.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var head = States.Distinct().Count() == 1 ? [States.Length, States[0]] : States;
        text.AppendJoin(' ', head).Append('\n');
        foreach (var row in Impacts)
        {
            text.AppendJoin(',', row.Select(impact => impact.ToString(CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }

    private static int[][] Empty(int width) => [.. Enumerable.Range(0, width).Select(_ => new int[width])];
}

/// <summary>What a random matrix is made by, but for its seed.</summary>
/// <param name="Factors">Number of factors.</param>
/// <param name="States">Number of states of each.</param>
/// <param name="Density">Probability of a block off the diagonal.</param>
/// <param name="Range">The largest impact in points, either way.</param>
internal readonly record struct MatrixShape(int Factors, int States, double Density, int Range);
