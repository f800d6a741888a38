using System.Collections;
using System.Reflection;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Tests.Studies;

/// <summary>No element that can carry items is forgotten.</summary>
public sealed class ItemCarriersTests
{
    private static Model EveryElement { get; } = ModelText.Parse(File.ReadAllText(Path.Combine(Golden.Folder, "every-element.yaml"))).Model!;

    [Fact]
    public void Every_provenance_of_a_model_is_walked_once()
    {
        var slots = Slots(EveryElement).ToList();
        var walked = ItemCarriers.Of(EveryElement).Select(carrier => carrier.Provenance).ToList();
        Assert.Equal(slots.Count, walked.Count);
        Assert.Equal(
            slots.Select(slot => slot.Provenance).ToHashSet<object>(ReferenceEqualityComparer.Instance),
            walked.ToHashSet<object>(ReferenceEqualityComparer.Instance));
    }

    /// <summary>Were a type missing, the test above would say nothing of it.</summary>
    [Fact]
    public void The_model_walked_has_every_type_that_can_carry_items()
    {
        var types = typeof(Model).Assembly.GetTypes().Where(type => type.Namespace == "Detente.Models" && HasProvenance(type));
        var found = Slots(EveryElement).Select(slot => slot.Owner).ToHashSet();
        Assert.Equal([], types.Where(type => !found.Contains(type)).Select(type => type.Name));
        Assert.True(found.Count >= 24);
    }

    [Fact]
    public void Names_are_unique_and_stand_in_the_order_of_the_sections()
    {
        var names = ItemCarriers.Of(EveryElement).Select(carrier => carrier.Name).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        var sections = names.Select(name => name.Split('/')[0]).Distinct().ToList();
        Assert.Equal(
            [
                "horizon", "actors", "groups", "factors", "influences", "tendencies", "barred", "events", "history", "measures", "strategies", "constraints",
                "scenarios", "objective", "indicators", "questions", "evidence", "experts", "claims", "notes",
            ],
            sections);
    }

    [Theory]
    [InlineData("factors/trust/inertia", "S-02")]
    [InlineData("influences/trust -> channels", "S-24")]
    [InlineData("events/near-miss/multipliers/1", "S-30")]
    [InlineData("events/near-miss/outcomes/loss", "S-30")]
    [InlineData("events/clash/caused-by/1", "S-30")]
    [InlineData("groups/inside", "S-46")]
    [InlineData("horizon", "S-46")]
    public void Parts_carry_their_own_items(string name, string item) =>
        Assert.Equal([item], ItemCarriers.Of(EveryElement).Single(carrier => carrier.Name == name).Provenance.Items);

    private static bool HasProvenance(Type type) => Properties(type).Any(property => property.PropertyType == typeof(Provenance));

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanRead && property.GetIndexParameters().Length == 0);

    private static IEnumerable<(Type Owner, Provenance Provenance)> Slots(object? value)
    {
        switch (value)
        {
            case null or string or IFormattable or bool:
                return [];
            case IEnumerable list:
                return list.Cast<object?>().SelectMany(Slots);
            default:
                return Properties(value.GetType()).SelectMany(property => property.GetValue(value) is Provenance provenance
                    ? [(value.GetType(), provenance)]
                    : Slots(property.GetValue(value)));
        }
    }
}
