using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;

namespace Detente.Studies;

/// <summary>What a modeller should know of a model before trusting its figures.</summary>
/// <param name="RejectedStarts">Factors whose own influences reject their initial state, in declaration order.</param>
/// <param name="RestPoints">Configurations that neighbour moves do not leave though they are not consistent.</param>
/// <param name="RelaxationShare">How much of the first year's change of states happens with all events off, 0 to 1; null without a horizon, or when nothing changes.</param>
/// <param name="Diagnostics">The same as diagnostics, those that the model accepts marked.</param>
public sealed record ModelWarnings(
    ImmutableArray<RejectedStart> RejectedStarts,
    RestPointList RestPoints,
    double? RelaxationShare,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The largest share of the first year's change that may happen without events; beyond it the start is relaxing.</summary>
    public const double LargestRelaxation = 1.0 / 3;

    /// <summary>Nothing to say.</summary>
    public static ModelWarnings None { get; } = new([], new RestPointList(0, [], true), null, []);
}

/// <summary>A factor whose initial state has a rival that its balance, with tendencies, prefers at the start.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Preferred">The state with the best balance, the first on a tie.</param>
/// <param name="LeadHundredths">By how much, in hundredths of a point; above 0.</param>
public readonly record struct RejectedStart(FactorId Factor, int Preferred, long LeadHundredths);

/// <summary>Configurations at which no neighbour of a factor's state is better, though for some factor a state further off is.</summary>
/// <param name="Count">How many were found.</param>
/// <param name="Listed">The first of them in lexical order, at most 20; one state per factor.</param>
/// <param name="IsComplete">Whether all configurations were decided.</param>
public sealed record RestPointList(long Count, ImmutableArray<ImmutableArray<int>> Listed, bool IsComplete);

/// <summary>What there is to say of a model, without its claims.</summary>
/// <param name="Provenance">How it was made.</param>
/// <param name="Warnings">What there is to say.</param>
public sealed record WarningsResult(ResultProvenance Provenance, ModelWarnings Warnings) : StudyResult(Provenance);
