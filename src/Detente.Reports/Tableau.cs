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
/// Similar scenarios stand side by side: the columns are in the order that needs the fewest boxes, which is exact; of several such orders the
/// first one by total impact score, highest first, and then by the place in the list. Deterministic; cost grows with the scenarios listed
/// times columns times factors. Source: the tableau of ScenarioWizard (Weimer-Jehle 2023).
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

    /// <summary>The most columns: more are not taken in at a glance.</summary>
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
    public static Tableau Of(ScenariosResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var scored = new TableauColumns([.. result.Scenarios.Select(scenario => scenario.States)], [.. result.Scenarios.Select(scenario => scenario.TotalImpactHundredths)]);
        var hasOwnOrder = result.Provenance.Study is ScenariosStudy { Selection: not ScenarioSelection.First };
        var selection = result.Scenarios.Length <= MostColumns ? TableauSelection.All : hasOwnOrder ? TableauSelection.FirstListed : TableauSelection.MostDifferent;
        var columns = scored.InOrder(selection switch
        {
            TableauSelection.MostDifferent => scored.MostDifferent([.. result.Kinds.Select(kind => kind.Best).OfType<int>().Distinct()], MostColumns),
            _ => [.. Enumerable.Range(0, Math.Min(MostColumns, result.Scenarios.Length))],
        });
        return new Tableau(
            columns,
            [.. columns.Select(place => result.Scenarios[place].States)],
            result.Provenance.Study.Model.Scenarios.IsEmpty ? [] : [.. columns.Select(place => result.Scenarios[place].Kind?.Index)],
            selection);
    }

    /// <summary>The tableau of configurations without scores; of more than fit, those that differ most.</summary>
    /// <param name="configurations">One state per factor each, all of one length.</param>
    public static Tableau Of(ImmutableArray<ImmutableArray<int>> configurations)
    {
        var scored = new TableauColumns(configurations, [.. configurations.Select(_ => 0L)]);
        var isAll = configurations.Length <= MostColumns;
        var columns = scored.InOrder(isAll ? [.. Enumerable.Range(0, configurations.Length)] : scored.MostDifferent([], MostColumns));
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
}
