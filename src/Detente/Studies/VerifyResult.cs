using System.Collections.Immutable;
using Detente.Claims;

namespace Detente.Studies;

/// <summary>How the model answers its claims.</summary>
/// <param name="Provenance">How it was made; its warnings are those of the model's meaning.</param>
/// <param name="Claims">One outcome per claim asked for, in declaration order.</param>
/// <param name="Warnings">What a modeller should know of the model.</param>
public sealed record VerifyResult(
    ResultProvenance Provenance,
    ImmutableArray<ClaimOutcome> Claims,
    ModelWarnings Warnings) : StudyResult(Provenance)
{
    /// <summary>On so many paths or path-steps a premise must be met before a claim says anything: 50.</summary>
    public const long LeastPremise = ClaimJudge.FewestMet;

    /// <summary>The fewest draws, where there is more than one, whose spread says how large an error is: 10.</summary>
    public const int LeastDraws = ClaimJudge.FewestGroups;
}

/// <summary>What the model says to a claim.</summary>
public enum Verdict
{
    /// <summary>The claim holds.</summary>
    Holds,

    /// <summary>The claim fails.</summary>
    Fails,

    /// <summary>The margin lies within three standard errors of the threshold, or there are too few groups of paths to tell.</summary>
    Undecided,

    /// <summary>What the claim speaks of came about too rarely to say anything.</summary>
    Vacuous,
}

/// <summary>What a figure of a claim is.</summary>
public enum ClaimFigureKind
{
    /// <summary>The quantity in the first world, or the only one.</summary>
    First,

    /// <summary>The quantity in the second world.</summary>
    Second,

    /// <summary>First less second, on the same random numbers; of a response: with the event less without it, at its largest within the time.</summary>
    Difference,

    /// <summary>The difference at the end of the time in which it must fade.</summary>
    AfterFading,

    /// <summary>A quantity of an order, in the order stated.</summary>
    Ordered,

    /// <summary>Share of runs in which a condition that never may hold held, one that always must did not, or what must come earlier did not.</summary>
    Violations,
}

/// <summary>How the model answers one claim.</summary>
/// <param name="Claim">The claim, its place in the model.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record ClaimOutcome(int Claim, Verdict Verdict)
{
    /// <summary>What was measured, in the order of <see cref="ClaimFigureKind"/>; empty for claims on the start and on loops.</summary>
    public ImmutableArray<ClaimFigure> Figures { get; init; } = [];

    /// <summary>By how much the tightest comparison passes its threshold, in the unit of the quantity; negative: by how much it misses. Null where nothing is compared with a threshold.</summary>
    public double? Margin { get; init; }

    /// <summary>The standard error of <see cref="Margin"/>, or null.</summary>
    public double? MarginError { get; init; }

    /// <summary>On how many paths or path-steps what the claim speaks of came about (the larger number of two worlds); null where the claim has no premise.</summary>
    public long? Premise { get; init; }

    /// <summary>Runs looked at, in each world: all, or a quarter of them when that was clear; 0 for claims on the start and on loops.</summary>
    public long Paths { get; init; }
}

/// <summary>A figure of a claim.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its value: a share, a rate per year, or a position from 0 to 1.</param>
/// <param name="StandardError">Its standard error over draws (over batches of paths with a single draw); 0 when exact.</param>
public readonly record struct ClaimFigure(ClaimFigureKind Kind, double Value, double StandardError)
{
    /// <summary>Of a difference, whether it cannot be told from none: at most two standard errors.</summary>
    public bool IsWithinNoise => Kind == ClaimFigureKind.Difference && Figure.IsNoise(Value, StandardError);
}
