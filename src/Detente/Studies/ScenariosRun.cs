using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Detente.Cib;
using Detente.Compiled;
using Detente.Language;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Answers which futures are consistent in themselves.</summary>
internal static class ScenariosRun
{
    // Kinds are counted among so many at least: enough for any set worth reading, some tens of megabytes.
    private const int MostReadForKinds = 100_000;

    // Boxes times states, some half a minute: a model of hundreds of factors would be searched for years otherwise.
    private const long MostWork = 4_000_000_000;

    private const long ProgressUnits = 1000;

    /// <summary>Runs the study. Deterministic; every figure is exact, a least one where the completeness says that the search ended early.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="progress">Told now and then how far it is, in thousandths of the search; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="StudyException">DT4001: no factors. DT4201: weights were asked for and the model has too many configurations.</exception>
    /// <exception cref="ArgumentException">A tolerance that is negative or no number, a negative length of the list, a model with references to nowhere.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ScenariosResult Run(ScenariosStudy study, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (!(study.Tolerance >= 0 && ImpactLayout.IsInRange(study.Tolerance)) || study.MostListed < 0)
        {
            throw new ArgumentException("The tolerance is 0 to 10,000 points, the length of the list 0 or more.", nameof(study));
        }

        StudyDiagnostics.NeedFactors(study.Model);
        var space = ConfigurationSpace.Of(study.Model, study.Free);
        if (study.Weights && space.Count > Basins.MostConfigurations)
        {
            throw new StudyException([TooManyForWeights(study.Model, space.Count)]);
        }

        var matrix = new BalanceMatrix(ImpactTables.Of(study.Model));
        var found = ConsistencySearch.Solve(
            matrix,
            space,
            new SearchLimits(Impacts.Hundredths(study.Tolerance), MostRead(study), study.MostBoxes ?? (MostWork / matrix.Width)),
            progress is null ? null : new Thousandths(progress),
            cancellation);
        var basins = study.Weights ? Basins.Sweep(matrix, space, study.Succession, study.Options.Threads, cancellation) : null;
        progress?.Report(new StudyProgress(ProgressUnits, ProgressUnits));
        var readings = KindReading.Of(study.Model, Scored(matrix, found.Listed));
        var listed = Listed(study, found, readings);
        return new ScenariosResult(Provenance(study, modelHash, found, space))
        {
            Configurations = space.Count,
            Count = found.Count,
            Scenarios = Scenarios(study.Model, matrix, [.. listed.Select(place => found.Listed[place])], basins),
            Cycles = basins is null ? [] : [.. basins.Attractors.Where(end => end.Configurations.Length > 1).Select(end => new SuccessionCycle(end.Configurations, new ScenarioWeight(end.Weight, null)))],
            Kinds = [.. readings.Select((reading, kind) => Kind(new ScenarioId(kind), reading, listed))],
            HeldFactors = [.. Enumerable.Range(0, space.Held.Length).Where(factor => space.Held[factor] is not null).Select(factor => new FactorId(factor))],
            HasConditionalInfluences = !matrix.Conditional.IsEmpty,
        };
    }

    private static ResultProvenance Provenance(ScenariosStudy study, string modelHash, ConsistentSet found, ConfigurationSpace space) => new(
        EngineVersion.Number,
        study.Model.Id,
        modelHash,
        study,
        new Completeness(found.Undecided.IsZero, space.Count - found.Undecided, space.Count),
        [
            .. found.Undecided.IsZero ? [] : (Diagnostic[])[NotAllDecided(study.Model)],
            .. found.Count > found.Listed.Length && study.Model.Scenarios.Length > 0 ? (Diagnostic[])[KindsOfFirst(study.Model, found)] : [],
        ]);

    private static ImmutableArray<ConsistentScenario> Scenarios(Model model, BalanceMatrix matrix, ImmutableArray<ImmutableArray<int>> listed, Basins? basins)
    {
        // A scenario that is consistent only within a tolerance is no fixed point: nothing ends in it.
        var weights = basins?.Attractors
            .Where(end => end.Configurations.Length == 1)
            .ToDictionary(end => end.Configurations[0], end => new ScenarioWeight(end.Weight, null), Comparer);
        var scenarios = ImmutableArray.CreateBuilder<ConsistentScenario>(listed.Length);
        var scores = new int[matrix.Width];
        foreach (var x in listed)
        {
            var kind = KindReading.KindOf(model, x);
            matrix.Score(x.AsSpan(), scores);
            var consistency = Consistency.Of(matrix, x.AsSpan(), scores);
            scenarios.Add(new ConsistentScenario(
                x,
                consistency.Inconsistency,
                consistency.Value,
                consistency.TotalImpact,
                weights?.GetValueOrDefault(x),
                [.. x.Select((_, factor) => Balance(matrix, x, factor, scores))])
            {
                Kind = kind is { } place ? new ScenarioId(place) : null,
            });
        }

        return scenarios.MoveToImmutable();
    }

    private static FactorBalance Balance(BalanceMatrix matrix, ImmutableArray<int> x, int factor, int[] scores)
    {
        var own = scores.AsSpan(matrix.Offsets[factor], matrix.States[factor]);
        var rival = Consistency.BestRival(own, x[factor]);
        var contributions = ImmutableArray.CreateBuilder<BalanceContribution>();
        foreach (var influence in matrix.Tables.Layout.Influences)
        {
            if (influence.Target != factor || !(influence.When?.Holds(x.AsSpan()) ?? true))
            {
                continue;
            }

            var row = matrix.Tables.Row(influence.Index, x[influence.Source]);
            var impact = row[x[factor]];
            var advantage = rival < 0 ? 0 : impact - row[rival];
            if (impact != 0 || advantage != 0)
            {
                contributions.Add(new BalanceContribution(influence.Index, impact, advantage));
            }
        }

        return new FactorBalance(new FactorId(factor), Widened(own), contributions.ToImmutable());
    }

    private static ImmutableArray<long> Widened(ReadOnlySpan<int> scores)
    {
        var widened = ImmutableArray.CreateBuilder<long>(scores.Length);
        foreach (var score in scores)
        {
            widened.Add(score);
        }

        return widened.MoveToImmutable();
    }

    private static int MostRead(ScenariosStudy study) =>
        study.Model.Scenarios.IsEmpty ? study.MostListed : Math.Max(study.MostListed, MostReadForKinds);

    private static (ImmutableArray<int> States, long TotalImpact)[] Scored(BalanceMatrix matrix, ImmutableArray<ImmutableArray<int>> configurations)
    {
        var scores = new int[matrix.Width];
        return [.. configurations.Select(x =>
        {
            matrix.Score(x.AsSpan(), scores);
            return (x, Consistency.Of(matrix, x.AsSpan(), scores).TotalImpact);
        })];
    }

    // The places, among those found, of the first ones and of the best of every kind.
    private static ImmutableArray<int> Listed(ScenariosStudy study, ConsistentSet found, ImmutableArray<KindReading> readings) =>
    [
        .. Enumerable.Range(0, Math.Min(study.MostListed, found.Listed.Length))
            .Union(readings.Select(reading => reading.Best).OfType<int>())
            .Order(),
    ];

    private static KindConfigurations Kind(ScenarioId kind, KindReading reading, ImmutableArray<int> listed) =>
        new(kind, reading.Count, reading.Best is { } place ? listed.BinarySearch(place) : null, reading.HasStatePart);

    private static Diagnostic TooManyForWeights(Model model, BigInteger configurations)
    {
        var count = configurations.ToString(CultureInfo.InvariantCulture);
        return new Diagnostic("DT4201", DiagnosticSeverity.Error, TextSpan.Whole(model.Id), new LocalizedText(
            $"Weights take a sweep over all configurations, of 20 million at most; this model has {count}. Hold factors at their initial states, or ask for the scenarios without weights.",
            $"Gewichte verlangen einen Durchlauf aller Konfigurationen, höchstens 20 Millionen; dieses Modell hat {count}. Faktoren in ihrem Anfangszustand festhalten oder die Szenarien ohne Gewichte anfordern."));
    }

    private static Diagnostic NotAllDecided(Model model) => new("DT4203", DiagnosticSeverity.Warning, TextSpan.Whole(model.Id), new LocalizedText(
        "The search for consistent scenarios ended before all configurations were decided; there may be more than were found.",
        "Die Suche nach konsistenten Szenarien endete, bevor über alle Konfigurationen entschieden war; es kann mehr geben, als gefunden wurden."));

    private static Diagnostic KindsOfFirst(Model model, ConsistentSet found)
    {
        var (read, count) = (found.Listed.Length.ToString(CultureInfo.InvariantCulture), found.Count.ToString(CultureInfo.InvariantCulture));
        return new Diagnostic("DT4202", DiagnosticSeverity.Warning, TextSpan.Whole(model.Id), new LocalizedText(
            $"There are {count} consistent scenarios; the kinds of future are counted among the first {read} only.",
            $"Es gibt {count} konsistente Szenarien; die Zukunftstypen sind nur unter den ersten {read} gezählt."));
    }

    private static readonly IEqualityComparer<ImmutableArray<int>> Comparer = EqualityComparer<ImmutableArray<int>>.Create(
        (a, b) => a.AsSpan().SequenceEqual(b.AsSpan()),
        states => states.Aggregate(17, (hash, state) => unchecked((31 * hash) + state)));

    private sealed class Thousandths(IProgress<StudyProgress> progress) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new StudyProgress((long)(value * ProgressUnits), ProgressUnits));
    }
}
