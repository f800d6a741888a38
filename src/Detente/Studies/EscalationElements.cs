using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>What of a model is taken out to see what an escalation takes, and how measures act on it.</summary>
internal sealed class EscalationElements
{
    private readonly Model model;
    private readonly ImmutableArray<int> pursued;
    private readonly HashSet<int> leading;

    /// <summary>Finds the chain of a severity.</summary>
    /// <param name="model">The model.</param>
    /// <param name="severity">The severity.</param>
    /// <param name="pursued">The measures that are pursued.</param>
    public EscalationElements(Model model, int severity, ImmutableArray<int> pursued)
    {
        this.model = model;
        this.pursued = pursued;
        leading = Leading(model, severity);
    }

    /// <summary>Measures that strategies pursue, in declaration order.</summary>
    /// <param name="model">The model.</param>
    /// <param name="rules">Under which rules.</param>
    public static ImmutableArray<int> Pursued(CompiledModel model, PathRules rules) =>
        [.. rules.Pursuits(model, rules.Strategies).Select(pursuit => pursuit.Measure).Distinct().Order()];

    /// <summary>All that is taken out, one by one: root events, causes, multipliers, measures.</summary>
    public IEnumerable<EscalationElement> All() => [.. Roots(), .. Causes(), .. Multipliers(), .. Measures()];

    /// <summary>Through what measures act on the chain: multiplications of their own, and what reads a factor that they act on, or themselves.</summary>
    /// <param name="measures">The measures.</param>
    public IEnumerable<(FactorId? Through, EscalationElement Target)> LinksOf(ImmutableArray<MeasureId> measures)
    {
        var factors = measures.SelectMany(measure => model.Measures[measure.Index].Effects.Concat(model.Measures[measure.Index].Early))
            .Select(FactorOf).OfType<int>().ToHashSet();
        var own = from measure in measures
                  from effect in Multiplications(measure.Index)
                  select ((FactorId?)null, (EscalationElement)effect);
        var read = from target in Readers()
                   let through = target.When.Walk().OfType<FactorIn>().Select(part => part.Factor.Index).Where(factors.Contains).Select(factor => (int?)factor).FirstOrDefault()
                   where through is not null || target.When.Walk().Any(part => part is InForce asked && measures.Contains(asked.Measure))
                   select (through is { } factor ? new FactorId(factor) : (FactorId?)null, target.Element);
        return own.Concat(read);
    }

    /// <summary>Events that can be the first of the severity in a chain, or lead to it; what only comes after such an event is not among them.</summary>
    private static HashSet<int> Leading(Model model, int severity)
    {
        var after = new HashSet<int>();
        bool IsAfter(Cause cause) => after.Contains(cause.Of.Event.Index)
            || (cause.Of.Outcome is { } outcome ? [model.Events[cause.Of.Event.Index].Outcomes[outcome]] : model.Events[cause.Of.Event.Index].Outcomes).All(one => one.Severity >= severity);
        foreach (var e in EventOrder.OfConsequences(model).Where(e => CausesOf(model.Events[e]).All(IsAfter)))
        {
            after.Add(e);
        }

        var found = Enumerable.Range(0, model.Events.Length).Where(e => model.Events[e].Outcomes.Any(outcome => outcome.Severity >= severity) && !after.Contains(e)).ToHashSet();
        var open = new Queue<int>(found);
        while (open.TryDequeue(out var at))
        {
            foreach (var cause in CausesOf(model.Events[at]).Where(cause => !IsAfter(cause) && found.Add(cause.Of.Event.Index)))
            {
                open.Enqueue(cause.Of.Event.Index);
            }
        }

        return found;
    }

    private static ImmutableArray<Cause> CausesOf(ModelEvent of) => of.Trigger is Consequence { Causes: var causes } ? causes : [];

    private static int? FactorOf(Effect effect) => effect switch
    {
        PushEffect push => push.Factor.Index,
        MoveEffect move => move.Factor.Index,
        SetEffect set => set.Factor.Index,
        DrawEffect draw => draw.Factor.Index,
        HoldEffect hold => hold.Factor.Index,
        _ => null,
    };

    private IEnumerable<EscalationElement> Roots() =>
        from e in Enumerable.Range(0, model.Events.Length)
        where model.Events[e].Trigger is not Consequence
        select new RootElement(new EventId(e));

    private IEnumerable<EscalationElement> Causes() =>
        from e in InChain()
        from cause in Enumerable.Range(0, CausesOf(model.Events[e]).Length)
        select new CauseElement(new EventId(e), cause);

    private IEnumerable<EscalationElement> Multipliers() => Rules().Select(rule => rule.Element).Concat(pursued.SelectMany(Multiplications));

    private IEnumerable<EscalationElement> Measures() => pursued.Select(measure => new MeasuresElement([new MeasureId(measure)]));

    private IEnumerable<int> InChain() => Enumerable.Range(0, model.Events.Length).Where(leading.Contains);

    private IEnumerable<(EscalationElement Element, Condition When)> Rules() =>
        from e in InChain()
        let of = new EventId(e)
        let own = model.Events[e].Multipliers.Index().Select(rule => ((EscalationElement)new MultiplierElement(new EventReference(of, null), rule.Index), rule.Item.When))
        let outcomes = model.Events[e].Outcomes.Index().SelectMany(outcome => outcome.Item.Multipliers.Index()
            .Select(rule => ((EscalationElement)new MultiplierElement(new EventReference(of, outcome.Index), rule.Index), rule.Item.When)))
        from rule in own.Concat(outcomes)
        select rule;

    private IEnumerable<(EscalationElement Element, Condition When)> Readers() => Rules()
        .Concat(from e in InChain()
                where model.Events[e].When is not null
                select ((EscalationElement)new ConditionElement(new EventId(e), null), model.Events[e].When!))
        .Concat(from e in InChain()
                from cause in CausesOf(model.Events[e]).Index()
                where cause.Item.When is not null
                select ((EscalationElement)new ConditionElement(new EventId(e), cause.Index), cause.Item.When!));

    private IEnumerable<MeasureEffectElement> Multiplications(int measure) =>
        from effect in model.Measures[measure].Effects.Index()
        where effect.Item is MultiplyEffect times && leading.Contains(times.Of.Event.Index)
        select new MeasureEffectElement(new MeasureId(measure), effect.Index);
}
