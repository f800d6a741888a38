using System.Collections.Immutable;
using Detente.Models;
using Detente.Reports.Content;
using Detente.Reports.Tree;
using Detente.Studies;

namespace Detente.Reports.Sections;

/// <summary>How it could escalate: how gravely, by accident or by decision, from which root, and how far onward.</summary>
internal static class EscalationSection
{
    private const int RootsNamed = 2;
    private const int GravestTold = 2;

    public static Section From(BriefContext context)
    {
        var voice = context.Voice;
        var risks = context.Futures.Escalation.Where(risk => risk.ByDate.Values.Length > 0).ToList();
        ImmutableArray<Block> blocks = risks.Count == 0
            ? [BriefContext.Outputs(voice.Word(FuturesWords.NoScale))]
            : [Chart(context, risks), .. Text(context, risks)];
        return new Section("escalation", voice.Word(FuturesWords.EscalationHeading), blocks);
    }

    private static Illustration Chart(BriefContext context, List<SeverityRisk> risks)
    {
        var (voice, shares) = (context.Voice, context.Shares);
        var top = Math.Min(1, ValueScale.Top(risks.Max(risk => Last(risk).Mean)));
        var rows = risks.Select(risk => new ChartRow(
            new ChartText(context.Severity(risk.Severity).Plain, IsOwn: false),
            [risk.Inadvertent.Mean, risk.Deliberate.Mean, Math.Max(0, Last(risk).Mean - risk.Inadvertent.Mean - risk.Deliberate.Mean)],
            shares.Of(Last(risk).Mean, Last(risk).StandardError)));
        var chart = new BarChart(
            "chart-escalation",
            new ValueAxis(FuturesSection.AxisTitle(voice), top, ValueScale.ShareLabels(voice, top)),
            [.. new[] { FuturesWords.Inadvertent, FuturesWords.Deliberate, FuturesWords.OtherPath }.Select(part => new ChartText(voice.Word(part), IsOwn: true))],
            [.. rows]);
        var (mild, grave) = (risks[0], risks[^1]);
        var conclusion = risks.Count > 1
            ? voice.Say(FuturesWords.EscalationConclusion, Name(context, mild), shares.In(Last(mild)), Name(context, grave), shares.In(Last(grave)))
            : voice.Say(FuturesWords.EscalationConclusionOne, Name(context, mild), shares.In(Last(mild)));
        return new Illustration(
            chart,
            voice.Word(FuturesWords.EscalationChart),
            BriefContext.Output(conclusion),
            context.Link(TableIds.Escalation, AnnexWords.Escalation))
        {
            IsHalfWidth = true,
        };
    }

    private static IEnumerable<Block> Text(BriefContext context, List<SeverityRisk> risks)
    {
        var voice = context.Voice;
        var reached = risks.Where(risk => Last(risk).Mean > 0).ToList();
        if (reached.Count == 0)
        {
            yield return BriefContext.Outputs(voice.Say(FuturesWords.NotReached, Name(context, risks[0])));
            yield break;
        }

        var worst = reached[^1];
        var unreached = risks.FirstOrDefault(risk => Last(risk).Mean == 0);
        yield return BriefContext.Outputs(
            [.. reached.TakeLast(GravestTold).Select(risk => voice.Say(FuturesWords.Reached, Name(context, risk), context.Shares.In(Last(risk)), context.Shares.Spread(Last(risk)))),
             unreached is null ? Phrase.Empty : voice.Say(FuturesWords.NotReached, Name(context, unreached))]);
        yield return BriefContext.Outputs(
            voice.Say(FuturesWords.Paths, Name(context, worst), context.Shares.In(worst.Inadvertent), context.Shares.In(worst.Deliberate)),
            Roots(context, worst),
            Riskiest(context, worst));
        var onward = risks.Where(risk => risk.Onward is not null).Select(risk => Onward(context, risk, risk.Onward!.Value)).ToList();
        if (onward.Count > 0)
        {
            yield return BriefContext.Outputs(voice.Say(FuturesWords.Onward, voice.List(onward)));
        }
    }

    private static Phrase Roots(BriefContext context, SeverityRisk risk)
    {
        var roots = Enumerable.Range(0, Math.Min(risk.Roots.Length, context.Model.Events.Length))
            .Where(i => risk.Roots[i].Mean > 0)
            .OrderByDescending(i => risk.Roots[i].Mean)
            .Take(RootsNamed)
            .Select(i => context.Voice.Say(FuturesWords.KindWithShare, context.Voice.Quote(context.Event(new EventId(i))), context.Shares.In(risk.Roots[i])))
            .ToList();
        return roots.Count == 0 ? Phrase.Empty : context.Voice.Say(FuturesWords.Roots, context.Voice.List(roots));
    }

    private static Phrase Riskiest(BriefContext context, SeverityRisk risk)
    {
        var rated = Enumerable.Range(0, Math.Min(risk.ByScenario.Length, context.Model.Scenarios.Length)).Where(i => risk.ByScenario[i] > 0).ToList();
        if (rated.Count < 2)
        {
            return Phrase.Empty;
        }

        var riskiest = rated.MaxBy(i => risk.ByScenario[i]);
        return context.Voice.Say(FuturesWords.Riskiest, context.Kind(new ScenarioId(riskiest)), context.Shares.Coarse(risk.ByScenario[riskiest]!.Value));
    }

    private static Phrase Onward(BriefContext context, SeverityRisk from, double share) => context.Voice.Say(
        FuturesWords.OnwardFrom,
        Name(context, from),
        context.Shares.Of(share, Errors.OfShare(share, Last(from).Mean * context.Runs)));

    private static Figure Last(SeverityRisk risk) => risk.ByDate.Values[^1];

    private static Phrase Name(BriefContext context, SeverityRisk risk) => context.Voice.Quote(context.Severity(risk.Severity));
}
