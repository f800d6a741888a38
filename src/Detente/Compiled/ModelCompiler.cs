using System.Collections.Immutable;
using Detente.Models;
using Detente.Numerics;

namespace Detente.Compiled;

/// <summary>Makes a model ready for walking paths.</summary>
internal sealed class ModelCompiler
{
    private readonly Model model;
    private readonly Horizon horizon;
    private readonly ConditionCompiler conditions;
    private readonly NumberTable numbers = new();
    private readonly EffectCompiler effects;
    private readonly UniqueNames tendencyNames = new();
    private readonly List<int> decisiveness = [];

    private ModelCompiler(Model model)
    {
        this.model = model;
        horizon = model.Horizon ?? throw new ArgumentException("The model has no horizon.", nameof(model));
        conditions = new ConditionCompiler(model);
        effects = new EffectCompiler(model, conditions, numbers);
    }

    /// <summary>Compiles a model.</summary>
    /// <param name="model">A model with a horizon, and with an initial state and an inertia for each factor.</param>
    /// <exception cref="ArgumentException">One of these is missing, a reference is not in the model, or causes form a cycle: only in models that did not come through the language.</exception>
    public static CompiledModel Compile(Model model) => Compile(model, []);

    /// <summary>Compiles a model and conditions that are asked of its paths from outside; they change no path.</summary>
    /// <param name="model">The same as without them.</param>
    /// <param name="asked">The conditions; see <see cref="CompiledModel.Asked"/>.</param>
    /// <exception cref="ArgumentException">As without them.</exception>
    public static CompiledModel Compile(Model model, IEnumerable<Condition> asked) => new ModelCompiler(model).Compile(asked);

    private CompiledModel Compile(IEnumerable<Condition> asked)
    {
        decisiveness.Add(numbers.Add("decisiveness", model.Decisiveness));
        var layout = ImpactLayout.Of(model);
        ImmutableArray<int> impactSlots = [.. layout.Numbers.Select(number => numbers.Add("influences/" + number.Name, number.Points))];
        var offsets = new int[model.Factors.Length + 1];
        for (var factor = 0; factor < model.Factors.Length; factor++)
        {
            offsets[factor + 1] = offsets[factor] + model.Factors[factor].States.Length;
        }

        var factors = model.Factors.Select((factor, index) => Compile(factor, offsets[index], index)).ToImmutableArray();
        var tendencies = model.Tendencies.Select(Compile).ToImmutableArray();
        var measures = model.Measures.Select((measure, index) => Compile(measure, index)).ToImmutableArray();
        var strategies = model.Strategies.Select(Compile).ToImmutableArray();
        ImmutableArray<int> constraints = [.. model.Constraints.Select(constraint => conditions.Compile(constraint.Never))];
        var events = model.Events.Select((of, index) => Compile(of, index)).ToImmutableArray();
        ImmutableArray<int> askedNodes = [.. asked.Select(conditions.Compile)];
        return new CompiledModel(model)
        {
            StepCount = horizon.StepCount,
            StepYears = horizon.StepYears,
            Factors = factors,
            StatesInAll = offsets[^1],
            Numbers = numbers,
            Impacts = layout,
            ImpactSlots = impactSlots,
            Delays = [.. model.Influences.Select(influence => influence.Delay is { Count: > 0 } delay ? horizon.StepsIn(delay) : 0)],
            Tendencies = tendencies,
            Measures = measures,
            Strategies = strategies,
            Events = [.. events.Select((compiled, index) => compiled with { Outcomes = WithPatterns(compiled, index) })],
            RootEvents = [.. Enumerable.Range(0, events.Length).Where(e => events[e].Origin != EventOrigin.Consequence)],
            ChainEvents = EventOrder.OfConsequences(model),
            Effects = effects.Effects,
            Pushes = effects.Pushes,
            Constraints = constraints,
            Asked = askedNodes,
            DecisivenessSlots = [.. decisiveness],
            Conditions = conditions.Finish(),
        };
    }

    private CompiledFactor Compile(Factor factor, int offset, int index)
    {
        var name = "factors/" + factor.Id;
        var inertia = factor.Inertia ?? throw new ArgumentException($"The factor {factor.Id} has no inertia.", nameof(factor));
        var up = inertia.Up is { } upward ? numbers.Add(name + ":inertia-up", upward.Years) : -1;
        var isOne = inertia.Up == inertia.Down;
        var own = 0;
        if (factor.Decisiveness is { } stated)
        {
            own = decisiveness.Count;
            decisiveness.Add(numbers.Add(name + ":decisiveness", stated));
        }

        return new CompiledFactor(offset, factor.States.Length, factor.Initial ?? throw new ArgumentException($"The factor {factor.Id} has no initial state.", nameof(factor)))
        {
            MovesToNeighbours = factor.Moves == MoveRule.Neighbours && factor.Scale == FactorScale.Ordered,
            UpSlot = up,
            DownSlot = isOne ? up : inertia.Down is { } down ? numbers.Add(name + ":inertia-down", down.Years) : -1,
            Decisiveness = own,
            Direction = KeyedNoise.Purpose(name + ":direction"),
            Reconsider = KeyedNoise.Purpose(name + ":reconsider"),
            Choice = KeyedNoise.Purpose(name + ":choice"),
            Barriers = [.. model.Barred.Where(barrier => barrier.Factor.Index == index).Select(barrier => new CompiledBarrier(
                conditions.Compile(barrier.While),
                [.. Enumerable.Range(0, factor.States.Length).Select(barrier.States.Contains)]))],
        };
    }

    private CompiledLean Compile(Tendency tendency) => new(
        tendency.Factor.Index,
        numbers.Add("tendencies/" + tendencyNames.For(KeyNames.Of(tendency, model)), tendency.Lean.Weight),
        [.. Impacts.LeanNumerators(model.Factors[tendency.Factor.Index], tendency.Lean.Towards)]);

    private CompiledEvent Compile(ModelEvent of, int index)
    {
        var name = "events/" + of.Id;
        var (origin, slot) = of.Trigger switch
        {
            Scheduled scheduled => (EventOrigin.Scheduled, numbers.Add(name + ":probability", scheduled.Probability)),
            Stochastic stochastic => (of.Repeats ? EventOrigin.Repeating : EventOrigin.Stochastic, numbers.Add(name + ":rate", stochastic.Rate)),
            _ => (EventOrigin.Consequence, -1),
        };
        return new CompiledEvent(origin, slot)
        {
            Dates = of.Trigger is Scheduled { Dates: var dates } ? DatesByStep(dates) : [],
            When = conditions.Compile(of.When),
            Multipliers = [.. Rules(name, of.Multipliers), .. effects.MultipliersOf(index, null)],
            Causes = of.Trigger is Consequence { Causes: var causes } ? Compile(name, causes) : [],
            Outcomes = [.. of.Outcomes.Select((outcome, place) => Compile($"{name}.{outcome.Id}", outcome, new EventReference(new EventId(index), place)))],
            Pathway = of.Pathway,
            Happens = KeyedNoise.Purpose(name + ":happens"),
            Turns = KeyedNoise.Purpose(name + ":outcome"),
        };
    }

    private ImmutableArray<int> DatesByStep(ImmutableArray<DateOnly> dates)
    {
        var counts = new int[horizon.StepCount];
        foreach (var step in dates.Select(horizon.StepOf).Where(step => step >= 0 && step < counts.Length))
        {
            counts[step]++;
        }

        return [.. counts];
    }

    private IEnumerable<CompiledMultiplier> Rules(string owner, ImmutableArray<Multiplier> rules)
    {
        var names = new UniqueNames();
        foreach (var rule in rules)
        {
            var name = names.For($"{owner}:multiplier/{ConditionNames.Of(rule.When, model)}");
            yield return new CompiledMultiplier(numbers.Add(name, rule.Factor), conditions.Compile(rule.When), -1);
        }
    }

    private ImmutableArray<CompiledCause> Compile(string owner, ImmutableArray<Cause> causes)
    {
        var names = new UniqueNames();
        return [.. causes.Select(cause =>
        {
            var name = names.For($"{owner}:{KeyNames.Of(cause, model)}");
            return new CompiledCause(cause.Of.Event.Index, cause.Of.Outcome ?? -1, numbers.Add(name, cause.Probability))
            {
                When = conditions.Compile(cause.When),
                Pathway = cause.Pathway,
                Purpose = KeyedNoise.Purpose(name),
            };
        })];
    }

    private CompiledOutcome Compile(string name, Outcome outcome, EventReference of) => new(numbers.Add(name + ":weight", outcome.Weight), outcome.Severity ?? -1)
    {
        Multipliers = [.. Rules(name, outcome.Multipliers), .. effects.MultipliersOf(of.Event.Index, of.Outcome)],
        Effects = effects.Compile(name, outcome.Effects, -1),
        Patterns = [],
    };

    /// <summary>Patterns are known only when all conditions are compiled.</summary>
    private ImmutableArray<CompiledOutcome> WithPatterns(CompiledEvent compiled, int index) => [.. compiled.Outcomes.Select((outcome, place) => outcome with
    {
        Patterns = [.. conditions.Patterns.Index()
            .Where(pattern => BeforeStart.Matches(pattern.Item, new EventReference(new EventId(index), place), model))
            .Select(pattern => pattern.Index)],
    })];

    private CompiledMeasure Compile(Measure measure, int index)
    {
        var name = "measures/" + measure.Id;
        return new CompiledMeasure(numbers.Add(name + ":uptake", measure.Uptake))
        {
            Preconditions = [.. measure.Preconditions.Select(precondition => conditions.Compile(precondition.When))],
            IsAdvisory = measure.Gate == Gate.Advisory,
            Lead = measure.Lead is { Count: > 0 } lead ? horizon.StepsIn(lead) : 0,
            Pause = measure.Pause is { } pause ? horizon.StepsIn(pause) : 1,
            SustainedBy = conditions.Compile(measure.SustainedBy),
            Effects = effects.Compile(name, measure.Effects, index),
            Early = effects.Compile(name + ":early", measure.Early, index),
            Agree = KeyedNoise.Purpose(name + ":agree"),
        };
    }

    private ImmutableArray<CompiledPursuit> Compile(Strategy strategy) => [.. strategy.Pursuits.Select(pursuit => new CompiledPursuit(
        pursuit.Measure.Index,
        conditions.Compile(pursuit.When),
        conditions.Compile(pursuit.Until),
        [.. pursuit.After.Select(measure => measure.Index)]))];
}

/// <summary>Names that stay what they are when others come or go: a second one of a name gets <c>#2</c>.</summary>
internal sealed class UniqueNames
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>The name, made unique.</summary>
    /// <param name="name">The name.</param>
    public string For(string name)
    {
        var count = counts.GetValueOrDefault(name) + 1;
        counts[name] = count;
        return count == 1 ? name : FormattableString.Invariant($"{name}#{count}");
    }
}

/// <summary>In which order consequences are looked at.</summary>
internal static class EventOrder
{
    /// <summary>The consequences among the events, causes first, otherwise in declaration order.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentException">The causes form a cycle.</exception>
    public static ImmutableArray<int> OfConsequences(Model model)
    {
        var done = Enumerable.Range(0, model.Events.Length).Where(e => model.Events[e].Trigger is not Consequence).ToHashSet();
        var waiting = Enumerable.Range(0, model.Events.Length).Where(e => !done.Contains(e)).ToList();
        var order = ImmutableArray.CreateBuilder<int>(waiting.Count);
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(e => ((Consequence)model.Events[e].Trigger).Causes.All(cause => done.Contains(cause.Of.Event.Index)));
            if (next < 0)
            {
                throw new ArgumentException("The causes of events form a cycle.", nameof(model));
            }

            order.Add(waiting[next]);
            done.Add(waiting[next]);
            waiting.RemoveAt(next);
        }

        return order.MoveToImmutable();
    }
}
