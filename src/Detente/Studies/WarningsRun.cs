using System.Collections.Immutable;
using Detente.Compiled;
using Detente.Language;
using Detente.Language.Checks;
using Detente.Models;

namespace Detente.Studies;

/// <summary>Says what a modeller should know of a model before trusting its figures.</summary>
internal static class WarningsRun
{
    /// <summary>Runs the study. Deterministic.</summary>
    /// <param name="study">What to run, on a model with factors.</param>
    /// <param name="modelHash">The hash of the model's canonical text.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">Less than one draw or two paths, where paths are walked; a model with references to nowhere.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static WarningsResult Run(WarningsStudy study, string modelHash, CancellationToken cancellation)
    {
        var warnings = Of(study, cancellation);
        return new WarningsResult(
            new ResultProvenance(EngineVersion.Number, study.Model.Id, modelHash, study, new Completeness(warnings.RestPoints.IsComplete, 1, 1), []),
            warnings);
    }

    /// <summary>The warnings alone: of start and rules; unless it must be quick, also of rest points and of the first year, where there is a horizon.</summary>
    /// <param name="study">What to look for.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">Less than one draw or two paths, where paths are walked; a model with references to nowhere.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ModelWarnings Of(WarningsStudy study, CancellationToken cancellation)
    {
        var model = study.Model;
        var isTimed = StudyDiagnostics.MissingForTime(model).IsEmpty;
        var starts = isTimed ? StartWarnings.Of(model) : [];
        var quick = ModelWarnings.None with
        {
            RejectedStarts = [.. starts.Select(found => found.Start)],
            Diagnostics = [.. starts.Select(found => found.Warning), .. RuleWarnings.Of(model)],
        };
        string[] codes = [StudyDiagnostics.StartRejected, StudyDiagnostics.NeverHolds, StudyDiagnostics.CanBeReached];
        if (study.IsQuick || !isTimed)
        {
            return WithNeedless(model, quick, codes);
        }

        var (rests, warnings) = RestWarnings.Of(model, study.MostBoxes, cancellation);
        var relaxation = FirstYear(study, cancellation);
        var all = quick with
        {
            RestPoints = rests,
            RelaxationShare = relaxation,
            Diagnostics = [.. StudyDiagnostics.Relaxes(model, relaxation), .. quick.Diagnostics, .. warnings],
        };
        return WithNeedless(model, all, [StudyDiagnostics.Relaxation, .. codes, .. rests.IsComplete ? (string[])[StudyDiagnostics.Rests] : []]);
    }

    private static double? FirstYear(WarningsStudy study, CancellationToken cancellation)
    {
        if (study.Options.Draws < 1 || study.Options.Paths < 2)
        {
            throw new ArgumentException("A run needs one draw or more of two paths or more.", nameof(study));
        }

        var compiled = ModelCompiler.Compile(study.Model);
        var world = FuturesRun.RulesOf(compiled, new FuturesStudy(study.Model, study.Options));
        return Relaxation.Share(FuturesRun.PlanOf(compiled, [world], study.Options), world, cancellation);
    }

    // An acceptance is needless only if its code was looked for, and for good.
    private static ModelWarnings WithNeedless(Model model, ModelWarnings warnings, IReadOnlyCollection<string> codes) => warnings with
    {
        Diagnostics =
        [
            .. warnings.Diagnostics,
            .. model.Accepted
                .Where(accepted => codes.Contains(accepted.Code, StringComparer.Ordinal) && !warnings.Diagnostics.Any(found => Acceptance.Meets(accepted, found)))
                .Select(accepted => StudyDiagnostics.Warning(model, Acceptance.NotRaised, Acceptance.ElementOf(accepted), Acceptance.NotRaisedMessage(accepted))),
        ],
    };
}
