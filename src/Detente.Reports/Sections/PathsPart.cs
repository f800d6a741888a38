using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>Some of the runs as they went, as strips and as a table.</summary>
internal static class PathsPart
{
    /// <summary>The strips and the table; nothing when no paths were kept.</summary>
    public static IEnumerable<Block> From(BriefContext context) => context.Futures.SampledPaths.IsEmpty ? [] : [Chart(context), Key(context), Table(context)];

    private static Illustration Chart(BriefContext context)
    {
        var (voice, charts) = (context.Voice, context.Charts);
        return new Illustration(
            charts.Paths("chart-paths"),
            charts.PathsTitle,
            BriefContext.Output(charts.PathsConclusion()),
            context.Link(TableIds.Paths, ChartWords.PathsTable));
    }

    /// <summary>What a row is, and what the letters of the table stand for.</summary>
    private static Remark Key(BriefContext context)
    {
        var voice = context.Voice;
        var letters = Voice.Join(", ", context.Model.Scenarios.Select((scenario, kind) => voice.Say(ChartWords.Letter, Letter(kind), voice.Analyst(scenario.Title, scenario.Id))));
        return new Remark(context.Charts.PathsKey() + " " + voice.Say(ChartWords.Letters, letters));
    }

    private static Table Table(BriefContext context)
    {
        var (voice, charts, futures) = (context.Voice, context.Charts, context.Futures);
        var years = FuturesCharts.Years(futures.Dates).ToList();
        return new Table(
            TableIds.Paths,
            voice.Word(ChartWords.PathsCaption),
            [new Column(voice.Word(ChartWords.Run)), new Column(voice.Word(ChartWords.Course)), new Column(voice.Word(ChartWords.Longest)), new Column(voice.Word(ChartWords.GraveEvents))],
            [.. futures.SampledPaths.Select(path => ImmutableArray.Create(
                FuturesCharts.PathName(path),
                string.Join(' ', years.Select(t => Letter(path.Kinds[t]))),
                Letter(path.DominantKind),
                Events(context, path)))]);
    }

    private static Phrase Events(BriefContext context, SampledPath path)
    {
        var events = context.Charts.Marked(path).Select(one => context.Event(new EventReference(one.Event, one.Outcome)) + ", " + context.Voice.MonthOf(context.Futures.Dates[one.Step])).ToList();
        return events.Count == 0 ? "–" : Voice.Join("; ", events);
    }

    private static string Letter(int kind) => KindLetter.Of(kind).ToString();
}
