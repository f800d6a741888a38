using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>A rung as the ladder shows it.</summary>
/// <param name="Severity">The severity, its place on the scale.</param>
/// <param name="Share">Share of runs that reach it or a graver one.</param>
/// <param name="Inadvertent">Of these by accident or misreading.</param>
/// <param name="Deliberate">Of these by decision.</param>
/// <param name="Onward">Of the chains that reach it, those that go on; or null.</param>
internal sealed record Rung(int Severity, Figure Share, Figure Inadvertent, Figure Deliberate, Figure? Onward);

/// <summary>The ladder of severities, and the flows from roots to them.</summary>
internal static class EscalationCharts
{
    // Below it a rest is rounding.
    private const double LeastDrawn = 1e-9;

    /// <summary>The ladder.</summary>
    /// <param name="id">The id of the chart.</param>
    /// <param name="rungs">The rungs, least grave first.</param>
    /// <param name="model">The model.</param>
    /// <param name="voice">Who speaks.</param>
    public static LadderChart Ladder(string id, IReadOnlyList<Rung> rungs, Model model, Voice voice)
    {
        var shares = new Shares(voice);
        var hasNeither = rungs.Any(rung => Rest(rung) > LeastDrawn);
        var top = Math.Min(1, ValueScale.Top(rungs.Max(rung => rung.Share.Mean)));
        return new LadderChart(
            id,
            new ValueAxis(FuturesCharts.AxisTitle(voice), top, ValueScale.ShareLabels(voice, top)),
            Parts(voice, hasNeither, FuturesWords.Inadvertent, FuturesWords.Deliberate, FuturesWords.OtherPath),
            [.. rungs.Select((rung, place) => new LadderRung(
                new ChartText(Name(model, voice, rung.Severity), IsOwn: false),
                [rung.Inadvertent.Mean, rung.Deliberate.Mean, Rest(rung)],
                shares.Of(rung.Share.Mean, rung.Share.StandardError),
                place + 1 < rungs.Count && rung.Onward is { } onward ? voice.Say(EscalationWords.GoesOn, shares.Of(onward.Mean, onward.StandardError)).Plain : ""))]);
    }

    /// <summary>The flows.</summary>
    /// <param name="id">The id of the chart.</param>
    /// <param name="flows">The flows.</param>
    /// <param name="model">The model.</param>
    /// <param name="voice">Who speaks.</param>
    public static FlowChart Flows(string id, EscalationFlows flows, Model model, Voice voice)
    {
        var shares = new Shares(voice);
        return new FlowChart(
            id,
            Parts(voice, flows.Flows.Any(flow => flow.Pathway == Pathway.None), EscalationWords.ByAccident, EscalationWords.ByDecision, EscalationWords.ByNeither),
            [.. flows.Nodes.Select(node => new ChartNode(
                node.Column,
                new ChartText(node.Severity is { } severity ? Name(model, voice, severity) : voice.Analyst(model.Events[node.Event!.Value.Index].Title, model.Events[node.Event.Value.Index].Id).Plain, IsOwn: false),
                shares.Of(node.Share.All.Mean, node.Share.All.StandardError).Replace(' ', '\u00a0')))],
            [.. flows.Flows.Select(flow => new ChartFlow(flow.From, flow.To, flow.Pathway switch { Pathway.Inadvertent => 0, Pathway.Deliberate => 1, _ => 2 }, flow.Share.Mean))]);
    }

    private static double Rest(Rung rung) => Math.Max(0, rung.Share.Mean - rung.Inadvertent.Mean - rung.Deliberate.Mean);

    /// <summary>The key; the last part only where something is of it.</summary>
    private static ImmutableArray<ChartText> Parts(Voice voice, bool hasLast, params ReadOnlySpan<LocalizedText> words) =>
        [.. words[..(hasLast ? words.Length : words.Length - 1)].ToArray().Select(part => new ChartText(voice.Word(part), IsOwn: true))];

    private static string Name(Model model, Voice voice, int severity) => voice.Analyst(model.Severities[severity].Title, model.Severities[severity].Id).Plain;
}
