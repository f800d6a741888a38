using System.Collections.Immutable;
using Detente.Cib;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Cib;

/// <summary>One factor of three states and one of two; all six configurations, each with a score of its own unless said.</summary>
public sealed class KindReadingTests
{
    private static readonly EventPattern Pattern = new(new EventReference(new EventId(0), null), 0);
    private static readonly Condition Event = new Occurred(Pattern, null);
    private static readonly Period HalfYear = new(6, TimeUnit.Month);
    private static readonly Condition Otherwise = new ConstantCondition(true);

    private static readonly (ImmutableArray<int> States, long TotalImpact)[] Six =
    [
        ([0, 0], 10), ([0, 1], 50), ([1, 0], 40), ([1, 1], 50), ([2, 0], 30), ([2, 1], 20),
    ];

    [Fact]
    public void On_states_alone_the_first_rule_that_holds_is_the_kind()
    {
        var kinds = Read(In(0, 0, 1), In(1, 1), Otherwise);
        Assert.Equal([4, 1, 1], kinds.Select(kind => kind.Count));
        Assert.Equal([1, 5, 4], kinds.Select(kind => kind.Best));
    }

    [Fact]
    public void Nothing_happens_at_rest()
    {
        Assert.Equal([2, 2, 2], Counts(new AnyOf([Event, In(0, 2)]), In(1, 1), Otherwise));
        Assert.Equal([0, 6], Counts(new AllOf([Event, In(0, 2)]), Otherwise));
        Assert.Equal([2, 4], Counts(new AllOf([new Not(Event), In(0, 2)]), Otherwise));
        Assert.Equal([1, 5], Counts(new AtLeast(2, [Event, In(0, 2), In(1, 1)]), Otherwise));
        Assert.Equal([3, 3], Counts(new AllOf([new CountCondition(Pattern, HalfYear, Comparison.Less, 1), In(1, 1)]), Otherwise));
        Assert.Equal([0, 6], Counts(new AllOf([new InForce(new MeasureId(0)), In(1, 1)]), Otherwise));
    }

    [Fact]
    public void At_rest_the_states_have_always_been_as_they_are_and_the_date_is_the_last()
    {
        Assert.Equal([2, 4], Counts(new Held(In(0, 2), HalfYear), Otherwise));
        Assert.Equal([2, 4], Counts(new AllOf([In(0, 2), new DateCondition(Comparison.GreaterOrEqual, new DateOnly(2020, 12, 31))]), Otherwise));
        Assert.Equal([0, 6], Counts(new AllOf([In(0, 2), new DateCondition(Comparison.Greater, new DateOnly(2020, 12, 31))]), Otherwise));
    }

    [Fact]
    public void A_rule_without_states_is_met_by_no_configuration()
    {
        var kinds = Read(new Not(Event), Otherwise);
        Assert.Equal(new KindReading(false, 0, null), kinds[0]);
        Assert.Equal(new KindReading(true, 0, null), kinds[1]);
        Assert.Equal([0, 6], Counts(Event, Otherwise));
    }

    [Fact]
    public void A_configuration_is_of_the_kind_that_counts_it()
    {
        var model = With(In(0, 0, 1), In(1, 1), Otherwise);
        var counted = Six.GroupBy(one => KindReading.KindOf(model, one.States)).ToDictionary(group => group.Key!.Value, group => (long)group.Count());
        Assert.Equal(KindReading.Of(model, Six).Select((kind, place) => (place, kind.Count)), counted.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
        Assert.Null(KindReading.KindOf(With(new Not(Event), Otherwise), [0, 0]));
        Assert.Null(KindReading.KindOf(With(In(0, 2)), [0, 0]));
    }

    [Fact]
    public void A_condition_on_a_kind_follows_the_order_of_the_rules()
    {
        var model = With(In(0, 0, 1), In(1, 1), Otherwise);
        Assert.True(RestReading.Holds(new InScenario(new ScenarioId(1)), model, [2, 1]));
        Assert.False(RestReading.Holds(new InScenario(new ScenarioId(1)), model, [1, 1]));
        Assert.True(RestReading.Holds(new InScenario(new ScenarioId(2)), model, [2, 0]));
    }

    [Fact]
    public void A_rule_about_what_is_not_there_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Read(In(2, 0)));
        Assert.Throws<ArgumentException>(() => Read(new Not(In(1, 2))));
    }

    private static IEnumerable<long> Counts(params Condition[] rules) => Read(rules).Select(kind => kind.Count);

    private static ImmutableArray<KindReading> Read(params Condition[] rules) => KindReading.Of(With(rules), Six);

    private static Model With(params Condition[] rules) => Model([Factor("a", 3), Factor("b", 2)]) with
    {
        Horizon = new Horizon(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31), TimeUnit.Month),
        Scenarios = [.. rules.Select((rule, i) => new Scenario($"k{i}", LocalizedText.Same($"k{i}"), null, rule, null, Provenance.Judgement))],
    };
}
