using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Detente.Cib;
using Detente.Language;
using Detente.Models;

namespace Detente.Studies;

/// <summary>How many configurations end in which scenario or cycle: counted where that is possible or asked for, else sampled.</summary>
internal sealed class ScenarioWeights
{
    /// <summary>Up to so many configurations weights are counted exactly unless asked otherwise: some seconds to a minute.</summary>
    public const long MostCounted = 200_000_000;

    /// <summary>The most cycles that are listed.</summary>
    public const int MostCycles = 1_000;

    /// <summary>The finest precision of a sampled weight, as a share: 25 million configurations.</summary>
    public const double FinestPrecision = 0.0001;

    // A standard error in configurations is a floating-point number, which ends at 10^308.
    private static readonly BigInteger MostSampled = BigInteger.Pow(10, 300);
    private readonly Succession succession;
    private readonly Basins basins;
    private readonly BigInteger configurations;

    private ScenarioWeights(Succession succession, Basins basins, BigInteger configurations)
    {
        this.succession = succession;
        this.basins = basins;
        this.configurations = configurations;
        Sampled = basins is SampledBasins ? basins.Followed : null;
        Cycles = [.. basins.HeaviestCycles(MostCycles).Select(end => new SuccessionCycle(end.Configurations, Weight(end.Weight)))];
    }

    /// <summary>Number of configurations followed when weights are sampled; null when they are exact.</summary>
    public long? Sampled { get; }

    /// <summary>The cycles, the heaviest when there are too many.</summary>
    public ImmutableArray<SuccessionCycle> Cycles { get; }

    /// <summary>What to know about the weights.</summary>
    public ImmutableArray<Diagnostic> Warnings { get; private init; } = [];

    /// <summary>Counts or samples. Deterministic, whatever the number of threads.</summary>
    /// <param name="study">What was asked for.</param>
    /// <param name="matrix">The impacts.</param>
    /// <param name="space">The configurations.</param>
    /// <param name="progress">Told now and then which share is done, 0 to 1; or null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="StudyException">DT4201: too many configurations or ends.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ScenarioWeights Of(ScenariosStudy study, BalanceMatrix matrix, ConfigurationSpace space, IProgress<double>? progress, CancellationToken cancellation)
    {
        var found = (Basins?)Exact(study, matrix, space, progress, cancellation) ?? Sample(study, matrix, space, progress, cancellation);
        return new ScenarioWeights(new Succession(matrix, space, study.Succession), found, space.Count)
        {
            Warnings =
            [
                .. found.CycleCount > MostCycles ? (Diagnostic[])[TooManyCycles(study.Model, found.CycleCount)] : [],
                .. found is SampledBasins { Lost: > 0 } sampled ? (Diagnostic[])[Unended(study.Model, sampled)] : [],
            ],
        };
    }

    /// <summary>The weight of a configuration: 0 and no error unless it is a fixed point.</summary>
    /// <param name="x">One state per factor.</param>
    public ScenarioWeight Of(ImmutableArray<int> x) =>
        succession.IsFixed(x.AsSpan()) ? Weight(basins.Weight(x.AsSpan())) : new ScenarioWeight(0, Sampled is null ? null : 0);

    private static ExactBasins? Exact(ScenariosStudy study, BalanceMatrix matrix, ConfigurationSpace space, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (space.Count > (study.Options.Exact ? ExactBasins.MostConfigurations : MostCounted))
        {
            return study.Options.Exact ? throw TooMany(study.Model, space.Count) : null;
        }

        var effort = new SweepEffort { Threads = study.Options.Threads, Progress = progress };
        var found = ExactBasins.Sweep(SuccessorBlocks.Of(matrix, space, study.Succession), space, effort, cancellation);
        return found is null && study.Options.Exact ? throw TooMany(study.Model, space.Count) : found;
    }

    private static SampledBasins Sample(ScenariosStudy study, BalanceMatrix matrix, ConfigurationSpace space, IProgress<double>? progress, CancellationToken cancellation)
    {
        var precision = (decimal)study.WeightPrecision;
        var effort = new SampleEffort((long)Math.Ceiling(0.25m / (precision * precision)), study.Options.Seed) { Threads = study.Options.Threads, Progress = progress };
        return (space.Count > MostSampled ? null : SampledBasins.Follow(matrix, space, study.Succession, effort, cancellation))
            ?? throw TooMany(study.Model, space.Count);
    }

    // The error from a share that is never 0 or 1, so that what was never met does not pass for impossible.
    private ScenarioWeight Weight(long met)
    {
        if (Sampled is not { } samples)
        {
            return new ScenarioWeight(met, null);
        }

        var share = (met + 0.5) / (samples + 1);
        return new ScenarioWeight(
            ((2 * met * configurations) + samples) / (2 * samples),
            Math.Sqrt(share * (1 - share) / samples) * (double)configurations);
    }

    private static StudyException TooMany(Model model, BigInteger configurations)
    {
        var count = configurations.ToString(CultureInfo.InvariantCulture);
        return new StudyException([new Diagnostic("DT4201", DiagnosticSeverity.Error, TextSpan.Whole(model.Id), new LocalizedText(
            $"Weights cannot be found: the model has {count} configurations, and they or their ends are too many. Leave out --exact, hold factors at their initial states, or ask for the scenarios without weights.",
            $"Gewichte lassen sich nicht ermitteln: Das Modell hat {count} Konfigurationen; sie oder ihre Enden sind zu viele. --exact weglassen, Faktoren in ihrem Anfangszustand festhalten oder die Szenarien ohne Gewichte anfordern."))]);
    }

    private static Diagnostic TooManyCycles(Model model, int cycles)
    {
        var (count, most) = (cycles.ToString(CultureInfo.InvariantCulture), MostCycles.ToString(CultureInfo.InvariantCulture));
        return new Diagnostic("DT4211", DiagnosticSeverity.Warning, TextSpan.Whole(model.Id), new LocalizedText(
            $"Successions end in {count} cycles; the {most} with the largest weights are listed.",
            $"Sukzessionen enden in {count} Zyklen; aufgeführt sind die {most} mit den größten Gewichten."));
    }

    private static Diagnostic Unended(Model model, SampledBasins sampled)
    {
        var (lost, all, steps) = (sampled.Lost.ToString(CultureInfo.InvariantCulture), sampled.Followed.ToString(CultureInfo.InvariantCulture), SampleWalker.MostSteps.ToString(CultureInfo.InvariantCulture));
        return new Diagnostic("DT4212", DiagnosticSeverity.Warning, TextSpan.Whole(model.Id), new LocalizedText(
            $"{lost} of {all} sampled successions came to no end within {steps} steps; they count for no scenario and no cycle.",
            $"{lost} von {all} gezogenen Sukzessionen kamen binnen {steps} Schritten an kein Ende; sie zählen für kein Szenario und keinen Zyklus."));
    }
}
