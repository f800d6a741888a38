using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>From root events by way of others to severities: as a chart, in a sentence, and as a table that says the same.</summary>
internal static class FlowsPart
{
    private const string ChartId = "chart-flows";

    /// <summary>The chart and the table; nothing where nothing escalates, or it was not run.</summary>
    public static IEnumerable<Block> From(BriefContext context)
    {
        if (context.Result.Escalation is not { Flows: { Flows.IsEmpty: false } flows })
        {
            return [];
        }

        var voice = context.Voice;
        var root = flows.Nodes.Where(node => node.Column == 0).MaxBy(node => node.Share.All.Mean)!;
        var highest = flows.Nodes.Where(node => node.Severity is not null).MaxBy(node => node.Share.All.Mean)!;
        var conclusion = voice.Say(
            EscalationWords.FlowsConclusion,
            voice.Quote(context.Event(root.Event!.Value)),
            context.Shares.In(root.Share.All),
            voice.Quote(context.Severity(highest.Severity!.Value)),
            context.Shares.In(highest.Share.All));
        return
        [
            new Illustration(
                EscalationCharts.Flows(ChartId, flows, context.Model, voice),
                voice.Word(EscalationWords.Flows),
                BriefContext.Output(conclusion),
                context.Link(TableIds.Flows, EscalationWords.FlowsName)),
            Twin(context, flows),
        ];
    }

    private static Table Twin(BriefContext context, EscalationFlows flows)
    {
        var voice = context.Voice;
        Phrase Name(int place) => flows.Nodes[place] is { Severity: { } severity }
            ? voice.Say(EscalationWords.ToSeverity, voice.Quote(context.Severity(severity)))
            : context.Event(flows.Nodes[place].Event!.Value);
        return new Table(
            TableIds.Flows,
            voice.Word(EscalationWords.FlowsCaption),
            [
                new Column(voice.Word(EscalationWords.From)),
                new Column(voice.Word(EscalationWords.To)),
                .. new[] { EscalationWords.ByAccident, EscalationWords.ByDecision, EscalationWords.ByNeither }.Select(part => new Column(voice.Word(part), IsNumeric: true)),
            ],
            [
                .. from link in flows.Flows.GroupBy(flow => (flow.From, flow.To))
                   let cells = new[] { Pathway.Inadvertent, Pathway.Deliberate, Pathway.None }.Select(pathway => link.FirstOrDefault(flow => flow.Pathway == pathway))
                   select ImmutableArray.Create([Name(link.Key.From), Name(link.Key.To), .. cells.Select(flow => (Phrase)(flow is null ? "–" : context.Shares.Cell(flow.Share)))]),
            ]);
    }
}
