using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Language.Writing;

/// <summary>Values that several elements share, as YAML.</summary>
internal static class ValueNodes
{
    /// <summary>One text, or one for each language.</summary>
    public static YamlNode Localized(LocalizedText text) => text.En == text.De
        ? new YamlScalar(text.En, MayFold: true)
        : new MapBuilder().Text("en", text.En).Text("de", text.De).Map;

    /// <summary>A number, with its range if it has one.</summary>
    public static YamlNode Estimate(Estimate estimate) => estimate.IsUncertain
        ? new MapBuilder().Ranged("value", estimate).Map
        : new YamlScalar(ScalarText.Number(estimate.Value));

    /// <summary>The ends of a range.</summary>
    public static YamlNode Range(Estimate estimate) => YamlList.Of([ScalarText.Number(estimate.Low), ScalarText.Number(estimate.High)]);

    /// <summary>A period, with its range if it has one; <c>never</c> for none.</summary>
    public static YamlNode PeriodOrNever(PeriodEstimate? estimate) => estimate is not { } period ? new YamlScalar("never")
        : period.Low == period.Value && period.High == period.Value ? new YamlScalar(ScalarText.Period(period.Value))
        : new MapBuilder().PeriodOrNever(period).Map;

    /// <summary>A source with its locator.</summary>
    public static string Reference(SourceReference reference, ImmutableArray<Source> sources) =>
        sources[reference.Source.Index].Id + (reference.Locator is { } locator ? "#" + locator : "");

    /// <summary>States or levels: bare names when none has a title of its own, else a map.</summary>
    public static YamlNode States(ImmutableArray<FactorState> states) => states.All(state => IsTitled(state) && state.Title == LocalizedText.Same(state.Id))
        ? YamlList.Of(states.Select(state => state.Id))
        : new YamlMap([.. states.Select(state => new YamlEntry(state.Id, IsTitled(state) ? Localized(state.Title) : State(state)))]);

    /// <summary>Whether a state has nothing but a title.</summary>
    private static bool IsTitled(FactorState state) => state.Short is null && state.Colour == FactorState.DefaultColour;

    private static YamlMap State(FactorState state) => new MapBuilder()
        .Title(state.Title, state.Id)
        .Text("short", state.Short)
        .If(state.Colour != FactorState.DefaultColour, "colour", state.Colour).Map;
}
