using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;

namespace Detente.Reports.Sections;

/// <summary>Which indicators to watch: those on the factors that drive the others most, and which future they point to.</summary>
internal static class WatchSection
{
    private const int Shown = 2;

    public static Section From(BriefContext context)
    {
        var (voice, indicators) = (context.Voice, ByInfluence(context).ToList());
        ImmutableArray<Block> blocks = indicators.Count == 0
            ? [BriefContext.Outputs(voice.Word(WatchWords.None))]
            : [new StatementList([.. indicators.Take(Shown).Select(indicator => new Paragraph([.. Told(context, indicator)]))])];
        return new Section("watch", voice.Word(WatchWords.Heading), blocks);
    }

    /// <summary>What to watch first; nothing without indicators.</summary>
    public static IEnumerable<Passage> First(BriefContext context) => ByInfluence(context).Take(1).SelectMany(indicator => Told(context, indicator));

    /// <summary>Indicators of the most influential factors first, one factor after the other.</summary>
    private static IEnumerable<Indicator> ByInfluence(BriefContext context)
    {
        var influence = context.Result.Structure.Factors.ToDictionary(role => role.Factor.Index, role => role.Influence);
        return context.Model.Indicators
            .GroupBy(indicator => indicator.Factor)
            .SelectMany(group => group.Index().Select(pair => (pair.Item, Turn: pair.Index)))
            .OrderBy(pair => pair.Turn)
            .ThenByDescending(pair => influence.GetValueOrDefault(pair.Item.Factor.Index))
            .Select(pair => pair.Item);
    }

    private static IEnumerable<Passage> Told(BriefContext context, Indicator indicator)
    {
        var voice = context.Voice;
        var (name, cited) = (voice.Quote(voice.Analyst(indicator.Title, indicator.Id)), context.Cited(indicator.Provenance));
        if (indicator.Threshold is not { } threshold)
        {
            yield return new Passage(voice.Say(WatchWords.Open, name, context.Factor(indicator.Factor), cited), indicator.Provenance.Label);
            yield break;
        }

        var state = Enumerable.Range(0, indicator.Likelihood.Length).MaxBy(row => indicator.Likelihood[row][threshold]);
        var level = indicator.Levels[threshold];
        yield return new Passage(
            voice.Say(WatchWords.Crossed, name, voice.Analyst(level.Title, level.Id), voice.Quote(context.State(indicator.Factor, state)), context.Factor(indicator.Factor), cited),
            indicator.Provenance.Label);
        var kinds = Kinds(context, indicator.Factor, state);
        if (!kinds.IsEmpty)
        {
            yield return BriefContext.Output(voice.Say(WatchWords.Marks, voice.List(kinds.Select(context.Kind))));
        }
    }

    /// <summary>The kinds whose best consistent scenario has the state; none when all have it, since that tells nothing.</summary>
    private static ImmutableArray<ScenarioId> Kinds(BriefContext context, FactorId factor, int state)
    {
        var scenarios = context.Result.Scenarios;
        var best = scenarios.Kinds.Where(kind => kind.Best is { } place && place < scenarios.Scenarios.Length).ToList();
        var having = best.Where(kind => scenarios.Scenarios[kind.Best!.Value].States[factor.Index] == state).Select(kind => kind.Scenario).ToImmutableArray();
        return having.Length < best.Count ? having : [];
    }
}
