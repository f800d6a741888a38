using System.Collections.Immutable;
using Detente.Models;
using Detente.Simulation;

namespace Detente.Studies;

/// <summary>Answers how the relationship evolves with exact chances over all configurations, every judged number at its stated point.</summary>
/// <remarks>Dominance is missing from such a result: it would take the memory of the whole path.</remarks>
internal static class ExactRun
{
    private const int LargestLimit = 20_000;
    private const int MostMarks = 128;

    /// <summary>Runs a study.</summary>
    /// <param name="study">What to run, on a model that has what futures need.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="StudyException">The model has a memory or too many configurations.</exception>
    /// <exception cref="ArgumentException">The limit is not 1 to 20,000.</exception>
    public static FuturesResult Run(FuturesStudy study, string modelHash, CancellationToken cancellation)
    {
        if (study.Options.ExactLimit is < 1 or > LargestLimit)
        {
            throw new ArgumentException("The limit of exact configurations is 1 to 20,000.", nameof(study));
        }

        var model = study.Model;
        var space = new ExactSpace(model, study.NoMeasures ? [] : Detente.Compiled.ModelCompiler.Compile(model).ActiveStrategies(study.Strategies));
        Check(study, space);
        var steps = model.Horizon!.StepCount;
        var figures = ExactChain.Run(model, space, false, steps, cancellation);
        var year = Math.Min(steps, model.Horizon.StepsIn(new Period(1, TimeUnit.Year)));
        var relaxation = Relaxation(model, figures, ExactChain.Run(model, space, true, year, cancellation), year);
        var provenance = new ResultProvenance(
            EngineVersion.Number, model.Id, modelHash, study, new Completeness(true, space.Count, space.Count), StudyDiagnostics.Relaxes(model, relaxation));
        return Result(provenance, model, figures) with { RelaxationShare = relaxation };
    }

    /// <summary>Runs studies that differ in their strategies only and compares each with the first.</summary>
    /// <param name="studies">One or more studies of the same model.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>One outcome per study; the first has no differences.</returns>
    public static ImmutableArray<StrategyOutcome> Compare(ImmutableArray<FuturesStudy> studies, string modelHash, CancellationToken cancellation)
    {
        var results = studies.Select(study => Run(study, modelHash, cancellation)).ToList();
        return [.. results.Select((result, place) => new StrategyOutcome(
            studies[place].Strategies.IsEmpty ? null : studies[place].Strategies[0],
            result,
            place == 0 ? [] : Differences(result.Scenarios, results[0].Scenarios),
            place == 0 ? [] : Differences([.. result.Escalation.Select(risk => risk.ByDate)], [.. results[0].Escalation.Select(risk => risk.ByDate)])))];
    }

    private static ImmutableArray<Figure> Differences(ImmutableArray<FigureSeries> of, ImmutableArray<FigureSeries> to) =>
        [.. of.Select((series, i) => Figure.Exactly(series.Values[^1].Mean - to[i].Values[^1].Mean))];

    private static void Check(FuturesStudy study, ExactSpace space)
    {
        var memory = ExactMemory.Of(study.Model, space);
        if (!memory.IsEmpty)
        {
            throw new StudyException([.. memory.Select(found => StudyDiagnostics.HasMemory(study.Model, found.Element, found.What))]);
        }

        if (space.Count > study.Options.ExactLimit)
        {
            throw new StudyException([StudyDiagnostics.TooMany(study.Model, space.Count, study.Options.ExactLimit)]);
        }

        if (new ExactMarks(study.Model).Count is var marks && marks > MostMarks)
        {
            throw new StudyException([StudyDiagnostics.TooManyMarks(study.Model, marks, MostMarks)]);
        }
    }

    private static double? Relaxation(Model model, ExactFigures figures, ExactFigures quiet, int date)
    {
        double Changed(ExactFigures of) => model.Factors.Select((factor, f) => 1 - of.Factors[f][factor.Initial!.Value][date]).Sum();
        var all = Changed(figures);
        return all > 0 ? Math.Min(1, Changed(quiet) / all) : null;
    }

    private static FuturesResult Result(ResultProvenance provenance, Model model, ExactFigures figures)
    {
        var dates = figures.Factors[0][0].Length;
        return new FuturesResult(provenance)
        {
            IsExact = true,
            Dates = [.. Enumerable.Range(0, dates).Select(model.Horizon!.DateOf)],
            Scenarios = [.. figures.Scenarios.Select(Series)],
            Factors = [.. figures.Factors.Select(states => states.Select(shares => shares.ToImmutableArray()).ToImmutableArray())],
            Escalation = [.. model.Severities.Select((_, severity) => Risk(model, figures, severity))],
            Events = [.. figures.Outcomes.Select((means, e) => new EventFigures(
                new EventId(e),
                Figure.Exactly(figures.EventOnce[e]),
                Figure.Exactly(means.Sum()),
                [.. means.Select(mean => means.Sum() > 0 ? mean / means.Sum() : 0)]))],
            Measures = [.. model.Measures.Select((_, measure) => new MeasureFigures(
                new MeasureId(measure),
                Figure.Exactly(figures.Agreed[measure]),
                Figure.Exactly(figures.AgreedEarly[measure]),
                [.. figures.InForce[measure]],
                [.. figures.Preconditions[measure].Select(shares => shares.ToImmutableArray())],
                Figure.Exactly(figures.AllPreconditions[measure])))],
            ConstraintsBroken = [.. figures.Broken.Select(Figure.Exactly)],
            Images = [.. model.Factors.Index().Where(factor => factor.Item.Image is not null).Select(factor => new ImageFigures(
                new FactorId(factor.Index),
                [.. figures.Distance[factor.Index]],
                Figure.Exactly(figures.SeenWorse[factor.Index] / dates)))],
            OverriddenEffects = figures.Overridden,
        };
    }

    private static FigureSeries Series(double[] values) => new([.. values.Select(Figure.Exactly)]);

    private static SeverityRisk Risk(Model model, ExactFigures figures, int severity)
    {
        Figure First(Func<(int Severity, int Root, Pathway Pathway), bool> takes) =>
            Figure.Exactly(figures.First.Where(one => one.Key.Severity == severity && takes(one.Key)).Sum(one => one.Value));
        return new SeverityRisk(
            severity,
            Series(figures.Escalated[severity]),
            Figure.Exactly(figures.Severities[severity]),
            First(one => one.Pathway == Pathway.Inadvertent),
            First(one => one.Pathway == Pathway.Deliberate),
            [.. model.Events.Select((_, e) => First(one => one.Root == e))],
            [.. figures.Risk[severity].Select((mean, scenario) => figures.StepsIn[scenario] > 0 ? mean / (figures.StepsIn[scenario] * model.Horizon!.StepYears) : (double?)null)],
            severity + 1 < model.Severities.Length && figures.Chains[severity] > 0 ? figures.Chains[severity + 1] / figures.Chains[severity] : null)
        {
            ByPastEvents = [.. figures.Risk[severity].Select(mean => mean > 0 ? 0 : (double?)null)], // a rule that asks for events would be a memory
        };
    }
}
