using System.Collections.Immutable;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Why configurations are consistent, or are not. Exact and deterministic; all points are whole hundredths.</summary>
/// <param name="Provenance">How it was made.</param>
public sealed record ExplainResult(ResultProvenance Provenance) : StudyResult(Provenance)
{
    /// <summary>The configurations in the order asked for.</summary>
    public ImmutableArray<ConfigurationExplanation> Configurations { get; init; } = [];

    /// <summary>Whether conditional influences take part, which pairwise cross-impact balance does not know.</summary>
    public bool HasConditionalInfluences { get; init; }
}

/// <summary>The impact balance of a configuration (Weimer-Jehle 2006), and what would change it.</summary>
/// <param name="States">One state per factor.</param>
/// <param name="InconsistencyHundredths">By how much the worst placed factor is behind, in hundredths of a point; 0 or more.</param>
/// <param name="ConsistencyHundredths">Consistency value in hundredths of a point, as in <see cref="ConsistentScenario"/>.</param>
/// <param name="TotalImpactHundredths">Sum of own scores in hundredths of a point.</param>
/// <param name="Factors">Every factor, in declaration order.</param>
public sealed record ConfigurationExplanation(
    ImmutableArray<int> States,
    long InconsistencyHundredths,
    long ConsistencyHundredths,
    long TotalImpactHundredths,
    ImmutableArray<FactorExplanation> Factors)
{
    /// <summary>The weakest links: of the factors that something influences, that have a rival and are not held, those with the least lead, in declaration order.</summary>
    public ImmutableArray<FactorId> Weakest { get; init; } = [];

    /// <summary>Factors in a state that is barred in this configuration at rest: it cannot be chosen, whatever its balance.</summary>
    public ImmutableArray<FactorId> Barred { get; init; } = [];

    /// <summary>Where global succession leads from here; the configuration itself where it is consistent. Null when it did not end within 10,000 steps.</summary>
    public SuccessionEnd? Succession { get; init; }
}

/// <summary>Where a succession ends.</summary>
/// <param name="Steps">Steps until the first of <paramref name="Configurations"/> is reached; 0 for one that is reached already.</param>
/// <param name="Configurations">The fixed point, or the cycle in order from where it is entered.</param>
public sealed record SuccessionEnd(int Steps, ImmutableArray<ImmutableArray<int>> Configurations);

/// <summary>A factor in a configuration: who argues for and against each of its states, and what would let another one win.</summary>
/// <param name="Balance">The balance of its states, and what adds to its own.</param>
/// <param name="State">Its own state.</param>
/// <param name="BestRival">The highest scoring other state, the first on a tie; null for a factor with one state.</param>
/// <param name="LeadHundredths">Balance of the own state less that of the best rival; below 0 where the rival is ahead, 0 for a factor with one state.</param>
public sealed record FactorExplanation(FactorBalance Balance, int State, int? BestRival, long LeadHundredths)
{
    /// <summary>The factor.</summary>
    public FactorId Factor => Balance.Factor;

    /// <summary>Whether an influence is written for it; otherwise all of its states are equally good in every configuration.</summary>
    public bool IsInfluenced { get; init; }

    /// <summary>Whether it is held from outside, so that its own balance is not asked: it makes nothing inconsistent and is no weakest link.</summary>
    public bool IsHeld { get; init; }

    /// <summary>For each state what every influence in force adds to it, largest amount first, then in declaration order; without those that add nothing. They add up to the balance.</summary>
    public ImmutableArray<ImmutableArray<StateArgument>> Arguments { get; init; } = [];

    /// <summary>
    /// The fewest arguments that decide between the own state and its best rival: the strongest of the winning side, as many as outweigh
    /// everything that speaks for the other. Where the own state is behind they speak against it, with advantages below 0. At least one where there is any.
    /// </summary>
    public ImmutableArray<BalanceContribution> Decisive { get; init; } = [];

    /// <summary>What would let each other state overtake the own one, in the order of the states; without those that are ahead already.</summary>
    public ImmutableArray<Overtaking> Overtakings { get; init; } = [];
}

/// <summary>What an influence adds to a state.</summary>
/// <param name="Influence">The influence, its place in <see cref="Model.Influences"/>.</param>
/// <param name="ImpactHundredths">What it adds, in hundredths of a point; never 0.</param>
public readonly record struct StateArgument(int Influence, int ImpactHundredths);

/// <summary>What would have to change for a rival to beat a factor's own state, strictly. Each answer is found by scoring the changed configuration or judgement.</summary>
/// <param name="Rival">The rival state.</param>
/// <param name="LeadHundredths">Balance of the own state less that of the rival, in hundredths of a point; 0 or more.</param>
public sealed record Overtaking(int Rival, long LeadHundredths)
{
    /// <summary>Every change of one other factor's state that does it, by factor and state.</summary>
    public ImmutableArray<StateChange> Singles { get; init; } = [];

    /// <summary>
    /// The fewest changes of other factors' states that do it together when no single one does, by factor; empty when a single one does, or when
    /// no number was found. Among as many those with the largest gain, then ordered factors moved no further than needed.
    /// </summary>
    public ImmutableArray<HeldState> Together { get; init; } = [];

    /// <summary>The state that scores highest after <see cref="Together"/>, the first on a tie; null where that is empty.</summary>
    public int? Winner { get; init; }

    /// <summary>Whether fewer changes than <see cref="Together"/> are proved not to do it, nor any number where it is empty; otherwise the search was bounded.</summary>
    public bool IsProven { get; init; } = true;

    /// <summary>For each judgement in force the smallest change that would do it, and for a weight whose smallest one leaves its range one to the other sign within it, if there is one; smallest first; on a tie those within the stated range, then in declaration order.</summary>
    public ImmutableArray<JudgementChange> Judgements { get; init; } = [];
}

/// <summary>Another state of another factor.</summary>
/// <param name="Factor">The factor that would change.</param>
/// <param name="State">Its other state.</param>
/// <param name="Winner">The state that would then score highest, the first on a tie.</param>
/// <param name="LeadHundredths">Balance of the own state less that of the rival after the change, in hundredths of a point; below 0.</param>
public readonly record struct StateChange(FactorId Factor, int State, int Winner, long LeadHundredths);

/// <summary>Another value of one judged number, all others and the configuration unchanged.</summary>
/// <param name="Influence">The influence, its place in <see cref="Model.Influences"/>.</param>
/// <param name="TargetState">The state that the changed cell is on, in the row of the present state of the source; null for the weight of the influence.</param>
/// <param name="FromHundredths">The number as stated, in hundredths of a point; 0 for a cell not named.</param>
/// <param name="ToHundredths">The nearest number with which the rival wins, in hundredths of a point.</param>
/// <param name="IsWithinRange">Whether it lies in the range stated for the judgement.</param>
public readonly record struct JudgementChange(int Influence, int? TargetState, int FromHundredths, int ToHundredths, bool IsWithinRange);
