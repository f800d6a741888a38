using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>What another strategy from a date on changes. In the course the first world goes on as before, the second under the other strategy.</summary>
/// <param name="Provenance">How it was made.</param>
/// <param name="Step">The step from which on the other strategy is followed; the number of steps: from the end on, so that nothing changes.</param>
/// <param name="Date">Its first day.</param>
/// <param name="Course">The course under the other strategy against the one going on as before.</param>
public sealed record BranchResult(ResultProvenance Provenance, int Step, DateOnly Date, PairedCourse Course) : StudyResult(Provenance)
{
    /// <summary>The strategies followed after the branch, in the order of their choice: the other one, and those of other actors as before.</summary>
    public ImmutableArray<StrategyId> Later { get; init; } = [];

    /// <summary>What comes of the runs by their kind at the branch, in declaration order; kinds that no run is of are left out.</summary>
    public ImmutableArray<BranchKind> Kinds { get; init; } = [];
}

/// <summary>What comes of the runs that are of one kind at the branch.</summary>
/// <param name="Kind">The kind at the branch.</param>
/// <param name="Share">Share of runs that are of it there.</param>
/// <param name="AtHorizon">Of these, the share in each kind at the horizon.</param>
/// <param name="Severities">Of these, the share with an event of at least each severity from the branch on.</param>
public sealed record BranchKind(ScenarioId Kind, Figure Share, ImmutableArray<PairedFigure> AtHorizon, ImmutableArray<PairedFigure> Severities);

/// <summary>A figure in two worlds.</summary>
/// <param name="First">In the world compared with.</param>
/// <param name="Second">In the other world.</param>
/// <param name="Difference">The second less the first, from paired differences.</param>
public readonly record struct PairedFigure(Figure First, Figure Second, Figure Difference);
