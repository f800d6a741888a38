using System.Collections.Immutable;
using Detente.Cib;
using Detente.Compiled;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Says why configurations are consistent, or are not.</summary>
internal sealed class ExplainRun
{
    // A transient as long as this is no answer to anybody; it takes some milliseconds.
    private const int MostSteps = 10_000;

    private readonly Model model;
    private readonly BalanceMatrix matrix;
    private readonly ImmutableArray<bool> isOrdered;
    private readonly HashSet<int> influenced;
    private readonly HashSet<int> held;

    private ExplainRun(ExplainStudy study)
    {
        model = study.Model;
        held = [.. study.Held.Select(factor => factor.Index)];
        matrix = new BalanceMatrix(ImpactTables.Of(model));
        isOrdered = [.. model.Factors.Select(factor => factor.Scale == FactorScale.Ordered)];
        influenced = [.. model.Influences.Select(influence => influence.To.Index)];
    }

    /// <summary>Runs the study. Cost for each configuration: for each pair of states of a factor the influences on it times the states of their sources, and a bounded search.</summary>
    /// <param name="study">What to run.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="progress">Told after each configuration; or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">A configuration without exactly one state per factor, or a model with references to nowhere.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ExplainResult Run(ExplainStudy study, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        StudyDiagnostics.NeedFactors(study.Model);
        var run = new ExplainRun(study);
        if (study.Configurations.IsDefault || study.Configurations.Any(x => !run.IsConfiguration(x)))
        {
            throw new ArgumentException("A configuration has one state for each factor.", nameof(study));
        }

        if (run.held.Any(factor => factor < 0 || factor >= study.Model.Factors.Length))
        {
            throw new ArgumentException("A factor is held that is not there.", nameof(study));
        }

        var count = study.Configurations.Length;
        var explained = ImmutableArray.CreateBuilder<ConfigurationExplanation>(count);
        foreach (var x in study.Configurations)
        {
            explained.Add(run.Explain(x, cancellation));
            progress?.Report(new StudyProgress(explained.Count, count));
        }

        var provenance = new ResultProvenance(EngineVersion.Number, study.Model.Id, modelHash, study, new Completeness(true, count, count), []);
        return new ExplainResult(provenance) { Configurations = explained.MoveToImmutable(), HasConditionalInfluences = !run.matrix.Conditional.IsEmpty };
    }

    private bool IsConfiguration(ImmutableArray<int> x) =>
        !x.IsDefault && x.Length == matrix.States.Length && x.Zip(matrix.States).All(pair => pair.First >= 0 && pair.First < pair.Second);

    private ConfigurationExplanation Explain(ImmutableArray<int> x, CancellationToken cancellation)
    {
        var scores = new int[matrix.Width];
        matrix.Score(x.AsSpan(), scores);
        var factors = ImmutableArray.CreateBuilder<FactorExplanation>(x.Length);
        for (var factor = 0; factor < x.Length; factor++)
        {
            cancellation.ThrowIfCancellationRequested();
            factors.Add(Explain(x, factor, scores));
        }

        var asked = factors.Where(factor => factor is { IsHeld: false, BestRival: not null }).ToList();
        var weighed = asked.Where(factor => factor.IsInfluenced).ToList();
        var consistency = asked.Select(factor => factor.LeadHundredths).DefaultIfEmpty(0).Min();
        var totalImpact = x.Select((state, factor) => (long)scores[matrix.Offsets[factor] + state]).Sum();
        return new ConfigurationExplanation(x, Math.Max(0, -consistency), consistency, totalImpact, factors.MoveToImmutable())
        {
            Weakest = [.. weighed.Where(factor => factor.LeadHundredths == weighed.Min(other => other.LeadHundredths)).Select(factor => factor.Factor)],
            Barred =
            [
                .. model.Barred
                    .Where(barrier => barrier.States.Contains(x[barrier.Factor.Index]) && RestReading.Holds(barrier.While, model, x.AsSpan()))
                    .Select(barrier => barrier.Factor)
                    .Distinct()
                    .OrderBy(factor => factor.Index),
            ],
            Succession = End(x),
        };
    }

    private FactorExplanation Explain(ImmutableArray<int> x, int factor, int[] scores)
    {
        var own = scores.AsSpan(matrix.Offsets[factor], matrix.States[factor]);
        var rival = Consistency.BestRival(own, x[factor]);
        var balance = ScenariosRun.Balance(matrix, x, factor, scores);
        return new FactorExplanation(balance, x[factor], rival < 0 ? null : rival, rival < 0 ? 0 : own[x[factor]] - own[rival])
        {
            IsInfluenced = influenced.Contains(factor),
            IsHeld = held.Contains(factor),
            Arguments = Arguments(x, factor),
            Decisive = Decisive(balance.Contributions),
            Overtakings =
            [
                .. Enumerable.Range(0, matrix.States[factor])
                    .Where(state => state != x[factor])
                    .Select(state => (State: state, Contest: new Contest(matrix, x, factor, state)))
                    .Where(rivalry => rivalry.Contest.Lead >= 0)
                    .Select(rivalry => Overtaking(rivalry.Contest, rivalry.State)),
            ],
        };
    }

    private ImmutableArray<ImmutableArray<StateArgument>> Arguments(ImmutableArray<int> x, int factor)
    {
        var inForce = matrix.Tables.Layout.Influences
            .Where(influence => influence.Target == factor && (influence.When?.Holds(x.AsSpan()) ?? true))
            .ToList();
        return
        [
            .. Enumerable.Range(0, matrix.States[factor]).Select(state => inForce
                .Select(influence => new StateArgument(influence.Index, matrix.Tables.Row(influence.Index, x[influence.Source])[state]))
                .Where(argument => argument.ImpactHundredths != 0)
                .OrderByDescending(argument => Math.Abs(argument.ImpactHundredths))
                .ToImmutableArray()),
        ];
    }

    private static ImmutableArray<BalanceContribution> Decisive(ImmutableArray<BalanceContribution> contributions)
    {
        var side = contributions.Sum(contribution => (long)contribution.AdvantageHundredths) < 0 ? -1 : 1;
        var against = contributions.Sum(contribution => Math.Max(0, -(long)side * contribution.AdvantageHundredths));
        var decisive = ImmutableArray.CreateBuilder<BalanceContribution>();
        foreach (var contribution in contributions.Where(one => side * one.AdvantageHundredths > 0).OrderByDescending(one => side * one.AdvantageHundredths))
        {
            decisive.Add(contribution);
            against -= side * (long)contribution.AdvantageHundredths;
            if (against <= 0)
            {
                break;
            }
        }

        return decisive.ToImmutable();
    }

    private Overtaking Overtaking(Contest contest, int rival)
    {
        var singles = contest.Singles().Select(single => new StateChange(new FactorId(single.Factor), single.State, Winner(contest, [(single.Factor, single.State)]), single.Lead)).ToImmutableArray();
        var fewest = singles.IsEmpty ? FewestChanges.Find(contest, isOrdered) : null;
        return new Overtaking(rival, contest.Lead)
        {
            Singles = singles,
            Together = fewest is null ? [] : [.. fewest.Changes.Select(change => new HeldState(new FactorId(change.Factor), change.State))],
            Winner = fewest is { Changes.IsEmpty: false } ? Winner(contest, fewest.Changes) : null,
            IsProven = fewest?.IsProven ?? true,
            Judgements =
            [
                .. JudgementTip.All(contest, rival, model)
                    .Select(tip => new JudgementChange(tip.Influence, tip.TargetState, tip.From, tip.To, tip.IsWithinRange)),
            ],
        };
    }

    // The own state is beaten, so another one is best.
    private int Winner(Contest contest, ImmutableArray<(int Factor, int State)> changes)
    {
        var (at, scores) = (contest.Configuration.ToArray(), new int[matrix.Width]);
        foreach (var (factor, state) in changes)
        {
            at[factor] = state;
        }

        matrix.Score(at, scores);
        return Consistency.BestRival(scores.AsSpan(matrix.Offsets[contest.Factor], matrix.States[contest.Factor]), at[contest.Factor]);
    }

    private SuccessionEnd? End(ImmutableArray<int> x)
    {
        var (walked, places) = (new List<int[]>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var (at, scores) = (x.ToArray(), new int[matrix.Width]);
        while (places.TryAdd(string.Join(' ', at), walked.Count))
        {
            if (walked.Count == MostSteps)
            {
                return null;
            }

            walked.Add(at);
            var next = at.ToArray();
            matrix.Score(at, scores);
            foreach (var factor in Enumerable.Range(0, at.Length).Where(factor => !held.Contains(factor)))
            {
                // To the best state; it stays where none is strictly better.
                var own = scores.AsSpan(matrix.Offsets[factor], matrix.States[factor]);
                var rival = Consistency.BestRival(own, at[factor]);
                next[factor] = rival >= 0 && own[rival] > own[at[factor]] ? rival : at[factor];
            }

            at = next;
        }

        var first = places[string.Join(' ', at)];
        return new SuccessionEnd(first, [.. walked.Skip(first).Select(states => states.ToImmutableArray())]);
    }
}
