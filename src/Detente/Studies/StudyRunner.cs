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
                Check(futures);
                return Futures(futures, modelHash, progress, cancellation);
            case WhyStudy why:
                Check(new FuturesStudy(why.Model, why.Options) { Strategies = why.Strategies });
                StudyDiagnostics.NeedKinds(why.Model);
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

    private static void Check(FuturesStudy study)
    {
        StudyDiagnostics.NeedTime(study.Model);
        if (study.Strategies.Any(strategy => strategy.Index < 0 || strategy.Index >= study.Model.Strategies.Length))
        {
            throw new ArgumentException("A strategy that the model does not have.", nameof(study));
        }

        StudyDiagnostics.NeedOneStrategyPerActor(study.Model, study.Strategies);
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
        var outcomes = study.Options.Exact
            ? ExactRun.Compare(studies, modelHash, cancellation)
            : FuturesRun.Compare(studies, modelHash, StageProgress.Of(progress, 0, studies.Length, verification?.Walks ?? 0), cancellation);
        var futures = outcomes[0].Futures;
        var provenance = futures.Provenance with { Study = study, Warnings = [.. scenarios.Provenance.Warnings, .. futures.Provenance.Warnings] };
        return new BriefResult(provenance, structure, scenarios, futures, outcomes[1..])
        {
            Verification = verification?.Run(StageProgress.Of(progress, study.Options.Exact ? 0 : studies.Length, verification.Walks, 0), cancellation),
        };
    }
}
