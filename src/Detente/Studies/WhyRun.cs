using System.Collections.Immutable;
using System.Numerics;
using Detente.Claims;
using Detente.Compiled;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Answers why a kind of future comes out.</summary>
/// <remarks>Cost: paths times elements, and as many again by one in fifteen for the world as modelled; the top of the ranking once more.</remarks>
internal sealed class WhyRun
{
    private const int WorldsAtOnce = 15; // besides the world as modelled
    private const int Top = 14; // tried again on fresh numbers, with all together
    private const double NoiseErrors = 2;
    private const int MostPartingDraws = 200;
    private readonly WhyStudy study;
    private readonly CompiledModel compiled;
    private readonly WhyWorlds worlds;
    private readonly int steps;
    private readonly CancellationToken cancellation;
    private readonly IProgress<StudyProgress>? progress;
    private readonly long asked;
    private long done;

    private WhyRun(WhyStudy study, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        this.study = study;
        this.progress = progress;
        this.cancellation = cancellation;
        compiled = ModelCompiler.Compile(study.Model);
        steps = StepsTo(study);
        worlds = new WhyWorlds(compiled, FuturesRun.RulesOf(compiled, new FuturesStudy(study.Model, study.Options) { Strategies = study.Strategies, NoMeasures = study.NoMeasures }));
        var chunks = (worlds.Elements.Length + WorldsAtOnce - 1) / WorldsAtOnce;
        asked = (worlds.Elements.Length + chunks + Top + 5L) * study.Options.Draws * study.Options.Paths;
    }

    private int Paths => study.Options.Paths;

    /// <summary>Runs a study.</summary>
    /// <param name="study">What to run, on a model with time and kinds of future.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="progress">Told how many paths are done; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">Less than one draw or two paths; a kind that the model does not have; a date outside the horizon, or at its start.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static WhyResult Run(WhyStudy study, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (study.Options.Draws < 1 || study.Options.Paths < 2)
        {
            throw new ArgumentException("A run needs one draw or more of two paths or more.", nameof(study));
        }

        if (study.Kind is { } kind && (kind.Index < 0 || kind.Index >= study.Model.Scenarios.Length))
        {
            throw new ArgumentException("A kind of future that the model does not have.", nameof(study));
        }

        return new WhyRun(study, progress, cancellation).Run(modelHash);
    }

    private static int StepsTo(WhyStudy study) => new ClaimDates(study.Model.Horizon!).Snapshot(study.At) is > 0 and var step
        ? step
        : throw new ArgumentException("At the start of the horizon all paths are alike.", nameof(study));

    private WhyResult Run(string modelHash)
    {
        var shares = Shares();
        var kind = study.Kind?.Index ?? Enumerable.Range(0, shares.Length).MaxBy(place => shares[place].Mean);
        var carriers = Carriers(kind);
        var parting = new Parting(compiled, Plan([worlds.AsModelled], MostPartingDraws), kind);
        parting.Count(Walk);
        var figures = parting.Figures();
        var paths = new PathTelling(compiled, parting, figures.Points).Tell(worlds.AsModelled.Rules, Walk, cancellation);
        progress?.Report(new StudyProgress(asked, asked));
        var all = (BigInteger)study.Options.Draws * Paths;
        return new WhyResult(new ResultProvenance(EngineVersion.Number, study.Model.Id, modelHash, study, new Completeness(true, all, all), []))
        {
            Kind = new ScenarioId(kind),
            At = study.Model.Horizon!.DateOf(steps),
            Shares = shares,
            Carriers = carriers,
            Parting = figures,
            Paths = paths,
        };
    }

    private ImmutableArray<Figure> Shares()
    {
        var counts = Walk(Plan([worlds.AsModelled]), _ => new KindShareMeter(study.Model.Scenarios.Length))[0];
        return [.. study.Model.Scenarios.Select((_, kind) => TwoUncertainties.OfShare([.. counts.Select(draw => (int)draw[kind])], Paths))];
    }

    private WhyCarriers Carriers(int kind)
    {
        var differences = worlds.Elements.Chunk(WorldsAtOnce).SelectMany(chunk =>
            Differences([.. chunk.Select(element => worlds.With(element))], kind, 1).Select(Difference)).ToList();
        var ranked = worlds.Elements.Zip(differences)
            .Select(pair => new WhyFinding(pair.First, pair.Second, null))
            .Where(finding => IsBeyondNoise(finding.Difference))
            .OrderByDescending(finding => Math.Abs(finding.Difference.Mean))
            .ToImmutableArray();
        ImmutableArray<WhyFinding> top = [.. ranked.Take(Top)];
        var carrying = Carrying(top);
        var fresh = top.IsEmpty ? [] : Differences(
            [.. top.Select(finding => worlds.With(finding.Element)), .. carrying.Length < 2 ? [] : new[] { worlds.With(carrying) }],
            kind,
            1 + study.Options.Draws);
        top = [.. top.Select((finding, place) => finding with { Fresh = Difference(fresh[place]) })];
        return new WhyCarriers
        {
            Tried = worlds.Elements.Length,
            TriedMeasures = worlds.Elements.Count(element => element.IsAdded),
            WithinNoise = worlds.Elements.Length - ranked.Length,
            Confirmed = [.. top.Where(finding => IsBeyondNoise(finding.Fresh!.Value)).OrderByDescending(finding => Math.Abs(finding.Fresh!.Value.Mean))],
            Unconfirmed = [.. top.Where(finding => !IsBeyondNoise(finding.Fresh!.Value))],
            Lesser = [.. ranked.Skip(Top)],
            Together = carrying.Length < 2 ? null : Together(carrying, fresh[^1], [.. carrying.Select(element => fresh[top.Index().First(finding => finding.Item.Element == element).Index])]),
        };
    }

    /// <summary>The elements without which the share is smaller, none that another one of them holds.</summary>
    private ImmutableArray<WhyElement> Carrying(ImmutableArray<WhyFinding> top)
    {
        ImmutableArray<WhyElement> carrying = [.. top.Where(finding => !finding.Element.IsAdded && finding.Difference.Mean < 0).Select(finding => finding.Element)];
        return [.. carrying.Where(part => !carrying.Any(whole => worlds.Holds(whole, part)))];
    }

    private static bool IsBeyondNoise(Figure figure) => Math.Abs(figure.Mean) > NoiseErrors * figure.StandardError;

    /// <summary>Walks worlds besides the one as modelled, and gives the counts of each by draw.</summary>
    private long[][][] Differences(ImmutableArray<LaneWorld> changed, int kind, int firstNoise)
    {
        var plan = Plan([worlds.AsModelled, .. changed]) with { FirstNoise = firstNoise };
        return Walk(plan, _ => new KindChangeMeter(kind))[1..];
    }

    private Figure Difference(long[][] counts) => TwoUncertainties.OfNumber(
        [.. counts.Select(draw => draw[KindChangeMeter.Gained] - draw[KindChangeMeter.Lost])],
        [.. counts.Select(draw => draw[KindChangeMeter.Gained] + draw[KindChangeMeter.Lost])],
        Paths);

    /// <summary>What all do at once less the sum of what each does: paired draw by draw; with one draw the errors are added, which is never too little.</summary>
    private WhyTogether Together(ImmutableArray<WhyElement> elements, long[][] all, ImmutableArray<long[][]> single)
    {
        var (values, chance, sum) = (new double[all.Length], new double[all.Length], 0.0);
        for (var draw = 0; draw < all.Length; draw++)
        {
            var alone = single.Select(counts => Net(counts[draw])).ToList();
            values[draw] = Net(all[draw]) - alone.Sum();
            sum += alone.Sum() / all.Length;
            var error = Difference([all[draw]]).StandardError + single.Sum(counts => Difference([counts[draw]]).StandardError);
            chance[draw] = error * error;
        }

        return new WhyTogether(elements, Difference(all), sum, TwoUncertainties.Of(values, chance, Paths));
    }

    private double Net(long[] counts) => (double)(counts[KindChangeMeter.Gained] - counts[KindChangeMeter.Lost]) / Paths;

    private LanePlan Plan(ImmutableArray<LaneWorld> walked, int mostDraws = int.MaxValue) => new(walked)
    {
        Seed = study.Options.Seed,
        Draws = Math.Min(study.Options.Draws, mostDraws),
        Paths = Paths,
        IsSampled = study.Options.Draws > 1,
        Steps = steps,
        Threads = study.Options.Threads > 0 ? study.Options.Threads : Environment.ProcessorCount,
    };

    private long[][][] Walk(LanePlan plan, Func<int, LaneMeter> meterOf)
    {
        var before = done;
        var counts = LaneRun.Walk(
            plan,
            meterOf,
            progress is null ? null : walked => progress.Report(new StudyProgress(Math.Min(asked, before + (walked * plan.Worlds.Length)), asked)),
            cancellation);
        done = before + ((long)plan.Draws * plan.Paths * plan.Worlds.Length);
        return counts;
    }
}
