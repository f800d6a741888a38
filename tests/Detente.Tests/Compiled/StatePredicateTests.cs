using Detente.Compiled;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Compiled;

public sealed class StatePredicateTests
{
    public static TheoryData<string, int> Conditions => new()
    {
        { "in", 0b001_001 },
        { "not", 0b110_110 },
        { "all", 0b001_000 },
        { "any", 0b111_001 },
        { "two of three", 0b101_001 },
        { "always", 0b111_111 },
        { "never", 0 },
    };

    // The bits are the truth table over (p, q), p of two states, q of three, from the last pair to the first.
    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_holds_where_its_truth_table_says(string name, int table)
    {
        Condition p1 = In(2, 1), q0 = In(0, 0), q2 = In(0, 2);
        Condition condition = name switch
        {
            "in" => q0,
            "not" => new Not(q0),
            "all" => new AllOf([p1, q0]),
            "any" => new AnyOf([p1, q0]),
            "two of three" => new AtLeast(2, [new AnyOf([p1, q0]), q0, new AllOf([p1, q2])]),
            "always" => new ConstantCondition(true),
            _ => new ConstantCondition(false),
        };

        var predicate = StatePredicate.Of(condition, [3, 5, 2]);
        for (var p = 0; p < 2; p++)
        {
            for (var q = 0; q < 3; q++)
            {
                Assert.Equal(((table >> ((3 * p) + q)) & 1) == 1, predicate.Holds([q, 4, p]));
            }
        }
    }

    [Fact]
    public void It_names_the_factors_it_asks_for() =>
        Assert.Equal([0, 2], StatePredicate.Of(new AllOf([In(2, 1), In(0, 1), In(2, 0)]), [3, 5, 2]).Factors);

    [Fact]
    public void Three_factors_are_too_many() =>
        Assert.Throws<ArgumentException>(() => StatePredicate.Of(new AllOf([In(0, 0), In(1, 0), In(2, 0)]), [3, 5, 2]));

    [Fact]
    public void Memory_is_refused() =>
        Assert.Throws<ArgumentException>(() => StatePredicate.Of(new Held(In(0, 0), new Period(1, TimeUnit.Month)), [3]));
}
