using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Sections;
using Detente.Studies;

namespace Detente.Reports;

/// <summary>How the columns of a tableau were chosen.</summary>
public enum TableauSelection
{
    /// <summary>Every scenario of the list is shown.</summary>
    All,

    /// <summary>The first of the list, in the order in which it was asked for.</summary>
    FirstListed,

    /// <summary>The best of every kind of future, then always the one of the list that differs most from those shown.</summary>
    MostDifferent,
}

/// <summary>Neighbouring columns with the same state, merged into one.</summary>
/// <param name="Value">Place of the state, or of the kind of future; null where a scenario is of no kind.</param>
/// <param name="First">The first column, from 0.</param>
/// <param name="Columns">How many columns; 1 or more.</param>
public readonly record struct TableauCell(int? Value, int First, int Columns);

/// <summary>A row of a tableau: cells that cover all columns, neighbours differing.</summary>
/// <param name="Cells">The cells from left to right.</param>
public sealed record TableauRow(ImmutableArray<TableauCell> Cells);

/// <summary>The scenario tableau: scenarios side by side, factors below one another, neighbours of the same state merged.</summary>
/// <remarks>
/// Scenarios that differ in few factors stand side by side: the first column is the one with the highest total impact score, then always the
/// nearest of the rest by the number of factors in another state; higher total impact score and then the place in the list on a tie.
/// Deterministic; cost grows with the scenarios listed times columns times factors. Source: the tableau of ScenarioWizard (Weimer-Jehle 2023).
/// </remarks>
public sealed class Tableau
{
    private readonly ImmutableArray<ImmutableArray<int>> states;
    private readonly ImmutableArray<int?> kinds;

    private Tableau(ImmutableArray<int> columns, ImmutableArray<ImmutableArray<int>> states, ImmutableArray<int?> kinds, TableauSelection selection)
    {
        (Columns, this.states, this.kinds, Selection) = (columns, states, kinds, selection);
        Rows = [.. Enumerable.Range(0, states.IsEmpty ? 0 : states[0].Length).Select(factor => Merged([.. states.Select(x => (int?)x[factor])]))];
        Kinds = kinds.IsEmpty ? null : Merged(kinds);
    }

    /// <summary>The most columns unless stated: more are not taken in at a glance.</summary>
    public static int MostColumns => 12;

    /// <summary>Places of the scenarios shown, in the order of the columns.</summary>
    public ImmutableArray<int> Columns { get; }

    /// <summary>The kind of future every scenario is of at rest; null when the model names none.</summary>
    public TableauRow? Kinds { get; }

    /// <summary>One row per factor, in declaration order.</summary>
    public ImmutableArray<TableauRow> Rows { get; }

    /// <summary>How the columns were chosen.</summary>
    public TableauSelection Selection { get; }

    /// <summary>The tableau of the scenarios of a result; empty when it lists none.</summary>
    /// <param name="result">The result.</param>
    /// <param name="most">The most columns, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one column.</exception>
    public static Tableau Of(ScenariosResult result, int most)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var scored = new Scored([.. result.Scenarios.Select(scenario => scenario.States)], [.. result.Scenarios.Select(scenario => scenario.TotalImpactHundredths)]);
        var hasOwnOrder = result.Provenance.Study is ScenariosStudy { Selection: not ScenarioSelection.First };
        var selection = result.Scenarios.Length <= most ? TableauSelection.All : hasOwnOrder ? TableauSelection.FirstListed : TableauSelection.MostDifferent;
        var columns = scored.InOrder(selection switch
        {
            TableauSelection.MostDifferent => scored.MostDifferent([.. result.Kinds.Select(kind => kind.Best).OfType<int>().Distinct()], most),
            _ => [.. Enumerable.Range(0, Math.Min(most, result.Scenarios.Length))],
        });
        return new Tableau(
            columns,
            [.. columns.Select(place => result.Scenarios[place].States)],
            result.Provenance.Study.Model.Scenarios.IsEmpty ? [] : [.. columns.Select(place => result.Scenarios[place].Kind?.Index)],
            selection);
    }

    /// <summary>The tableau of configurations; the first one stands in the first column.</summary>
    /// <param name="configurations">One state per factor each, all of one length.</param>
    /// <param name="most">The most columns, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one column.</exception>
    public static Tableau Of(ImmutableArray<ImmutableArray<int>> configurations, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var scored = new Scored(configurations, [.. configurations.Select(_ => 0L)]);
        var isAll = configurations.Length <= most;
        var columns = scored.InOrder(isAll ? [.. Enumerable.Range(0, configurations.Length)] : scored.MostDifferent([], most));
        return new Tableau(columns, [.. columns.Select(place => configurations[place])], [], isAll ? TableauSelection.All : TableauSelection.MostDifferent);
    }

    /// <summary>Says how many of how many scenarios are shown, and by which selection.</summary>
    /// <param name="result">The result it is of.</param>
    /// <param name="language">The language of the reader.</param>
    /// <returns>One sentence; empty when every consistent scenario is shown.</returns>
    public string Extent(ScenariosResult result, ReaderLanguage language)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new TableauPart(result, this, new Voice(language, result.Provenance.Study.Model.Mode)).Extent().Plain;
    }

    /// <summary>Some neighbouring columns as a tableau of their own.</summary>
    /// <param name="first">The first column, from 0.</param>
    /// <param name="count">How many.</param>
    public Tableau Part(int first, int count) =>
        new(Columns.Slice(first, count), states.Slice(first, count), kinds.IsEmpty ? [] : kinds.Slice(first, count), Selection);

    private static TableauRow Merged(ImmutableArray<int?> values)
    {
        var cells = ImmutableArray.CreateBuilder<TableauCell>();
        foreach (var (column, value) in values.Index())
        {
            if (column > 0 && values[column - 1] == value)
            {
                cells[^1] = cells[^1] with { Columns = cells[^1].Columns + 1 };
            }
            else
            {
                cells.Add(new TableauCell(value, column, 1));
            }
        }

        return new TableauRow(cells.ToImmutable());
    }

    /// <summary>Configurations with their total impact scores.</summary>
    private sealed record Scored(ImmutableArray<ImmutableArray<int>> States, ImmutableArray<long> Scores)
    {
        /// <summary>The seeds, else the highest score, then always the farthest from those chosen.</summary>
        public ImmutableArray<int> MostDifferent(ImmutableArray<int> seeds, int most)
        {
            var chosen = (seeds.IsEmpty ? [Best(Enumerable.Range(0, States.Length), _ => 0)] : seeds).Take(most).ToList();
            var nearest = new int[States.Length];
            Array.Fill(nearest, int.MaxValue);
            for (var next = 0; ; next++)
            {
                for (var place = 0; place < nearest.Length; place++)
                {
                    nearest[place] = Math.Min(nearest[place], Distance(place, chosen[next]));
                }

                // All seeds count before the first choice.
                if (next < chosen.Count - 1)
                {
                    continue;
                }

                if (chosen.Count == most || nearest.Max() == 0)
                {
                    return [.. chosen];
                }

                chosen.Add(Best(Enumerable.Range(0, nearest.Length), place => -nearest[place]));
            }
        }

        public ImmutableArray<int> InOrder(ImmutableArray<int> chosen)
        {
            var (rest, ordered) = (chosen.ToList(), ImmutableArray.CreateBuilder<int>(chosen.Length));
            while (rest.Count > 0)
            {
                var next = Best(rest, place => ordered.Count == 0 ? 0 : Distance(place, ordered[^1]));
                ordered.Add(next);
                rest.Remove(next);
            }

            return ordered.MoveToImmutable();
        }

        private int Distance(int one, int other)
        {
            var (x, y, differing) = (States[one], States[other], 0);
            for (var factor = 0; factor < x.Length; factor++)
            {
                differing += x[factor] == y[factor] ? 0 : 1;
            }

            return differing;
        }

        // The least cost, then the higher score, then the lower place.
        private int Best(IEnumerable<int> places, Func<int, int> cost) =>
            places.MinBy(place => (cost(place), -Scores[place], place));
    }
}
