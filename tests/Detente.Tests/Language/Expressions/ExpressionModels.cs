using System.Collections.Immutable;
using CsCheck;
using Detente.Language;
using Detente.Language.Expressions;
using Detente.Language.Text;
using Detente.Models;

namespace Detente.Tests.Language.Expressions;

/// <summary>A small model whose names expressions use, and random expressions over small models.</summary>
internal static class ExpressionModels
{
    /// <summary>Two ordered factors, a nominal one, three events of the three kinds, and one or two of everything else.</summary>
    public static Model Small { get; } = Build(
        [("trust", FactorScale.Ordered, ["broken", "low", "guarded", "working"]), ("channels", FactorScale.Ordered, ["none", "sporadic", "regular"]), ("elite", FactorScale.Nominal, ["realists", "hardliners"])],
        ["election", "near-miss", "clash"]);

    /// <summary>The words of claims and quantities may be names: none of them is reserved.</summary>
    private static readonly string[] OddNames =
        ["order", "loop", "initially", "before", "when", "while", "is", "with", "without", "event", "strategy", "influence", "chance", "share", "mean", "rate", "at", "by", "than", "a-1", "b2"];

    public static Gen<Model> RandomModel { get; } =
        from factors in Gen.Shuffle(OddNames).Select(names => names.Take(4).ToArray())
        from events in Gen.Shuffle(OddNames).Select(names => names.Take(3).ToArray())
        from states in Gen.Int[2, 5].Array[4]
        from nominal in Gen.Bool.Array[4]
        select Build(
            [.. factors.Select((id, i) => (id, nominal[i] ? FactorScale.Nominal : FactorScale.Ordered, Enumerable.Range(0, states[i]).Select(s => s == 0 ? "none" : "s" + s).ToArray()))],
            events);

    public static Model Build((string Id, FactorScale Scale, string[] States)[] factors, string[] events) => new()
    {
        Id = "small",
        Title = new LocalizedText("Small", "Klein"),
        Factors =
        [
            .. factors.Select(factor => new Factor(factor.Id, Title(factor.Id), factor.Scale, [.. factor.States.Select(state => new FactorState(state, Title(state)))])),
        ],
        Severities = [new Severity("incident", Title("incident"), 1), new Severity("crisis", Title("crisis"), 3), new Severity("war", Title("war"), 4)],
        Events =
        [
            .. events.Select((id, i) => new ModelEvent(id, Title(id), TriggerOf(i), [.. new[] { "passed", "loss" }.Take(1 + (i % 2)).Select(Outcome)])),
        ],
        Measures = [new Measure("contact", Title("contact")), new Measure("rules", Title("rules"))],
        Strategies = [new Strategy("steps", Title("steps"), [], [], Provenance.Judgement)],
        Scenarios = [.. new[] { "escalating", "between" }.Select(id => new Scenario(id, Title(id), null, new ConstantCondition(true), null, Provenance.Judgement))],
    };

    public static (Condition? Condition, DiagnosticBag Bag) Parse(string text, Model model)
    {
        var bag = new DiagnosticBag();
        return (ConditionParser.Parse(LocatedText.Of(text), Names.Of(model), bag), bag);
    }

    public static (Statement? Statement, DiagnosticBag Bag) ParseClaim(string text, Model model)
    {
        var bag = new DiagnosticBag();
        return (ClaimParser.Parse(LocatedText.Of(text), Names.Of(model), bag), bag);
    }

    public static Gen<Condition> Conditions(Model model, int depth)
    {
        var leaf = Gen.OneOf(Leaves(model));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Conditions(model, depth - 1);
        var several = inner.Array[2, 3].Select(parts => parts.ToImmutableArray());
        return Gen.OneOf(
            leaf,
            several.Select(parts => (Condition)new AllOf(parts)),
            several.Select(parts => (Condition)new AnyOf(parts)),
            inner.Select(part => (Condition)new Not(part)),
            from parts in several from count in Gen.Int[1, parts.Length] select (Condition)new AtLeast(count, parts),
            from part in inner from window in Periods select (Condition)new Held(part, window));
    }

    public static Gen<Statement> Statements(Model model)
    {
        var condition = Conditions(model, 2);
        var quantity = Quantities(model);
        var world = Worlds(model);
        var maybeCondition = Gen.OneOf(condition.Select(value => (Condition?)value), Gen.Const((Condition?)null));
        return Gen.OneOf(
            from q in quantity from lower in Gen.Bool from least in Gen.OneOf(Gen.Const(0.0), Gen.Double[0.001, 2])
            from first in world from second in world select (Statement)new ComparedWorlds(q, lower, least, first, second),
            from q in quantity from rises in Gen.Bool from item in Events(model) from within in Periods from fades in Maybe(Periods)
            select (Statement)new EventResponse(q, rises, item, within, fades),
            quantity.Array[2, 4].Select(q => (Statement)new QuantityOrder([.. q])),
            from q in quantity from low in Gen.Double[-1, 1] from gap in Gen.Double[0, 1] from which in Gen.Int[0, 2]
            select (Statement)new QuantityLevel(q, which == 1 ? null : low, which == 2 ? null : low + gap),
            from c in condition from always in Gen.Bool from when in maybeCondition select (Statement)new Invariant(c, always, when),
            from first in condition from second in condition select (Statement)new Precedence(first, second),
            condition.Select(c => (Statement)new InitialFact(c)),
            from loop in Loops(model) from reinforcing in Gen.Bool select (Statement)new LoopSign(loop, reinforcing));
    }

    private static Gen<Condition>[] Leaves(Model model) =>
    [
        Gen.Bool.Select(value => (Condition)new ConstantCondition(value)),
        from factor in Gen.Int[0, model.Factors.Length - 1]
        from op in Gen.Enum<Comparison>()
        from state in Gen.Int[0, model.Factors[factor].States.Length - 1]
        select Compared(model, factor, op, state),
        from factor in Gen.Int[0, model.Factors.Length - 1]
        from states in Gen.Int[0, model.Factors[factor].States.Length - 1].Array[1, 3]
        select (Condition)new FactorIn(new FactorId(factor), [.. states.Distinct().Order()], null),
        from pattern in Patterns(model) from window in Maybe(Periods) select (Condition)new Occurred(pattern, window),
        from pattern in Patterns(model) from window in Periods from op in Gen.Enum<Comparison>() from number in Gen.Int[0, 99]
        select (Condition)new CountCondition(pattern, window, op, number),
        Gen.Int[0, 1].Select(i => (Condition)new InForce(new MeasureId(i))),
        Gen.Int[0, 1].Select(i => (Condition)new Agreed(new MeasureId(i))),
        Gen.Const((Condition)new During(new EventId(0))),
        from op in Gen.Enum<Comparison>() from date in Dates select (Condition)new DateCondition(op, date),
        Gen.Int[0, 1].Select(i => (Condition)new InScenario(new ScenarioId(i))),
    ];

    private static Condition Compared(Model model, int factor, Comparison op, int state)
    {
        var named = model.Factors[factor];
        op = named.Scale == FactorScale.Nominal && op is not (Comparison.Equal or Comparison.NotEqual) ? Comparison.NotEqual : op;
        return new FactorIn(new FactorId(factor), ConditionReader.Covered(op, state, named.States.Length), new WrittenComparison(op, state));
    }

    private static Gen<Quantity> Quantities(Model model)
    {
        var condition = Conditions(model, 1);
        var ordered = Enumerable.Range(0, model.Factors.Length).Where(i => model.Factors[i].Scale == FactorScale.Ordered).ToArray();
        Gen<Quantity>[] all =
        [
            from item in References(model) from date in Maybe(Dates) select (Quantity)new Chance(item, null, date),
            from c in condition from date in Maybe(Dates) select (Quantity)new Chance(null, c, date),
            from c in condition from at in Maybe(Dates) select (Quantity)new Share(c, null, at),
            from c in condition from at in Dates from days in Gen.Int[0, 900] select (Quantity)new Share(c, at.AddDays(-days), at),
            from item in References(model) from c in condition select (Quantity)new EventRate(item, c),
            .. ordered.Length == 0 ? [] : new[] { from factor in Gen.Int[0, ordered.Length - 1].Select(i => ordered[i]) from at in Maybe(Dates) select (Quantity)new MeanPosition(new FactorId(factor), at) },
        ];
        return Gen.OneOf(all);
    }

    private static Gen<World> Worlds(Model model) => Gen.OneOf(
        Gen.Const((WorldEdit)new WithStrategy(null)),
        Gen.Const((WorldEdit)new WithStrategy(new StrategyId(0))),
        from item in Events(model) from at in Dates select (WorldEdit)new WithEvent(item, true, at),
        Gen.Const((WorldEdit)new WithEvent(new EventId(0), true, null)),
        from item in Events(model) from at in Maybe(Dates) select (WorldEdit)new WithEvent(item, false, at),
        from loop in Loops(model) select (WorldEdit)new WithoutInfluence(loop[0], loop[1]),
        Gen.Int[0, 1].Select(i => (WorldEdit)new WithoutMeasure(new MeasureId(i))),
        from loop in Loops(model) select (WorldEdit)new WithoutLoop(loop),
        from factor in Gen.Int[0, model.Factors.Length - 1] from state in Gen.Int[0, model.Factors[factor].States.Length - 1] from at in Maybe(Dates)
        select (WorldEdit)new WithHeldFactor(new FactorId(factor), state, at)).Array[0, 3].Select(edits => new World([.. edits]));

    private static Gen<ImmutableArray<FactorId>> Loops(Model model) =>
        from order in Gen.Shuffle(Enumerable.Range(0, model.Factors.Length).ToArray())
        from length in Gen.Int[2, model.Factors.Length]
        select order.Take(length).Select(i => new FactorId(i)).ToImmutableArray();

    private static Gen<EventPattern> Patterns(Model model) => Gen.OneOf(
        References(model).Select(reference => new EventPattern(reference, 0)),
        Gen.Int[0, 3].Select(i => new[] { 1, 3, 4, 5 }[i]).Select(level => new EventPattern(null, level)));

    private static Gen<EventReference> References(Model model) =>
        from item in Gen.Int[0, model.Events.Length - 1]
        from outcome in Gen.Int[-1, model.Events[item].Outcomes.Length - 1]
        select new EventReference(new EventId(item), outcome < 0 ? null : outcome);

    private static Gen<EventId> Events(Model model) => Gen.Int[0, model.Events.Length - 1].Select(i => new EventId(i));

    public static Gen<Period> Periods { get; } =
        from count in Gen.OneOf(Gen.Int[1, 99].Select(i => (double)i), Gen.Double[0.01, 10])
        from unit in Gen.Enum<TimeUnit>()
        select new Period(count, unit);

    public static Gen<DateOnly> Dates { get; } = Gen.Int[700_000, 760_000].Select(DateOnly.FromDayNumber);

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(gen.Select(value => (T?)value), Gen.Const((T?)null));

    private static Trigger TriggerOf(int place) => place switch
    {
        0 => new Scheduled([new DateOnly(2016, 7, 8)], Estimate.Point(1), null, null),
        1 => new Stochastic(Estimate.Point(0.4)),
        _ => new Consequence([new Cause(new EventReference(new EventId(0), null), Estimate.Point(0.5), null, null)]),
    };

    private static Outcome Outcome(string id) => new(id, Title(id), Estimate.Point(1), null, [], []);

    private static LocalizedText Title(string id) => new(id + " (en)", id + " (de)");
}
