using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Says why a factor changed its state in a step of one path: what spoke for the new state, or which effect moved it.</summary>
/// <remarks>Reads the step as the engine does: effects that act by their own random numbers, balances from the snapshot with delays and conditions.</remarks>
internal sealed class ShiftReasons
{
    private const int MostPulls = 3;
    private const int PartOfLargest = 3; // a pull is named when it is at least a third of the largest
    private readonly CompiledModel model;
    private readonly DrawParameters parameters;
    private readonly PathSimulator simulator;
    private readonly ImpactTables tables;
    private readonly (PullSource Source, int Place)[] owners;
    private readonly (PullSource Source, int Place)[] pushOwners;
    private readonly List<int[]> past = [];
    private readonly List<int> acting = [];
    private readonly int[] sourceStates; // by influence the state of its source that counts now; -1: its condition does not hold
    private readonly long[] pushes;
    private readonly bool[] barred;
    private PathKey key;

    /// <summary>Initialises the reasons.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parameters">The draw's parameters.</param>
    /// <param name="simulator">The walk.</param>
    public ShiftReasons(CompiledModel model, DrawParameters parameters, PathSimulator simulator)
    {
        this.model = model;
        this.parameters = parameters;
        this.simulator = simulator;
        tables = ImpactTables.From(model.Impacts, model.ImpactSlots.Select(slot => parameters.Values[slot]).ToArray());
        owners = Owners(model);
        pushOwners = new (PullSource, int)[model.Pushes.Length];
        foreach (var (effect, compiled) in model.Effects.Index().Where(effect => effect.Item.Kind == EffectKind.Push))
        {
            pushOwners[compiled.Value] = owners[effect];
        }

        sourceStates = new int[model.Impacts.Influences.Length];
        pushes = new long[model.Pushes.Length];
        barred = new bool[model.Factors.Length];
    }

    /// <summary>Begins a path.</summary>
    /// <param name="pathKey">Its key.</param>
    public void Begin(PathKey pathKey)
    {
        key = pathKey;
        past.Clear();
    }

    /// <summary>Reads a step when it is known what happens in it, before the states move.</summary>
    /// <param name="before">Where the measures stood before they moved.</param>
    public void See(ReadOnlySpan<MeasurePhase> before)
    {
        var view = simulator.View;
        past.Add([.. view.States]);
        foreach (var influence in model.Impacts.Influences)
        {
            var states = past[Math.Max(0, past.Count - 1 - model.Delays[influence.Index])];
            sourceStates[influence.Index] = influence.When?.Holds(states) ?? true ? states[influence.Source] : -1;
        }

        for (var push = 0; push < pushes.Length; push++)
        {
            var compiled = model.Pushes[push];
            var isBound = compiled.EndsWith < 0 || view.Phases[compiled.EndsWith] is MeasurePhase.InForce or MeasurePhase.Agreed;
            pushes[push] = isBound && view.Holds(compiled.While) ? simulator.Pushes[push] : 0;
        }

        for (var factor = 0; factor < barred.Length; factor++)
        {
            barred[factor] = model.Factors[factor].Barriers.Any(barrier => barrier.States[view.States[factor]] && view.Holds(barrier.While));
        }

        Gather(before);
    }

    /// <summary>Why a factor went from one state to another in the step just seen.</summary>
    /// <param name="on">First day of the step.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state after.</param>
    public ToldShift Of(DateOnly on, int factor, int from, int to)
    {
        var lead = Balance(factor, to) - Balance(factor, from);
        ImmutableArray<ToldPull> deeds = [.. acting.Where(effect => Brings(model.Effects[effect], factor, from, to)).Select(effect => owners[effect]).Distinct()
            .Select(owner => new ToldPull(owner.Source, owner.Place, null, 0))];
        var reason = !deeds.IsEmpty ? ShiftReason.Effect : barred[factor] ? ShiftReason.Barred : lead > 0 ? ShiftReason.Balance : ShiftReason.Chance;
        return new ToldShift(on, new FactorId(factor), from, to, reason)
        {
            LeadHundredths = lead,
            Pulls = reason switch
            {
                ShiftReason.Effect => [.. deeds.Take(MostPulls)],
                ShiftReason.Balance => Strongest(factor, from, to),
                _ => [],
            },
        };
    }

    private static bool Brings(CompiledEffect effect, int factor, int from, int to) => effect.Factor == factor && effect.Kind switch
    {
        EffectKind.Move => Math.Sign(effect.Value) == Math.Sign(to - from),
        EffectKind.Set => effect.Value == to,
        EffectKind.DrawState => effect.Alternatives.Contains(to),
        EffectKind.DrawMove => effect.Alternatives.Any(move => Math.Sign(move) == Math.Sign(to - from)),
        _ => false,
    };

    private static (PullSource, int)[] Owners(CompiledModel model)
    {
        var found = new (PullSource, int)[model.Effects.Length];
        foreach (var (e, compiled) in model.Events.Index())
        {
            foreach (var effect in compiled.Outcomes.SelectMany(outcome => outcome.Effects))
            {
                found[effect] = (PullSource.Event, e);
            }
        }

        foreach (var (measure, compiled) in model.Measures.Index())
        {
            foreach (var effect in compiled.Effects.Concat(compiled.Early))
            {
                found[effect] = (PullSource.Measure, measure);
            }
        }

        return found;
    }

    /// <summary>The effects that act in this step.</summary>
    private void Gather(ReadOnlySpan<MeasurePhase> before)
    {
        acting.Clear();
        foreach (var happening in simulator.Happenings)
        {
            acting.AddRange(model.Events[happening.Event].Outcomes[happening.Outcome].Effects.Where(effect => Acts(effect, happening.Repeat)));
        }

        for (var measure = 0; measure < before.Length; measure++)
        {
            if (simulator.View.Phases[measure] == MeasurePhase.InForce)
            {
                var tookEffect = before[measure] != MeasurePhase.InForce;
                acting.AddRange(model.Measures[measure].Effects.Where(effect => IsDue(effect, tookEffect) && Acts(effect, 0)));
            }

            if (simulator.AgreedEarly[measure])
            {
                acting.AddRange(model.Measures[measure].Early.Where(effect => Acts(effect, 0)));
            }
        }
    }

    private bool IsDue(int effect, bool tookEffect) =>
        model.Effects[effect].RateSlot < 0 ? tookEffect : IsBelow(model.Effects[effect].Rate, parameters.Rates[effect]);

    private bool Acts(int effect, int repeat)
    {
        var compiled = model.Effects[effect];
        return simulator.View.Holds(compiled.When)
            && (compiled.ChanceSlot < 0 || IsBelow(PathState.Repeated(compiled.Chance, repeat), parameters.Chances[effect]));
    }

    private bool IsBelow(ulong purpose, long threshold) =>
        KeyedNoise.IsBelow(key, KeyedNoise.StepKey(purpose, simulator.View.Step), threshold, Thresholds.EventBits);

    /// <summary>The balance of a state as the redraw saw it, in hundredths of a point.</summary>
    private int Balance(int factor, int state)
    {
        var units = 0L;
        foreach (var push in Pushes(factor))
        {
            units += pushes[push] * model.Pushes[push].Lean.Numerators[state];
        }

        return Influences(factor).Sum(influence => tables.Row(influence.Index, sourceStates[influence.Index])[state])
            + Tendencies(factor).Sum(tendency => Points(tendency)[state])
            + Impacts.DivideRounded(100 * units, PushUnits.PerPoint * Impacts.LeanDenominator(model.Factors[factor].States));
    }

    private IEnumerable<CompiledInfluence> Influences(int factor) => model.Impacts.Influences.Where(influence => influence.Target == factor && sourceStates[influence.Index] >= 0);

    private IEnumerable<int> Tendencies(int factor) => Enumerable.Range(0, model.Tendencies.Length).Where(tendency => model.Tendencies[tendency].Factor == factor);

    private IEnumerable<int> Pushes(int factor) => Enumerable.Range(0, pushes.Length).Where(push => pushes[push] != 0 && model.Pushes[push].Lean.Factor == factor);

    private int[] Points(int tendency) => Impacts.OfLean(Impacts.Hundredths(parameters.Values[model.Tendencies[tendency].Slot]), model.Tendencies[tendency].Numerators);

    /// <summary>What speaks most for one state against another, that of one origin taken together.</summary>
    private ImmutableArray<ToldPull> Strongest(int factor, int from, int to)
    {
        var influences = Influences(factor).GroupBy(influence => (influence.Source, State: sourceStates[influence.Index])).Select(group => new ToldPull(
            PullSource.Influence,
            group.First().Index,
            group.Key.State,
            group.Sum(influence => tables.Row(influence.Index, group.Key.State)[to] - tables.Row(influence.Index, group.Key.State)[from])));
        var tendencies = Tendencies(factor).Select(tendency => new ToldPull(PullSource.Tendency, tendency, null, Points(tendency)[to] - Points(tendency)[from]));
        var denominator = PushUnits.PerPoint * Impacts.LeanDenominator(model.Factors[factor].States);
        var pushed = Pushes(factor).GroupBy(push => pushOwners[push]).Select(group => new ToldPull(
            group.Key.Source,
            group.Key.Place,
            null,
            Impacts.DivideRounded(100 * group.Sum(push => pushes[push] * (model.Pushes[push].Lean.Numerators[to] - model.Pushes[push].Lean.Numerators[from])), denominator)));
        var all = influences.Concat(tendencies).Concat(pushed).Where(pull => pull.Hundredths > 0).OrderByDescending(pull => pull.Hundredths).ToList();
        return [.. all.Take(MostPulls).Where(pull => PartOfLargest * pull.Hundredths >= all[0].Hundredths)];
    }
}
