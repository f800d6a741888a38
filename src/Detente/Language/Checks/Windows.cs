using Detente.Language.Binding;
using Detente.Models;

namespace Detente.Language.Checks;

/// <summary>Finds conditions that look back over the start for something of which the history says nothing.</summary>
internal sealed class Windows(Model model, BindingContext context)
{
    private readonly HashSet<EventPattern> _reported = [];

    /// <summary>Reports each thing looked for once, at the first condition that looks for it.</summary>
    public void Check()
    {
        if (model.Horizon is null)
        {
            return;
        }

        foreach (var condition in context.Conditions)
        {
            foreach (var part in condition.Condition.Walk())
            {
                var pattern = part switch { Occurred occurred => occurred.Pattern, CountCondition count => count.Pattern, _ => (EventPattern?)null };
                if (pattern is { } sought && !IsInHistory(sought) && !NeedsNoHistory(sought) && _reported.Add(sought))
                {
                    Report(condition, sought);
                }
            }
        }
    }

    private void Report(BoundCondition condition, EventPattern sought)
    {
        var (element, name) = sought.Event is { } of ? ("events/" + model.Events[of.Event.Index].Id, Name(of)) : ("severity/" + Severity(sought), "severity >= " + Severity(sought));
        using var scope = context.Bag.Within(element);
        context.Bag.Add("DT3016", condition.Text.Span, new LocalizedText(
            $"This looks back before the start, but `history` has no `{name}`; at the start it counts as not having happened.",
            $"Das blickt vor den Beginn zurück, aber `history` enthält kein `{name}`; zu Beginn gilt es als nicht geschehen."));
    }

    private string Name(EventReference of)
    {
        var item = model.Events[of.Event.Index];
        return of.Outcome is { } outcome ? $"{item.Id}.{item.Outcomes[outcome].Id}" : item.Id;
    }

    private string Severity(EventPattern sought) =>
        model.Severities.First(severity => severity.Level >= sought.MinimumSeverity).Id;

    private bool IsInHistory(EventPattern sought) => model.History.Any(past => sought.Event is { } of
        ? past.Of.Event == of.Event && (of.Outcome is null || past.Of.Outcome == of.Outcome)
        : Outcomes(past.Of).Any(outcome => outcome.Severity is { } severity && model.Severities[severity].Level >= sought.MinimumSeverity));

    private IEnumerable<Outcome> Outcomes(EventReference of) =>
        of.Outcome is { } outcome ? [model.Events[of.Event.Index].Outcomes[outcome]] : model.Events[of.Event.Index].Outcomes;

    /// <summary>A scheduled event has its dates and needs no history; nor does a severity that no event can have.</summary>
    private bool NeedsNoHistory(EventPattern sought) => sought.Event is { } of
        ? model.Events[of.Event.Index].Trigger is Scheduled
        : model.Severities.All(severity => severity.Level < sought.MinimumSeverity);
}
