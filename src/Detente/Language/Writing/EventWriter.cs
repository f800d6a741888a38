using System.Collections.Immutable;
using System.Globalization;
using Detente.Models;

namespace Detente.Language.Writing;

/// <summary>Events, history and effects to tree.</summary>
internal sealed class EventWriter(Model model)
{
    /// <summary>Adds the sections.</summary>
    public void Write(MapBuilder sections) => sections
        .Entries("events", model.Events.Select(item => (item.Id, Event(item))))
        .List("history", model.History.Select(Historic));

    /// <summary>The effects of an event or a measure.</summary>
    public IEnumerable<YamlNode> Effects(ImmutableArray<Effect> effects) => effects.Select(Effect);

    /// <summary>An event, or <c>event.outcome</c>.</summary>
    public string Reference(EventReference reference)
    {
        var item = model.Events[reference.Event.Index];
        return reference.Outcome is { } outcome ? item.Id + "." + item.Outcomes[outcome].Id : item.Id;
    }

    private YamlNode Event(ModelEvent item)
    {
        var map = new MapBuilder().Title(item.Title, item.Id);
        switch (item.Trigger)
        {
            case Scheduled scheduled:
                Scheduled(map, scheduled);
                break;
            case Stochastic stochastic:
                map.Ranged("rate", stochastic.Rate);
                break;
            case Consequence consequence:
                map.Add("caused-by", YamlList.Of(consequence.Causes.Select(Cause)));
                break;
            default:
                throw new ArgumentException("This kind of trigger has no text: " + item.Trigger.GetType().Name, nameof(item));
        }

        map.Add("pathway", item.Pathway == Pathway.None ? null : PathwayWord(item.Pathway))
            .Add("when", Condition(item.When))
            .List("multipliers", item.Multipliers.Select(Multiplier))
            .If(item.Repeats, "repeats", "true");
        if (IsUnsaid(item))
        {
            map.Add("severity", SeverityId(item.Outcomes[0])).List("effects", Effects(item.Outcomes[0].Effects));
        }
        else
        {
            map.Entries("outcomes", item.Outcomes.Select(outcome => (outcome.Id, Outcome(outcome))));
        }

        return map.Provenance(item.Provenance, model.Sources).Map;
    }

    /// <summary>Whether the only outcome is the one an event written without outcomes has.</summary>
    private static bool IsUnsaid(ModelEvent item) =>
        item.Outcomes is [var only] && only.Id == item.Id && only.Title == item.Title
        && only.Weight == Estimate.Point(1) && only.Multipliers.IsEmpty && only.Provenance.IsUnstated;

    private static void Scheduled(MapBuilder map, Scheduled scheduled)
    {
        if (scheduled.Dates.Length == 1)
        {
            map.Date("at", scheduled.Dates[0]);
        }
        else
        {
            map.List("at", scheduled.Dates.Select(ScalarText.Date));
        }

        if (scheduled.Probability != Estimate.Point(1))
        {
            map.Ranged("probability", scheduled.Probability);
        }

        if (scheduled.Before is not null || scheduled.After is not null)
        {
            map.Add("window", new MapBuilder().Period("before", scheduled.Before).Period("after", scheduled.After).Map);
        }
    }

    private YamlNode Cause(Cause cause) => new MapBuilder()
        .Add("event", Reference(cause.Of))
        .Ranged("probability", cause.Probability)
        .Add("pathway", cause.Pathway is { } pathway ? PathwayWord(pathway) : null)
        .Add("when", Condition(cause.When))
        .Provenance(cause.Provenance, model.Sources).Map;

    private YamlNode Multiplier(Multiplier multiplier) => new MapBuilder()
        .Add("when", Condition(multiplier.When))
        .Ranged("times", multiplier.Factor)
        .Provenance(multiplier.Provenance, model.Sources).Map;

    private YamlNode Outcome(Outcome outcome)
    {
        var map = new MapBuilder().Title(outcome.Title, outcome.Id);
        if (outcome.Weight != Estimate.Point(1))
        {
            map.Ranged("weight", outcome.Weight);
        }

        return map
            .Add("severity", SeverityId(outcome))
            .List("effects", Effects(outcome.Effects))
            .List("multipliers", outcome.Multipliers.Select(Multiplier))
            .Provenance(outcome.Provenance, model.Sources).Map;
    }

    private YamlNode Historic(HistoricEvent item) => new MapBuilder()
        .Add("event", Reference(item.Of))
        .Date("on", item.On)
        .Provenance(item.Provenance, model.Sources).Map;

    private YamlNode Effect(Effect effect)
    {
        var map = new MapBuilder();
        switch (effect)
        {
            case PushEffect push:
                map.Ranged("push", push.Lean.Weight).Add("on", Factor(push.Factor).Id)
                    .Add("towards", push.Lean.Towards is { } towards ? State(push.Factor, towards) : null)
                    .Period("half-life", push.HalfLife)
                    .Add("while", Condition(push.While))
                    .If(push.Stacks, "stacks", "true")
                    .Add("cap", push.Cap is { } cap ? ScalarText.Number(cap) : null);
                break;
            case MoveEffect move:
                map.Add("move", ScalarText.Whole(move.Steps)).Add("on", Factor(move.Factor).Id);
                break;
            case SetEffect set:
                map.Add("set", State(set.Factor, set.State)).Add("on", Factor(set.Factor).Id);
                break;
            case DrawEffect draw:
                map.Add("draw", Draw(draw)).Add("on", Factor(draw.Factor).Id);
                break;
            case HoldEffect hold:
                map.Add("hold", HoldWord(hold)).Add("on", Factor(hold.Factor).Id);
                break;
            case MultiplyEffect multiply:
                map.Ranged("multiply", multiply.Factor).Add("event", Reference(multiply.Of));
                break;
            default:
                throw new ArgumentException("This kind of effect has no text: " + effect.GetType().Name, nameof(effect));
        }

        return map.Estimate("chance", effect.Chance, Estimate.Point(1)).Estimate("rate", effect.Rate).Add("when", Condition(effect.When)).Map;
    }

    private YamlMap Draw(DrawEffect draw) => new(
    [
        .. draw.Alternatives.Select(alternative => new YamlEntry(
            draw.AreMoves ? alternative.Value.ToString("+0;-0;0", CultureInfo.InvariantCulture) : State(draw.Factor, alternative.Value),
            ValueNodes.Estimate(alternative.Weight))),
    ]);

    private static string HoldWord(HoldEffect hold) => (hold.Up, hold.Down) switch
    {
        (true, true) => "both",
        (true, false) => "up",
        (false, true) => "down",
        _ => throw new ArgumentException("A hold bars moves up, down or both.", nameof(hold)),
    };

    private static string PathwayWord(Pathway pathway) => pathway switch
    {
        Pathway.Inadvertent => "inadvertent",
        Pathway.Deliberate => "deliberate",
        _ => "none",
    };

    private string? SeverityId(Outcome outcome) => outcome.Severity is { } place ? model.Severities[place].Id : null;

    private Factor Factor(FactorId factor) => model.Factors[factor.Index];

    private string State(FactorId factor, int state) => Factor(factor).States[state].Id;

    private string? Condition(Condition? condition) => condition is null ? null : ConditionText.Write(condition, model);
}
