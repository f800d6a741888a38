using System.Collections.Immutable;
using Detente.Models;
using Detente.Tests.Simulation;

namespace Detente.Tests.Claims;

/// <summary>Random statements about a random model with three kinds of future, four events, two measures and two strategies, over months.</summary>
internal sealed class RandomClaims(Model model, int seed)
{
    private readonly Random random = new(seed);

    public IEnumerable<Statement> Some(int count) => Enumerable.Range(0, count).Select(_ => Statement()).ToList();

    private Statement Statement() => random.Next(9) switch
    {
        0 or 1 or 2 => new ComparedWorlds(Quantity(true), random.Next(2) == 0, random.Next(2) == 0 ? 0 : 0.1, World(), World()),
        3 or 4 => new EventResponse(Quantity(false), random.Next(2) == 0, Event(), Timed.Months(random.Next(1, 4)), random.Next(2) == 0 ? Timed.Months(random.Next(2, 6)) : null),
        5 => new QuantityOrder([Quantity(true), Quantity(true), .. random.Next(2) == 0 ? [Quantity(true)] : Array.Empty<Quantity>()]),
        6 => random.Next(3) switch
        {
            0 => new QuantityLevel(Quantity(true), 0.3, null),
            1 => new QuantityLevel(Quantity(true), null, 0.3),
            _ => new QuantityLevel(Quantity(true), random.Next(2) * 0.2, 0.5 + (random.Next(2) * 0.5)),
        },
        7 => new Invariant(Condition(), random.Next(2) == 0, random.Next(2) == 0 ? Condition() : null),
        _ => new Precedence(Condition(), Condition()),
    };

    private Quantity Quantity(bool isDated) => random.Next(6) switch
    {
        0 => new Chance(new EventReference(Event(), random.Next(3) is var outcome && outcome < 2 ? outcome : null), null, isDated ? Date() : null),
        1 => new Chance(null, Condition(), isDated ? Date() : null),
        2 => new Share(Condition(), null, isDated ? Date() : null),
        3 when isDated => new Share(Condition(), Timed.Start.AddMonths(random.Next(3)), Timed.Start.AddMonths(random.Next(3, 9))),
        4 => new EventRate(new EventReference(Event(), null), Condition()),
        _ => new MeanPosition(Factor(), isDated ? Date() : null),
    };

    private World World() => new([.. Enumerable.Range(0, random.Next(4)).Select(_ => Edit())]);

    private WorldEdit Edit() => random.Next(8) switch
    {
        0 => new WithStrategy(new StrategyId(random.Next(2))),
        1 => new WithStrategy(null),
        2 => new WithEvent(Event(), random.Next(2) == 0, Timed.Start.AddMonths(random.Next(8)).AddDays(random.Next(28))),
        3 => random.Next(2) == 0 ? new WithEvent(Event(), false, null) : new WithEvent(new EventId(0), true, null),
        4 => new WithoutInfluence(Factor(), Factor()),
        5 => new WithoutMeasure(new MeasureId(random.Next(2))),
        6 => new WithoutLoop([Factor(), Factor()]),
        _ => Factor() is var factor ? new WithHeldFactor(factor, random.Next(model.Factors[factor.Index].States.Length), random.Next(2) == 0 ? null : Timed.Start.AddMonths(random.Next(-2, 8))) : null!,
    };

    private EventId Event() => new(random.Next(model.Events.Length));

    private FactorId Factor() => new(random.Next(model.Factors.Length));

    private DateOnly? Date() => random.Next(2) == 0 ? null : Timed.Start.AddMonths(random.Next(1, 9)).AddDays(random.Next(28));

    /// <summary>A condition of the model, or one more.</summary>
    private Condition Condition()
    {
        ImmutableArray<Condition> own =
        [
            .. model.Constraints.Select(constraint => constraint.Never),
            .. model.Scenarios.Select(scenario => scenario.Rule),
            .. model.Barred.Select(barrier => barrier.While),
            .. model.Measures.SelectMany(measure => measure.Preconditions).Select(precondition => precondition.When),
            .. model.Events.Select(of => of.When).OfType<Condition>(),
            new Agreed(new MeasureId(random.Next(2))),
            new Not(new InForce(new MeasureId(random.Next(2)))),
            new InScenario(new ScenarioId(random.Next(3))),
            new Occurred(new EventPattern(new EventReference(Event(), null), 0), Timed.Months(random.Next(1, 5))),
            new CountCondition(new EventPattern(null, 1), Timed.Months(3), Comparison.GreaterOrEqual, 2),
            new FactorIn(new FactorId(0), [0], null),
            new FactorIn(new FactorId(1), [1], null),
        ];
        return random.Next(4) == 0 ? new AllOf([own[random.Next(own.Length)], own[random.Next(own.Length)]]) : own[random.Next(own.Length)];
    }
}
