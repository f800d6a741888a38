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

    // Of one core: a model of hundreds of factors would be searched for years otherwise.
    private const int MostSeconds = 80;

    private const long ProgressUnits = 1000;

    /// <summary>Runs the study. Deterministic; every figure is exact, a least one where the completeness says that the search ended early; only weights may be sampled, and then say so.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="progress">Told now and then how far it is, in thousandths of the search; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="StudyException">DT4001: no factors. DT4201: weights were asked for and cannot be found.</exception>
    /// <exception cref="ArgumentException">A tolerance that is negative or no number, a precision out of range, a negative length of the list, a model with references to nowhere.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ScenariosResult Run(ScenariosStudy study, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (!(study.Tolerance >= 0 && ImpactLayout.IsInRange(study.Tolerance)) || study.MostListed < 0)
        {
            throw new ArgumentException("The tolerance is 0 to 10,000 points, the length of the list 0 or more.", nameof(study));
        }

        if (!(study.WeightPrecision >= ScenarioWeights.FinestPrecision && study.WeightPrecision <= 0.5))
        {
            throw new ArgumentException("The precision of weights is 0.0001 to 0.5.", nameof(study));
        }

        StudyDiagnostics.NeedFactors(study.Model);
        var space = Space(study);
        var matrix = new BalanceMatrix(ImpactTables.Of(study.Model));
        var limits = new SearchLimits(Impacts.Hundredths(study.Tolerance), MostRead(study), study.MostBoxes ?? SearchLimits.BoxesIn(matrix, MostSeconds))
        {
            Order = Order(study, matrix),
            Threads = study.Options.Threads,
        };
        var stages = study.Weights ? 2 : 1;
        var found = ConsistencySearch.Solve(matrix, space, limits, Stage(progress, 0, stages), cancellation);
        var weights = study.Weights ? ScenarioWeights.Of(study, matrix, space, Stage(progress, 1, stages), cancellation) : null;
        var intervention = Intervention.Of(study, (sub, most) => ConsistencySearch.Solve(matrix, sub, limits with { MostListed = most, Order = null }, null, cancellation));
        progress?.Report(new StudyProgress(ProgressUnits, ProgressUnits));

        // Kinds are read in lexical order, so that the first on a tie is the lexically first.
        var read = found.Listed.Sort(ConfigurationComparer.Instance);
        var readings = KindReading.Of(study.Model, Scored(matrix, read));
        var listed = Listed(study, found, [.. readings.Select(reading => reading.Best).OfType<int>().Distinct().Order().Select(place => read[place])]);
        var scenarios = Scenarios(matrix, space, listed, weights);
        return new ScenariosResult(Provenance(study, modelHash, found, space, weights, BigInteger.Max(found.Undecided, intervention?.Undecided ?? 0)))
        {
            Configurations = space.Count,
            Count = found.Count,
            Scenarios = scenarios,
            Sampled = weights?.Sampled,
            Cycles = weights?.Cycles ?? [],
            Kinds = [.. readings.Select((reading, kind) => Kind(new ScenarioId(kind), reading, read, listed))],
            HeldFactors = [.. Enumerable.Range(0, space.Held.Length).Where(factor => space.Held[factor] is not null && !space.IsExempt[factor]).Select(factor => new FactorId(factor))],
            Change = intervention?.Change(found.Count, [.. listed.Select(x => IsNew(study, matrix, x, limits.ToleranceHundredths))]),
            HasConditionalInfluences = !matrix.Conditional.IsEmpty,
        };
    }

    // Not consistent without the intervention: with every balance asked, and no factor moved from where it was held already.
    private static bool IsNew(ScenariosStudy study, BalanceMatrix matrix, ImmutableArray<int> x, int tolerance)
    {
        var scores = new int[matrix.Width];
        matrix.Score(x.AsSpan(), scores);
        return Consistency.Of(matrix, x.AsSpan(), scores).Inconsistency > tolerance
            || ConfigurationSpace.Of(study.Model, study.Free).Held.Zip(x, (held, state) => held is not null && held != state).Contains(true);
    }

    private static ConfigurationSpace Space(ScenariosStudy study)
    {
        var space = ConfigurationSpace.Of(study.Model, study.Free).Holding(study.Holds.Select(hold => (hold.Factor.Index, hold.State)));
        return study.Where is null ? space : space.Meeting(study.Where);
    }

    private static ScenarioOrder? Order(ScenariosStudy study, BalanceMatrix matrix)
    {
        if (study.Selection == ScenarioSelection.First)
        {
            return null;
        }

        var wish = new int?[study.Selection == ScenarioSelection.Nearest ? study.Model.Factors.Length : 0];
        foreach (var (factor, state) in wish.Length > 0 ? study.Wish : [])
        {
            if (factor.Index < 0 || factor.Index >= wish.Length || state < 0 || state >= study.Model.Factors[factor.Index].States.Length || wish[factor.Index] is not null)
            {
                throw new ArgumentException("A wish is for a state that is not there, or for a factor twice.", nameof(study));
            }

            wish[factor.Index] = state;
        }

        return new ScenarioOrder(matrix) { ByImpact = true, Wish = [.. wish] };
    }

    private static ResultProvenance Provenance(ScenariosStudy study, string modelHash, ConsistentSet found, ConfigurationSpace space, ScenarioWeights? weights, BigInteger undecided) => new(
        EngineVersion.Number,
        study.Model.Id,
        modelHash,
        study,
        new Completeness(undecided.IsZero, BigInteger.Max(0, space.Count - undecided), space.Count),
        [
            .. undecided.IsZero ? [] : (Diagnostic[])[NotAllDecided(study.Model)],
            .. found.IsListProved ? [] : (Diagnostic[])[ListNotProved(study.Model)],
            .. found.Count > found.Listed.Length && study.Model.Scenarios.Length > 0 ? (Diagnostic[])[KindsOfFirst(study.Model, found)] : [],
            .. weights?.Warnings ?? [],
        ]);

    private static ImmutableArray<ConsistentScenario> Scenarios(BalanceMatrix matrix, ConfigurationSpace space, ImmutableArray<ImmutableArray<int>> listed, ScenarioWeights? weights)
    {
        var scenarios = ImmutableArray.CreateBuilder<ConsistentScenario>(listed.Length);
        var scores = new int[matrix.Width];
        foreach (var x in listed)
        {
            var kind = KindReading.KindOf(space.Model, x);
            matrix.Score(x.AsSpan(), scores);
            var consistency = Consistency.Of(matrix, x.AsSpan(), scores, space.IsExempt.AsSpan());
            scenarios.Add(new ConsistentScenario(
                x,
                consistency.Inconsistency,
                consistency.Value,
                consistency.TotalImpact,
                weights?.Of(x),
                [.. x.Select((_, factor) => Balance(matrix, x, factor, scores))])
            {
                Kind = kind is { } place ? new ScenarioId(place) : null,
            });
        }

        return scenarios.MoveToImmutable();
    }

    /// <summary>The balance of one factor in a configuration.</summary>
    /// <param name="matrix">The impacts.</param>
    /// <param name="x">One state per factor.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="scores">The scores of <paramref name="x"/>.</param>
    public static FactorBalance Balance(BalanceMatrix matrix, ImmutableArray<int> x, int factor, int[] scores)
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

    // Kinds want many to be read, and those that differ most are chosen among many.
    private static int MostRead(ScenariosStudy study) =>
        study.Model.Scenarios.IsEmpty && study.Selection != ScenarioSelection.MostDifferent ? study.MostListed : Math.Max(study.MostListed, MostReadForKinds);

    private static (ImmutableArray<int> States, long TotalImpact)[] Scored(BalanceMatrix matrix, ImmutableArray<ImmutableArray<int>> configurations)
    {
        var scores = new int[matrix.Width];
        return [.. configurations.Select(x =>
        {
            matrix.Score(x.AsSpan(), scores);
            return (x, Consistency.Of(matrix, x.AsSpan(), scores).TotalImpact);
        })];
    }

    // The selected ones; then those of the best of every kind that are not among them.
    private static ImmutableArray<ImmutableArray<int>> Listed(ScenariosStudy study, ConsistentSet found, ImmutableArray<ImmutableArray<int>> best)
    {
        var selected = study.Selection == ScenarioSelection.MostDifferent
            ? MostDifferent.Of(found.Listed, study.MostListed)
            : [.. found.Listed.Take(study.MostListed)];
        return [.. selected, .. best.Except(selected, ConfigurationComparer.Instance)];
    }

    private static KindConfigurations Kind(ScenarioId kind, KindReading reading, ImmutableArray<ImmutableArray<int>> read, ImmutableArray<ImmutableArray<int>> listed) =>
        new(kind, reading.Count, reading.Best is { } place ? listed.IndexOf(read[place], 0, ConfigurationComparer.Instance) : null, reading.HasStatePart);

    private static Diagnostic NotAllDecided(Model model) => new("DT4203", DiagnosticSeverity.Warning, TextSpan.Whole(model.Id), new LocalizedText(
        "The search for consistent scenarios ended before all configurations were decided; there may be more than were found.",
        "Die Suche nach konsistenten Szenarien endete, bevor über alle Konfigurationen entschieden war; es kann mehr geben, als gefunden wurden."));

    private static Diagnostic ListNotProved(Model model) => new("DT4204", DiagnosticSeverity.Warning, TextSpan.Whole(model.Id), new LocalizedText(
        "There are too many consistent scenarios to look through all of them: all are counted, but others may score higher or lie nearer than those listed.",
        "Es gibt zu viele konsistente Szenarien, um alle durchzusehen: gezählt sind alle, doch andere können höher bewertet sein oder näher liegen als die aufgeführten."));

    private static Diagnostic KindsOfFirst(Model model, ConsistentSet found)
    {
        var (read, count) = (found.Listed.Length.ToString(CultureInfo.InvariantCulture), found.Count.ToString(CultureInfo.InvariantCulture));
        return new Diagnostic("DT4202", DiagnosticSeverity.Warning, TextSpan.Whole(model.Id), new LocalizedText(
            $"There are {count} consistent scenarios; the kinds of future are counted among the first {read} only.",
            $"Es gibt {count} konsistente Szenarien; die Zukunftstypen sind nur unter den ersten {read} gezählt."));
    }

    private static Thousandths? Stage(IProgress<StudyProgress>? progress, int before, int stages) => progress is null ? null : new Thousandths(progress, before, stages);

    private sealed class Thousandths(IProgress<StudyProgress> progress, int before, int stages) : IProgress<double>
    {
        public void Report(double value) => progress.Report(new StudyProgress((long)((before + value) * ProgressUnits / stages), ProgressUnits));
    }
}
