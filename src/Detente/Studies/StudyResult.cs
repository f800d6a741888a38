using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;

namespace Detente.Studies;

/// <summary>What came out of a study, with what is needed to get it again.</summary>
/// <param name="Provenance">How it was made.</param>
public abstract record StudyResult(ResultProvenance Provenance);

/// <summary>How a result was made: enough to get the same bits again.</summary>
/// <param name="Engine">Version of this library.</param>
/// <param name="ModelId">The model's name.</param>
/// <param name="ModelHash">SHA-256 of the canonical text without comments, 64 lower-case hexadecimal digits.</param>
/// <param name="Study">What was run, with its options.</param>
/// <param name="Completeness">How much of what was asked was done.</param>
/// <param name="Warnings">Warnings of meaning found while running.</param>
public sealed record ResultProvenance(
    string Engine,
    string ModelId,
    string ModelHash,
    Study Study,
    Completeness Completeness,
    ImmutableArray<Diagnostic> Warnings);

/// <summary>How much of what was asked was done.</summary>
/// <param name="IsComplete">Whether all of it was.</param>
/// <param name="Done">Units done: configurations excluded or found, or paths.</param>
/// <param name="Asked">Units asked for.</param>
public readonly record struct Completeness(bool IsComplete, System.Numerics.BigInteger Done, System.Numerics.BigInteger Asked);

/// <summary>The consistent scenarios of a model.</summary>
/// <param name="Provenance">How it was made.</param>
public sealed record ScenariosResult(ResultProvenance Provenance) : StudyResult(Provenance)
{
    /// <summary>Number of all configurations, held factors counted once.</summary>
    public System.Numerics.BigInteger Configurations { get; init; }

    /// <summary>Exact number of consistent scenarios, also when not all are listed.</summary>
    public System.Numerics.BigInteger Count { get; init; }

    /// <summary>The consistent scenarios that were selected, in the order of the selection; then the best of every kind that is not among them, in lexical order of their states.</summary>
    public ImmutableArray<ConsistentScenario> Scenarios { get; init; } = [];

    /// <summary>Number of configurations whose succession was followed to sample the weights; null when weights are exact or were not asked for.</summary>
    public long? Sampled { get; init; }

    /// <summary>Cycles of succession, by their lexically first configuration; empty unless weights were asked for.</summary>
    public ImmutableArray<SuccessionCycle> Cycles { get; init; } = [];

    /// <summary>For each kind of future what the consistent scenarios say, in declaration order.</summary>
    public ImmutableArray<KindConfigurations> Kinds { get; init; } = [];

    /// <summary>Factors held at their initial state because nothing influences them.</summary>
    public ImmutableArray<FactorId> HeldFactors { get; init; } = [];

    /// <summary>What the intervention changes; null without one.</summary>
    public InterventionChange? Change { get; init; }

    /// <summary>Whether conditional influences take part, which pairwise cross-impact balance does not know.</summary>
    public bool HasConditionalInfluences { get; init; }
}

/// <summary>A configuration in which no factor has a much better state.</summary>
/// <param name="States">One state per factor.</param>
/// <param name="InconsistencyHundredths">In hundredths of a point; 0 or more.</param>
/// <param name="ConsistencyHundredths">Consistency value in hundredths of a point: least lead of an own score over the best rival's. A factor with one state sets no bound; 0 where all have one.</param>
/// <param name="TotalImpactHundredths">Sum of own scores in hundredths of a point.</param>
/// <param name="Weight">How many configurations end here under succession, 0 for one that is consistent only within the tolerance; null when not asked for.</param>
/// <param name="Balances">The balance of every factor.</param>
public sealed record ConsistentScenario(
    ImmutableArray<int> States,
    long InconsistencyHundredths,
    long ConsistencyHundredths,
    long TotalImpactHundredths,
    ScenarioWeight? Weight,
    ImmutableArray<FactorBalance> Balances)
{
    /// <summary>The kind of future it is of at rest; null when it is of none whose rule says anything about states. See <see cref="KindConfigurations"/>.</summary>
    public ScenarioId? Kind { get; init; }
}

/// <summary>What speaks for and against the states of a factor in a configuration.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="ScoresHundredths">The balance of each state, in hundredths of a point.</param>
/// <param name="Contributions">What each influence in force adds to the factor's own state, in declaration order; those without impact and advantage left out.</param>
public sealed record FactorBalance(
    FactorId Factor,
    ImmutableArray<long> ScoresHundredths,
    ImmutableArray<BalanceContribution> Contributions);

/// <summary>What one influence adds to a factor's own state, and against the best rival: the highest scoring other state, the first on a tie.</summary>
/// <param name="Influence">The influence, its place in <see cref="Model.Influences"/>.</param>
/// <param name="ImpactHundredths">What it adds to the own state, in hundredths of a point.</param>
/// <param name="AdvantageHundredths">What it adds to the own state less what it adds to the best rival, in hundredths of a point; 0 for a factor with one state.</param>
public readonly record struct BalanceContribution(int Influence, int ImpactHundredths, int AdvantageHundredths);

/// <summary>How many configurations end in a scenario or a cycle.</summary>
/// <param name="Configurations">How many; exact, or estimated from a sample and rounded to a whole number.</param>
/// <param name="StandardError">The standard error of the estimate, in configurations; null when exact.</param>
public readonly record struct ScenarioWeight(System.Numerics.BigInteger Configurations, double? StandardError);

/// <summary>What holding factors from outside changes in the set of consistent scenarios.</summary>
/// <param name="Before">Number of consistent scenarios without the intervention.</param>
/// <param name="Stay">How many of them are consistent with it: those with every held factor in that state already.</param>
/// <param name="New">How many are consistent with it only.</param>
/// <param name="Lost">Those consistent without it only, in lexical order, as many at most as are listed; <paramref name="Before"/> less <paramref name="Stay"/> in all.</param>
/// <param name="IsNew">For every listed scenario whether it is consistent with the intervention only.</param>
public sealed record InterventionChange(
    System.Numerics.BigInteger Before,
    System.Numerics.BigInteger Stay,
    System.Numerics.BigInteger New,
    ImmutableArray<ImmutableArray<int>> Lost,
    ImmutableArray<bool> IsNew);

/// <summary>A cycle of succession.</summary>
/// <param name="Configurations">Its configurations in order, beginning with the lexically first.</param>
/// <param name="Weight">How many configurations end in it.</param>
public sealed record SuccessionCycle(ImmutableArray<ImmutableArray<int>> Configurations, ScenarioWeight Weight);

/// <summary>What the consistent scenarios say about one kind of future.</summary>
/// <remarks>
/// Rules are read on configurations at rest: the states have always been as they are, nothing happens, no measure is in force, the date is
/// the horizon's last day. The kind is the first whose rule holds, so every scenario is of one kind at most.
/// </remarks>
/// <param name="Scenario">The kind.</param>
/// <param name="Count">How many consistent scenarios are of this kind.</param>
/// <param name="Best">The one of them with the highest total impact score (place in <see cref="ScenariosResult.Scenarios"/>), the first on a tie; null when there is none.</param>
/// <param name="HasStatePart">Whether its rule says anything about states, or is constant; otherwise configurations cannot meet it.</param>
public sealed record KindConfigurations(ScenarioId Scenario, long Count, int? Best, bool HasStatePart);

/// <summary>Everything the brief says, from one run each.</summary>
/// <param name="Provenance">How it was made.</param>
/// <param name="Structure">What shapes the relationship.</param>
/// <param name="Scenarios">Which futures are consistent.</param>
/// <param name="Futures">How it evolves under the baseline.</param>
/// <param name="Options">How each strategy compares with the baseline; empty without strategies.</param>
public sealed record BriefResult(
    ResultProvenance Provenance,
    StructureSummary Structure,
    ScenariosResult Scenarios,
    FuturesResult Futures,
    ImmutableArray<StrategyOutcome> Options) : StudyResult(Provenance)
{
    /// <summary>How it could escalate under the baseline, without anything taken out; null when it was not run: without a scale of severity, or exact.</summary>
    public EscalationResult? Escalation { get; init; }

    /// <summary>How the model answers its claims, with what a modeller should know of it.</summary>
    public VerifyResult? Verification { get; init; }
}

/// <summary>What shapes the relationship, from the graph of influences alone.</summary>
/// <param name="Factors">Direct influence and dependence of every factor, in declaration order.</param>
/// <param name="Strengths">Strength in points of every influence, in declaration order.</param>
/// <param name="ImageLoops">Reinforcing loops through at least two images: the security dilemma; strongest first, at most 10.</param>
public sealed record StructureSummary(
    ImmutableArray<FactorRole> Factors,
    ImmutableArray<double> Strengths,
    ImmutableArray<FeedbackLoop> ImageLoops)
{
    /// <summary>All loops up to this length were searched; 8 unless the graph was too dense.</summary>
    public int LoopsSearchedToLength { get; init; }
}

/// <summary>How much a factor drives and how much it is driven.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Influence">Sum of the strengths of its outgoing influences, in points.</param>
/// <param name="Dependence">Sum of the strengths of its incoming influences, in points.</param>
public readonly record struct FactorRole(FactorId Factor, double Influence, double Dependence);

/// <summary>A loop of influences.</summary>
/// <param name="Factors">The factors in order.</param>
/// <param name="IsReinforcing">Reinforcing; otherwise balancing.</param>
/// <param name="Strength">Geometric mean of its links' strengths, in points.</param>
public sealed record FeedbackLoop(ImmutableArray<FactorId> Factors, bool IsReinforcing, double Strength);
