using System.Collections.Immutable;
using System.Numerics;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>What the studies of courses have in common: the model ready for walking, the rules chosen, the walk, the provenance.</summary>
internal sealed class CourseRun
{
    private const int MostWorlds = 16; // walked at once, the one compared with among them
    private readonly CourseStudy study;
    private readonly string modelHash;
    private readonly IProgress<StudyProgress>? progress;
    private readonly CancellationToken cancellation;

    /// <summary>Prepares a run.</summary>
    /// <param name="study">What to run, on a model that has what futures need.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="progress">Told how many paths are done; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">Less than one draw or two paths; exact chances; a strategy that the model does not have.</exception>
    /// <exception cref="StudyException">The model lacks something; two strategies of one actor.</exception>
    public CourseRun(CourseStudy study, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        StudyDiagnostics.NeedTime(study.Model);
        if (study.Options.Draws < 1 || study.Options.Paths < 2 || study.Options.Exact)
        {
            throw new ArgumentException("A run needs one draw or more of two paths or more; exact chances are not known here.", nameof(study));
        }

        if (study.Strategies.Any(strategy => strategy.Index < 0 || strategy.Index >= study.Model.Strategies.Length))
        {
            throw new ArgumentException("A strategy that the model does not have.", nameof(study));
        }

        StudyDiagnostics.NeedOneStrategyPerActor(study.Model, study.Strategies);
        (this.study, this.modelHash, this.progress, this.cancellation) = (study, modelHash, progress, cancellation);
        Compiled = ModelCompiler.Compile(study.Model);
        Rules = new PathRules(study.NoMeasures ? [] : Compiled.ActiveStrategies(study.Strategies));
    }

    /// <summary>The model.</summary>
    public CompiledModel Compiled { get; }

    /// <summary>The rules chosen.</summary>
    public PathRules Rules { get; }

    /// <summary>The model as it stands, under the rules chosen.</summary>
    public LaneWorld World => new(Compiled, Rules);

    /// <summary>Paths per draw.</summary>
    public int Paths => study.Options.Paths;

    /// <summary>All dates of the horizon.</summary>
    public ImmutableArray<DateOnly> Dates => [.. Enumerable.Range(0, Compiled.StepCount + 1).Select(study.Model.Horizon!.DateOf)];

    /// <summary>How the result is made.</summary>
    public ResultProvenance Provenance
    {
        get
        {
            var asked = new BigInteger((long)study.Options.Draws * study.Options.Paths);
            return new ResultProvenance(EngineVersion.Number, study.Model.Id, modelHash, study, new Completeness(true, asked, asked), []);
        }
    }

    /// <summary>Walks worlds on the same random numbers, so many at a time; the first one is there each time.</summary>
    /// <param name="worlds">The worlds; the first is what the others are compared with.</param>
    /// <param name="meterOf">Makes a meter for the model of a world.</param>
    /// <returns>By world and draw the counts.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public long[][][] Walk(ImmutableArray<LaneWorld> worlds, Func<CompiledModel, LaneMeter> meterOf)
    {
        var parts = worlds.Skip(1).Chunk(MostWorlds - 1).Select(part => ImmutableArray.Create([worlds[0], .. part])).ToList();
        if (parts.Count == 0)
        {
            parts.Add(worlds);
        }

        var (counts, done, all) = (new List<long[][]>(), 0, parts.Sum(part => part.Length));
        foreach (var part in parts)
        {
            var stage = StageProgress.Of(progress, done, part.Length, all - done - part.Length);
            var walked = Walk(part, meterOf, stage);
            counts.AddRange(counts.Count == 0 ? walked : walked[1..]);
            done += part.Length;
        }

        return [.. counts];
    }

    private long[][][] Walk(ImmutableArray<LaneWorld> part, Func<CompiledModel, LaneMeter> meterOf, IProgress<StudyProgress>? stage)
    {
        var options = study.Options;
        var plan = new LanePlan(part)
        {
            Seed = options.Seed,
            Draws = options.Draws,
            Paths = options.Paths,
            IsSampled = options.Draws > 1,
            Threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount,
        };
        var asked = (long)options.Draws * options.Paths;
        return LaneRun.Walk(plan, world => meterOf(part[world].Model), stage is null ? null : paths => stage.Report(new StudyProgress(paths, asked)), cancellation);
    }
}
