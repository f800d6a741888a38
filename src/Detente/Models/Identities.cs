namespace Detente.Models;

/// <summary>A factor of one model: its place in declaration order (0-based). Meaningless outside the model that issued it.</summary>
/// <param name="Index">Place in <see cref="Model.Factors"/>, from 0.</param>
public readonly record struct FactorId(int Index);

/// <summary>An event of one model: its place in declaration order (0-based).</summary>
/// <param name="Index">Place in <see cref="Model.Events"/>, from 0.</param>
public readonly record struct EventId(int Index);

/// <summary>A measure of one model: its place in declaration order (0-based).</summary>
/// <param name="Index">Place in <see cref="Model.Measures"/>, from 0.</param>
public readonly record struct MeasureId(int Index);

/// <summary>A strategy of one model: its place in declaration order (0-based).</summary>
/// <param name="Index">Place in <see cref="Model.Strategies"/>, from 0.</param>
public readonly record struct StrategyId(int Index);

/// <summary>A scenario (a kind of future) of one model: its place in declaration order (0-based), which is the order in which rules are tried.</summary>
/// <param name="Index">Place in <see cref="Model.Scenarios"/>, from 0.</param>
public readonly record struct ScenarioId(int Index);

/// <summary>An actor of one model: its place in declaration order (0-based).</summary>
/// <param name="Index">Place in <see cref="Model.Actors"/>, from 0.</param>
public readonly record struct ActorId(int Index);

/// <summary>An indicator of one model: its place in declaration order (0-based).</summary>
/// <param name="Index">Place in <see cref="Model.Indicators"/>, from 0.</param>
public readonly record struct IndicatorId(int Index);

/// <summary>A source of one model: its place in declaration order (0-based).</summary>
/// <param name="Index">Place in <see cref="Model.Sources"/>, from 0.</param>
public readonly record struct SourceId(int Index);

/// <summary>An event, or one of its outcomes.</summary>
/// <param name="Event">The event.</param>
/// <param name="Outcome">Place of the outcome in <see cref="ModelEvent.Outcomes"/>, or null for any outcome.</param>
public readonly record struct EventReference(EventId Event, int? Outcome);
