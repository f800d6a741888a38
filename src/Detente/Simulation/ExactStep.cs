using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Numerics;

namespace Detente.Simulation;

/// <summary>What can come of one configuration in one step.</summary>
internal sealed class ExactTransitions
{
    /// <summary>Chance by next configuration and by what happened on the way (see <see cref="ExactMarks"/>).</summary>
    public ImmutableArray<(int Next, UInt128 Marks, double Chance)> Next { get; set; } = [];

    /// <summary>Mean number of happenings, by event and outcome.</summary>
    public Dictionary<(int Event, int Outcome), double> Happenings { get; } = [];

    /// <summary>Chance that the first event of at least a severity in this step has a root and a pathway.</summary>
    public Dictionary<(int Severity, int Root, Pathway Pathway), double> First { get; } = [];

    /// <summary>Mean number of chains that reach at least a severity.</summary>
    public Dictionary<int, double> Chains { get; } = [];

    /// <summary>Mean number of overridden effects.</summary>
    public double Overridden { get; set; }
}

/// <summary>Places of the marks of what happened at least once.</summary>
/// <param name="Model">The model.</param>
internal sealed record ExactMarks(Model Model)
{
    /// <summary>Number of marks.</summary>
    public int Count => Constraint(Model.Constraints.Length);

    /// <summary>An event of at least a severity.</summary>
    public int Severity(int severity) => severity;

    /// <summary>An event.</summary>
    public int Event(int e) => Model.Severities.Length + e;

    /// <summary>A measure was agreed.</summary>
    public int Agreed(int measure) => Event(Model.Events.Length) + measure;

    /// <summary>A measure was agreed without its preconditions.</summary>
    public int Early(int measure) => Agreed(Model.Measures.Length) + measure;

    /// <summary>A constraint was broken.</summary>
    public int Constraint(int constraint) => Early(Model.Measures.Length) + constraint;
}

/// <summary>Computes what can come of a configuration: all agreements, all ways of the events, all effects.</summary>
internal sealed class ExactStep
{
    private const double Parts = 4294967296;
    private readonly Model model;
    private readonly ExactSpace space;
    private readonly bool eventsOff;
    private readonly ExactMarks marks;
    private readonly ImpactTables impacts;
    private readonly ImmutableArray<ChoiceTable> choices;
    private readonly ImmutableArray<int> order;

    /// <summary>Initialises the steps of a model with every judged number at its stated point.</summary>
    /// <param name="model">The model.</param>
    /// <param name="space">Its configurations.</param>
    /// <param name="eventsOff">Whether no event happens.</param>
    public ExactStep(Model model, ExactSpace space, bool eventsOff)
    {
        this.model = model;
        this.space = space;
        this.eventsOff = eventsOff;
        marks = new ExactMarks(model);
        impacts = ImpactTables.Of(model);
        choices = [.. model.Factors.Select(factor => new ChoiceTable((factor.Decisiveness ?? model.Decisiveness).Value))];
        order = space.Measures;
    }

    /// <summary>What can come of a configuration.</summary>
    /// <param name="code">The configuration.</param>
    /// <param name="step">The step.</param>
    public ExactTransitions From(int code, int step)
    {
        var transitions = new ExactTransitions();
        var before = new ExactMoment(model) { Step = step };
        space.Decode(code, before.States, before.InForce);
        var after = new ExactMoment(model) { Step = step, States = before.States };
        var branch = new Branch(this, before, after, transitions);
        branch.Measures(0, 1);
        transitions.Next = [.. branch.Next.Select(way => (way.Key.Next, way.Key.Marks, way.Value))];
        return transitions;
    }

    /// <summary>One configuration's step on its way through the branches.</summary>
    private sealed class Branch(ExactStep owner, ExactMoment before, ExactMoment after, ExactTransitions transitions)
    {
        /// <summary>Chance by next configuration and marks; ways that end alike add up.</summary>
        public Dictionary<(int Next, UInt128 Marks), double> Next { get; } = [];

        private readonly bool[] early = new bool[owner.model.Measures.Length];
        private readonly bool[] tookEffect = new bool[owner.model.Measures.Length];
        private List<(Effect Effect, int Measure)> standing = [];
        private bool[] isActive = [];

        /// <summary>Part 1, measure after measure.</summary>
        public void Measures(int place, double chance)
        {
            if (place == owner.order.Length)
            {
                standing = [.. owner.order.Where(m => after.InForce[m]).SelectMany(m => owner.model.Measures[m].Effects
                    .Where(effect => effect is HoldEffect or MultiplyEffect && after.Holds(effect.When)).Select(effect => (effect, m)))];
                isActive = new bool[standing.Count];
                Standing(0, chance);
                return;
            }

            var index = owner.order[place];
            var measure = owner.model.Measures[index];
            if (before.InForce[index])
            {
                after.InForce[index] = before.Holds(measure.SustainedBy);
                Measures(place + 1, chance);
                after.InForce[index] = false;
                return;
            }

            var isReady = measure.Preconditions.All(precondition => before.Holds(precondition.When));
            var isPursued = owner.space.Pursuits.Any(pursuit => pursuit.Measure.Index == index && before.Holds(pursuit.When) && pursuit.After.All(earlier => before.InForce[earlier.Index]));
            var agrees = isPursued && (isReady || measure.Gate == Gate.Advisory)
                ? Thresholds.Of(Elementary.OneMinusExpOfMinus(measure.Uptake.Value * owner.model.Horizon!.StepYears), Thresholds.EventBits) / Parts
                : 0;
            if (agrees > 0)
            {
                (after.InForce[index], after.Agreed[index], tookEffect[index], early[index]) = (true, true, true, !isReady);
                Measures(place + 1, chance * agrees);
                (after.InForce[index], after.Agreed[index], tookEffect[index], early[index]) = (false, false, false, false);
            }

            if (agrees < 1)
            {
                Measures(place + 1, chance * (1 - agrees));
            }
        }

        /// <summary>The chances of holds and multipliers, then all ways of the events.</summary>
        private void Standing(int place, double chance)
        {
            if (place < standing.Count)
            {
                var acts = Chance(standing[place].Effect);
                isActive[place] = true;
                if (acts > 0)
                {
                    Standing(place + 1, chance * acts);
                }

                isActive[place] = false;
                if (acts < 1)
                {
                    Standing(place + 1, chance * (1 - acts));
                }

                return;
            }

            var ways = new Dictionary<(string Effects, UInt128 Marks), (List<Happening> Happenings, double Chance)>();
            void Visit(List<Happening> happenings, double share)
            {
                Note(happenings, share);
                var key = (EffectKey(happenings), MarksOf(happenings));
                ways[key] = (ways.TryGetValue(key, out var same) ? same.Happenings : [.. happenings], same.Chance + share);
            }

            if (owner.eventsOff)
            {
                Visit([], chance);
            }
            else
            {
                var multipliers = standing.Index().Where(one => one.Item.Effect is MultiplyEffect).Select(one => ((MultiplyEffect)one.Item.Effect, one.Index));
                new ExactEvents(after, [.. multipliers], isActive).ForEach((happenings, share) => Visit(happenings, share * chance));
            }

            Effects(ways);
        }

        private void Effects(Dictionary<(string Effects, UInt128 Marks), (List<Happening> Happenings, double Chance)> ways)
        {
            var balance = owner.impacts.Balance(after.States);
            var factors = owner.model.Factors.Select((_, f) => new ExactFactor(after, f, IsHeld(f, true), IsHeld(f, false))).ToArray();
            var redrawn = factors.Select((factor, f) => factor.Redrawn(WithTendencies(f, balance[f]), owner.choices[f], owner.model.Horizon!.StepYears)).ToArray();
            foreach (var ((_, marked), (happenings, chance)) in ways)
            {
                var effects = Acting(happenings).ToList();
                var next = new double[factors.Length][];
                for (var f = 0; f < factors.Length; f++)
                {
                    var (distribution, overridden) = factors[f].After(redrawn[f], [.. effects.Where(one => Target(one.Effect) == f)]);
                    next[f] = distribution;
                    transitions.Overridden += overridden * chance;
                }

                Expand(next, new int[factors.Length], 0, (marked, chance));
            }
        }

        private void Expand(double[][] next, int[] states, int f, (UInt128 Marks, double Chance) way)
        {
            if (f == next.Length)
            {
                var key = (owner.space.Encode(states, after.InForce), way.Marks);
                Next[key] = Next.GetValueOrDefault(key) + way.Chance;
                return;
            }

            for (var s = 0; s < next[f].Length; s++)
            {
                if (next[f][s] > 0)
                {
                    states[f] = s;
                    Expand(next, states, f + 1, (way.Marks, way.Chance * next[f][s]));
                }
            }
        }

        /// <summary>Effects that can act besides their chance: of events in declaration order, then of measures.</summary>
        private IEnumerable<(Effect Effect, double Chance)> Acting(List<Happening> happenings)
        {
            foreach (var happening in happenings.OrderBy(one => one.Event))
            {
                foreach (var effect in owner.model.Events[happening.Event].Outcomes[happening.Outcome].Effects.Where(effect => after.Holds(effect.When)))
                {
                    yield return (effect, Chance(effect));
                }
            }

            foreach (var m in owner.order)
            {
                foreach (var effect in owner.model.Measures[m].Effects.Where(effect => after.InForce[m] && effect is not (HoldEffect or MultiplyEffect) && after.Holds(effect.When)))
                {
                    var due = effect.Rate is { } rate
                        ? Thresholds.Of(Elementary.OneMinusExpOfMinus(rate.Value * owner.model.Horizon!.StepYears), Thresholds.EventBits) / Parts
                        : tookEffect[m] ? 1 : 0;
                    yield return (effect, due * Chance(effect));
                }

                foreach (var effect in owner.model.Measures[m].Early.Where(effect => early[m] && after.Holds(effect.When)))
                {
                    yield return (effect, Chance(effect));
                }
            }
        }

        private void Note(List<Happening> happenings, double chance)
        {
            var worst = -1;
            foreach (var happening in happenings)
            {
                var key = (happening.Event, happening.Outcome);
                transitions.Happenings[key] = transitions.Happenings.GetValueOrDefault(key) + chance;
                var severity = SeverityOf(happening);
                for (var reached = worst + 1; reached <= severity; reached++)
                {
                    var first = (reached, happening.Root, happening.Pathway);
                    transitions.First[first] = transitions.First.GetValueOrDefault(first) + chance;
                }

                worst = Math.Max(worst, severity);
            }

            foreach (var chain in happenings.GroupBy(happening => happening.Root))
            {
                for (var reached = chain.Max(SeverityOf); reached >= 0; reached--)
                {
                    transitions.Chains[reached] = transitions.Chains.GetValueOrDefault(reached) + chance;
                }
            }
        }

        private UInt128 MarksOf(List<Happening> happenings)
        {
            var marked = UInt128.Zero;
            foreach (var happening in happenings)
            {
                marked |= UInt128.One << owner.marks.Event(happening.Event);
                for (var severity = SeverityOf(happening); severity >= 0; severity--)
                {
                    marked |= UInt128.One << owner.marks.Severity(severity);
                }
            }

            foreach (var m in owner.order)
            {
                marked |= after.Agreed[m] ? UInt128.One << owner.marks.Agreed(m) : 0;
                marked |= early[m] ? UInt128.One << owner.marks.Early(m) : 0;
            }

            for (var constraint = 0; constraint < owner.model.Constraints.Length; constraint++)
            {
                marked |= after.Holds(owner.model.Constraints[constraint].Never) ? UInt128.One << owner.marks.Constraint(constraint) : 0;
            }

            return marked;
        }

        /// <summary>Ways whose outcomes with effects are the same lead to the same states.</summary>
        private string EffectKey(List<Happening> happenings) => string.Join(',', happenings
            .Where(happening => !owner.model.Events[happening.Event].Outcomes[happening.Outcome].Effects.IsEmpty)
            .Select(happening => FormattableString.Invariant($"{happening.Event}.{happening.Outcome}"))
            .Order(StringComparer.Ordinal));

        private int SeverityOf(Happening happening) => owner.model.Events[happening.Event].Outcomes[happening.Outcome].Severity ?? -1;

        private bool IsHeld(int factor, bool up) => standing.Index().Any(one =>
            isActive[one.Index] && one.Item.Effect is HoldEffect hold && hold.Factor.Index == factor && (up ? hold.Up : hold.Down));

        private int[] WithTendencies(int factor, int[] balance)
        {
            foreach (var tendency in owner.model.Tendencies.Where(tendency => tendency.Factor.Index == factor))
            {
                var numerators = Impacts.LeanNumerators(owner.model.Factors[factor], tendency.Lean.Towards);
                for (var s = 0; s < balance.Length; s++)
                {
                    balance[s] += Impacts.DivideRounded(
                        Impacts.Hundredths(tendency.Lean.Weight.Value) * numerators[s],
                        Impacts.LeanDenominator(balance.Length));
                }
            }

            return balance;
        }

        private static double Chance(Effect effect) => Thresholds.Of(effect.Chance.Value, Thresholds.EventBits) / Parts;

        private static int Target(Effect effect) => effect switch
        {
            MoveEffect move => move.Factor.Index,
            SetEffect set => set.Factor.Index,
            DrawEffect draw => draw.Factor.Index,
            _ => -1,
        };
    }
}
