using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Answers how the relationship evolves, by walking paths.</summary>
internal sealed class FuturesRun
{
    private readonly FuturesStudy study;
    private readonly string modelHash;
    private readonly CompiledModel compiled;
    private readonly CancellationToken cancellation;

    private FuturesRun(FuturesStudy study, string modelHash, CancellationToken cancellation)
    {
        this.study = study;
        this.modelHash = modelHash;
        this.cancellation = cancellation;
        compiled = ModelCompiler.Compile(study.Model);
    }

    /// <summary>Runs a study under one choice of strategies.</summary>
    /// <param name="study">What to run, on a model that has what futures need.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="progress">Told how many paths are done; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">Less than one draw or two paths; a precision that is not above 0 and at most 0.5.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FuturesResult Run(FuturesStudy study, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        var precise = study.Precision is null
            ? new FuturesRun(study, modelHash, cancellation).RunAll([study], StageProgress.Of(progress, 0, 1, study.Options.Draws > 1 ? 0 : 1))[0].Futures
            : PreciseRun.Run(study, progress, (round, told) => new FuturesRun(round, modelHash, cancellation).RunAll([round], told)[0].Futures);
        return WithDetailErrors(precise, (FuturesStudy)precise.Provenance.Study, StageProgress.Of(progress, 1, 1, 0), cancellation);
    }

    /// <summary>Runs studies that differ in their strategies only, all on the same random numbers, and compares each with the first.</summary>
    /// <param name="studies">One or more studies of the same model with the same options.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="progress">Told how many paths are done; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>One outcome per study; the first has no differences.</returns>
    public static ImmutableArray<StrategyOutcome> Compare(ImmutableArray<FuturesStudy> studies, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation) =>
        new FuturesRun(studies[0], modelHash, cancellation).RunAll(studies, progress);

    /// <summary>Adds the errors of what is no share of paths to a result of a single draw, by a second walk of its paths; others have them.</summary>
    /// <param name="result">The result of a run.</param>
    /// <param name="study">What was run.</param>
    /// <param name="progress">Told how many paths are done; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FuturesResult WithDetailErrors(FuturesResult result, FuturesStudy study, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (study.Options.Draws > 1)
        {
            return result;
        }

        var model = ModelCompiler.Compile(study.Model);
        var all = (long)study.Options.Draws * study.Options.Paths;
        return DetailErrors.AddTo(
            result, PlanOf(model, [RulesOf(model, study)], study.Options), progress is null ? null : done => progress.Report(new StudyProgress(done, all)), cancellation);
    }

    /// <summary>Under which rules a study's paths are walked.</summary>
    /// <param name="compiled">The model.</param>
    /// <param name="study">The study.</param>
    public static PathRules RulesOf(CompiledModel compiled, FuturesStudy study) => new(study.NoMeasures ? [] : compiled.ActiveStrategies(study.Strategies));

    /// <summary>Which paths options ask for.</summary>
    /// <param name="compiled">The model.</param>
    /// <param name="worlds">Under which rules.</param>
    /// <param name="options">How much.</param>
    public static PathPlan PlanOf(CompiledModel compiled, ImmutableArray<PathRules> worlds, StudyOptions options) => new(compiled, worlds)
    {
        Seed = options.Seed,
        Draws = options.Draws,
        Paths = options.Paths,
        IsSampled = options.Draws > 1,
        Threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount,
    };

    private ImmutableArray<StrategyOutcome> RunAll(ImmutableArray<FuturesStudy> studies, IProgress<StudyProgress>? progress)
    {
        var options = study.Options;
        if (options.Draws < 1 || options.Paths < 2)
        {
            throw new ArgumentException("A run needs one draw or more of two paths or more.", nameof(studies));
        }

        var worlds = studies.Select(one => RulesOf(compiled, one)).ToImmutableArray();
        var plan = PlanOf(compiled, worlds, options);
        var asked = (long)options.Draws * options.Paths;
        var counts = PathRun.Walk(plan, progress is null ? null : done => progress.Report(new StudyProgress(done, asked)), cancellation);
        return [.. studies.Select((one, place) => Outcome(one, plan, counts[place], place))];
    }

    private StrategyOutcome Outcome(FuturesStudy one, PathPlan plan, WorldCounts counts, int place)
    {
        var relaxation = Relaxation.Share(plan, plan.Worlds[place], cancellation);
        var asked = new System.Numerics.BigInteger((long)plan.Draws * plan.Paths);
        var provenance = new ResultProvenance(
            EngineVersion.Number,
            one.Model.Id,
            modelHash,
            one,
            new Completeness(true, asked, asked),
            StudyDiagnostics.Relaxes(one.Model, relaxation));
        var figures = new FuturesFigures(one.Model, counts, plan.Paths);
        var scenarios = one.Model.Scenarios.Length;
        var result = figures.Result(provenance) with { RelaxationShare = relaxation, SampledPaths = PathSample.Of(plan, plan.Worlds[place], cancellation) };
        return new StrategyOutcome(
            one.Strategies.IsEmpty ? null : one.Strategies[0],
            plan.Draws > 1 ? DetailErrors.AddTo(result, counts, compiled) : result,
            place == 0 ? [] : [.. Enumerable.Range(0, scenarios).Select(figures.Difference)],
            place == 0 ? [] : [.. Enumerable.Range(scenarios, one.Model.Severities.Length).Select(figures.Difference)]);
    }
}
