using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Tests.Samples;
using Detente.Studies;

namespace Detente.Reports.Tests;

public sealed class TableauTests
{
    private static Model Small { get; } = Result([[2, 1]], [0]).Provenance.Study.Model;

    [Fact]
    public void Neighbours_of_the_same_state_are_one_cell()
    {
        var tableau = Tableau.Of(Small, [[0, 0], [0, 1], [2, 1]]);
        Assert.Equal([0, 1, 2], tableau.Columns);
        Assert.Equal([new TableauCell(0, 0, 2), new TableauCell(2, 2, 1)], tableau.Rows[0].Cells);
        Assert.Equal([new TableauCell(0, 0, 1), new TableauCell(1, 1, 2)], tableau.Rows[1].Cells);
    }

    [Fact]
    public void The_columns_stand_in_the_order_that_needs_the_fewest_boxes()
    {
        // All orders of six scenarios, as their twin; 40 sets drawn by a fixed rule.
        for (var set = 0; set < 40; set++)
        {
            var states = Enumerable.Range(0, 6).Select(s => Enumerable.Range(0, 7).Select(f => ((s * 13) + (f * 7) + (s * f * set) + set) % 3).ToImmutableArray()).ToImmutableArray();
            var least = Orders([0, 1, 2, 3, 4, 5]).Min(order => 7 + order.Skip(1).Select((place, i) => states[place].Zip(states[order[i]]).Count(pair => pair.First != pair.Second)).Sum());
            Assert.Equal(least, Tableau.Of(Result(states, [0, 0, 0, 0, 0, 0]).Provenance.Study.Model, states).Rows.Sum(row => row.Cells.Length));
        }
    }

    [Fact]
    public void Of_orders_alike_the_first_by_total_impact_is_taken()
    {
        var tableau = Tableau.Of(Result([[0, 0], [1, 0], [1, 1]], [5, 1, 9]));
        Assert.Equal([2, 1, 0], tableau.Columns);
        Assert.Equal(TableauSelection.All, tableau.Selection);
    }

    [Fact]
    public void Of_orders_with_as_many_boxes_the_one_along_the_order_of_the_states_is_taken()
    {
        var result = Result([[2, 2], [0, 0], [1, 1]], [9, 8, 1]);
        Assert.Equal([0, 1, 2], Tableau.Of(result).Columns);
        var ordered = result.Provenance.Study.Model;
        ordered = ordered with { Factors = [.. ordered.Factors.Select(factor => factor with { Scale = FactorScale.Ordered })] };
        Assert.Equal([0, 2, 1], Tableau.Of(result with { Provenance = result.Provenance with { Study = new ScenariosStudy(ordered, new StudyOptions()) } }).Columns);
    }

    [Fact]
    public void The_kinds_stand_above_the_columns_and_none_is_a_kind_of_its_own()
    {
        var kinds = Tableau.Of(SampleBrief.Full.Scenarios).Kinds!;
        Assert.Equal([new TableauCell(TwoKingdoms.Feud, 0, 1), new TableauCell(TwoKingdoms.Truce, 1, 1), new TableauCell(TwoKingdoms.Feud, 2, 1)], kinds.Cells);
        var large = Tableau.Of(LargeBrief.Result.Scenarios);
        Assert.Contains(large.Kinds!.Cells, cell => cell.Value is null);
    }

    [Fact]
    public void Of_many_scenarios_the_best_of_each_kind_and_the_most_different_are_shown()
    {
        ImmutableArray<ImmutableArray<int>> states = [.. Enumerable.Range(0, 64).Select(i => Enumerable.Range(0, 6).Select(bit => (i >> bit) & 1).ToImmutableArray())];
        var result = Result(states, [.. states.Select((_, i) => (long)i)]) with { Kinds = [new KindConfigurations(new ScenarioId(0), 3, 21, true), new KindConfigurations(new ScenarioId(1), 0, null, true)] };
        var tableau = Tableau.Of(result);
        Assert.Equal((Tableau.MostColumns, TableauSelection.MostDifferent), (tableau.Columns.Length, tableau.Selection));
        Assert.Contains(21, tableau.Columns);
        // The opposite of 21 differs in all six factors.
        Assert.Contains(42, tableau.Columns);
        Assert.Equal(
            "Shown: 12 of 64 consistent scenarios, the one with the highest total impact score of every kind of future, then always the one that differs most from those shown.",
            tableau.Extent(result, ReaderLanguage.English));
    }

    [Theory]
    [InlineData(ScenarioSelection.HighestImpact, "Gezeigt: 12 von 13 konsistenten Szenarien, die mit der höchsten Gesamtwirkung.")]
    [InlineData(ScenarioSelection.MostDifferent, "Gezeigt: 12 von 13 konsistenten Szenarien, die am stärksten voneinander verschiedenen.")]
    [InlineData(ScenarioSelection.Nearest, "Gezeigt: 12 von 13 konsistenten Szenarien, die den gewünschten Ausprägungen nächsten.")]
    public void A_list_in_an_order_of_its_own_is_shown_from_its_beginning(ScenarioSelection selection, string extent)
    {
        var result = Result([.. Enumerable.Range(0, 13).Select(i => ImmutableArray.Create(i))], [.. Enumerable.Range(0, 13).Select(i => (long)i)], selection);
        var tableau = Tableau.Of(result);
        Assert.Equal(Enumerable.Range(0, 12), tableau.Columns.Order());
        Assert.Equal(extent, tableau.Extent(result, ReaderLanguage.German));
    }

    [Fact]
    public void Nothing_is_said_of_the_extent_when_all_are_shown_and_at_least_when_the_search_ended_early()
    {
        var result = Result([[0], [1]], [1, 1]);
        Assert.Equal("", Tableau.Of(result).Extent(result, ReaderLanguage.English));
        var early = result with { Provenance = result.Provenance with { Completeness = new Completeness(false, 1, 2) } };
        Assert.StartsWith("Shown: 2 of at least 2 consistent scenarios", Tableau.Of(early).Extent(early, ReaderLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_is_merged_anew()
    {
        var part = Tableau.Of(Small, [[0, 0], [0, 1], [2, 1]]).Part(1, 2);
        Assert.Equal([1, 2], part.Columns);
        Assert.Equal([new TableauCell(0, 0, 1), new TableauCell(2, 1, 1)], part.Rows[0].Cells);
    }

    /// <summary>Scenarios of a model of nominal factors with so many states as they need, and two kinds.</summary>
    internal static ScenariosResult Result(ImmutableArray<ImmutableArray<int>> states, ImmutableArray<long> scores, ScenarioSelection selection = ScenarioSelection.First)
    {
        var model = new Model
        {
            Id = "made",
            Title = new LocalizedText("Made", "Gemacht"),
            Factors = [.. states[0].Select((_, f) => new Factor("f" + f, new LocalizedText("Factor " + f, "Faktor " + f), FactorScale.Nominal, [.. Enumerable.Range(0, states.Max(x => x[f]) + 1).Select(s => new FactorState("s" + s, LocalizedText.Same("s" + s)))]))],
            Scenarios = [.. new[] { "one", "two" }.Select(id => new Scenario(id, LocalizedText.Same(id), null, new ConstantCondition(true), null, Provenance.Judgement))],
        };
        var study = new ScenariosStudy(model, new StudyOptions()) { Selection = selection };
        return new ScenariosResult(new ResultProvenance("0.1.0", model.Id, new string('a', 64), study, new Completeness(true, 64, 64), []))
        {
            Configurations = 64,
            Count = states.Length,
            Scenarios = [.. states.Select((x, i) => new ConsistentScenario(x, 0, 100, scores[i], null, []))],
        };
    }

    private static IEnumerable<int[]> Orders(int[] places) => places.Length < 2
        ? [places]
        : places.SelectMany(first => Orders([.. places.Where(place => place != first)]).Select(rest => (int[])[first, .. rest]));
}
