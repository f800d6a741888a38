using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Tests.Simulation;

namespace Detente.Tests.Compiled;

public sealed class ConditionSearchTests
{
    private static readonly Model Plain = Timed.Model(12, [Timed.Factor("a", 3, 0, 6), Timed.Factor("b", 3, 0, 6), Timed.Factor("c", 2, 0, 6)]) with
    {
        Events = [Timed.Event("e", Timed.On(3)), Timed.Event("f", Timed.On(4))],
        Measures = [Timed.Measure("m")],
    };

    private static ConditionSearch Search(Model model) => new(model, [.. model.Factors.Select(factor => (UInt128.One << factor.States.Length) - 1)]);

    private static bool? CanHold(Condition condition) => Search(Plain) is var search ? search.CanHold(search.Of(condition)) : null;

    private static Occurred Happened(int which, double months = 6) => new(new EventPattern(new EventReference(new EventId(which), null), 0), Timed.Months(months));

    // Everything that is asked for is tried: three factors, and four things that may be either way.
    [Fact]
    public void The_search_agrees_with_trying_everything()
    {
        var free = new Condition[] { Happened(0), Happened(1), new InForce(new MeasureId(0)), new DateCondition(Comparison.Less, new DateOnly(2020, 6, 1)) };
        var (yes, no) = (0, 0);
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var condition = new AllOf([.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => Any(random, free, 3))]);
            var expected = (from a in Enumerable.Range(0, 3) from b in Enumerable.Range(0, 3) from c in Enumerable.Range(0, 2) from bits in Enumerable.Range(0, 16) select Holds(condition, [a, b, c], bits, free)).Any(holds => holds);
            Assert.True(CanHold(condition) == expected, $"seed {seed}");
            (yes, no) = expected ? (yes + 1, no) : (yes, no + 1);
        }

        Assert.True(yes > 500 && no > 500, $"{yes} can hold, {no} cannot: the test is one-sided.");
    }

    [Fact]
    public void What_was_found_makes_the_formula_hold()
    {
        var search = Search(Plain);
        var formula = search.Of(new AllOf([new Not(ModelBuilder.In(0, 0)), new AnyOf([ModelBuilder.In(1, 2), Happened(0)]), new Not(Happened(0))]));
        Assert.True(search.Solve(formula, out var values));
        Assert.True(formula.Read(values.AsSpan()));
        Assert.Equal(UInt128.One << 2, values[1]);
        Assert.False(search.Solve(search.Of(new AllOf([Happened(0), new Not(Happened(0))])), out values));
        Assert.Empty(values);
    }

    [Fact]
    public void The_same_thing_asked_for_twice_has_one_answer_and_another_window_another()
    {
        Assert.False(CanHold(new AllOf([Happened(0), new Not(Happened(0))])));
        Assert.True(CanHold(new AllOf([Happened(0, 12), new Not(Happened(0))])));
        Assert.True(CanHold(new AllOf([Happened(1), new Not(Happened(0))])));
    }

    [Fact]
    public void What_has_held_for_a_while_holds_now()
    {
        var held = new Held(ModelBuilder.In(0, 2), Timed.Months(6));
        Assert.True(CanHold(held));
        Assert.False(CanHold(new AllOf([held, ModelBuilder.In(0, 0, 1)])));
        Assert.True(CanHold(new AllOf([ModelBuilder.In(0, 2), new Not(held)])));
    }

    [Fact]
    public void A_kind_holds_when_none_before_it_does()
    {
        Scenario Kind(Condition rule) => new("k", LocalizedText.Same("k"), null, rule, null, Provenance.Judgement);
        var model = Plain with { Scenarios = [Kind(ModelBuilder.In(0, 1, 2)), Kind(new AllOf([ModelBuilder.In(0, 2), Happened(0)])), Kind(ModelBuilder.In(0, 0)), Kind(new ConstantCondition(true))] };
        var search = Search(model);
        Assert.Equal([true, false, true, false], Enumerable.Range(0, 4).Select(kind => search.CanHold(search.OfKind(kind))));
        Assert.Equal([true, false], Enumerable.Range(0, 2).Select(kind => search.CanHold(search.Of(new InScenario(new ScenarioId(kind))))));
    }

    // Twenty factors, of which each pair must differ though they have two states only: no end is in sight before the budget.
    [Fact]
    public void A_budget_ends_the_search_without_a_verdict()
    {
        var model = ModelBuilder.Model(Enumerable.Range(0, 40).Select(i => ModelBuilder.Factor($"f{i}", 2)));
        ImmutableArray<Condition> odd = [.. Enumerable.Range(0, 40).Select(i => ModelBuilder.In(i, 1))];
        var search = Search(model);
        var formula = Formula.All(search.Of(new AtLeast(20, odd)), new Negation(search.Of(new AtLeast(20, odd))));
        Assert.Null(search.CanHold(formula));
    }

    private static Condition Any(Random random, Condition[] free, int depth) => random.Next(depth > 0 ? 7 : 3) switch
    {
        0 => free[random.Next(free.Length)],
        1 or 2 => ModelBuilder.In(random.Next(3) is var factor ? factor : 0, [.. Enumerable.Range(0, Plain.Factors[factor].States.Length).Where(_ => random.Next(2) == 0)]),
        3 => new Not(Any(random, free, depth - 1)),
        4 => new AllOf([Any(random, free, depth - 1), Any(random, free, depth - 1)]),
        5 => new AnyOf([Any(random, free, depth - 1), Any(random, free, depth - 1)]),
        _ => new AtLeast(2, [Any(random, free, depth - 1), Any(random, free, depth - 1), Any(random, free, depth - 1)]),
    };

    private static bool Holds(Condition condition, int[] x, int bits, Condition[] free) => condition switch
    {
        FactorIn atom => atom.States.Contains(x[atom.Factor.Index]),
        Not not => !Holds(not.Part, x, bits, free),
        AllOf all => all.Parts.All(part => Holds(part, x, bits, free)),
        AnyOf any => any.Parts.Any(part => Holds(part, x, bits, free)),
        AtLeast some => some.Parts.Count(part => Holds(part, x, bits, free)) >= some.Count,
        _ => (bits >> Array.IndexOf(free, condition) & 1) != 0,
    };
}
