using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Tests.Studies;

public sealed class CoverageRunTests
{
    /// <summary>Each line is an element, the kinds of item it represents when it carries one of each, and no others.</summary>
    [Theory]
    [InlineData("horizon", "structure")]
    [InlineData("actors/north", "actor")]
    [InlineData("groups/inside", "structure")]
    [InlineData("factors/trust", "factor initial-state past-event")]
    [InlineData("factors/trust/inertia", "structure")]
    [InlineData("factors/posture", "factor past-event")]
    [InlineData("factors/still", "factor past-event structure")]
    [InlineData("factors/seen", "factor influence past-event")]
    [InlineData("influences/trust -> posture", "influence")]
    [InlineData("tendencies/trust", "influence")]
    [InlineData("barred/trust", "influence constraint")]
    [InlineData("barred/trust#2", "influence constraint")]
    [InlineData("events/summit", "influence scheduled-event")]
    [InlineData("events/summit/multipliers/1", "influence")]
    [InlineData("events/summit/outcomes/held", "influence scheduled-event")]
    [InlineData("events/shock", "influence stochastic-event")]
    [InlineData("events/shock/multipliers/1", "influence scheduled-event")]
    [InlineData("events/shock/multipliers/2", "influence")]
    [InlineData("events/shock/outcomes/bad", "influence stochastic-event")]
    [InlineData("events/shock/outcomes/bad/multipliers/1", "influence scheduled-event")]
    [InlineData("events/clash", "influence stochastic-event")]
    [InlineData("events/clash/caused-by/1", "influence")]
    [InlineData("events/clash/caused-by/2", "influence scheduled-event")]
    [InlineData("history/shock.bad", "initial-state past-event")]
    [InlineData("history/shock.bad#2", "initial-state past-event")]
    [InlineData("measures/talk", "measure")]
    [InlineData("measures/talk/preconditions/quiet", "precondition constraint")]
    [InlineData("measures/rash", "influence measure")]
    [InlineData("strategies/plain", "measure")]
    [InlineData("strategies/patient", "measure precondition")]
    [InlineData("strategies/stepwise", "measure precondition")]
    [InlineData("constraints/line", "constraint")]
    [InlineData("scenarios/better", "scenario-rule")]
    [InlineData("scenarios/lost", "constraint scenario-rule")]
    [InlineData("objective", "indicator")]
    [InlineData("indicators/flights", "indicator")]
    [InlineData("questions/meet", "indicator")]
    [InlineData("evidence/e1", "")]
    [InlineData("experts/first/trust -> posture", "")]
    [InlineData("claims/c01", "indicator")]
    [InlineData("notes/remark", "constraint structure")]
    public void An_element_represents_the_items_of_its_kinds_and_mentions_the_others(string element, string kinds)
    {
        var result = Run(Everything);
        Assert.Equal(
            Enum.GetValues<ItemKind>().Select(kind => (ItemKindText.Write(kind), kinds.Split(' ').Contains(ItemKindText.Write(kind)), true)),
            result.Items.Select(item => (
                Everything.Items[item.Item].Id,
                item.Representing.Contains(element),
                item.Representing.Contains(element) != item.Mentioning.Contains(element))));
    }

    [Fact]
    public void Elements_with_more_than_six_items_are_crowded_each_part_alone()
    {
        var result = Run(Parse("""
            a: {states: [x, y], items: [T-1, T-2, T-3, T-4, T-5, T-6], inertia: {value: never, items: [T-7]}}
              b: {states: [x, y], items: [T-1, T-2, T-3, T-4, T-5, T-6, T-7]}
            """, [.. Enumerable.Range(1, 7).Select(i => "T-" + i)]));
        Assert.Equal([new CrowdedElement("factors/b", 7)], result.Crowded);
        Assert.All(result.Items, item => Assert.NotEmpty(item.Representing));
        Assert.False(result.IsComplete);
    }

    [Fact]
    public void An_item_that_no_element_of_its_kind_carries_is_missing()
    {
        var result = Run(Parse("a: {states: [x, y], items: [T-1]}", ["T-1", "T-2"]));
        Assert.Equal(["factors/a"], result.Items[0].Representing);
        Assert.Equal([], result.Items[1].Representing);
        Assert.False(result.IsComplete);
        Assert.True(Run(Parse("a: {states: [x, y], items: [T-1]}", ["T-1"])).IsComplete);
    }

    [Fact]
    public void A_model_without_an_inventory_has_nothing_to_cover()
    {
        var result = Run(Parse("a: {states: [x, y], items: [T-1, T-2, T-3, T-4, T-5, T-6, T-7]}", []));
        Assert.Equal((0, 0, true), (result.Items.Length, result.Crowded.Length, result.IsComplete));
    }

    [Fact]
    public void The_result_says_how_it_was_made()
    {
        var model = Parse("a: {states: [x, y], items: [T-1]}", ["T-1"]);
        var provenance = Run(model).Provenance;
        Assert.Equal((ModelText.Hash(model), "covered", true), (provenance.ModelHash, provenance.ModelId, provenance.Completeness.IsComplete));
        Assert.Empty(provenance.Warnings);
    }

    /// <summary>A model in which every element carries one item of each kind.</summary>
    private static Model Everything { get; } = Read("""
        detente: 1
        id: covered
        horizon: {start: 2020-01-01, end: 2022-12-31, step: month, items: ALL}
        items:
        INVENTORY
        actors: {north: {items: ALL}}
        groups: {inside: {items: ALL}}
        factors:
          trust: {states: [low, mid, high], initial: low, inertia: {up: 1 year, down: 2 years, items: ALL}, items: ALL}
          posture: {states: [low, high], inertia: {up: never, down: 1 year}, items: ALL}
          still: {states: [low, high], inertia: {value: never, items: ALL}, items: ALL}
          seen: {image: {of: trust, held-by: north, worse: lower}, inertia: 1 year, items: ALL}
        influences: [{from: trust, to: posture, weight: 1, items: ALL}]
        tendencies: [{factor: trust, weight: 1, items: ALL}]
        barred: [{factor: trust, states: [mid], while: date < 2021-01-01, items: ALL}, {factor: trust, states: [high], while: date < 2021-01-01, items: ALL}]
        severity: {incident: 1}
        events:
          summit: {at: 2020-06-01, multipliers: [{when: trust = low, times: 0.5, items: ALL}], outcomes: {held: {items: ALL}}, items: ALL}
          shock:
            rate: 0.1
            multipliers: [{when: trust = low or during(summit), times: 2, items: ALL}, {when: trust = low, times: 2, items: ALL}]
            outcomes: {bad: {severity: incident, multipliers: [{when: during(summit), times: 2, items: ALL}], items: ALL}}
            items: ALL
          clash:
            caused-by: [{event: shock, probability: 0.1, items: ALL}, {event: shock.bad, probability: 0.1, when: not during(summit), items: ALL}]
            items: ALL
        history: [{event: shock.bad, on: 2019-01-01, items: ALL}, {event: shock.bad, on: 2019-02-01, items: ALL}]
        measures:
          talk: {preconditions: {quiet: {when: trust = low, items: ALL}}, items: ALL}
          rash: {gate: advisory, preconditions: {quiet: {when: trust = low}}, early: [{move: -1, on: trust}], items: ALL}
        strategies:
          plain: {of: north, measures: [talk, rash], items: ALL}
          patient: {of: north, measures: [{measure: talk, when: trust = low}], items: ALL}
          stepwise: {of: north, measures: [talk, {measure: rash, after: talk}], items: ALL}
        constraints: {line: {never: trust = low, items: ALL}}
        scenarios:
          better: {rule: trust = high, items: ALL}
          lost: {rule: date < 2019-01-01, unreachable: Long ago, items: ALL}
          rest: {rule: otherwise}
        objective: {order: [better, rest, lost], items: ALL}
        indicators: {flights: {factor: trust, levels: [few, many], likelihood: {low: [0.5, 0.5], mid: [0.5, 0.5], high: [0.5, 0.5]}, items: ALL}}
        questions: {meet: {text: Do they meet?, deadline: 2020-06-01, items: ALL}}
        evidence: {e1: {on: 2020-02-01, event: shock, items: ALL}}
        experts: {first: {judgements: [{from: trust, to: posture, weight: 2, items: ALL}]}}
        claims: {c01: {claim: initially trust = low, items: ALL}}
        notes: {remark: {text: A, items: ALL}}
        """
        .Replace("INVENTORY", string.Concat(Enum.GetValues<ItemKind>().Select(kind => $"  {ItemKindText.Write(kind)}: {{kind: {ItemKindText.Write(kind)}, text: A}}\n")), StringComparison.Ordinal)
        .Replace("items: ALL", $"items: [{Kinds}]", StringComparison.Ordinal));

    private static string Kinds => string.Join(", ", Enum.GetValues<ItemKind>().Select(ItemKindText.Write));

    private static Model Parse(string factors, string[] items) => Read(
        "detente: 1\nid: covered\n" + (items.Length == 0 ? "" : "items:\n" + string.Concat(items.Select(item => $"  {item}: {{kind: factor, text: A}}\n")))
        + "factors:\n  " + factors + "\n");

    private static Model Read(string text)
    {
        var reading = ModelText.Parse(text);
        Assert.True(reading.Model is not null, string.Join('\n', reading.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)));
        return reading.Model;
    }

    private static CoverageResult Run(Model model) =>
        Assert.IsType<CoverageResult>(new StudyRunner().Run(new CoverageStudy(model), null, CancellationToken.None));
}
