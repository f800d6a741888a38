using System.Collections.Immutable;
using Detente.Language;
using Detente.Models;
using Detente.Studies;

namespace Detente.Cli.Tests.Commands;

/// <summary>Answers every verification with outcomes made by hand, so that what is written does not hang on the engine.</summary>
internal sealed class FixedRunner(ImmutableArray<ClaimOutcome> outcomes, ModelWarnings warnings) : IStudyRunner
{
    public StudyResult Run(Study study, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (study is not VerifyStudy { Claims: var asked })
        {
            return new StudyRunner().Run(study, progress, cancellation);
        }

        var runs = new System.Numerics.BigInteger(study.Options.Draws) * study.Options.Paths;
        var provenance = new ResultProvenance(EngineVersion.Number, study.Model.Id, ModelText.Hash(study.Model), study, new Completeness(true, runs, runs), warnings.Diagnostics);
        return new VerifyResult(provenance, [.. outcomes.Where(outcome => asked.IsEmpty || asked.Contains(outcome.Claim))], warnings);
    }
}
