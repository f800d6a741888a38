using System.Collections.Immutable;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Standard errors of figures that are no shares of paths: from the totals of the draws; of a single draw from a second walk of the same paths.</summary>
/// <remarks>
/// Shares and means: as in <see cref="TwoUncertainties"/>. Ratios (shares of outcomes, rates a year, chains that go on) are R = sum of numerators over
/// sum of denominators; their error is that of the linearised ratio over the draws, sqrt(M/(M-1) * sum of (a_m - R b_m)²) / sum of b_m, over
/// the paths with a single draw (Cochran 1977, section 6.3). Draws are folded a chunk at a time: memory does not grow with their number.
/// </remarks>
internal sealed class DetailErrors
{
    private const int ChunkDraws = 16;
    private readonly DetailLayout layout;
    private readonly int draws;
    private readonly int paths;
    private readonly double[] means;
    private readonly double[] squares;
    private readonly double[] ratioSums;
    private int folded;

    private DetailErrors(DetailLayout layout, StudyOptions options)
    {
        this.layout = layout;
        (draws, paths) = (options.Draws, options.Paths);
        means = new double[layout.DistanceSquareAt];
        squares = new double[layout.DistanceSquareAt];
        ratioSums = new double[DetailLayout.RatioWidth * layout.Ratios.Length];
    }

    /// <summary>Adds the errors to a result of several draws.</summary>
    /// <param name="result">The result.</param>
    /// <param name="counts">What was counted.</param>
    /// <param name="model">The model.</param>
    public static FuturesResult AddTo(FuturesResult result, WorldCounts counts, Compiled.CompiledModel model)
    {
        var counted = new DetailLayout(counts.Layout, model.StatesInAll);
        var errors = new DetailErrors(counted, result.Provenance.Study.Options);
        foreach (var draw in counts.Draws)
        {
            errors.Fold(counted.Of(draw));
        }

        return errors.In(result, model.Model);
    }

    /// <summary>Walks the paths and adds the errors to a result of the same paths.</summary>
    /// <param name="result">The result.</param>
    /// <param name="plan">Its plan, of which the first world is walked.</param>
    /// <param name="progress">Told how many paths are done; or null.</param>
    /// <param name="cancellation">Stops the walk.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static FuturesResult AddTo(FuturesResult result, PathPlan plan, Action<long>? progress, CancellationToken cancellation)
    {
        var counted = new DetailLayout(new TallyLayout(plan.Model), plan.Model.StatesInAll);
        var errors = new DetailErrors(counted, result.Provenance.Study.Options);
        for (var first = 0; first < plan.Draws; first += ChunkDraws)
        {
            var before = (long)first * plan.Paths;
            var chunk = new LanePlan([new LaneWorld(plan.Model, plan.Worlds[0])])
            {
                Seed = plan.Seed,
                FirstNoise = first + 1,
                Draws = Math.Min(ChunkDraws, plan.Draws - first),
                Paths = plan.Paths,
                IsSampled = plan.IsSampled,
                Threads = plan.Threads,
            };
            foreach (var counts in LaneRun.Walk(chunk, _ => new DetailMeter(plan.Model, counted), progress is null ? null : done => progress(before + done), cancellation)[0])
            {
                errors.Fold(counts);
            }
        }

        return errors.In(result, plan.Model.Model);
    }

    private void Fold(long[] counts)
    {
        folded++;
        for (var at = 0; at < means.Length; at++)
        {
            var value = (double)counts[at] / paths;
            var away = value - means[at];
            means[at] += away / folded;
            squares[at] += draws > 1 ? away * (value - means[at]) : Within(counts, at, value);
        }

        for (var ratio = 0; ratio < layout.Ratios.Length; ratio++)
        {
            var (of, to) = (layout.RatioAt + (DetailLayout.RatioWidth * ratio), DetailLayout.RatioWidth * ratio);
            var (a, b) = ((double)counts[of], (double)counts[of + 1]);
            ratioSums[to] += a;
            ratioSums[to + 1] += b;
            ratioSums[to + 2] += draws > 1 ? a * a : counts[of + 2];
            ratioSums[to + 3] += draws > 1 ? a * b : counts[of + 3];
            ratioSums[to + 4] += draws > 1 ? b * b : counts[of + 4];
        }
    }

    /// <summary>Of a single draw the sum of squared distances from the mean over its paths, of which a share has only zeros and ones.</summary>
    private double Within(long[] counts, int at, double value) =>
        (at < layout.DistanceAt ? counts[at] : counts[at - layout.DistanceAt + layout.DistanceSquareAt]) - (value * counts[at]);

    private double Error(int at)
    {
        var groups = draws > 1 ? draws : paths;
        return Math.Sqrt(Math.Max(0, squares[at]) / (groups - 1.0) / groups);
    }

    private double? RatioError(int ratio)
    {
        var at = ratioSums.AsSpan(DetailLayout.RatioWidth * ratio, DetailLayout.RatioWidth);
        var (groups, whole) = (draws > 1 ? draws : (double)paths, at[0] / at[1]);
        return at[1] > 0 ? Math.Sqrt(Math.Max(0, at[2] - (2 * whole * at[3]) + (whole * whole * at[4])) * groups / (groups - 1)) / at[1] : null;
    }

    private ImmutableArray<double> ByDate(int at) => [.. Enumerable.Range(at, layout.Tally.Dates).Select(Error)];

    private FuturesResult In(FuturesResult result, Model model)
    {
        var tally = layout.Tally;
        var offsets = new int[model.Factors.Length];
        for (var factor = 1; factor < offsets.Length; factor++)
        {
            offsets[factor] = offsets[factor - 1] + model.Factors[factor - 1].States.Length;
        }

        return result with
        {
            FactorErrors = [.. model.Factors.Select((factor, f) => factor.States.Select((_, state) => Enumerable.Range(0, tally.Dates)
                .Select(date => Error((date * layout.StatesInAll) + offsets[f] + state)).ToImmutableArray()).ToImmutableArray())],
            Escalation = [.. result.Escalation.Select(risk => risk with
            {
                ByScenarioErrors = [.. Enumerable.Range(0, tally.Scenarios).Select(scenario =>
                    RatioError(layout.RiskRatio + (risk.Severity * tally.Scenarios) + scenario) / model.Horizon!.StepYears)],
                OnwardError = risk.Severity + 1 < tally.Severities ? RatioError(layout.OnwardRatio + risk.Severity) : null,
            })],
            Events = [.. result.Events.Select(one => one with
            {
                OutcomeErrors = [.. Enumerable.Range(tally.OutcomeOffsets[one.Event.Index], one.OutcomeShares.Length).Select(outcome => RatioError(outcome) ?? 0)],
            })],
            Measures = [.. result.Measures.Select(one => one with
            {
                InForceErrors = ByDate(layout.InForceAt + (one.Measure.Index * tally.Dates)),
                PreconditionErrors = [.. Enumerable.Range(tally.PreconditionOffsets[one.Measure.Index], one.Preconditions.Length)
                    .Select(precondition => ByDate(layout.PreconditionAt + (precondition * tally.Dates)))],
            })],
            Images = [.. result.Images.Select((image, place) => image with { MeanDistanceErrors = ByDate(layout.DistanceAt + (place * tally.Dates)) })],
        };
    }
}
