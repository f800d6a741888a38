using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Html;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>The consistent scenarios side by side: as a chart, in a sentence, and as a table that says the same.</summary>
internal sealed class TableauPart(ScenariosResult result, Tableau tableau, Voice voice)
{
    private const string ChartId = "chart-tableau";

    // In quarters of a millimetre: with its title and its conclusion it fills a page of paper.
    private const double TallestChart = 900;

    private Model Model => result.Provenance.Study.Model;

    /// <summary>Charts of some factors each and the table; nothing without scenarios.</summary>
    public static IEnumerable<Block> From(BriefContext context)
    {
        var tableau = Tableau.Of(context.Result.Scenarios);
        var part = new TableauPart(context.Result.Scenarios, tableau, context.Voice);
        return tableau.Columns.IsEmpty ? [] : [.. part.Illustrations(), part.Twin()];
    }

    /// <summary>How many of how many scenarios are shown, and which; empty when all are.</summary>
    public Phrase Extent()
    {
        if (result.Count <= tableau.Columns.Length && result.Provenance.Completeness.IsComplete)
        {
            return Phrase.Empty;
        }

        var wording = result.Provenance.Completeness.IsComplete ? TableauWords.Extent : TableauWords.ExtentLeast;
        return voice.Say(wording, voice.Whole(tableau.Columns.Length), voice.Whole(result.Count), Choice());
    }

    /// <summary>What was asked for beyond the model: a condition, an intervention.</summary>
    public IEnumerable<Phrase> Premises()
    {
        if (result.Provenance.Study is not ScenariosStudy study)
        {
            yield break;
        }

        if (study.Where is { } where)
        {
            yield return voice.Say(TableauWords.Where, new AnalystText(ConditionText.Explain(where, Model, voice.Language)));
        }

        if (!study.Holds.IsEmpty)
        {
            var held = study.Holds.Select(hold => voice.Say(TableauWords.HeldState, FactorName(hold.Factor.Index), StateName(hold.Factor.Index, hold.State)));
            yield return voice.Say(TableauWords.Held, Voice.Join("; ", held));
        }
    }

    /// <summary>What the scenarios have in common and where they differ most, as far as some factors go.</summary>
    public Phrase Conclusion(int first, int count)
    {
        var shown = tableau.Columns.Length;
        if (shown < 2)
        {
            return voice.Word(shown == 0 ? TableauWords.Nothing : TableauWords.One);
        }

        var rows = tableau.Rows.AsSpan().Slice(first, count).ToArray();
        var states = rows.Select(row => row.Cells.Select(cell => cell.Value).Distinct().Count()).ToList();
        if (states.TrueForAll(number => number == 1))
        {
            return voice.Say(TableauWords.Agree, voice.Spelled(shown), voice.Whole(count));
        }

        var most = first + states.IndexOf(states.Max());
        var alike = states.Count(number => number == 1);
        return alike == 0
            ? voice.Say(TableauWords.DifferInAll, voice.Spelled(shown), voice.Whole(count), voice.Quote(FactorName(most)), voice.Spelled(states.Max()))
            : voice.Say(TableauWords.Differ, voice.Spelled(shown), voice.Whole(alike), voice.Whole(count), voice.Quote(FactorName(most)), voice.Spelled(states.Max()));
    }

    /// <summary>The chart of some factors; without a line when there are no scenarios.</summary>
    public TableauChart Chart(string id, int first, int count)
    {
        if (tableau.Columns.IsEmpty)
        {
            return new TableauChart(id, 0, []);
        }

        var lines = ImmutableArray.CreateBuilder<TableauLine>();
        lines.Add(Open(TableauWords.Scenario, (_, place) => voice.Whole(place + 1)));
        if (tableau.Kinds is { } kinds)
        {
            lines.Add(new TableauLine(
                Own(AnnexWords.Kind),
                [.. kinds.Cells.Select(cell => new TableauBox(cell.First, cell.Columns, cell.Value is { } kind ? Of(KindName(kind)) : Own(TableauWords.NoKind), null))]));
        }

        foreach (var factor in Enumerable.Range(first, count))
        {
            lines.Add(new TableauLine(Of(FactorName(factor)), [.. tableau.Rows[factor].Cells.Select(cell => Box(factor, cell))]));
        }

        if (first + count == Model.Factors.Length)
        {
            lines.AddRange(Figures());
        }

        return new TableauChart(id, tableau.Columns.Length, lines.ToImmutable());
    }

    private IEnumerable<Illustration> Illustrations()
    {
        var chunks = Chunks();
        var parts = chunks.Count;
        foreach (var (part, factors) in chunks.Index())
        {
            var extent = part == 0 ? Extent() : Phrase.Empty;
            var title = parts == 1 ? voice.Word(TableauWords.Title) : voice.Say(TableauWords.TitlePart, voice.Whole(part + 1), voice.Whole(parts));
            yield return new Illustration(
                Chart(part == 0 ? ChartId : ChartId + "-" + Voice.Plain(part + 1), factors[0], factors.Length),
                title,
                BriefContext.Output(Conclusion(factors[0], factors.Length) + (extent.IsEmpty ? extent : " " + extent)),
                new PlaceLink(TableIds.Configurations, voice.Say(CommonWords.TableLink, voice.Word(TableauWords.TwinName))));
        }
    }

    /// <summary>The factors in as few charts of about equal length as fit on a page each.</summary>
    private List<int[]> Chunks()
    {
        var chunks = new List<int[]>();
        var least = (int)Math.Ceiling(Height(Chart(ChartId, 0, Model.Factors.Length)) / TallestChart);
        for (var parts = least; parts <= Model.Factors.Length; parts++)
        {
            chunks = [.. Enumerable.Range(0, Model.Factors.Length).Chunk((Model.Factors.Length + parts - 1) / parts)];
            if (chunks.TrueForAll(factors => Height(Chart(ChartId, factors[0], factors.Length)) <= TallestChart))
            {
                break;
            }
        }

        return chunks;
    }

    private static double Height(TableauChart chart) => new TableauDrawing(new Canvas(TextWriter.Null, chart.Id), ChartWriter.FullWidth).Draw(chart);

    private Phrase Choice()
    {
        var listed = result.Scenarios.Length;
        var study = result.Provenance.Study as ScenariosStudy;
        var choice = tableau.Selection == TableauSelection.MostDifferent
            ? voice.Word(result.Kinds.Any(kind => kind.Best is not null) ? TableauWords.ByKind : TableauWords.ByDifference)
            : voice.Word(study?.Selection switch
            {
                ScenarioSelection.HighestImpact => TableauWords.HighestImpact,
                ScenarioSelection.MostDifferent => TableauWords.MostDifferent,
                ScenarioSelection.Nearest => TableauWords.Nearest,
                _ => TableauWords.First,
            });
        return tableau.Selection == TableauSelection.MostDifferent && result.Count > listed ? voice.Say(TableauWords.AmongListed, choice, voice.Whole(listed)) : choice;
    }

    private TableauBox Box(int factor, TableauCell cell)
    {
        var states = Model.Factors[factor].States;
        var state = cell.Value!.Value;
        return new TableauBox(
            cell.First,
            cell.Columns,
            Of(StateName(factor, state)),
            new StateShade(state, states.Length, Model.Factors[factor].Scale == FactorScale.Ordered)
            {
                // Colours of our own would pass for given ones beside those of the same factor.
                Colour = states.Any(other => other.Colour != FactorState.DefaultColour) ? states[state].Colour : null,
            });
    }

    private IEnumerable<TableauLine> Figures()
    {
        yield return Open(TableauWords.Consistency, (scenario, _) => Points(scenario.ConsistencyHundredths));
        yield return Open(TableauWords.TotalImpact, (scenario, _) => Points(scenario.TotalImpactHundredths));
        if (result.Change is { } change)
        {
            yield return Open(TableauWords.New, (_, place) => voice.Word(change.IsNew[place] ? CommonWords.Yes : CommonWords.No));
        }

        if (HasWeights)
        {
            yield return Open(TableauWords.Weight, (scenario, _) => Weight(scenario));
        }
    }

    private TableauLine Open(LocalizedText name, Func<ConsistentScenario, int, string> text) => new(
        Own(name),
        [.. tableau.Columns.Select((place, column) => new TableauBox(column, 1, new ChartText(text(result.Scenarios[place], place), IsOwn: true), null))],
        IsOpen: true);

    /// <summary>Every row of the tableau with the numbers of the scenarios in place of columns.</summary>
    private Table Twin()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Phrase>>();
        if (tableau.Kinds is not null)
        {
            rows.Add([voice.Word(AnnexWords.Kind), Grouped(
                scenario => scenario.Kind?.Index ?? Model.Scenarios.Length,
                kind => kind < Model.Scenarios.Length ? KindName(kind) : voice.Word(TableauWords.NoKind))]);
        }

        foreach (var factor in Enumerable.Range(0, Model.Factors.Length))
        {
            rows.Add([FactorName(factor), Grouped(
                scenario => scenario.States[factor],
                state => StateName(factor, state),
                scenario => Explanation.IsTied(scenario, new FactorId(factor)))]);
        }

        rows.Add([voice.Word(TableauWords.Consistency), Grouped(scenario => scenario.ConsistencyHundredths, value => Points(value))]);
        rows.Add([voice.Word(TableauWords.TotalImpact), Grouped(scenario => scenario.TotalImpactHundredths, value => Points(value))]);
        if (HasWeights)
        {
            rows.Add([voice.Word(TableauWords.Weight), Grouped(scenario => scenario.Weight?.Configurations ?? 0, value => voice.Whole(value))]);
        }

        return new Table(
            TableIds.Configurations,
            voice.Word(TableauWords.TwinCaption),
            [new Column(voice.Word(AnnexWords.Factor)), new Column(voice.Word(TableauWords.TwinColumn))],
            rows.ToImmutable());
    }

    private Phrase Grouped<T>(Func<ConsistentScenario, T> key, Func<T, Phrase> name, Func<ConsistentScenario, bool>? isTied = null) => Voice.Join("; ", tableau.Columns
        .Order()
        .GroupBy(place => key(result.Scenarios[place]))
        .OrderBy(group => group.Key)
        .Select(group => voice.Say(TableauWords.TwinEntry, name(group.Key), Numbers([.. group], place => isTied?.Invoke(result.Scenarios[place]) == true))));

    /// <summary>Ascending numbers, three or more in a row drawn together; a tied one stands alone, with its sign.</summary>
    private string Numbers(ImmutableArray<int> places, Func<int, bool> isTied)
    {
        var texts = new List<string>();
        for (var from = 0; from < places.Length;)
        {
            var to = from;
            while (!isTied(places[from]) && to + 1 < places.Length && places[to + 1] == places[to] + 1 && !isTied(places[to + 1]))
            {
                to++;
            }

            var (first, last) = ((isTied(places[from]) ? "≈" : "") + voice.Whole(places[from] + 1), voice.Whole(places[to] + 1));
            texts.Add(to == from ? first : first + (to == from + 1 ? ", " : "–") + last);
            from = to + 1;
        }

        return string.Join(", ", texts);
    }

    private bool HasWeights => tableau.Columns.Any(place => result.Scenarios[place].Weight is not null);

    private string Weight(ConsistentScenario scenario) => scenario.Weight switch
    {
        null => "",
        { StandardError: { } error } sampled => voice.Say(TableauWords.Sampled, voice.Whole(sampled.Configurations), voice.Fixed(error, 0)).Plain,
        { } exact => voice.Whole(exact.Configurations),
    };

    private string Points(long hundredths) => voice.Stated(hundredths / 100.0);

    private Phrase FactorName(int factor) => voice.Analyst(Model.Factors[factor].Title, Model.Factors[factor].Id, isStressed: true);

    private Phrase StateName(int factor, int state) => voice.Analyst(Model.Factors[factor].States[state].Title, Model.Factors[factor].States[state].Id);

    private Phrase KindName(int kind) => voice.Analyst(Model.Scenarios[kind].Title, Model.Scenarios[kind].Id);

    private ChartText Own(LocalizedText words) => new(voice.Word(words), IsOwn: true);

    private static ChartText Of(Phrase words) => new(words.Plain, IsOwn: false);
}
