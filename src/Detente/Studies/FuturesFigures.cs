using System.Collections.Immutable;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Makes figures of what was counted in one world.</summary>
/// <param name="model">The model.</param>
/// <param name="counts">What was counted.</param>
/// <param name="paths">Paths per draw.</param>
internal sealed class FuturesFigures(Model model, WorldCounts counts, int paths)
{
    private readonly TallyLayout layout = counts.Layout;
    private readonly double allPaths = (double)paths * counts.Draws.Length;

    /// <summary>The result without its provenance's completeness and without what needs further runs.</summary>
    /// <param name="provenance">How it was made.</param>
    public FuturesResult Result(ResultProvenance provenance) => new(provenance)
    {
        Dates = [.. Enumerable.Range(0, layout.Dates).Select(model.Horizon!.DateOf)],
        Scenarios = [.. Enumerable.Range(0, layout.Scenarios).Select(scenario => Series(layout.ScenarioAt + (scenario * layout.Dates)))],
        Factors = FactorShares(),
        Dominance = Shares(layout.Dominant, layout.Scenarios),
        Escalation = [.. Enumerable.Range(0, layout.Severities).Select(Risk)],
        Events = [.. Enumerable.Range(0, layout.Events).Select(EventAt)],
        Measures = [.. Enumerable.Range(0, layout.Measures).Select(MeasureAt)],
        ConstraintsBroken = Shares(layout.Broken, model.Constraints.Length),
        Images = [.. layout.Images.Select((factor, image) => new ImageFigures(
            new FactorId(factor),
            ByDate(layout.DistanceAt + (image * layout.Dates)),
            Number(layout.SeenWorse + image, 1.0 / layout.Dates)))],
        OverriddenEffects = counts.Totals[layout.Overridden] / allPaths,
    };

    /// <summary>A difference to the first world on the same random numbers.</summary>
    /// <param name="at">Its place: scenarios, then severities.</param>
    public Figure Difference(int at) => TwoUncertainties.OfNumber(
        [.. counts.Draws.Select(draw => (long)draw.Differences[at])],
        [.. counts.Draws.Select(draw => (long)draw.SquaredDifferences[at])],
        paths);

    private ImmutableArray<ImmutableArray<ImmutableArray<double>>> FactorShares()
    {
        var statesInAll = model.Factors.Sum(factor => factor.States.Length);
        var offset = 0;
        var factors = ImmutableArray.CreateBuilder<ImmutableArray<ImmutableArray<double>>>(model.Factors.Length);
        foreach (var factor in model.Factors)
        {
            var first = offset;
            factors.Add([.. Enumerable.Range(0, factor.States.Length).Select(state => Enumerable.Range(0, layout.Dates)
                .Select(date => counts.Totals[layout.StateAt + (date * statesInAll) + first + state] / allPaths).ToImmutableArray())]);
            offset += factor.States.Length;
        }

        return factors.MoveToImmutable();
    }

    private SeverityRisk Risk(int severity)
    {
        var chains = counts.Totals.AsSpan(layout.Chains, layout.Severities);
        return new SeverityRisk(
            severity,
            Series(layout.EscalatedBefore + (severity * layout.Dates)),
            Number(layout.SeverityCount + severity),
            Share(layout.FirstInadvertent + severity),
            Share(layout.FirstDeliberate + severity),
            Shares(layout.FirstRoot + (severity * layout.Events), layout.Events),
            [.. Enumerable.Range(0, layout.Scenarios).Select(scenario => RatePerYear(severity, scenario))],
            severity + 1 < layout.Severities && chains[severity] > 0 ? (double)chains[severity + 1] / chains[severity] : null)
        {
            ByPastEvents = [.. Enumerable.Range(severity * layout.Scenarios, layout.Scenarios).Select(ByPastEvents)],
        };
    }

    private double? ByPastEvents(int at)
    {
        var counted = counts.Totals[layout.RiskIn + at];
        return counted == 0 ? null : (double)counts.Totals[layout.RiskByPastIn + at] / counted;
    }

    private double? RatePerYear(int severity, int scenario)
    {
        var steps = counts.Totals[layout.StepsIn + scenario];
        return steps == 0 ? null : counts.Totals[layout.RiskIn + (severity * layout.Scenarios) + scenario] / (steps * model.Horizon!.StepYears);
    }

    private EventFigures EventAt(int e)
    {
        var outcomes = counts.Totals.AsSpan(layout.OutcomeCount + layout.OutcomeOffsets[e], layout.OutcomeOffsets[e + 1] - layout.OutcomeOffsets[e]).ToArray();
        var all = outcomes.Sum();
        return new EventFigures(
            new EventId(e),
            Share(layout.EventOnce + e),
            Number(layout.EventCount + e),
            [.. outcomes.Select(count => all == 0 ? 0 : (double)count / all)]);
    }

    private MeasureFigures MeasureAt(int measure) => new(
        new MeasureId(measure),
        Share(layout.Agreed + measure),
        Share(layout.AgreedEarly + measure),
        ByDate(layout.InForceAt + (measure * layout.Dates)),
        [.. Enumerable.Range(layout.PreconditionOffsets[measure], layout.PreconditionOffsets[measure + 1] - layout.PreconditionOffsets[measure])
            .Select(precondition => ByDate(layout.PreconditionAt + (precondition * layout.Dates)))],
        Share(layout.AllPreconditions + measure));

    private ImmutableArray<double> ByDate(int at) => [.. counts.Totals.AsSpan(at, layout.Dates).ToArray().Select(count => count / allPaths)];

    private FigureSeries Series(int at) => new(Shares(at, layout.Dates));

    private ImmutableArray<Figure> Shares(int at, int length) => [.. Enumerable.Range(at, length).Select(Share)];

    private Figure Share(int at) => TwoUncertainties.OfShare([.. counts.Draws.Select(draw => draw.Shares[at])], paths);

    private Figure Number(int at, double scale = 1) =>
        TwoUncertainties.OfNumber([.. counts.Draws.Select(draw => draw.Sums[at])], [.. counts.Draws.Select(draw => draw.Squares[at])], paths, scale);
}
