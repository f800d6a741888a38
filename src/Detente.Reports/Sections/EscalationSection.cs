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
    // Rates are compared only between kinds that hold often enough for the rate to mean something.
    private const double LeastTime = 0.05;
    private const double WorthSaying = 0.1;

    public static Section From(BriefContext context)
    {
        var voice = context.Voice;
        var risks = context.Risks;
        ImmutableArray<Block> blocks = risks.Count == 0
            ? [BriefContext.Outputs(voice.Word(FuturesWords.NoScale))]
            : [Chart(context, risks), .. Text(context, risks)];
        return new Section("escalation", voice.Word(FuturesWords.EscalationHeading), blocks);
    }

    private static Illustration Chart(BriefContext context, IReadOnlyList<SeverityRisk> risks)
    {
        var (voice, shares) = (context.Voice, context.Shares);
        var chart = EscalationCharts.Ladder("chart-escalation", [.. risks.Select(risk => Rung(context, risk))], context.Model, voice);
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

    private static Rung Rung(BriefContext context, SeverityRisk risk) => new(
        risk.Severity,
        Last(risk),
        risk.Inadvertent,
        risk.Deliberate,
        risk.Onward is { } onward ? new Figure(onward, Errors.OfShare(onward, Last(risk).Mean * context.Runs), null, null, default) : null);

    private static IEnumerable<Block> Text(BriefContext context, IReadOnlyList<SeverityRisk> risks)
    {
        var voice = context.Voice;
        if (context.WeightiestRisk is not { } weighty)
        {
            yield return BriefContext.Outputs(voice.Say(FuturesWords.NotReached, Name(context, risks[0])));
            yield break;
        }

        yield return BriefContext.Outputs(
            voice.Say(FuturesWords.Paths, Name(context, weighty), context.Shares.In(weighty.Inadvertent), context.Shares.In(weighty.Deliberate)),
            Roots(context, weighty),
            Riskiest(context, weighty));
        var onward = risks.Where(risk => risk.Onward is not null).ToList();
        if (onward.Count > 0)
        {
            yield return BriefContext.Outputs(onward.Count == 1
                ? voice.Say(FuturesWords.OnwardOne, Name(context, onward[0]), Onward(context, onward[0]))
                : voice.Say(FuturesWords.Onward, voice.List(onward.Select(risk => voice.Say(FuturesWords.OnwardFrom, Name(context, risk), Onward(context, risk))))));
        }
    }

    /// <summary>What lies above the step of which is spoken, in one clause.</summary>
    public static Phrase Higher(BriefContext context, SeverityRisk than)
    {
        var higher = context.Risks.Where(risk => risk.Severity > than.Severity)
            .Select(risk => context.Voice.Say(FuturesWords.KindWithShare, Name(context, risk), context.Shares.In(Last(risk))))
            .ToList();
        return higher.Count == 0 ? Phrase.Empty : context.Voice.Say(FuturesWords.Higher, context.Voice.List(higher));
    }

    private static Phrase Roots(BriefContext context, SeverityRisk risk)
    {
        var roots = Enumerable.Range(0, Math.Min(risk.Roots.Length, context.Model.Events.Length))
            .Where(i => risk.Roots[i].Mean >= BriefContext.WorthTelling)
            .OrderByDescending(i => risk.Roots[i].Mean)
            .Take(RootsNamed)
            .Select(i => context.Voice.Say(FuturesWords.Route, Route(context, new EventId(i), risk.Severity), context.Shares.In(risk.Roots[i])))
            .ToList();
        return roots.Count == 0 ? context.Voice.Word(FuturesWords.NoRoot) : context.Voice.Say(FuturesWords.Routes, Voice.Join("; ", roots));
    }

    /// <summary>The shortest chain of consequences from an event to one of a severity, or the event alone where the model states none.</summary>
    private static Phrase Route(BriefContext context, EventId root, int severity)
    {
        var events = context.Model.Events;
        var ways = new Dictionary<int, ImmutableArray<int>> { [root.Index] = [root.Index] };
        var queue = new Queue<int>([root.Index]);
        while (queue.TryDequeue(out var at))
        {
            if (events[at].Outcomes.Any(outcome => outcome.Severity >= severity))
            {
                return Voice.Join(" → ", ways[at].Select(place => context.Voice.Quote(context.Event(new EventId(place)))));
            }

            foreach (var (next, @event) in events.Index())
            {
                if (@event.Trigger is Consequence chain && chain.Causes.Any(cause => cause.Of.Event.Index == at) && ways.TryAdd(next, [.. ways[at], next]))
                {
                    queue.Enqueue(next);
                }
            }
        }

        return context.Voice.Quote(context.Event(root));
    }

    /// <summary>How many times as frequent in the riskiest kind as in the safest, among those that hold long enough to tell.</summary>
    private static Phrase Riskiest(BriefContext context, SeverityRisk risk)
    {
        var rated = context.KindsByLastShare
            .Where(kind => kind.Index < risk.ByScenario.Length && risk.ByScenario[kind.Index] > 0 && context.Futures.Scenarios[kind.Index].Values.Average(value => value.Mean) >= LeastTime)
            .OrderByDescending(kind => risk.ByScenario[kind.Index])
            .ToList();
        if (rated.Count < 2 || IsNoise(risk, rated[0], rated[^1]) || risk.ByScenario[rated[0].Index]!.Value / risk.ByScenario[rated[^1].Index]!.Value is not (>= 2 and var times))
        {
            return Phrase.Empty;
        }

        return context.Voice.Say(
            FuturesWords.Riskiest,
            context.Voice.Fixed(times, 0),
            context.Kind(rated[0]),
            context.Kind(rated[^1]),
            ByRule(context, risk, rated[0]));
    }

    /// <summary>Whether two rates cannot be told apart, as far as their errors are known; taken as independent.</summary>
    private static bool IsNoise(SeverityRisk risk, ScenarioId one, ScenarioId other)
    {
        if (risk.ByScenarioErrors.IsEmpty)
        {
            return false;
        }

        var (first, second) = (risk.ByScenarioErrors[one.Index] ?? 0, risk.ByScenarioErrors[other.Index] ?? 0);
        return Math.Abs(risk.ByScenario[one.Index]!.Value - risk.ByScenario[other.Index]!.Value) <= 2 * Math.Sqrt((first * first) + (second * second));
    }

    private static bool NamesEvents(Condition condition) => condition.Walk().Any(part => part is Occurred or CountCondition);

    /// <summary>How much of the rate in a kind the rule of that kind makes.</summary>
    private static Phrase ByRule(BriefContext context, SeverityRisk risk, ScenarioId kind)
    {
        if (kind.Index < risk.ByPastEvents.Length && risk.ByPastEvents[kind.Index] is { } share)
        {
            var part = context.Shares.Of(share, Errors.OfShare(share, risk.Expected.Mean * context.Runs));
            return share >= WorthSaying ? context.Voice.Say(FuturesWords.CountsByRule, part) : Phrase.Empty;
        }

        return NamesEvents(context.Model.Scenarios[kind.Index].Rule) ? context.Voice.Word(FuturesWords.RuleNamesEvents) : Phrase.Empty;
    }

    private static string Onward(BriefContext context, SeverityRisk from) =>
        context.Shares.Of(from.Onward!.Value, from.OnwardError ?? Errors.OfShare(from.Onward.Value, Last(from).Mean * context.Runs));

    private static Figure Last(SeverityRisk risk) => risk.ByDate.Values[^1];

    private static Phrase Name(BriefContext context, SeverityRisk risk) => context.Voice.Quote(context.Severity(risk.Severity));
}
