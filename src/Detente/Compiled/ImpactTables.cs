using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Compiled;

/// <summary>The impacts of all influences for one set of values of the judged numbers, in hundredths of a point.</summary>
/// <remarks>
/// Immutable, safe to read from any thread. Delays are not looked at here: who minds them asks for <see cref="Merge"/> with a filter.
/// The sum of all impacts on a state, and the difference of two such sums, fit an int (see <see cref="ImpactLayout.LargestJudgement"/>).
/// </remarks>
internal sealed class ImpactTables
{
    private readonly int[] cells;

    private ImpactTables(ImpactLayout layout, int[] cells)
    {
        Layout = layout;
        this.cells = cells;
    }

    /// <summary>What the tables are of.</summary>
    public ImpactLayout Layout { get; }

    /// <summary>The impacts with every judgement at its stated point.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">See <see cref="ImpactLayout.Of"/>.</exception>
    public static ImpactTables Of(Model model)
    {
        var layout = ImpactLayout.Of(model);
        return From(layout, layout.StatedPoints());
    }

    /// <summary>The impacts with given values of the judgements, each rounded to hundredths first. Cost: one pass over the cells.</summary>
    /// <param name="layout">The layout of the model's influences.</param>
    /// <param name="points">Points by slot, one for each of <see cref="ImpactLayout.Numbers"/>.</param>
    /// <exception cref="ArgumentException">Another number of values than slots, or a value that is none or out of range.</exception>
    public static ImpactTables From(ImpactLayout layout, ReadOnlySpan<double> points)
    {
        if (points.Length != layout.Numbers.Length)
        {
            throw new ArgumentException("There must be one value for each judged number.", nameof(points));
        }

        foreach (var point in points)
        {
            if (!ImpactLayout.IsInRange(point))
            {
                throw new ArgumentException("A value of a judgement is no number or out of range.", nameof(points));
            }
        }

        var impacts = new int[layout.Length];
        foreach (var influence in layout.Influences)
        {
            if (influence.IsWeight)
            {
                Impacts.OfWeight(Impacts.Hundredths(points[influence.FirstSlot]), influence.SourceStates, influence.TargetStates, influence.Shape)
                    .CopyTo(impacts, influence.Offset);
                continue;
            }

            for (var slot = influence.FirstSlot; slot < influence.FirstSlot + influence.Slots; slot++)
            {
                var number = layout.Numbers[slot];
                impacts[influence.Offset + (number.SourceState * influence.TargetStates) + number.TargetState] = Impacts.Hundredths(points[slot]);
            }
        }

        return new ImpactTables(layout, impacts);
    }

    /// <summary>The table of one influence, as if its condition held.</summary>
    /// <param name="influence">Its place in <see cref="Model.Influences"/>.</param>
    /// <returns>Rows source states, columns target states, row after row.</returns>
    public ReadOnlySpan<int> Of(int influence)
    {
        var compiled = Layout.Influences[influence];
        return cells.AsSpan(compiled.Offset, compiled.SourceStates * compiled.TargetStates);
    }

    /// <summary>The impacts of one state of an influence's source on all states of its target.</summary>
    /// <param name="influence">Its place in <see cref="Model.Influences"/>.</param>
    /// <param name="sourceState">State of the source.</param>
    public ReadOnlySpan<int> Row(int influence, int sourceState)
    {
        var compiled = Layout.Influences[influence];
        return cells.AsSpan(compiled.Offset + (sourceState * compiled.TargetStates), compiled.TargetStates);
    }

    /// <summary>Unconditional influences added up, one table per ordered pair of factors, by target and then source.</summary>
    /// <param name="takes">Which of the unconditional influences to take; null: all.</param>
    public ImmutableArray<PairTable> Merge(Func<CompiledInfluence, bool>? takes = null)
    {
        var pairs = new SortedDictionary<(int Target, int Source), int[]>();
        foreach (var influence in Layout.Influences.Where(influence => influence.When is null && (takes?.Invoke(influence) ?? true)))
        {
            var table = Of(influence.Index);
            if (!pairs.TryGetValue((influence.Target, influence.Source), out var sum))
            {
                sum = new int[table.Length];
                pairs.Add((influence.Target, influence.Source), sum);
            }

            for (var cell = 0; cell < sum.Length; cell++)
            {
                sum[cell] = checked(sum[cell] + table[cell]);
            }
        }

        return [.. pairs.Select(pair => new PairTable(pair.Key.Source, pair.Key.Target, [.. pair.Value]))];
    }

    /// <summary>The balance of a configuration: for every factor the sum of the impacts on each of its states, conditions minded.</summary>
    /// <param name="x">One state per factor.</param>
    /// <returns>By factor and state, in hundredths of a point.</returns>
    public int[][] Balance(ReadOnlySpan<int> x)
    {
        var balance = Layout.States.Select(states => new int[states]).ToArray();
        foreach (var influence in Layout.Influences)
        {
            if (influence.When?.Holds(x) ?? true)
            {
                var row = Row(influence.Index, x[influence.Source]);
                var scores = balance[influence.Target];
                for (var state = 0; state < row.Length; state++)
                {
                    scores[state] += row[state];
                }
            }
        }

        return balance;
    }
}

/// <summary>The sum of influences of one factor on another.</summary>
/// <param name="Source">The source factor.</param>
/// <param name="Target">The target factor.</param>
/// <param name="Impacts">In hundredths of a point; rows source states, columns target states, row after row.</param>
internal sealed record PairTable(int Source, int Target, ImmutableArray<int> Impacts);
