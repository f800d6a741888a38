using System.Collections.Immutable;
using Detente.Language.Writing;
using Detente.Models;

namespace Detente.Language.Expressions;

/// <summary>Statement of a claim to canonical text.</summary>
internal sealed class ClaimWriter(Model model)
{
    private readonly ConditionWriter _conditions = new(model);

    /// <summary>A statement.</summary>
    public string Statement(Statement statement) => statement switch
    {
        ComparedWorlds claim => Compared(claim),
        EventResponse claim => Response(claim),
        QuantityOrder claim => "order " + string.Join(" > ", claim.Quantities.Select(Quantity)),
        QuantityLevel claim => Quantity(claim.Quantity) + " " + Bounds(claim.Above, claim.Below),
        Invariant claim => (claim.IsAlways ? "always " : "never ") + _conditions.Any(claim.Condition)
            + (claim.When is { } when ? " when " + _conditions.Any(when) : ""),
        Precedence claim => First(claim.First) + " before " + _conditions.Any(claim.Second),
        InitialFact claim => "initially " + _conditions.Any(claim.Condition),
        LoopSign claim => "loop " + Loop(claim.Factors) + (claim.IsReinforcing ? " is reinforcing" : " is balancing"),
        _ => throw new ArgumentException("This kind of statement has no text: " + statement.GetType().Name, nameof(statement)),
    };

    private string Quantity(Quantity quantity) => quantity switch
    {
        Chance part => $"chance({(part.Event is { } item ? _conditions.Event(item) : _conditions.Any(part.Condition!))}{Dated(", by ", part.By)})",
        Share { From: { } from } part => $"share({Shared(part.Condition)}, over {ScalarText.Date(from)}{Dated(" to ", part.At)})",
        Share part => $"share({Shared(part.Condition)}{Dated(", at ", part.At)})",
        EventRate part => $"rate({_conditions.Event(part.Event)}, while {_conditions.Any(part.While)})",
        MeanPosition part => $"mean({Factor(part.Factor)}{Dated(", at ", part.At)})",
        _ => throw new ArgumentException("This kind of quantity has no text: " + quantity.GetType().Name, nameof(quantity)),
    };

    private string World(World world) => world.Edits.IsEmpty ? "as modelled" : string.Join(" and ", world.Edits.Select(Edit));

    private string Edit(WorldEdit edit) => edit switch
    {
        WithStrategy part => "with strategy " + (part.Strategy is { } strategy ? model.Strategies[strategy.Index].Id : "none"),
        WithEvent part => (part.Happens ? "with event " : "without event ") + Event(part.Event) + Dated(" at ", part.At),
        WithoutInfluence part => $"without influence {Factor(part.From)} -> {Factor(part.To)}",
        WithoutMeasure part => "without measure " + model.Measures[part.Measure.Index].Id,
        WithoutLoop part => "without loop " + Loop(part.Factors),
        WithHeldFactor part =>
            $"with {Factor(part.Factor)} held at {model.Factors[part.Factor.Index].States[part.State].Id}{Dated(" from ", part.From)}",
        _ => throw new ArgumentException("This kind of edit has no text: " + edit.GetType().Name, nameof(edit)),
    };

    private string Compared(ComparedWorlds claim)
    {
        var least = claim.ByAtLeast == 0 ? "" : $"by at least {ScalarText.Number(claim.ByAtLeast)} ";
        return $"{Quantity(claim.Quantity)} is {(claim.IsLower ? "lower" : "higher")} {least}{World(claim.First)} than {World(claim.Second)}";
    }

    private string Response(EventResponse claim)
    {
        var fades = claim.FadesWithin is { } period ? " and fades within " + ScalarText.Period(period) : "";
        return $"{Quantity(claim.Quantity)} {(claim.Rises ? "rises" : "falls")} because of {Event(claim.Event)} within {ScalarText.Period(claim.Within)}{fades}";
    }

    private static string Bounds(double? above, double? below) => (above, below) switch
    {
        ({ } low, { } high) => $"between {ScalarText.Number(low)} and {ScalarText.Number(high)}",
        ({ } low, null) => "above " + ScalarText.Number(low),
        (_, { } high) => "below " + ScalarText.Number(high),
        _ => throw new ArgumentException("A level needs a bound.", nameof(above)),
    };

    /// <summary>At the beginning of a claim <c>always</c> would be taken for that of an invariant.</summary>
    private string First(Condition condition)
    {
        var text = _conditions.Any(condition);
        return text.StartsWith("always", StringComparison.Ordinal) || text.StartsWith("never", StringComparison.Ordinal) ? $"({text})" : text;
    }

    private string Shared(Condition condition) =>
        condition is InScenario part ? model.Scenarios[part.Scenario.Index].Id : _conditions.Any(condition);

    private string Loop(ImmutableArray<FactorId> factors) => string.Join(" -> ", factors.Select(Factor));

    private string Factor(FactorId factor) => model.Factors[factor.Index].Id;

    private string Event(EventId item) => model.Events[item.Index].Id;

    private static string Dated(string words, DateOnly? date) => date is { } day ? words + ScalarText.Date(day) : "";
}
