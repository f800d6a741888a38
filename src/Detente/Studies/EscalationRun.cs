using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Answers how it could escalate, by walking the same paths with and without what escalation may take.</summary>
internal sealed class EscalationRun
{
    private const int WorldsAtOnce = 16;
    private const int MostExplained = 3;
    private readonly EscalationStudy study;
    private readonly string modelHash;
    private readonly IProgress<StudyProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly CompiledModel compiled;
    private readonly EscalationElements elements;
    private readonly EscalationWorlds worlds;
    private readonly EscalationFigures figures;
    private readonly int severity;
    private long walked;
    private long toWalk;

    private EscalationRun(EscalationStudy study, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        this.study = study;
        this.modelHash = modelHash;
        this.progress = progress;
        this.cancellation = cancellation;
        var model = study.Model;
        compiled = ModelCompiler.Compile(model);
        var rules = new PathRules(study.NoMeasures ? [] : compiled.ActiveStrategies(study.Strategies));
        severity = study.Severity ?? Math.Max(0, model.Severities.Length - 2);
        var pursued = EscalationElements.Pursued(compiled, rules);
        StudyDiagnostics.NeedPursued(model, study.Without, pursued);
        elements = new EscalationElements(model, severity, pursued);
        worlds = new EscalationWorlds(compiled, rules);
        figures = new EscalationFigures(model, study.Options.Paths);
    }

    private long PathsPerWorld => (long)study.Options.Draws * study.Options.Paths;

    /// <summary>Runs the study.</summary>
    /// <param name="study">What to run, on a model that has what futures need and a scale of severity.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="progress">Told how many walks are done; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">Less than one draw or two paths, or a severity off the scale.</exception>
    /// <exception cref="StudyException">A measure to be taken out is not pursued.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static EscalationResult Run(EscalationStudy study, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (study.Options.Draws < 1 || study.Options.Paths < 2)
        {
            throw new ArgumentException("A run needs one draw or more of two paths or more.", nameof(study));
        }

        if (study.Severity is { } asked && (asked < 0 || asked >= study.Model.Severities.Length))
        {
            throw new ArgumentException("A severity that the model does not have.", nameof(study));
        }

        return new EscalationRun(study, modelHash, progress, cancellation).Run();
    }

    private EscalationResult Run()
    {
        ImmutableArray<EscalationElement> without =
        [
            .. study.Without.IsEmpty || study.IsPlain ? [] : (EscalationElement[])[new MeasuresElement(study.Without)],
            .. study.IsPlain ? [] : elements.All().Where(element => element is not MeasuresElement one || !one.Measures.SequenceEqual(study.Without)),
        ];
        var chunks = without.Chunk(WorldsAtOnce - 1).DefaultIfEmpty([]).ToList();
        toWalk = chunks.Sum(chunk => chunk.Length + 1) + Reserve();
        var tallies = new List<EscalationTally>();
        EscalationTally? asItIs = null;
        foreach (var chunk in chunks)
        {
            var walkedNow = Walk([worlds.AsItIs, .. chunk.Select(element => worlds.Without(element))]);
            asItIs ??= walkedNow[0];
            tallies.AddRange(walkedNow[1..]);
        }

        var changes = without.Zip(tallies, (element, tally) => figures.Change(tally, severity, element)).ToList();
        var explanations = Explained(changes).Select(place => Explain(changes[place], tallies[place])).ToImmutableArray();
        progress?.Report(new StudyProgress(toWalk * PathsPerWorld, toWalk * PathsPerWorld));
        var paths = new System.Numerics.BigInteger(PathsPerWorld);
        return new EscalationResult(new ResultProvenance(EngineVersion.Number, study.Model.Id, modelHash, study, new Completeness(true, paths, paths), []))
        {
            Dates = [.. Enumerable.Range(0, compiled.StepCount + 1).Select(study.Model.Horizon!.DateOf)],
            Severities = [.. Enumerable.Range(0, study.Model.Severities.Length).Select(one => figures.Of(asItIs!, one))],
            Flows = new FlowFigures(study.Model, asItIs!, study.Options.Paths).All(),
            Severity = severity,
            Changes = [.. changes.OrderByDescending(change => Math.Abs(change.Share.All.Mean))],
            Explanations = explanations,
        };
    }

    /// <summary>Walks worlds side by side and compares each with the first.</summary>
    private EscalationTally[] Walk(ImmutableArray<LaneWorld> side)
    {
        var options = study.Options;
        var book = new RouteBook();
        var tallies = side.Select(_ => new EscalationTally(new EscalationLayout(study.Model.Severities.Length, compiled.StepCount), book)).ToArray();
        var plan = new LanePlan(side)
        {
            Seed = options.Seed,
            Draws = options.Draws,
            Paths = options.Paths,
            IsSampled = options.Draws > 1,
            Threads = options.Threads > 0 ? options.Threads : Environment.ProcessorCount,
        };
        var before = walked;
        var counts = LaneRun.Walk(
            plan,
            world => new EscalationMeter(side[world].Model, tallies[world], plan.FirstNoise, world == 0),
            done => Report((before * PathsPerWorld) + (done * side.Length)),
            cancellation);
        walked += side.Length;
        foreach (var (world, tally) in tallies.Index())
        {
            tally.Draws = counts[world];
        }

        return tallies;
    }

    // What explanations take is not known before; their time is set aside, and what of it is not needed is leapt over at the end.
    private void Report(long done) => progress?.Report(new StudyProgress(Math.Min(done, toWalk * PathsPerWorld), toWalk * PathsPerWorld));

    private long Reserve()
    {
        long Walks(ImmutableArray<MeasureId> measures) => elements.LinksOf(measures).Count() is > 0 and var links ? 2 * (links + 1) : 0;
        return study.IsPlain ? 0
            : study.Without.IsEmpty ? elements.All().OfType<MeasuresElement>().Select(one => Walks(one.Measures)).OrderDescending().Take(MostExplained).Sum()
            : Walks(study.Without);
    }

    /// <summary>The places of the changes that are explained.</summary>
    private IEnumerable<int> Explained(List<EscalationChange> changes) => study.Without.IsEmpty || study.IsPlain
        ? Enumerable.Range(0, changes.Count)
            .Where(place => changes[place].Without is MeasuresElement && !EscalationChange.IsNoise(changes[place].Share.Deliberate))
            .OrderByDescending(place => Math.Abs(changes[place].Share.Deliberate.Mean))
            .Take(MostExplained)
        : [0];

    private EscalationExplanation Explain(EscalationChange change, EscalationTally tally)
    {
        var measures = (MeasuresElement)change.Without;
        var links = elements.LinksOf(measures.Measures).ToList();
        var explanation = figures.Explanation(tally, severity, change);
        return links.Count == 0
            ? explanation
            : explanation with
            {
                Links = [.. links.Select(link => new MeasureLink(link.Through, link.Target, Left(measures, [link.Target])))],
                WithoutAllLinks = Left(measures, links.Select(link => link.Target)),
            };
    }

    /// <summary>What taking out measures changes where links are cut in both worlds.</summary>
    private PathwayFigures Left(MeasuresElement measures, IEnumerable<EscalationElement> cut)
    {
        ImmutableArray<EscalationElement> gone = [.. cut];
        return figures.Change(Walk([worlds.Without(gone), worlds.Without([.. gone, measures])])[1], severity, measures).Share;
    }
}
