using System.Collections.Immutable;
using Detente.Cib;
using Detente.Models;
using static Detente.Tests.Compiled.ModelBuilder;

namespace Detente.Tests.Cib;

/// <summary>One factor of three states and one of two; all six configurations, each with a score of its own unless said.</summary>
public sealed class KindReadingTests
{
    private static readonly Condition Event = new Occurred(new EventPattern(new EventReference(new EventId(0), null), 0), null);
    private static readonly Condition Otherwise = new ConstantCondition(true);

    private static readonly (ImmutableArray<int> States, long TotalImpact)[] Six =
    [
        ([0, 0], 10), ([0, 1], 50), ([1, 0], 40), ([1, 1], 50), ([2, 0], 30), ([2, 1], 20),
    ];

    [Fact]
    public void On_states_alone_the_first_rule_that_holds_is_the_kind()
    {
        var kinds = Read(In(0, 0, 1), In(1, 1), Otherwise);
        Assert.Equal([4, 1, 1], kinds.Select(kind => kind.Possible.Count));
        Assert.Equal(kinds.Select(kind => kind.Possible), kinds.Select(kind => kind.Certain));
        Assert.Equal([1, 5, 4], kinds.Select(kind => kind.Possible.Best));
    }

    // The event may make every configuration escalate; those in the last state of the first factor do so anyway.
    [Fact]
    public void An_event_that_may_decide_leaves_a_kind_possible_and_the_later_ones_too()
    {
        var kinds = Read(new AnyOf([Event, In(0, 2)]), In(1, 1), Otherwise);
        Assert.Equal([6, 2, 2], kinds.Select(kind => kind.Possible.Count));
        Assert.Equal([2, 0, 0], kinds.Select(kind => kind.Certain.Count));
        Assert.Equal([4, null, null], kinds.Select(kind => kind.Certain.Best));
    }

    [Fact]
    public void An_event_that_is_also_needed_leaves_a_kind_possible_where_its_states_are()
    {
        var kinds = Read(new AllOf([Event, In(0, 2)]), Otherwise);
        Assert.Equal([2, 6], kinds.Select(kind => kind.Possible.Count));
        Assert.Equal([0, 4], kinds.Select(kind => kind.Certain.Count));
    }

    [Fact]
    public void What_is_open_stays_open_when_denied_or_counted()
    {
        var denied = Read(new Not(new AnyOf([Event, In(0, 2)])), Otherwise);
        Assert.Equal((4L, 0L), (denied[0].Possible.Count, denied[0].Certain.Count));
        var counted = Read(new AtLeast(2, [Event, In(0, 2), In(1, 1)]), Otherwise);
        Assert.Equal((4L, 1L), (counted[0].Possible.Count, counted[0].Certain.Count));
    }

    [Fact]
    public void A_state_that_must_have_lasted_is_needed_now_and_not_enough()
    {
        var kinds = Read(new Held(In(0, 2), new Period(6, TimeUnit.Month)), Otherwise);
        Assert.Equal([2, 6], kinds.Select(kind => kind.Possible.Count));
        Assert.Equal([0, 4], kinds.Select(kind => kind.Certain.Count));
        Assert.True(kinds[0].HasStatePart);
    }

    [Fact]
    public void A_rule_without_states_is_met_by_no_configuration()
    {
        var kinds = Read(Event, Otherwise);
        Assert.False(kinds[0].HasStatePart);
        Assert.Equal(default, kinds[0].Possible);
        Assert.True(kinds[1].HasStatePart);
        Assert.Equal((6L, 0L), (kinds[1].Possible.Count, kinds[1].Certain.Count));
    }

    [Fact]
    public void A_rule_about_what_is_not_there_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Read(In(2, 0)));
        Assert.Throws<ArgumentException>(() => Read(new Not(In(1, 2))));
    }

    private static ImmutableArray<KindReading> Read(params Condition[] rules) => KindReading.Of(
        Model([Factor("a", 3), Factor("b", 2)]) with
        {
            Scenarios = [.. rules.Select((rule, i) => new Scenario($"k{i}", LocalizedText.Same($"k{i}"), null, rule, null, Provenance.Judgement))],
        },
        Six);
}
