using System.Numerics;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;
using Detente.Simulation;

namespace Detente.Tests.Simulation;

/// <summary>One path walked in the plainest way: names instead of places, all balances anew in each step, all windows by scanning.</summary>
/// <remarks>It shares the keys and the roundings of random numbers with the engine, the sampling contract, and nothing else.</remarks>
internal sealed class NaiveWalk
{
    private readonly Model model;
    private readonly IReadOnlyList<Pursuit> pursued;
    private readonly PathRules rules;
    private readonly PathKey key;
    private readonly NaiveConditions conditions;
    private readonly int[] clock;
    private readonly HashSet<Pursuit> givenUp = [];
    private readonly HashSet<int> everInForce = [];
    private readonly List<(string Owner, Effect Effect, int Measure, int Repeat)> acting = [];
    private int[] next = [];

    public NaiveWalk(Model model, PathRules rules, PathKey key)
    {
        this.model = model;
        this.rules = rules;
        this.key = key;
        pursued = [.. rules.Strategies.SelectMany(strategy => model.Strategies[strategy].Pursuits).Where(pursuit => !rules.Dropped.Contains(pursuit.Measure.Index))];
        clock = new int[model.Measures.Length];
        conditions = new NaiveConditions(model) { PhasesNow = new MeasurePhase[model.Measures.Length] };
        conditions.States.Add([.. model.Factors.Select((factor, f) => Held(f, 0) ?? factor.Initial!.Value)]);
        conditions.Phases.Add(conditions.PhasesNow);
    }

    public int[] States => conditions.States[^1];

    public MeasurePhase[] Phases => conditions.PhasesNow;

    public int Scenario => conditions.Scenario;

    public List<Happening> Happenings { get; private set; } = [];

    public int Overridden { get; private set; }

    public Dictionary<string, (PushEffect Push, int Measure, BigInteger Units)> Pushes { get; } = [];

    /// <summary>An event that one step goes without.</summary>
    public (int Event, int Step) LeftOut { get; init; } = (-1, -1);

    public bool Holds(Condition condition) => conditions.Holds(condition);

    private double StepYears => Period.DaysIn(model.Horizon!.Step) / 365.25;

    public void MoveMeasures()
    {
        var (before, after, now) = (Phases, (MeasurePhase[])Phases.Clone(), conditions.Now);
        tookEffect.Clear();
        early.Clear();
        for (var m = 0; m < before.Length; m++)
        {
            var measure = model.Measures[m];
            if (before[m] == MeasurePhase.InForce && !conditions.Holds(measure.SustainedBy))
            {
                after[m] = MeasurePhase.Ended;
                clock[m] = now + (measure.Pause is { } pause ? conditions.Steps(pause) : 1);
            }
            else if (before[m] == MeasurePhase.Agreed && clock[m] == now)
            {
                after[m] = MeasurePhase.InForce;
                tookEffect.Add(m);
            }
            else if (before[m] == MeasurePhase.Ended && clock[m] == now)
            {
                after[m] = MeasurePhase.Idle;
            }
        }

        var agreed = new HashSet<int>();
        foreach (var pursuit in pursued)
        {
            if (pursuit.Until is not null && conditions.Holds(pursuit.Until))
            {
                givenUp.Add(pursuit);
            }

            var m = pursuit.Measure.Index;
            var measure = model.Measures[m];
            var isReady = measure.Preconditions.All(precondition => conditions.Holds(precondition.When));
            if (after[m] == MeasurePhase.Idle && !givenUp.Contains(pursuit) && conditions.Holds(pursuit.When) && (isReady || measure.Gate == Gate.Advisory)
                && pursuit.After.All(earlier => everInForce.Contains(earlier.Index)) && Succeeds($"measures/{measure.Id}:agree", AtLeastOnce(measure.Uptake.Value * StepYears)))
            {
                agreed.Add(m);
                _ = isReady || early.Add(m);
                var lead = measure.Lead is { Count: > 0 } period ? conditions.Steps(period) : 0;
                clock[m] = now + lead;
                after[m] = lead == 0 ? MeasurePhase.InForce : MeasurePhase.Agreed;
                _ = lead > 0 || tookEffect.Add(m);
            }
        }

        conditions.PhasesNow = after;
        conditions.AgreedNow.UnionWith(agreed);
        everInForce.UnionWith(Enumerable.Range(0, after.Length).Where(m => after[m] == MeasurePhase.InForce));
    }

    private readonly HashSet<int> tookEffect = [];
    private readonly HashSet<int> early = [];

    public void Finish()
    {
        Happenings = new NaiveEvents(model, conditions, Number) { Decided = Decided }.Find(Multiplier);
        Redraw();
        FindActing();
        Move();
        Renew();
        next = [.. next.Select((state, f) => Held(f, conditions.Now + 1) ?? state)];
        conditions.Happened.AddRange(Happenings.Select(happening => (conditions.Now, new EventReference(new EventId(happening.Event), happening.Outcome))));
        conditions.AgreedNow.Clear();
        conditions.States.Add(next);
        conditions.Phases.Add(conditions.PhasesNow);
    }

    private int? Held(int f, int step) => rules.Held.Where(held => held.Factor == f && held.From <= step).OrderBy(held => held.From).Select(held => (int?)held.State).LastOrDefault();

    private bool? Decided(int e) => LeftOut == (e, conditions.Now) ? false
        : rules.Staged.Where(deed => deed.Event == e && (deed.Step == conditions.Now || deed.Step < 0)).OrderBy(deed => deed.Step).Select(deed => (bool?)deed.Happens).LastOrDefault();

    /// <summary>32 bits: four bytes, of which the first two are the number of 16 bits.</summary>
    private long Number(string purpose, int repeat)
    {
        var stepKey = KeyedNoise.StepKey(repeat == 0 ? KeyedNoise.Purpose(purpose) : KeyedNoise.Mix64(KeyedNoise.Purpose(purpose) + (ulong)repeat), conditions.Now);
        return Enumerable.Range(0, 4).Aggregate(0L, (number, place) => (number * 256) + KeyedNoise.Byte(key, stepKey, place));
    }

    private bool Succeeds(string purpose, double probability, int repeat = 0) => Number(purpose, repeat) < Thresholds.Of(probability, 32);

    private static double AtLeastOnce(double mean) => 1 - Math.Exp(-mean);

    private bool Acts(string name, Effect effect, int repeat) => conditions.Holds(effect.When) && Succeeds(name + ":chance", effect.Chance.Value, repeat);

    private IEnumerable<(string Name, Effect Effect)> Named(string owner, IEnumerable<Effect> effects)
    {
        var seen = new List<string>();
        foreach (var effect in effects)
        {
            var name = $"{owner}/{KeyNames.Of(effect, model)}";
            seen.Add(name);
            var count = seen.Count(other => other == name);
            yield return (count == 1 ? name : $"{name}#{count}", effect);
        }
    }

    private IEnumerable<(string Name, Effect Effect, int Measure)> InForceEffects() =>
        from m in Enumerable.Range(0, model.Measures.Length)
        where Phases[m] == MeasurePhase.InForce
        from named in Named("measures/" + model.Measures[m].Id, model.Measures[m].Effects)
        select (named.Name, named.Effect, m);

    private double Multiplier(EventReference of)
    {
        var happening = model.Events[of.Event.Index];
        var multipliers = of.Outcome is { } outcome ? happening.Outcomes[outcome].Multipliers : happening.Multipliers;
        return multipliers.Where(rule => conditions.Holds(rule.When)).Select(rule => rule.Factor.Value)
            .Concat(InForceEffects().Where(entry => entry.Effect is MultiplyEffect multiply && multiply.Of == of && Acts(entry.Name, entry.Effect, 0))
                .Select(entry => ((MultiplyEffect)entry.Effect).Factor.Value))
            .Aggregate(1.0, (product, factor) => product * factor);
    }

    private bool IsBarred(int f, int state) =>
        model.Barred.Any(barrier => barrier.Factor.Index == f && barrier.States.Contains(state) && conditions.Holds(barrier.While));

    private bool IsHeld(int f, int from, int to) => InForceEffects().Any(entry => entry.Effect is HoldEffect hold && hold.Factor.Index == f
        && (to > from ? hold.Up : to < from && hold.Down) && Acts(entry.Name, hold, 0));

    private void Redraw()
    {
        foreach (var (name, (push, measure, _)) in Pushes.ToList())
        {
            var hasEnded = push.HalfLife is null && measure >= 0 && Phases[measure] is MeasurePhase.Idle or MeasurePhase.Ended;
            if (hasEnded || !conditions.Holds(push.While))
            {
                Pushes.Remove(name);
            }
        }

        next = [.. Enumerable.Range(0, States.Length).Select(Redrawn)];
        foreach (var (name, (push, measure, units)) in Pushes.ToList())
        {
            var left = push.HalfLife is { } half ? (int)Math.Floor((65536 * Math.Pow(2, -StepYears / half.Years)) + 0.5) : 65536;
            Pushes[name] = (push, measure, BigInteger.Divide(units * left, 65536)); // cuts off toward zero
        }

        foreach (var name in Pushes.Where(entry => entry.Value.Units == 0).Select(entry => entry.Key).ToList())
        {
            Pushes.Remove(name);
        }
    }

    private int Redrawn(int f)
    {
        var (factor, state) = (model.Factors[f], States[f]);
        var name = "factors/" + factor.Id;
        long Sixteen(string role) => Number($"{name}:{role}", 0) >> 16;
        bool IsReconsidered(PeriodEstimate? inertia) => inertia is { } time && Sixteen("reconsider") < Thresholds.Of(AtLeastOnce(StepYears / time.Value.Years), 16);
        var v = new NaiveBalance(model, conditions.States, conditions.Steps).Of(f, Pushes.Values.Select(entry => (entry.Push, entry.Units)));
        var decisiveness = (factor.Decisiveness ?? model.Decisiveness).Value;
        if (factor.Scale == FactorScale.Nominal || factor.Moves == MoveRule.Any)
        {
            var best = v.Where((_, s) => !IsBarred(f, s) && !IsHeld(f, state, s)).DefaultIfEmpty(0).Max();
            var weights = v.Select((points, s) => IsBarred(f, s) || IsHeld(f, state, s) ? 0 : Math.Max(1, (long)(((v.Length > 4 ? 65535 : 65535 / v.Length) * Math.Exp(decisiveness * (points - best) / 100)) + 0.5))).ToArray();
            var place = v.Length > 4 ? Number(name + ":choice", 0) * weights.Sum() / (1L << 32) : Sixteen("choice") * weights.Sum() / 65536;
            return IsReconsidered(factor.Inertia!.Up) && weights.Sum() > 0 ? Enumerable.Range(0, v.Length).First(s => place < weights.Take(s + 1).Sum()) : state;
        }

        var by = v.Length == 2 ? (state == 0 ? 1 : -1) : Sixteen("direction") < 32768 ? 1 : -1;
        var to = state + by;
        if (to < 0 || to >= v.Length || !IsReconsidered(by > 0 ? factor.Inertia!.Up : factor.Inertia!.Down))
        {
            return state;
        }

        if (IsBarred(f, state))
        {
            return Enumerable.Range(0, v.Length).Where(s => !IsBarred(f, s) && !IsHeld(f, state, s))
                .OrderBy(s => Math.Sign(s - state) == by ? 0 : 1).ThenBy(s => Math.Abs(s - state)).Append(state).First();
        }

        var isOpen = !IsBarred(f, to) && !IsHeld(f, state, to);
        return isOpen && Sixteen("choice") < Thresholds.Of(1 / (1 + Math.Exp(-decisiveness * (v[to] - v[state]) / 100)), 16) ? to : state;
    }

    private void FindActing()
    {
        acting.Clear();
        foreach (var happening in Happenings.OrderBy(happening => happening.Event))
        {
            var outcome = model.Events[happening.Event].Outcomes[happening.Outcome];
            acting.AddRange(Named($"events/{model.Events[happening.Event].Id}.{outcome.Id}", outcome.Effects)
                .Where(named => Acts(named.Name, named.Effect, happening.Repeat)).Select(named => (named.Name, named.Effect, -1, happening.Repeat)));
        }

        for (var m = 0; m < model.Measures.Length; m++)
        {
            acting.AddRange(InForceEffects().Where(entry => entry.Measure == m && entry.Effect is not (HoldEffect or MultiplyEffect)
                && (entry.Effect.Rate is { } rate ? Succeeds(entry.Name + ":rate", AtLeastOnce(rate.Value * StepYears)) : tookEffect.Contains(m))
                && Acts(entry.Name, entry.Effect, 0)).Select(entry => (entry.Name, entry.Effect, m, 0)));
            if (early.Contains(m))
            {
                acting.AddRange(Named($"measures/{model.Measures[m].Id}:early", model.Measures[m].Early)
                    .Where(named => Acts(named.Name, named.Effect, 0)).Select(named => (named.Name, named.Effect, m, 0)));
            }
        }
    }

    private int Moved(int f, int from, int by)
    {
        var to = from;
        for (var i = 0; i < Math.Abs(by); i++)
        {
            var ahead = to + Math.Sign(by);
            if (ahead < 0 || ahead >= model.Factors[f].States.Length || IsBarred(f, ahead) || IsHeld(f, to, ahead))
            {
                break;
            }

            to = ahead;
        }

        return to;
    }

    private void Move()
    {
        Overridden = 0;
        for (var f = 0; f < next.Length; f++)
        {
            var moves = acting.Select(entry => entry.Effect).OfType<MoveEffect>().Where(move => move.Factor.Index == f).ToList();
            var basis = Moved(f, next[f], moves.Sum(move => move.Steps));
            var placed = acting.Where(entry => FactorOf(entry.Effect) == f)
                .Select(entry => (entry.Effect, Target: Target(entry, basis)))
                .Where(entry => entry.Target == basis || (!IsBarred(f, entry.Target) && !IsHeld(f, basis, entry.Target))).ToList();
            next[f] = placed.Select(entry => entry.Target).Prepend(basis).Last();
            Overridden += Math.Max(0, placed.Count - 1) + (placed.Any(entry => entry.Effect is not DrawEffect { AreMoves: true }) ? moves.Count : 0);
        }
    }

    private static int FactorOf(Effect effect) => effect switch { SetEffect set => set.Factor.Index, DrawEffect draw => draw.Factor.Index, _ => -1 };

    private int Target((string Name, Effect Effect, int Measure, int Repeat) entry, int basis)
    {
        if (entry.Effect is SetEffect set)
        {
            return set.State;
        }

        var draw = (DrawEffect)entry.Effect;
        var cumulative = new long[draw.Alternatives.Length];
        Thresholds.Cumulate([.. draw.Alternatives.Select(alternative => alternative.Weight.Value)], 32, cumulative);
        var value = draw.Alternatives[Array.FindIndex(cumulative, c => Number(entry.Name + ":draw", entry.Repeat) < c)].Value;
        return draw.AreMoves ? Moved(draw.Factor.Index, basis, value) : value;
    }

    private void Renew()
    {
        foreach (var (name, effect, measure, _) in acting)
        {
            if (effect is not PushEffect push)
            {
                continue;
            }

            var units = new BigInteger(Math.Round((decimal)push.Lean.Weight.Value * 65536, MidpointRounding.AwayFromZero));
            if (push.Stacks)
            {
                var cap = new BigInteger(Math.Round((decimal)push.Cap!.Value * 65536, MidpointRounding.AwayFromZero));
                units = BigInteger.Clamp(units + (Pushes.TryGetValue(name, out var there) ? there.Units : 0), -cap, cap);
            }

            Pushes[name] = (push, measure, units);
        }
    }
}
