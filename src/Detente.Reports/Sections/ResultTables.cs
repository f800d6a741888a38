using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>The result in tables.</summary>
internal static class ResultTables
{
    private const int KindsPerTable = 4;

    public static IEnumerable<Block> From(BriefContext context) =>
    [
        .. PathsPart.From(context),
        .. BandPart.From(context),
        .. Kinds(context),
        AnnexSection.OrMissing(context, Overview(context), AnnexWords.Consistent),
        .. TableauPart.From(context),
        AnnexSection.OrMissing(context, Escalation(context), AnnexWords.Escalation),
        .. FlowsPart.From(context),
        .. Differences(context),
        .. Breaches(context),
        .. MeasuresPart.Picture(context),
        AnnexSection.OrMissing(context, Measures(context), AnnexWords.Measures),
    ];

    /// <summary>Shares at the start of each year, four kinds to a table so that it fits the page.</summary>
    private static IEnumerable<Block> Kinds(BriefContext context)
    {
        var kinds = context.KindsByLastShare.OrderBy(kind => kind.Index).ToList();
        if (kinds.Count == 0)
        {
            yield return AnnexSection.OrMissing(context, new Table(TableIds.Kinds, Phrase.Empty, [], []), AnnexWords.KindsByYear);
            yield break;
        }

        foreach (var (part, chunk) in kinds.Chunk(PerTable(kinds.Count)).Index())
        {
            yield return new Table(
                part == 0 ? TableIds.Kinds : TableIds.Kinds + "-" + Voice.Plain(part + 1),
                context.Voice.Word(AnnexWords.KindsCaption),
                [new Column(context.Voice.Word(AnnexWords.Date)), .. chunk.Select(kind => new Column(Title(context, kind), IsNumeric: true))],
                [.. FuturesCharts.Years(context.Futures.Dates).Select(t => ImmutableArray.Create(
                    [(Phrase)context.Voice.Date(context.Futures.Dates[t]), .. chunk.Select(kind => (Phrase)context.Shares.Cell(context.Futures.Scenarios[kind.Index].Values[t]))]))]);
        }
    }

    /// <summary>How many of so many columns stand in a table, so that none is left with a single one.</summary>
    private static int PerTable(int columns) => Math.Max(1, (int)Math.Ceiling(columns / Math.Ceiling(columns / (double)KindsPerTable)));

    private static Table Overview(BriefContext context)
    {
        var (voice, model) = (context.Voice, context.Model);
        return new Table(
            TableIds.Dominance,
            voice.Word(AnnexWords.DominanceCaption),
            [
                new Column(voice.Word(AnnexWords.Kind)),
                new Column(voice.Word(AnnexWords.Longest), true),
                new Column(voice.Word(AnnexWords.Error), true),
                new Column(voice.Word(AnnexWords.Consistent), true),
            ],
            [.. model.Scenarios.Select((_, i) =>
            {
                var dominance = i < context.Futures.Dominance.Length ? context.Futures.Dominance[i] : (Figure?)null;
                var found = context.Result.Scenarios.Kinds.FirstOrDefault(kind => kind.Scenario.Index == i);
                return ImmutableArray.Create<Phrase>(
                    Title(context, new ScenarioId(i)),
                    dominance is { } figure ? context.Shares.Cell(figure) : "–",
                    dominance is { } known ? voice.Fixed(known.StandardError, 3) : "–",
                    found is { HasStatePart: true } ? voice.Whole(found.Count) : "–");
            })]);
    }

    private static Table Escalation(BriefContext context)
    {
        var (voice, shares) = (context.Voice, context.Shares);
        return new Table(
            TableIds.Escalation,
            voice.Word(AnnexWords.EscalationCaption),
            [
                new Column(voice.Word(AnnexWords.SeverityColumn)),
                new Column(voice.Word(AnnexWords.Reached), true),
                new Column(voice.Word(AnnexWords.Accident), true),
                new Column(voice.Word(AnnexWords.Decision), true),
                new Column(voice.Word(AnnexWords.PerRun), true),
                new Column(voice.Word(AnnexWords.GoesOn), true),
            ],
            [.. context.Futures.Escalation.Where(risk => !risk.ByDate.Values.IsEmpty).Select(risk => ImmutableArray.Create<Phrase>(
                context.Severity(risk.Severity),
                shares.Cell(risk.ByDate.Values[^1]),
                shares.Cell(risk.Inadvertent),
                shares.Cell(risk.Deliberate),
                shares.Count(risk.Expected),
                risk.Onward is { } onward ? shares.Cell(onward, risk.OnwardError ?? Errors.OfShare(onward, risk.ByDate.Values[^1].Mean * context.Runs)) : "–"))]);
    }

    /// <summary>All differences, quantities as rows, four strategies to a table.</summary>
    private static IEnumerable<Block> Differences(BriefContext context)
    {
        foreach (var (part, chunk) in context.Alternatives.Chunk(PerTable(context.Alternatives.Count)).Index())
        {
            var kinds = context.Model.Scenarios.Select((_, i) => Row(
                Title(context, new ScenarioId(i)), chunk, option => i < option.ScenarioDifferences.Length ? option.ScenarioDifferences[i] : null));
            var severities = context.Model.Severities.Select((_, i) => Row(
                context.Voice.Say(OptionWords.SeverityColumn, context.Severity(i)), chunk, option => i < option.EscalationDifferences.Length ? option.EscalationDifferences[i] : null));
            yield return new Table(
                part == 0 ? TableIds.Differences : TableIds.Differences + "-" + Voice.Plain(part + 1),
                context.Voice.Word(AnnexWords.DifferencesCaption),
                [new Column(context.Voice.Word(AnnexWords.Quantity)), .. chunk.Select(option => new Column(context.Strategy(option.Strategy), IsNumeric: true))],
                [.. kinds.Concat(severities)]);
        }

        ImmutableArray<Phrase> Row(Phrase name, StrategyOutcome[] options, Func<StrategyOutcome, Figure?> of) =>
            [name, .. options.Select(option => OptionsSection.Cell(context, of(option)))];
    }

    /// <summary>How often each constraint is overstepped in the baseline and under each strategy, four of them to a table.</summary>
    private static IEnumerable<Block> Breaches(BriefContext context)
    {
        var constraints = context.Model.Constraints;
        if (constraints.IsEmpty)
        {
            yield break;
        }

        foreach (var (part, worlds) in Worlds(context).Chunk(PerTable(context.Alternatives.Count + 1)).Index())
        {
            yield return new Table(
                part == 0 ? TableIds.Breaches : TableIds.Breaches + "-" + Voice.Plain(part + 1),
                context.Voice.Word(LimitWords.BreachesCaption),
                [new Column(context.Voice.Word(AnnexWords.Limit)), .. worlds.Select(world => new Column(world.Name, IsNumeric: true))],
                [.. constraints.Select((constraint, i) => ImmutableArray.Create(
                    [
                        context.LimitName(i),
                        .. worlds.Select(world => (Phrase)(i < world.Futures.ConstraintsBroken.Length ? context.Shares.Cell(world.Futures.ConstraintsBroken[i]) : "–")),
                    ]))]);
        }
    }

    /// <summary>Every measure in the baseline and under each strategy that pursues it.</summary>
    private static Table Measures(BriefContext context) => new(
        TableIds.Measures,
        context.Voice.Word(AnnexWords.MeasuresCaption),
        [
            new Column(context.Voice.Word(AnnexWords.Measure)),
            new Column(context.Voice.Word(AnnexWords.World)),
            .. new[] { AnnexWords.AllMet, AnnexWords.Agreed, AnnexWords.AgreedEarly, AnnexWords.InForce }.Select(words => new Column(context.Voice.Word(words), IsNumeric: true)),
        ],
        [
            .. from measure in Enumerable.Range(0, context.Model.Measures.Length)
               from row in Worlds(context)
                   .Select(world => (world.Name, Figures: world.Futures.Measures.FirstOrDefault(one => one.Measure.Index == measure)))
                   .Where(world => world.Figures?.Agreed.Mean > 0)
                   .Select(world => (world.Name, Cells: Cells(context, world.Figures!)))
                   .GroupBy(world => string.Join('|', world.Cells), StringComparer.Ordinal)
               select ImmutableArray.Create(
                   [context.Measure(new MeasureId(measure)), Voice.Join(", ", row.Select(world => world.Name)), .. row.First().Cells.Select(cell => (Phrase)cell)]),
        ]);

    private static ImmutableArray<string> Cells(BriefContext context, MeasureFigures figures) =>
    [
        context.Shares.Cell(figures.AllPreconditionsEver),
        context.Shares.Cell(figures.Agreed),
        context.Shares.Cell(figures.AgreedEarly),
        figures.InForce.IsEmpty ? "–" : context.Shares.Cell(figures.InForce[^1], Math.Max(figures.Agreed.StandardError, Errors.OfShare(figures.InForce[^1], context.Runs))),
    ];

    private static IEnumerable<(Phrase Name, FuturesResult Futures)> Worlds(BriefContext context) =>
        [(context.Voice.Word(AnnexWords.BaselineWorld), context.Futures), .. context.Alternatives.Select(option => (context.Strategy(option.Strategy), option.Futures))];

    private static Phrase Title(BriefContext context, ScenarioId kind) =>
        context.Voice.Analyst(context.Model.Scenarios[kind.Index].Title, context.Model.Scenarios[kind.Index].Id);
}
