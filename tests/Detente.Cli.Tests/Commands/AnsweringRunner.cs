using Detente.Studies;

namespace Detente.Cli.Tests.Commands;

/// <summary>Keeps the studies of scenarios it is asked for, and changes what the engine answers, so that what is written does not hang on the search.</summary>
internal sealed class AnsweringRunner(Func<ScenariosStudy, ScenariosResult, ScenariosResult> change) : IStudyRunner
{
    /// <summary>The study asked for last.</summary>
    public ScenariosStudy? Asked { get; private set; }

    public StudyResult Run(Study study, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        if (study is not ScenariosStudy scenarios)
        {
            return new StudyRunner().Run(study, progress, cancellation);
        }

        Asked = scenarios;
        var plain = (ScenariosResult)new StudyRunner().Run(new ScenariosStudy(scenarios.Model, scenarios.Options) { Tolerance = scenarios.Tolerance }, progress, cancellation);
        return change(scenarios, plain with { Provenance = plain.Provenance with { Study = study } });
    }
}
