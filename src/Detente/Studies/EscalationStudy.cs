using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>How it could escalate, and what it takes: the same runs without each cause, each amplifier and each brake.</summary>
/// <remarks>
/// Needs a scale of severity. Influences are not taken out here. Cost: the paths asked for, once for every element taken out, and some times more
/// for the measures that are explained.
/// </remarks>
/// <param name="Model">The model.</param>
/// <param name="Options">How much; nothing is computed exactly here.</param>
public sealed record EscalationStudy(Model Model, StudyOptions Options) : Study(Model, Options)
{
    /// <summary>Strategies that take the place of the baseline's of the same actors; empty: the baseline.</summary>
    public ImmutableArray<StrategyId> Strategies { get; init; } = [];

    /// <summary>Whether no measure at all is pursued by anybody.</summary>
    public bool NoMeasures { get; init; }

    /// <summary>Measures to take out together, besides each one alone; empty: none.</summary>
    public ImmutableArray<MeasureId> Without { get; init; } = [];

    /// <summary>Whether nothing is taken out and only the figures of the world as it is are counted; then <see cref="Without"/> is not asked.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The severity for which elements are taken out and ranked, its place on the scale; null (default): the second gravest, or the only one.</summary>
    public int? Severity { get; init; }
}
