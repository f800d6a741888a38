using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Runs studies on this machine.</summary>
/// <remarks>Holds nothing between runs; safe to use from several threads.</remarks>
public sealed class StudyRunner : IStudyRunner
{
    /// <inheritdoc/>
    public StudyResult Run(Study study, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(study);
        var modelHash = ModelText.Hash(study.Model);
        switch (study)
        {
            case ScenariosStudy scenarios:
                StudyDiagnostics.NeedFactors(study.Model);
                return ScenariosRun.Run(scenarios, modelHash, progress, cancellation);
            case ExplainStudy explain:
                return ExplainRun.Run(explain, modelHash, progress, cancellation);
            case FuturesStudy futures:
                Check(futures, futures.Strategies);
                return Futures(futures, modelHash, progress, cancellation);
            case CourseStudy course:
                return Course(course, new CourseRun(course, modelHash, progress, cancellation));
            case EscalationStudy escalation:
                Check(escalation);
                return EscalationRun.Run(escalation, modelHash, progress, cancellation);
            case WhyStudy why:
                Check(why, why.Strategies);
                CourseDiagnostics.NeedKinds(why.Model);
                return WhyRun.Run(why, modelHash, progress, cancellation);
            case WarningsStudy warnings:
                StudyDiagnostics.NeedFactors(study.Model);
                return WarningsRun.Run(warnings, modelHash, cancellation);
            case VerifyStudy verify:
                return new VerifyRun(verify, modelHash).Run(progress, cancellation);
            case CoverageStudy coverage:
                return CoverageRun.Run(coverage, modelHash);
            case BriefStudy brief:
                StudyDiagnostics.NeedTime(study.Model);
                return Brief(brief, modelHash, progress, cancellation);
            default:
                throw new ArgumentException("A study of an unknown kind.", nameof(study));
        }
    }

    private static StudyResult Course(CourseStudy study, CourseRun run) => study switch
    {
        PathwaysStudy pathways => PathwaysRun.Run(pathways, run),
        EventEffectStudy effect => EventEffectRun.Run(effect, run),
        BranchStudy branch => BranchRun.Run(branch, run),
        PerceptionStudy perception => PerceptionRun.Run(perception, run),
        _ => throw new ArgumentException("A study of an unknown kind.", nameof(study)),
    };

    private static void Check(EscalationStudy study)
    {
        Check(study, study.Strategies);
        StudyDiagnostics.NeedSeverities(study.Model);
    }

    private static void Check(Study study, ImmutableArray<StrategyId> strategies)
    {
        StudyDiagnostics.NeedTime(study.Model);
        if (strategies.Any(strategy => strategy.Index < 0 || strategy.Index >= study.Model.Strategies.Length))
        {
            throw new ArgumentException("A strategy that the model does not have.", nameof(study));
        }

        StudyDiagnostics.NeedOneStrategyPerActor(study.Model, strategies);
    }

    private static FuturesResult Futures(FuturesStudy study, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation) =>
        study.Options.Exact ? ExactRun.Run(study, modelHash, cancellation) : FuturesRun.Run(study, modelHash, progress, cancellation);

    private static BriefResult Brief(BriefStudy study, string modelHash, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        var model = study.Model;
        var verification = model.Claims.IsEmpty ? null : new VerifyRun(new VerifyStudy(model, study.Options), modelHash);
        var structure = StructureRun.Run(model, cancellation);
        var scenarios = ScenariosRun.Run(new ScenariosStudy(model, study.Options), modelHash, null, cancellation);
        var baseline = new FuturesStudy(model, study.Options);
        ImmutableArray<FuturesStudy> studies =
        [
            baseline,
            .. model.Strategies.IsEmpty ? [] : (FuturesStudy[])[baseline with { NoMeasures = true }],
            .. Enumerable.Range(0, model.Strategies.Length).Select(strategy => baseline with { Strategies = [new StrategyId(strategy)] }),
        ];
        var claims = verification?.Walks ?? 0;
        var (detail, plain) = study.Options.Exact ? (0, 0) : (study.Options.Draws > 1 ? 0 : 1, model.Severities.IsEmpty ? 0 : 1);
        var (walked, all) = (studies.Length, studies.Length + detail + plain);
        var outcomes = study.Options.Exact
            ? ExactRun.Compare(studies, modelHash, cancellation)
            : FuturesRun.Compare(studies, modelHash, StageProgress.Of(progress, 0, walked, detail + plain + claims), cancellation);
        var futures = detail == 0
            ? outcomes[0].Futures
            : FuturesRun.WithDetailErrors(outcomes[0].Futures, baseline, StageProgress.Of(progress, walked, detail, plain + claims), cancellation);
        var provenance = futures.Provenance with { Study = study, Warnings = [.. scenarios.Provenance.Warnings, .. futures.Provenance.Warnings] };
        return new BriefResult(provenance, structure, scenarios, futures, outcomes[1..])
        {
            Escalation = plain == 0 ? null : EscalationRun.Run(new EscalationStudy(model, study.Options) { IsPlain = true }, modelHash, StageProgress.Of(progress, walked + detail, plain, claims), cancellation),
            Verification = verification?.Run(StageProgress.Of(progress, study.Options.Exact ? 0 : all, claims, 0), cancellation),
        };
    }
}
