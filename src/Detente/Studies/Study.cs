using System.Collections.Immutable;
using Detente.Cib;
using Detente.Models;

namespace Detente.Studies;

/// <summary>What to run on a model. Results depend on nothing else, except for what <see cref="StudyOptions.Threads"/> says: that never changes them.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How much, and with which seed.</param>
public abstract record Study(Model Model, StudyOptions Options);

/// <summary>How much to compute, and with which seed.</summary>
public sealed record StudyOptions
{
    /// <summary>The seed; any value, 1 unless stated.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads to use; 0 (default): one per core. Changes no figure.</summary>
    public int Threads { get; init; }

    /// <summary>Draws of the uncertain judgements, M; 1 takes every value at its stated point. Default 50.</summary>
    public int Draws { get; init; } = 50;

    /// <summary>Paths per draw, N; at least 2. Default 200.</summary>
    public int Paths { get; init; } = 200;

    /// <summary>Whether to compute exact chances over all configurations in place of sampling, when the model allows it.</summary>
    public bool Exact { get; init; }

    /// <summary>The most configurations <see cref="Exact"/> may have; default 4,096, up to 20,000.</summary>
    public int ExactLimit { get; init; } = 4096;
}

/// <summary>Which futures are consistent in themselves (cross-impact balance).</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How much; only the threads matter here, and for weights the seed and whether they must be exact.</param>
public sealed record ScenariosStudy(Model Model, StudyOptions Options) : Study(Model, Options)
{
    /// <summary>The largest inconsistency allowed, in points; 0 unless stated.</summary>
    public double Tolerance { get; init; }

    /// <summary>Whether factors that nothing influences are free; otherwise those with an initial state are held there.</summary>
    public bool Free { get; init; }

    /// <summary>Only configurations that meet this at rest are looked at; null: all. Forces (<c>a = x</c>), forbids (<c>not a = x</c>) or implies (<c>not a = x or b = y</c>).</summary>
    public Condition? Where { get; init; }

    /// <summary>Factors held in a state from outside, an intervention: their own balances are not asked, each factor once at most. Empty: none.</summary>
    public ImmutableArray<HeldState> Holds { get; init; } = [];

    /// <summary>Which scenarios are listed when there are more than <see cref="MostListed"/>, and in which order.</summary>
    public ScenarioSelection Selection { get; init; }

    /// <summary>States wished for, each factor once at most: with <see cref="ScenarioSelection.Nearest"/> the scenarios that differ in the fewest of them come first.</summary>
    public ImmutableArray<HeldState> Wish { get; init; } = [];

    /// <summary>Whether to count how many configurations end in each scenario under succession.</summary>
    public bool Weights { get; init; }

    /// <summary>The rule of succession by which weights are counted; global unless stated.</summary>
    public SuccessionRule Succession { get; init; }

    /// <summary>
    /// The largest standard error of a weight that is sampled, as a share of all configurations, 0.0001 to 0.5; 0.001 unless stated.
    /// Weights are counted exactly up to 200 million configurations, or with <see cref="StudyOptions.Exact"/>; else they are sampled.
    /// </summary>
    public double WeightPrecision { get; init; } = 0.001;

    /// <summary>The most scenarios listed, the best of every kind apart; the count goes on. 0: count only. Default 10,000.</summary>
    public int MostListed { get; init; } = 10_000;

    /// <summary>The most boxes of configurations the search looks at; null (default): some half a minute's worth for the size of the model.</summary>
    internal long? MostBoxes { get; init; }
}

/// <summary>A factor in one of its states.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="State">Its state.</param>
public readonly record struct HeldState(FactorId Factor, int State);

/// <summary>Which of the consistent scenarios are listed, and in which order.</summary>
public enum ScenarioSelection
{
    /// <summary>The lexically first, in lexical order of their states. The default.</summary>
    First,

    /// <summary>Those with the highest total impact score, highest first; lexical order on a tie.</summary>
    HighestImpact,

    /// <summary>
    /// Those that differ most: the one with the highest total impact score, then always the one with the most factors in another state than in the
    /// nearest listed one, higher total impact score and then lexical order on a tie. The smallest difference among them is at least
    /// half of what the best choice could have (Gonzalez 1985).
    /// </summary>
    MostDifferent,

    /// <summary>Those nearest to <see cref="ScenariosStudy.Wish"/>; higher total impact score and then lexical order on a tie.</summary>
    Nearest,
}

/// <summary>Why configurations are consistent, or are not: who argues for and against each state, and what would have to change for another one to win.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">Nothing of it matters here.</param>
/// <param name="Configurations">The configurations: one state per factor each, consistent or not.</param>
public sealed record ExplainStudy(Model Model, StudyOptions Options, ImmutableArray<ImmutableArray<int>> Configurations) : Study(Model, Options)
{
    /// <summary>Factors held from outside in the state they have: their own balance is not asked, and succession does not move them. Empty: none.</summary>
    public ImmutableArray<FactorId> Held { get; init; } = [];
}

/// <summary>How the relationship evolves over the horizon.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How much.</param>
public sealed record FuturesStudy(Model Model, StudyOptions Options) : Study(Model, Options)
{
    /// <summary>Strategies that take the place of the baseline's of the same actors; empty: the baseline.</summary>
    public ImmutableArray<StrategyId> Strategies { get; init; } = [];

    /// <summary>Whether no measure at all is pursued by anybody.</summary>
    public bool NoMeasures { get; init; }

    /// <summary>
    /// The largest standard error of a share, above 0 to 0.5, for which draws or paths are added to those of the options; null, the default: no more
    /// than those. The result's study has the draws and paths of the last run.
    /// </summary>
    public double? Precision { get; init; }

    /// <summary>The most runs (draws times paths) that <see cref="Precision"/> may take; 4 million unless stated.</summary>
    public long MostRuns { get; init; } = 4_000_000;
}

/// <summary>Why a kind of future comes out: what carries it, when the paths that end in it part from the others, and three paths told.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How much; exact chances are not asked for.</param>
public sealed record WhyStudy(Model Model, StudyOptions Options) : Study(Model, Options)
{
    /// <summary>The kind; null: the one with the largest share of runs at the date, the first on a tie.</summary>
    public ScenarioId? Kind { get; init; }

    /// <summary>The date, after the start and not beyond the day after the horizon's end; it means the start of the step that holds it. Null: the end of the horizon.</summary>
    public DateOnly? At { get; init; }

    /// <summary>Strategies that take the place of the baseline's of the same actors; empty: the baseline.</summary>
    public ImmutableArray<StrategyId> Strategies { get; init; } = [];

    /// <summary>Whether no measure at all is pursued by anybody.</summary>
    public bool NoMeasures { get; init; }
}

/// <summary>Whether the model behaves as its sources say: runs its claims, and says what a modeller should know.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How much.</param>
public sealed record VerifyStudy(Model Model, StudyOptions Options) : Study(Model, Options)
{
    /// <summary>Places of the claims to run; empty: all.</summary>
    public ImmutableArray<int> Claims { get; init; } = [];

    /// <summary>Whether every claim takes all paths; otherwise one that is clear after a quarter of them stops there (<see cref="ClaimOutcome.Paths"/>).</summary>
    public bool IsThorough { get; init; }
}

/// <summary>What a modeller should know of the model, without its claims.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How much; the seed, draws and paths bound the runs of the first year.</param>
public sealed record WarningsStudy(Model Model, StudyOptions Options) : Study(Model, Options)
{
    /// <summary>Whether to do only what needs no run and no search: what <c>check</c> says.</summary>
    public bool IsQuick { get; init; }

    /// <summary>The most boxes of configurations the search for rest points looks at; null (default): some seconds' worth for the size of the model.</summary>
    internal long? MostBoxes { get; init; }
}

/// <summary>Which elements represent the items of the source text.</summary>
/// <param name="Model">The model.</param>
public sealed record CoverageStudy(Model Model) : Study(Model, new StudyOptions());

/// <summary>Everything the brief needs, in one run.</summary>
/// <param name="Model">The model.</param>
/// <param name="Options">How much.</param>
public sealed record BriefStudy(Model Model, StudyOptions Options) : Study(Model, Options);

/// <summary>Runs studies.</summary>
public interface IStudyRunner
{
    /// <summary>Runs one study to its end, its budget or its cancellation.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="progress">Told now and then how far it is, or null.</param>
    /// <param name="cancellation">Stops the run; what was finished by then is thrown away.</param>
    /// <returns>What came out: the result type that belongs to the study's type.</returns>
    /// <exception cref="StudyException">The model lacks something the study needs.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    StudyResult Run(Study study, IProgress<StudyProgress>? progress, CancellationToken cancellation);
}

/// <summary>How far a study is.</summary>
/// <param name="Done">Units of work done.</param>
/// <param name="Total">Units of work in all; 0 when not known.</param>
public readonly record struct StudyProgress(long Done, long Total);
